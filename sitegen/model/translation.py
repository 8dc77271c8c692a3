"""Translation: what was accepted, what has changed since, and the state that follows (`content-format.md` 7)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a version of a page stands to the source."""

    ORIGINAL = "original"
    CURRENT = "current"
    STALE = "stale"
    """The source changed since the translation was accepted."""
    CHANGED = "changed"
    """The translation was edited since, and nobody accepted it."""
    NEW = "new"
    """Never accepted."""
    MISSING = "missing"


@dataclass(frozen=True)
class Accepted:
    """One line of `translations.lock`: the source text against which a paragraph's translation was accepted."""

    page: str
    language: str
    paragraph: str
    """Its id in the source, see `markup.paragraphs`."""
    source: str
    """Normalised: one line, NFC, without targets of links."""
    translation: str
    """Digest of the translation's text at that time."""


@dataclass(frozen=True)
class Drift:
    """A paragraph of the source that is not as it was accepted."""

    paragraph: str
    before: str
    """"" where it is new."""
    after: str
    """"" where it is gone."""


@dataclass(frozen=True)
class Standing:
    """A version's state, and the paragraphs of the source that changed since it was accepted."""

    state: State
    stale: tuple[Drift, ...] = ()
