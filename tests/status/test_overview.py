"""The overview: states, publicity, deadlines and the moments at which a site changes by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from sitegen.model.site import Site
from sitegen.model.translation import Drift, Standing, State
from sitegen.status.deadlines import Deadline
from sitegen.status.overview import Overview, lacks, overview
from sitegen.status.schedule import missed_change, next_change
from tests.read.folder import page, project, read_folder
from tests.sites import NOW, SITE

END = "\n"
DRIFTS = (Drift("p1", "а", "б"), Drift("p2", "а", "б", is_answered=True))


def read(root: Path, text: str = "") -> Site:
    """A site with its drafts."""
    site = read_folder(root, text).site
    assert site
    return site


def at(moment: str) -> datetime:
    """Local time."""
    return datetime.fromisoformat(moment)


def seen(root: Path, text: str = "") -> Overview:
    """The overview of a site string."""
    return overview(read(root, text))


# ── pages ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_pages_that_an_editor_wrote_with_their_versions(tmp_path: Path) -> None:
    text = f"-- pages/a.bg.md --\n{page(body='Едно.')}-- pages/a.en.md --\n{page()}-- news/b.en.md --\n"
    found = seen(tmp_path, text + page("only: [en]\n"))
    assert [(one.id, one.kind, one.title, one.source, one.paragraphs) for one in found.pages] == [
        ("news/b", "news", "Страница", "en", 1),
        ("pages/a", "page", "Страница", "bg", 2),
    ]
    assert [{language: str(s.state) for language, s in one.languages.items()} for one in found.pages] == [
        {"en": "original"},
        {"bg": "original", "en": "new", "ru": "missing"},
    ]


def test_totals_and_coverage(tmp_path: Path) -> None:
    text = (
        f"-- pages/a.bg.md --\n{page()}-- pages/a.en.md --\n{page()}-- pages/b.bg.md --\n{page('only: [bg, ru]' + END)}"
    )
    text += f"-- pages/c.bg.md --\n{page()}"
    found = seen(tmp_path, text)
    counts = {str(state): count for state, count in found.totals.items() if count}
    assert counts == {"original": 3, "new": 1, "missing": 4}
    assert found.coverage == {"bg": 100, "en": 50, "ru": 0}
    assert seen(tmp_path / "empty").coverage == {}


@pytest.mark.parametrize(
    ("state", "is_lacking"),
    [
        (State.ORIGINAL, False),
        (State.CURRENT, False),
        (State.STALE, True),
        (State.CHANGED, True),
        (State.NEW, True),
        (State.MISSING, False),
    ],
)
def test_what_strict_asks_for(tmp_path: Path, state: State, is_lacking: bool) -> None:
    text = f"-- pages/a.bg.md --\n{page()}-- pages/a.en.md --\n{page()}"
    site = replace(read(tmp_path, text), standings={("pages/a", "en"): Standing(state, DRIFTS)})
    assert lacks(site, "pages/a", "en") is is_lacking


def test_a_missing_translation_is_lacking_where_it_is_required(tmp_path: Path) -> None:
    settings = f"-- site.yaml --\n{SITE}require_languages: {{page: [bg, en]}}\n"
    site = read(
        tmp_path,
        f"{settings}-- pages/a.bg.md --\n{page()}-- pages/b.bg.md --\n{page('only: [bg, en]' + END)}".replace(
            "en]---", "en]\n---"
        ),
    )
    assert [lacks(site, "pages/a", language) for language in ("bg", "en", "ru")] == [False, True, False]
    assert not lacks(site, "pages/b", "en")


# ── publicity ───────────────────────────────────────────────────────────────────────────────────────────────


def event(kind: str, more: str = "start: 2026-11-01\n") -> str:
    """An event's text."""
    return page(f"type: {kind}\n{more}")


