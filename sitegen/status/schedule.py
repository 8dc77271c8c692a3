"""The schedule: at which moments the site changes by itself, so that an editor knows when a build is needed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from sitegen.model.gate import is_below
from sitegen.model.page import Funded, Page, Scheduled
from sitegen.model.site import Site
from sitegen.model.translation import State
from sitegen.render.frames import GRACE

NEXT_DAY = timedelta(days=1)


def next_change(site: Site) -> datetime | None:
    """The first moment after now; None where nothing is to come."""
    return min((moment for moment in changes(site) if moment > site.now), default=None)


def missed_change(site: Site, written: datetime) -> datetime | None:
    """The first change between the moment when the standing site was written and now; None where there was none."""
    return min((moment for moment in changes(site) if written < moment <= site.now), default=None)


def changes(site: Site) -> Iterator[datetime]:
    """All moments at which something appears, disappears, begins or ends, in no order; drafts never change."""
    drafts = {page.id for page in site.pages if page.draft}
    for page in site.pages:
        if page.is_translated and not is_below(page.id, drafts):
            yield from (moment.local for moment in (page.publish_at, page.unpublish_at) if moment)
            yield from (datetime.combine(day, time()) for day in (*turns(page), *notices(site, page)))


def turns(page: Page) -> Iterator[date]:
    """The first days of what a page says by its dates."""
    yield from (day for day in (page.updated, page.own_date) if day)
    if isinstance(page, Scheduled) and page.start:
        yield (page.end or page.start).date + NEXT_DAY
    if isinstance(page, Funded) and not page.status:
        if page.start:
            yield page.start.first
        if page.last_day:
            yield page.last_day + NEXT_DAY


def notices(site: Site, page: Page) -> Iterator[date]:
    """The day from which readers are told that a translation is out of date."""
    standing = site.standings.get((page.id, page.language))
    updated = site.index[page.id, page.original].updated
    if standing and standing.state is State.STALE and updated:
        yield updated + GRACE + NEXT_DAY
