"""Charts: the geometry of bars, in percent of their width; the words beside them are the templates'.

Shares, dates and counts come from the facts; a chart without facts does not exist.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from sitegen.model.dates import FuzzyDate
from sitegen.render.views.parts import Bar, Progress, Timeline, YearTick

GAP = 0.4
"""Between two parts of a stacked bar, so that not colour alone divides them."""
SMALLEST = 2.0
"""So wide is a part at least, however small its share."""
DAYS_OF_MONTH = 30.4375


def stacked(shares: Sequence[Decimal]) -> tuple[Bar, ...]:
    """One bar after the other; small ones are drawn wider than they are, the others give way."""
    room = 100 - GAP * (len(shares) - 1)
    wanted = [max(float(share) * room / 100, SMALLEST) for share in shares]
    scale = room / sum(wanted) if wanted else 1
    bars: list[Bar] = []
    x = 0.0
    for width in wanted:
        bars.append(Bar(x=round(x, 2), width=round(width * scale, 2)))
        x += width * scale + GAP
    return tuple(bars)


def timeline(spans: Iterable[tuple[FuzzyDate | None, FuzzyDate | None]], today: date) -> Timeline | None:
    """The time from the first day to the last of all whole spans, with its years; None where there is none."""
    whole = [(start.first, end.last) for start, end in spans if start and end and start.first <= end.last]
    if not whole:
        return None
    first, last = min(start for start, _ in whole), max(end for _, end in whole)
    frame = Timeline(first=first, last=last)
    years = (date(year, 1, 1) for year in range(first.year + 1, last.year + 1))
    ticks = tuple(YearTick(year=day.year, x=place(frame, day)) for day in years)
    now = place(frame, today) if first <= today <= last else None
    return Timeline(first=first, last=last, years=ticks, today=now)


def place(frame: Timeline, day: date) -> float:
    """Where a day stands; outside the time at its nearer end."""
    whole = (frame.last - frame.first).days + 1
    return round(min(max((day - frame.first).days * 100 / whole, 0), 100), 2)


def bar_of(frame: Timeline | None, start: FuzzyDate | None, end: FuzzyDate | None) -> Bar | None:
    """A span within a time; None where one of its ends is not known."""
    if not frame or not start or not end or start.first > end.last:
        return None
    x = place(frame, start.first)
    days = (end.last - start.first).days + 1
    width = days * 100 / ((frame.last - frame.first).days + 1)
    return Bar(x=x, width=round(min(max(width, 0.5), 100 - x), 2))


def progress(start: FuzzyDate | None, last: date | None, months: int | None, today: date) -> Progress | None:
    """How much of a project's time is over, in whole months; None before it and after it."""
    if not start or not last or not start.first <= today <= last:
        return None
    whole = months or max(1, round((last - start.first).days / DAYS_OF_MONTH))
    passed = (today.year - start.first.year) * 12 + today.month - start.first.month - (today.day < start.first.day)
    share = ((today - start.first).days + 1) * 100 / ((last - start.first).days + 1)
    return Progress(passed=min(max(passed, 0), whole), months=whole, width=round(share, 2), as_of=today)


def reached(achieved: Decimal | None, target: Decimal | None) -> float | None:
    """How much of a target is reached, in percent, at most 100; None where one of the two is not known."""
    if achieved is None or not target or target < 0 or achieved < 0:
        return None
    return round(float(min(achieved / target, Decimal(1)) * 100), 2)
