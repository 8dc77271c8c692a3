"""The list of all documents, by project and event."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.page import Downloadable, Page
from sitegen.model.site import Site
from sitegen.render.cards import documents_of
from sitegen.render.frames import opening
from sitegen.render.links import Links
from sitegen.render.views import DocumentGroup, DocumentsView


def documents_view(site: Site, page: Page, links: Links) -> DocumentsView:
    """Projects' documents with those of what lies below them, then those of other pages."""
    return DocumentsView(
        **opening(site, page, links),
        groups=tuple(groups_of(site, page.language, links)),
    )


def groups_of(site: Site, language: str, links: Links) -> Iterator[DocumentGroup]:
    """A group for each project and each other page that has documents."""
    projects = site.newest[language]
    inside = {project.id for project in projects}
    for project in projects:
        below = tuple(group_of(site, p, links) for p in site.below(project, Downloadable))
        own = documents_of(site, project, links) if isinstance(project, Downloadable) else ()
        filled = tuple(group for group in below if group.documents)
        if own or filled:
            yield DocumentGroup(page=links.view(project, language), documents=own, below=filled)
    for page in site.having(Downloadable, language):
        if page.id not in inside and site.project_of(page.id) not in inside:
            group = group_of(site, page, links)
            if group.documents:
                yield group


def group_of(site: Site, page: Downloadable, links: Links) -> DocumentGroup:
    """The documents of a page."""
    return DocumentGroup(page=links.view(page, page.language), documents=documents_of(site, page, links))
