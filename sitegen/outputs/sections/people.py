"""Partners and contacts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sitegen.kinds.project import RESPONSIBLE, Project
from sitegen.model.organisation import Organisation
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.outputs.sections.sheets import Sheet, part_of, sheet_opening
from sitegen.render.cards import partner_view
from sitegen.render.frames import contact_of, logo_of, site_contact
from sitegen.render.links import Links
from sitegen.render.views.body import LinkView
from sitegen.render.views.parts import PartnerView
from sitegen.render.views.sections import ContactsView, PartnerEntry, PartnersView

MOST_ROLES = 100
"""Parts in projects that a page of organisations tells all of; beyond, each has its newest ones."""
NEWEST_ROLES = 3


class Involved(NamedTuple):
    """An organisation with its parts in projects, the newest first."""

    organisation: Organisation
    roles: tuple[tuple[Project, str], ...]


def involved(site: Site) -> Mapping[str, tuple[Involved, ...]]:
    """The organisations that have a part in a project, by name in each language."""
    return {language: tuple(involved_in(site, language)) for language in site.config.languages}


def involved_in(site: Site, language: str) -> Iterator[Involved]:
    """Those of a language."""
    roles: dict[str, list[tuple[Project, str]]] = {}
    for project in site.once(all_projects)[language]:
        for partner in project.partners:
            roles.setdefault(partner.org, []).append((project, partner.role))
    for organisation in ordered(site, language):
        if organisation.id in roles:
            yield Involved(organisation, tuple(roles[organisation.id]))


def ordered(site: Site, language: str) -> list[Organisation]:
    """Organisations by name."""
    return sorted(site.config.organisations.values(), key=lambda o: o.name.into(language).text)


def all_projects(site: Site) -> Mapping[str, tuple[Project, ...]]:
    """The projects of each language, the newest first."""
    return {
        language: tuple(project for project in found if isinstance(project, Project))
        for language, found in site.newest.items()
    }


def partners_view(site: Site, page: Page, links: Links, number: int = 1) -> PartnersView:
    """A page of the organisations that have a part in a project."""
    lists = site.once(involved)
    shown = part_of(lists[page.language], number)
    is_short = sum(len(entry.roles) for entry in shown) <= MOST_ROLES
    return PartnersView(
        **sheet_opening(site, page, links, Sheet(lists, number)),
        partners=tuple(
            partner_entry(site, entry, None if is_short else NEWEST_ROLES, page.language, links) for entry in shown
        ),
    )


def partner_entry(site: Site, entry: Involved, most: int | None, language: str, links: Links) -> PartnerEntry:
    """An organisation with so many of its roles."""
    organisation = entry.organisation
    return PartnerEntry(
        name=organisation.name.into(language),
        address=organisation.address.into(language),
        eik=organisation.eik,
        website=organisation.website,
        logo=logo_of(site, organisation, links),
        roles=tuple((project_name(project, links), role) for project, role in entry.roles[:most]),
        more=len(entry.roles[most:]) if most else 0,
    )


def contacts_view(site: Site, page: Page, links: Links, number: int = 1) -> ContactsView:
    """The site's contact and a page of the projects' ones."""
    owner = site.organisation(site.config.owner)
    lists = site.once(all_projects)
    return ContactsView(
        **sheet_opening(site, page, links, Sheet(lists, number)),
        owner=site.owner_name(page.language),
        eik=owner.eik if owner else "",
        contact=site_contact(site.config.contact, page.language),
        projects=tuple(
            (project_name(project, links), responsible(project, site.config.organisations), contact_of(site, project))
            for project in part_of(lists[page.language], number)
        ),
    )


def project_name(project: Project, links: Links) -> LinkView:
    """The project by its short name."""
    return links.view(project, project.language, project.short or project.title)


def responsible(project: Project, organisations: Mapping[str, Organisation]) -> PartnerView | None:
    """The body that answers for a project."""
    for role in RESPONSIBLE:
        for partner in project.partners:
            organisation = organisations.get(partner.org)
            if partner.role == role and organisation:
                return partner_view(organisation, role, project.language)
    return None
