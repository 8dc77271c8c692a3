"""Publicity: what each project promised and what is done, the evidence that a managing authority asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.kinds.project import Project, Publicity
from sitegen.model.fields import fields_of
from sitegen.model.page import Scheduled
from sitegen.model.site import Site
from sitegen.problems import Message, message

EVENTS: Mapping[str, frozenset[str]] = {
    "press_conference": frozenset(("opening_press_conference", "interim_press_conference", "closing_press_conference")),
    "first_sod": frozenset(("first_sod",)),
}
"""The events that count as done, by kind of publicity."""
NAMES: Mapping[str, Message] = {
    "press_conference": message("press conferences"),
    "first_sod": message("first-sod ceremonies"),
    "temporary_sign": message("temporary signs"),
    "permanent_sign": message("permanent plaques"),
    "poster": message("posters"),
    "brochure": message("brochures"),
}


@dataclass(frozen=True)
class Measure:
    """One kind of publicity of one project."""

    project: str
    kind: str
    planned: int | None
    """None where nothing is stated."""
    done: int


def measures(site: Site) -> Iterator[Measure]:
    """What the projects promised or did, in their order."""
    for page_id in site.ids:
        project = site.nearest(page_id, site.config.default_language)
        if isinstance(project, Project):
            for field in fields_of(Publicity):
                yield from measure(site, project, field.name)


def measure(site: Site, project: Project, kind: str) -> Iterator[Measure]:
    """One kind, unless there is nothing of it. Of what is stated and what was held the greater counts."""
    count = getattr(project.publicity, kind, None)
    planned, stated = (count.planned, count.done or 0) if count else (None, 0)
    done = max(stated, held(site, project, EVENTS.get(kind, frozenset())))
    if planned is not None or done:
        yield Measure(project.id, kind, planned, done)


def held(site: Site, project: Project, types: frozenset[str]) -> int:
    """How many events of some types were held in a project; drafts are no evidence."""
    events = site.below(project, Scheduled) if types else ()
    return sum(e.type in types and not e.draft and e.status_on(site.today) == "held" for e in events)
