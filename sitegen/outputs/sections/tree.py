"""The site map for people: every page of a language as a tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from sitegen.model.address import SECTIONS
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.outputs.sections.sheets import Sheet, part_of, sheet_opening
from sitegen.render.frames import name_in_menu
from sitegen.render.links import Links, data_address
from sitegen.render.views.body import LinkView
from sitegen.render.views.sections import SitemapView, TreeView

LENGTH = 100
"""Entries of a page of the site map, bare titles."""
Branch = tuple[Page, ...]
"""A page after those that it lies below, the highest first."""


def branches(site: Site) -> Mapping[str, tuple[Branch, ...]]:
    """Every page in each language, from the top to the tips."""
    return {language: tuple(branches_below(site, language, "index", ())) for language in site.config.languages}


def branches_below(site: Site, language: str, above: str, trail: Branch) -> Iterator[Branch]:
    """The pages below a page, sections first; one that lacks the language stands there in the one that it has."""
    for page_id in sorted(site.children.get(above, ()), key=place_of):
        page = site.nearest(page_id, language)
        if page:
            yield (*trail, page)
            yield from branches_below(site, language, page_id, (*trail, page))


def place_of(page_id: str) -> tuple[int, str]:
    """Where a page stands among its sisters."""
    return (SECTIONS.index(page_id) if page_id in SECTIONS else len(SECTIONS), page_id)


def sitemap_view(site: Site, page: Page, links: Links, number: int = 1) -> SitemapView:
    """A page of the tree; what has no page in the language leads to the one it has and says so."""
    lists = site.once(branches)
    shown = part_of(lists[page.language], number, LENGTH)
    return SitemapView(
        **sheet_opening(site, page, links, Sheet(lists, number, LENGTH)),
        tree=tree(shown, 0, page.language, links),
        data=data_address(site, links),
    )


def tree(branches: Sequence[Branch], depth: int, language: str, links: Links) -> tuple[TreeView, ...]:
    """Branches joined where they are the same; what lies above the first one stands there again."""
    found = []
    for _, together in groupby(branches, key=lambda branch: branch[depth].id):
        same = list(together)
        longer = [branch for branch in same if len(branch) > depth + 1]
        below = tree(longer, depth + 1, language, links)
        found.append(TreeView(link=entry(same[0][depth], language, links), below=below))
    return tuple(found)


def entry(page: Page, language: str, links: Links) -> LinkView:
    """A page by its title, or by the word for its section."""
    label = name_in_menu(page) if page.kind == "section" else page.title
    return LinkView(label=label, href=links.to_page(page), language="" if page.language == language else page.language)
