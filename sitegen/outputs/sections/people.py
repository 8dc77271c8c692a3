"""Partners and contacts."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.kinds.project import RESPONSIBLE, Project
from sitegen.model.organisation import Organisation
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.render.cards import partner_view
from sitegen.render.frames import contact_of, logo_of, opening, site_contact
from sitegen.render.links import Links
from sitegen.render.views import ContactsView, LinkView, PartnerEntry, PartnersView, PartnerView


def partners_view(site: Site, page: Page, links: Links) -> PartnersView:
    """Every organisation that has a part in a project."""
    entries = (partner_entry(site, organisation, page.language, links) for organisation in ordered(site, page.language))
    return PartnersView(
        **opening(site, page, links),
        partners=tuple(entry for entry in entries if entry.roles),
    )


def ordered(site: Site, language: str) -> list[Organisation]:
    """Organisations by name."""
    return sorted(site.config.organisations.values(), key=lambda o: o.name.into(language).text)


def projects_of(site: Site, language: str) -> list[Project]:
    """Projects, newest first."""
    return [project for project in site.newest[language] if isinstance(project, Project)]


def partner_entry(site: Site, organisation: Organisation, language: str, links: Links) -> PartnerEntry:
    """An organisation with its roles."""
    roles = tuple(
        (links.view(project, language, project.short or project.title), partner.role)
        for project in projects_of(site, language)
        for partner in project.partners
        if partner.org == organisation.id
    )
    return PartnerEntry(
        name=organisation.name.into(language),
        address=organisation.address.into(language),
        eik=organisation.eik,
        website=organisation.website,
        logo=logo_of(site, organisation, links),
        roles=roles,
    )


def contacts_view(site: Site, page: Page, links: Links) -> ContactsView:
    """The site's contact and each project's."""
    owner = site.organisation(site.config.owner)
    return ContactsView(
        **opening(site, page, links),
        owner=site.owner_name(page.language),
        eik=owner.eik if owner else "",
        contact=site_contact(site.config.contact, page.language),
        projects=tuple(
            (project_name(project, links), responsible(project, site.config.organisations), contact_of(site, project))
            for project in projects_of(site, page.language)
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
