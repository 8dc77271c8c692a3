"""Charts: bars stand where their facts say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.dates import FuzzyDate, parse_fuzzy
from sitegen.render.charts import GAP, SMALLEST, bar_of, place, progress, reached, stacked, timeline
from sitegen.render.views.parts import Bar

TODAY = date(2019, 3, 22)
START, END = FuzzyDate(2018, 1, 1), FuzzyDate(2019, 12, 31)


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=4))
def test_parts_fill_the_bar_and_leave_gaps(amounts: list[int]) -> None:
    shares = [Decimal(amount * 100) / sum(amounts) for amount in amounts]
    bars = stacked(shares)
    assert bars[0].x == 0
    assert bars[-1].x + bars[-1].width == pytest.approx(100, abs=0.05)
    for left, right in pairwise(bars):
        assert right.x - left.x - left.width == pytest.approx(GAP, abs=0.05)
    assert min(bar.width for bar in bars) > SMALLEST / 2


def test_no_share_no_bar() -> None:
    assert stacked([]) == ()


def test_a_span_stands_within_the_time_of_all() -> None:
    time = timeline([(START, END), (FuzzyDate(2019, 1), FuzzyDate(2019, 1)), (START, None)], TODAY)
    assert time is not None
    assert [(tick.year, tick.x) for tick in time.years] == [(2019, 50.0)]
    assert time.today == 60.96
    assert bar_of(time, START, END) == Bar(x=0, width=100)
    assert bar_of(time, FuzzyDate(2019, 1), FuzzyDate(2019, 1)) == Bar(x=50.0, width=4.25)
    assert bar_of(time, START, None) is None
    assert bar_of(None, START, END) is None
    assert bar_of(time, END, START) is None


@given(st.dates(date(2010, 1, 1), date(2030, 1, 1)))
def test_a_day_stands_within_the_chart(day: date) -> None:
    time = timeline([(START, END)], TODAY)
    assert time is not None
    assert 0 <= place(time, day) <= 100


def test_no_whole_span_no_time() -> None:
    assert timeline([(START, None), (END, START)], TODAY) is None


def test_today_is_shown_while_it_lasts() -> None:
    time = timeline([(START, END)], date(2020, 1, 1))
    assert time is not None
    assert time.today is None


@pytest.mark.parametrize(("today", "months", "passed"), [
    ("2018-01-09", 24, 0), ("2018-02-08", 24, 0), ("2018-02-09", 24, 1), ("2019-03-22", 24, 14), ("2019-12-31", None, 23),
])  # fmt: skip
def test_whole_months_have_passed(today: str, months: int | None, passed: int) -> None:
    day = parse_fuzzy(today).first
    made = progress(FuzzyDate(2018, 1, 9), date(2020, 1, 8), months, day)
    assert made is not None
    assert (made.passed, made.months, made.as_of) == (passed, 24, day)
    assert 0 < made.width <= 100


@pytest.mark.parametrize("today", [date(2018, 1, 8), date(2020, 1, 9)])
def test_there_is_no_progress_outside(today: date) -> None:
    assert progress(FuzzyDate(2018, 1, 9), date(2020, 1, 8), 24, today) is None
    assert progress(None, date(2020, 1, 8), 24, TODAY) is None


@pytest.mark.parametrize(("achieved", "target", "percent"), [
    ("6", "6", 100), ("29", "30", 96.67), ("9", "6", 100), ("0", "6", 0), (None, "6", None), ("6", None, None),
    ("6", "0", None), ("-1", "6", None),
])  # fmt: skip
def test_what_is_reached(achieved: str | None, target: str | None, percent: float | None) -> None:
    numbers = [Decimal(text) if text else None for text in (achieved, target)]
    assert reached(*numbers) == percent
