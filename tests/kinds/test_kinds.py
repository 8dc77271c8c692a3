"""Kinds: what a place makes of a page, the states that dates give, and the list of kinds itself."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

import sitegen.kinds
from sitegen.kinds import KINDS
from sitegen.kinds.event import Event
from sitegen.kinds.news import News
from sitegen.kinds.project import Project
from tests.read.folder import page, project, read_folder

at = datetime.fromisoformat
TODAY = date(2026, 11, 22)


def test_every_file_of_the_room_is_in_the_list() -> None:
    rooms = {path.stem for path in Path(sitegen.kinds.__file__).parent.glob("*.py")} - {"__init__"}
    assert rooms == {kind.page.__module__.rpartition(".")[2] for kind in KINDS}


@pytest.mark.parametrize(("head", "status"), [
    ("", ""),
    ("status: suspended\nend: 2020\n", "suspended"),
    ("start: 2026-11-23\n", "planned"),
    ("start: 2026-11-22\n", "ongoing"),
    ("start: 2026-12\n", "planned"),
    ("start: 2026-11\n", "ongoing"),
    ("start: 2018\nend: 2026-11-22\n", "ongoing"),
    ("start: 2018\nend: 2026-11-21\n", "completed"),
    ("start: 2018\nend: 2026-11\n", "ongoing"),
    ("start: 2018\nend: 2026-10\n", "completed"),
    ("start: 2018\nend: 2026\n", "ongoing"),
    ("start: 2018\nend: 2025\n", "completed"),
    ("end: 2027\n", "ongoing"),
    ("start: 2018\nend: 2020\nactual_end: 2026-12\n", "ongoing"),
    ("start: 2018\nend: 2030\nactual_end: 2026-10\n", "completed"),
])  # fmt: skip
def test_the_state_of_a_project_follows_its_dates(tmp_path: Path, head: str, status: str) -> None:
    read = read_folder(tmp_path, f"-- projects/park.bg.md --\n{project(head)}").page("projects/park", "bg", Project)
    assert read.status_on(TODAY) == status


@pytest.mark.parametrize(("head", "status"), [
    ("", ""),
    ("start: 2026-11-22 23:00\n", "planned"),
    ("start: 2026-11-21\n", "held"),
    ("start: 2026-11-20\nend: 2026-11-22\n", "planned"),
    ("start: 2026-11-20\nend: 2026-11-21 18:00\n", "held"),
    ("start: 2026-11-20\nstatus: cancelled\n", "cancelled"),
    ("status: held\n", "held"),
])  # fmt: skip
def test_the_state_of_an_event_follows_its_dates(tmp_path: Path, head: str, status: str) -> None:
    text = f"-- events/a.bg.md --\n{page('type: training' + chr(10) + head)}"
    assert read_folder(tmp_path, text).page("events/a", "bg", Event).status_on(TODAY) == status


def test_an_event_needs_its_type(tmp_path: Path) -> None:
    folder = read_folder(tmp_path, f"-- events/a.bg.md --\n{page()}")
    assert folder.found == ["events/a.bg.md:1:1 FLD-02"]


@pytest.mark.parametrize("spelled", ["first_sod", "first-sod", "First-Sod"])
def test_types_are_written_with_either_stroke(tmp_path: Path, spelled: str) -> None:
    folder = read_folder(tmp_path, f"-- events/a.bg.md --\n{page(f'type: {spelled}' + chr(10))}")
    assert folder.page("events/a", "bg", Event).type == "first_sod"


def test_a_cancelled_event_is_of_no_day(tmp_path: Path) -> None:
    text = f"-- events/a.bg.md --\n{page('type: other' + chr(10) + 'start: 2026-01-02' + chr(10) + 'status: cancelled' + chr(10))}"
    assert read_folder(tmp_path, text).page("events/a", "bg", Event).own_date is None


def test_news_is_of_its_day(tmp_path: Path) -> None:
    text = f"-- news/a.bg.md --\n{page('date: 1.5.2024 г.' + chr(10))}"
    assert read_folder(tmp_path, text).page("news/a", "bg", News).own_date == date(2024, 5, 1)


def test_items_can_be_linked(tmp_path: Path) -> None:
    head = """\
goals: [{id: g1, text: А, measures: [{id: m1, text: Б}]}]
activities: [{id: a1, title: А}]
results: [{id: r1, text: А}]
target_groups: [{id: t1, text: А}]
places: [{id: c1, name: А}]
periods: [{id: p1, label: А}]
"""
    links = " ".join(f"[x](#{name})" for name in ("g1", "a1", "r1", "t1", "c1"))
    assert read_folder(tmp_path, f"-- projects/park.bg.md --\n{project(head, links)}").found == []


def test_a_project_is_found_by_all_its_items(tmp_path: Path) -> None:
    head = """\
