"""The line of a source file that a problem is about."""

from __future__ import annotations

from pathlib import Path

from sitegen.problems import Location, Mistake
from sitegen.read.decoding import decode


def excerpt(root: Path, at: Location) -> str:
    """The text of the line; "" where the place is no text file of the content folder."""
    if not at.path.startswith(root.name + "/") or not at.path.endswith((".md", ".yaml")):
        return ""
    try:
        lines = decode((root / at.path.removeprefix(root.name + "/")).read_bytes()).split("\n")
    except (OSError, Mistake):
        return ""
    return lines[at.line - 1] if at.line <= len(lines) else ""
