"""Addresses: slugs must not take the words that the site itself needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.checks.inspection import Inspection
from sitegen.model.address import FACETS, LIST_PAGE, LISTS, RESERVED_AT_ROOT, SECTION_WORDS
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.problems import Location, Mistake, Problem, message

FIRST_LEVEL = 2
"""Parts of an address right below a language."""


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Reserved words in addresses, and static files at reserved places."""
    site = inspection.whole
    for page in inspection.sources:
        if page.kind != "section":
            yield from reserved_slug(site, page)
            yield from nameless(site, page)
    yield from shared_addresses(inspection)
    for file in site.static:
        first = file.path.partition("/")[0]
        if first in RESERVED_AT_ROOT - {"404"} or first in site.config.languages:
            yield from reserved_static(site, file.path, first)


def reserved_slug(site: Site, page: Page) -> Iterator[Problem]:
    """An address that is a section's, or one below a list that a facet or its further pages need."""
    words = site.config.section_words[page.language]
    parts = site.address(page).strip("/").split("/")
    sections = {words[name] for name in SECTION_WORDS}
    taken = len(parts) == FIRST_LEVEL and parts[1] in sections
    if taken or (len(parts) == FIRST_LEVEL + 1 and parts[2] in words_below(words, parts[1])):
        mistake = Mistake(
            "ADR-04",
            message("the address {address} belongs to a page of the site itself", address=site.address(page)),
            message("Rename the file, or give the page another slug."),
        )
        yield mistake.at(page.at("slug"))


def words_below(words: Mapping[str, str], section: str) -> set[str]:
    """The words that a section's address has below it."""
    lists = {words[name] for name in LISTS}
    taken = {words[LIST_PAGE]} if section in lists else set()
    return taken | {words[name] for name in FACETS} if section == words["projects"] else taken


def nameless(site: Site, page: Page) -> Iterator[Problem]:
    """A name of which no letter or digit remains has no address."""
    last = site.address(page).rstrip("/").rpartition("/")[2]
    if not last or last == page.language:
        mistake = Mistake(
            "ADR-03",
            message("the name '{name}' gives no address", name=page.name),
            message("Give the page a slug: a-z, 0-9 and -."),
        )
        yield mistake.at(page.at("slug"))


def shared_addresses(inspection: Inspection) -> Iterator[Problem]:
    """Hidden pages at the address of another page; those of the public pages are found when all is planned."""
    site, hidden = inspection.whole, inspection.site.hidden
    taken = {site.address(page): page for page in reversed(site.pages) if page.id not in hidden}
    for page in inspection.sources:
        other = taken.setdefault(site.address(page), page) if page.id in hidden else page
        if other is not page:
            mistake = Mistake(
                "ADR-02",
                message("'{other}' has the same address: {address}", other=other.file, address=site.address(page)),
                message("Give one of them another slug, alias or file name."),
            )
            yield mistake.at(page.at("slug"))


def reserved_static(site: Site, path: str, first: str) -> Iterator[Problem]:
    """A static file inside the site's own folders, where it does not meet a page, is still an error to be renamed."""
    mistake = Mistake(
        "ADR-04",
        message("'{name}' at the root belongs to the site itself", name=first),
        message("Move the file to another folder of static/."),
    )
    yield mistake.at(Location(f"{site.root}/static/{path}"))