contract: BG16RFOP001-5.001-0042-C01
procedure: А1
procedure_code: BG16RFOP001-5.001
specific_objective: А2
periods: [{id: p1, label: А3}]
places: [{id: c1, name: А4, address: А5}]
goals: [{id: g1, text: А6, measures: [{id: m1, text: А7}]}]
activities: [{id: a1, title: А8, text: А9, outputs: [{id: o1, text: А10}]}]
target_groups: [{id: t1, text: А11}]
results: [{id: r1, text: А12}]
partners: [{org: obshtina, role: beneficiary}]
notes: [{field: title, note: Тайна}]
"""
    read = read_folder(tmp_path, f"-- projects/park.bg.md --\n{project(head)}").page("projects/park", "bg", Project)
    assert [words.text for words in read.item_texts] == [f"А{number}" for number in range(1, 13)]
    assert read.codes == ("BG16RFOP001-5.001-0042-C01", "BG16RFOP001-5.001")
    assert read.partner_ids == ("obshtina",)


def test_an_event_is_found_by_its_place_and_its_agenda(tmp_path: Path) -> None:
    text = page("type: other\nplace: Зала\nagenda: [{id: i, text: Слово, speaker: Кмет}]\n")
    event = read_folder(tmp_path, f"-- events/a.bg.md --\n{text}").page("events/a", "bg", Event)
    assert [words.text for words in event.item_texts] == ["Зала", "Слово", "Кмет"]


def test_news_is_found_by_its_words_alone(tmp_path: Path) -> None:
    text = page("date: 2024-05-01\n")
    news = read_folder(tmp_path, f"-- news/a.bg.md --\n{text}").page("news/a", "bg", News)
    assert (news.item_texts, news.codes, news.partner_ids) == ((), (), ())


def test_numbers_keep_what_was_written(tmp_path: Path) -> None:
    head = 'results: [{id: r1, text: А, target: "12,5", achieved: 1 000, baseline: "-3"}]\npublicity: {poster: 3}\n'
    read = read_folder(tmp_path, f"-- projects/park.bg.md --\n{project(head)}").page("projects/park", "bg", Project)
    [result] = read.results
    assert (str(result.target), str(result.achieved), str(result.baseline)) == ("12.5", "1000", "-3")
    assert read.publicity
    assert read.publicity.poster
    assert (read.publicity.poster.planned, read.publicity.poster.done) == (3, None)


@pytest.mark.parametrize(("head", "now", "is_public"), [
    ("publish_at: 2026-11-22\n", at("2026-11-21T23:59:59"), False),
    ("publish_at: 2026-11-22\n", at("2026-11-22T00:00"), True),
    ("publish_at: 2026-11-22 09:30\n", at("2026-11-22T09:29:59"), False),
    ("publish_at: 2026-11-22 09:30\n", at("2026-11-22T09:30"), True),
    ("unpublish_at: 2026-11-22\n", at("2026-11-21T23:59:59"), True),
    ("unpublish_at: 2026-11-22\n", at("2026-11-22T00:00"), False),
    ("unpublish_at: 22.11.2026 г. 18:00\n", at("2026-11-22T18:00"), False),
    ("publish_at: 2026-11-20\nunpublish_at: 2026-11-21\n", at("2026-11-20T12:00"), True),
    ("draft: да\n", at("2026-11-22T00:00"), False),
    ("draft: no\n", at("2026-11-22T00:00"), True),
])  # fmt: skip
def test_a_page_is_public_from_and_until(tmp_path: Path, head: str, now: datetime, is_public: bool) -> None:
    text = f"-- pages/a.bg.md --\n{page(head)}"
    seen = read_folder(tmp_path, text, now=now).public
    assert seen
    assert (seen.page("pages/a", "bg") is not None) is is_public
    everything = read_folder(tmp_path / "drafts", text, now=now, drafts=True).public
    assert everything
    assert everything.page("pages/a", "bg")


def test_what_a_project_tells_of_itself_to_lists_and_cards(tmp_path: Path) -> None:
    head = (
        "specific_objective: Цел\nplaces: [{id: p1, name: Парк, lat: '42.2', lon: '22.6'}]\n"
        "goals: [{id: g1, kind: overall, text: Зеленина}]\nresults: [{id: r1, text: Алея, unit: м, target: 5}]\n"
    )
    text = f"-- projects/park/index.bg.md --\n{project(head)}"
    known = read_folder(tmp_path, text).site
    assert known
    park = known.index["projects/park", "bg"]
    assert isinstance(park, Project)
    assert [str(name) for name in park.place_names] == ["Парк"]
    assert park.responsible == ("beneficiary", "obshtina")
    told = park.operation
    assert (str(told.specific_objective), [str(aim) for aim in told.purposes]) == ("Цел", ["Зеленина"])
    assert [(str(a.text), a.target) for a in told.achievements] == [("Алея", Decimal(5))]
    assert [str(place.name) for place in told.locations] == ["Парк"]


def test_a_project_is_kept_up_as_its_contract_has_it(tmp_path: Path) -> None:
    text = project("durable_until: 2031-05-01\n")
    found = read_folder(tmp_path, f"-- projects/park.bg.md --\n{text}").page("projects/park", "bg", Project)
    assert found.kept_until == date(2031, 5, 1)
