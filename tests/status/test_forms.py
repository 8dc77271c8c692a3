"""The forms of the overview: text, JSON, CSV and a page of HTML."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from xml.etree import ElementTree as ET

import pytest

from sitegen.model.translation import Drift, Standing, State
from sitegen.problems import message
from sitegen.report import Words
from sitegen.status.data import as_csv, as_json, safe
from sitegen.status.deadlines import Deadline
from sitegen.status.overview import Overview, PageStatus
from sitegen.status.page import as_page
from sitegen.status.publicity import Measure
from sitegen.status.text import as_text

WORDS = Words("en")
STALE = Standing(
    State.STALE, (Drift("p2", "а", "б"), Drift("title", "а", "б"), Drift("p3", "а", "б", is_answered=True))
)
PARK = PageStatus(
    "projects/park",
    "project",
    "Парк <1>",
    "bg",
    14,
    {"bg": Standing(State.ORIGINAL), "en": STALE, "ru": Standing(State.NEW)},
)
NEWS = PageStatus(
    "projects/park/news/first", "news", "=1+1", "bg", 3, {"bg": Standing(State.ORIGINAL), "en": Standing(State.CURRENT)}
)
FREE = PageStatus(
    "pages/a", "page", "А" * 70, "en", 2,
    {"bg": Standing(State.MISSING), "en": Standing(State.ORIGINAL), "ru": Standing(State.CHANGED)},
)  # fmt: skip
WHOLE = Overview(
    languages=("bg", "en", "ru"),
    pages=(PARK, NEWS, FREE),
    publicity=(
        Measure("projects/park", "press_conference", 2, 1),
        Measure("projects/park", "first_sod", None, 1),
        Measure("projects/road", "poster", 1, 0),
    ),
    deadlines=(
        Deadline(date(2026, 11, 20), -2, "fix_by", message("barrier to be removed: {text}", text="<b>"), setting="a.b"),
        Deadline(date(2026, 12, 31), 39, "project_end", message("the project ends"), "projects/park"),
    ),
    next=datetime.fromisoformat("2026-12-01T09:00"),
)
EMPTY = Overview(languages=("bg",), pages=(), publicity=(), deadlines=(), next=None)


# ── text ────────────────────────────────────────────────────────────────────────────────────────────────────


TEXT = """\
Translations                 bg         en                     ru
project       projects/park  ●          ~ paragraphs: 2 of 14  ? never accepted        Парк <1>
news item       news/first   ●          ✓                                              =1+1
page          pages/a        – missing  ●                      ? edited, not accepted  {long}

● original 3   ✓ up to date 1   ~ out of date 1   ? edited, not accepted 1   ? never accepted 1   – missing 1   coverage: bg 66 % en 100 % ru 100 %

Publicity: done of planned
  projects/park: press conferences 1/2, first-sod ceremonies 1/–
  projects/road: posters 0/1

Deadlines
  2026-11-20  late by 2 days  barrier to be removed: <b>  site.yaml: a.b
  2026-12-31  in 39 days      the project ends            projects/park

