"""Sentences and words: counted with care, so that an abbreviation ends no sentence and an amount is one word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.text.typography import LEADERS

STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"»“”’)\]*_]*(?=\s)")
NEXT = re.compile(r"[\W_]{0,12}(\w)")
LONGEST_ABBREVIATION = 12
"""Characters before a full stop that are looked at."""
ABBREVIATIONS = frozenset(
    leader.removesuffix(".") for leaders in LEADERS.values() for leader in leaders if leader.endswith(".")
) - {"г"} | frozenset(
    (
        *("напр", "т.е", "т.нар", "проф", "доц", "акад", "св", "вкл", "вж", "срв", "ред", "изд", "рег", "тел", "см"),
        *("им", "e.g", "i.e", "cf", "Mr", "Mrs", "Dr", "Prof", "St", "Fig", "Reg", "Nos", "vol"),
    )
)  # fmt: skip
"""What stands before a name or a number and hence ends no sentence; г. may end one: през 2020 г. Паркът…"""
WORD = re.compile(r"\d+(?:[ \u00a0\u202f]\d{3}(?!\d))*(?:[.,:/–-]\w+)*|[^\W\d_]+(?:[-'’./][^\W_]+)*")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Each sentence with its place from 0; in doubt a sentence ends."""
    start = 0
    for stop in STOP.finditer(text):
        if is_end(text, stop):
            yield start, text[start : stop.end()]
            start = stop.end()
    if text[start:].strip():
        yield start, text[start:]


def is_end(text: str, stop: re.Match[str]) -> bool:
    """Whether a sentence ends here: no abbreviation, and what follows begins anew."""
    following = NEXT.match(text, stop.end())
    if following and following[1].islower():
        return False
    words = text[max(stop.start() - LONGEST_ABBREVIATION, 0) : stop.start()].split()
    last = words[-1].lstrip('(„“«"') if words else ""
    is_initial = len(last) == 1 and last.isupper()
    return not (stop[0][0] == "." and (is_initial or last in ABBREVIATIONS))


def count_words(text: str) -> int:
    """How many words a reader meets; "515 000,00" is one."""
    return len(WORD.findall(text))
