"""The stage: a folder for files that are made and not in their place yet, so that no process holds a whole site."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from tempfile import mkdtemp

from sitegen.builder.exchange import DAY, discard

PREFIX = "stage-"


@contextmanager
def staging(folder: Path | None = None) -> Iterator[Path | None]:
    """A new stage in a folder, or where the system keeps what is temporary; None where nothing can be written."""
    try:
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
            clear(folder)
        stage = Path(mkdtemp(prefix=PREFIX, dir=folder))
    except OSError:
        yield None
        return
    try:
        yield stage
    finally:
        discard(stage)


def clear(folder: Path) -> None:
    """Removes the stages of runs that were killed: no living one is a day old."""
    for stage in folder.glob(f"{PREFIX}*"):
        with suppress(OSError):
            if time.time() - stage.stat().st_mtime > DAY:
                discard(stage)


def lay(stage: Path, path: str, content: bytes) -> str | None:
    """Puts a file on the stage and tells where; None where there is no room."""
    place = f"{stage}/{blake2b(path.encode(), digest_size=16).hexdigest()}"
    try:
        with open(place, "xb") as file:  # noqa: PTH123 - thousands of times
            file.write(content)
    except OSError:
        with suppress(OSError):
            os.unlink(place)  # noqa: PTH108
        return None
    return place
