"""Phrases that the overview has in common as text and as a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from sitegen.model.translation import STATE_WORDS, Standing, State
from sitegen.problems import Message, message
from sitegen.report import Words
from sitegen.status.deadlines import Deadline
from sitegen.status.duties import DUE, STATES, Duty
from sitegen.status.overview import Overview, PageStatus
from sitegen.status.publicity import NAMES, Measure

MARKS: Mapping[State, str] = {
    State.ORIGINAL: "●",
    State.CURRENT: "✓",
    State.STALE: "~",
    State.CHANGED: "?",
    State.NEW: "?",
    State.MISSING: "–",
}
KINDS: Mapping[str, Message] = {
    "project": message("project"),
    "event": message("event"),
    "news": message("news item"),
    "page": message("page"),
    "section": message("section"),
}
TRANSLATIONS = message("Translations")
PUBLICITY = message("Publicity: done of planned")
DUTIES = message("Publicity that the rules ask for")
DEADLINES = message("Deadlines")
NO_PAGES = message("There are no pages yet.")


def kind_of(page: PageStatus, words: Words) -> str:
    """The word for what a page is."""
    return words.shown(KINDS[page.kind])


def cell(page: PageStatus, standing: Standing | None, words: Words) -> str:
    """A version's state with its mark; "" for a language that the page leaves out."""
    if standing is None:
        return ""
    state = f"{MARKS[standing.state]} {words.shown(STATE_WORDS[standing.state])}"
    return f"{state}, {changed(page, standing, words)}" if standing.state is State.STALE else state


def short_cell(page: PageStatus, standing: Standing | None, words: Words) -> str:
    """The same where there is little room: the mark alone, and how much of the source changed."""
    if standing is None or standing.state not in (State.ORIGINAL, State.CURRENT, State.STALE):
        return cell(page, standing, words)
    mark = MARKS[standing.state]
    return f"{mark} {changed(page, standing, words)}" if standing.state is State.STALE else mark


def changed(page: PageStatus, standing: Standing, words: Words) -> str:
    """How many paragraphs of the source the translation has not followed."""
    return words("paragraphs: {changed} of {all}", changed=len(standing.unanswered), all=page.paragraphs)


def totals(overview: Overview, words: Words) -> Iterator[str]:
    """How many versions there are in each state."""
    for state, count in overview.totals.items():
        if count:
            yield f"{MARKS[state]} {words.shown(STATE_WORDS[state])} {count}"


def coverage(overview: Overview, words: Words) -> str:
    """How much of the site there is in each language."""
    shares = " ".join(f"{language} {share} %" for language, share in overview.coverage.items())
    return words("coverage: {shares}", shares=shares)


def measure(one: Measure, words: Words) -> str:
    """A kind of publicity, done and planned."""
    planned = "–" if one.planned is None else one.planned
    return f"{words.shown(NAMES[one.kind])} {one.done}/{planned}"


def duty_state(one: Duty, words: Words) -> str:
    """Whether a measure is due, and how many were done."""
    state = words.shown(STATES[one.judgement.state])
    if one.judgement.state != DUE:
        return state
    done = words("done: {count}", count=one.done) if one.done else words("nothing shows that it was done")
    return f"{state}, {done}"


def reason(one: Duty, words: Words) -> str:
    """Why, by which rule, and until when."""
    why = f"{words.shown(one.judgement.why)}; {words.translate(one.provision.source)}"
    if one.day is None or one.judgement.state != DUE:
        return why
    day = f"{one.day:%d.%m.%Y}"
    when = words("from {day} on", day=day) if one.provision.due == "start" else words("by {day}", day=day)
    return f"{why}; {when}"


def days_left(deadline: Deadline, words: Words) -> str:
    """How soon or how late."""
    near = {0: message("today"), 1: message("tomorrow"), -1: message("late by a day")}
    if deadline.days in near:
        return words.shown(near[deadline.days])
    if deadline.days > 0:
        return words("in {days} days", days=deadline.days)
    return words("late by {days} days", days=-deadline.days)


def about(deadline: Deadline) -> str:
    """The page or the setting that a deadline comes from."""
    return deadline.page or f"site.yaml: {deadline.setting}"


def next_change(moment: datetime | None, words: Words) -> str:
    """When a build is needed; local time."""
    if moment is None:
        return words("No change of the site is scheduled.")
    return words("The site changes by itself at {moment}; a build is needed then.", moment=f"{moment:%Y-%m-%d %H:%M}")
