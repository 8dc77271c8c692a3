"""Saying: what was told of a build is printed, with the time that it took."""

from __future__ import annotations

import sys

Told = tuple[str, str]
"""For standard output, and for standard error."""
TOOK = "\ue012"
"""Stands for the seconds."""


def say(told: Told, seconds: float) -> None:
    """Prints it; as JSON the seconds are a number."""
    for stream, text in zip((sys.stdout, sys.stderr), told, strict=True):
        if text:
            stream.write(text.replace(f'"{TOOK}"', f"{seconds:.3f}").replace(TOOK, f"{seconds:.1f}"))
