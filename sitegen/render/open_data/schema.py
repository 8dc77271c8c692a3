"""The JSON Schema of the list of operations (2020-12)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sitegen.render.open_data.rows import COUNTRY, LICENCES

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
