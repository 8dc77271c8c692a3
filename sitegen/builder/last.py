"""The last build: where nothing that it looked at has changed since, it need not be done again."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sitegen.builder.fingerprint import Mark, Stamp, digest, is_settled, mark_of, stamp_of
from sitegen.builder.memo import fetch, put

Stamps = dict[str, Stamp | None]
"""Files and folders by path; None where there is nothing."""
Marks = dict[str, Mark | None]
"""The same of what was written."""
Contents = dict[str, bytes]
"""Digests of files, and of the names in folders, by path."""
ENDING = ".last"


@dataclass(frozen=True, kw_only=True)
class LastBuild:
    """A build without an error."""

    asked: object
    """The options that matter."""
    now: datetime
    """Its clock."""
    turns: tuple[datetime, ...]
    """Moments at which the site changes by itself."""
    sources: Stamps
    """All that was read, as it was before."""
    young: Contents
    """What of it had changed so lately that another change might not show in its stamp."""
    output: Marks
    """All that was written, as it stands."""
    told: tuple[str, str]
    """What was printed, on standard output and standard error."""

    def stands(self, asked: object, now: datetime) -> bool:
        """Whether a build that is asked for now would find, write and tell the same."""
        first, last = sorted((self.now, now))
        is_same_time = first.date() == last.date() and not any(first < turn <= last for turn in self.turns)
        is_same = are_same(self.sources, stamp) and are_same(self.young, content) and are_same(self.output, laid)
        return asked == self.asked and is_same_time and is_same

    def settled(self, seen: int) -> LastBuild:
        """The same once it was seen to stand at a time in nanoseconds: what is old by then need not be read again."""
        return replace(self, young={path: self.young[path] for path in young(self.sources, seen) if path in self.young})


def of(memo: Path, ground: bytes) -> LastBuild | None:
    """The last build of the kind that a memo is of."""
    last = fetch(memo.with_suffix(ENDING), ground)
    return last if isinstance(last, LastBuild) else None


def note(last: LastBuild, memo: Path, ground: bytes) -> None:
    """Notes a build."""
    put(memo.with_suffix(ENDING), ground, last)


def clock() -> int:
    """Nanoseconds, as file systems count them."""
    return time.time_ns()


def sources_in(folders: Iterable[Path]) -> Stamps:
    """Everything in some folders, and the folders themselves."""
    return {path: stamp(path) for folder in folders for path in (str(folder), *below(str(folder)))}


def output_in(folder: Path) -> Marks:
    """Everything in a folder that was written."""
    return {path: laid(path) for path in (str(folder), *below(str(folder)))}


def below(folder: str) -> Iterator[str]:
    """Files and folders in a folder, at any depth."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            yield entry.path
            if entry.is_dir(follow_symlinks=False):
                yield from below(entry.path)


def young(sources: Stamps, now: int) -> list[str]:
    """What had changed so lately at a time in nanoseconds that another change might not show in its stamp."""
    return [path for path, stamp in sources.items() if stamp and not is_settled(stamp, now)]


def content(path: str) -> bytes:
    """Digest of a file, or of the names in a folder; empty for what cannot be read."""
    try:
        if os.path.isdir(path):  # noqa: PTH112 - as `stat` above
            return digest(*sorted(map(os.fsencode, os.listdir(path))))  # noqa: PTH208
        return digest(Path(path).read_bytes())
    except OSError:
        return b""


def stamp(path: str) -> Stamp | None:
    """A file's or folder's stamp; None where there is none."""
    try:
        return stamp_of(path)
    except OSError:
        return None


def laid(path: str) -> Mark | None:
    """The mark of what was written; that of our list of it without its time, which each build renews."""
    mark = mark_of(path)
    return (mark[0], 0, mark[2]) if mark and path.endswith("/.sitegen") else mark


def are_same(known: Mapping[str, object], seen: Callable[[str], object]) -> bool:
    """Whether everything is as it was."""
    return all(seen(path) == value for path, value in known.items())
