"""Frames: what every page has around its own content, the same for all kinds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypedDict

from sitegen.model.config import SiteContact
from sitegen.model.gravity import moves_facts
from sitegen.model.language import Phrase
from sitegen.model.organisation import AUTHORITIES, Organisation
from sitegen.model.page import Contact, Funded, Page, Reachable
from sitegen.model.site import Site
from sitegen.model.translation import State
from sitegen.model.values import e164
from sitegen.render.formats import native_name
from sitegen.render.links import Links, share_links
from sitegen.render.previews import preview_of
from sitegen.render.prose import LONGEST_DESCRIPTION, beginning, excerpt, photo, prose_of
from sitegen.render.qr import qr_of
from sitegen.render.subscriptions import feeds_of
from sitegen.render.views.body import Block, Label, LinkView, PhotoView, Term
from sitegen.render.views.frame import ContactView, Frame, LanguageView, ShareView, StripView

MENU = (
    ("projects", 20),
    ("events", 30),
    ("news", 40),
    ("documents", 50),
    ("partners", 60),
    ("contacts", 70),
    ("search", 80),
)
"""Sections of the main menu with their places among the pages that set `menu` themselves."""
SECTION_TERMS = {"index": "home"}
"""Catalogue keys of the sections whose id is not the key."""
GRACE = timedelta(days=30)
"""So long a translation may follow the original unremarked, as long as it is right in its facts."""


@dataclass(frozen=True, kw_only=True)
class Spot:
    """Where a page stands: its address here and in the other languages."""

    page: Page
    address: str
    others: Mapping[str, str]
    """Language to address, this page's own among them; only real translations."""
    title: Label
    trail: tuple[LinkView, ...] = ()
    """What the breadcrumbs have between the page's own entry and this spot, which is a page of its list."""
    sheet: Label | None = None
    """Which page of a long list this is."""


def spot_of(site: Site, page: Page) -> Spot:
    """The spot of a page as it was read."""
    others = {p.language: site.address(p) for p in site.alternates(page)}
    return Spot(page=page, address=site.address(page), others=others, title=title_of(page))


def title_of(page: Page) -> Label:
    """A page's title; the catalogue's word for a section without words of its own."""
    return page.title if page.title or page.kind != "section" else Term(SECTION_TERMS.get(page.id, page.id))


def name_of(page: Page) -> Label:
    """A page's short name for menus and breadcrumbs."""
    return page.short if isinstance(page, Funded) and page.short else title_of(page)


class Opening(TypedDict):
    """What the views of worded pages begin with."""

    frame: Frame
    title: Label
    lead: Phrase
    blocks: tuple[Block, ...]


def opening(site: Site, page: Page, links: Links) -> Opening:
    """The beginning of a worded page's view."""
    return Opening(
        frame=frame_of(site, spot_of(site, page), links),
        title=title_of(page),
        lead=page.summary,
        blocks=prose_of(site, page, links).whole,
    )


def frame_of(site: Site, spot: Spot, links: Links) -> Frame:
    """The frame of a page."""
    page, language = spot.page, spot.page.language
    shut, archived = site.shut_by(page), archived_project(site, page)
    return Frame(
        root=links.root,
        language=language,
        title=spot.title,
        sheet=spot.sheet,
        site_title=site.config.title.into(language),
        owner=site.owner_name(language),
        is_public_body=is_public_body(site.organisation(site.config.owner)),
        description=beginning(excerpt(page), LONGEST_DESCRIPTION),
        canonical=site.url(spot.address),
        alternates=site.hreflang(page, spot.others),
        preview=preview_of(site, page),
        is_indexed=site.is_indexed(page),
        project=project_title(site, page),
        home=links.to(f"/{language}/"),
        languages=tuple(language_view(site, spot, code, links) for code in site.config.languages),
        strip=strip_of(site, page),
        menu=menu_of(site, page, links),
        breadcrumbs=breadcrumbs_of(site, spot, links),
        contact=site_contact(site.config.contact, language),
        accessibility=links.to(site.address_in("accessibility", language)),
        sitemap=links.to(site.address_in("sitemap", language)),
        privacy=links.to(site.address_in("privacy", language)),
        updated=site.updated(page),
        short_address=short_address(site, page),
        qr=qr_of(short_address(site, page)) if short_address(site, page) else None,
        crest=logo_of(site, site.organisation(site.config.owner), links),
        is_draft=shut is not None,
        public_from=shut.publish_at if shut and shut.is_early(site.now) else None,
        public_until=shut.unpublish_at if shut and shut.is_over(site.now) else None,
        is_archived=archived is not None,
        archived_since=archived.archived if archived else None,
        archived_until=archived.kept_until if archived else None,
        untranslated_from="" if page.is_translated else page.original,
        outdated_from=page.original if is_outdated(site, page) else "",
        original_updated=original_updated(site, page),
        is_home=page.id == "index",
        manifest="" if site.relative_links else links.to("/manifest.webmanifest"),
        feeds=feeds_of(site, page, links),
        extra=page.extra,
    )


