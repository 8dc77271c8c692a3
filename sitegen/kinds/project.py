"""A project: what is done with public money, by whom, where, until when and with what result."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from sitegen.model.dates import FuzzyDate
from sitegen.model.fields import Desk, Fact, Words
from sitegen.model.language import Phrase
from sitegen.model.media import NOBODY
from sitegen.model.operation import Achievement, Location, Operation
from sitegen.model.page import Downloadable, Funded, Reachable
from sitegen.model.raw import Raw
from sitegen.model.readers import Choice, ListOf, Record, Records, entries
from sitegen.model.values import DAY, DEGREES, FUZZY, ID, NUMBER, PROSE, TEXT, WHOLE, YES_OR_NO
from sitegen.problems import Mistake, message

ROLES = (
    "beneficiary", "lead_partner", "partner", "associated_partner", "funder", "managing_authority",
    "contractor", "designer_supervision", "construction_supervision", "site",
)  # fmt: skip
RESPONSIBLE = ("beneficiary", "lead_partner")
"""The roles of the body that answers for a project, the first that is filled."""
WORKS = ("none", "equipment", "construction")
ACTIVITY_STATUSES = ("planned", "ongoing", "done")


@dataclass(frozen=True, kw_only=True)
class Period:
    """A span of time beside the project's own, such as the delivery of a service."""

    id: Annotated[str, Fact(ID, required=True, about="unique in the list")] = ""
    start: Annotated[FuzzyDate | None, Fact(FUZZY, about="first day")] = None
    end: Annotated[FuzzyDate | None, Fact(FUZZY, about="last day")] = None
    label: Annotated[Phrase, Words(PROSE, required=True, about="what happens then")] = NOBODY


