"""Previews: the picture that networks show with a link to a page (Open Graph)."""

from __future__ import annotations

from sitegen.model.attachments import beside
from sitegen.model.media import File
from sitegen.model.page import Funded, Page
from sitegen.model.site import Site
from sitegen.model.sizes import height_at, largest_address, widths
from sitegen.render.social_cards import HEIGHT, WIDTH
from sitegen.render.views.frame import PreviewView

CARD = "card.png"
"""Beside the home page of a language, and beside a project."""
FORMATS = frozenset({"jpg", "jpeg", "png", "gif", "webp"})
"""What all networks can show."""
SMALLEST = 200
"""Pixels each way; Facebook shows no smaller picture."""


def preview_of(site: Site, page: Page) -> PreviewView:
    """The page's own picture, else the card of its project, else that of the site."""
    file = own_picture(site, page)
    if file and file.width and file.height:
        width = widths(file)[-1] if widths(file) else file.width
        height = height_at(file, width)
        return PreviewView(src=site.url(largest_address(file)), width=width, height=height, alt=page.image_alt)
    project = page if isinstance(page, Funded) else site.page(site.project_of(page.id), page.language)
    words = project.title if isinstance(project, Funded) else site.config.title.into(page.language)
    address = card_address(site, project if isinstance(project, Funded) else None, page.language)
    return PreviewView(src=site.url(address), width=WIDTH, height=HEIGHT, alt=words, is_card=True)


def own_picture(site: Site, page: Page) -> File | None:
    """The page's picture, if networks can show it."""
    file = site.files.get(beside(page, page.image)) if page.image else None
    is_fit = file and (file.extension in FORMATS or widths(file)) and min(file.width or 0, file.height or 0) >= SMALLEST
    return file if is_fit else None


def card_address(site: Site, project: Page | None, language: str) -> str:
    """Where the card of a project stands, or without one that of the site."""
    return (site.address(project) if project else f"/{language}/") + CARD
