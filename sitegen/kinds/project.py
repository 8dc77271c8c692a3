"""A project: what is done with public money, by whom, where, until when and with what result."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from sitegen.model.dates import FuzzyDate
from sitegen.model.fields import Choice, Desk, Fact, ListOf, Record, Records, Words, entries, scalar
from sitegen.model.language import Phrase
from sitegen.model.media import NOBODY
from sitegen.model.page import Downloadable, Funded, Reachable
from sitegen.model.raw import Raw
from sitegen.model.values import DAY, FUZZY, ID, NUMBER, PROSE, TEXT, WHOLE, YES_OR_NO
from sitegen.problems import Mistake, message

ROLES = (
    "beneficiary", "lead_partner", "partner", "associated_partner", "funder", "managing_authority",
    "contractor", "designer_supervision", "construction_supervision", "site",
)  # fmt: skip
WORKS = ("none", "equipment", "construction")
ACTIVITY_STATUSES = ("planned", "ongoing", "done")


@dataclass(frozen=True, kw_only=True)
class Period:
    """A span of time beside the project's own, such as the delivery of a service."""

    id: Annotated[str, Fact(ID, required=True)] = ""
    start: Annotated[FuzzyDate | None, Fact(FUZZY)] = None
    end: Annotated[FuzzyDate | None, Fact(FUZZY)] = None
    label: Annotated[Phrase, Words(PROSE, required=True)] = NOBODY


