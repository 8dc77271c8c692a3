"""The report: one problem as text, JSON and annotation, its caret under the right character."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sitegen import report
from sitegen.problems import NOTHING, Correction, Location, Mistake, Problem, Severity, message
from sitegen.report import WIDEST, Words, as_github, as_json, as_text, pointed

EN, BG = Words("en"), Words("bg")


def problem(column: int = 1, severity: Severity = Severity.ERROR) -> Problem:
    mistake = Mistake("FLD-01", message("unknown key '{key}'", key="мусака"), message("Delete it."))
    return mistake.at(Location("content/a.bg.md", 3, column), severity)


def no_line(problem: Problem) -> str:
    return ""


@pytest.mark.parametrize(
    ("severity", "en", "bg", "colour"),
    [
        (Severity.ERROR, "error", "грешка", "31"),
        (Severity.WARNING, "warning", "предупреждение", "33"),
        (Severity.INFO, "advice", "съвет", "36"),
    ],
)
def test_severities_have_a_word_and_a_colour(severity: Severity, en: str, bg: str, colour: str) -> None:
    assert as_text(problem(severity=severity), EN, no_line).startswith(f"content/a.bg.md:3:1  {en} FLD-01  ")
    assert as_text(problem(severity=severity), BG, no_line).startswith(f"content/a.bg.md:3:1  {bg} FLD-01  ")
    assert f"\033[{colour}m{en}\033[0m" in as_text(problem(severity=severity), EN, no_line, in_colour=True)


@pytest.mark.parametrize("column", [1, 2, 40, 41, 99, 100, 101, 250, 500, 501])
def test_the_caret_stands_under_the_character(column: int) -> None:
    source = "".join(chr(0x430 + number % 32) for number in range(500))
    line, caret = pointed(source, column)
    assert len(line) <= WIDEST + 4
    if column <= 500:
        assert line[len(caret) - 1] == source[column - 1]
    short, caret = pointed("\tключ:\tстойност", 8)
    assert (short[len(caret) - 1], short) == ("с", "     ключ: стойност")


def test_without_a_line_or_a_hint() -> None:
    bare = Problem(Location("content"), "SYN-01", message("there is nothing"), NOTHING)
    assert as_text(bare, EN, no_line) == "content:1:1  error SYN-01  there is nothing"


def test_json_is_utf8_and_carries_facts() -> None:
    made = as_json([problem()], EN, lambda p: "мусака: 1", pages=7)
    assert "мусака" in made
    loaded = json.loads(made)
    assert loaded["pages"] == 7
    assert loaded["problems"][0]["excerpt"] == "мусака: 1"
    assert "мусака" in loaded["problems"][0]["message"]


def test_json_carries_no_endless_line() -> None:
    loaded = json.loads(as_json([problem()], EN, lambda p: "а" * 100_000))
    assert loaded["problems"][0]["excerpt"] == "а" * 2000


def test_a_problem_with_corrections_names_the_command() -> None:
    at = Location("content/a.bg.md", 3, 8)
    mended = Mistake("COD-01", message("wrong"), message("Write it.")).at(
        at, corrections=(Correction(at, "С001", "C001"),)
    )
    assert as_text(mended, EN, no_line).splitlines()[1:] == [
        "    → Write it.",
        "    Correction: python3 build.py fix COD-01",
    ]
    listed = json.loads(as_json([mended, problem()], EN, no_line))["problems"]
    assert listed[0]["corrections"] == [{"line": 3, "column": 8, "old": "С001", "new": "C001"}]
    assert "corrections" not in listed[1]


def test_annotations_are_escaped() -> None:
    at = Location("content/a,b:c%.md", 2, 5)
    told = as_github(Problem(at, "TXT-01", message("one\ntwo: 5%")), EN)
    assert told == "::error file=content/a%2Cb%3Ac%25.md,line=2,col=5,title=TXT-01::one%0Atwo: 5%25"
    assert as_github(problem(severity=Severity.INFO), EN).startswith("::notice ")


def test_the_last_line_says_what_where_and_how_long() -> None:
    facts = {"pages": 7, "languages": 3, "error": 0, "warning": 2, "info": 1}
    line = report.summary(EN, facts, "1.2", written_to=Path("готов сайт"))
    assert all(part in line for part in ("7", "3", "2", "1.2 s", "готов сайт"))
    assert "written" in report.summary(EN, facts, "1.2", written_to=None)
    assert report.summary(BG, facts, "1.2", written_to=None) != report.summary(EN, facts, "1.2", written_to=None)
