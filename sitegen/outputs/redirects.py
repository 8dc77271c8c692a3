"""Stub pages at old addresses: a link, a canonical address and a refresh of 0 s."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.artifact import Task
from sitegen.model.site import Site
from sitegen.render.links import Links, old_address
from sitegen.render.recipes import page_task
from sitegen.render.views import StubView


def tasks(site: Site) -> Iterator[Task]:
    """One stub for each alias."""
    for page in site.pages:
        for alias in page.aliases:
            address = old_address(alias)
            links = Links(site, address)
            view = StubView(
                language=page.language,
                title=page.title,
                href=links.to_page(page),
                canonical=site.url(site.address(page)),
            )
            yield page_task(address, "stub.html", page.language, view, page.file)
