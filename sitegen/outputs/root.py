"""The choice of language at `/`: plain links, no redirect, no script."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.artifact import Task
from sitegen.model.site import Site
from sitegen.render.doorways import doorways, owner_names
from sitegen.render.frames import strip_of
from sitegen.render.links import Links
from sitegen.render.previews import preview_of
from sitegen.render.recipes import page_task
from sitegen.render.views.around import RootView


def tasks(site: Site) -> Iterator[Task]:
    """The root page."""
    language = site.config.default_language
    home = site.index["index", language]
    links = Links(site, "/")
    view = RootView(
        root=links.root,
        languages=doorways(site, links),
        owners=owner_names(site),
        strip=strip_of(site, home),
        canonical=site.url("/"),
        preview=preview_of(site, home),
        alternates=site.hreflang(home),
    )
    yield page_task("/", "root.html", language, view, "sitegen: languages")
