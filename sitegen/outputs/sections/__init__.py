"""The pages that every site has: home, lists, contacts, statement, privacy and the site map, in each language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sitegen.model.artifact import Task
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.outputs.sections.documents import documents_view, offers
from sitegen.outputs.sections.home import home_view
from sitegen.outputs.sections.people import all_projects, contacts_view, involved, partners_view
from sitegen.outputs.sections.projects import narrowed_lists, narrowed_view, projects_view
from sitegen.outputs.sections.sheets import LENGTH, count_of, sheet_address
from sitegen.outputs.sections.statement import privacy_view, statement_view
from sitegen.outputs.sections.times import calendar, events_view, news_list_view
from sitegen.outputs.sections.tree import LENGTH as TITLES
from sitegen.outputs.sections.tree import branches, sitemap_view
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

LISTS: dict[str, tuple[Callable[[Site], Mapping[str, Sequence[Any]]], int]] = {
    "projects": (lambda site: site.newest, LENGTH),
    "events": (lambda site: site.once(calendar), LENGTH),
    "news": (lambda site: site.news, LENGTH),
    "documents": (lambda site: site.once(offers), LENGTH),
    "partners": (lambda site: site.once(involved), LENGTH),
    "contacts": (lambda site: site.once(all_projects), LENGTH),
    "sitemap": (lambda site: site.once(branches), TITLES),
}
"""Section to its whole list in each language, and how much of it stands on a page."""


def tasks(site: Site) -> Iterator[Task]:
    """One task for each section and language, the further pages of lists, and the narrowed lists of projects."""
    for name, (template, view) in VIEWS.items():
        for page in site.versions(name):
            yield view_task(page, site.address(page), template, view, origin=page.file or f"sitegen: {name}")
    for name, (lists, length) in LISTS.items():
        for page in site.versions(name):
            for number in range(2, count_of(lists(site)[page.language], length) + 1):
                yield sheet_task(site, page, number)
    for page, address, narrowing, number in narrowed_lists(site):
        yield view_task(page, address, "projects.html", narrowed_view, narrowing, number, origin="sitegen: projects")


def sheet_task(site: Site, page: Page, number: int) -> Task:
    """A further page of a section's list."""
    template, view = VIEWS[page.id]
    address = sheet_address(site, site.address(page), page.language, number)
    return view_task(page, address, template, view, number, origin=page.file or f"sitegen: {page.id}")
