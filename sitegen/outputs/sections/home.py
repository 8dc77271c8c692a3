"""The view of a language's home page."""

from __future__ import annotations

from sitegen.model.money import euro_of_all
from sitegen.model.page import Page, Scheduled
from sitegen.model.site import Site
from sitegen.render.cards import articles, event_card, news_card, project_card, rates_of
from sitegen.render.frames import frame_of, spot_of
from sitegen.render.links import Links
from sitegen.render.prose import prose_of
from sitegen.render.views.parts import EventCard
from sitegen.render.views.sections import HomeView

FINISHED = frozenset({"completed", "terminated", "archived"})
LATEST_NEWS = 3
MOST_PROJECTS = 30
"""Running projects on the page, and finished ones; all others stand in the list of projects."""


def home_view(site: Site, page: Page, links: Links) -> HomeView:
    """Everything that a home page shows."""
    language = page.language
    projects = site.newest[language]
    statuses = {project.id: project.status_on(site.today) for project in projects}
    current = [project for project in projects if statuses[project.id] not in FINISHED][:MOST_PROJECTS]
    finished = [project for project in projects if statuses[project.id] in FINISHED][:MOST_PROJECTS]
    totals = [project.total_value for project in projects if project.total_value]
    total = euro_of_all(totals)
    return HomeView(
        frame=frame_of(site, spot_of(site, page), links),
        title=page.title or site.config.title.into(language),
        lead=page.summary,
        blocks=prose_of(site, page, links).whole,
        projects=len(projects),
        running=sum(status == "ongoing" for status in statuses.values()),
        total=total if totals else None,
        has_rounding=sum(each.euro.minor for each in totals) != total.minor,
        rates=rates_of(totals),
        counted=len(totals),
        current=tuple(project_card(site, project, links) for project in current),
        finished=tuple(project_card(site, project, links) for project in finished),
        next_event=next_event(site, language, links),
        news=tuple(news_card(site, a, language, links) for a in articles(site, language)[:LATEST_NEWS]),
        all_projects=links.to(site.address_in("projects", language)),
        all_events=links.to(site.address_in("events", language)),
        all_news=links.to(site.address_in("news", language)),
    )


def next_event(site: Site, language: str, links: Links) -> EventCard | None:
    """The next event planned, else the last one held."""
    dated = sorted((e for e in site.having(Scheduled, language) if e.start), key=lambda e: e.start.local)  # type: ignore[union-attr]
    coming = [event for event in dated if event.status_on(site.today) == "planned"]
    held = [event for event in dated if event.status_on(site.today) == "held"]
    chosen = coming[0] if coming else held[-1] if held else None
    return event_card(site, chosen, links) if chosen else None
