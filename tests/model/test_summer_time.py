"""Summer time in Sofia: the rule agrees with the time zone database hour by hour."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from sitegen.model.dates import parse_moment
from sitegen.model.summer_time import HOUR, is_left_out, is_repeated, last_sunday, midnight, offset
from sitegen.problems import Mistake

SOFIA = ZoneInfo("Europe/Sofia")


def hours(year: int) -> list[datetime]:
    """Every half hour of the two months in which something changes."""
    starts = [datetime(year, month, 20) for month in (3, 10)]  # noqa: DTZ001 - local time
    return [start + HOUR / 2 * number for start in starts for number in range(48 * 14)]


@pytest.mark.parametrize("year", [1997, 1998, 2007, 2018, 2026, 2027, 2038, 2100])
def test_the_rule_is_that_of_the_time_zone_database(year: int) -> None:
    for local in hours(year):
        first, second = (local.replace(tzinfo=SOFIA, fold=fold) for fold in (0, 1))
        returned = first.astimezone(UTC).astimezone(SOFIA).replace(tzinfo=None)
        assert is_left_out(local) == (returned != local), local
        assert is_repeated(local) == (first.utcoffset() != second.utcoffset() and returned == local), local
        if not is_left_out(local):
            assert offset(local) == first.utcoffset(), local


@pytest.mark.parametrize("year", [1996, 1950])
def test_of_hours_before_the_rule_nothing_is_said(year: int) -> None:
    assert not any(is_left_out(local) or is_repeated(local) for local in hours(year))


def test_the_beginning_of_every_day() -> None:
    for number in range(3 * 366):
        day = date(2025, 1, 1) + timedelta(days=number)
        known = datetime(day.year, day.month, day.day, tzinfo=SOFIA).astimezone(UTC).replace(tzinfo=None)
        assert midnight(day) == known


def test_the_last_sunday() -> None:
    assert last_sunday(2026, 3) == date(2026, 3, 29)
    assert last_sunday(2027, 10) == date(2027, 10, 31)
    assert last_sunday(2024, 3) == date(2024, 3, 31)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("2026-03-29 03:00", "does not exist"),
        ("29.03.2026 г., 03:59 ч.", "does not exist"),
        ("2026-10-25 03:00", "comes twice"),
        ("2026-10-25T03:59", "comes twice"),
    ],
)
def test_an_hour_that_the_clocks_do_not_show_once_is_no_moment(text: str, part: str) -> None:
    with pytest.raises(Mistake, match=part) as raised:
        parse_moment(text)
    assert raised.value.code == "DAT-08"


@pytest.mark.parametrize(
    "text",
    ["2026-03-29", "2026-03-29 02:59", "2026-03-29 04:00", "2026-10-25 02:59", "2026-10-25 04:00", "1996-03-31 03:30"],
)
def test_the_hours_around_it_are(text: str) -> None:
    assert parse_moment(text).iso == text.replace(" ", "T")
