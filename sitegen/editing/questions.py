"""QUESTIONS, the one list: what `new` asks for each kind of page, in this order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sitegen.editing.interview import (
    Interview,
    Option,
    Question,
    by_field,
    by_organisations,
    by_place,
    by_projects,
    never,
    short_id,
)
from sitegen.model.page import EVENT_TYPES
from sitegen.problems import message

# ── what is offered ─────────────────────────────────────────────────────────────────────────────────────────────────


def programmes(interview: Interview) -> Sequence[Option]:
    """All programmes by their short names."""
    config = interview.composer.ground.config
    names = {p.id: (p.short or p.name).into(config.editor_language).text for p in config.programmes.values()}
    return [Option(name, f"{words} ({name})") for name, words in names.items()]


def funds(interview: Interview) -> Sequence[Option]:
    """The funds of the programme, where it has several."""
    programme = interview.composer.ground.site.programme(interview["programme"])
    return [Option(name, name) for name in programme.funds] if programme and len(programme.funds) > 1 else []


def projects(interview: Interview) -> Sequence[Option]:
    """All projects of the site."""
    return [Option(short_id(name), short_id(name)) for name in interview.composer.ground.projects]


def types(interview: Interview) -> Sequence[Option]:
    """The types of events by their names in the theme."""
    return [Option(name, f"{name_of_type(interview, name)} ({name})") for name in EVENT_TYPES]


def name_of_type(interview: Interview, name: str) -> str:
    """A type of event in the words of the site's first language."""
    return interview.composer.ground.name_of_type(name, interview.composer.ground.language)


def next_number(interview: Interview) -> str:
    """The number after the greatest that any project has."""
    return str(interview.composer.ground.highest + 1)


# ── the questions ───────────────────────────────────────────────────────────────────────────────────────────────────

TITLE = Question(
    name="title",
    prompt=message("Title"),
    flag="--title",
    about="name of the page",
    is_required=True,
    judge=by_field("title"),
)
FOLDER = Question(
    name="folder",
    prompt=message("Folder, the last part of the address"),
    flag="--folder",
    metavar="NAME",
    about="name of its folder: a-z, 0-9 and -; default: from the title, transliterated",
    is_required=True,
    is_due=lambda interview: bool(interview["title"]),
    default=lambda interview: interview.name,
    judge=by_place,
)
PROJECT = Question(
    name="project",
    prompt=message("Project (Enter: of no project)"),
    flag="--project",
    metavar="NAME",
    about="folder of the project that it belongs to; default: none",
    is_due=lambda interview: bool(projects(interview)),
    options=projects,
    judge=by_projects,
)

QUESTIONS: Mapping[str, tuple[Question, ...]] = {
    "project": (
        TITLE,
        Question(
            name="short",
            prompt=message("Short title for cards and menus (Enter: none)"),
            flag="--short",
            about="short title for cards and menus",
            judge=by_field("short"),
        ),
        Question(
            name="programme",
            prompt=message("Programme"),
            flag="--programme",
            metavar="ID",
            about="id of the programme",
            is_required=True,
            options=programmes,
            judge=by_field("programme"),
        ),
        Question(
            name="fund",
            prompt=message("Funds that pay; several with commas"),
            flag="--fund",
            metavar="ID,…",
            about="which of the programme's funds pay, where it has several",
            is_required=True,
            is_due=lambda interview: bool(funds(interview)),
            options=funds,
            judge=by_field("fund"),
        ),
        Question(
            name="contract",
            prompt=message("Number of the contract (Enter: none yet)"),
            flag="--contract",
            metavar="CODE",
            about="number of the contract",
            judge=by_field("contract"),
        ),
        Question(
            name="start",
            prompt=message("Start (Enter: not known)"),
            flag="--start",
            metavar="DATE",
            about="first day, month or year",
            judge=by_field("start"),
        ),
        Question(
            name="end",
            prompt=message("End (Enter: not known)"),
            flag="--end",
            metavar="DATE",
            about="last day, month or year",
            judge=by_field("end"),
        ),
        Question(
            name="total_value",
            prompt=message("Total value (Enter: not known)"),
            flag="--total",
            metavar="AMOUNT",
            about="total value with its currency",
            judge=by_field("total_value"),
        ),
        Question(
            name="number",
            flag="--number",
            metavar="N",
            about="permanent number; default: the next free one",
            is_due=never,
            default=next_number,
            judge=by_field("number"),
        ),
        Question(
            name="beneficiary",
            flag="--beneficiary",
            metavar="ID",
            about="organisation that answers for it; default: the owner of the site",
            is_due=never,
            judge=by_organisations,
        ),
        FOLDER,
    ),
    "event": (
        PROJECT,
        Question(
            name="type",
            prompt=message("Type of the event"),
            flag="--type",
            about="type of the event: " + ", ".join(EVENT_TYPES),
            is_required=True,
            options=types,
            judge=by_field("type"),
        ),
        replace(TITLE, default=lambda interview: name_of_type(interview, interview["type"])),
        Question(
            name="start",
            prompt=message("Day, better with the hour (Enter: not known)"),
            flag="--start",
            metavar="DATE",
            about="day, or day and hour",
            judge=by_field("start"),
        ),
        Question(
            name="end",
            flag="--end",
            metavar="DATE",
            about="last day, or end",
            is_due=never,
            judge=by_field("end"),
        ),
        Question(
            name="place",
            prompt=message("Place: hall, street, town (Enter: not known)"),
            flag="--place",
            about="hall, street, town",
            judge=by_field("place"),
        ),
        FOLDER,
    ),
    "news": (
        PROJECT,
        TITLE,
        Question(
            name="date",
            prompt=message("Date"),
            flag="--date",
            metavar="DATE",
            about="day of the news; default: today",
            default=lambda interview: interview.composer.ground.site.today.isoformat(),
            judge=by_field("date"),
        ),
        FOLDER,
    ),
    "page": (
        replace(PROJECT, is_due=never),
        TITLE,
        FOLDER,
    ),
}
