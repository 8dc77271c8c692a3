"""What a document tells of people beside its words: found once, when the file is read, and remembered with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Telling(StrEnum):
    """What sort of thing a document tells."""

    CITIZEN = "citizen"
    """An ЕГН; `said` is veiled."""
    FOREIGNER = "foreigner"
    """An ЛНЧ; `said` is veiled."""
    AUTHOR = "author"
    """Who wrote it or saved it last; `said` is the name."""
    REMARKS = "remarks"
    """Comments; `said` is how many."""
    CHANGES = "changes"
    """Tracked changes; `said` is how many."""
    POSITION = "position"
    """Where a picture in it was taken."""
    UNSEARCHED = "unsearched"
    """Nothing: it, or a part of it, could not be searched."""


@dataclass(frozen=True)
class Disclosure:
    """One thing that a document tells."""

    kind: Telling
    page: int = 0
    """Of a PDF, from 1; 0 for the whole file, and for files that are no PDF."""
    part: str = ""
    """Of an office file: its path in the package; "" for the whole file."""
    said: str = ""
    line: int = 1
    """Of a text."""
    column: int = 1
