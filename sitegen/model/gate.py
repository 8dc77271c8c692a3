"""The one gate: what is a draft, or before or after its time, leaves the site before any output sees it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from sitegen.model.address import SECTIONS, folders_above
from sitegen.model.page import Page
from sitegen.model.site import Site


def public(site: Site, *, drafts: bool = False) -> Site:
    """The site without what is not public; pages and files below a hidden page are hidden with it."""
    if drafts:
        return replace(site, moved=site.found_again)
    shut = {page.id for page in site.pages if not page.is_public(site.now)}
    closed = shut - set(SECTIONS)
    hidden = frozenset(page_id for page_id in site.ids if is_below(page_id, closed))
    return replace(
        site,
        pages=tuple(wordless(page) if page.id in shut else page for page in site.pages if page.id not in hidden),
        files={path: file for path, file in site.files.items() if not is_below(path, hidden)},
        hidden=hidden,
        moved={address: page_id for address, page_id in site.found_again.items() if page_id not in hidden},
        closed=frozenset(
            way for page in site.pages if page.id in hidden for way in (site.address(page), *page.aliases)
        ),
    )


def wordless(page: Page) -> Page:
    """A page that every site has, without the words that are not public; what lies below it stays."""
    return type(page)(id=page.id, language=page.language, original=page.language, source="", file="")


def is_below(path: str, folders: Container[str]) -> bool:
    """Whether a path is one of the folders or lies in one."""
    return path in folders or any(folder in folders for folder in folders_above(path))
