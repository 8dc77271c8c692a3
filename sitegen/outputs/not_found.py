"""`404.html`, one for all languages; a static host serves it at any depth, so its links begin at the root.

A copy that opens without a server has none: nobody would show it.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.artifact import Task
from sitegen.model.site import Site
from sitegen.render.doorways import doorways
from sitegen.render.frames import strip_of
from sitegen.render.links import Links
from sitegen.render.recipes import page_task
from sitegen.render.views.around import NotFoundView


def tasks(site: Site) -> Iterator[Task]:
    """The page for addresses that do not exist."""
    if site.relative_links:
        return
    language = site.config.default_language
    links = Links(site, "/404.html")
    view = NotFoundView(
        root=links.root,
        languages=doorways(site, links),
        strip=strip_of(site, site.index["index", language]),
    )
    yield page_task("/404.html", "not_found.html", language, view, "sitegen: 404")
