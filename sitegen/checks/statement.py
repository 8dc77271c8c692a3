"""The accessibility statement of site.yaml: whole, true to itself and reviewed every year (`domain.md` 2.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from sitegen.checks.inspection import Inspection
from sitegen.model.config import Config, Statement
from sitegen.model.site import Site
from sitegen.problems import Mistake, Problem, Severity, message

NOTICE = timedelta(days=30)
SUPERSEDED = re.compile(r"V\s?(?:1|2|3\.1)\.\d|WCAG\s?2\.0", re.IGNORECASE)
"""Versions of EN 301 549 before the one that the Official Journal cites, and the WCAG of the first of them."""


def problems(inspection: Inspection) -> Iterator[Problem]:
    """What is wrong with the statement, where there is one."""
    config = inspection.whole.config
    if config.accessibility:
        yield from review(config, config.accessibility, inspection.whole.today)
        yield from contradictions(config, config.accessibility)
        yield from gaps(config, config.accessibility)
        yield from unproved(config, config.accessibility)
        yield from outdated(config, inspection.whole.today)
        yield from untried(inspection.site, config)


def review(config: Config, stated: Statement, today: date) -> Iterator[Problem]:
    """A review that is due, or soon (Implementing Decision (EU) 2018/1523, recital 5)."""
    key = "reviewed" if stated.reviewed else "prepared"
    last = stated.reviewed or stated.prepared
    span = review_span(config)
    if last is None or today < last + span - NOTICE:
        return
    place = config.at(f"accessibility.{key}")
    due = last + span
    hint = message("Compare the statement with the site, and write the day of it: reviewed: {today}", today=today)
    if today > due:
        complaint = message("the accessibility statement was last reviewed on {day}, more than a year ago", day=last)
        yield Mistake("A11Y-04", complaint, hint).at(place, Severity.WARNING)
    else:
        complaint = message("the yearly review of the accessibility statement is due by {day}", day=due)
        yield Mistake("A11Y-04", complaint, hint).at(place, Severity.INFO)


def review_span(config: Config) -> timedelta:
    """Within what time the statement is reviewed, by the law that applies to the site."""
    return timedelta(days=config.law.number("statement_review"))


def contradictions(config: Config, stated: Statement) -> Iterator[Problem]:
    """A status that the list of barriers denies, or that lacks it."""
    place = config.at("accessibility.status")
    if stated.status == "full" and stated.items:
        mistake = Mistake(
            "A11Y-05",
            message("the status is 'full', and items name what cannot be used"),
            message("Write 'status: partial', or delete what has been mended."),
        )
        yield mistake.at(place)
    if stated.status != "full" and not stated.items:
        mistake = Mistake(
            "A11Y-06",
            message("the status is '{status}', and no item says what cannot be used", status=stated.status),
            message("Write under items what it is, why it stays and until when."),
        )
        yield mistake.at(place, Severity.WARNING)


def unproved(config: Config, stated: Statement) -> Iterator[Problem]:
    """A status that no evaluation shows, or that one denies (Decision 2018/1523, Annex, part 1)."""
    evaluation, place = config.evaluation, config.at("accessibility.status")
    if stated.status != "full" or stated.items:
        return
    if evaluation is None:
        mistake = Mistake(
            "A11Y-05",
            message("the status is 'full', and no evaluation shows it"),
            message("Run 'check --browser --record', or write 'status: partial' and what has not been tested."),
        )
        yield mistake.at(place)
    elif evaluation.findings:
        found = len(evaluation.findings)
        mistake = Mistake(
            "A11Y-05",
            message("the status is 'full', and the recorded evaluation has findings: {count}", count=found),
            message("Mend them and run 'check --browser --record', or write 'status: partial' and name them in items."),
        )
        yield mistake.at(place)


def outdated(config: Config, today: date) -> Iterator[Problem]:
    """An evaluation that is more than a year old."""
    made = config.evaluation.date if config.evaluation else None
    if made and today > made + review_span(config):
        mistake = Mistake(
            "A11Y-04",
            message("the site was last tried in a browser on {day}, more than a year ago", day=made),
            message("Run 'check --browser --record': the statement cites what it finds."),
        )
        yield mistake.at(config.at("evaluation.date"), Severity.WARNING)


def untried(site: Site, config: Config) -> Iterator[Problem]:
    """Pages that changed after the evaluation: the statement cites what was true before."""
    made = config.evaluation.date if config.evaluation else None
    if made is None or site.today > made + review_span(config):
        return
    changed = [day for page in site.pages if (day := site.updated(page)) and day > made]
    if changed:
        mistake = Mistake(
            "A11Y-04",
            message(
                "the site was last tried in a browser on {day}; pages that changed since: {count}, the last on {last}",
                day=made,
                count=len(changed),
                last=max(changed),
            ),
            message("Run 'check --browser --record': the statement cites what it finds."),
        )
        yield mistake.at(config.at("evaluation.date"), Severity.INFO)


def gaps(config: Config, stated: Statement) -> Iterator[Problem]:
    """What the model statement asks for and the settings lack (the Decision's Annex, part 1)."""
    if SUPERSEDED.search(stated.standard):
        yield superseded(stated.standard).at(config.at("accessibility.standard"), Severity.WARNING)
    if stated.method == "third_party" and not stated.assessor:
        mistake = Mistake(
            "A11Y-06",
            message("the assessment is by a third party that is not named"),
            message("Write its name: assessor: …"),
        )
        yield mistake.at(config.at("accessibility.method"), Severity.WARNING)
    given = {
        "prepared": stated.prepared,
        "authority": stated.authority,
        "feedback.email": stated.feedback.email or config.contact.email,
    }
    missing = [key for key, value in given.items() if not value]
    if missing:
        mistake = Mistake(
            "A11Y-06",
            message("the accessibility statement lacks: {keys}", keys=", ".join(missing)),
            message("The model statement has the day it was made, where to complain, and who decides complaints."),
        )
        yield mistake.at(config.at("accessibility"), Severity.WARNING)


def superseded(standard: str) -> Mistake:
    """The complaint about a standard that no longer counts."""
    return Mistake(
        "A11Y-06",
        message("'{standard}' is not the version that the Official Journal cites now", standard=standard),
        message("Write: standard: {standard}", standard=Statement.standard),
    )
