"""Stub pages at old addresses: a link, a canonical address and a refresh of 0 s."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.artifact import Task
from sitegen.model.site import Site
from sitegen.render.links import Links
from sitegen.render.recipes import page_task
from sitegen.render.views import StubView


def tasks(site: Site) -> Iterator[Task]:
    """One stub for each alias."""
    for page in site.pages:
        for alias in page.aliases:
            address = stub_address(alias)
            links = Links(site, address)
            view = StubView(
                language=page.language,
                title=page.title,
                href=links.to_page(page),
                canonical=site.url(site.address(page)),
            )
            yield page_task(address, "stub.html", page.language, view, page.file)


def stub_address(alias: str) -> str:
    """An old address as one that a static host serves: a folder, or the file it was."""
    is_file = alias.endswith((".html", ".htm"))
    return alias if is_file else alias.rstrip("/") + "/"
