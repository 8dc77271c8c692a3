"""What is told of each operation, in every language, and how its days and numbers are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sitegen.model.dates import FuzzyDate
from sitegen.model.money import Money

Words = tuple[tuple[str, str], ...]
"""Language and text."""
COUNTRY = "BG"
LICENCES = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}


@dataclass(frozen=True, kw_only=True)
class Body:
    """An organisation that answers for an operation."""

    name: Words
    eik: str = ""
    place: Words = ()
    """Postcode, town and street."""
    nuts: str = ""


@dataclass(frozen=True, kw_only=True)
class Reached:
    """An achievement."""

    text: Words
    unit: Words = ()
    baseline: Decimal | None = None
    target: Decimal | None = None
    achieved: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Spot:
    """A location."""

    name: Words
    address: Words = ()
    lat: Decimal | None = None
    lon: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Row:
    """An operation with its words in every language that it is told in."""

    id: str
    number: int | None
    code: str
    name: Words
    beneficiary: Body | None
    purpose: Words
    goals: tuple[Words, ...]
    achievements: tuple[Reached, ...]
    status: str
    start: FuzzyDate | None
    end: FuzzyDate | None
    is_end_actual: bool
    total: Money | None
    parts: tuple[tuple[str, Money], ...]
    rate: Decimal | None
    """Percent that the Union pays."""
    funds: tuple[str, ...]
    programme: Words
    programme_code: str
    specific_objective: Words
    intervention: str
    locations: tuple[Spot, ...]
    pages: Words
    """Absolute addresses."""
    updated: date | None


@dataclass(frozen=True, kw_only=True)
class Listing:
    """All operations of a site."""

    title: Words
    publisher: Words
    language: str
    """Of the table, as far as an operation is told in it."""
    licence: str
    home: str
    """Absolute address of the page that explains the data."""
    rows: tuple[Row, ...]

    @property
    def updated(self) -> date | None:
        """When the newest of them last changed."""
        return max((row.updated for row in self.rows if row.updated), default=None)


def iso(when: date | None) -> str:
    """A day of ISO 8601."""
    return when.isoformat() if when else ""


def plain(value: Decimal | None) -> str:
    """A number with its own decimals."""
    return "" if value is None else f"{value:f}"


def percent(value: Decimal | None) -> str:
    """A rate with two decimals."""
    return "" if value is None else f"{value:.2f}"


def collapsed(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Texts by language without line breaks and empty ones."""
    plain_texts = ((language, " ".join(text.split())) for language, text in texts)
    return ((language, text) for language, text in plain_texts if text)
