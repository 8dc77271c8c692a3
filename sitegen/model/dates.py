"""Dates as editors write them: a day, a month, a year, a moment of a day; all local to Europe/Sofia."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import total_ordering
from typing import Literal

from sitegen.model.summer_time import is_left_out, is_repeated
from sitegen.problems import Mistake, message
from sitegen.text.months import MONTH_NUMBERS, MONTHS

Precision = Literal["year", "month", "day"]

EARLIEST, LATEST = 1900, 2199
"""Years that a project can have; others are slips of the finger."""


@total_ordering
@dataclass(frozen=True)
class FuzzyDate:
    """A date as precise as its source; ordered by first day, a coarse date before the finer ones in it.

    ValueError for a day that no calendar has.
    """

    year: int
    month: int | None = None
    """1 to 12; None where only the year is known."""
    day: int | None = None
    """1 to 31; None where only the month is known."""

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day without a month")
        month, day = (1 if part is None else part for part in (self.month, self.day))
        datetime.date(self.year, month, day)

    def __lt__(self, other: FuzzyDate) -> bool:
        return self._key < other._key

    @property
    def _key(self) -> tuple[int, int, int]:
        return (self.year, self.month or 0, self.day or 0)

    @property
    def iso(self) -> str:
        """2018-01-09, 2018-01 or 2018: also the value of `<time datetime>`."""
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])

    @property
    def precision(self) -> Precision:
        """The finest part that is known."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def first(self) -> datetime.date:
        """The first day that the date can mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> datetime.date:
        """The last day that the date can mean."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or _length(self.year, month))

    @property
    def day_date(self) -> datetime.date | None:
        """The day, where the date is that precise."""
        return None if self.day is None else self.first


@dataclass(frozen=True)
class Moment:
    """A day with or without a time of day, both local to Europe/Sofia."""

    date: datetime.date
    time: datetime.time | None = None
    """Hours and minutes; None where the source gives the day alone."""

    @property
    def local(self) -> datetime.datetime:
        """Naive local time, 00:00 of the day where no time is given."""
        return datetime.datetime.combine(self.date, self.time or datetime.time())

    @property
    def iso(self) -> str:
        """2018-03-05T10:30, or the day alone."""
        return self.date.isoformat() if self.time is None else self.local.isoformat(timespec="minutes")


# ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────

YEAR_WORD = re.compile(r"(?<=[0-9]) ?(?:г\.?|год\.?|година|года)$")
NAME = rf"(?P<name>{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\.?"
FIGURES = "[0-9]{1,2}"
DAY = f"(?P<day>{FIGURES})"
ORDINAL = "(?:st|nd|rd|th)?"
MONTH = f"(?P<month>{FIGURES})"
YEAR = "(?P<year>[0-9]{4})"
TIME = re.compile(
    r"(?P<date>.+?)(?:T|,? (?:(?i:в|от|at) )?)(?P<hour>[0-9]{1,2})"
    r"(?::(?P<minute>[0-9]{2})(?::00)?|(?:\.(?P<dotted>[0-9]{2}))?(?= ?ч))(?: ?(?:ч\.?|часа))?"
)
LIKE_THIS = message("Write it like 2026-12-31.")


def parse_fuzzy(text: str) -> FuzzyDate:
    """The date that an editor wrote, as precise as it is; Mistake DAT-05 where it has no reading, or two."""
    value = " ".join(text.split())
    plain = YEAR_WORD.sub("", value.casefold())
    for pattern, read in READINGS:
        if found := pattern.fullmatch(plain):
            return read(value, found)
    raise Mistake(
        "DAT-05",
        message("'{value}' is not a date", value=value),
        message("Write it like 2026-12-31; a month like 2026-12, a year like 2026."),
    )


def parse_day(text: str) -> datetime.date:
    """The day that an editor wrote; Mistake DAT-05 also where it is only a month or a year."""
    day = parse_fuzzy(text).day_date
    if day is None:
        raise Mistake("DAT-05", message("'{value}' names no day", value=" ".join(text.split())), LIKE_THIS)
    return day


def parse_moment(text: str) -> Moment:
    """The day that an editor wrote, with its time if given; Mistake DAT-05 or DAT-08 if it has no single meaning."""
    value = " ".join(text.split())
    found = TIME.fullmatch(value)
    if found is None:
        return Moment(parse_day(value))
    minute = found["minute"] or found["dotted"] or "00"
    return _unique(value, Moment(parse_day(found["date"]), _time(value, int(found["hour"]), int(minute))))


def _unique(value: str, moment: Moment) -> Moment:
    """The moment, if the clocks show it once; Mistake DAT-08 where summer time leaves it out or repeats it."""
    if is_left_out(moment.local):
        raise Mistake(
            "DAT-08",
            message("'{value}' does not exist: that night the clocks go from 03:00 to 04:00", value=value),
            message("Write a time before 03:00 or from 04:00 on."),
        )
    if is_repeated(moment.local):
        raise Mistake(
            "DAT-08",
            message("'{value}' comes twice: that night the clocks go back from 04:00 to 03:00", value=value),
            message("Write a time before 03:00 or from 04:00 on."),
        )
    return moment


def _time(value: str, hour: int, minute: int) -> datetime.time:
    if hour > 23 or minute > 59:
        raise Mistake(
            "DAT-05",
            message("'{value}' has a time that no clock shows", value=value),
            message("Write hours from 0 to 23 and minutes from 00 to 59, like 2026-12-31 10:30."),
        )
    return datetime.time(hour, minute)


