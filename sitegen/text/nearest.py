"""The nearest word, for messages that ask "did you mean …?"."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

CUTOFF = 0.6
"""Likeness from 0 to 1 below which a proposal puzzles more than it helps."""


def nearest(word: str, options: Iterable[str]) -> str | None:
    """The option most like the word, letter case aside, or None when none is like it."""
    spellings = {option.casefold(): option for option in options}
    found = get_close_matches(word.casefold(), spellings, n=1, cutoff=CUTOFF)
    return spellings[found[0]] if found else None
