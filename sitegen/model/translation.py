"""Translation: what was accepted, what has changed since, and the state that follows (`content-format.md` 7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sitegen.problems import Message, message


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


STATE_WORDS: Mapping[State, Message] = {
    State.ORIGINAL: message("original"),
    State.CURRENT: message("up to date"),
    State.STALE: message("out of date"),
    State.CHANGED: message("edited, not accepted"),
    State.NEW: message("never accepted"),
    State.MISSING: message("missing"),
}
"""The states as editors are told of them."""


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


Ledger = Mapping[tuple[str, str], Mapping[str, Accepted]]
"""What was accepted, by page and language, then by paragraph."""


@dataclass(frozen=True)
class Drift:
    """A paragraph of the source that is not as it was accepted."""

    paragraph: str
    before: str
    """"" where it is new."""
    after: str
    """"" where it is gone."""
    is_answered: bool = False
    """Whether the translation was edited there since then."""


@dataclass(frozen=True)
class Standing:
    """A version's state, and the paragraphs of the source that changed since it was accepted."""

    state: State
    stale: tuple[Drift, ...] = ()

    @property
    def unanswered(self) -> tuple[Drift, ...]:
        """The changes of the source that the translation has not followed."""
        return tuple(drift for drift in self.stale if not drift.is_answered)
