"""Ids: what a link or a heading may name stands once on a page, and keeps off the page's own parts."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.inspection import Inspection
from sitegen.model.document import TAKEN_IDS
from sitegen.model.page import Page
from sitegen.problems import Location, Mistake, Problem, message


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Ids that two items share, and ids that belong to parts of the page."""
    for page in inspection.originals:
        yield from item_problems(page)
    for page in inspection.sources:
        yield from heading_problems(page)


def item_problems(page: Page) -> Iterator[Problem]:
    """Items of different lists under one id; within a list the reader of the field has told it already."""
    owners: dict[str, str] = {}
    for place, name in page.items:
        owner = place.partition(".")[0]
        other = owners.setdefault(name, owner)
        if other != owner:
            mistake = Mistake(
                "FLD-08",
                message("the id '{id}' stands in '{other}' already", id=name, other=other),
                message("Links and long texts find an item by its id: give each its own on the whole page."),
            )
            yield mistake.at(page.at(f"{place}.id"))
        elif name in TAKEN_IDS:
            yield taken(name).at(page.at(f"{place}.id"))


def heading_problems(page: Page) -> Iterator[Problem]:
    """Headings with an id that a part of the page has."""
    for heading in page.body.headings:
        if heading.id in TAKEN_IDS:
            yield taken(heading.id).at(Location(page.file, heading.line, heading.column))


def taken(name: str) -> Mistake:
    """The complaint about an id of the page itself."""
    return Mistake(
        "FLD-08",
        message("'{id}' is the id of a part of every page", id=name),
        message("Choose another id."),
    )
