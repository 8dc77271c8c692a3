"""Calendars (iCalendar, RFC 5545): each event with a date, those of each project, and those of each language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sitegen.model.address import CALENDAR, EVENT, output_path
from sitegen.model.artifact import Task
from sitegen.model.language import Phrase
from sitegen.model.page import Funded, Scheduled
from sitegen.model.site import Site
from sitegen.render.calendars import Appointment, Calendar, render_calendar
from sitegen.render.prose import excerpt
from sitegen.render.subscriptions import beside, identity


def tasks(site: Site) -> Iterator[Task]:
    """One file beside each event, and one for each language and each project that has such events."""
    for (language, project), events in site.appointments.items():
        about = site.page(project, language)
        if isinstance(about, Funded):
            address = beside(site, project, language, CALENDAR)
            yield calendar_task(site, address, about.short or about.title, events, about.file)
        elif not project:
            title = site.config.title.into(language)
            yield calendar_task(site, beside(site, "", language, CALENDAR), title, events, "sitegen: calendars")
            for event in events:
                yield calendar_task(site, site.address(event) + EVENT, None, [event], event.file)


def calendar_task(site: Site, address: str, title: Phrase | None, events: Sequence[Scheduled], origin: str) -> Task:
    """The task that writes events into a file; one without a title is for a single event."""
    calendar = Calendar(title, site.url(address), tuple(appointment(site, event) for event in events))
    return Task(path=output_path(address), recipe=render_calendar, inputs=calendar, origin=origin)


def appointment(site: Site, event: Scheduled) -> Appointment:
    """An event as an entry; its UID is the same in all languages, for it is one event."""
    assert event.start, "an event without a date is no appointment"
    return Appointment(
        identity=identity(site, event.id),
        stamp=site.updated(event) or event.start.date,
        revision=revision(site, event),
        start=event.start,
        end=event.end,
        is_cancelled=event.status == "cancelled",
        title=event.title,
        place=event.place,
        summary=excerpt(event),
        url=site.url(site.address(event)),
    )


def revision(site: Site, event: Scheduled) -> date | None:
    """The day that an editor stated as that of the last change; that it was held is none."""
    source = site.page(event.id, event.original)
    stated = event.updated or (source.updated if source else None)
    return stated if stated and stated <= site.today else None
