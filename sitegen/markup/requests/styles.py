"""What style texts make a browser do: `url()`, `@import`, `image-set()` (CSS Values 4, CSS Images 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sitegen.markup.requests.found import Found, asks
from sitegen.text.spots import blank

NAMELESS = re.compile(r"/\*.*?(?:\*/|\Z)|@namespace\b[^;{}]*", re.DOTALL | re.IGNORECASE)
"""Remarks, and names that nobody asks for."""
STRING = r""""((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'"""
ADDRESSES = (
    re.compile(rf"\b(?:url|src)\(\s*(?:{STRING}|((?:\\.|[^)\"'\s\\])+))", re.IGNORECASE | re.DOTALL),
    re.compile(rf"@import\s*(?:{STRING})", re.IGNORECASE | re.DOTALL),
)
SET = re.compile(r"image-set\(([^;{}]*)", re.IGNORECASE)
IN_SET = re.compile(STRING)
HALVES = range(0xD800, 0xE000)
"""Numbers of halves of signs, which are none alone."""
ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|\n|(.))")


@lru_cache(maxsize=16)
def in_styles(css: str) -> tuple[Found, ...]:
    """The addresses that a style text, or the value of a property, asks for."""
    return tuple(addresses(NAMELESS.sub(lambda found: blank(found[0]), css)))


def addresses(css: str) -> Iterator[Found]:
    """The same of one without remarks."""
    for pattern in ADDRESSES:
        yield from (asks(meant(found), found.start(found.lastindex or 0)) for found in pattern.finditer(css))
    for inside in SET.finditer(css):
        yield from (
            asks(meant(found), inside.start(1) + found.start(found.lastindex or 0))
            for found in IN_SET.finditer(inside[1])
        )


def meant(found: re.Match[str]) -> str:
    """The address that was found, escapes undone."""
    text = next(filter(None, found.groups()), "")
    return ESCAPE.sub(lambda escape: sign(escape[1]) if escape[1] else escape[2] or "", text)


def sign(digits: str) -> str:
    """The character with a number; what is none becomes the sign for that."""
    number = int(digits, 16)
    return chr(number) if 0 < number <= 0x10FFFF and number not in HALVES else "\ufffd"
