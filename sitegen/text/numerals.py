"""Numerals: what the words of a text may say in place of figures, in Bulgarian, English and Russian.

Generous on purpose: it excuses a figure that another language spells, and never asks for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from sitegen.text.months import MONTH_NUMBERS

BEGINNINGS: Mapping[str, str] = {
    "0": "нул нол",
    "1": "един една едно едни одн перв първ",
    "2": "два две дву двой двои втор обе оба",
    "3": "три тро трет трех трем",
    "4": "четир четвърт четвер четыр",
    "5": "пет пят",
    "6": "шест",
    "7": "седем седм семь семи седьм",
    "8": "осем осм восем восьм",
    "9": "девет девят",
    "10": "десет десят",
    "11": "единадес единайс одиннад",
    "12": "дванадес дванайс двенадц",
    "13": "тринадес тринайс тринадц",
    "14": "четиринад четиринайс четырнад",
    "15": "петнад петнайс пятнад",
    "16": "шестнад шестнайс",
    "17": "седемнад седемнайс семнад",
    "18": "осемнад осемнайс восемнад",
    "19": "деветнад деветнайс девятнад",
    "20": "двадес двайс двадц",
    "30": "тридес трийс тридц",
    "40": "четиридес четирийс сорок",
    "50": "петдес пятьдес пятидес",
    "60": "шестдес шейсет шестьдес шестидес",
    "70": "седемдес семьдес семидес",
    "80": "осемдес восемьдес восьмидес",
    "90": "деветдес девян",
    "100": "стот сотн",
    "200": "двест",
    "300": "трист",
    "1000": "хиляд тысяч",
    "0.5": "полов",
}
"""How Bulgarian and Russian words begin that count, order or compound: пет, петима, петдневен; е for ё."""
WORDS: Mapping[str, str] = {
    "0": "zero nought полунощ полночь midnight",
    "1": "one first once a an single веднъж однажды",
    "2": "two second twice both pair couple double",
    "3": "three third thrice triple",
    "4": "four fourth",
    "5": "five fifth",
    "6": "six sixth",
    "7": "seven seventh",
    "8": "eight eighth",
    "9": "nine ninth",
    "10": "ten tenth",
    "11": "eleven eleventh",
    "12": "twelve twelfth dozen дузина дюжина noon midday обяд обед пладне полдень",
    "13": "thirteen thirteenth",
    "14": "fourteen fourteenth",
    "15": "fifteen fifteenth",
    "16": "sixteen sixteenth",
    "17": "seventeen seventeenth",
    "18": "eighteen eighteenth",
    "19": "nineteen nineteenth",
    "20": "twenty twentieth",
    "30": "thirty thirtieth",
    "40": "forty fortieth",
    "50": "fifty fiftieth half",
    "60": "sixty sixtieth",
    "70": "seventy seventieth",
    "80": "eighty eightieth",
    "90": "ninety ninetieth",
    "100": "hundred сто ста",
    "1000": "thousand",
}
"""Whole words that count or order."""

WORD = re.compile(r"[^\W\d_]+")
BEGINNING = re.compile("|".join(sorted(" ".join(BEGINNINGS.values()).split(), key=len, reverse=True)))
VALUES: Mapping[str, str] = {
    word: value for table in (BEGINNINGS, WORDS) for value, words in table.items() for word in words.split()
}
WHOLE = frozenset(" ".join(WORDS.values()).split())
JOINTS = frozenset(("и", "and"))
"""What may stand between tens and ones."""
ROMAN = re.compile(r"(?=[IVXLC])(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
ROMAN_VALUES: Mapping[str, int] = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
TO_ROMAN = str.maketrans("ІХС", "IXC")
"""From Cyrillic letters that look the same."""


def spelled(text: str) -> frozenset[str]:
    """The values that words, months and Roman numerals of a text may stand for: `5`, `25`, `month 3`."""
    written = WORD.findall(text)
    words = [word for word in map(folded, written) if word not in JOINTS]
    values = [value_of(word) for word in words]
    return frozenset(
        (
            *filter(None, values),
            *(f"month {MONTH_NUMBERS[word]}" for word in words if word in MONTH_NUMBERS),
            *sums(values),
            *(str(roman(word)) for word in written if is_roman(word)),
        )
    )


def folded(word: str) -> str:
    """A word in small letters, е for ё."""
    return word.casefold().replace("ё", "е")


def value_of(word: str) -> str:
    """What a word in small letters counts; "" for other words."""
    found = BEGINNING.match(word)
    return VALUES[word] if word in WHOLE else VALUES[found[0]] if found else ""


def sums(values: list[str]) -> Iterator[str]:
    """Tens with the ones that follow them: двадесет и пет, twenty-five."""
    for tens, ones in pairwise(values):
        if len(tens) == 2 and tens[0] > "1" and len(ones) == 1:
            yield str(int(tens) + int(ones))


def is_roman(word: str) -> bool:
    """Whether a word is a Roman numeral in capitals, below 400."""
    return ROMAN.fullmatch(word.translate(TO_ROMAN)) is not None


def roman(word: str) -> int:
    """The value of a Roman numeral."""
    digits = [ROMAN_VALUES[letter] for letter in word.translate(TO_ROMAN)]
    return sum(-one if one < following else one for one, following in pairwise((*digits, 0)))
