"""The watch: waits until something below some folders changes; by word of the system, or by looking again and again."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from time import sleep
from typing import Self

from sitegen.read.source import LITTER

TICK = 500
"""Milliseconds after which the caller may look at other things."""
STEP = 10
"""Milliseconds of quiet after which a change is over: programs save in two or three steps."""
LONGEST = 1500
"""Milliseconds after which it is told although it goes on, as when git exchanges thousands of files."""
INTERVAL = 0.5
"""Seconds between two looks at a network folder, which cannot tell of changes itself."""

Stamp = tuple[int, ...]


def changes(folders: Callable[[], Sequence[Path]], *, poll: bool = False) -> Iterator[bool]:
    """True at first and after each change below the folders, False at each tick between; for ever.

    Folders may come, go and be exchanged for others. What changes while the caller is at work is told next.
    """
    while True:
        places = standing(folders())
        with watcher_of(list(places), poll=poll) as watcher:
            yield True
            while standing(folders()) == places:
                found = watcher.wait()
                if found is None:
                    break
                yield found


def standing(folders: Iterable[Path]) -> dict[Path, Stamp]:
    """The folders that there are; one that has been exchanged has another stamp."""
    found: dict[Path, Stamp] = {}
    for folder in dict.fromkeys(folders):
        try:
            seen = folder.stat()
        except OSError:
            continue
        if stat.S_ISDIR(seen.st_mode):
            found[folder] = (seen.st_dev, seen.st_ino)
    return found


def watcher_of(folders: Sequence[Path], *, poll: bool) -> Watcher:
    """The watcher that this system can do."""
    if poll:
        return Lookout(folders)
    try:
        return Listener(folders)
    except (OSError, RuntimeError):  # too many folders for the system, or a disk that tells nothing
        return Lookout(folders)


class Watcher:
    """Watches folders from its making on until it is left."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_why: object) -> None:
        """Lets go of the folders."""

    def wait(self) -> bool | None:
        """Whether something changed within a tick; None where the watcher is of no more use."""
        raise NotImplementedError


class Listener(Watcher):
    """Is told of changes by the system."""

    def __init__(self, folders: Sequence[Path]) -> None:
        from watchfiles._rust_notify import RustNotify  # its documented inner part: watches from here on, not later

        self.folders = [os.fspath(folder) for folder in folders]
        self.notify = RustNotify(self.folders, False, False, 0, True, True)

    def __exit__(self, *_why: object) -> None:
        self.notify.close()

    def wait(self) -> bool | None:
        """Raises KeyboardInterrupt, which the system's part keeps to itself."""
        try:
            found = self.notify.watch(LONGEST, STEP, TICK, None)
        except RuntimeError:
            sleep(TICK / 1000)
            return None
        if found == "signal":
            raise KeyboardInterrupt
        return isinstance(found, set) and any(self.matters(path) for _, path in found)

    def matters(self, path: str) -> bool:
        """Whether it is more than what an editor's program keeps for itself while it saves."""
        folder = next((folder for folder in self.folders if path.startswith(folder)), "")
        parts = path.removeprefix(folder).replace("\\", "/").strip("/").split("/")
        return parts[0] == "static" or not any(map(LITTER.fullmatch, filter(None, parts)))


class Lookout(Watcher):
    """Looks at all files again and again: for folders of other machines, whose changes no system tells of."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = folders
        self.seen = self.look()

    def look(self) -> Mapping[str, Stamp]:
        """All files with what tells a change."""
        return dict(stamp for folder in self.folders for stamp in stamps(os.fspath(folder)))

    def wait(self) -> bool:
        """Whether a look finds another picture than the last one."""
        sleep(INTERVAL)
        before, self.seen = self.seen, self.look()
        return before != self.seen


def stamps(folder: str) -> Iterator[tuple[str, Stamp]]:
    """The files below a folder with their size, time and number; what cannot be read is left out."""
    try:
        with os.scandir(folder) as listing:
            entries = list(listing)
    except OSError:
        return
    for entry in entries:
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from stamps(entry.path)
                continue
            found = entry.stat()
        except OSError:
            continue
        yield entry.path, (found.st_size, found.st_mtime_ns, found.st_ino)
