"""Wordings: the words of a page's front matter, one by one, under names that all languages share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from sitegen.model.fields import Named, fields_of
from sitegen.model.language import Phrase
from sitegen.model.page import Page
from sitegen.model.readers import Record, Records
from sitegen.problems import Location


@dataclass(frozen=True)
class Wording:
    """A text of the front matter that this file writes itself."""

    id: str
    """The same in every language: `title`, `goals.g2.measures.m1.text`, `units.места`."""
    text: str
    at: Location
    """Of the value."""


def wordings(page: Page) -> Iterator[Wording]:
    """The words that a version has of its own, in the order of the fields; inherited ones are left out."""
    yield from wordings_of(page, page, (), ())
    if page.language == page.original:
        yield from (Wording(f"units.{text}", text, page.at(place)) for place, text in page.units_used)


def wordings_of(page: Page, owner: object, names: tuple[str, ...], places: tuple[str, ...]) -> Iterator[Wording]:
    """The words inside one record; `names` lead to it by id, `places` by number."""
    owner_type: type = type(owner)
    for field in worded_fields(owner_type):
        value, reader = getattr(owner, field.name), field.mark.reader
        if not value:
            continue
        inner, spot = (*names, field.name), (*places, field.name)
        if isinstance(reader, Records):
            for number, item in enumerate(value):
                yield from wordings_of(page, item, (*inner, getattr(item, reader.key)), (*spot, str(number)))
        elif isinstance(reader, Record):
            yield from wordings_of(page, value, inner, spot)
        else:
            yield from (w for w in phrases(page, value, inner, spot) if w.text)


@cache
def worded_fields(owner: type) -> tuple[Named, ...]:
    """The fields of a class that are words or hold some."""
    return tuple(field for field in fields_of(owner) if field.in_translations)


def phrases(page: Page, value: Any, names: tuple[str, ...], places: tuple[str, ...]) -> Iterator[Wording]:
    """A word field: one phrase, or the pairs of `units`."""
    if isinstance(value, Phrase):
        if value.language == page.language:
            yield Wording(".".join(names), value.text, place_of(page, names, places))
    elif isinstance(value, tuple) and names == ("units",):
        for key, phrase in value:
            yield Wording(f"units.{key}", phrase.text, page.at(f"units.{key}"))


def place_of(page: Page, names: tuple[str, ...], places: tuple[str, ...]) -> Location:
    """Where a word stands: a source numbers its items, a translation names them and may write the first word bare."""
    for way in (places, names, names[:-1]):
        known = page.positions.get(".".join(way))
        if known:
            return known
    return page.at("")
