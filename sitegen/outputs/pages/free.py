"""The view of a free page."""

from __future__ import annotations

from sitegen.kinds.page import FreePage
from sitegen.model.site import Site
from sitegen.render.cards import documents_of, image_of, photos_of
from sitegen.render.frames import opening, share_of
from sitegen.render.links import Links
from sitegen.render.views.pages import FreeView


def free_view(site: Site, page: FreePage, links: Links) -> FreeView:
    """Everything that a free page shows."""
    below = (p for p in site.below(page, FreePage) if p.id.rpartition("/")[0] == page.id)
    return FreeView(
        **opening(site, page, links),
        documents=documents_of(site, page, links),
        photos=photos_of(site, page, links),
        image=image_of(site, page, links),
        pages=tuple(links.view(p, page.language) for p in below),
        share=share_of(site, page),
    )
