"""The lists of events and of news."""

from __future__ import annotations

from sitegen.model.page import Page, Scheduled
from sitegen.model.site import Site
from sitegen.render.cards import articles, event_card, news_card
from sitegen.render.frames import opening
from sitegen.render.links import Links
from sitegen.render.subscriptions import calendar_link, feed_link
from sitegen.render.views import EventsView, NewsListView


def events_view(site: Site, page: Page, links: Links) -> EventsView:
    """Coming events, the next first; past ones, the last first; then those without a date."""
    events = site.having(Scheduled, page.language)
    dated = sorted((e for e in events if e.start), key=lambda e: e.start.local)  # type: ignore[union-attr]
    coming = [event for event in dated if (event.end or event.start).date >= site.today]  # type: ignore[union-attr]
    past = [event for event in reversed(dated) if event not in coming]
    return EventsView(
        **opening(site, page, links),
        coming=tuple(event_card(site, event, links) for event in coming),
        past=tuple(event_card(site, event, links) for event in past),
        undated=tuple(event_card(site, event, links) for event in events if not event.start),
        calendar=calendar_link(site, "", page.language, links),
    )


def news_list_view(site: Site, page: Page, links: Links) -> NewsListView:
    """All news, in the reader's language or the one they have."""
    return NewsListView(
        **opening(site, page, links),
        cards=tuple(news_card(site, article, page.language, links) for article in articles(site, page.language)),
        feed=feed_link(site, "", page.language, links),
    )
