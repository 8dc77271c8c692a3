"""The pages that are made of other pages: the home page, lists, people, the statement, the site map, search."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sitegen.model.language import Phrase
from sitegen.model.money import Money
from sitegen.render.views.body import DocumentView, Label, LinkView, PhotoView, Term
from sitegen.render.views.frame import ContactView
from sitegen.render.views.pages import Worded
from sitegen.render.views.parts import EventCard, NewsCard, PartnerView, ProjectCard


@dataclass(frozen=True, kw_only=True)
class SheetLink:
    """The way to a page of a long list."""

    number: int
    href: str
    is_current: bool
    is_after_gap: bool
    """Whether pages are left out before it."""


@dataclass(frozen=True, kw_only=True)
class PagerView:
    """The way to the other pages of a long list."""

    previous: str
    """Address; "" on the first."""
    next: str
    """Address; "" on the last."""
    sheets: tuple[SheetLink, ...]
    """The first, the last and some around this one."""


@dataclass(frozen=True, kw_only=True)
class Listed(Worded):
    """What the pages of lists begin with; the editor's words stand on the first page only."""

    pager: PagerView | None
    """None for a list that fits on one page."""


@dataclass(frozen=True, kw_only=True)
class HomeView(Worded):
    """The home page of a language."""

    projects: int
    """How many."""
    running: int
    """How many of them."""
    total: Money | None
    """Sum of the totals that are stated, in euro; None where none is."""
    has_rounding: bool
    """Whether the totals in euro add up to another amount, because the sum was made before it was converted."""
    rates: tuple[str, ...]
    """Currencies whose rate the page says."""
    counted: int
    """How many projects state a total."""
    current: tuple[ProjectCard, ...]
    """Planned and running ones, and those whose status is not known."""
    finished: tuple[ProjectCard, ...]
    next_event: EventCard | None
    """The next one, else the latest one held."""
    news: tuple[NewsCard, ...]
    """The latest three."""
    all_projects: str
    """Address of the list of projects."""
    all_events: str
    """Address of the list of events."""
    all_news: str
    """Address of the list of news."""


@dataclass(frozen=True, kw_only=True)
class FacetOption:
    """One value of a facet: a page with the projects that have it."""

    label: Label
    href: str
    count: int
    is_current: bool


@dataclass(frozen=True, kw_only=True)
class Facet:
    """A way to narrow the list: programme, status or period."""

    name: str
    options: tuple[FacetOption, ...]


@dataclass(frozen=True, kw_only=True)
class ProjectsView(Listed):
    """The list of projects, whole or narrowed."""

    chosen: Label | None
    """What the list is narrowed to."""
    cards: tuple[ProjectCard, ...]
    """Those of this page of the list."""
    found: int
    """How many the whole list has."""
    rates: tuple[str, ...]
    """Currencies whose rate the page says."""
    facets: tuple[Facet, ...]
    everything: str
    """Address of the whole list."""
    data: str = ""
    """Address of the open data; "" for a narrowed list and where there is none."""


@dataclass(frozen=True, kw_only=True)
class EventsView(Listed):
    """The list of events."""

    coming: tuple[EventCard, ...]
    past: tuple[EventCard, ...]
    undated: tuple[EventCard, ...]
    calendar: str
    """Address of the calendar of all events; "" without one."""


@dataclass(frozen=True, kw_only=True)
class NewsListView(Listed):
    """The list of news."""

    cards: tuple[NewsCard, ...]
    feed: str
    """Address of the feed of news and events; "" without one."""


@dataclass(frozen=True, kw_only=True)
class DocumentGroup:
    """The documents of one page."""

    page: LinkView
    documents: tuple[DocumentView, ...]
    below: tuple[DocumentGroup, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DocumentsView(Listed):
    """All documents, by project and event."""

    groups: tuple[DocumentGroup, ...]


@dataclass(frozen=True, kw_only=True)
class PartnerEntry:
    """An organisation and the projects that it has a part in."""

    name: Phrase
    address: Phrase
    eik: str
    website: str
    logo: PhotoView | None
    roles: tuple[tuple[LinkView, str], ...]
    """Project and role."""
    more: int = 0
    """How many roles are not told, where the page would be too long."""


@dataclass(frozen=True, kw_only=True)
class PartnersView(Listed):
    """The list of organisations."""

    partners: tuple[PartnerEntry, ...]


@dataclass(frozen=True, kw_only=True)
class ContactsView(Listed):
    """Whom to ask, about the site and about each project."""

    owner: Phrase
    eik: str
    contact: ContactView
    projects: tuple[tuple[LinkView, PartnerView | None, ContactView], ...]
    """Project, its beneficiary, whom to ask."""


@dataclass(frozen=True, kw_only=True)
class BarrierView:
    """Something that not everybody can use."""

    reason: str
    clause: str
    text: Phrase
    fix_by: date | None


@dataclass(frozen=True, kw_only=True)
class AuthorityView:
    """The body that hears complaints."""

    name: Phrase
    address: Phrase
    emails: tuple[str, ...]
    phones: tuple[tuple[str, str], ...]
    website: str


@dataclass(frozen=True, kw_only=True)
class EvaluationView:
    """An evaluation by an automatic tool."""

    date: date | None
    tool: str
    pages: int
    findings: int


@dataclass(frozen=True, kw_only=True)
class StatementView(Worded):
    """The accessibility statement (Decision 2018/1523)."""

    owner: Phrase
    url: str
    standard: str
    status: str
    barriers: tuple[BarrierView, ...]
    prepared: date | None
    method: str
    assessor: str
    reviewed: date | None
    email: str
    days: int
    contact: ContactView
    authority: AuthorityView | None
    is_stated: bool
    """Whether site.yaml has an `accessibility` part."""
    evaluation: EvaluationView | None = None
    """What was recorded of the site in a browser."""
    data: str = ""
    """Address of the same as JSON."""


@dataclass(frozen=True, kw_only=True)
class PrivacyView(Worded):
    """What the site does and does not do with visitors' data."""

    owner: Phrase
    contact: ContactView
    officer: ContactView
    """Of data protection; empty where the settings name none."""
    log_days: int | None
    """After which the host deletes its logs; None where the settings do not say."""
    has_portraits: bool
    """Whether somebody can be recognised in a picture, as far as the galleries say."""
    has_share: bool
    """Whether pages have links that share them."""
    authority: AuthorityView | None
    """Who hears complaints; None for the usual one, which the catalogue names."""


@dataclass(frozen=True, kw_only=True)
class TreeView:
    """An entry of the site map with what lies below it."""

    link: LinkView
    below: tuple[TreeView, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SitemapView(Listed):
    """The site map for people."""

    tree: tuple[TreeView, ...]
    data: str = ""
    """Address of the open data; "" without any."""


@dataclass(frozen=True, kw_only=True)
class TitleView:
    """A page in the list of titles."""

    link: LinkView
    project: Phrase | None = None
    """The project that it lies in."""


@dataclass(frozen=True, kw_only=True)
class TitleGroup:
    """The pages of a type."""

    name: Term
    titles: tuple[TitleView, ...]
    more: LinkView | None = None
    """The list of those that are too many to be shown; None where all are."""


@dataclass(frozen=True, kw_only=True)
class SearchView(Worded):
    """The search page: a form for those whose browser runs scripts, and all titles."""

    index: str
    """Address of the words that the script looks through; "" where nothing can be asked for them."""
    groups: tuple[TitleGroup, ...]
