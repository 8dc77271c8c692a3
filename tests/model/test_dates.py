"""Dates: all ways of writing them, what has no reading or two, moments, durations."""

from __future__ import annotations

import datetime
from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model.dates import (
    FuzzyDate,
    Moment,
    months_between_ok,
    parse_day,
    parse_fuzzy,
    parse_moment,
)
from sitegen.problems import Mistake
from sitegen.text.months import MONTHS

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31))
FUZZY = st.builds(
    lambda day, parts: FuzzyDate(*(day.year, day.month, day.day)[:parts]),
    DAYS,
    st.integers(min_value=1, max_value=3),
)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2018-01-09", "2018-01-09"),
        ("2018-1-9", "2018-01-09"),
        ("2016-02", "2016-02"),
        ("2016", "2016"),
        ("2016 г.", "2016"),
        ("2016г.", "2016"),
        ("2016 година", "2016"),
        ("2016 года", "2016"),
        ("9.1.2018 г.", "2018-01-09"),
        ("09.01.2018", "2018-01-09"),
        ("9. 1. 2018\u00a0г.", "2018-01-09"),
        ("02.2016 г.", "2016-02"),
        ("9 януари 2018 г.", "2018-01-09"),
        ("  9  Януари  2018 г. ", "2018-01-09"),
        ("9 января 2018 г.", "2018-01-09"),
        ("февруари 2016 г.", "2016-02"),
        ("февраль 2016", "2016-02"),
        ("февраля 2016", "2016-02"),
        ("February 2016", "2016-02"),
        ("9 January 2018", "2018-01-09"),
        ("9th January, 2018", "2018-01-09"),
        ("9 Jan 2018", "2018-01-09"),
        ("9 янв. 2018 г.", "2018-01-09"),
        ("January 9, 2018", "2018-01-09"),
        ("January 9th 2018", "2018-01-09"),
        ("29 февруари 2016", "2016-02-29"),
        ("25/12/2026", "2026-12-25"),
        ("12/25/2026", "2026-12-25"),
        ("03/03/2026", "2026-03-03"),
        ("25-12-2026", "2026-12-25"),
    ],
)
def test_ways_of_writing(text: str, iso: str) -> None:
    assert parse_fuzzy(text).iso == iso


@pytest.mark.parametrize("number", range(1, 13))
def test_every_name_of_every_month(number: int) -> None:
    for name in MONTHS[number - 1].split():
        assert parse_fuzzy(f"5 {name} 2018") == FuzzyDate(2018, number, 5)
        assert parse_fuzzy(f"{name.upper()} 2018 г.") == FuzzyDate(2018, number)


def test_no_name_belongs_to_two_months() -> None:
    names = Counter(name for names in MONTHS for name in set(names.casefold().split()))
    assert set(names.values()) == {1}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("03/04/2026", "'03/04/2026' can be read as 3 April (3 април) or as 4 March (4 март)"),
        ("3-4-2026", "'3-4-2026' can be read as 3 April (3 април) or as 4 March (4 март)"),
        ("2026-02-30", "'2026-02-30' does not exist: 2026-02 has 28 days"),
        ("30 февруари 2024 г.", "'30 февруари 2024 г.' does not exist: 2024-02 has 29 days"),
        ("00.01.2018", "'00.01.2018' does not exist: 2018-01 has 31 days"),
        ("31/04/2026", "'31/04/2026' does not exist: 2026-04 has 30 days"),
        ("2026-13", "'2026-13' does not exist: there is no month 13"),
        ("13/13/2026", "'13/13/2026' does not exist: there is no month 13"),
        ("2026-00-10", "'2026-00-10' does not exist: there is no month 0"),
        ("09.01.18", "'09.01.18' has a year of two digits"),
        ("3/4/26", "'3/4/26' has a year of two digits"),
        ("9 януари 18 г.", "'9 януари 18 г.' has a year of two digits"),
        ("Jan '18", "'Jan '18' has a year of two digits"),
        ("0218", "'0218' lies outside the years that are possible here"),
        ("9.1.3018", "'9.1.3018' lies outside the years that are possible here"),
        ("20118", "'20118' is not a date"),
        ("скоро", "'скоро' is not a date"),
        ("9 брюмер 2018", "'9 брюмер 2018' is not a date"),
        ("г.", "'г.' is not a date"),
        ("", "'' is not a date"),
        ("2018-01-09 10:30", "'2018-01-09 10:30' is not a date"),
    ],
)
def test_what_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(Mistake) as caught:
        parse_fuzzy(text)
    assert caught.value.code == "DAT-05"
    assert str(caught.value.message) == complaint
    assert str(caught.value.hint).startswith("Write ")


def test_both_readings_are_proposed() -> None:
    with pytest.raises(Mistake) as caught:
        parse_fuzzy("03/04/2026")
    assert str(caught.value.hint) == "Write 2026-04-03 or 2026-03-04."


@pytest.mark.parametrize(
    ("date", "precision", "first", "last", "day"),
    [
        (FuzzyDate(2016), "year", "2016-01-01", "2016-12-31", None),
        (FuzzyDate(2016, 2), "month", "2016-02-01", "2016-02-29", None),
        (FuzzyDate(2016, 2, 5), "day", "2016-02-05", "2016-02-05", "2016-02-05"),
    ],
)
def test_precision(date: FuzzyDate, precision: str, first: str, last: str, day: str | None) -> None:
    assert date.precision == precision
    assert date.first.isoformat() == first
    assert date.last.isoformat() == last
    assert (date.day_date and date.day_date.isoformat()) == day


@pytest.mark.parametrize("parts", [(2026, 2, 30), (2026, 13), (2026, None, 1), (2026, 1, 0), (2026, 0), (0,)])
def test_impossible_dates_cannot_be_made(parts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"."):
        FuzzyDate(*parts)


