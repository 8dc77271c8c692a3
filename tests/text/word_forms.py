"""The committed lists of word forms, with which Python and the browser's script are both tried."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

FOLDER = Path(__file__).parent / "forms"
LANGUAGES = {"bg": 400, "en": 100, "ru": 400}
"""Fewest pairs of a language."""
RECALL = 0.95
"""Of the pairs that must be found by each other, and of those that must be told apart."""


def lines(name: str) -> Iterator[list[str]]:
    """The words of each line."""
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split()


def pairs(language: str) -> list[tuple[str, str]]:
    """A word and another form of it."""
    return [(word, form) for word, *forms in lines(language) for form in forms]


def alike_by_snowball() -> set[frozenset[str]]:
    """The pairs of English words that have one stem by Snowball; what it was asked is every word of the list."""
    return {frozenset(pair) for line in lines("snowball") for pair in combinations(line, 2)}


def strangers(language: str) -> list[tuple[str, str]]:
    """Two words that must not fall together."""
    return [(one, other) for code, one, other in lines("different") if code == language]
