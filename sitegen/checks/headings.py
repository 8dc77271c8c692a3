"""Headings: levels without a gap, words in each, and no shouting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.checks.inspection import Inspection
from sitegen.model.page import Page
from sitegen.problems import Location, Mistake, Problem, Severity, message

WORD = re.compile(r"[^\W\d_]+")
LONG_WORD = 7
"""Letters: abbreviations are shorter."""
LONGISH_WORD = 6
"""Letters of which three words in a row are no abbreviations either."""
VERY_LONG_WORD = 12
"""Letters that are too many in capitals even for a word alone."""
SMALL_WORDS = frozenset(
    (
        *("на", "за", "от", "по", "във", "със", "при", "към", "или", "без", "до", "след", "the", "of", "and", "for"),
        *("in", "on", "to", "with", "from", "для", "из", "или", "под", "над", "об"),
    )
)
"""Where they stand in capitals too, a phrase and no row of abbreviations is meant."""
TITLES = (".title", ".short")
"""How the ids of fields end that are shown as headings or as names of pages."""


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Wrong levels, empty headings, and headings and titles in capitals."""
    for page in inspection.sources:
        yield from levels(page)
        for heading in page.body.headings:
            if is_shouted(heading.text):
                yield shouted(heading.text).at(Location(page.file, heading.line, heading.column), Severity.WARNING)
        for piece in inspection.paragraphs[page.file]:
            if f".{piece.id}".endswith(TITLES) and is_shouted(piece.text):
                yield shouted(piece.text).at(piece.at, Severity.WARNING)


def levels(page: Page) -> Iterator[Problem]:
    """What is wrong with the steps from heading to heading; those that only name an item are not shown."""
    above = 1
    for heading in page.body.headings:
        place = Location(page.file, heading.line, heading.column)
        if heading.id not in page.item_ids:
            if not heading.text:
                yield empty().at(place, Severity.WARNING)
            if heading.level == 1:
                yield like_title(heading.text).at(place, Severity.WARNING)
            elif heading.level > above + 1:
                yield too_deep(heading.text, heading.level, above).at(place, Severity.WARNING)
        above = heading.level


def empty() -> Mistake:
    """The remark about a heading without words."""
    return Mistake("A11Y-03", message("the heading has no words"), message("Write its words, or delete the line."))


def like_title(text: str) -> Mistake:
    """The remark about a heading of the level that the page's title has."""
    return Mistake(
        "A11Y-03",
        message("the heading '{text}' has the level of the page's title", text=text),
        message("Headings of a text begin with two signs: ## {text}", text=text),
    )


def too_deep(text: str, level: int, above: int) -> Mistake:
    """The remark about a heading two or more levels below the one before it."""
    return Mistake(
        "A11Y-03",
        message(
            "the heading '{text}' has level {level}, but stands below level {above}",
            text=text,
            level=level,
            above=above,
        ),
        message("Write it one level below: {signs} {text}", signs="#" * (above + 1), text=text),
    )


def is_shouted(text: str) -> bool:
    """Whether a heading is in capitals, and not only because it consists of abbreviations and codes."""
    words = WORD.findall(text)
    if any(word != word.upper() and len(word) > 2 for word in words):
        return False
    capitals = [word for word in words if word == word.upper() and word != word.lower()]
    longest = max(map(len, capitals), default=0)
    is_phrase = any(word.lower() in SMALL_WORDS for word in capitals)
    is_phrase |= sum(len(word) >= LONGISH_WORD for word in capitals) > 2
    return longest >= VERY_LONG_WORD or (len(capitals) > 1 and (longest >= LONG_WORD or is_phrase))


def shouted(text: str) -> Mistake:
    """The remark about words in capitals."""
    return Mistake(
        "TXT-06",
        message("'{text}' is written in capitals", text=text),
        message("Write it like a sentence; how headings look is decided by the theme."),
    )
