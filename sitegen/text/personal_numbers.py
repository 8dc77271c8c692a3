"""Personal numbers in a text: those of citizens, and of foreigners where the text says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.problems import Message, message
from sitegen.text.identity import is_egn, is_lnch, veiled

REACH = 300
"""Characters before a foreigner's number in which the words stand that tell of it, in documents."""
SIGHT = 16
"""Characters before a number that are looked at."""
TEN = re.compile(r"(?<![0-9])[0-9]{10}(?!\w)(?![./_-]\w)(?!,[0-9])")
INSIDE = re.compile(r"(?:[+\w]|\w[./_-]|[0-9],|\+[0-9]{1,3}[\s(]{1,2})\Z")
"""What stands before digits that are part of a larger number, of an amount, of a telephone or of a code."""
LABEL = re.compile(r"(?:ЕГН|ЛНЧ)\Z")
TELEPHONE = re.compile(r"(?:тел|факс|моб|tel|fax|phone|gsm)\w{0,5}\W{0,3}\Z", re.IGNORECASE)
FOREIGNER = re.compile(
    r"ЛНЧ|LNCH?\b|личен номер на чужденец|личный номер иностранца|personal number of a foreigner", re.IGNORECASE
)


@dataclass(frozen=True)
class PersonalNumber:
    """Ten digits that are a person's."""

    start: int
    """Where in the text they begin."""
    digits: str
    is_foreigner: bool
    """Whether it is an ЛНЧ."""

    @property
    def complaint(self) -> Message:
        """What it is; it is never told whole, for reports travel."""
        number = veiled(self.digits)
        if self.is_foreigner:
            return message("'{number}' is the personal number of a foreigner (LNCh)", number=number)
        return message("'{number}' is a personal number (EGN)", number=number)


def personal_numbers(text: str, reach: int | None = None) -> Iterator[PersonalNumber]:
    """The personal numbers of a text.

    One in ten of all numbers could be a foreigner's; without words before it, it is none. The words may stand `reach`
    characters before it, None for anywhere.
    """
    likely = [found for found in TEN.finditer(text) if is_egn(found[0]) or is_lnch(found[0])]
    told = FOREIGNER.search(text) if likely else None
    for found in likely:
        start, digits = found.start(), found[0]
        is_one = is_egn(digits) or (
            told is not None and told.end() <= start and (reach is None or is_near(text, start, reach))
        )
        if is_one and not belongs_elsewhere(text[max(start - SIGHT, 0) : start]):
            yield PersonalNumber(start, digits, not is_egn(digits))


def is_near(text: str, end: int, reach: int) -> bool:
    """Whether words shortly before a place tell of a foreigner's number."""
    return bool(FOREIGNER.search(text, max(end - reach, 0), end))


def belongs_elsewhere(before: str) -> bool:
    """Whether ten digits are a telephone, or a part of something, by what stands before them."""
    return bool(TELEPHONE.search(before) or (INSIDE.search(before) and not LABEL.search(before)))
