"""The publicity of projects as a report: what the rules ask for, what was promised, what is done."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from sitegen.report import Words
from sitegen.status import phrases
from sitegen.status.data import MARK, safe
from sitegen.status.duties import KINDS, Duty
from sitegen.status.page import document, duty_table, table
from sitegen.status.publicity import NAMES, Measure

COLUMNS = (
    "project", "kind", "duty", "why", "state", "planned", "done", "from_or_by", "rule", "source", "confidence",
)  # fmt: skip


def as_csv(duties: Sequence[Duty], measures: Sequence[Measure], words: Words) -> str:
    """A row for each duty, then for each promise; with the mark in front and CRLF at the ends (RFC 4180)."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in (*duty_rows(duties, words), *measure_rows(measures)):
        writer.writerow([safe(str(cell)) for cell in row])
    return MARK + out.getvalue()


def duty_rows(duties: Sequence[Duty], words: Words) -> Iterator[tuple[object, ...]]:
    """What the rules ask for; `state` names the fields that the content lacks."""
    for one in duties:
        why, law = words.shown(one.judgement.why), one.provision
        planned, day = "" if one.planned is None else one.planned, one.day or ""
        known = (one.project, one.kind, one.judgement.state, why, " ".join(one.needs), planned, one.done, day)
        yield (*known, law.id, words.translate(law.source), law.confidence)


def measure_rows(measures: Sequence[Measure]) -> Iterator[tuple[object, ...]]:
    """What the projects promised."""
    for one in measures:
        planned = "" if one.planned is None else one.planned
        yield (one.project, one.kind, "", "", "", planned, one.done, "", "", "", "")


def as_page(duties: Sequence[Duty], measures: Sequence[Measure], day: date, words: Words) -> str:
    """As a page of HTML that needs nothing else."""
    title = words("Publicity of the projects, {day}", day=f"{day:%d.%m.%Y}")
    parts = [
        f"<h1>{escape(title)}</h1>",
        *duty_table(duties, words),
        *promised(measures, words),
        *lacking(duties, words),
    ]
    return document(words.catalogue.language, title, parts)


def promised(measures: Sequence[Measure], words: Words) -> Iterator[str]:
    """What was promised and what is done."""
    rows = [
        f'<tr><th scope="row">{escape(one.project)}</th><td>{escape(words.shown(NAMES[one.kind]))}</td>'
        f"<td>{'–' if one.planned is None else one.planned}</td><td>{one.done}</td></tr>"
        for one in measures
    ]
    if rows:
        heads = (words("Project"), words("Kind"), words("Planned"), words("Done"))
        yield from table(words.shown(phrases.PUBLICITY), heads, rows)


def lacking(duties: Sequence[Duty], words: Words) -> Iterator[str]:
    """What the content has to state before everything can be told."""
    rows = [
        f'<tr><th scope="row">{escape(one.project)}</th><td>{escape(words.shown(KINDS[one.kind]))}</td>'
        f"<td>{escape(', '.join(one.needs))}</td></tr>"
        for one in duties
        if one.needs
    ]
    if rows:
        heads = (words("Project"), words("Measure"), words("Fields to state"))
        yield from table(words("What the content does not tell"), heads, rows)
