"""Calendar files, line by line: folding, escaping, times; any text comes back as it went in."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar as Parsed

from sitegen.model.dates import Moment
from sitegen.model.language import Phrase
from sitegen.render.calendars import Appointment, Calendar, folded, render_calendar
from sitegen.text.typography import typeset

SOFIA = ZoneInfo("Europe/Sofia")
DAY = date(2026, 5, 1)
NOTHING = Phrase("", "en")
SIGNS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\u00ad"), max_size=200)


def appointment(
    start: Moment, end: Moment | None = None, *, title: str = "Title", place: str = "", summary: str = ""
) -> Appointment:
    """An event in a language without typography of its own; apostrophes, signs and units are set in any."""
    return Appointment(
        identity="x",
        stamp=DAY,
        revision=None,
        start=start,
        end=end,
        is_cancelled=False,
        title=Phrase(title, "zxx"),
        place=Phrase(place, "zxx"),
        summary=Phrase(summary, "zxx"),
        url="https://x.example/",
    )


def parsed(entry: Appointment) -> Any:
    """The event, read back."""
    (event,) = Parsed.from_ical(render_calendar(None, Calendar(None, "", (entry,)))).walk("VEVENT")
    return event


@given(SIGNS)
def test_no_line_is_longer_than_75_octets_and_no_sign_is_torn(text: str) -> None:
    rows = folded(text).split(b"\r\n")
    assert all(len(row) <= 75 and row.decode() is not None for row in rows)
    assert all(row.startswith(b" ") for row in rows[1:])
    assert b"".join([rows[0], *(row[1:] for row in rows[1:])]).decode() == text


def test_a_line_is_folded_no_sooner_than_needed() -> None:
    assert folded("x" * 75) == b"x" * 75
    assert folded("x" * 76) == b"x" * 75 + b"\r\n x"
    assert folded("я" * 38) == "я".encode() * 37 + b"\r\n " + "я".encode()
    assert folded("x" * 72 + "🦔") == b"x" * 72 + b"\r\n " + "🦔".encode()


@given(SIGNS, SIGNS)
def test_any_text_comes_back(title: str, place: str) -> None:
    event = parsed(appointment(Moment(DAY), title="т" + title, place="м" + place))
    told = typeset("т" + title, "zxx"), typeset("м" + place, "zxx")
    assert (str(event["SUMMARY"]), str(event["LOCATION"])) == told


def test_what_would_begin_a_line_of_its_own_does_not() -> None:
    event = parsed(appointment(Moment(DAY), title="a\r\nBEGIN:VEVENT\u2028b\u0085c\x00\x07\\n;,\td"))
    assert str(event["SUMMARY"]) == "a\nBEGIN:VEVENT\nb\nc\\n;,\td"


@pytest.mark.parametrize(
    ("start", "end", "lines"),
    [
        (Moment(DAY), None, ["DTSTART;VALUE=DATE:20260501"]),
        (Moment(DAY), Moment(DAY), ["DTSTART;VALUE=DATE:20260501", "DTEND;VALUE=DATE:20260502"]),
        (Moment(DAY), Moment(date(2026, 5, 31)), ["DTSTART;VALUE=DATE:20260501", "DTEND;VALUE=DATE:20260601"]),
        (Moment(DAY, time(11)), None, ["DTSTART;TZID=Europe/Sofia:20260501T110000"]),
        (
            Moment(DAY, time(11)),
            Moment(DAY, time(12, 30)),
            ["DTSTART;TZID=Europe/Sofia:20260501T110000", "DTEND;TZID=Europe/Sofia:20260501T123000"],
        ),
        (Moment(DAY, time(11)), Moment(DAY, time(11)), ["DTSTART;TZID=Europe/Sofia:20260501T110000"]),
        (Moment(DAY, time(11)), Moment(DAY), ["DTSTART;TZID=Europe/Sofia:20260501T110000"]),
        (
            Moment(DAY, time(11)),
            Moment(date(2026, 5, 3)),
            ["DTSTART;VALUE=DATE:20260501", "DTEND;VALUE=DATE:20260504"],
        ),
        (
            Moment(DAY),
            Moment(date(2026, 5, 3), time(12)),
            ["DTSTART;VALUE=DATE:20260501", "DTEND;VALUE=DATE:20260504"],
        ),
    ],
)
def test_start_and_end(start: Moment, end: Moment | None, lines: list[str]) -> None:
    rows = render_calendar(None, Calendar(None, "", (appointment(start, end),))).decode().split("\r\n")
    own = rows[rows.index("BEGIN:VEVENT") :]
    assert [row for row in own if row.startswith(("DTSTART", "DTEND", "DURATION"))] == lines


def test_the_zone_that_is_written_is_that_of_sofia() -> None:
    data = render_calendar(None, Calendar(None, "", (appointment(Moment(DAY)),)))
    (zone,) = Parsed.from_ical(data).timezones
    written = zone.to_tz(lookup_tzid=False)
    moment = datetime(1997, 1, 15)  # noqa: DTZ001 - local time
    while moment.year < 2050:
        assert moment.replace(tzinfo=written).utcoffset() == moment.replace(tzinfo=SOFIA).utcoffset(), moment
        moment += timedelta(hours=131)


def test_a_revision_is_a_number_that_grows() -> None:
    entry = appointment(Moment(DAY))
    numbers = []
    for day in (None, date(1999, 1, 1), date(2026, 1, 1), date(2026, 1, 2)):
        event = parsed(Appointment(**{**vars(entry), "revision": day}))
        numbers.append(event.get("SEQUENCE"))
    assert numbers[:2] == [None, None]
    assert numbers[2:] == [9497, 9498]
