"""Slugs, the words of an address: made, recognised, kept apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from functools import lru_cache
from itertools import count

from sitegen.text.transliteration import transliterate

LONGEST = 80
"""Characters of a slug; content-format.md 6."""

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
APOSTROPHES = re.compile(r"['’ʼ]")
FOREIGN = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=1 << 16)
def slugify(text: str, language: str) -> str:
    """The slug of a text in `language`; empty where the text has neither letters nor digits of ours."""
    plain = transliterate(unicodedata.normalize("NFKC", text), language).lower()
    return _cut(FOREIGN.sub("-", APOSTROPHES.sub("", plain)).strip("-"), LONGEST)


def is_slug(text: str) -> bool:
    """Whether the text is a slug as it should be: a-z and 0-9 with single hyphens between, not too long."""
    return len(text) <= LONGEST and SLUG.fullmatch(text) is not None


def unique(slug: str, taken: Container[str]) -> str:
    """The slug, or the first of slug-2, slug-3 … that nobody has."""
    if slug not in taken:
        return slug
    endings = (f"-{number}" for number in count(2))
    candidates = (_cut(slug, LONGEST - len(ending)) + ending for ending in endings)
    return next(candidate for candidate in candidates if candidate not in taken)


def _cut(slug: str, length: int) -> str:
    """At most so many characters, whole words where the first one fits."""
    if len(slug) <= length:
        return slug
    return slug[: length + 1].rpartition("-")[0] or slug[:length]
