"""The last build: where nothing that it looked at has changed since, it need not be done again."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sitegen.builder.fingerprint import Mark, Stamp, is_settled, mark_of, stamp_of
from sitegen.builder.memo import fetch, put

Stamps = dict[str, Stamp | None]
"""Files and folders by path; None where there is nothing."""
Marks = dict[str, Mark | None]
"""The same of what was written."""
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
    output: Marks
    """All that was written, as it stands."""
    told: tuple[str, str]
    """What was printed, on standard output and standard error."""

    def stands(self, asked: object, now: datetime) -> bool:
        """Whether a build that is asked for now would find, write and tell the same."""
        first, last = sorted((self.now, now))
        is_same_time = first.date() == last.date() and not any(first < turn <= last for turn in self.turns)
        return asked == self.asked and is_same_time and are_same(self.sources, stamp) and are_same(self.output, laid)


def of(memo: Path, ground: bytes) -> LastBuild | None:
    """The last build of the kind that a memo is of."""
    last = fetch(memo.with_suffix(ENDING), ground)
    return last if isinstance(last, LastBuild) else None


def note(last: LastBuild, memo: Path, ground: bytes, begun: int) -> None:
    """Notes a build that began at a time in nanoseconds; not one that some file might have changed unseen."""
    file = memo.with_suffix(ENDING)
    if all(stamp is None or is_settled(stamp, begun) for stamp in last.sources.values()):
        put(file, ground, last)
    else:
        with suppress(OSError):
            file.unlink(missing_ok=True)


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
