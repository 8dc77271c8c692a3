"""A page for every project, event, news item and free page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

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
from sitegen.render.links import Links
from sitegen.render.recipes import page_task

VIEWS: dict[type[Page], Callable[[Site, Any, Links], object]] = {
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
            address = site.address(page)
            made = view(site, page, Links(site, address))
            yield page_task(address, kind_of(page.id).template, page.language, made, page.file)
