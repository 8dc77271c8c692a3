"""The recipe of a calendar: iCalendar (RFC 5545), every line of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sitegen.model.dates import Moment
from sitegen.model.language import Phrase
from sitegen.model.summer_time import SINCE, midnight
from sitegen.text.typography import typeset

LONGEST = 75
"""Octets of a line without its end; RFC 5545, 3.1."""
FIRST_REVISION = date(2000, 1, 1)
"""Revisions are counted in days from here, so that a later `updated` is a greater number."""
ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Sofia",
    "BEGIN:STANDARD",
    f"DTSTART:{SINCE - 1}1027T040000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0300",
    "TZOFFSETTO:+0200",
    "TZNAME:EET",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    f"DTSTART:{SINCE}0330T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0300",
    "TZNAME:EEST",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
)
"""The rule of `summer_time`, written out: the wall clock just before each change."""
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
LINE_END = re.compile("\r\n?|[\u2028\u2029\u0085]")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u00ad]")
"""What no text value may hold, and soft hyphens."""


@dataclass(frozen=True)
class Appointment:
    """An event with a date."""

    identity: str
    """A UUID that stays when title and address change."""
    stamp: date
    """The day of its last change, else its own."""
    revision: date | None
    """The day of its last change, where one is known."""
    start: Moment
    end: Moment | None
    is_cancelled: bool
    title: Phrase
    place: Phrase
    summary: Phrase
    url: str

    @property
    def has_hours(self) -> bool:
        """Whether it is of an hour; one of several days needs the last hour too, else its days are whole."""
        if self.start.time is None:
            return False
        return self.end is None or self.end.time is not None or self.end.date <= self.start.date


@dataclass(frozen=True)
class Calendar:
    """Events in one file."""

    title: Phrase | None
    """None for the file of a single event."""
    url: str
    """Its own address."""
    appointments: tuple[Appointment, ...]


def render_calendar(_workshop: object, calendar: Calendar) -> bytes:
    """The file: lines of at most 75 octets, ended by CR LF."""
    return b"".join(folded(line) + b"\r\n" for line in lines(calendar))


def lines(calendar: Calendar) -> Iterator[str]:
    """The content lines."""
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sitegen//Events//EN", "CALSCALE:GREGORIAN")
    yield "METHOD:PUBLISH"
    if calendar.title:
        yield worded("NAME", calendar.title)
        yield worded("X-WR-CALNAME", calendar.title)
        yield "REFRESH-INTERVAL;VALUE=DURATION:P1D"
        yield f"SOURCE;VALUE=URI:{calendar.url}"
    yield from ZONE
    for appointment in calendar.appointments:
        yield from event(appointment)
    yield "END:VCALENDAR"


def event(appointment: Appointment) -> Iterator[str]:
    """An event."""
    yield from ("BEGIN:VEVENT", f"UID:{appointment.identity}")
    yield f"DTSTAMP:{instant(appointment.stamp)}"
    yield f"LAST-MODIFIED:{instant(appointment.stamp)}"
    if appointment.revision and appointment.revision > FIRST_REVISION:
        yield f"SEQUENCE:{(appointment.revision - FIRST_REVISION).days}"
    yield from times(appointment)
    yield worded("SUMMARY", appointment.title)
    if appointment.place:
        yield worded("LOCATION", appointment.place)
    yield worded("DESCRIPTION", appointment.summary, appointment.url)
    yield f"URL:{appointment.url}"
    yield f"STATUS:{'CANCELLED' if appointment.is_cancelled else 'CONFIRMED'}"
    yield "END:VEVENT"


def times(appointment: Appointment) -> Iterator[str]:
    """Start and, where one is stated, end; the end of whole days is the day after (RFC 5545, 3.6.1)."""
    start, end = appointment.start, appointment.end
    if appointment.has_hours:
        yield f"DTSTART;TZID=Europe/Sofia:{clock(start.local)}"
        if end and end.local > start.local and end.time:
            yield f"DTEND;TZID=Europe/Sofia:{clock(end.local)}"
    else:
        yield f"DTSTART;VALUE=DATE:{start.date:%Y%m%d}"
        if end and end.date >= start.date:
            yield f"DTEND;VALUE=DATE:{end.date + timedelta(days=1):%Y%m%d}"


def clock(local: datetime) -> str:
    """A wall clock: 20180220T110000."""
    return f"{local:%Y%m%dT%H%M%S}"


def instant(day: date) -> str:
    """The beginning of a day in Sofia, in UTC."""
    return clock(midnight(day)) + "Z"


def worded(name: str, phrase: Phrase, more: str = "") -> str:
    """A property of text in its language; `more` stands on a line of its own."""
    parameter = f";LANGUAGE={phrase.language}" if phrase.language and phrase.text else ""
    text = "\n".join(filter(None, (typeset(phrase.text, phrase.language), more)))
    return f"{name}{parameter}:{escaped(text)}"


def escaped(text: str) -> str:
    """A text value (RFC 5545, 3.3.11)."""
    return CONTROL.sub("", LINE_END.sub("\n", text)).translate(ESCAPES)


def folded(line: str) -> bytes:
    """A line of any length as lines of at most 75 octets; no sign is torn apart."""
    rows, row = [], b""
    for sign in line:
        octets = sign.encode()
        if len(row) + len(octets) > LONGEST:
            rows.append(row)
            row = b" "
        row += octets
    return b"\r\n".join((*rows, row))
