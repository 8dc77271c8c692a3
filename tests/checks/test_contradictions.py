"""Money, dates, ids and languages that contradict one another."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import ORGANISATIONS, PROJECT, SITE, build_site, whole

HEAD = PROJECT.count("\n") + 2
"""The line on which a test's own fields begin."""


def found(tmp_path: Path, fields: str, event: str = "") -> list[str]:
    """Problems of a project with some fields, and of an event of it, as `line:column CODE severity`."""
    text = f"-- projects/park/index.bg.md --\n---\n{whole(f'{fields}{chr(10)}')}---\n"
    if event:
        text += f"-- projects/park/events/e/index.bg.md --\n---\ntitle: С\ntype: other\n{event}\n---\n"
    problems = build_site(tmp_path, text).problems
    return [f"{p.at.line - HEAD}:{p.at.column} {p.code} {p.severity}" for p in problems]


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ('total_value: "515 000,00 лв."\nfunding:\n  eu: 437 750,02 лв.\n  national: 77 249,98 лв.', []),
        (
            'total_value: "515 000,00 лв."\nfunding:\n  eu: 437 750,02 лв.\n  national: 77 249,97 лв.',
            ["2:3 MON-01 error"],
        ),
        ('total_value: "100,00 €"\nfunding: {eu: "85,00 лв.", national: "15,00 €"}', ["1:15 MON-04 error"]),
        ('funding: {eu: "85,00 лв.", national: "15,00 €"}', ["0:38 MON-04 error"]),
        ('funding: {eu: "85,00 лв."}', []),
    ],
)
def test_parts_are_the_total_in_one_currency(tmp_path: Path, fields: str, expected: list[str]) -> None:
    assert found(tmp_path, fields) == expected


@pytest.mark.sample(4)
@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("start: 2018-01-09\nend: 2020-01-09\nmonths: 24", []),
        ("start: 2018-01-09\nend: 2020-01-08\nmonths: 24", []),
        ("start: 2018-01-09\nend: 2020-01-09\nmonths: 21", ["2:9 DAT-02 error"]),
        ("start: 2018-01-09\nend: 2017-01-09\nmonths: 21", ["1:6 DAT-01 error"]),
        ("start: 2018-02\nend: 2018-01-31", ["1:6 DAT-01 error"]),
        ("start: 2018\nend: 2018-01-31", []),
        ("start: 2018\nactual_end: 2017-12-31", ["1:13 DAT-01 error"]),
        ("activities:\n  - {id: a1, title: Т, start: 2019, end: 2018}", ["1:42 DAT-01 error"]),
        ("periods:\n  - {id: p1, label: Т, start: 2019, end: 2018}", ["1:42 DAT-01 error"]),
        ("status: ongoing\nend: 2020-01-09", ["0:9 DAT-04 warning"]),
        ("status: ongoing\nend: 2027-02-09", []),
    ],
)
def test_dates_and_months_agree(tmp_path: Path, fields: str, expected: list[str]) -> None:
    assert found(tmp_path, fields) == expected


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("end: 2020\nstatus: archived\narchived: 2026-11-22", []),
        ("end: 2020\nstatus: archived", ["1:9 DAT-09 info"]),
        ("end: 2020\narchived: 2026-11-22", ["1:11 DAT-09 warning"]),
        ("end: 2020\nstatus: completed\narchived: 2020-11-22", ["2:11 DAT-09 warning"]),
        ("end: 2020\nstatus: completed\narchived: 2026-11-23", []),
    ],
)
def test_the_archive_is_entered_by_status_and_day(tmp_path: Path, fields: str, expected: list[str]) -> None:
    assert found(tmp_path, fields) == expected


@pytest.mark.sample(4)
@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("end: 2026-11-21", []),
        ("end: 2026-11-22", ["0:6 DAT-06 info"]),
        ("end: 2026-12", ["0:6 DAT-06 info"]),
        ("end: 2027-01-21", ["0:6 DAT-06 info"]),
        ("end: 2027-01-22", []),
        ("status: ongoing\nend: 2026-12-01", ["1:6 DAT-06 info"]),
        ("status: completed\nend: 2026-12-01", []),
        ("status: terminated\nend: 2026-12-01", []),
        ("end: 2026-12-01\nactual_end: 2028", []),
        ("end: 2020\nactual_end: 2026-12-01", ["1:13 DAT-06 info"]),
    ],
)
def test_a_project_that_ends_soon_is_named_in_time(tmp_path: Path, fields: str, expected: list[str]) -> None:
    assert found(tmp_path, fields) == expected


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("event", "codes"),
    [
        ("start: 2018-02-20", []),
        ("start: 2017-02-20", ["DAT-03"]),
        ("start: 2020-02-20", ["DAT-03"]),
        ("start: 2018-02-20\nend: 2018-02-19", ["DAT-01"]),
    ],
)
def test_an_event_lies_in_the_time_of_its_project(tmp_path: Path, event: str, codes: list[str]) -> None:
    problems = found(tmp_path, "start: 2018-01-09\nend: 2020-01-09", event)
    assert [problem.split()[1] for problem in problems] == codes


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("target_groups: [{id: i1, text: Т}]\nresults: [{id: i1, text: Р}]", ["1:16 FLD-08 error"]),
        ("goals: [{id: share, text: Т}]", ["0:14 FLD-08 error"]),
        (
            "goals: [{id: g1, text: Т, measures: [{id: m, text: М}]}, {id: g2, text: Т, measures: [{id: m, text: М}]}]",
            [],
        ),
    ],
)
def test_an_id_stands_once_on_a_page(tmp_path: Path, fields: str, expected: list[str]) -> None:
    assert found(tmp_path, fields) == expected


def test_a_heading_keeps_off_the_parts_of_the_page(tmp_path: Path) -> None:
    built = build_site(tmp_path, "-- pages/a.bg.md --\n---\ntitle: А\n---\n## Б {#main}\n")
    assert built.errors == ["content/pages/a.bg.md:4:1 FLD-08"]


def test_a_required_language_that_is_missing_is_a_warning(tmp_path: Path) -> None:
    text = f"-- site.yaml --\n{SITE}require_languages: {{project: [bg, en]}}\n-- organisations.yaml --\n{ORGANISATIONS}"
    project = f"-- projects/park/index.bg.md --\n---\n{whole()}---\n"
    assert build_site(tmp_path / "a", text + project).warnings == ["content/projects/park/index.bg.md:1:1 LNG-01"]
    alone = project.replace("title: Парк", "title: Парк\nonly: [bg]")
    assert build_site(tmp_path / "b", text + alone).warnings == []
