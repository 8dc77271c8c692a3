"""The list of operations as open data: JSON with everything, a table for spreadsheets, and the schema of the JSON.

What is told of each is asked for by Reg. (EU) 2021/1060, Art. 49(3); in an open, machine-readable form by Art. 49(4).
What is not stated is absent, or an empty cell; it is never 0.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any

from sitegen.model.dates import FuzzyDate
from sitegen.model.money import Money

Words = tuple[tuple[str, str], ...]
"""Language and text."""
COUNTRY = "BG"
FORMULA = re.compile(r"(^|[;\t\r\n])([ \u00a0]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""Where a spreadsheet would begin to reckon: at the start of a cell, and where a semicolon may part two."""
BETWEEN = "; "
BOM = "\ufeff"
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


# ── JSON ────────────────────────────────────────────────────────────────────────────────────────────────────


def as_json(_workshop: object, listing: Listing) -> bytes:
    """Everything, in all languages."""
    whole = {
        "$schema": listing.home + "projects.schema.json",
        "title": dict(listing.title),
        "publisher": dict(listing.publisher),
        "licence": listing.licence,
        "licence_url": LICENCES[listing.licence],
        "last_updated": iso(listing.updated),
        "operations": [operation(row) for row in listing.rows],
    }
    return (json.dumps(known(whole), ensure_ascii=False, indent=1) + "\n").encode()


def operation(row: Row) -> dict[str, Any]:
    """An operation."""
    return known(
        {
            "id": row.id,
            "number": row.number,
            "operation_code": row.code,
            "operation_name": dict(row.name),
            "beneficiary": body(row.beneficiary),
            "purpose": dict(row.purpose),
            "goals": [dict(goal) for goal in row.goals],
            "achievements": [achievement(one) for one in row.achievements],
            "status": row.status,
            "start_date": day(row.start),
            "end_date": day(row.end, kind="actual" if row.is_end_actual else "expected"),
            "total_cost": money(row.total),
            "funding": [known({"source": source, **(money(amount) or {})}) for source, amount in row.parts],
            "eu_cofinancing_rate": percent(row.rate),
            "fund": list(row.funds),
            "programme": known({"name": dict(row.programme), "code": row.programme_code}),
            "specific_objective": dict(row.specific_objective),
            "intervention_type": row.intervention,
            "locations": [spot(one) for one in row.locations],
            "country": COUNTRY,
            "pages": dict(row.pages),
            "last_updated": iso(row.updated),
        }
    )


def known(thing: Mapping[str, Any]) -> dict[str, Any]:
    """A thing without what is not stated."""
    return {name: value for name, value in thing.items() if value not in (None, "", {}) and value != []}


def body(organisation: Body | None) -> dict[str, Any]:
    """An organisation."""
    if organisation is None:
        return {}
    place = dict(organisation.place)
    return known(
        {"name": dict(organisation.name), "eik": organisation.eik, "location": place, "nuts": organisation.nuts}
    )


def achievement(one: Reached) -> dict[str, Any]:
    """An achievement; numbers are texts, so that no decimal is lost."""
    numbers = {"baseline": one.baseline, "target": one.target, "achieved": one.achieved}
    texts = {name: plain(value) for name, value in numbers.items()}
    return known({"text": dict(one.text), "unit": dict(one.unit), **texts})


def spot(one: Spot) -> dict[str, Any]:
    """A location."""
    return known({"name": dict(one.name), "address": dict(one.address), "lat": plain(one.lat), "lon": plain(one.lon)})


def money(amount: Money | None) -> dict[str, Any] | None:
    """An amount as it was agreed, and in euro."""
    if amount is None:
        return None
    return {"amount": amount.decimal, "minor": amount.minor, "currency": amount.currency, "euro": amount.euro.decimal}


def day(when: FuzzyDate | None, **more: str) -> dict[str, str] | None:
    """A date of ISO 8601 with the finest part that is known."""
    return {"date": when.iso, "precision": when.precision, **more} if when else None


def iso(when: date | None) -> str:
    """A day of ISO 8601."""
    return when.isoformat() if when else ""


def plain(value: Decimal | None) -> str:
    """A number with its own decimals."""
    return "" if value is None else f"{value:f}"