@dataclass(frozen=True, kw_only=True)
class Partner:
    """An organisation and its part in the project."""

    org: Annotated[str, Fact(TEXT, required=True, about="an id of organisations.yaml")] = ""
    role: Annotated[str, Fact(Choice(ROLES), required=True, about="what it is in the project")] = "partner"


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where something is built or done."""

    id: Annotated[str, Fact(ID, required=True, about="unique in the list")] = ""
    name: Annotated[Phrase, Words(PROSE, required=True, about="what it is called")] = NOBODY
    address: Annotated[Phrase, Words(PROSE, about="street and town")] = NOBODY
    lat: Annotated[Decimal | None, Fact(DEGREES, about="degrees north, WGS 84")] = None
    lon: Annotated[Decimal | None, Fact(DEGREES, about="degrees east, WGS 84")] = None


@dataclass(frozen=True, kw_only=True)
class Measure:
    """A step towards a goal."""

    id: Annotated[str, Fact(ID, required=True, about="unique in the goal")] = ""
    text: Annotated[Phrase, Words(PROSE, required=True, about="the step")] = NOBODY


@dataclass(frozen=True, kw_only=True)
class Goal:
    """An aim of the project."""

    id: Annotated[
        str, Fact(ID, required=True, about="unique in the list; a heading of the body with `{#id}` explains it")
    ] = ""
    kind: Annotated[str, Fact(Choice(("overall", "specific")), about="default: `specific`")] = "specific"
    text: Annotated[Phrase, Words(PROSE, required=True, about="the goal")] = NOBODY
    measures: Annotated[tuple[Measure, ...], Fact(Records(Measure), about="steps towards it")] = ()


@dataclass(frozen=True, kw_only=True)
class Output:
    """Something countable that an activity brings."""

    id: Annotated[str, Fact(ID, required=True, about="unique in the activity")] = ""
    text: Annotated[Phrase, Words(PROSE, required=True, about="what it is")] = NOBODY
    count: Annotated[int | None, Fact(WHOLE, about="how many")] = None


@dataclass(frozen=True, kw_only=True)
class Activity:
    """A piece of the work."""

    id: Annotated[
        str, Fact(ID, required=True, about="unique in the list; a heading of the body with `{#id}` explains it")
    ] = ""
    number: Annotated[str, Fact(TEXT, about="as the contract numbers it")] = ""
    title: Annotated[Phrase, Words(PROSE, required=True, about="name of the activity")] = NOBODY
    text: Annotated[Phrase, Words(PROSE, about="one or two sentences")] = NOBODY
    start: Annotated[FuzzyDate | None, Fact(FUZZY, about="first day")] = None
    end: Annotated[FuzzyDate | None, Fact(FUZZY, about="last day")] = None
    status: Annotated[str, Fact(Choice(ACTIVITY_STATUSES), about="how far it is")] = ""
    outputs: Annotated[tuple[Output, ...], Fact(Records(Output), about="what it brings")] = ()


@dataclass(frozen=True, kw_only=True)
class TargetGroup:
    """Whom the project is for."""

    id: Annotated[
        str, Fact(ID, required=True, about="unique in the list; a heading of the body with `{#id}` explains it")
    ] = ""
    text: Annotated[Phrase, Words(PROSE, required=True, about="the people")] = NOBODY


@dataclass(frozen=True, kw_only=True)
class Result:
    """What is expected and what was reached."""

    id: Annotated[
        str, Fact(ID, required=True, about="unique in the list; a heading of the body with `{#id}` explains it")
    ] = ""
    text: Annotated[Phrase, Words(PROSE, required=True, about="what is counted")] = NOBODY
    unit: Annotated[Phrase, Fact(PROSE, about="of the numbers; `units` translates it")] = NOBODY
    baseline: Annotated[Decimal | None, Fact(NUMBER, about="value at the beginning")] = None
    target: Annotated[Decimal | None, Fact(NUMBER, about="value that is promised")] = None
    achieved: Annotated[Decimal | None, Fact(NUMBER, about="value that was reached")] = None
    date: Annotated[FuzzyDate | None, Fact(FUZZY, about="day of the achieved value")] = None


@dataclass(frozen=True, kw_only=True)
class Count:
    """How many are promised and how many are done."""

    planned: Annotated[int | None, Fact(WHOLE, about="how many are promised")] = None
    done: Annotated[int | None, Fact(WHOLE, about="how many are done")] = None


@dataclass(frozen=True, kw_only=True)
class Publicity:
    """Promised and done publicity, for the evidence that a managing authority asks for."""

    press_conference: Annotated[Count | None, Fact(Record(Count, "planned"), about="opening, interim, closing")] = None
    first_sod: Annotated[Count | None, Fact(Record(Count, "planned"), about="ceremonies")] = None
    temporary_sign: Annotated[Count | None, Fact(Record(Count, "planned"), about="boards at the site")] = None
    permanent_sign: Annotated[Count | None, Fact(Record(Count, "planned"), about="plaques")] = None
    poster: Annotated[Count | None, Fact(Record(Count, "planned"), about="A3 posters")] = None
    brochure: Annotated[Count | None, Fact(Record(Count, "planned"), about="editions")] = None


@dataclass(frozen=True, kw_only=True)
class Note:
    """A remark for editors, never published."""

    field: Annotated[str, Fact(TEXT, required=True, about="the field it is about")] = ""
    printed: Annotated[str, Fact(TEXT, about="what the printed source has")] = ""
    note: Annotated[str, Fact(TEXT, about="the remark")] = ""


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
        pairs = tuple((key, desk.read(PROSE, value, key.text)) for key, value in entries(raw))
        desk.positions.update({".".join((*desk.path, key.text)): key.at for key, _ in pairs})
        return tuple((key.text, words) for key, words in pairs if words)


@dataclass(frozen=True, kw_only=True)
class Project(Funded, Downloadable, Reachable):
    """A project page."""

    kind: ClassVar[str] = "project"
    has_facts: ClassVar[bool] = True

    procedure: Annotated[Phrase, Words(PROSE, about="name of the call")] = NOBODY
    procedure_code: Annotated[str, Fact(TEXT, about="of the call: `BG16RFOP001-5.001`")] = ""
    specific_objective: Annotated[Phrase, Words(PROSE, about="of the programme")] = NOBODY
    intervention_code: Annotated[str, Fact(TEXT, about="type of intervention, Reg. 2021/1060 Annex I")] = ""
    periods: Annotated[tuple[Period, ...], Fact(Records(Period), about="spans of time beside the project's own")] = ()
    works: Annotated[str, Fact(Choice(WORKS), about="what is built or bought")] = ""
    strategic: Annotated[bool, Fact(YES_OR_NO, about="operation of strategic importance")] = False
    durable_until: Annotated[date | None, Fact(DAY, about="until when the results must be kept up")] = None
    partners: Annotated[
        tuple[Partner, ...], Fact(ListOf(Record(Partner)), about="at least a beneficiary or a lead partner")
    ] = ()
    places: Annotated[tuple[Place, ...], Fact(Records(Place), about="where something is built or done")] = ()
    goals: Annotated[tuple[Goal, ...], Fact(Records(Goal), about="aims with their measures")] = ()
    activities: Annotated[tuple[Activity, ...], Fact(Records(Activity), about="the pieces of the work")] = ()
    target_groups: Annotated[tuple[TargetGroup, ...], Fact(Records(TargetGroup), about="whom it is for")] = ()
    results: Annotated[tuple[Result, ...], Fact(Records(Result), about="indicators")] = ()
    units: Annotated[
        tuple[tuple[str, Phrase], ...], Words(UnitWords(), about="this language's words for the units of the results")
    ] = ()
    publicity: Annotated[Publicity | None, Fact(Record(Publicity), about="promised and done")] = None
    notes: Annotated[tuple[Note, ...], Fact(ListOf(Record(Note)), about="for editors only, never published")] = ()

    @property
    def kept_until(self) -> date | None:
        """As the contract has it."""
        return self.durable_until

    @property
    def place_names(self) -> tuple[Phrase, ...]:
        """The names of its places."""
        return tuple(place.name for place in self.places if place.name)

    @property
    def operation(self) -> Operation:
        """What the list of operations tells of it."""
        return Operation(
            specific_objective=self.specific_objective,
            intervention=self.intervention_code,
            purposes=tuple(goal.text for goal in self.goals if goal.text),
            achievements=tuple(
                Achievement(
                    text=r.text, unit=self.unit_of(r), baseline=r.baseline, target=r.target, achieved=r.achieved
                )
                for r in self.results
            ),
            locations=tuple(Location(name=p.name, address=p.address, lat=p.lat, lon=p.lon) for p in self.places),
        )

    @property
    def responsible(self) -> tuple[str, str]:
        """The beneficiary, else the lead partner."""
        named = ((role, partner.org) for role in RESPONSIBLE for partner in self.partners if partner.role == role)
        return next(named, ("", ""))

    @property
    def items(self) -> tuple[tuple[str, str], ...]:
        """Place and id of places, goals, activities, target groups and results."""
        lists: dict[str, tuple[Any, ...]] = {
            "places": self.places,
            "goals": self.goals,
            "activities": self.activities,
            "target_groups": self.target_groups,
            "results": self.results,
        }
        return tuple(
            (f"{name}.{number}", item.id) for name, items in lists.items() for number, item in enumerate(items)
        )

    @property
    def item_texts(self) -> tuple[Phrase, ...]:
        """What it is for, what is done, for whom, where and with what result."""
        return (
            *(self.procedure, self.specific_objective),
            *(period.label for period in self.periods),
            *(words for place in self.places for words in (place.name, place.address)),
            *(words for goal in self.goals for words in (goal.text, *(measure.text for measure in goal.measures))),
            *(
                words
                for activity in self.activities
                for words in (activity.title, activity.text, *(output.text for output in activity.outputs))
            ),
            *(group.text for group in self.target_groups),
            *(result.text for result in self.results),
        )

    @property
    def codes(self) -> tuple[str, ...]:
        """The numbers of its contract and of the call."""
        return (*super().codes, self.procedure_code)

    @property
    def partner_ids(self) -> tuple[str, ...]:
        """Ids of its partners."""
        return tuple(partner.org for partner in self.partners)

    @property
    def units_used(self) -> tuple[tuple[str, str], ...]:
        """The units of the results."""
        places: dict[str, str] = {}
        for number, result in enumerate(self.results):
            if result.unit:
                places.setdefault(result.unit.text, f"results.{number}.unit")
        return tuple((place, text) for text, place in places.items())

    def unit_of(self, result: Result) -> Phrase:
        """The unit of a result in this page's words."""
        return next((words for unit, words in self.units if unit == result.unit.text), result.unit)
