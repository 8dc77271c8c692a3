"""Quotation marks without a partner, whatever their shape; which shape is right is the business of typography."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from sitegen.text.typography import ENDERS, MARK

STARTERS = "([{"


class Role(Enum):
    """What a mark may do where it stands."""

    OPENS = auto()
    CLOSES = auto()
    EITHER = auto()
    NOTHING_OR_CLOSES = auto()
    """It follows a number: 24" are inches, or the end of "Програма 2020"."""


@dataclass(frozen=True)
class Lonely:
    """A mark that no reading of the text gives a partner."""

    place: int
    """From 0."""
    is_open: bool
    """Whether its closing mark is missing; else the opening one."""


def lonely(text: str) -> Lonely | None:
    """The first mark that has no partner; None where some reading of the text is whole."""
    marks = [(found.start(), role(text, found.start())) for found in MARK.finditer(text)]
    least = most = 0
    is_even = True  # every depth between the two in steps of two; later in steps of one
    for place, does in marks:
        if does is Role.NOTHING_OR_CLOSES:
            is_even = False
        else:
            most += -1 if does is Role.CLOSES else 1
        least += 1 if does is Role.OPENS else -1
        if most < 0:
            return Lonely(place, is_open=False)
        if least < 0:
            least = 1 if is_even else 0
    return Lonely(unclosed(marks), is_open=True) if least else None


def role(text: str, place: int) -> Role:
    """What a mark may do: its shape tells, else what stands on both sides."""
    mark, before, after = text[place], text[max(place - 1, 0) : place] or " ", text[place + 1 : place + 2] or " "
    is_first = before.isspace() or before in STARTERS
    if mark in "„«":
        return Role.OPENS
    if mark in '"”' and before.isdigit():
        return Role.NOTHING_OR_CLOSES
    if mark == "»" or (not is_first and is_of_word(before) and (after.isspace() or after in ENDERS)):
        return Role.CLOSES
    return Role.OPENS if is_first and after.isalnum() else Role.EITHER


def is_of_word(character: str) -> bool:
    """Whether a closing mark may follow at once."""
    return character.isalnum() or character in ENDERS or character == "%"


def unclosed(marks: list[tuple[int, Role]]) -> int:
    """The innermost mark that stays open when each that may close does."""
    opened: list[int] = []
    for place, does in marks:
        if does is Role.OPENS or (does is Role.EITHER and not opened):
            opened.append(place)
        elif opened:
            opened.pop()
    return opened[-1] if opened else marks[0][0]
