"""Strangers: signs that stand in a word or code in place of others that look like them, and how they are named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.problems import Message, listed, message

MOST_NAMED = 6
"""Strangers that one message names."""
CYRILLIC_LETTER = re.compile("[\u0400-\u0481\u048a-\u052f]")


@dataclass(frozen=True)
class Stranger:
    """A sign that does not belong where it stands."""

    place: int
    """In the word, from 0."""
    sign: str
    right: str
    """What belongs there; "" where nothing looks like it."""


def told(strangers: Sequence[Stranger]) -> Message:
    """Place, sign and code point of each, the first ones of many."""
    return listed(named(stranger) for stranger in strangers[:MOST_NAMED])


def named(stranger: Stranger) -> Message:
    """One sign so that nobody can miss it: its place, what it is, its code point, what belongs there."""
    values = {
        "place": stranger.place + 1,
        "letter": stranger.sign,
        "point": f"U+{ord(stranger.sign):04X}",
        "right": stranger.right,
    }
    if stranger.sign.isdigit():
        return message("character {place} is the digit '{letter}' instead of the letter '{right}'", **values)
    if stranger.right.isdigit():
        return message("character {place} is the letter '{letter}' ({point}) instead of the digit '{right}'", **values)
    return named_letter(stranger, values)


def named_letter(stranger: Stranger, values: dict[str, object]) -> Message:
    """A letter among letters."""
    is_cyrillic = CYRILLIC_LETTER.match(stranger.sign) is not None
    if is_cyrillic and stranger.right:
        return message("character {place} is a Cyrillic '{letter}' ({point}) instead of a Latin '{right}'", **values)
    if is_cyrillic:
        return message("character {place} is a Cyrillic '{letter}' ({point})", **values)
    if stranger.right:
        return message("character {place} is a Latin '{letter}' ({point}) instead of a Cyrillic '{right}'", **values)
    return message("character {place} is a Latin '{letter}' ({point})", **values)
