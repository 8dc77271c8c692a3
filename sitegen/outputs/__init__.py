"""OUTPUTS, the one list: what a site is made of. An output is a function from the site to tasks."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sitegen.model.artifact import Task
from sitegen.model.site import Site
from sitegen.outputs import (
    assets,
    calendars,
    feeds,
    not_found,
    pages,
    redirect_files,
    redirects,
    robots,
    root,
    search,
    sections,
    short_addresses,
    sitemap,
    social_cards,
)

Output = Callable[[Site], Iterable[Task]]

OUTPUTS: tuple[Output, ...] = (
    pages.tasks,
    sections.tasks,
    search.tasks,
    root.tasks,
    not_found.tasks,
    short_addresses.tasks,
    redirects.tasks,
    redirect_files.tasks,
    feeds.tasks,
    calendars.tasks,
    sitemap.tasks,
    robots.tasks,
    social_cards.tasks,
    assets.tasks,
)