@pytest.mark.parametrize(
    ("head", "events", "expected"),
    [
        ("", [], []),
        ("publicity:\n  brochure: {planned: 1000, done: 10}\n", [], [("brochure", 1000, 10)]),
        ("publicity: {brochure: {planned: 0}}\n", [], [("brochure", 0, 0)]),
        ("publicity: {press_conference: {planned: 2}}\n", ["opening_press_conference"], [("press_conference", 2, 1)]),
        ("publicity: {first_sod: {planned: 3, done: 2}}\n", ["first_sod"], [("first_sod", 3, 2)]),
        ("publicity: {first_sod: {done: 1}}\n", ["first_sod", "first_sod"], [("first_sod", None, 2)]),
        ("", ["interim_press_conference", "closing_press_conference"], [("press_conference", None, 2)]),
        ("", ["training"], []),
    ],
)
def test_publicity(tmp_path: Path, head: str, events: list[str], expected: list[tuple[str, int | None, int]]) -> None:
    text = f"-- projects/park/index.bg.md --\n{project(head)}"
    text += "".join(f"-- projects/park/events/e{n}.bg.md --\n{event(kind)}" for n, kind in enumerate(events))
    found = seen(tmp_path, text).publicity
    assert [(one.kind, one.planned, one.done) for one in found] == expected
    assert {one.project for one in found} <= {"projects/park"}


@pytest.mark.parametrize(
    "more", ["start: 2026-12-01\n", "start: 2026-11-01\nstatus: cancelled\n", "start: 2026-11-01\ndraft: true\n", ""]
)
def test_what_was_not_held_is_not_done(tmp_path: Path, more: str) -> None:
    text = f"-- projects/park/index.bg.md --\n{project()}-- projects/park/events/e.bg.md --\n{event('first_sod', more)}"
    assert seen(tmp_path, text).publicity == ()


# ── deadlines ───────────────────────────────────────────────────────────────────────────────────────────────


def due(found: Overview) -> list[tuple[str, int, str, str]]:
    """Day, days left, kind, and the page or setting of each deadline."""
    return [(one.day.isoformat(), one.days, one.kind, one.page or one.setting) for one in found.deadlines]


def test_the_statement_has_deadlines(tmp_path: Path) -> None:
    settings = """\
accessibility:
  status: partial
  prepared: 2025-01-01
  reviewed: 2025-12-04
  items:
    - {reason: burden, text: {bg: "Карта", en: "Map"}, fix_by: 2026-11-20}
    - {reason: burden, text: {bg: "Друго"}}
"""
    found = seen(tmp_path, f"-- site.yaml --\n{SITE}{settings}")
    assert due(found) == [
        ("2026-11-20", -2, "fix_by", "accessibility.items.0.fix_by"),
        ("2026-12-04", 12, "review", "accessibility.reviewed"),
    ]
    assert str(found.deadlines[0].what) == "barrier to be removed: Карта"
    prepared = settings.replace("  reviewed: 2025-12-04\n", "")
    assert ("2026-01-01", -325, "review", "accessibility.prepared") in due(
        seen(tmp_path, f"-- site.yaml --\n{SITE}{prepared}")
    )


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("end: 2027-02-20\n", [("2027-02-20", 90, "project_end")]),
        ("end: 2027-02-21\n", []),
        ("end: 2026-11\n", [("2026-11-30", 8, "project_end")]),
        ("end: 2026-11-22\n", [("2026-11-22", 0, "project_end")]),
        ("end: 2026-11-21\n", []),
        ("end: 2026-11-21\nactual_end: 2026-12-01\n", [("2026-12-01", 9, "project_end")]),
        ("end: 2026-11-21\nstatus: suspended\n", [("2026-11-21", -1, "project_over")]),
        ("end: 2026-12-01\nstatus: completed\n", []),
        ("durable_until: 2030-01-01\n", [("2030-01-01", 1136, "durable_until")]),
        ("durable_until: 2026-11-21\n", []),
        ("durable_until: 2030-01-01\ndraft: true\n", []),
        ("publish_at: 2026-12-01 09:00\n", [("2026-12-01", 9, "publish_at")]),
        ("publish_at: 2026-11-22 11:00\nunpublish_at: 2026-11-22 13:00\n", [("2026-11-22", 0, "unpublish_at")]),
    ],
)
def test_projects_have_deadlines(tmp_path: Path, head: str, expected: list[tuple[str, int, str]]) -> None:
    found = seen(tmp_path, f"-- projects/park/index.bg.md --\n{project(head)}-- projects/park/index.en.md --\n{page()}")
    assert due(found) == [(*one, "projects/park") for one in expected]


