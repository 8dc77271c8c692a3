"""Dates: spans that end before they begin, months that contradict them, events outside their project's time."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.inspection import Inspection
from sitegen.kinds.project import Activity, Period, Project
from sitegen.model.dates import FuzzyDate, months_between_ok
from sitegen.model.page import Funded, Page, Scheduled
from sitegen.model.site import Site
from sitegen.problems import Mistake, Problem, Severity, message

NOTICE = 60
"""Days before its end in which a project is named."""
OPEN = ("", "planned", "ongoing")
"""What may be stated of a project that has not ended."""


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Dates that contradict one another."""
    site = inspection.whole
    for page in inspection.originals:
        yield from (problem for field in spans(page) for problem in backwards(page, *field))
        if isinstance(page, Funded):
            yield from month_problems(page)
            yield from overdue(site, page)
            yield from soon_over(site, page)
            yield from half_archived(site, page)
        if isinstance(page, Scheduled):
            yield from backwards_in_a_day(page)
            yield from outside(site, page)


def spans(page: Page) -> Iterator[tuple[str, FuzzyDate | None, FuzzyDate | None]]:
    """Each span of a page: the field of its end, its start and its end."""
    if isinstance(page, Funded):
        yield "end", page.start, page.end
        yield "actual_end", page.start, page.actual_end
    if isinstance(page, Project):
        lists: dict[str, tuple[Period | Activity, ...]] = {"periods": page.periods, "activities": page.activities}
        for name, items in lists.items():
            for number, item in enumerate(items):
                yield f"{name}.{number}.end", item.start, item.end
    if isinstance(page, Scheduled):
        yield "end", page.when, page.last_when


def backwards(page: Page, field: str, start: FuzzyDate | None, end: FuzzyDate | None) -> Iterator[Problem]:
    """A span whose last possible day lies before its first."""
    if start and end and end.last < start.first:
        mistake = Mistake(
            "DAT-01",
            message("the end {end} lies before the start {start}", end=end.iso, start=start.iso),
            message("Compare both dates with the contract or the invitation."),
        )
        yield mistake.at(page.at(field))


def backwards_in_a_day(event: Scheduled) -> Iterator[Problem]:
    """An event that ends on the day it starts, but at an earlier hour."""
    start, end = event.start, event.end
    if start and end and start.time and end.time and start.date == end.date and end.time < start.time:
        mistake = Mistake(
            "DAT-01",
            message("the end {end} lies before the start {start}", end=end.iso, start=start.iso),
            message("Compare both dates with the contract or the invitation."),
        )
        yield mistake.at(event.at("end"))


def month_problems(page: Funded) -> Iterator[Problem]:
    """A duration that the dates contradict."""
    if page.months is None or not page.start or not page.end or page.end.last < page.start.first:
        return
    if not months_between_ok(page.start, page.end, page.months):
        mistake = Mistake(
            "DAT-02",
            message(
                "{months} months do not fit the dates {start} – {end}",
                months=page.months,
                start=page.start.iso,
                end=page.end.iso,
            ),
            message("Compare the duration and the dates with the contract."),
        )
        yield mistake.at(page.at("months"))


def overdue(site: Site, page: Funded) -> Iterator[Problem]:
    """A project stated as ongoing after its last day."""
    if page.status == "ongoing" and page.last_day and page.last_day < site.today:
        mistake = Mistake(
            "DAT-04",
            message("the project is 'ongoing', but its end was {end}", end=page.last_day.isoformat()),
            message("Delete 'status', which follows the dates by itself, or correct the end."),
        )
        yield mistake.at(page.at("status"), Severity.WARNING)


def soon_over(site: Site, page: Funded) -> Iterator[Problem]:
    """A project that ends in the next weeks, while something can still be done about it."""
    days = (page.last_day - site.today).days if page.last_day else -1
    if 0 <= days <= NOTICE and page.status in OPEN:
        mistake = Mistake(
            "DAT-06",
            message("the project ends on {end}", end=page.last_day),
            message(
                "Until then: the closing press conference, the values that the results reached, the plaque that stays. "
                "After an extension write the new 'end'."
            ),
        )
        yield mistake.at(page.at("actual_end" if page.actual_end else "end"), Severity.INFO)


def half_archived(site: Site, page: Funded) -> Iterator[Problem]:
    """A project that is in the archive by its status and not by its day, or the other way round."""
    if page.status == "archived" and page.archived is None:
        mistake = Mistake(
            "DAT-09",
            message("the project is 'archived', and its page does not say since when"),
            message("Write the day: archived: {day}", day=site.today.isoformat()),
        )
        yield mistake.at(page.at("status"), Severity.INFO)
    if page.archived and page.archived <= site.today and page.status != "archived":
        mistake = Mistake(
            "DAT-09",
            message("the project is in the archive since {day}, and its status is another", day=page.archived),
            message("Write 'status: archived', or delete 'archived'."),
        )
        yield mistake.at(page.at("archived"), Severity.WARNING)


def outside(site: Site, event: Scheduled) -> Iterator[Problem]:
    """An event before or after the time of its project."""
    project = site.page(site.project_of(event.id), event.language)
    if not isinstance(project, Funded) or not event.when:
        return
    early = project.start is not None and event.when.last < project.start.first
    late = project.last_day is not None and event.when.first > project.last_day
    if early or late:
        mistake = Mistake(
            "DAT-03",
            message("the event {date} lies outside the time of its project", date=event.when.iso),
            message("Compare the date with the project's start and end; after an extension give 'actual_end'."),
        )
        yield mistake.at(event.at("start"), Severity.WARNING)
