"""Views: all that a template may see. Frozen values; words are `Phrase` or `Term`, links are ready to be written.

A template shows a `Label` with the filter `words`, which adds `lang` where the words are not in the page's language.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sitegen.model.acknowledgement import lines_of
from sitegen.model.dates import FuzzyDate, Moment
from sitegen.model.language import Phrase
from sitegen.model.media import NOBODY
from sitegen.model.money import Money


@dataclass(frozen=True)
class Term:
    """Words of the theme's catalogue, in the page's language."""

    key: str
    number: int | None = None
    """What stands for {number} in them."""


Label = Phrase | Term


@dataclass(frozen=True, kw_only=True)
class LinkView:
    """A link with its words."""

    label: Label
    href: str
    language: str = ""
    """Of the page it leads to, where that is not the reader's."""
    is_current: bool = False


@dataclass(frozen=True, kw_only=True)
class LanguageView:
    """An entry of the language switcher; it never leads to a page that does not exist."""

    language: str
    name: str
    """In the language itself: Български."""
    href: str
    is_current: bool = False
    reaches: str = "same"
    """`same` page translated, `facts` (untranslated, facts only) or `nearest` (an ancestor)."""
    original: str = ""
    """With `facts`: the language of the prose."""


@dataclass(frozen=True, kw_only=True)
class StripView:
    """The acknowledgement of the Union's support under the top bar."""

    regime: str
    """`phare 2007-2013 2014-2020 2021-2027 rrf national`."""
    acknowledgement: str
    """`funded`, `cofunded` or `legacy` (Union and fund by name)."""
    funds: tuple[str, ...] = ()
    """`erdf` and so on; names are the catalogue's."""
    programme: Phrase | None = None

    @property
    def has_emblem(self) -> bool:
        """Whether the Union pays; what the state alone pays for does not bear its emblem."""
        return self.regime != "national"

    @property
    def lines(self) -> tuple[Term, ...]:
        """The words beside the emblem: a sentence, or the Union and its funds by name (Reg. 821/2014 Art. 4)."""
        return tuple(map(Term, lines_of(self.regime, self.acknowledgement, self.funds)))


@dataclass(frozen=True, kw_only=True)
class ContactView:
    """Whom to ask."""

    unit: Phrase
    person: Phrase
    phones: tuple[tuple[str, str], ...] = ()
    """As people write it, and for `tel:`."""
    email: str = ""
    address: Phrase

    def __bool__(self) -> bool:
        return bool(self.unit or self.person or self.phones or self.email or self.address)


@dataclass(frozen=True, kw_only=True)
class ShareView:
    """A link to a network or to the mail program."""

    network: str
    href: str


@dataclass(frozen=True, kw_only=True)
class QrView:
    """A QR code."""

    size: int
    """Modules a side, the quiet zone included."""
    path: str
    """Of an SVG, in modules."""


WIDEST_SMALL = 600
"""Pixels from which networks show a picture large."""


@dataclass(frozen=True, kw_only=True)
class PreviewView:
    """The picture that networks show with a link to a page."""

    src: str
    """Absolute."""
    width: int
    """Pixels."""
    height: int
    """Pixels."""
    alt: Phrase
    """What the picture shows; of a card the title on it."""
    is_card: bool = False
    """Whether it is a card of ours, with the owner's name and the emblem."""

    @property
    def is_wide(self) -> bool:
        """Whether it can fill the whole width of an entry; smaller ones stand beside the words."""
        return self.width >= WIDEST_SMALL


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What every page of a language has around its own content."""

    root: str
    """The way to the site's root, for files of the theme."""
    language: str
    title: Label
    sheet: Label | None = None
    """Which page of a long list this is; None for the first."""
    site_title: Phrase
    owner: Phrase
    """Who answers for the site."""
    is_public_body: bool = False
    """Whether that is a municipality or another authority."""
    description: Phrase
    project: Phrase | None = None
    """The project that the page lies in."""
    canonical: str
    """Absolute."""
    alternates: tuple[tuple[str, str], ...] = ()
    """`hreflang` and absolute address, x-default among them; empty with one language."""
    preview: PreviewView
    """What networks show with a link to the page."""
    is_indexed: bool = True
    home: str
    """Address of the language's home page."""
    languages: tuple[LanguageView, ...] = ()
    strip: StripView | None = None
    """None where no project is funded."""
    menu: tuple[LinkView, ...] = ()
    breadcrumbs: tuple[LinkView, ...] = ()
    """From the home page to this one, whose href is ""."""
    contact: ContactView
    """The site's own."""
    accessibility: str
    """Address of the accessibility statement."""
    sitemap: str
    """Address of the site map for people."""
    privacy: str
    """Address of the privacy note."""
    updated: date | None = None
    short_address: str = ""
    """Absolute `/p/<number>/` of a project."""
    qr: QrView | None = None
    """The short address, for print."""
    crest: PhotoView | None = None
    """The owner's logo."""
    is_draft: bool = False
    """Whether only a preview shows the page."""
    public_from: Moment | None = None
    """Of a page before its time: when the public will see it."""
    public_until: Moment | None = None
    """Of a page after its time: until when the public saw it."""
    is_archived: bool = False
    """Whether the project, of which the page is or in which it lies, is in the archive."""
    archived_since: date | None = None
    archived_until: date | None = None
    """Until when its results must be kept up."""
    untranslated_from: str = ""
    """The language of the prose where this page has no translation."""
    outdated_from: str = ""
    """The language of the original where this translation has not followed it."""
    original_updated: date | None = None
    """When the original was last updated, where that is after this translation."""
    is_home: bool = False
    manifest: str = ""
    """Address of the web manifest; "" in copies without a host."""
    feeds: tuple[LinkView, ...] = ()
    """What is new, for feed readers: on the whole site, then in the page's project; none where nothing is."""
    extra: tuple[tuple[str, str], ...] = ()
    """The site's own keys `x_…` of the page's file, with their text: `dict(frame.extra).get('x_team')`."""