@dataclass(frozen=True, kw_only=True)
class Partner:
    """An organisation and its part in the project."""

    org: Annotated[str, Fact(TEXT, required=True, about="an id of organisations.yaml")] = ""
    role: Annotated[str, Fact(Choice(ROLES), required=True)] = "partner"


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where something is built or done."""

    id: Annotated[str, Fact(ID, required=True)] = ""
    name: Annotated[Phrase, Words(PROSE, required=True)] = NOBODY
    address: Annotated[Phrase, Words(PROSE)] = NOBODY
    lat: Annotated[Decimal | None, Fact(NUMBER, about="degrees north, WGS 84")] = None
    lon: Annotated[Decimal | None, Fact(NUMBER, about="degrees east, WGS 84")] = None


@dataclass(frozen=True, kw_only=True)
class Measure:
    """A step towards a goal."""

    id: Annotated[str, Fact(ID, required=True)] = ""
    text: Annotated[Phrase, Words(PROSE, required=True)] = NOBODY


@dataclass(frozen=True, kw_only=True)
class Goal:
    """An aim of the project."""

    id: Annotated[str, Fact(ID, required=True)] = ""
    kind: Annotated[str, Fact(Choice(("overall", "specific")))] = "specific"
    text: Annotated[Phrase, Words(PROSE, required=True)] = NOBODY
    measures: Annotated[tuple[Measure, ...], Fact(Records(Measure))] = ()


@dataclass(frozen=True, kw_only=True)
class Output:
    """Something countable that an activity brings."""

    id: Annotated[str, Fact(ID, required=True)] = ""
    text: Annotated[Phrase, Words(PROSE, required=True)] = NOBODY
    count: Annotated[int | None, Fact(WHOLE)] = None


@dataclass(frozen=True, kw_only=True)
class Activity:
    """A piece of the work."""

    id: Annotated[str, Fact(ID, required=True)] = ""
    number: Annotated[str, Fact(TEXT, about="as the contract numbers it")] = ""
    title: Annotated[Phrase, Words(PROSE, required=True)] = NOBODY
    text: Annotated[Phrase, Words(PROSE)] = NOBODY
    start: Annotated[FuzzyDate | None, Fact(FUZZY)] = None
    end: Annotated[FuzzyDate | None, Fact(FUZZY)] = None
    status: Annotated[str, Fact(Choice(ACTIVITY_STATUSES))] = ""
    outputs: Annotated[tuple[Output, ...], Fact(Records(Output))] = ()


@dataclass(frozen=True, kw_only=True)
class TargetGroup:
    """Whom the project is for."""

    id: Annotated[str, Fact(ID, required=True)] = ""
    text: Annotated[Phrase, Words(PROSE, required=True)] = NOBODY


@dataclass(frozen=True, kw_only=True)
class Result:
    """What is expected and what was reached."""

    id: Annotated[str, Fact(ID, required=True)] = ""
    text: Annotated[Phrase, Words(PROSE, required=True)] = NOBODY
    unit: Annotated[Phrase, Fact(PROSE, about="translated by `units`")] = NOBODY
    baseline: Annotated[Decimal | None, Fact(NUMBER)] = None
    target: Annotated[Decimal | None, Fact(NUMBER)] = None
    achieved: Annotated[Decimal | None, Fact(NUMBER)] = None
    date: Annotated[FuzzyDate | None, Fact(FUZZY)] = None


@dataclass(frozen=True, kw_only=True)
class Count:
    """How many are promised and how many are done."""

    planned: Annotated[int | None, Fact(WHOLE)] = None
    done: Annotated[int | None, Fact(WHOLE)] = None


@dataclass(frozen=True, kw_only=True)
class Publicity:
    """Promised and done publicity, for the evidence that a managing authority asks for."""

    press_conference: Annotated[Count | None, Fact(Record(Count, "planned"))] = None
    first_sod: Annotated[Count | None, Fact(Record(Count, "planned"))] = None
    temporary_sign: Annotated[Count | None, Fact(Record(Count, "planned"))] = None
    permanent_sign: Annotated[Count | None, Fact(Record(Count, "planned"))] = None
    poster: Annotated[Count | None, Fact(Record(Count, "planned"))] = None
    brochure: Annotated[Count | None, Fact(Record(Count, "planned"))] = None


@dataclass(frozen=True, kw_only=True)
class Note:
    """A remark for editors, never published."""

    field: Annotated[str, Fact(TEXT, required=True)] = ""
    printed: Annotated[str, Fact(TEXT, about="as the source has it")] = ""
    note: Annotated[str, Fact(TEXT)] = ""


@dataclass(frozen=True)
class UnitWords:
    """Reads `units`: the source's words for units and this language's, in translations only."""

    expects: str = "map from the source's unit to words, in translations only"

    def read(self, raw: Raw, desk: Desk) -> tuple[tuple[str, Phrase], ...]:
        """Pairs of the source's word and this language's; raises Mistake in a source file."""
        if desk.is_source:
            raise Mistake(
                "FLD-09",
                message("'units' translates the units of the results and stands in translations only"),
                message("Write the unit with each result; delete 'units' here."),
            )
        pairs = ((key.text.strip(), desk.attempt(scalar, value, key.text)) for key, value in entries(raw))
        return tuple((key, Phrase(text, desk.language)) for key, text in pairs if text)


@dataclass(frozen=True, kw_only=True)
class Project(Funded, Downloadable, Reachable):
    """A project page."""

    kind: ClassVar[str] = "project"
    has_facts: ClassVar[bool] = True

    procedure: Annotated[Phrase, Words(PROSE, about="name of the call")] = NOBODY
    procedure_code: Annotated[str, Fact(TEXT)] = ""
    specific_objective: Annotated[Phrase, Words(PROSE)] = NOBODY
    intervention_code: Annotated[str, Fact(TEXT, about="type of intervention, Reg. 2021/1060 Annex I")] = ""
    periods: Annotated[tuple[Period, ...], Fact(Records(Period))] = ()
    works: Annotated[str, Fact(Choice(WORKS))] = ""
    strategic: Annotated[bool, Fact(YES_OR_NO, about="operation of strategic importance")] = False
    durable_until: Annotated[date | None, Fact(DAY)] = None
    partners: Annotated[tuple[Partner, ...], Fact(ListOf(Record(Partner)))] = ()
    places: Annotated[tuple[Place, ...], Fact(Records(Place))] = ()
    goals: Annotated[tuple[Goal, ...], Fact(Records(Goal))] = ()
    activities: Annotated[tuple[Activity, ...], Fact(Records(Activity))] = ()
    target_groups: Annotated[tuple[TargetGroup, ...], Fact(Records(TargetGroup))] = ()
    results: Annotated[tuple[Result, ...], Fact(Records(Result))] = ()
    units: Annotated[tuple[tuple[str, Phrase], ...], Words(UnitWords())] = ()
    publicity: Annotated[Publicity | None, Fact(Record(Publicity))] = None
    notes: Annotated[tuple[Note, ...], Fact(ListOf(Record(Note)))] = ()

    @property
    def item_ids(self) -> tuple[str, ...]:
        """Ids of places, goals, measures, activities, target groups and results."""
        lists = (self.places, self.goals, self.activities, self.target_groups, self.results, self.periods)
        measures = (measure for goal in self.goals for measure in goal.measures)
        return tuple(item.id for items in (*lists, measures) for item in items)

    def unit_of(self, result: Result) -> Phrase:
        """The unit of a result in this page's words."""
        return next((words for unit, words in self.units if unit == result.unit.text), result.unit)
