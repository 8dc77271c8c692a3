"""Stated euro: where a text gives an amount in leva and in euro side by side, the one follows from the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from sitegen.checks.inspection import Inspection
from sitegen.markup.paragraphs import CODE, Paragraph
from sitegen.model.money import PER_EURO, Money, wrong_euro
from sitegen.problems import Problem

SCALES: Mapping[str, int] = {
    "хил": 3, "хиляди": 3, "тыс": 3, "тысяч": 3, "тысячи": 3, "тысяча": 3, "thousand": 3,
    "млн": 6, "милион": 6, "милиона": 6, "миллион": 6, "миллиона": 6, "миллионов": 6, "million": 6,
    "млрд": 9, "милиард": 9, "милиарда": 9, "миллиард": 9, "миллиарда": 9, "миллиардов": 9, "billion": 9,
}  # fmt: skip
"""Zeros behind a number, by the word after it."""
_GAP = "[ \u00a0\u202f\u2009]"
_BEFORE = "BGN|EUR|€"
_AFTER = r"лв\b|лев(?:а|ов)?\b|BGN\b|leva?\b|€|EUR\b|евро\b|euros?\b"
AMOUNT = re.compile(
    rf"(?:(?P<before>{_BEFORE}){_GAP}?)?"
    rf"(?<![\d.,])(?P<whole>\d{{1,3}}(?:[ \u00a0\u202f\u2009.,]\d{{3}}(?!\d)){{1,5}}|\d{{1,15}})"
    rf"(?:[.,](?P<decimals>\d{{1,2}}))?(?![\d])"
    rf"(?:{_GAP}?(?P<scale>{'|'.join(sorted(SCALES, key=len, reverse=True))})\b\.?)?"
    rf"(?:{_GAP}?(?P<after>{_AFTER})\.?)?",
    re.IGNORECASE,
)
_VAT = rf"(?:{_GAP}(?:с|без|with|without|incl\.|excl\.){_GAP}(?:ДДС|НДС|VAT))?"
BETWEEN = re.compile(rf"{_VAT}(?:\s*(?P<bracket>[(\[/])\s*=?|\s*=|,?\s+(?P<word>или|or))\s*", re.IGNORECASE)
CLOSING = re.compile(rf"{_VAT}\s*[)\],;/]", re.IGNORECASE)
IN_EURO = re.compile(r"€|EUR|евро|euro", re.IGNORECASE)
IN_LEVA = re.compile(r"лв|лев|BGN|lev", re.IGNORECASE)
ALIKE = 5
"""Percent by which two amounts with "or" between them may differ and still mean the same one."""

MOST_CHARACTERS = 100_000
"""Of a paragraph, a list or a table; more of them are no text that anybody reads."""
FEWEST_DIGITS = 2
"""That remain of whole euro, however round they are."""


@dataclass(frozen=True)
class Stated:
    """An amount in a text."""

    money: Money
    unit: int
    """What it is rounded to, in hundredths."""
    start: int
    end: int


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Euro that are not the converted leva beside them."""
    for pieces in inspection.paragraphs.values():
        for piece in pieces:
            if has_both(piece):
                yield from piece_problems(piece)


def has_both(piece: Paragraph) -> bool:
    """Whether a piece speaks of euro and of leva."""
    is_text = piece.kind != CODE and len(piece.text) <= MOST_CHARACTERS
    return is_text and bool(IN_EURO.search(piece.text) and IN_LEVA.search(piece.text))


def piece_problems(piece: Paragraph) -> Iterator[Problem]:
    """The wrong pairs of a piece, each at its first amount."""
    text = piece.prose
    for one, other in pairwise(amounts(text)):
        if {one.money.currency, other.money.currency} == {"BGN", "EUR"} and is_pair(text, one, other):
            leva, euro = (one, other) if one.money.currency == "BGN" else (other, one)
            wrong = None if is_rounded(leva, euro.money) else wrong_euro(leva.money, euro.money, euro.unit)
            if wrong:
                yield wrong.at(piece.spot(one.start))


def amounts(text: str) -> Iterator[Stated]:
    """All amounts with a currency, in their order."""
    for found in AMOUNT.finditer(text):
        currency = found["before"] or found["after"]
        if currency:
            zeros = SCALES.get((found["scale"] or "").lower(), 0)
            yield stated(found, bool(IN_EURO.match(currency)), zeros)


def stated(found: re.Match[str], is_euro: bool, zeros: int) -> Stated:
    """The amount of a match whose scale has so many zeros."""
    whole, decimals = "".join(filter(str.isdigit, found["whole"])), found["decimals"] or ""
    last = 10 ** (zeros + 2 - len(decimals))
    money = Money(int(whole + decimals) * last, "EUR" if is_euro else "BGN")
    unit = last if zeros else rounding(whole) if is_euro and not decimals else 1
    return Stated(money, unit, found.start(), found.end())


def rounding(whole: str) -> int:
    """To how many cents whole euro may be rounded: the zeros at their end may stand for other digits."""
    zeros = len(whole) - len(whole.rstrip("0"))
    unit: int = 100 * 10 ** max(min(zeros, len(whole) - FEWEST_DIGITS), 0)
    return unit


def is_pair(text: str, one: Stated, other: Stated) -> bool:
    """Whether the second amount says the first one again: in brackets, after a stroke or an "or"."""
    between = BETWEEN.fullmatch(text, one.end, other.start)
    if not between:
        return False
    if between["bracket"] in ("(", "["):
        return CLOSING.match(text, other.end) is not None
    return not between["word"] or is_alike(one.money.euro, other.money.euro)


def is_alike(one: Money, other: Money) -> bool:
    """Whether two amounts in euro are nearly the same."""
    return abs(one.minor - other.minor) * 100 <= ALIKE * max(one.minor, other.minor)


def is_rounded(leva: Stated, euro: Money) -> bool:
    """Whether the leva are rounded, as millions are, and the euro fit."""
    back = (euro.minor * PER_EURO["BGN"] + PER_EURO["EUR"] // 2) // PER_EURO["EUR"]
    return leva.unit > 1 and 2 * abs(leva.money.minor - back) <= leva.unit
