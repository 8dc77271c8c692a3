"""`/p/<number>/`: permanent addresses for plaques and QR codes; three links, never a redirect; their codes."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.address import number_address
from sitegen.model.artifact import Task
from sitegen.model.page import Funded
from sitegen.model.site import Site
from sitegen.render.formats import native_name
from sitegen.render.frames import strip_of
from sitegen.render.links import Links
from sitegen.render.qr import render_qr
from sitegen.render.recipes import page_task
from sitegen.render.views.around import Doorway, ShortView


def tasks(site: Site) -> Iterator[Task]:
    """One page for each numbered project; of two with one number, which is an error already, the first."""
    known: set[int] = set()
    for page_id in site.ids:
        versions = [page for page in site.versions(page_id) if isinstance(page, Funded)]
        number = versions[0].number if versions else None
        if number is not None and number not in known:
            known.add(number)
            links = Links(site, number_address(number))
            view = ShortView(
                root=links.root,
                languages=tuple(doorway(page, links) for page in versions),
                strip=strip_of(site, versions[0]),
            )
            yield page_task(links.here, "short.html", versions[0].language, view, versions[0].source)
            yield Task(
                path=f"p/{number}/qr.svg",
                recipe=render_qr,
                inputs=site.url(links.here),
                origin=versions[0].source,
            )


def doorway(page: Funded, links: Links) -> Doorway:
    """The project's page in a language."""
    return Doorway(language=page.language, name=native_name(page.language), title=page.title, href=links.to_page(page))
