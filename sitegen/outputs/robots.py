"""robots.txt: everything may be read; where the sitemap is."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.artifact import Task
from sitegen.model.site import Site


def tasks(site: Site) -> Iterator[Task]:
    """The file at the root."""
    yield Task(path="robots.txt", recipe=robots, inputs=site.url("/sitemap.xml"), origin="sitegen: robots")


def robots(_workshop: object, sitemap: str) -> bytes:
    """The rules."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n".encode()