def archived_project(site: Site, page: Page) -> Funded | None:
    """The project in the archive, of which the page is or in which it lies."""
    project = page if isinstance(page, Funded) else site.page(site.project_of(page.id), page.language)
    is_archived = isinstance(project, Funded) and project.status == "archived"
    return project if is_archived and isinstance(project, Funded) else None


def is_public_body(organisation: Organisation | None) -> bool:
    """Whether an organisation is an authority."""
    return organisation is not None and organisation.type in AUTHORITIES


def is_outdated(site: Site, page: Page) -> bool:
    """Whether readers are told that the original changed: in a number, a date or a code, or some time ago."""
    standing = site.standings.get((page.id, page.language))
    if page.language == page.original or standing is None or standing.state is not State.STALE:
        return False
    updated = site.index[page.id, page.original].updated
    return any(map(moves_facts, standing.unanswered)) or (updated is not None and site.today - updated > GRACE)


def original_updated(site: Site, page: Page) -> date | None:
    """The day on which the original of a translation was updated after it."""
    original = site.page(page.id, page.original)
    updated = original.updated if original and page.language != page.original else None
    is_later = updated and updated <= site.today and (page.updated is None or page.updated < updated)
    return updated if is_later else None


def logo_of(site: Site, organisation: Organisation | None, links: Links) -> PhotoView | None:
    """An organisation's logo; it stands beside the name, which says it all."""
    file = site.files.get(organisation.logo) if organisation else None
    return photo(file, Phrase("", ""), links) if file else None


def project_title(site: Site, page: Page) -> Phrase | None:
    """The short name of the project that a page lies in, for the window's title."""
    project = site.page(site.project_of(page.id), page.language)
    return (project.short or project.title) if isinstance(project, Funded) else None


def language_view(site: Site, spot: Spot, code: str, links: Links) -> LanguageView:
    """The entry of the switcher for a language: the same page, its facts, or the nearest ancestor."""
    page = spot.page
    version = site.page(page.id, code)
    address, reaches = spot.others.get(code), "same"
    if code == page.language:
        address = spot.address
    elif address is None and version and not version.is_translated:
        address, reaches = site.address(version), "facts"
    elif address is None:  # of a list that is empty in that language the whole list is the nearest
        address, reaches = site.address(version or nearest_ancestor(site, page.id, code)), "nearest"
    return LanguageView(
        language=code,
        name=native_name(code),
        href=links.to(address),
        is_current=code == page.language,
        reaches=reaches,
        original=version.original if version and reaches == "facts" else "",
    )


def nearest_ancestor(site: Site, page_id: str, language: str) -> Page:
    """The nearest page above one that the language has; in the end the home page."""
    for parent in ancestors(page_id):
        page = site.page(parent, language)
        if page:
            return page
    return site.index["index", language]


def ancestors(page_id: str) -> tuple[str, ...]:
    """Ids of the pages above a page, the nearest first, the home page last."""
    parts = page_id.split("/")
    above = ("/".join(parts[:count]) for count in range(len(parts) - 1, 0, -1))
    return (*(name for name in above if name != "pages"), "index")


