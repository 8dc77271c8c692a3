"""Pages and their traits: what a page knows of itself, and what its dates say."""

from __future__ import annotations

from datetime import date, time

import pytest

from sitegen.model.dates import FuzzyDate, Moment
from sitegen.model.funding import REGIMES, STATEMENT_OF_REGIME, STATEMENTS, Programme
from sitegen.model.money import Money
from sitegen.model.page import Article, Dated, Funded, Funding, Page, Scheduled
from sitegen.problems import Location
from tests.model.small import page

TODAY = date(2026, 11, 22)
YESTERDAY, TOMORROW = date(2026, 11, 21), date(2026, 11, 23)


@pytest.mark.parametrize(("page_id", "file", "folder", "name"), [
    ("index", "content/index.bg.md", "", "index"),
    ("pages/about", "content/pages/about.bg.md", "pages", "about"),
    ("projects/park", "content/projects/park/index.bg.md", "projects/park", "park"),
])  # fmt: skip
def test_a_page_lies_in_a_folder(page_id: str, file: str, folder: str, name: str) -> None:
    found = page(page_id, file=file)
    assert (found.folder, found.name) == (folder, name)


def test_a_value_has_a_place_and_an_absent_one_the_start_of_the_file() -> None:
    place = Location("content/pages/about.en.md", 2, 8)
    assert page("pages/about", "en", positions={"title": place}).at("title") == place
    assert page("pages/about", "en").at("summary") == Location("content/pages/about.en.md")
    assert page("pages/about", "en", file="").at("title") == Location("content/pages/about.bg.md")


def test_a_plain_page_has_no_items_and_no_day() -> None:
    plain = page("pages/about", kind=Page)
    assert (plain.item_ids, plain.own_date) == ((), None)


def test_a_trait_without_a_day_is_unfinished() -> None:
    with pytest.raises(NotImplementedError):
        _ = page("news/a", kind=Dated).when


def test_news_is_of_its_date() -> None:
    dated = page("news/a", kind=Article, date=TODAY)
    assert (dated.when, dated.own_date) == (FuzzyDate(2026, 11, 22), TODAY)
    assert page("news/a", kind=Article).when is None


def test_an_event_is_of_the_day_it_starts() -> None:
    assert page("events/a", kind=Scheduled, start=Moment(TODAY, time(10))).when == FuzzyDate(2026, 11, 22)
    assert page("events/a", kind=Scheduled).when is None


@pytest.mark.parametrize(("start", "end", "stated", "status"), [
    (None, None, "", ""),
    (None, None, "cancelled", "cancelled"),
    (YESTERDAY, None, "cancelled", "cancelled"),
    (YESTERDAY, None, "", "held"),
    (YESTERDAY, TODAY, "", "planned"),
    (TODAY, None, "", "planned"),
    (TOMORROW, None, "", "planned"),
])  # fmt: skip
def test_the_status_of_an_event(start: date | None, end: date | None, stated: str, status: str) -> None:
    event = page("events/a", kind=Scheduled, start=start and Moment(start), end=end and Moment(end), status=stated)
    assert event.status_on(TODAY) == status


@pytest.mark.parametrize(("start", "end", "actual_end", "stated", "status"), [
    (None, None, None, "", ""),
    (None, None, None, "suspended", "suspended"),
    ("2018", "2019", None, "ongoing", "ongoing"),
    ("2018", "2019", None, "", "completed"),
    ("2018", "2026", None, "", "ongoing"),
    ("2018", "2026", "2026-11-21", "", "completed"),
    ("2018", "2019", "2027", "", "ongoing"),
    ("2018", None, None, "", "ongoing"),
    (None, "2027", None, "", "ongoing"),
    ("2027", None, None, "", "planned"),
    ("2026-11", "2026-11", None, "", "ongoing"),
])  # fmt: skip
def test_the_status_of_a_project(
    start: str | None, end: str | None, actual_end: str | None, stated: str, status: str
) -> None:
    dates = [text and FuzzyDate(*map(int, text.split("-"))) for text in (start, end, actual_end)]
    project = page("projects/a", kind=Funded, start=dates[0], end=dates[1], actual_end=dates[2], status=stated)
    assert project.status_on(TODAY) == status


def test_funding_has_the_parts_that_are_stated() -> None:
    eu, own = Money(85_00, "BGN"), Money(15_00, "BGN")
    assert Funding(own=own, eu=eu).parts == (("eu", eu), ("own", own))


def test_a_part_of_nothing_is_stated_too() -> None:
    assert Funding(own=Money(0, "EUR")).parts == (("own", Money(0, "EUR")),)


@pytest.mark.parametrize("regime", REGIMES)
def test_a_programme_is_acknowledged_by_its_regime_unless_it_says_how(regime: str) -> None:
    assert Programme(regime=regime).acknowledgement == STATEMENT_OF_REGIME[regime]
    assert Programme(regime=regime, statement="funded").acknowledgement == "funded"
    assert STATEMENT_OF_REGIME[regime] in STATEMENTS
