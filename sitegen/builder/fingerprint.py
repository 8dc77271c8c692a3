"""Fingerprints: frozen values become digests, and files become sightings."""

from __future__ import annotations

import os
import pickle
import sys
import sysconfig
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from io import BytesIO
from pathlib import Path

SIZE = 16
"""Bytes of a digest."""
UNSETTLED = 2_000_000_000
"""Nanoseconds within which a file may change twice and keep its times, on the coarsest of file systems."""

Stamp = tuple[int, int, int, int]
"""Size, time of the content and of the entry in nanoseconds, and number of a file."""
Mark = tuple[int, int, int]
"""Size, time of the content in nanoseconds, and number of a file: links to it from another tree do not change them."""


def digest(*parts: bytes | memoryview) -> bytes:
    """Of the parts, each told from its neighbours."""
    whole = blake2b(digest_size=SIZE)
    for part in parts:
        whole.update(len(part).to_bytes(8, "little"))
        whole.update(part)
    return whole.digest()


def fingerprint(value: object) -> bytes:
    """Of a frozen value: of equal fingerprints the values are equal. Sets have no order and do not belong in it."""
    out = BytesIO()
    pickler = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True  # no mention of what is shared: the same value may be one object here and two there
    pickler.dump(value)
    return digest(out.getbuffer())


def stamp_of(path: str | Path) -> Stamp:
    """A file's, or a folder's; raises OSError."""
    found = os.stat(path)  # noqa: PTH116 - thousands of times in a build that finds nothing changed
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def mark_of(path: str) -> Mark | None:
    """What was written, as it stands; None where there is nothing."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino


def program() -> bytes:
    """Digest of the program itself: with another one, nothing is as it was."""
    package = Path(__file__).parents[1]
    seen = [sys.version, sysconfig.get_path("purelib"), *stamp_of(sysconfig.get_path("purelib"))]
    return fingerprint((seen, sorted(stamps(package))))


def stamps(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Name, size and time of every file below a folder of the program."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from stamps(Path(entry.path)) if entry.name != "__pycache__" else ()
            else:
                yield entry.path, entry.stat().st_size, entry.stat().st_mtime_ns


@dataclass(frozen=True)
class Sighting:
    """A file as it was when it was read."""

    stamp: Stamp
    digest: bytes
    """Of its content; empty for one that could not be read."""
    is_settled: bool
    """Whether it was old enough then, so that another change would show in its stamp."""


def see(path: Path, known: Sighting | None = None) -> Sighting:
    """A file as it is now; it is read only if it may differ from what is known of it."""
    now = time.time_ns()
    try:
        stamp = stamp_of(path)
        if known and known.is_settled and known.stamp == stamp:
            return known
        return Sighting(stamp, digest(path.read_bytes()), is_settled(stamp, now))
    except OSError:
        return Sighting((0, 0, 0, 0), b"", is_settled=False)


def is_settled(stamp: Stamp, now: int) -> bool:
    """Whether what has this stamp was last changed long enough ago."""
    return max(stamp[1:3]) < now - UNSETTLED