def menu_of(site: Site, page: Page, links: Links) -> tuple[LinkView, ...]:
    """The main menu: home, the sections, and the pages that asked for a place."""
    here = {page.id, *ancestors(page.id)[:-1]}
    own = {entry.id: (entry.menu or 0, entry) for entry in site.in_menu[page.language] if entry.id != "index"}
    sections = {name: (place, site.index[name, page.language]) for name, place in MENU}
    ordered = sorted((sections | own).values(), key=lambda entry: (entry[0], entry[1].id))
    entries = [site.index["index", page.language], *(entry for _, entry in ordered)]
    return tuple(
        LinkView(label=name_in_menu(entry), href=links.to_page(entry), is_current=entry.id in here) for entry in entries
    )


def name_in_menu(page: Page) -> Label:
    """Sections go by the catalogue's word, so that a long title does not break the menu."""
    return Term(SECTION_TERMS.get(page.id, page.id)) if page.kind == "section" else title_of(page)


def breadcrumbs_of(site: Site, spot: Spot, links: Links) -> tuple[LinkView, ...]:
    """The way from the home page to this one; none on the home page."""
    page = spot.page
    if page.id == "index":
        return ()
    above = (site.page(name, page.language) for name in reversed(ancestors(page.id)))
    way = [
        LinkView(label=name_in_menu(p) if p.kind == "section" else name_of(p), href=links.to_page(p))
        for p in above
        if p
    ]
    if spot.trail:
        way.append(LinkView(label=name_in_menu(page), href=links.to_page(page)))
        way += spot.trail[:-1]
    own = spot.trail[-1].label if spot.trail else name_in_menu(page) if page.kind == "section" else name_of(page)
    return (*way, LinkView(label=own, href=""))


def strip_of(site: Site, page: Page) -> StripView | None:
    """The acknowledgement of the page's project; elsewhere that of the newest project, without its programme."""
    own = page if isinstance(page, Funded) else site.page(site.project_of(page.id), page.language)
    if isinstance(own, Funded):
        return strip_of_project(site, own)
    newest = next(iter(site.newest[page.language]), None)
    strip = strip_of_project(site, newest) if newest else None
    return StripView(regime=strip.regime, acknowledgement=strip.acknowledgement, funds=strip.funds) if strip else None


def strip_of_project(site: Site, project: Funded) -> StripView | None:
    """The acknowledgement that a project's programme asks for."""
    programme = site.programme(project.programme)
    if programme is None:
        return None
    return StripView(
        regime=programme.regime,
        acknowledgement=programme.acknowledgement,
        funds=site.funds_of(project),
        programme=programme.name.into(project.language),
    )


def short_address(site: Site, page: Page) -> str:
    """The permanent address of a numbered project."""
    numbered = isinstance(page, Funded) and page.number is not None
    return site.url(f"/p/{page.number}/") if numbered else ""  # type: ignore[attr-defined]


def site_contact(contact: SiteContact, language: str) -> ContactView:
    """The site's own contact."""
    return ContactView(
        unit=contact.unit.into(language),
        person=contact.person.into(language),
        phones=tuple((phone, e164(phone)) for phone in contact.phones),
        email=contact.email,
        address=contact.address.into(language),
    )


def contact_view(contact: Contact) -> ContactView:
    """A page's own contact."""
    return ContactView(
        unit=contact.unit,
        person=contact.person,
        phones=tuple((phone, e164(phone)) for phone in contact.phones),
        email=contact.email,
        address=contact.address,
    )


def contact_of(site: Site, page: Reachable) -> ContactView:
    """Whom to ask about a page: its own contact, else its project's, else the site's."""
    project = site.page(site.project_of(page.id), page.language)
    own = page.contact or (project.contact if isinstance(project, Reachable) else None)
    return contact_view(own) if own else site_contact(site.config.contact, page.language)


def share_of(site: Site, page: Page) -> tuple[ShareView, ...]:
    """Links that share the page."""
    return share_links(site.config.networks(page.language), page.title.text, site.url(site.address(page)))
