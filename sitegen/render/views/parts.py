"""What pages and lists share: cards, money, charts, places and partners."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sitegen.model.dates import FuzzyDate, Moment
from sitegen.model.language import Phrase
from sitegen.model.money import Money
from sitegen.render.views.body import LinkView, PhotoView


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