@dataclass(frozen=True, kw_only=True)
class Target:
    """What a link or picture of a body became."""

    href: str = ""
    """"" leaves the words without a link."""
    language: str = ""
    """Of the page it leads to, where that is not the reader's."""
    document: DocumentView | None = None
    picture: PhotoView | None = None
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Block:
    """A heading of a body and what follows it."""

    id: str = ""
    level: int = 2
    heading: Phrase | None = None
    html: str
    """Clean HTML with marks in the places of links and pictures; shown by the filter `prose`."""
    targets: tuple[Target, ...] = ()
    """What the marks stand for, by number."""
    language: str
    """Of the prose."""


@dataclass(frozen=True, kw_only=True)
class DocumentView:
    """A document to download."""

    title: Label
    href: str
    format: str
    """`PDF`."""
    size: int
    """Bytes."""
    pages: int | None = None
    language: str = ""
    date: FuzzyDate | None = None


@dataclass(frozen=True, kw_only=True)
class SourceView:
    """The sizes of a picture in a newer format."""

    type: str
    """`image/webp`."""
    srcset: str


@dataclass(frozen=True, kw_only=True)
class PhotoView:
    """A picture."""

    src: str
    srcset: str = ""
    """Its sizes, where it has several."""
    sources: tuple[SourceView, ...] = ()
    """The same in newer formats, the best first."""
    width: int | None = None
    """Pixels of the largest size."""
    height: int | None = None
    large: str = ""
    """The address of the largest size, where there are several."""
    alt: Phrase
    caption: Phrase = NOBODY
    credit: Phrase = NOBODY


@dataclass(frozen=True, kw_only=True)
class Bar:
    """A bar of a chart, in percent of the chart's width."""

    x: float
    width: float


@dataclass(frozen=True, kw_only=True)
class YearTick:
    """Where a year begins in a chart of time."""

    year: int
    x: float


