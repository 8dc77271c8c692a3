"""Pages and their traits. A kind of page is a subclass; outputs and checks ask for traits, never for a kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as day
from datetime import datetime
from typing import Annotated, ClassVar

from sitegen.model.dates import FuzzyDate, Moment
from sitegen.model.document import EMPTY, Document
from sitegen.model.fields import Fact, Words
from sitegen.model.language import Phrase
from sitegen.model.media import NOBODY, Attachment, Photo
from sitegen.model.money import Money
from sitegen.model.operation import NOTHING_TOLD, Operation
from sitegen.model.readers import Choice, ListOf, Record, Records
from sitegen.model.values import (
    ALIAS,
    AMOUNT,
    DAY,
    FILE,
    FUZZY,
    LANGUAGE,
    MAIL,
    MOMENT,
    PROSE,
    SLUG,
    TELEPHONE,
    TEXT,
    WHOLE,
    YES_OR_NO,
)
from sitegen.problems import Location

STATUSES = ("planned", "ongoing", "completed", "suspended", "terminated", "archived")
EVENT_STATUSES = ("planned", "held", "cancelled")
EVENT_TYPES = (
    "opening_press_conference", "interim_press_conference", "closing_press_conference", "first_sod", "inauguration",
    "information_day", "training", "study_visit", "public_consultation", "other",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Whom to ask: a unit or a role-holder."""

    unit: Annotated[Phrase, Words(PROSE, about="department")] = NOBODY
    person: Annotated[Phrase, Words(PROSE, about="role-holder, when a name may be public")] = NOBODY
    phones: Annotated[
        tuple[str, ...], Fact(ListOf(TELEPHONE), about="as people write them; `tel:` links are made of them")
    ] = ()
    email: Annotated[str, Fact(MAIL, about="office address")] = ""
    address: Annotated[Phrase, Words(PROSE, about="street and town")] = NOBODY


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page in one language: the source's facts and this language's words."""

    kind: ClassVar[str] = "page"
    has_facts: ClassVar[bool] = False
    """Whether an untranslated page is still worth showing: facts in the reader's language, prose in the original."""

    id: str
    """The path of its source below the content folder, the same in all languages."""
    language: str
    """The reader's language."""
    original: str
    """The language of the source file."""
    source: str
    """The file of the facts, `content/…`; "" for a page that the program makes without one."""
    file: str
    """This language's file; the source where there is none."""
    is_translated: bool = True
    """Whether this language has a file of its own."""
    body: Document = EMPTY
    body_language: str = ""
    positions: Mapping[str, Location] = field(default_factory=dict, compare=False, repr=False)
    """Where values stand, by dotted name: `goals.0.text`."""
    extra: tuple[tuple[str, str], ...] = ()
    """The site's own `x_…` keys."""

    title: Annotated[Phrase, Words(PROSE, required=True, about="name of the page")] = NOBODY
    summary: Annotated[
        Phrase,
        Words(
            PROSE, about="one or two sentences for lists and search engines; up to 200 characters, a project up to 600"
        ),
    ] = NOBODY
    slug: Annotated[
        str,
        Words(
            SLUG,
            inherited=False,
            about="last part of the address; default: the name of the file or folder, transliterated",
        ),
    ] = ""
    aliases: Annotated[
        tuple[str, ...], Words(ListOf(ALIAS, unique=True), inherited=False, about="old addresses that lead here")
    ] = ()
    draft: Annotated[bool, Fact(YES_OR_NO, about="not public yet, nor is anything in its folder")] = False
    publish_at: Annotated[
        Moment | None, Fact(MOMENT, about="public from then on, Europe/Sofia; a day alone begins at 00:00")
    ] = None
    unpublish_at: Annotated[Moment | None, Fact(MOMENT, about="public until then, Europe/Sofia")] = None
    updated: Annotated[day | None, Words(DAY, inherited=False, about="day of the last change of substance")] = None
    only: Annotated[
        tuple[str, ...],
        Fact(
            ListOf(LANGUAGE, unique=True), about="the page exists in these languages alone; the first holds the facts"
        ),
    ] = ()
    menu: Annotated[
        int | None,
        Fact(
            WHOLE,
            about="place in the main menu: projects 20, events 30, news 40, documents 50, partners 60, contacts 70,"
            " search 80",
        ),
    ] = None
    image: Annotated[str, Fact(FILE, about="picture of the page, for cards and previews")] = ""
    image_alt: Annotated[Phrase, Words(PROSE, about="what the picture shows; needed with `image`")] = NOBODY

    @property
    def folder(self) -> str:
        """The folder of its file below the content folder, for relative paths; "" is the content folder."""
        return self.file.partition("/")[2].rpartition("/")[0]

    @property
    def name(self) -> str:
        """The last part of its id, from which the default slug comes."""
        return self.id.rpartition("/")[2]

    @property
    def items(self) -> tuple[tuple[str, str], ...]:
        """Place and id of its goals, activities and the like: `goals.0`, `g1`."""
        return ()

    @property
    def item_ids(self) -> tuple[str, ...]:
        """Ids of the items, which links and headings of the body may name."""
        return tuple(name for _, name in self.items)

    @property
    def units_used(self) -> tuple[tuple[str, str], ...]:
        """Place and text of each unit of its numbers, once; translations render them through `units`."""
        return ()

    @property
    def item_texts(self) -> tuple[Phrase, ...]:
        """The words of its items, as far as visitors see them; search finds the page by them."""
        return ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The numbers by which authorities know what it is about."""
        return ()

    @property
    def partner_ids(self) -> tuple[str, ...]:
        """Ids of the organisations that have a part in it."""
        return ()

    @property
    def own_date(self) -> day | None:
        """The day that the page itself is of: a news item's date, a held event's day."""
        return None

    def is_public(self, now: datetime) -> bool:
        """Whether it may be seen: no draft, from `publish_at` on and until `unpublish_at`; local time."""
        return not (self.draft or self.is_early(now) or self.is_over(now))

    def is_early(self, now: datetime) -> bool:
        """Whether it is finished and its time has not come."""
        return not self.draft and self.publish_at is not None and self.publish_at.local > now

    def is_over(self, now: datetime) -> bool:
        """Whether it is finished and its time has gone."""
        return not self.draft and self.unpublish_at is not None and self.unpublish_at.local <= now

    def at(self, name: str) -> Location:
        """Where a field's value stands; the start of the file where it has none."""
        return self.positions.get(name, Location(self.file or self.source))


