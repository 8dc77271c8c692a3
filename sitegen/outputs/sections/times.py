"""The lists of events and of news."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sitegen.model.page import Page, Scheduled
from sitegen.model.site import Site
from sitegen.outputs.sections.sheets import Sheet, part_of, sheet_opening
from sitegen.render.cards import articles, event_card, news_card
from sitegen.render.links import Links
from sitegen.render.subscriptions import calendar_link, feed_link
from sitegen.render.views.parts import EventCard
from sitegen.render.views.sections import EventsView, NewsListView


class Entry(NamedTuple):
    """An event in the list."""

    part: str
    """`coming`, `past` or `undated`."""
    event: Scheduled


def calendar(site: Site) -> Mapping[str, tuple[Entry, ...]]:
    """The events of each language in the order of the list."""
    return {language: tuple(entries(site, language)) for language in site.config.languages}


def entries(site: Site, language: str) -> Iterator[Entry]:
    """Coming events, the next first; past ones, the last first; then those without a date."""
    events = site.having(Scheduled, language)
    dated = sorted((e for e in events if e.start), key=lambda e: e.start.local)  # type: ignore[union-attr]
    parts = [Entry("coming" if is_coming(site, event) else "past", event) for event in dated]
    yield from (entry for entry in parts if entry.part == "coming")
    yield from (entry for entry in reversed(parts) if entry.part == "past")
    yield from (Entry("undated", event) for event in events if not event.start)


def is_coming(site: Site, event: Scheduled) -> bool:
    """Whether a dated event is not over."""
    last = event.end or event.start
    return last is not None and last.date >= site.today


def events_view(site: Site, page: Page, links: Links, number: int = 1) -> EventsView:
    """A page of the list of events."""
    lists = site.once(calendar)
    shown = part_of(lists[page.language], number)

    def cards(part: str) -> tuple[EventCard, ...]:
        return tuple(event_card(site, entry.event, links) for entry in shown if entry.part == part)

    return EventsView(
        **sheet_opening(site, page, links, Sheet(lists, number)),
        coming=cards("coming"),
        past=cards("past"),
        undated=cards("undated"),
        calendar=calendar_link(site, "", page.language, links),
    )


def news_list_view(site: Site, page: Page, links: Links, number: int = 1) -> NewsListView:
    """A page of the news, each in the reader's language or the one it has."""
    shown = part_of(articles(site, page.language), number)
    return NewsListView(
        **sheet_opening(site, page, links, Sheet(site.news, number)),
        cards=tuple(news_card(site, article, page.language, links) for article in shown),
        feed=feed_link(site, "", page.language, links),
    )
