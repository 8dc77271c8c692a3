"""The list of all documents, by project and event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from sitegen.model.attachments import document_files
from sitegen.model.media import Attachment, File
from sitegen.model.page import Downloadable, Page
from sitegen.model.site import Site
from sitegen.outputs.sections.sheets import Sheet, part_of, sheet_opening
from sitegen.render.cards import document_view
from sitegen.render.links import Links
from sitegen.render.views.sections import DocumentGroup, DocumentsView


class Offer(NamedTuple):
    """A document with where it is offered."""

    head: Page
    """The project that the page is or lies in, else the page."""
    page: Page
    document: tuple[Attachment, File]


def offers(site: Site) -> Mapping[str, tuple[Offer, ...]]:
    """The documents of each language in the order of the list."""
    return {language: tuple(offers_in(site, language)) for language in site.config.languages}


def offers_in(site: Site, language: str) -> Iterator[Offer]:
    """Projects' documents with those of what lies below them, then those of other pages."""
    projects = site.newest[language]
    inside = {project.id for project in projects}
    for project in projects:
        own = (project,) if isinstance(project, Downloadable) else ()
        for page in (*own, *site.below(project, Downloadable)):
            yield from (Offer(project, page, document) for document in document_files(site, page))
    for page in site.having(Downloadable, language):
        if page.id not in inside and site.project_of(page.id) not in inside:
            yield from (Offer(page, page, document) for document in document_files(site, page))


def documents_view(site: Site, page: Page, links: Links, number: int = 1) -> DocumentsView:
    """A page of the list of documents."""
    lists = site.once(offers)
    return DocumentsView(
        **sheet_opening(site, page, links, Sheet(lists, number)),
        groups=tuple(groups_of(part_of(lists[page.language], number), links)),
    )


def groups_of(listed: Iterable[Offer], links: Links) -> Iterator[DocumentGroup]:
    """A group for each project and each other page."""
    for _, together in groupby(listed, key=lambda offer: offer.head.id):
        found = tuple(together)
        head = found[0].head
        below = tuple(offer for offer in found if offer.page.id != head.id)
        yield DocumentGroup(
            page=links.view(head, head.language),
            documents=tuple(document_view(*offer.document, links) for offer in found if offer.page.id == head.id),
            below=tuple(groups_of((Offer(offer.page, offer.page, offer.document) for offer in below), links)),
        )
