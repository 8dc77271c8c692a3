"""The list of operations as JSON, with everything in all languages; what is not stated is absent."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sitegen.model.dates import FuzzyDate
from sitegen.model.money import Money
from sitegen.render.open_data.rows import COUNTRY, LICENCES, Body, Listing, Reached, Row, Spot, iso, percent, plain


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
