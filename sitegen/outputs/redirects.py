"""Stub pages at old addresses: a link, a canonical address and a refresh of 0 s."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.artifact import Task
from sitegen.model.site import Site
from sitegen.render.links import Links
from sitegen.render.recipes import page_task
from sitegen.render.redirections import redirections
from sitegen.render.views.around import StubView


def tasks(site: Site) -> Iterator[Task]:
    """One stub for each alias, and for each published address whose page stands elsewhere today."""
    for moved in redirections(site):
        page = moved.page
        view = StubView(
            language=page.language,
            title=page.title,
            href=Links(site, moved.source).to_page(page),
            canonical=site.url(site.address(page)),
        )
        yield page_task(moved.source, "stub.html", page.language, view, page.file or "sitegen: redirects")
