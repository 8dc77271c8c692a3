"""The pages that every site has: home, lists, contacts, statement, privacy and the site map, in each language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sitegen.model.artifact import Task
from sitegen.model.page import Downloadable
from sitegen.model.site import Site
from sitegen.outputs.sections.documents import documents_view
from sitegen.outputs.sections.home import home_view
from sitegen.outputs.sections.people import contacts_view, partners_view
from sitegen.outputs.sections.projects import narrowed_lists, projects_view
from sitegen.outputs.sections.statement import privacy_view, statement_view
from sitegen.outputs.sections.times import events_view, news_list_view
from sitegen.outputs.sections.tree import sitemap_view
from sitegen.render.links import Links
from sitegen.render.recipes import page_task

View = Callable[[Site, Downloadable, Links], Any]

VIEWS: dict[str, tuple[str, View]] = {
    "index": ("home.html", home_view),
    "projects": ("projects.html", projects_view),
    "events": ("events.html", events_view),
    "news": ("news_list.html", news_list_view),
    "documents": ("documents.html", documents_view),
    "partners": ("partners.html", partners_view),
    "contacts": ("contacts.html", contacts_view),
    "accessibility": ("statement.html", statement_view),
    "sitemap": ("sitemap.html", sitemap_view),
    "privacy": ("privacy.html", privacy_view),
}
"""Section to its template and its view."""


def tasks(site: Site) -> Iterator[Task]:
    """One task for each section and language, and the narrowed lists of projects."""
    for name, (template, view) in VIEWS.items():
        for page in site.versions(name):
            address = site.address(page)
            made = view(site, page, Links(site, address))  # type: ignore[arg-type]
            yield page_task(address, template, page.language, made, page.file or f"sitegen: {name}")
    for address, language, made in narrowed_lists(site):
        yield page_task(address, "projects.html", language, made, "sitegen: projects")
