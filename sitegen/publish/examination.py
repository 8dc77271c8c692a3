"""Examination: what a target can tell of itself, for `doctor`. Each target tells what it knows; silence is no fault."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

PROBE = "sitegen-probe.txt"
"""The name of a file that is written, renamed and deleted again, to see whether that is allowed."""


@dataclass(frozen=True)
class Examination:
    """What a target told."""

    is_writable: bool = False
    """Whether a file was written, renamed and deleted there; no: nobody tried."""
    clock: datetime | None = None
    """The time there when it was asked, with its zone."""
    free: int | None = None
    """Bytes that may still be stored."""
    expires: datetime | None = None
    """When the certificate ends."""
