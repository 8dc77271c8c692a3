"""The site map for people: every page of a language as a tree."""

from __future__ import annotations

from sitegen.model.address import SECTIONS
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.render.frames import name_in_menu, opening
from sitegen.render.links import Links, data_address
from sitegen.render.views import LinkView, SitemapView, TreeView


def sitemap_view(site: Site, page: Page, links: Links) -> SitemapView:
    """The tree of all pages; what has no page in the language leads to the one it has and says so."""
    return SitemapView(
        **opening(site, page, links),
        tree=branches(site, page.language, "index", links),
        data=data_address(site, links),
    )


def branches(site: Site, language: str, above: str, links: Links) -> tuple[TreeView, ...]:
    """The pages right below a page, sections first."""
    below = sorted(site.children.get(above, ()), key=place_of)
    pages = (site.nearest(page_id, language) for page_id in below)
    return tuple(
        TreeView(link=entry(page, language, links), below=branches(site, language, page.id, links))
        for page in pages
        if page
    )


def place_of(page_id: str) -> tuple[int, str]:
    """Where a page stands among its sisters."""
    return (SECTIONS.index(page_id) if page_id in SECTIONS else len(SECTIONS), page_id)


def entry(page: Page, language: str, links: Links) -> LinkView:
    """A page by its title, or by the word for its section."""
    label = name_in_menu(page) if page.kind == "section" else page.title
    return LinkView(label=label, href=links.to_page(page), language="" if page.language == language else page.language)
