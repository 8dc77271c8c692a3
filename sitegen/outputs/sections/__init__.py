"""The pages that every site has: home, lists, contacts, statement, privacy and the site map, in each language."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.artifact import Task
from sitegen.model.site import Site
from sitegen.outputs.sections.documents import documents_view
from sitegen.outputs.sections.home import home_view
from sitegen.outputs.sections.people import contacts_view, partners_view
from sitegen.outputs.sections.projects import narrowed_lists, narrowed_view, projects_view
from sitegen.outputs.sections.statement import privacy_view, statement_view
from sitegen.outputs.sections.times import events_view, news_list_view
from sitegen.outputs.sections.tree import sitemap_view
from sitegen.render.recipes import View, view_task

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
            yield view_task(page, site.address(page), template, view, origin=page.file or f"sitegen: {name}")
    for page, address, narrowing in narrowed_lists(site):
        yield view_task(page, address, "projects.html", narrowed_view, narrowing, origin="sitegen: projects")
