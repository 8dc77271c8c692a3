"""Duties: which sign, poster or event is due, and what has to be stated before it can be told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sitegen.status.deadlines import deadlines
from sitegen.status.duties import Duty, duties
from tests.read.folder import page, read_folder

P14 = "programme: oprg-2014-2020\ncontract: BG16RFOP001-5.001-0042-C01\n"
P21 = "programme: drp-2021-2027\nfund: [erdf]\ncontract: BG16FFPR003-1.001-0042-C01\n"
ESF = "programme: hrdp-2021-2027\ncontract: BG05SFPR002-2.001-0042-C01\n"
P07 = "programme: oprd-2007-2013\n"
BUILT, NONE = "works: construction\n", "works: none\n"


def park(head: str) -> str:
    """A project with a head of its own."""
    return f"-- projects/park/index.bg.md --\n---\ntitle: Парк\npartners: [{{org: obshtina, role: beneficiary}}]\n{head}---\n"


def owed(root: Path, head: str, more: str = "") -> dict[str, Duty]:
    """The duties of a project by their rule."""
    folder = read_folder(root, park(head) + more)
    assert folder.site
    return {one.provision.id: one for one in duties(folder.site)}


def public(eu: int, national: int) -> str:
    """Funding in euro."""
    return f"funding:\n  eu: {eu} €\n  national: {national} €\n"


@pytest.mark.parametrize(("head", "expected"), [
    (P21 + BUILT + "total_value: 500 001 €\n", {"plaque_2021_regional": "due", "poster_2021": "not_due", "event_2021": "not_due"}),
    (P21 + BUILT + "total_value: 500 000 €\n", {"plaque_2021_regional": "not_due", "poster_2021": "due", "event_2021": "not_due"}),
    (P21 + "works: equipment\ntotal_value: 600 000 €\n", {"plaque_2021_regional": "due", "poster_2021": "not_due", "event_2021": "not_due"}),
    (P21 + NONE + "total_value: 600 000 €\n", {"plaque_2021_regional": "not_due", "poster_2021": "due", "event_2021": "not_due"}),
    (P21 + BUILT + "total_value: 977 916 лв.\n", {"plaque_2021_regional": "due", "poster_2021": "not_due", "event_2021": "not_due"}),
    (P21 + BUILT + "total_value: 977 915 лв.\n", {"plaque_2021_regional": "not_due", "poster_2021": "due", "event_2021": "not_due"}),
    (P21 + BUILT + "total_value: 10 000 001 €\n", {"plaque_2021_regional": "due", "poster_2021": "not_due", "event_2021": "due"}),
    (P21 + NONE + "strategic: yes\n", {"plaque_2021_regional": "not_due", "poster_2021": "due", "event_2021": "due"}),
    (ESF + BUILT + "total_value: 100 001 €\n", {"plaque_2021_other": "due", "poster_2021": "not_due", "event_2021": "not_due"}),
    (ESF + BUILT + "total_value: 100 000 €\n", {"plaque_2021_other": "not_due", "poster_2021": "due", "event_2021": "not_due"}),
    (P14 + BUILT + public(400_000, 100_001), {"billboard_2014": "due", "plaque_2014": "due", "poster_2014": "not_due"}),
    (P14 + BUILT + public(400_000, 100_000), {"billboard_2014": "not_due", "plaque_2014": "not_due", "poster_2014": "due"}),
    (P14 + "works: equipment\n" + public(500_000, 1), {"billboard_2014": "not_due", "plaque_2014": "due", "poster_2014": "due"}),
    (P14 + BUILT + "total_value: 500 000 €\n", {"billboard_2014": "not_due", "plaque_2014": "not_due", "poster_2014": "due"}),
    (P07 + BUILT + public(500_000, 1), {"billboard_2007": "due", "plaque_2007": "due"}),
    ("programme: phare\n", {}),
])  # fmt: skip
def test_what_is_due(tmp_path: Path, head: str, expected: dict[str, str]) -> None:
    assert {name: one.judgement.state for name, one in owed(tmp_path, head).items()} == expected


@pytest.mark.parametrize(("head", "rule", "needs"), [
    (P21 + "total_value: 600 000 €\n", "plaque_2021_regional", ("works",)),
    (P21 + "total_value: 600 000 €\n", "poster_2021", ("works",)),
    (P21 + BUILT, "plaque_2021_regional", ("total_value",)),
    (P21, "plaque_2021_regional", ("works", "total_value")),
    (P14 + BUILT, "plaque_2014", ("funding.eu", "funding.national")),
    (P14 + BUILT + "funding: {eu: 400 000 €}\n", "plaque_2014", ("funding.national",)),
    ("programme: drp-2021-2027\n" + BUILT + "total_value: 600 000 €\n", "event_2021", ()),
    (P14 + BUILT + public(500_000, 1), "plaque_2014", ("end",)),
])  # fmt: skip
def test_what_has_to_be_stated(tmp_path: Path, head: str, rule: str, needs: tuple[str, ...]) -> None:
    assert owed(tmp_path, head)[rule].needs == needs


def test_a_part_that_is_absent_is_none_where_the_rest_makes_the_total(tmp_path: Path) -> None:
    head = P14 + BUILT + "total_value: 600 000 €\nfunding:\n  eu: 400 000 €\n  own: 200 000 €\n"
    assert owed(tmp_path, head)["plaque_2014"].judgement.state == "not_due"


def test_what_was_done_counts(tmp_path: Path) -> None:
    head = P14 + NONE + "publicity: {poster: {planned: 2, done: 1}}\n"
    one = owed(tmp_path / "a", head)["poster_2014"]
    assert (one.planned, one.done, one.is_owed) == (2, 1, False)
    assert owed(tmp_path / "b", P14 + NONE)["poster_2014"].is_owed
    poster = "-- projects/park/poster.bg.pdf --\n%PDF-1.4\n"
    assert owed(tmp_path / "c", P14 + NONE, poster)["poster_2014"].done == 1
    event = "-- projects/park/events/e.bg.md --\n" + page("type: inauguration\nstart: 2026-11-01\n")
    assert owed(tmp_path / "d", P21 + NONE + "strategic: yes\n", event)["event_2021"].done == 1


@pytest.mark.parametrize(("head", "day"), [
    ("start: 2026-02-01\nend: 2026-11-30\n", date(2027, 2, 28)),
    ("start: 2024-02-01\nend: 2025-12-31\nactual_end: 2026-05-31\n", date(2026, 8, 31)),
])  # fmt: skip
def test_the_permanent_plaque_is_due_three_months_after_completion(tmp_path: Path, head: str, day: date) -> None:
    folder = read_folder(tmp_path, park(P14 + BUILT + public(500_000, 1) + head))
    assert folder.site
    plaque = next(one for one in duties(folder.site) if one.provision.id == "plaque_2014")
    assert plaque.day == day
    assert day in [one.day for one in deadlines(folder.site) if one.kind == "publicity"]


def test_what_is_done_is_no_deadline(tmp_path: Path) -> None:
    head = P14 + BUILT + public(500_000, 1) + "start: 2026-02-01\nend: 2026-11-30\n"
    done = "publicity: {permanent_sign: {done: 1}, temporary_sign: {done: 1}}\n"
    folder = read_folder(tmp_path, park(head + done))
    assert folder.site
    assert [one for one in deadlines(folder.site) if one.kind == "publicity"] == []