def test_order() -> None:
    dates = [
        FuzzyDate(2015, 12, 31),
        FuzzyDate(2016),
        FuzzyDate(2016, 1),
        FuzzyDate(2016, 1, 1),
        FuzzyDate(2016, 2),
    ]
    assert sorted([dates[3], dates[1], dates[4], dates[0], dates[2]]) == dates
    assert FuzzyDate(2016) <= FuzzyDate(2016, 1)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-03-05", "2026-03-05"),
        ("2026-03-05T10:30", "2026-03-05T10:30"),
        ("2026-03-05 10:30", "2026-03-05T10:30"),
        ("2026-03-05 10:30:00", "2026-03-05T10:30"),
        ("2026-03-05 00:00", "2026-03-05T00:00"),
        ("05.03.2026, 10:30 ч.", "2026-03-05T10:30"),
        ("5.3.2026 г., 10.30 ч.", "2026-03-05T10:30"),
        ("9 октомври 2017 г. в 11:00", "2017-10-09T11:00"),
        ("9 октомври 2017 г. от 11:00 часа", "2017-10-09T11:00"),
        ("9 октомври 2017 г., 11 ч.", "2017-10-09T11:00"),
        ("9 октября 2017 г. в 9:05", "2017-10-09T09:05"),
        ("9 October 2017 at 11:00", "2017-10-09T11:00"),
        ("9 October 2017", "2017-10-09"),
    ],
)
def test_moments(text: str, iso: str) -> None:
    assert parse_moment(text).iso == iso


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("2026-03-05 24:00", "'2026-03-05 24:00' has a time that no clock shows"),
        ("2026-03-05 10:60", "'2026-03-05 10:60' has a time that no clock shows"),
        ("2026-03 10:30", "'2026-03' names no day"),
        ("2026", "'2026' names no day"),
        ("10:30", "'10:30' is not a date"),
        ("2026-03-05 10.30", "'2026-03-05 10.30' is not a date"),
        ("2026-03-05T10:30Z", "'2026-03-05T10:30Z' is not a date"),
        ("2026-03-05 10:30:15", "'2026-03-05 10:30:15' is not a date"),
    ],
)
def test_what_is_no_moment(text: str, complaint: str) -> None:
    with pytest.raises(Mistake) as caught:
        parse_moment(text)
    assert caught.value.code == "DAT-05"
    assert str(caught.value.message) == complaint


def test_fault_9_a_day_stays_the_day() -> None:
    assert parse_day("2026-03-29") == datetime.date(2026, 3, 29)
    assert parse_moment("2026-03-29").local == datetime.datetime.fromisoformat("2026-03-29T00:00")
    assert Moment(datetime.date(2026, 3, 5), datetime.time(0, 30)).local.date() == datetime.date(2026, 3, 5)


@pytest.mark.parametrize(
    ("start", "end", "months", "is_ok"),
    [
        ("2018-01-09", "2020-01-09", 24, True),  # seed 0
        ("2018-01-09", "2020-01-08", 24, True),
        ("2018-01-09", "2020-01-10", 24, False),
        ("2018-01-09", "2020-01-07", 24, False),
        ("2018-01-09", "2020-01-09", 23, False),
        ("2018-01-09", "2020-01-09", 99999999, False),
        ("2016-02-01", "2017-11-01", 21, True),  # seed 1
        ("2016-04-11", "2017-10-11", 18, True),  # its services
        ("2018-01-01", "2019-12-31", 24, True),
        ("2018-08-31", "2019-02-28", 6, True),
        ("2018-01-31", "2018-02-27", 1, True),
        ("2016-02", "2017-10", 19, True),
        ("2016-02", "2017-10", 20, True),
        ("2016-02", "2017-10", 21, True),
        ("2016-02", "2017-10", 22, False),
        ("2016-02", "2017-10", 18, False),
        ("2016-02-05", "2017-10", 21, True),
        ("2016", "2018", 36, True),
        ("2016", "2018", 12, True),
        ("2016", "2018", 37, False),
        ("2016", "2018-06", 18, True),
    ],
)
def test_durations(start: str, end: str, months: int, is_ok: bool) -> None:
    assert months_between_ok(parse_fuzzy(start), parse_fuzzy(end), months) is is_ok


@settings(deadline=None)
@given(FUZZY)
def test_what_is_written_is_read_again(date: FuzzyDate) -> None:
    assert parse_fuzzy(date.iso) == date
    assert date.first <= date.last


@settings(deadline=None)
@given(DAYS, st.none() | st.times().map(lambda time: time.replace(second=0, microsecond=0)))
def test_moments_are_read_again(day: datetime.date, time: datetime.time | None) -> None:
    assert parse_moment(Moment(day, time).iso) == Moment(day, time)


@settings(deadline=None)
@given(FUZZY, FUZZY)
def test_order_is_by_first_day(one: FuzzyDate, other: FuzzyDate) -> None:
    if one.first < other.first:
        assert one < other
    assert (one <= other) or (other <= one)


@settings(deadline=None)
@given(FUZZY, FUZZY, st.integers())
def test_any_duration_is_judged(start: FuzzyDate, end: FuzzyDate, months: int) -> None:
    assert months_between_ok(start, end, months) in {True, False}


@settings(deadline=None)
@given(
    st.text()
    | st.text("0123456789.-/: Tгчв")
    | st.from_regex(r"\d{1,4}[-./ ](\d{1,4}|май|may)[-./ ]\d{1,4}( \d+:\d+)?")
)
def test_any_text_is_a_moment_or_a_mistake(text: str) -> None:
    with suppress(Mistake):
        assert parse_moment(text).local.year >= 1900
