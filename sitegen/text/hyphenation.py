"""Hyphenation: soft hyphens in long words, so that a narrow screen can break them where the language allows it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

SHY = "\u00ad"
LONG = re.compile(r"(?<![^\W\d_])[^\W\d_]{14,60}")
"""Words that can be wider than a phone; longer runs of letters are no words."""
FEWEST = 4
"""Letters that stay together before a break and after it."""
VARIANTS = {"en": "en_GB"}
"""Languages whose patterns go by the name of a country."""


def softened(text: str, language: str) -> str:
    """The text with soft hyphens in its long words; a language without patterns keeps its words whole."""
    return text if SHY in text else LONG.sub(lambda word: hyphenated(word[0], language), text)


@lru_cache(maxsize=4096)
def hyphenated(word: str, language: str) -> str:
    """One word with soft hyphens."""
    return breaker(language)(word)


@cache
def breaker(language: str) -> Callable[[str], str]:
    """What breaks words of a language, by the patterns of the library."""
    from pyphen import LANGUAGES, Pyphen

    name = VARIANTS.get(language, language)
    if name not in LANGUAGES:
        return str
    patterns = Pyphen(lang=name, left=FEWEST, right=FEWEST)
    return lambda word: patterns.inserted(word, SHY)
