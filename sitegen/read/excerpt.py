"""The line of a source file that a problem is about."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from sitegen.problems import Location, Mistake
from sitegen.read.decoding import decode


def excerpt(root: Path, at: Location) -> str:
    """The text of the line; "" where the place is no text file of the content folder."""
    if not at.path.startswith(root.name + "/") or not at.path.endswith((".md", ".yaml")):
        return ""
    file = root / at.path.removeprefix(root.name + "/")
    try:
        lines = lines_of(file, file.stat().st_mtime_ns)
    except (OSError, Mistake):
        return ""
    return lines[at.line - 1] if at.line <= len(lines) else ""


@lru_cache(maxsize=1)
def lines_of(file: Path, written: int) -> list[str]:  # noqa: ARG001  # a file that is written again is read again
    """The lines of a file; the problems of one come one after another."""
    return decode(file.read_bytes()).split("\n")