def test_deadlines_stand_in_their_order(tmp_path: Path) -> None:
    heads = ("end: 2026-12-05\n", "end: 2026-12-01\ndurable_until: 2027-01-01\n", "end: 2026-12-03\n")
    text = "".join(f"-- projects/p{n}/index.bg.md --\n{project(head)}" for n, head in enumerate(heads))
    found = seen(tmp_path, text.replace("0042", "0043", 1))
    assert [one.day for one in found.deadlines] == sorted(one.day for one in found.deadlines)
    assert len(found.deadlines) == 4
    assert isinstance(found.deadlines[0], Deadline)


# ── the schedule ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("place", "text", "moment"),
    [
        ("pages/a", page(), None),
        ("pages/a", page("publish_at: 2026-12-01 09:00\n"), at("2026-12-01 09:00")),
        ("pages/a", page("publish_at: 2026-12-01\n"), at("2026-12-01 00:00")),
        ("pages/a", page("publish_at: 2026-11-01\nunpublish_at: 2026-12-02\n"), at("2026-12-02 00:00")),
        ("pages/a", page("publish_at: 2026-12-01\ndraft: true\n"), None),
        ("pages/a", page("updated: 2026-12-03\n"), at("2026-12-03 00:00")),
        ("news/a", page("date: 2026-12-03\n"), at("2026-12-03 00:00")),
        ("events/a", event("training", "start: 2026-11-22 18:00\n"), at("2026-11-23 00:00")),
        ("events/a", event("training", "start: 2026-11-20\nend: 2026-11-24\n"), at("2026-11-25 00:00")),
        ("events/a", event("training", ""), None),
        ("projects/a/index", project("start: 2027-02\n"), at("2027-02-01 00:00")),
        ("projects/a/index", project("start: 2026-02\nend: 2027-02\n"), at("2027-03-01 00:00")),
        ("projects/a/index", project("start: 2027-02\nstatus: ongoing\n"), None),
    ],
)
def test_the_next_change(tmp_path: Path, place: str, text: str, moment: datetime | None) -> None:
    assert next_change(read(tmp_path, f"-- {place}.bg.md --\n{text}")) == moment


def test_what_lies_below_a_draft_does_not_change(tmp_path: Path) -> None:
    text = f"-- projects/a/index.bg.md --\n{project('draft: true' + END)}"
    text += f"-- projects/a/events/e.bg.md --\n{event('training', 'start: 2026-12-01' + END)}"
    assert next_change(read(tmp_path, text)) is None


def test_a_stale_page_tells_its_readers_after_a_month(tmp_path: Path) -> None:
    text = f"-- pages/a.bg.md --\n{page('updated: 2026-11-20' + END)}-- pages/a.en.md --\n{page()}".replace(
        "20---", "20\n---"
    )
    site = read(tmp_path, text)
    assert next_change(site) is None
    stale = replace(site, standings={("pages/a", "en"): Standing(State.STALE, DRIFTS)})
    assert next_change(stale) == at("2026-12-21 00:00")


def test_a_change_is_due_once_its_moment_came_after_the_build(tmp_path: Path) -> None:
    site = read(tmp_path, f"-- pages/a.bg.md --\n{page('publish_at: 2026-11-22 09:00' + END)}")
    moment = at("2026-11-22 09:00")
    assert site.now == NOW
    assert missed_change(site, at("2026-11-22 08:59")) == moment
    assert missed_change(site, moment) is None
    assert missed_change(replace(site, now=at("2026-11-22 08:00")), at("2026-11-21 00:00")) is None