@dataclass(frozen=True, kw_only=True)
class Milestone:
    """An event in a chart of time."""

    x: float
    day: date
    label: Phrase
    href: str


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """The time that the activities of a project take."""

    first: date
    last: date
    years: tuple[YearTick, ...] = ()
    today: float | None = None
    """Where today stands, while it lasts."""
    milestones: tuple[Milestone, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How much of a running project's time is over."""

    passed: int
    """Whole months."""
    months: int
    width: float
    """Percent, by days."""
    as_of: date


@dataclass(frozen=True, kw_only=True)
class Amount:
    """Money as it was agreed, and in euro."""

    original: Money
    euro: Money

    @property
    def is_converted(self) -> bool:
        """Whether the agreed currency is not the euro."""
        return self.original.currency != "EUR"


@dataclass(frozen=True, kw_only=True)
class ShareOfBudget:
    """One source's part of the money."""

    source: str
    """`eu national own other`."""
    amount: Amount
    share: Decimal
    """Percent of the total, from the original amounts."""
    bar: Bar
    """Its part of the bar of all sources."""


@dataclass(frozen=True, kw_only=True)
class ProjectCard:
    """A project in a list."""

    title: Phrase
    short: Phrase
    href: str
    language: str = ""
    """Of the words, where the project is not translated."""
    status: str = ""
    summary: Phrase
    programme: Phrase | None
    start: FuzzyDate | None
    end: FuzzyDate | None
    months: int | None
    total: Amount | None


@dataclass(frozen=True, kw_only=True)
class EventCard:
    """An event in a list."""

    title: Phrase
    href: str
    type: str
    start: Moment | None
    end: Moment | None
    place: Phrase
    status: str
    summary: Phrase
    project: LinkView | None = None
    documents: int = 0
    """How many."""


@dataclass(frozen=True, kw_only=True)
class NewsCard:
    """A news item in a list; one that is not in the reader's language names its own."""

    title: Phrase
    href: str
    date: date | None
    summary: Phrase
    language: str = ""
    project: LinkView | None = None


@dataclass(frozen=True, kw_only=True)
class PlaceView:
    """A place of the project."""

    id: str
    name: Phrase
    address: Phrase
    lat: Decimal | None
    lon: Decimal | None
    map_address: str = ""
    """On another site; "" where its coordinates are not known."""


@dataclass(frozen=True)
class Pin:
    """A numbered place on a map."""

    number: int
    """Its place in the list beside."""
    x: float
    y: float


@dataclass(frozen=True, kw_only=True)
class MapView:
    """A map of places within the borders of the municipality."""

    width: int
    height: int
    path: str
    pins: tuple[Pin, ...]


@dataclass(frozen=True, kw_only=True)
class PartnerView:
    """An organisation and its role."""

    name: Phrase
    role: str
    eik: str
    website: str
    address: Phrase
    logo: PhotoView | None = None


@dataclass(frozen=True, kw_only=True)
class GoalView:
    """An aim with its measures and its long text."""

    id: str
    kind: str
    text: Phrase
    measures: tuple[tuple[str, Phrase], ...]
    """Id and words of each."""
    blocks: tuple[Block, ...]


@dataclass(frozen=True, kw_only=True)
class OutputView:
    """Something countable that an activity brings."""

    id: str
    text: Phrase
    count: int | None


@dataclass(frozen=True, kw_only=True)
class ActivityView:
    """A piece of the work with its long text."""

    id: str
    number: str
    title: Phrase
    text: Phrase
    start: FuzzyDate | None
    end: FuzzyDate | None
    status: str
    bar: Bar | None
    """Its span within the timeline; None where one of its dates is not known."""
    outputs: tuple[OutputView, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, kw_only=True)
class GroupView:
    """A target group with its long text."""

    id: str
    text: Phrase
    blocks: tuple[Block, ...]


@dataclass(frozen=True, kw_only=True)
class ResultView:
    """A row of the table of results."""

    id: str
    text: Phrase
    unit: Phrase
    baseline: Decimal | None
    target: Decimal | None
    achieved: Decimal | None
    reached: float | None
    """Percent of the target, at most 100."""
    date: FuzzyDate | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, kw_only=True)
class PeriodView:
    """A span of time with its name."""

    label: Phrase
    start: FuzzyDate | None
    end: FuzzyDate | None


@dataclass(frozen=True, kw_only=True)
class ProjectView:
    """A project page."""

    frame: Frame
    title: Phrase
    lead: Phrase
    status: str
    contract: str
    programme: LinkView | None
    """Leads to the list of the programme's projects."""
    funds: tuple[str, ...]
    procedure: Phrase
    procedure_code: str
    specific_objective: Phrase
    total: Amount | None
    budget: tuple[ShareOfBudget, ...]
    has_rounding: bool
    """Whether the parts in euro differ from the total in euro, or the shares from a hundred."""
    start: FuzzyDate | None
    end: FuzzyDate | None
    actual_end: FuzzyDate | None
    months: int | None
    durable_until: date | None
    periods: tuple[PeriodView, ...]
    places: tuple[PlaceView, ...]
    map: MapView | None
    partners: tuple[PartnerView, ...]
    goals: tuple[GoalView, ...]
    timeline: Timeline | None
    progress: Progress | None
    activities: tuple[ActivityView, ...]
    groups: tuple[GroupView, ...]
    results: tuple[ResultView, ...]
    intro: tuple[Block, ...]
    """Body before the first heading."""
    blocks: tuple[Block, ...]
    """Body that belongs to no item; shown after the results."""
    events: tuple[EventCard, ...]
    news: tuple[NewsCard, ...]
    calendar: str
    """Address of the calendar of its events; "" without one."""
    feed: str
    """Address of its feed; "" without one."""
    pages: tuple[LinkView, ...]
    """Free pages of the project."""
    documents: tuple[DocumentView, ...]
    photos: tuple[PhotoView, ...]
    contact: ContactView
    share: tuple[ShareView, ...]
    image: PhotoView | None


@dataclass(frozen=True, kw_only=True)
class AgendaView:
    """A row of an agenda."""

    id: str
    time: str
    text: Phrase
    speaker: Phrase


