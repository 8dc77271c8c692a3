"""What a text makes a browser do by itself: ask a host, keep something on the visitor's device."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What the browser does."""

    ASK = "ask"
    """It asks a host; `said` is the address."""
    KEEP = "keep"
    """It keeps or reads something on the device; `said` is what does it."""


@dataclass(frozen=True)
class Request:
    """One thing that a browser does by itself, with its place; lines and columns count from 1."""

    act: Act
    said: str
    line: int
    column: int