The site changes by itself at 2026-12-01 09:00; a build is needed then."""


def test_the_text() -> None:
    assert as_text(WHOLE, WORDS) == TEXT.replace("{long}", "А" * 59 + "…")


def test_the_text_without_pages() -> None:
    assert as_text(EMPTY, WORDS) == "There are no pages yet.\n\nNo change of the site is scheduled."


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "today"), (1, "tomorrow"), (2, "in 2 days"), (-1, "late by a day"), (-2, "late by 2 days")],
)
def test_days_left(days: int, said: str) -> None:
    one = Deadline(date(2026, 11, 22), days, "project_end", message("the project ends"), "projects/park")
    found = Overview(languages=("bg",), pages=(), publicity=(), deadlines=(one,), next=None)
    assert f"  2026-11-22  {said}  the project ends  projects/park" in as_text(found, WORDS).splitlines()


# ── JSON and CSV ────────────────────────────────────────────────────────────────────────────────────────────


def test_the_json() -> None:
    found = json.loads(as_json(WHOLE, WORDS))
    assert list(found) == ["pages", "publicity", "deadlines", "next"]
    assert found["pages"][0] == {
        "id": "projects/park",
        "kind": "project",
        "title": "Парк <1>",
        "source": "bg",
        "languages": {
            "bg": {"state": "original", "stale": []},
            "en": {"state": "stale", "stale": ["p2", "title"]},
            "ru": {"state": "new", "stale": []},
        },
    }
    assert {version["state"] for page in found["pages"] for version in page["languages"].values()} == set(State)
    assert found["publicity"][1] == {"project": "projects/park", "kind": "first_sod", "planned": None, "done": 1}
    assert found["deadlines"] == [
        {
            "date": "2026-11-20",
            "days": -2,
            "kind": "fix_by",
            "page": None,
            "setting": "a.b",
            "text": "barrier to be removed: <b>",
        },
        {
            "date": "2026-12-31",
            "days": 39,
            "kind": "project_end",
            "page": "projects/park",
            "setting": None,
            "text": "the project ends",
        },
    ]
    assert found["next"] == "2026-12-01T09:00"
    assert json.loads(as_json(EMPTY, WORDS)) == {"pages": [], "publicity": [], "deadlines": [], "next": None}


def test_the_csv() -> None:
    table = as_csv(WHOLE)
    assert table.startswith("\ufeffpage,kind,title,source,language,state,stale,paragraphs\r\n")
    assert table.count("\r\n") == table.count("\n") == 9
    rows = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))))
    assert rows[1] == {
        "page": "projects/park",
        "kind": "project",
        "title": "Парк <1>",
        "source": "bg",
        "language": "en",
        "state": "stale",
        "stale": "2",
        "paragraphs": "p2 title",
    }
    assert rows[3]["title"] == "'=1+1"


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@a", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert safe(cell) == f"'{cell}"
    assert safe(f"a{cell}") == f"a{cell}"


# ── HTML ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", ["bg", "en"])
def test_the_page_is_whole(language: str) -> None:
    page = as_page(WHOLE, Words(language))
    assert page.startswith("<!DOCTYPE html>\n")
    root = ET.fromstring(page)
    assert root.get("lang") == language
    assert root.findtext("head/title") == root.findtext("body/main/h1")
    for word in ("http", "script", "src=", "href=", "url(", "@import"):
        assert word not in page


def test_the_tables_of_the_page() -> None:
    root = ET.fromstring(as_page(WHOLE, WORDS))
    tables = root.findall(".//table")
    assert [table.findtext("caption") for table in tables] == ["Translations", "Publicity", "Deadlines"]
    for table in tables:
        heads = table.findall("thead/tr/th")
        assert all(head.get("scope") == "col" and head.text for head in heads)
        for row in table.findall("tbody/tr"):
            assert len(row) == len(heads)
            assert (row[0].tag, row[0].get("scope")) == ("th", "row")
            assert all(cell.tag == "td" for cell in row[1:])
    cells = tables[0].findall("tbody/tr")[0]
    assert [cell.text for cell in cells] == [
        "projects/park", "project", "Парк <1>", "● original", "~ out of date, paragraphs: 2 of 14", "? never accepted",
    ]  # fmt: skip
    assert [cell.get("class") for cell in cells[3:]] == ["original", "stale", "new"]
    assert cells[2].get("lang") == "bg"
    assert tables[0].findall("tbody/tr")[1][5].text is None
    assert [row.get("class") for row in tables[2].findall("tbody/tr")] == ["late", None]
    assert [item.text for item in root.findall(".//li")] == [
        "● original 3", "✓ up to date 1", "~ out of date 1", "? edited, not accepted 1", "? never accepted 1",
        "– missing 1",
    ]  # fmt: skip


def test_the_page_of_an_empty_site() -> None:
    root = ET.fromstring(as_page(EMPTY, WORDS))
    assert root.find(".//table") is None
    assert [p.text for p in root.findall(".//p")] == ["There are no pages yet.", "No change of the site is scheduled."]
