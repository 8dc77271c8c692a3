"""Codes: numbers of contracts and procedures of the Union's programmes, as they are made and as people misspell them.

since 2014   BG16RFOP001-5.001-0042-C01    programme - axis . procedure - project - version
until 2013   BG051PO001-2.3.03-1097-C0001  programme and free form
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.text.scripts import LATIN_OF
from sitegen.text.strangers import Stranger
from sitegen.text.transliteration import transliterate

LOOK = str.maketrans({letter: latin.upper() for letter, latin in LATIN_OF.items()})
"""To the capital Latin letter that looks like a Cyrillic one."""
SOUND = str.maketrans({letter: transliterate(letter, "bg").upper() for letter in "АБВГДЕЗИКЛМНОПРСТУФХ"})
"""To the one that sounds like it: ОП for OP comes of the wrong keyboard."""
DIGITS = str.maketrans("OoIlЗзб", "0011336")
"""To the digits that look like letters."""

DIGIT = "[0-9OIlЗб]"
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
MARKS = f"./_{DASHES}-"
LOOSE = re.compile(
    rf"""
    BG (?P<sector>{DIGIT}{{2}}) (?P<branch>[A-Z][A-Z0-9]) (?P<kind>[O0]P|PR|TA) (?P<serial>{DIGIT}{{3,4}})
    (?: [{MARKS}] (?P<axis>{DIGIT}{{1,2}}) [{MARKS}] (?P<procedure>{DIGIT}{{3,4}})
        (?: [{MARKS}] (?P<project>{DIGIT}{{4,5}}) (?: [{MARKS}]? C (?P<version>{DIGIT}{{2,4}}) )? )? )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A code since 2014 with other marks between its parts, a zero too many, letters for digits and digits for letters."""
LOOSE_OLD = re.compile(rf"BG(?P<sector>{DIGIT}{{3}})(?P<kind>P[O0])(?P<serial>{DIGIT}{{3}})(?!\w)", re.IGNORECASE)
LENGTHS = {"serial": 3, "procedure": 3, "project": 4}
"""Of the parts before which a zero too many may stand."""
JUNK = re.compile(r"[№\s\u00ad\u200b-\u200d\ufeff]+")
"""What stands before a code and between its parts by mistake, and may go."""
UNTIDY = re.compile(rf"{JUNK.pattern}|[a-z]+|[{DASHES}]")
REST = re.compile(r"[,;(]|[\W_](?=[А-Яа-я][а-я])|\s(?=[а-я]\s)")
"""Where something follows that is no part of the code: от 9.1.2018."""

TOKEN = re.compile(rf"(?<![^\W\d_])[BВБ][GГ][\w{MARKS}]{{7,60}}")
"""What may be a code in a text."""


@dataclass(frozen=True)
class Scheme:
    """How the codes of a period are made."""

    programme: re.Pattern[str]
    contract: re.Pattern[str]
    procedure: re.Pattern[str]
    example: str
    """A contract number."""
    procedure_example: str


SINCE_2014 = Scheme(
    programme=re.compile(r"BG[0-9]{2}[A-Z][A-Z0-9](?:OP|PR|TA)[0-9]{3}"),
    contract=re.compile(
        r"BG[0-9]{2}[A-Z][A-Z0-9](?:OP|PR|TA)[0-9]{3}-[0-9]{1,2}\.[0-9]{3}(?:-[0-9]{4}(?:-C[0-9]{2,4})?)?"
    ),
    procedure=re.compile(r"BG[0-9]{2}[A-Z][A-Z0-9](?:OP|PR|TA)[0-9]{3}-[0-9]{1,2}\.[0-9]{3}"),
    example="BG16RFOP001-5.001-0042-C01",
    procedure_example="BG16RFOP001-5.001",
)
UNTIL_2013 = Scheme(
    programme=re.compile(r"BG[0-9]{3}PO[0-9]{3}"),
    contract=re.compile(r"BG[0-9]{3}PO[0-9]{3}[-/](?:[A-Z0-9]|[./-](?=[A-Z0-9]))+"),
    procedure=re.compile(r"BG[0-9]{3}PO[0-9]{3}[-/](?:[A-Z0-9]|[./-](?=[A-Z0-9]))+"),
    example="BG051PO001-2.3.03-1097-C0001",
    procedure_example="BG051PO001-2.3.03",
)
SCHEMES = (SINCE_2014, UNTIL_2013)


def codes_in(text: str) -> Iterator[tuple[int, str]]:
    """Place and letters of what in a text is a code, or is meant to be one."""
    for found in TOKEN.finditer(text):
        token = found[0].rstrip(MARKS)
        if is_code(token):
            yield found.start(), token


def is_code(token: str) -> bool:
    """Whether a token begins as a code does, letters that look or sound alike allowed."""
    return begins(bare(in_latin(token)))


def begins(code: str) -> bool:
    """Whether a code in Latin letters begins with that of a programme, more or less."""
    return bool(LOOSE.match(code) or LOOSE_OLD.match(code))


def bare(code: str) -> str:
    """The code without what may go."""
    return JUNK.sub("", code)


def in_latin(code: str) -> str:
    """The code with Latin letters for Cyrillic ones: those that look like them, else those that sound like them.

    As long as before; what is a code in neither way stays as it is, and so do words that follow it.
    """
    rest = REST.search(code)
    end = rest.start() if rest else len(code)
    ways = (code[:end].translate(table) + code[end:] for table in (LOOK, SOUND))
    return next((way for way in ways if begins(bare(way))), code)


def spelled(code: str) -> str:
    """The code with the letters and digits that belong in each place instead of those that look like them.

    As long as before; what is no code stays as it is.
    """
    signs = list(in_latin(code))
    places = [place for place, sign in enumerate(signs) if not JUNK.match(sign)]
    for place, sign in zip(places, fitted("".join(signs[place] for place in places)), strict=True):
        signs[place] = sign
    return "".join(signs)


def fitted(code: str) -> str:
    """Digits where digits belong, and letters where letters do."""
    found = LOOSE.match(code) or LOOSE_OLD.match(code)
    if found is None:
        return code
    signs = list(code)
    for name, part in found.groupdict().items():
        if part and name != "branch":
            right = part.replace("0", "O") if name == "kind" else part.translate(DIGITS)
            signs[found.start(name) : found.end(name)] = right
    return "".join(signs)


def strangers(code: str) -> tuple[Stranger, ...]:
    """What in a code only looks as if it belonged there."""
    pairs = enumerate(zip(code, spelled(code), strict=True))
    return tuple(Stranger(place, sign, right) for place, (sign, right) in pairs if sign != right)


def untidy(code: str) -> Iterator[tuple[int, str, str]]:
    """Place, letters and replacement of what can be put right without knowing the number: №, spaces, case, dashes."""
    for found in UNTIDY.finditer(code):
        yield found.start(), found[0], neat(found)


def tidied(code: str) -> str:
    """The code in capitals, with hyphens, and without № and spaces."""
    return UNTIDY.sub(neat, code)


def neat(found: re.Match[str]) -> str:
    """What belongs in the place of something untidy."""
    return "-" if found[0] in DASHES else JUNK.sub("", found[0].upper())


def is_right(code: str) -> bool:
    """Whether a contract number or a procedure's code is as those of some period are."""
    return any(scheme.contract.fullmatch(code) for scheme in SCHEMES)


