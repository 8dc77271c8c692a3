"""Doorways: the ways into the site's languages, for pages that speak all of them."""

from __future__ import annotations

from sitegen.model.language import Phrase
from sitegen.model.site import Site
from sitegen.render.formats import native_name
from sitegen.render.links import Links
from sitegen.render.views.around import Doorway


def doorways(site: Site, links: Links) -> tuple[Doorway, ...]:
    """One for each language, with its home page and list of projects."""
    return tuple(
        Doorway(
            language=code,
            name=native_name(code),
            title=site.config.title.into(code),
            href=links.to(f"/{code}/"),
            projects=links.to(site.address_in("projects", code)),
            search=links.to(site.address_in("search", code)),
        )
        for code in site.config.languages
    )


def owner_names(site: Site) -> tuple[Phrase, ...]:
    """The owner's name in each language."""
    owner = site.organisation(site.config.owner)
    return tuple(owner.name.into(code) for code in site.config.languages) if owner else ()
