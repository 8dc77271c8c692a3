"""Cards: pages as entries of a list, and the documents and pictures of a page."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.model.attachments import beside, document_files
from sitegen.model.language import Phrase
from sitegen.model.media import Attachment, File
from sitegen.model.money import Money
from sitegen.model.organisation import Organisation
from sitegen.model.page import Article, Downloadable, Funded, Page, Scheduled
from sitegen.model.site import Site
from sitegen.render.links import Links
from sitegen.render.prose import document, excerpt, photo
from sitegen.render.views.body import DocumentView, LinkView, PhotoView, Term
from sitegen.render.views.parts import Amount, EventCard, NewsCard, PartnerView, ProjectCard


def amount_of(money: Money | None) -> Amount | None:
    """Money as agreed and in euro."""
    return Amount(original=money, euro=money.euro) if money else None


def rates_of(amounts: Iterable[Money]) -> tuple[str, ...]:
    """The currencies of which a page with such amounts says the rate, once; that of old leva tells of leva too."""
    used = {amount.currency for amount in amounts if amount.is_converted}
    return tuple(name for name in ("BGL" if "BGL" in used else "BGN", "XEU") if name in used)


def project_card(site: Site, project: Funded, links: Links) -> ProjectCard:
    """A project in a list."""
    programme = site.programme(project.programme)
    return ProjectCard(
        title=project.title,
        short=project.short or project.title,
        href=links.to_page(project),
        language="" if project.is_translated else project.original,
        status=project.status_on(site.today),
        summary=project.summary,
        programme=(programme.short or programme.name).into(project.language) if programme else None,
        start=project.start,
        end=project.actual_end or project.end,
        months=project.months,
        total=amount_of(project.total_value),
    )


def project_link(site: Site, page: Page, reader: str, links: Links) -> LinkView | None:
    """The project that a page lies in, in the reader's language."""
    project = site.nearest(site.project_of(page.id), reader)
    if not isinstance(project, Funded):
        return None
    return links.view(project, reader, project.short or project.title)


def partner_view(organisation: Organisation, role: str, language: str, logo: PhotoView | None = None) -> PartnerView:
    """An organisation with its role."""
    return PartnerView(
        name=organisation.name.into(language),
        role=role,
        eik=organisation.eik,
        website=organisation.website,
        address=organisation.address.into(language),
        logo=logo,
    )


def event_card(site: Site, event: Scheduled, links: Links, *, with_project: bool = True) -> EventCard:
    """An event in a list."""
    return EventCard(
        title=event.title,
        href=links.to_page(event),
        type=event.type,
        start=event.start,
        end=event.end,
        place=event.place,
        status=event.status_on(site.today),
        summary=event.summary,
        project=project_link(site, event, event.language, links) if with_project else None,
        documents=len(documents_of(site, event, links)) if isinstance(event, Downloadable) else 0,
    )


def news_card(site: Site, article: Article, reader: str, links: Links, *, with_project: bool = True) -> NewsCard:
    """A news item in a list; it may be in another language than the list."""
    return NewsCard(
        title=article.title,
        href=links.to_page(article),
        date=article.date,
        summary=excerpt(article),
        language="" if article.language == reader else article.language,
        project=project_link(site, article, reader, links) if with_project else None,
    )


def articles(site: Site, reader: str, below: str = "") -> tuple[Article, ...]:
    """News for a reader, of the site or of a project, in its order; each in the reader's language or the one it has."""
    return site.news_below.get((reader, below), ()) if below else site.news[reader]


def documents_of(site: Site, page: Downloadable, links: Links) -> tuple[DocumentView, ...]:
    """The documents of a page as links."""
    return tuple(document_view(entry, file, links) for entry, file in document_files(site, page))


def document_view(entry: Attachment, file: File, links: Links) -> DocumentView:
    """A document as a link."""
    return document(file, entry.title or Term(f"document_type.{entry.type}"), links, entry.date)


def photos_of(site: Site, page: Downloadable, links: Links) -> tuple[PhotoView, ...]:
    """The pictures of a page's gallery."""
    entries = ((entry, site.files.get(beside(page, entry.file))) for entry in page.gallery)
    return tuple(photo(file, entry.alt, links, entry.caption, entry.credit) for entry, file in entries if file)


def image_of(site: Site, page: Page, links: Links) -> PhotoView | None:
    """The picture of a page."""
    file = site.files.get(beside(page, page.image)) if page.image else None
    return photo(file, page.image_alt or Phrase("", page.language), links) if file else None
