"""Calendars: beside every event with a date, every project and every home page; read by another's parser."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from tests.outputs.web import Web, web_of
from tests.sites import Built, build_site, whole, write_files

EVENT = "-- events/a.bg.md --\n---\ntitle: А, б; в\\г\ntype: training\n{head}---\n{body}\n"
PATH = "bg/sabitia/a/event.ics"


def built_event(root: Path, head: str, body: str = "Елате.") -> Built:
    return build_site(root, EVENT.format(head=head, body=body))


def read(built: Built, path: str) -> Calendar:
    """A calendar that has what RFC 5545 asks for, and no line that is too long or ends otherwise."""
    data = built.bytes(path)
    assert data.endswith(b"\r\n")
    rows = data.split(b"\r\n")
    assert all(len(row) <= 75 and b"\n" not in row and b"\r" not in row for row in rows)
    calendar = Calendar.from_ical(data)
    assert isinstance(calendar, Calendar)
    assert (calendar["VERSION"], bool(calendar["PRODID"])) == ("2.0", True)
    assert [str(zone["TZID"]) for zone in calendar.timezones] == ["Europe/Sofia"]
    found: list[Any] = calendar.walk("VEVENT")
    assert found
    for event in found:
        assert event.errors == []
        for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "URL", "STATUS"):
            assert event[name]
        assert "DURATION" not in event
        assert event["DTSTAMP"].dt.tzinfo is not None
    uids = [str(event["UID"]) for event in found]
    assert len(uids) == len(set(uids))
    return calendar


def events(built: Built, path: str) -> list[Any]:
    return list(read(built, path).walk("VEVENT"))


def test_those_of_the_golden_site(web: Web) -> None:
    made = [path for path in web.built if path.endswith(".ics")]
    assert [path for path in made if path.startswith("bg/")] == [
        "bg/events.ics",
        "bg/proekti/park/events.ics",
        "bg/proekti/park/sabitia/2018-02-20-start/event.ics",
        "bg/sabitia/2026-12-01-den/event.ics",
    ]
    assert len(made) == 12
    for path in made:
        for event in events(web.built, path):
            assert web.is_good(path, str(event["URL"]))
    assert [str(event["SUMMARY"]) for event in events(web.built, "bg/events.ics")] == [
        "Стартова пресконференция",
        "Ден на отворените врати",
    ]
    assert len(events(web.built, "bg/proekti/park/events.ics")) == 1


def test_pages_lead_to_them(web: Web) -> None:
    page = web.pages["bg/proekti/park/sabitia/2018-02-20-start/index.html"]
    assert page.find("//dd//a[@href='/bg/proekti/park/sabitia/2018-02-20-start/event.ics'][@type='text/calendar']")
    assert web.pages["bg/sabitia/index.html"].find("//main//a[@href='/bg/events.ics']")
    assert web.pages["bg/proekti/park/index.html"].find(
        "//section[@id='events']//a[@href='/bg/proekti/park/events.ics']"
    )


def test_an_event_of_an_hour(tmp_path: Path) -> None:
    head = (
        "start: 2026-07-15 11:00\nend: 2026-07-15 12:30\nplace: Зала „Съвет“, пл. 1; вход А\nsummary: Елате всички.\n"
    )
    (event,) = events(built_event(tmp_path, head + "updated: 2026-07-01\n"), PATH)
    sofia = ZoneInfo("Europe/Sofia")
    assert event["DTSTART"].dt.astimezone(UTC) == datetime(2026, 7, 15, 11, tzinfo=sofia)
    assert event["DTEND"].dt.astimezone(UTC) == datetime(2026, 7, 15, 12, 30, tzinfo=sofia)
    assert event["DTSTART"].params["TZID"] == "Europe/Sofia"
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == datetime(2026, 6, 30, 21, tzinfo=UTC)
    assert event["SEQUENCE"] == (date(2026, 7, 1) - date(2000, 1, 1)).days
    assert str(event["SUMMARY"]) == "А, б; в\\г"
    assert event["SUMMARY"].params["LANGUAGE"] == "bg"
    assert str(event["LOCATION"]).replace("\u00a0", " ") == "Зала „Съвет“, пл. 1; вход А"
    assert str(event["DESCRIPTION"]) == "Елате всички.\nhttps://proekti.example/bg/sabitia/a/"
    assert str(event["URL"]) == "https://proekti.example/bg/sabitia/a/"
    assert str(event["STATUS"]) == "CONFIRMED"


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("start: 2026-12-15\n", date(2026, 12, 14)),  # midnight in Sofia
        ("start: 2026-12-15\nupdated: 2026-11-30\n", date(2026, 12, 14)),  # not yet
        ("start: 2026-12-15\nupdated: 2026-11-20\n", date(2026, 11, 19)),
        ("start: 2026-10-15\n", date(2026, 10, 14)),
    ],
)
def test_the_stamp_is_the_last_change_else_the_day_of_the_event(tmp_path: Path, head: str, day: date) -> None:
    (event,) = events(built_event(tmp_path, head), PATH)
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt
    assert event["DTSTAMP"].dt.date() == day
    assert ("SEQUENCE" in event) == ("2026-11-20" in head)


def test_fault_30_no_length_is_invented(tmp_path: Path) -> None:
    (event,) = events(built_event(tmp_path, "start: 2026-12-15 11:00\n"), PATH)
    assert "DTEND" not in event
    (whole_day,) = events(built_event(tmp_path / "day", "start: 2026-12-15\nend: 2026-12-16\n"), PATH)
    assert (whole_day["DTSTART"].dt, whole_day["DTEND"].dt) == (date(2026, 12, 15), date(2026, 12, 17))


def test_a_cancelled_event_is_told_to_be_off(tmp_path: Path) -> None:
    (event,) = events(built_event(tmp_path, "start: 2026-12-15\nstatus: cancelled\n"), PATH)
    assert str(event["STATUS"]) == "CANCELLED"


def test_without_a_date_there_is_no_file_and_no_link(tmp_path: Path) -> None:
    built = built_event(tmp_path, "")
    assert not [path for path in built if path.endswith(".ics")]
    assert not [path for path in built if path.endswith(".html") and "text/calendar" in built[path]]
    for text in ("2026-05", "2026"):
        assert [e.split()[-1] for e in built_event(tmp_path / text, f"start: {text}\n").errors] == ["DAT-05"]


def test_the_uid_is_the_same_in_all_languages_and_after_a_new_name(tmp_path: Path) -> None:
    text = EVENT.format(head="start: 2026-12-15\n", body=".") + "-- events/a.en.md --\n---\ntitle: A\n---\n.\n"
    built = build_site(tmp_path / "one", text)
    renamed = build_site(
        tmp_path / "two", text.replace("title: А", "title: Друго").replace("title: A", "slug: x\ntitle: X")
    )
    paths = [(built, path) for path in built if path.endswith(".ics")]
    paths += [(renamed, path) for path in renamed if path.endswith(".ics")]
    assert len(paths) == 12
    assert len({str(event["UID"]) for site, path in paths for event in events(site, path)}) == 1


def test_an_untranslated_event_is_told_in_its_own_language(tmp_path: Path) -> None:
    built = built_event(tmp_path, "start: 2026-12-15\n")
    (event,) = events(built, "en/events.ics")
    assert event["SUMMARY"].params["LANGUAGE"] == "bg"
    assert str(event["URL"]) == "https://proekti.example/en/events/a/"


def test_the_calendar_of_a_project_has_its_events_in_order_and_its_name(tmp_path: Path) -> None:
    text = "-- projects/park/index.bg.md --\n---\n" + whole("short: Паркът\n") + "---\n.\n"
    for name, day in (("z", "2026-12-01"), ("b", "2026-12-03"), ("c", "2026-12-02 10:00")):
        text += f"-- projects/park/events/{name}.bg.md --\n---\ntitle: {name}\ntype: training\nstart: {day}\n---\n.\n"
    built = build_site(tmp_path, text + EVENT.format(head="start: 2026-11-30\n", body="."))
    assert built.errors == []
    calendar = read(built, "bg/proekti/park/events.ics")
    assert str(calendar["X-WR-CALNAME"]) == str(calendar["NAME"]) == "Паркът"
    assert [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")] == ["z", "c", "b"]
    assert len(events(built, "bg/events.ics")) == 4


def test_under_a_path_addresses_are_whole(tmp_path: Path) -> None:
    content = write_files(tmp_path, EVENT.format(head="start: 2026-12-15\n", body="."))
    web = web_of(content, url="https://x.example/eu/")
    (event,) = events(web.built, PATH)
    assert str(event["URL"]) == "https://x.example/eu/bg/sabitia/a/"
    assert web.broken() == []


def test_an_end_before_the_start_in_a_day_is_an_error(tmp_path: Path) -> None:
    built = built_event(tmp_path, "start: 2026-12-15 11:00\nend: 2026-12-15 10:30\n")
    assert built.errors == ["content/events/a.bg.md:5:6 DAT-01"]