def percent(value: Decimal | None) -> str:
    """A rate with two decimals."""
    return "" if value is None else f"{value:.2f}"


# ── table ───────────────────────────────────────────────────────────────────────────────────────────────────


def cells(row: Row, listing: Listing) -> dict[str, str]:
    """The columns of the table with an operation's values."""
    language = listing.language

    def said(words: Words) -> str:
        return into(words, language)

    total, organisation = row.total, row.beneficiary
    return {
        "operation_code": row.code,
        "operation_name": said(row.name),
        "language": language_of(row.name, language),
        "beneficiary": said(organisation.name) if organisation else "",
        "beneficiary_location": said(organisation.place) if organisation else "",
        "purpose": said(row.purpose) or joined(said(goal) for goal in row.goals),
        "achievements": joined(counted(one, one.target, language) for one in row.achievements),
        "achieved": joined(
            counted(one, one.achieved, language) for one in row.achievements if one.achieved is not None
        ),
        "status": row.status,
        "start_date": row.start.iso if row.start else "",
        "end_date": row.end.iso if row.end else "",
        "end_kind": ("actual" if row.is_end_actual else "expected") if row.end else "",
        "total_cost": total.decimal if total else "",
        "currency": total.currency if total else "",
        "total_cost_eur": total.euro.decimal if total else "",
        "eu_cofinancing_rate": percent(row.rate),
        "fund": joined(row.funds),
        "programme": said(row.programme),
        "specific_objective": said(row.specific_objective),
        "intervention_type": row.intervention,
        "location": joined(said(one.name) for one in row.locations),
        "lat": joined(plain(one.lat) for one in row.locations),
        "lon": joined(plain(one.lon) for one in row.locations),
        "country": COUNTRY,
        "page": said(row.pages),
        "last_updated": iso(row.updated),
        "licence": listing.licence,
    }


COLUMNS = (
    "operation_code", "operation_name", "language", "beneficiary", "beneficiary_location", "purpose", "achievements",
    "achieved", "status", "start_date", "end_date", "end_kind", "total_cost", "currency", "total_cost_eur",
    "eu_cofinancing_rate", "fund", "programme", "specific_objective", "intervention_type", "location", "lat", "lon",
    "country", "page", "last_updated", "licence",
)  # fmt: skip


