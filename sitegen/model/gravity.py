"""Gravity: whether a change of a text is a slip of the pen, or moves what readers rely on."""

from __future__ import annotations

import re
from collections import Counter

from sitegen.model.translation import Drift
from sitegen.text.months import MONTH_NUMBERS

FEW_LETTERS = 3
"""So many may change in a paragraph for it to be a correction of its spelling."""
_WORD = re.compile(r"\w+(?:[.,:/-]\w+)*|[€$£%‰]")
_DIGIT = re.compile(r"\d")
_ENDING = re.compile(r"(?<=\d)-?[a-zа-яё]+$")
_SIGN = re.compile(r"[€$£%‰]")
CURRENCIES = frozenset(("лв", "лев", "лева", "левов", "евро", "lev", "leva", "euro", "euros", "eur", "bgn", "usd"))
SCALES = frozenset(("хил", "млн", "млрд", "хиляди", "милиона", "милиарда", "тыс", "thousand", "million", "billion"))
BESIDE_NUMBERS = MONTH_NUMBERS.keys() | CURRENCIES | SCALES
"""Words that belong to the number that they stand beside."""


def is_minor(drift: Drift) -> bool:
    """Whether a translation cannot be wrong because of it: three letters or fewer, and no number, date or code."""
    before, after = drift.before, drift.after
    return (
        bool(before and after)
        and facts(before) == facts(after)
        and differ_by(letters(before), letters(after), FEW_LETTERS)
    )


def moves_facts(drift: Drift) -> bool:
    """Whether a number, a date or a code changed."""
    return Counter(facts(drift.before)) != Counter(facts(drift.after))


def facts(text: str) -> list[str]:
    """The numbers and codes of a text in their order, with months and currencies beside them."""
    words = ["", *_WORD.findall(text), ""]
    return [
        _ENDING.sub("", word)
        for before, word, after in zip(words, words[1:], words[2:], strict=False)
        if has_digit(word)
        or _SIGN.match(word)
        or (word.casefold() in BESIDE_NUMBERS and (has_digit(before) or has_digit(after)))
    ]


def has_digit(word: str) -> bool:
    """Whether a word is a number, or a code."""
    return _DIGIT.search(word) is not None


def letters(text: str) -> str:
    """The letters of a text alone."""
    return "".join(filter(str.isalpha, text))


def differ_by(one: str, other: str, limit: int) -> bool:
    """Whether so many letters, put in, left out or replaced, make one text of the other."""
    start = alike(one, other)
    one, other = one[start:], other[start:]
    if abs(len(one) - len(other)) > limit:
        return False
    if not one or not other or not limit:
        return one == other or max(len(one), len(other)) <= limit
    return (
        differ_by(one[1:], other[1:], limit - 1)
        or differ_by(one[1:], other, limit - 1)
        or differ_by(one, other[1:], limit - 1)
    )


def alike(one: str, other: str) -> int:
    """How many letters two texts begin with in common; by halves, since slices compare fast."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
