"""The overview for a terminal: a matrix of pages and languages, publicity and deadlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from sitegen.report import Words
from sitegen.status import phrases
from sitegen.status.duties import KINDS, NOT_DUE
from sitegen.status.overview import Overview, PageStatus

LONGEST_TITLE = 60
"""Characters."""
GAP = "  "


def as_text(overview: Overview, words: Words) -> str:
    """The whole overview."""
    asked = [[*publicity(overview, words)], [*duties(overview, words)], [*deadlines(overview, words)]]
    parts = [[*matrix(overview, words)], *asked]
    blocks = ["\n".join(part) for part in parts if part]
    return "\n\n".join((*blocks, phrases.next_change(overview.next, words)))


def matrix(overview: Overview, words: Words) -> Iterator[str]:
    """A line for each page, then the totals."""
    if not overview.pages:
        yield words.shown(phrases.NO_PAGES)
        return
    head = (words.shown(phrases.TRANSLATIONS), "", *overview.languages, "")
    yield from aligned([head, *(row(page, overview.languages, words) for page in overview.pages)])
    yield ""
    yield "   ".join((*phrases.totals(overview, words), phrases.coverage(overview, words)))


def row(page: PageStatus, languages: Sequence[str], words: Words) -> tuple[str, ...]:
    """The cells of a page; what lies in a project is set in below it."""
    cells = (phrases.short_cell(page, page.languages.get(language), words) for language in languages)
    title = page.title if len(page.title) <= LONGEST_TITLE else page.title[: LONGEST_TITLE - 1].rstrip() + "…"
    return (phrases.kind_of(page, words), indented(page.id), *cells, title)


def indented(page_id: str) -> str:
    """The id of a page, without that of its project."""
    parts = page_id.split("/")
    return "  " + "/".join(parts[2:]) if parts[0] == "projects" and len(parts) > 2 else page_id


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lines in which the cells of a column begin one below the other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for cells in rows:
        yield GAP.join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def publicity(overview: Overview, words: Words) -> Iterator[str]:
    """A line for each project."""
    if overview.publicity:
        yield words.shown(phrases.PUBLICITY)
    for project, measures in groupby(overview.publicity, lambda measure: measure.project):
        yield f"{GAP}{project}: {', '.join(phrases.measure(one, words) for one in measures)}"


def duties(overview: Overview, words: Words) -> Iterator[str]:
    """A line for each measure that is due, or of which it cannot be told."""
    shown = [one for one in overview.duties if one.judgement.state != NOT_DUE]
    if shown:
        yield words.shown(phrases.DUTIES)
    yield from (
        (
            GAP + line
            for line in aligned(
                [
                    (
                        one.project,
                        words.shown(KINDS[one.kind]),
                        phrases.duty_state(one, words),
                        phrases.reason(one, words),
                    )
                    for one in shown
                ]
            )
        )
        if shown
        else ()
    )


def deadlines(overview: Overview, words: Words) -> Iterator[str]:
    """A line for each deadline."""
    if overview.deadlines:
        yield words.shown(phrases.DEADLINES)
    lines = [
        (one.day.isoformat(), phrases.days_left(one, words), words.shown(one.what), phrases.about(one))
        for one in overview.deadlines
    ]
    yield from (GAP + line for line in aligned(lines))
