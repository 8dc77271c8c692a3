"""What documents of all formats tell of people, and how much of it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from itertools import islice

from sitegen.model.disclosures import Disclosure, Telling
from sitegen.text.identity import veiled
from sitegen.text.personal_numbers import REACH, PersonalNumber, personal_numbers

MOST = 100
"""Disclosures kept of one file: who has more learns nothing from the rest."""
LONGEST_NAME = 80
DIGITS = re.compile(r"[0-9]{10,}")
POSITION = 0x8825
"""The tag of the table with GPS data (Exif 2.32, 4.6.3)."""


def kept(found: Iterable[Disclosure]) -> tuple[Disclosure, ...]:
    """The first of them, each once."""
    return tuple(dict.fromkeys(islice(found, MOST)))


def numbers_in(text: str, *, page: int = 0, part: str = "") -> Iterator[Disclosure]:
    """The personal numbers of a text."""
    for number in islice(personal_numbers(text, REACH), MOST):
        yield replace(disclosure(number), page=page, part=part)


def disclosure(number: PersonalNumber) -> Disclosure:
    """What a personal number tells, veiled."""
    return Disclosure(Telling.FOREIGNER if number.is_foreigner else Telling.CITIZEN, said=veiled(number.digits))


def author(name: str, part: str = "") -> Iterator[Disclosure]:
    """Whom a file names as its author; nothing for an empty name."""
    readable = "".join(sign if sign.isprintable() else " " for sign in name)
    shown = " ".join(readable.split())[:LONGEST_NAME]
    if shown:
        yield Disclosure(Telling.AUTHOR, 0, part, DIGITS.sub(lambda digits: veiled(digits[0]), shown))


def has_position(picture: bytes) -> bool:
    """Whether a picture says where it was taken; no for what cannot be read."""
    from PIL import Image

    try:
        with Image.open(BytesIO(picture)) as opened:
            return bool(opened.getexif().get_ifd(POSITION))
    except Exception:  # noqa: BLE001 - Pillow raises whatever a damaged file makes it do
        return False
