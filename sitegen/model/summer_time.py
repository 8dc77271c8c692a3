"""Summer time in Sofia: how far its clocks are from UTC, which hour they leave out and which they show twice.

Bulgaria has followed the Union's rule since 1997 (now Directive 2000/84/EC, Articles 2 and 3): summer time lasts from
the last Sunday of March to the last Sunday of October, both at 01:00 UTC.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

SINCE = 1997
"""The first year of the rule; of the hours of earlier years nothing is said."""
WINTER, SUMMER = timedelta(hours=2), timedelta(hours=3)
"""Ahead of UTC."""
LEFT_OUT = REPEATED = time(3)
"""The hour that begins then, in the nights of March and of October."""
HOUR = timedelta(hours=1)


def last_sunday(year: int, month: int) -> date:
    """The last Sunday of a month of 31 days."""
    last = date(year, month, 31)
    return last - timedelta(days=last.isoweekday() % 7)


def is_left_out(local: datetime) -> bool:
    """Whether no clock in Sofia ever shows it: it goes from 03:00 to 04:00."""
    start = datetime.combine(last_sunday(local.year, 3), LEFT_OUT)
    return local.year >= SINCE and start <= local < start + HOUR


def is_repeated(local: datetime) -> bool:
    """Whether the clocks of Sofia show it twice: they go back from 04:00 to 03:00."""
    start = datetime.combine(last_sunday(local.year, 10), REPEATED)
    return local.year >= SINCE and start <= local < start + HOUR


def offset(local: datetime) -> timedelta:
    """How far a local time is ahead of UTC; of an hour that comes twice, the first time."""
    start, end = (datetime.combine(last_sunday(local.year, month), time(4)) for month in (3, 10))
    return SUMMER if start <= local < end else WINTER


def midnight(day: date) -> datetime:
    """The beginning of a day in Sofia, in UTC without zone."""
    local = datetime.combine(day, time())
    return local - offset(local)
