"""The pages that editors write: projects, events, news and free pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sitegen.model.dates import FuzzyDate, Moment
from sitegen.model.language import Phrase
from sitegen.render.views.body import Block, DocumentView, Label, LinkView, PhotoView
from sitegen.render.views.frame import ContactView, Frame, ShareView
from sitegen.render.views.parts import (
    Amount,
    Bar,
    EventCard,
    MapView,
    NewsCard,
    PartnerView,
    PlaceView,
    Progress,
    ShareOfBudget,
    Timeline,
)


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
class FreeView(Worded):
    """A free page."""

    documents: tuple[DocumentView, ...]
    photos: tuple[PhotoView, ...]
    image: PhotoView | None
    pages: tuple[LinkView, ...]
    """Free pages below it."""
    share: tuple[ShareView, ...]
