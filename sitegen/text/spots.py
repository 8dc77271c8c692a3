"""Where something stands in a text, as editors' programs count."""

from __future__ import annotations


def spot(text: str, start: int) -> tuple[int, int]:
    """Line and column of the character at an offset; both count from 1, columns in characters."""
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


def blank(text: str) -> str:
    """As many spaces, in as many lines: what stands around keeps its place."""
    return "\n".join(" " * len(line) for line in text.split("\n"))