@dataclass(frozen=True, kw_only=True)
class EventView:
    """An event page."""

    frame: Frame
    title: Phrase
    lead: Phrase
    type: str
    status: str
    start: Moment | None
    end: Moment | None
    calendar: str
    """Address of the event as a calendar file; "" without a date."""
    place: Phrase
    agenda: tuple[AgendaView, ...]
    blocks: tuple[Block, ...]
    documents: tuple[DocumentView, ...]
    photos: tuple[PhotoView, ...]
    image: PhotoView | None
    project: LinkView | None
    contract: str
    contact: ContactView
    share: tuple[ShareView, ...]


@dataclass(frozen=True, kw_only=True)
class NewsView:
    """A news page."""

    frame: Frame
    title: Phrase
    lead: Phrase
    date: date | None
    blocks: tuple[Block, ...]
    documents: tuple[DocumentView, ...]
    photos: tuple[PhotoView, ...]
    image: PhotoView | None
    project: LinkView | None
    event: LinkView | None
    older: LinkView | None
    """The news before this one; None for the first."""
    newer: LinkView | None
    share: tuple[ShareView, ...]


@dataclass(frozen=True, kw_only=True)
class Worded:
    """What every page but projects, events and news begins with: a title and the editor's words."""

    frame: Frame
    title: Label
    lead: Phrase
    blocks: tuple[Block, ...]


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
class FreeView(Worded):
    """A free page."""

    documents: tuple[DocumentView, ...]
    photos: tuple[PhotoView, ...]
    image: PhotoView | None
    pages: tuple[LinkView, ...]
    """Free pages below it."""
    share: tuple[ShareView, ...]


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


@dataclass(frozen=True, kw_only=True)
class Doorway:
    """The way into one language."""

    language: str
    name: str
    title: Phrase
    href: str
    """Address of its home page."""
    projects: str = ""
    """Address of the list of projects."""
    search: str = ""
    """Address of the search page."""


@dataclass(frozen=True, kw_only=True)
class RootView:
    """The choice of language at `/`."""

    root: str
    """The way to the site's root, for files of the theme."""
    languages: tuple[Doorway, ...]
    owners: tuple[Phrase, ...]
    """The owner's name in each language."""
    strip: StripView | None
    canonical: str
    alternates: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class DataView:
    """`/data/`: what the open data are, said in every language."""

    root: str
    """The way to the site's root, for files of the theme."""
    languages: tuple[Doorway, ...]
    owners: tuple[Phrase, ...]
    """The owner's name in each language."""
    strip: StripView | None
    canonical: str
    licence: str
    """Name of the licence in SPDX."""
    licence_address: str
    json: str
    csv: str
    schema: str
    """Addresses of the files."""
    columns: tuple[str, ...]
    """Names of the columns of the table; `data.<name>` of a catalogue explains one."""
    count: int
    """Of the operations."""
    updated: date | None
    """When the newest of them last changed."""


@dataclass(frozen=True, kw_only=True)
class DraftView:
    """What a preview adds to every page."""

    day: date
    """Of the preview."""


@dataclass(frozen=True, kw_only=True)
class NotFoundView:
    """`404.html`: one for all languages; its links are from the root."""

    root: str
    """The way to the site's root, for files of the theme."""
    languages: tuple[Doorway, ...]
    strip: StripView | None


@dataclass(frozen=True, kw_only=True)
class ShortView:
    """`/p/<number>/`: the title and a link in each language."""

    root: str
    """The way to the site's root, for files of the theme."""
    languages: tuple[Doorway, ...]
    strip: StripView | None


@dataclass(frozen=True, kw_only=True)
class StubView:
    """A page that has moved."""

    language: str
    title: Phrase
    href: str
    canonical: str


@dataclass(frozen=True, kw_only=True)
class TidingView:
    """A news item or event in a feed; its links are absolute."""

    identity: str
    """A URN that stays when title and address change."""
    title: Phrase
    href: str
    updated: date
    published: date | None
    """The day of the news; None for events."""
    summary: Phrase
    """Else the beginning of the text."""
    lead: Phrase
    """The summary alone."""
    type: str = ""
    """Of an event."""
    status: str = ""
    """Of an event."""
    start: Moment | None = None
    end: Moment | None = None
    place: Phrase = NOBODY
    image: PhotoView | None
    blocks: tuple[Block, ...]
    documents: tuple[DocumentView, ...]


@dataclass(frozen=True, kw_only=True)
class FeedView:
    """A feed (RFC 4287) of a language, of the site or of a project; its links are absolute."""

    identity: str
    """A URN that stays when title and address change."""
    href: str
    """Its own address."""
    page: str
    """The page that it belongs to."""
    title: Phrase
    owner: Phrase
    site: str
    """Address of the home page for all languages."""
    updated: date
    tidings: tuple[TidingView, ...]
    """The newest first; at least one."""
