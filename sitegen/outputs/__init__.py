"""OUTPUTS, the one list: what a site is made of. An output is a function from the site to tasks."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sitegen.model.artifact import Task
from sitegen.model.site import Site
from sitegen.outputs import (
    accessibility_data,
    assets,
    calendars,
    feeds,
    host_files,
    not_found,
    open_data,
    pages,
    redirect_files,
    redirects,
    robots,
    root,
    search,
    sections,
    security_txt,
    short_addresses,
    sitemap,
    social_cards,
    web_manifest,
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
    open_data.tasks,
    accessibility_data.tasks,
    sitemap.tasks,
    robots.tasks,
    web_manifest.tasks,
    security_txt.tasks,
    host_files.tasks,
    social_cards.tasks,
    assets.tasks,
)
