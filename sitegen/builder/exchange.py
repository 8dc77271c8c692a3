"""The platform's part of writing: folders change places in one step, and what a crash left is cleaned up."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Literal

if sys.platform != "win32":
    import fcntl

WORKING_DIRECTORY = -100
"""Linux' AT_FDCWD: the path that follows means what it means everywhere."""
SWAP = 2
"""RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS alike."""
DAY = 86_400

Role = Literal["new", "old"]


# ── trees beside the place ──────────────────────────────────────────────────────────────────────────────────


def beside(place: Path, role: Role) -> Path:
    """A name, never used again, on the same disk: for a tree that will stand at the place or stood there."""
    return place.with_name(f"{_prefix(place, role)}{os.getpid()}-{os.urandom(4).hex()}")


def _leftovers(place: Path, role: Role) -> list[Path]:
    return sorted(tree for tree in place.parent.iterdir() if tree.name.startswith(_prefix(place, role)))


def _prefix(place: Path, role: Role) -> str:
    return f".{place.name}.sitegen-{role}-"


def clean_up(place: Path) -> None:
    """Restores and removes what crashed runs left beside the place; what a live run works on stays."""
    with locked(place.parent, patience=0) as is_alone:
        if is_alone is False:
            return
        _restore(place)
        trees = [*_leftovers(place, "new"), *_leftovers(place, "old")]
    for tree in trees:
        if is_alone or time.time() - tree.lstat().st_mtime > DAY:
            discard(tree)


def _restore(place: Path) -> None:
    """Puts the old tree back that a crash between the two renames left aside."""
    if not os.path.lexists(place):
        for aside in _leftovers(place, "old")[:1]:
            aside.rename(place)


def discard(tree: Path) -> None:
    """Removes a tree as far as the system lets us; the next run tries again."""
    with suppress(OSError):
        tree.chmod(0o700)
    try:
        shutil.rmtree(tree, ignore_errors=True)
    except (KeyboardInterrupt, OSError) as error:  # stop, but leave nothing lying about
        shutil.rmtree(tree, ignore_errors=True)
        # where Ctrl-C comes while Python closes a folder, it closes it twice and complains of that instead
        if interrupt := next((one for one in (error, error.__context__) if isinstance(one, KeyboardInterrupt)), None):
            raise interrupt from None


# ── the exchange ────────────────────────────────────────────────────────────────────────────────────────────


def put_in_place(new: Path, place: Path) -> None:
    """Lets the new tree stand at the place; what stood there is gone then, or has the new tree's name."""
    if not os.path.lexists(place):
        new.rename(place)
    elif not swap_at_once(new, place):
        _swap_by_renames(new, place)


def swap_at_once(one: Path, other: Path) -> bool:
    """Exchanges two folders; False, and nothing done, where system or file system cannot do it at once."""
    try:
        import ctypes  # late: 6 ms, and a Python built without libffi has none

        system = ctypes.CDLL(None)
        first, second = os.fsencode(one), os.fsencode(other)
        failed = True
        if sys.platform == "linux":
            failed = system.renameat2(WORKING_DIRECTORY, first, WORKING_DIRECTORY, second, SWAP) != 0
        elif sys.platform == "darwin":
            failed = system.renamex_np(first, second, SWAP) != 0
    except (ImportError, OSError, TypeError, AttributeError):  # Windows, or a C library without the function
        return False
    return not failed  # if the reason is not the disk's ignorance, the two renames meet it too and tell it


def _swap_by_renames(new: Path, place: Path) -> None:
    aside = beside(place, "old")
    try:
        place.rename(aside)
        new.rename(place)
    except BaseException:
        with suppress(OSError):  # nothing is aside, or else the next command restores it
            aside.rename(place)
        raise
    discard(aside)


# ── who is at work ──────────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def locked(folder: Path, patience: float) -> Iterator[bool | None]:
    """Holds a folder alone, after some seconds of patience: yields whether, or None where nobody can.

    The kernel lets go when the process dies, so the lock tells the living from the dead. A process number,
    which is used again and means nothing in the next container, does not.
    """
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folders
        yield None
        return
    try:
        yield _lock(handle, time.monotonic() + patience)
    finally:
        os.close(handle)


def _lock(handle: int, until: float) -> bool | None:
    if sys.platform != "win32":
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return True
            except BlockingIOError:
                if time.monotonic() >= until:
                    return False
                time.sleep(0.01)
            except OSError:  # network folders
                return None
    return None
