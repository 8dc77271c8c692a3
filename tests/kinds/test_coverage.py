"""Kinds: which place makes which page, and what projects and events know beside their fields."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from sitegen.kinds import KINDS, kind_of
from sitegen.kinds.event import AgendaItem, Event
from sitegen.kinds.project import (
    Activity,
    Count,
    Goal,
    Measure,
    Note,
    Partner,
    Period,
    Place,
    Project,
    Publicity,
    Result,
    TargetGroup,
)
from sitegen.model.dates import FuzzyDate, Moment
from sitegen.model.fields import fields_of, read_fields, translate_fields
from sitegen.model.money import Money
from sitegen.model.page import Funding
from tests.model.small import bg, desk, en, head, page, told, translation


@pytest.mark.parametrize(("page_id", "name"), [
    ("index", "section"),
    ("privacy", "section"),
    ("projects", "section"),
    ("projects/park", "project"),
    ("projects/park/more", "page"),
    ("projects/park/events/start", "event"),
    ("events/start", "event"),
    ("events", "section"),
    ("projects/park/news/start", "news"),
    ("news/start", "news"),
    ("projects/events", "project"),
    ("pages/about", "page"),
    ("about", "page"),
])  # fmt: skip
def test_the_place_makes_the_kind(page_id: str, name: str) -> None:
    assert kind_of(page_id).name == name


def test_every_kind_can_be_declared() -> None:
    assert [kind.name for kind in KINDS] == ["section", "project", "event", "news", "page"]
    for kind in KINDS:
        owner: type = kind.page
        assert fields_of(owner)[0].name == "title"


PROJECT = """\
title: Парк
programme: oprg-2014-2020
number: 7
start: 2018-01-09
end: 2019-02
total_value: 100 000,00 лв.
funding: {eu: "85 000,00 лв.", own: "15 000,00 лв."}
periods: [{id: p1, start: 2019, end: 2020, label: Услуга}]
partners: [{org: obshtina, role: lead-partner}]
places: [{id: m1, name: Център, lat: "42,28", lon: 22.69}]
goals: [{id: g1, kind: overall, text: Цел, measures: [{id: x1, text: Мярка}]}]
activities: [{id: a1, number: "1.10", title: Строеж, status: done}]
target_groups: [{id: t1, text: Деца}]
results: [{id: r1, text: Места, unit: места, target: 12}]
publicity: {press_conference: 2, poster: {planned: 3, done: 1}}
notes: [{field: total_value, printed: 100000 лв., note: проверено}]
"""


def project(text: str = PROJECT) -> Project:
    where = desk()
    values = read_fields(Project, head(text), where, where.start)
    assert not where.problems
    return page("projects/park", kind=Project, **values)  # type: ignore[no-any-return]


def translated(text: str) -> tuple[dict[str, Any], list[str]]:
    where = translation()
    return translate_fields(project(), head(text), where), told(where.problems)


def test_a_project_is_read_whole() -> None:
    park = project()
    assert (park.number, park.start, park.end) == (7, FuzzyDate(2018, 1, 9), FuzzyDate(2019, 2))
    assert park.total_value == Money(100_000_00, "BGN")
    assert park.funding == Funding(eu=Money(85_000_00, "BGN"), own=Money(15_000_00, "BGN"))
    assert park.periods == (Period(id="p1", start=FuzzyDate(2019), end=FuzzyDate(2020), label=bg("Услуга")),)
    assert park.partners == (Partner(org="obshtina", role="lead_partner"),)
    assert park.places == (Place(id="m1", name=bg("Център"), lat=Decimal("42.28"), lon=Decimal("22.69")),)
    measures = (Measure(id="x1", text=bg("Мярка")),)
    assert park.goals == (Goal(id="g1", kind="overall", text=bg("Цел"), measures=measures),)
    assert park.activities == (Activity(id="a1", number="1.10", title=bg("Строеж"), status="done"),)
    assert park.target_groups == (TargetGroup(id="t1", text=bg("Деца")),)
    assert park.results == (Result(id="r1", text=bg("Места"), unit=bg("места"), target=Decimal(12)),)
    assert park.publicity == Publicity(press_conference=Count(planned=2), poster=Count(planned=3, done=1))
    assert park.notes == (Note(field="total_value", printed="100000 лв.", note="проверено"),)


def test_links_and_headings_may_name_the_items_of_a_project() -> None:
    assert set(project().item_ids) == {"m1", "g1", "a1", "t1", "r1"}


def test_a_translation_of_a_project_holds_words() -> None:
    words, complaints = translated(
        "title: Park\nplaces: {m1: Centre}\ngoals: {g1: {text: Goal, measures: {x1: Measure}}}\n"
        "activities: {a1: Building}\nunits: {места: places}\n"
    )
    assert not complaints
    assert words["title"] == en("Park")
    assert words["places"][0].name == en("Centre")
    assert words["goals"][0].measures[0].text == en("Measure")
    assert words["activities"][0].title == en("Building")
    assert words["units"] == (("места", en("places")),)


def test_the_unit_of_a_result_has_this_languages_words() -> None:
    park, result = project(), project().results[0]
    assert park.unit_of(result) == bg("места")
    assert page("projects/park", "en", kind=Project, units=(("места", en("places")),)).unit_of(result) == en("places")


def test_words_for_units_stand_in_translations_only() -> None:
    where = desk()
    read_fields(Project, head("title: Парк\nprogramme: p\nunits: {места: places}"), where, where.start)
    complaint, advice = told(where.problems)[0].split(" → ")
    assert complaint == "3:8 FLD-09 'units' translates the units of the results and stands in translations only"
    assert advice == "Write the unit with each result; delete 'units' here."


def test_a_unit_without_words_or_of_a_wrong_shape_is_left_out() -> None:
    words, complaints = translated("units: {места: , деца: [children], души: people}")
    assert words["units"] == (("души", en("people")),)
    assert [line.split(" → ")[0] for line in complaints] == [
        "1:24 FLD-05 a single value is expected here, not a list or a map"
    ]


def test_an_event_is_read_whole() -> None:
    where = desk()
    text = "title: Начало\ntype: first-sod\nstart: 2018-03-05 10:30\nagenda: [{id: d1, time: 9:05, text: Откриване}]"
    event = page("events/a", kind=Event, **read_fields(Event, head(text), where, where.start))
    assert not where.problems
    assert event.start == Moment(date(2018, 3, 5), time(10, 30))
    assert event.agenda == (AgendaItem(id="d1", time="09:05", text=bg("Откриване")),)
    assert event.item_ids == ("d1",)


@pytest.mark.parametrize(("start", "status", "own"), [
    (None, "", None),
    (date(2018, 3, 5), "", date(2018, 3, 5)),
    (date(2018, 3, 5), "cancelled", None),
])  # fmt: skip
def test_an_event_is_of_the_day_it_was_held(start: date | None, status: str, own: date | None) -> None:
    assert page("events/a", kind=Event, start=start and Moment(start), status=status).own_date == own
