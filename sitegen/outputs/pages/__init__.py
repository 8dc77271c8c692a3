"""A page for every project, event, news item and free page."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.kinds import kind_of
from sitegen.kinds.event import Event
from sitegen.kinds.news import News
from sitegen.kinds.page import FreePage
from sitegen.kinds.project import Project
from sitegen.model.artifact import Task
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.outputs.pages.event import event_view
from sitegen.outputs.pages.free import free_view
from sitegen.outputs.pages.news import news_view
from sitegen.outputs.pages.project import project_view
from sitegen.render.recipes import View, view_task

VIEWS: dict[type[Page], View] = {
    Project: project_view,
    Event: event_view,
    News: news_view,
    FreePage: free_view,
}
"""How a kind of page becomes a view; sections have an output of their own."""


def tasks(site: Site) -> Iterator[Task]:
    """One task for each page and language."""
    for page in site.pages:
        view = VIEWS.get(type(page))
        if view:
            yield view_task(page, site.address(page), kind_of(page.id).template, view, origin=page.file)
