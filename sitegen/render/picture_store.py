"""The store of pictures: sizes that earlier builds made, by what they were made of. It may be lost or damaged.

Pages change with the day, the theme and the settings; a picture in a size only with its original. So it is kept here
beside the published copy, and a new day, a new theme or a deleted output folder costs no picture twice.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

SIZE = 16
"""Bytes of a digest."""
ROOM = 512 * 1024 * 1024
"""Bytes that the store may take; what was not used for longest goes first."""


@dataclass(frozen=True)
class PictureStore:
    """A folder of made pictures; each begins with its own digest, so a damaged one is known."""

    folder: Path | None = None
    """None keeps nothing."""
    room: int = ROOM
    """Bytes."""

    def recall(self, key: str) -> bytes | None:
        """The picture of a key; None where there is none, or a damaged one."""
        if self.folder is None:
            return None
        file = self.folder / key
        with suppress(OSError):
            content = file.read_bytes()
            if content[:SIZE] == checksum(content[SIZE:]):
                with suppress(OSError):
                    os.utime(file)  # used today; a store that may only be read serves too
                return content[SIZE:]
        return None

    def keep(self, key: str, data: bytes) -> None:
        """Keeps a picture, whole or not at all; where that is not possible, the next build makes it again."""
        if self.folder is None:
            return
        beside = self.folder / f"{key}.{os.getpid()}"
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                beside.write_bytes(checksum(data) + data)
                beside.replace(self.folder / key)
            finally:
                beside.unlink(missing_ok=True)

    def trim(self) -> None:
        """Brings the store down to its room."""
        with suppress(OSError):
            found = self.by_use()
            taken = sum(size for _, size, _ in found)
            for _, size, path in found:
                if taken <= self.room:
                    return
                Path(path).unlink(missing_ok=True)
                taken -= size

    def by_use(self) -> list[tuple[int, int, str]]:
        """Time of the last use, size and path of what is kept, the oldest first; raises OSError."""
        if self.folder is None or not self.folder.is_dir():
            return []
        with os.scandir(self.folder) as entries:
            stats = [(entry.stat(follow_symlinks=False), entry.path) for entry in entries if entry.is_file()]
        return sorted((stat.st_mtime_ns, stat.st_size, path) for stat, path in stats)


NO_STORE = PictureStore()


def checksum(data: bytes) -> bytes:
    """Of a kept picture."""
    return blake2b(data, digest_size=SIZE).digest()


def key_of(original: bytes, *how: object) -> str:
    """The name of what is made of a file in a certain way, with a certain program."""
    found = blake2b(original, digest_size=SIZE)
    found.update(repr(how).encode())
    return found.hexdigest()
