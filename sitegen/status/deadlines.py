"""Deadlines: dates on which something is due, from the settings, the projects and the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sitegen.kinds.project import Project
from sitegen.model.config import Config
from sitegen.model.page import Funded, Page
from sitegen.model.site import Site
from sitegen.problems import Message, message
from sitegen.status.duties import KINDS, duties_of

SOON = 90
"""Days before its end in which a project is named."""
ENDED = frozenset({"completed", "terminated", "archived"})


@dataclass(frozen=True)
class Deadline:
    """Something that is due on a day."""

    day: date
    days: int
    """How many are left; below 0 it is late."""
    kind: str
    """`review fix_by project_end project_over durable_until publicity publish_at unpublish_at`."""
    what: Message
    page: str = ""
    """The id of the page that it is about; "" where a setting says it."""
    setting: str = ""
    """The name of the setting in site.yaml."""


def deadlines(site: Site) -> tuple[Deadline, ...]:
    """All of a site, the first one first."""
    found = [*of_settings(site.config, site.today)]
    for page in site.pages:
        if page.file and page.language == page.original and not page.draft:
            found += (*of_page(site, page), *(of_project(page, site.today) if isinstance(page, Funded) else ()))
            found += of_publicity(site, page)
    return tuple(sorted(found, key=lambda deadline: (deadline.day, deadline.page, deadline.setting)))


def of_settings(config: Config, today: date) -> Iterator[Deadline]:
    """What the accessibility statement promises."""
    stated = config.accessibility
    last = stated and (stated.reviewed or stated.prepared)
    if stated and last:
        setting = f"accessibility.{'reviewed' if stated.reviewed else 'prepared'}"
        due = last + timedelta(days=config.law.number("statement_review"))
        what = message("yearly review of the accessibility statement")
        yield Deadline(due, (due - today).days, "review", what, setting=setting)
    for number, item in enumerate(stated.items if stated else ()):
        if item.fix_by:
            what = message("barrier to be removed: {text}", text=item.text.into(config.editor_language))
            setting = f"accessibility.items.{number}.fix_by"
            yield Deadline(item.fix_by, (item.fix_by - today).days, "fix_by", what, setting=setting)


def of_project(project: Funded, today: date) -> Iterator[Deadline]:
    """The end of a project, and of the time in which its results must be kept up."""
    end, status = project.last_day, project.status_on(today)
    left = (end - today).days if end else 0
    if end and status not in ENDED and left <= SOON:
        kind, what = "project_end", message("the project ends")
        if left < 0:
            kind, what = "project_over", message("the project is over, and its status is '{status}'", status=status)
        yield Deadline(end, left, kind, what, project.id)
    kept = project.durable_until if isinstance(project, Project) else None
    if kept and kept >= today:
        what = message("until then the results must be kept up")
        yield Deadline(kept, (kept - today).days, "durable_until", what, project.id)


def of_publicity(site: Site, page: Page) -> Iterator[Deadline]:
    """The signs, posters and events that are owed and not done; what was due during the work ends with it."""
    ended = isinstance(page, Funded) and page.status_on(site.today) in ENDED
    for duty in duties_of(site, page):
        if duty.is_owed and duty.day and not (ended and duty.provision.due == "start"):
            what = message("publicity: {kind}", kind=KINDS[duty.kind])
            yield Deadline(duty.day, (duty.day - site.today).days, "publicity", what, page.id)


def of_page(site: Site, page: Page) -> Iterator[Deadline]:
    """When a page appears and disappears, as far as it is to come."""
    moments = (
        ("publish_at", page.publish_at, message("the page appears")),
        ("unpublish_at", page.unpublish_at, message("the page disappears")),
    )
    for kind, moment, what in moments:
        if moment and moment.local > site.now:
            yield Deadline(moment.date, (moment.date - site.today).days, kind, what, page.id)