def as_csv(_workshop: object, listing: Listing) -> bytes:
    """The table by RFC 4180, with a byte order mark by which spreadsheets know UTF-8."""
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in listing.rows:
        values = cells(row, listing)
        writer.writerow([defused(values[name]) for name in COLUMNS])
    return (BOM + text.getvalue()).encode()


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; an apostrophe says that text follows."""
    return FORMULA.sub(r"\1\2'", cell)


def into(words: Words, language: str) -> str:
    """The text in a language, else in the first that it has."""
    return dict(words).get(language, words[0][1] if words else "")


def language_of(words: Words, language: str) -> str:
    """The language that `into` gives."""
    return language if language in dict(words) or not words else words[0][0]


def joined(texts: Iterable[str]) -> str:
    """Several values in a cell, or none."""
    found = list(texts)
    return BETWEEN.join(found) if any(found) else ""


def counted(one: Reached, value: Decimal | None, language: str) -> str:
    """An achievement with its number and unit: `Обучени деца: 65 души`."""
    text, unit = into(one.text, language), into(one.unit, language)
    return f"{text}: {plain(value)} {unit}".rstrip() if value is not None else text


# ── schema ──────────────────────────────────────────────────────────────────────────────────────────────────

DECIMAL = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}
AMOUNT = {"type": "string", "pattern": r"^[0-9]+\.[0-9]{2}$"}
TEXT = {"type": "string", "minLength": 1}
IN_LANGUAGES = {"type": "object", "minProperties": 1, "additionalProperties": TEXT}
DAY = {"type": "string", "format": "date"}
FUZZY = {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}
PRECISION = {"enum": ["year", "month", "day"]}
MONEY = {
    "amount": AMOUNT,
    "minor": {"type": "integer", "minimum": 0, "description": "hundredths of the unit"},
    "currency": {"enum": ["EUR", "BGN", "BGL", "XEU"]},
    "euro": {**AMOUNT, "description": "by the official rate, 1 EUR = 1.95583 BGN"},
}


def thing(properties: Mapping[str, Any], required: Sequence[str] = (), **more: str) -> dict[str, Any]:
    """The schema of an object that has nothing else."""
    own = {"type": "object", "properties": dict(properties), "required": list(required), "additionalProperties": False}
    return {**more, **own}


def listed(items: Mapping[str, Any], **more: str) -> dict[str, Any]:
    """The schema of a list."""
    return {**more, "type": "array", "items": dict(items)}


OPERATION = thing(
    {
        "id": {**TEXT, "description": "the same for ever on this site"},
        "number": {"type": "integer", "minimum": 0, "description": "of the short address /p/<number>/"},
        "operation_code": {**TEXT, "description": "unique code: number of the contract"},
        "operation_name": {**IN_LANGUAGES, "description": "Art. 49(3)(d)"},
        "beneficiary": thing(
            {"name": IN_LANGUAGES, "eik": TEXT, "location": IN_LANGUAGES, "nuts": TEXT},
            ["name"],
            description="Art. 49(3)(a) and (m)",
        ),
        "purpose": {**IN_LANGUAGES, "description": "Art. 49(3)(e)"},
        "goals": listed(IN_LANGUAGES, description="Art. 49(3)(e)"),
        "achievements": listed(
            thing(
                {
                    "text": IN_LANGUAGES,
                    "unit": IN_LANGUAGES,
                    "baseline": DECIMAL,
                    "target": DECIMAL,
                    "achieved": DECIMAL,
                },
                ["text"],
            ),
            description="expected (target) and actual (achieved), Art. 49(3)(e)",
        ),
        "status": {"enum": ["planned", "ongoing", "completed", "suspended", "terminated", "archived"]},
        "start_date": thing(
            {"date": FUZZY, "precision": PRECISION}, ["date", "precision"], description="Art. 49(3)(f)"
        ),
        "end_date": thing(
            {"date": FUZZY, "precision": PRECISION, "kind": {"enum": ["expected", "actual"]}},
            ["date", "precision", "kind"],
            description="Art. 49(3)(g)",
        ),
        "total_cost": thing(MONEY, list(MONEY), description="Art. 49(3)(h)"),
        "funding": listed(thing({"source": TEXT, **MONEY}, ["source", *MONEY]), description="who pays which part"),
        "eu_cofinancing_rate": {**AMOUNT, "description": "percent, Art. 49(3)(k)"},
        "fund": listed(TEXT, description="Art. 49(3)(i)"),
        "programme": thing({"name": IN_LANGUAGES, "code": TEXT}, ["name"]),
        "specific_objective": {**IN_LANGUAGES, "description": "Art. 49(3)(j)"},
        "intervention_type": {**TEXT, "description": "Art. 49(3)(n)"},
        "locations": listed(
            thing({"name": IN_LANGUAGES, "address": IN_LANGUAGES, "lat": DECIMAL, "lon": DECIMAL}, ["name"]),
            description="Art. 49(3)(l), degrees of WGS 84",
        ),
        "country": {"const": COUNTRY},
        "pages": {
            "type": "object",
            "additionalProperties": {"type": "string", "format": "uri"},
            "description": "address of the page in each language",
        },
        "last_updated": DAY,
    },
    ["id", "operation_name", "country", "pages"],
)
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "List of operations",
    "description": "By Regulation (EU) 2021/1060, Article 49(3). What is not stated is absent. Money: two decimals.",
    **thing(
        {
            "$schema": {"type": "string", "format": "uri"},
            "title": IN_LANGUAGES,
            "publisher": IN_LANGUAGES,
            "licence": {"enum": list(LICENCES)},
            "licence_url": {"type": "string", "format": "uri"},
            "last_updated": {**DAY, "description": "when the newest of the operations changed"},
            "operations": listed(OPERATION),
        },
        ["title", "licence", "licence_url", "operations"],
    ),
}


def as_schema(_workshop: object, address: str) -> bytes:
    """The schema with the address that it stands at (JSON Schema 2020-12)."""
    return (json.dumps({"$id": address, **SCHEMA}, ensure_ascii=False, indent=1) + "\n").encode()


def collapsed(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Texts by language without line breaks and empty ones."""
    plain_texts = ((language, " ".join(text.split())) for language, text in texts)
    return ((language, text) for language, text in plain_texts if text)