@dataclass(frozen=True, kw_only=True)
class Downloadable(Page):
    """A page with documents and pictures."""

    documents: Annotated[
        tuple[Attachment, ...],
        Fact(Records(Attachment, "file"), about="files named `<type>.<language>.<ending>` need no entry"),
    ] = ()
    gallery: Annotated[tuple[Photo, ...], Fact(Records(Photo, "file"), about="pictures, in this order")] = ()


@dataclass(frozen=True, kw_only=True)
class Reachable(Page):
    """A page that names whom to ask; without it the site's contact serves."""

    contact: Annotated[Contact | None, Fact(Record(Contact), about="default: the site's")] = None


@dataclass(frozen=True, kw_only=True)
class Dated(Page):
    """A page that is of a day."""

    @property
    def when(self) -> FuzzyDate | None:
        """The day, month or year, for sorting and showing."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Article(Dated):
    """A page that tells of something on its day."""

    date: Annotated[day | None, Fact(DAY, about="day of the news; without it the item stands last")] = None
    event: Annotated[str, Fact(TEXT, about="the event that it tells of: its id, or its path from this folder")] = ""

    @property
    def when(self) -> FuzzyDate | None:
        """Its date."""
        return FuzzyDate(self.date.year, self.date.month, self.date.day) if self.date else None

    @property
    def own_date(self) -> day | None:
        """Its date."""
        return self.date


@dataclass(frozen=True, kw_only=True)
class Scheduled(Dated):
    """A page about something that takes place."""

    type: Annotated[str, Fact(Choice(EVENT_TYPES), required=True, about="what kind of event")] = "other"
    start: Annotated[Moment | None, Fact(MOMENT, about="without it no date is shown")] = None
    end: Annotated[Moment | None, Fact(MOMENT, about="last day, or end")] = None
    place: Annotated[Phrase, Words(PROSE, about="hall, street, town")] = NOBODY
    status: Annotated[str, Fact(Choice(EVENT_STATUSES), about="default: by date")] = ""

    @property
    def item_texts(self) -> tuple[Phrase, ...]:
        """Where it takes place."""
        return (self.place,)

    @property
    def last_when(self) -> FuzzyDate | None:
        """The day it ends, where one is stated."""
        return FuzzyDate(self.end.date.year, self.end.date.month, self.end.date.day) if self.end else None

    @property
    def when(self) -> FuzzyDate | None:
        """The day it starts."""
        return FuzzyDate(self.start.date.year, self.start.date.month, self.start.date.day) if self.start else None

    def status_on(self, today: day) -> str:
        """`planned`, `held` or `cancelled`; "" for one without a date."""
        if self.status or not self.start:
            return self.status
        return "held" if (self.end or self.start).date < today else "planned"


@dataclass(frozen=True, kw_only=True)
class Funding:
    """Who pays which part, in one currency."""

    eu: Annotated[Money | None, Fact(AMOUNT, about="European Union")] = None
    national: Annotated[Money | None, Fact(AMOUNT, about="national co-financing")] = None
    own: Annotated[Money | None, Fact(AMOUNT, about="the beneficiary's own contribution")] = None
    other: Annotated[Money | None, Fact(AMOUNT, about="anybody else")] = None

    @property
    def parts(self) -> tuple[tuple[str, Money], ...]:
        """Source and amount of the parts that are stated, in the order of the chart."""
        named = (("eu", self.eu), ("national", self.national), ("own", self.own), ("other", self.other))
        return tuple((name, amount) for name, amount in named if amount)


@dataclass(frozen=True, kw_only=True)
class Funded(Page):
    """A page about something that the Union or the state pays for."""

    number: Annotated[int | None, Fact(WHOLE, about="unique and permanent: `/p/<number>/`")] = None
    short: Annotated[Phrase, Words(PROSE, about="short title for cards, breadcrumbs and menus")] = NOBODY
    status: Annotated[str, Fact(Choice(STATUSES), about="default: by the dates")] = ""
    archived: Annotated[
        day | None, Fact(DAY, about="day from which the page is kept as it is, with the status `archived`")
    ] = None
    programme: Annotated[str, Fact(TEXT, required=True, about="an id of programmes.yaml or of a shipped programme")] = (
        ""
    )
    fund: Annotated[
        tuple[str, ...], Fact(ListOf(TEXT), about="which of the programme's funds pay; needed where it has several")
    ] = ()
    contract: Annotated[str, Fact(TEXT, about="number of the contract; expected from 2014 on")] = ""
    start: Annotated[FuzzyDate | None, Fact(FUZZY, about="first day")] = None
    end: Annotated[FuzzyDate | None, Fact(FUZZY, about="planned end")] = None
    actual_end: Annotated[FuzzyDate | None, Fact(FUZZY, about="when it really ended")] = None
    months: Annotated[int | None, Fact(WHOLE, about="duration as the contract has it")] = None
    total_value: Annotated[Money | None, Fact(AMOUNT, about="as agreed in the contract")] = None
    funding: Annotated[Funding | None, Fact(Record(Funding), about="who pays which part, all in one currency")] = None

    @property
    def kept_until(self) -> day | None:
        """Until when its results must be kept up."""
        return None

    @property
    def place_names(self) -> tuple[Phrase, ...]:
        """Where something is built or done."""
        return ()

    @property
    def operation(self) -> Operation:
        """What the list of operations tells of it beside money and dates."""
        return NOTHING_TOLD

    @property
    def responsible(self) -> tuple[str, str]:
        """Role and id of the organisation that answers for it; "" where none is named."""
        return "", ""

    @property
    def codes(self) -> tuple[str, ...]:
        """The contract's number."""
        return (self.contract,)

    @property
    def last_day(self) -> day | None:
        """The last day of the actual end, else of the planned end."""
        end = self.actual_end or self.end
        return end.last if end else None

    def status_on(self, today: day) -> str:
        """The stated status, else what the dates say; "" where there is neither."""
        if self.status:
            return self.status
        if self.last_day and self.last_day < today:
            return "completed"
        if not self.start:
            return "ongoing" if self.last_day else ""
        return "planned" if self.start.first > today else "ongoing"
