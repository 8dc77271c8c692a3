"""sitemap.xml for search engines (sitemaps.org 0.9): translations with their alternates, `lastmod` only where known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape  # the one of xml.sax comes with half of urllib
from typing import Any

from sitegen.model.address import DATA
from sitegen.model.artifact import Task
from sitegen.model.site import Site

LARGEST = 50_000
"""Addresses that one file may hold; beyond them an index names the files."""
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


@dataclass(frozen=True)
class Entry:
    """An address with its translations."""

    address: str
    """Absolute."""
    changed: date | None
    alternates: tuple[tuple[str, str], ...]
    """hreflang and absolute address, x-default among them."""


def tasks(site: Site, largest: int = LARGEST) -> Iterator[Task]:
    """One file, or an index and the files that it names."""
    entries = entries_of(site)
    chunks = [entries[start : start + largest] for start in range(0, len(entries), largest)]
    if len(chunks) == 1:
        yield task("sitemap.xml", sitemap, chunks[0])
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(chunks) + 1)]
    yield task("sitemap.xml", index, tuple(site.url(f"/{name}") for name in names))
    for name, chunk in zip(names, chunks, strict=True):
        yield task(name, sitemap, chunk)


def task(name: str, recipe: Any, inputs: object) -> Task:
    """A file at the root."""
    return Task(path=name, recipe=recipe, inputs=inputs, origin="sitegen: sitemap")


def entries_of(site: Site) -> tuple[Entry, ...]:
    """The root, the open data and every page that is a real translation; facts-only pages stay out."""
    home = site.index["index", site.config.default_language]
    found = [Entry(site.url("/"), None, site.hreflang(home))]
    if any(site.newest.values()):
        found.append(Entry(site.url(DATA), None, ()))
    for page in site.pages:
        if site.is_indexed(page):
            found.append(Entry(site.url(site.address(page)), site.updated(page), site.hreflang(page)))
    return tuple(sorted(found, key=lambda entry: entry.address))


def sitemap(_workshop: object, entries: Sequence[Entry]) -> bytes:
    """A urlset."""
    body = "".join(url_element(entry) for entry in entries)
    return f'{HEAD}<urlset {NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{body}</urlset>\n'.encode()


def url_element(entry: Entry) -> str:
    """An address with its alternates and the day it changed."""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{escape(code)}" href="{escape(address)}"/>'
        for code, address in entry.alternates
    )
    changed = f"<lastmod>{entry.changed.isoformat()}</lastmod>" if entry.changed else ""
    return f"<url><loc>{escape(entry.address)}</loc>{changed}{links}</url>\n"


def index(_workshop: object, addresses: Sequence[str]) -> bytes:
    """A sitemapindex."""
    body = "".join(f"<sitemap><loc>{escape(address)}</loc></sitemap>\n" for address in addresses)
    return f"{HEAD}<sitemapindex {NAMESPACE}>\n{body}</sitemapindex>\n".encode()
