"""The memo: what earlier builds made, by name, each with the key that it was made for. It may be lost at any time."""

from __future__ import annotations

import gc
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

Value = TypeVar("Value")
MARK = b"sitegen memo 1\n"
"""Begins the file of a memo; another number for another shape of it."""
CHECKSUM = 32
"""Bytes."""
KINDS = 4
"""So many memos lie beside each other: of a build with drafts, of one with another address…"""

PASSING = frozenset({"plan", "unfolded", "workshop"})
"""Rooms for a build that goes on in its process; they are not saved."""

Table = dict[str, tuple[Any, Any]]
"""Name to key and value."""


@dataclass
class Memo:
    """Tables by room. What a build does not ask for is forgotten, so a memo never outgrows its site."""

    old: dict[str, Table] = field(default_factory=dict)
    new: dict[str, Table] = field(default_factory=dict)

    def recall(self, room: str, name: str) -> tuple[Any, Any]:
        """Key and value of the last time; (None, None) for what is new."""
        return self.old.get(room, {}).get(name, (None, None))

    def keep(self, room: str, name: str, key: object, value: object) -> None:
        """Keeps a value for the next build."""
        self.new.setdefault(room, {})[name] = (key, value)

    def remember(self, room: str, name: str, key: object, make: Callable[[], Value]) -> Value:
        """The value of the last time where its key is the same, else what is made now; kept for the next build."""
        known, value = self.recall(room, name)
        found: Value = value if known == key else make()
        self.keep(room, name, key, found)
        return found

    def turned(self) -> Memo:
        """The memo for the next build."""
        return Memo(self.new)


def file_of(cache: Path, *what: object) -> Path:
    """Where the memo of builds of one kind lies; only the last few kinds are kept."""
    wanted = cache / f"{blake2b(repr(what).encode(), digest_size=8).hexdigest()}.memo"
    with suppress(OSError):
        others = sorted(
            (file for file in cache.glob("*.memo") if file != wanted), key=lambda file: file.stat().st_mtime
        )
        for file in others[: 1 - KINDS]:
            file.unlink()
            file.with_suffix(".last").unlink(missing_ok=True)
    return wanted


def load(file: Path, ground: bytes) -> Memo:
    """The memo that a build left; an empty one where there is none, where it is damaged or of another ground."""
    return Memo(fetch(file, ground) or {})


def save(memo: Memo, file: Path, ground: bytes) -> None:
    """Leaves the memo for the next build; where that is not possible, the next build does without."""
    put(file, ground, {room: table for room, table in memo.new.items() if room not in PASSING})


def fetch(file: Path, ground: bytes) -> Any:
    """The value in a file; None where there is none, where it is damaged or of another ground."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    head, content = data[: len(MARK) + CHECKSUM], memoryview(data)[len(MARK) + CHECKSUM :]
    if head != MARK + checksum(ground, content):
        return None
    try:
        with no_garbage():
            return pickle.loads(content)
    except Exception:  # noqa: BLE001 - a value of a class that is no more; its maker is another program
        return None


@contextmanager
def no_garbage() -> Iterator[None]:
    """Makes thousands of objects without looking for garbage among them."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def put(file: Path, ground: bytes, value: object) -> None:
    """Puts a value into a file, whole or not at all; it is never in memory twice."""
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            with beside.open("wb") as out:
                out.write(MARK + bytes(CHECKSUM))
                seal = Seal(out, ground)
                pickle.dump(value, seal, pickle.HIGHEST_PROTOCOL)
                out.seek(len(MARK))
                out.write(seal.found.digest())
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)


class Seal:
    """A file that is written to, and the checksum of what was written."""

    def __init__(self, out: BinaryIO, ground: bytes) -> None:
        self.out, self.found = out, blake2b(ground, digest_size=CHECKSUM)

    def write(self, data: bytes | memoryview) -> int:
        """Writes some bytes."""
        self.found.update(data)
        return self.out.write(data)


def checksum(ground: bytes, content: bytes | memoryview) -> bytes:
    """Of what a memo holds, and of what it was made with."""
    found = blake2b(ground, digest_size=CHECKSUM)
    found.update(content)
    return found.digest()