def repaired(code: str) -> str:
    """The number that is meant by a code with the wrong marks, or with a zero too many; "" where that is not plain."""
    plain = tidied(spelled(code))
    if is_right(plain):
        return plain
    found = LOOSE.fullmatch(plain)
    if found:
        right = composed({name: part or "" for name, part in found.groupdict().items()})
        return right if is_right(right) else ""
    within = [token for _, token in codes_in(code) if token != code]
    return repaired(within[0]) if len(within) == 1 else ""


def composed(parts: dict[str, str]) -> str:
    """A code since 2014 of its parts."""
    short = {name: without_zero(part, LENGTHS.get(name, len(part))) for name, part in parts.items()}
    tails = (("-", "axis"), (".", "procedure"), ("-", "project"), ("-C", "version"))
    start = "BG" + "".join(short[name] for name in ("sector", "branch", "kind", "serial"))
    return start + "".join(mark + short[name] for mark, name in tails if short[name])


def without_zero(digits: str, length: int) -> str:
    """Digits without the zero that is too many."""
    return digits[1:] if len(digits) > length and digits.startswith("0") else digits


def programme_of(code: str) -> str:
    """The programme's part of a contract number or a procedure's code; "" where it has none."""
    found = next((found for found in (scheme.programme.match(code) for scheme in SCHEMES) if found), None)
    return found[0] if found else ""


def procedure_of(code: str) -> str:
    """The procedure's part of a contract number since 2014; "" of others."""
    found = SINCE_2014.procedure.match(code)
    return found[0] if found else ""