def _in_figures(value: str, found: re.Match[str]) -> FuzzyDate:
    parts = {name: int(figures) for name, figures in found.groupdict().items() if figures}
    return _checked(value, parts["year"], parts.get("month"), parts.get("day"))


def _by_name(value: str, found: re.Match[str]) -> FuzzyDate:
    day = found["day"]
    return _checked(value, int(found["year"]), MONTH_NUMBERS[found["name"]], int(day) if day else None)


def _either_way(value: str, found: re.Match[str]) -> FuzzyDate:
    """03/04/2026 is 3 April in Europe, 4 March in America; where only one of the two exists, it is meant."""
    year, one, other = (int(found[name]) for name in ("year", "one", "other"))
    european, american = (year, other, one), (year, one, other)
    possible = [reading for reading in dict.fromkeys((european, american)) if _exists(*reading)]
    if len(possible) == 2:
        raise _ambiguous(value, FuzzyDate(*european), FuzzyDate(*american))
    return _checked(value, *(possible or [european])[0])


def _two_digit_year(value: str, _found: re.Match[str]) -> FuzzyDate:
    raise Mistake("DAT-05", message("'{value}' has a year of two digits", value=value), LIKE_THIS)


READINGS: tuple[tuple[re.Pattern[str], Callable[[str, re.Match[str]], FuzzyDate]], ...] = (
    # 2018-01-09, 2018-01, 2018
    (re.compile(rf"{YEAR}(?:-{MONTH}(?:-{DAY})?)?"), _in_figures),
    # 9.1.2018, 01.2018
    (re.compile(rf"(?:{DAY}\. ?)?{MONTH}\. ?{YEAR}"), _in_figures),
    # 25/12/2026, 25-12-2026
    (re.compile(rf"(?P<one>{FIGURES})(?P<mark>[/-])(?P<other>{FIGURES})(?P=mark){YEAR}"), _either_way),
    # 9 януари 2018, 9th January 2018, февруари 2016
    (re.compile(rf"(?:{DAY}{ORDINAL} )?{NAME},? {YEAR}"), _by_name),
    # January 9, 2018
    (re.compile(rf"{NAME} {DAY}{ORDINAL},? {YEAR}"), _by_name),
    # 09.01.18, 9 януари 18
    (re.compile(rf"(?:{FIGURES}[./-] ?){{2}}[0-9]{{2}}|(?:{DAY} )?{NAME} ['’]?[0-9]{{2}}"), _two_digit_year),
)
"""Each form with its reading; the first that fits the whole text is taken."""


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _length(year, month)


def _checked(value: str, year: int, month: int | None, day: int | None) -> FuzzyDate:
    """The date, if the calendar has it; Mistake DAT-05 with the reason if not."""
    if not EARLIEST <= year <= LATEST:
        raise Mistake(
            "DAT-05",
            message("'{value}' lies outside the years that are possible here", value=value),
            message("Write a year from {first} to {last}.", first=EARLIEST, last=LATEST),
        )
    if month is not None and not 1 <= month <= 12:
        raise Mistake(
            "DAT-05",
            message("'{value}' does not exist: there is no month {month}", value=value, month=month),
            LIKE_THIS,
        )
    if month is not None and day is not None and not _exists(year, month, day):
        raise _no_such_day(value, FuzzyDate(year, month))
    return FuzzyDate(year, month, day)


def _no_such_day(value: str, month: FuzzyDate) -> Mistake:
    days = month.last.day
    return Mistake(
        "DAT-05",
        message("'{value}' does not exist: {month} has {days} days", value=value, month=month.iso, days=days),
        message("Write a day from {month}-01 to {month}-{days}.", month=month.iso, days=days),
    )


def _ambiguous(value: str, european: FuzzyDate, american: FuzzyDate) -> Mistake:
    return Mistake(
        "DAT-05",
        message(
            "'{value}' can be read as {one} or as {other}",
            value=value,
            one=_in_words(european.first),
            other=_in_words(american.first),
        ),
        message("Write {one} or {other}.", one=european.iso, other=american.iso),
    )


def _in_words(day: datetime.date) -> str:
    """In both languages of editors, since the values of a message are not translated: 3 April (3 април)."""
    english, bulgarian = MONTHS[day.month - 1].split()[:2]
    return f"{day.day} {english} ({day.day} {bulgarian})"


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


# ── durations ───────────────────────────────────────────────────────────────────────────────────────────────

SLACK: Mapping[Precision, int] = {"day": 1, "month": 1, "year": 12}
"""Months by which a stated duration may differ from the calendar; days are then looked at more closely."""


def months_between_ok(start: FuzzyDate, end: FuzzyDate, months: int) -> bool:
    """Whether a period lasts as many calendar months as stated; domain.md 3.2.

    Days: it ends on the anniversary or the day before. Coarser precision: give or take one unit.
    """
    gap = 12 * (end.year - start.year) + (end.month or 1) - (start.month or 1)
    if abs(gap - months) > max(SLACK[start.precision], SLACK[end.precision]):
        return False
    if start.day_date is None or end.day_date is None:
        return True
    return later(start.day_date, months) - end.day_date in (
        datetime.timedelta(0),
        datetime.timedelta(days=1),
    )


def later(day: datetime.date, months: int) -> datetime.date:
    """So many calendar months later; 31 January and a month is the last day of February."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return datetime.date(year, month + 1, min(day.day, _length(year, month + 1)))
