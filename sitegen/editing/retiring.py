"""Retiring: the change of a project's facts that puts it into the archive, and until when its page must stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from sitegen.editing.corrections import Change
from sitegen.editing.source_file import Misfit, SourceFile, read_file
from sitegen.kinds.project import Project
from sitegen.model.provisions import Provision
from sitegen.model.raw import Entries, Raw, Scalar
from sitegen.model.site import Site
from sitegen.problems import Correction, Location, Message, Mistake, message
from sitegen.read.decoding import PlacedMistake
from sitegen.read.frontmatter import split_page

NOT_OVER = frozenset({"planned", "ongoing"})
NEIGHBOURS = ("status", "actual_end", "end", "start", "programme", "title")
"""Facts that are not there yet are written behind the first of these."""


# ── the change ──────────────────────────────────────────────────────────────────────────────────────────────────────


def retirement(content: Path, project: Project, today: date) -> Change:
    """The change of the file of the facts; raises Mistake where the project is not over or the file does not allow it.

    The files of the other languages hold words alone: they stay as they are.
    """
    if project.status_on(today) in NOT_OVER:
        raise not_over(project, today)
    disk = content / project.source.partition("/")[2]
    before = read_file(disk)
    facts = {"status": "archived", "archived": today.isoformat()}
    with suppress(PlacedMistake):
        for corrections in ways(before, project.source, facts):
            reason = Mistake("DAT-04", message("the project is over"))
            told = reason.at(Location(project.source), corrections=corrections)
            change = Change(project.source, disk, before, (told,))
            if is_right(change, facts):
                return change
    raise by_hand(facts)


def ways(file: SourceFile, path: str, facts: Mapping[str, str]) -> Iterator[tuple[Correction, ...]]:
    """Corrections that should write the facts, the neatest first; raises PlacedMistake for a head that is none."""
    split = split_page(file.text, path)
    standing = {key.text: (key, value) for key, value in split.head}
    changed = [replaced(file, *standing[name], text) for name, text in facts.items() if name in standing]
    new = "".join(f"{name}: {text}\n" for name, text in facts.items() if name not in standing)
    lines = [standing[name][0].at.line + 1 for name in NEIGHBOURS if name in standing]
    for line in (*lines[:1], split.body_line - 1):
        yield (*changed, *([Correction(Location(path, line), "", new)] if new else ()))


def replaced(file: SourceFile, key: Scalar, value: Raw, text: str) -> Correction:
    """Another value for a key; one that cannot be found as it stands gives a correction that does not fit."""
    line = file.lines[key.at.line - 1]
    if value.at.line != key.at.line or (isinstance(value, Scalar) and not value.text):
        return Correction(Location(key.at.path, key.at.line, line.find(":") + 2), "", f" {text}")
    words = value.text if isinstance(value, Scalar) else ""
    ways_to_write = (words, f'"{words}"', f"'{words}'")
    found = (spelled for spelled in ways_to_write if words and line.startswith(spelled, value.at.column - 1))
    return Correction(value.at, next(found, "\0"), text)


def is_right(change: Change, facts: Mapping[str, str]) -> bool:
    """Whether the changed file says the facts, and beside them what it said before."""
    try:
        was, becomes = (split_page(file.text, change.path) for file in (change.before, change.after))
    except (Misfit, Mistake, PlacedMistake):
        return False
    rest = [(key.text, bare(value)) for key, value in was.head if key.text not in facts]
    return (
        [(key.text, bare(value)) for key, value in becomes.head if key.text not in facts] == rest
        and {key.text: bare(value) for key, value in becomes.head if key.text in facts} == dict(facts)
        and becomes.body == was.body
    )


def bare(raw: Raw) -> object:
    """A value without its places."""
    if isinstance(raw, Scalar):
        return raw.text
    return [(k.text, bare(v)) for k, v in raw] if isinstance(raw, Entries) else [bare(value) for value in raw.values]


def not_over(project: Project, today: date) -> Mistake:
    """The complaint about a project that still runs, or has not begun."""
    return Mistake(
        "DAT-04",
        message("'{page}' is not over: its status is '{status}'", page=project.id, status=project.status_on(today)),
        message("Write the day on which it ended as actual_end, or its status, and archive it then."),
    )


def by_hand(facts: Mapping[str, str]) -> Mistake:
    """The complaint about a file whose head is written in a way that no program may safely change."""
    lines = "; ".join(f"{name}: {text}" for name, text in facts.items())
    return Mistake(
        "SYN-07",
        message("the front matter cannot be changed without changing more than asked"),
        message("Write by hand, each on its line: {lines}", lines=lines),
    )


# ── until when ──────────────────────────────────────────────────────────────────────────────────────────────────────


def earliest(rule: Provision, end: date) -> date:
    """The first day that can be the last one of the time: payments come after the end."""
    year = end.year + int(rule.value[0])
    if rule.since == "year_of_payment":
        return date(year, 12, 31)
    is_leap_day = (end.month, end.day) == (2, 29)
    return end.replace(year=year, day=28 if is_leap_day else end.day)


def advice(site: Site, project: Project) -> Message:
    """Until when the page must stay at its address, as far as it is known."""
    until = project.durable_until
    if until:
        if until < site.today:
            return message("The results had to be kept up until {day}. The page keeps its address.", day=until)
        return message("The page must stay at its address at least until {day} (durable_until).", day=until)
    programme = site.programme(project.programme)
    rule = site.config.law.keeping(programme.regime) if programme else None
    if rule is None or project.last_day is None:
        return message("The contract says how long the results must be kept up: write the day as durable_until.")
    return message(
        "The results must be kept up for {years} years ({source}), so the page must stay until {day} or later."
        " The contract says the day: write it as durable_until.",
        years=rule.value[0],
        source=rule.source,
        day=earliest(rule, project.last_day),
    )
