"""The list of operations as a table for spreadsheets; what is not stated is an empty cell, never 0."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from decimal import Decimal
from io import StringIO

from sitegen.render.open_data.rows import COUNTRY, Listing, Reached, Row, Words, iso, percent, plain

FORMULA = re.compile(r"(^|[;\t\r\n])([ \u00a0]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""Where a spreadsheet would begin to reckon: at the start of a cell, and where a semicolon may part two."""
BETWEEN = "; "
BOM = "\ufeff"
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
