"""The overview for programs: JSON (`commands.md`), and CSV by RFC 4180 for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from sitegen.report import Words
from sitegen.status.deadlines import Deadline
from sitegen.status.duties import Duty
from sitegen.status.overview import Overview, PageStatus
from sitegen.status.publicity import Measure

COLUMNS = ("page", "kind", "title", "source", "language", "state", "stale", "paragraphs")
"""Of the CSV; the names are those of the JSON, the paragraphs are the stale ones."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would compute."""
MARK = "\ufeff"
"""Tells spreadsheets that the file is UTF-8."""


def as_json(overview: Overview, words: Words) -> str:
    """One JSON object."""
    whole = {
        "pages": [page_data(page) for page in overview.pages],
        "publicity": publicity_data(overview, words),
        "deadlines": [deadline_data(deadline, words) for deadline in overview.deadlines],
        "next": overview.next.isoformat(timespec="minutes") if overview.next else None,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def page_data(page: PageStatus) -> dict[str, Any]:
    """A page with the states of its versions."""
    return {
        "id": page.id,
        "kind": page.kind,
        "title": page.title,
        "source": page.source,
        "languages": {
            language: {"state": str(standing.state), "stale": [drift.paragraph for drift in standing.unanswered]}
            for language, standing in page.languages.items()
        },
    }


def publicity_data(overview: Overview, words: Words) -> list[dict[str, Any]]:
    """What was promised and done, and what the rules ask for; the latter have the key `duty`."""
    owed = [duty_data(duty, words) for duty in overview.duties]
    return [*(measure_data(measure) for measure in overview.publicity), *owed]


def duty_data(duty: Duty, words: Words) -> dict[str, Any]:
    """One measure that a rule asks of a project; `why` is in the editor's language."""
    return {
        "project": duty.project,
        "kind": duty.kind,
        "planned": duty.planned,
        "done": duty.done,
        "duty": duty.judgement.state,
        "why": words.shown(duty.judgement.why),
        "state": list(duty.needs),
        "until": duty.day.isoformat() if duty.day else None,
        "rule": duty.provision.id,
        "source": words.translate(duty.provision.source),
        "confidence": duty.provision.confidence,
    }


def measure_data(measure: Measure) -> dict[str, Any]:
    """One kind of publicity of a project."""
    return {"project": measure.project, "kind": measure.kind, "planned": measure.planned, "done": measure.done}


def deadline_data(deadline: Deadline, words: Words) -> dict[str, Any]:
    """A deadline; `text` is in the editor's language."""
    return {
        "date": deadline.day.isoformat(),
        "days": deadline.days,
        "kind": deadline.kind,
        "page": deadline.page or None,
        "setting": deadline.setting or None,
        "text": words.shown(deadline.what),
    }


def as_csv(overview: Overview) -> str:
    """A row for each page and language, with the mark in front and CRLF at the ends."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    for page in overview.pages:
        writer.writerows([safe(str(cell)) for cell in row] for row in rows(page))
    return MARK + table.getvalue()


def rows(page: PageStatus) -> Iterator[tuple[object, ...]]:
    """The rows of a page."""
    for language, standing in page.languages.items():
        stale = [drift.paragraph for drift in standing.unanswered]
        names = " ".join(stale)
        yield page.id, page.kind, page.title, page.source, language, standing.state, len(stale), names


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
