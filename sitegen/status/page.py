"""The overview as one page of HTML that needs nothing else: to look at, to print, to send."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from sitegen.report import Words
from sitegen.status import phrases
from sitegen.status.duties import KINDS, Duty
from sitegen.status.overview import Overview, PageStatus
from sitegen.status.publicity import NAMES

STYLE = """
body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.6rem}
table{border-collapse:collapse;margin:2rem 0;width:100%}
caption{font-weight:700;font-size:1.2rem;text-align:left;padding:.5rem 0}
th,td{border:1px solid #767676;padding:.35rem .6rem;text-align:left;vertical-align:top}
thead th{background:#eee}
tbody th{font-weight:400}
.stale,.late{background:#fde7c7}
.changed,.new{background:#fff6cc}
.missing{background:#f3d9d9}
ins{background:#d5f0d5}
del{background:#f6d5d5}
@media print{body{margin:0;max-width:none}}
"""
LATE = ' class="late"'


def as_page(overview: Overview, words: Words) -> str:
    """The whole overview."""
    title = words("State of the site")
    return document(words.catalogue.language, title, [f"<h1>{escape(title)}</h1>", *parts(overview, words)])


def parts(overview: Overview, words: Words) -> Iterator[str]:
    """Everything but the title."""
    yield from matrix(overview, words)
    yield from publicity(overview, words)
    yield from duty_table(overview.duties, words)
    yield from deadlines(overview, words)
    yield f"<p>{escape(phrases.next_change(overview.next, words))}</p>"


def document(language: str, title: str, parts: Iterable[str]) -> str:
    """A page around its parts."""
    view = '<meta charset="utf-8"/>\n<meta name="viewport" content="width=device-width"/>'
    head = f"{view}\n<title>{escape(title)}</title>"
    body = "\n".join(parts)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n{head}\n<style>{STYLE}</style>\n</head>\n'
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def table(caption: str, heads: Iterable[str], rows: Iterable[str]) -> Iterator[str]:
    """A table with a caption, the heads of its columns and finished rows."""
    cells = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    yield f"<table>\n<caption>{escape(caption)}</caption>\n<thead><tr>{cells}</tr></thead>\n<tbody>"
    yield from rows
    yield "</tbody>\n</table>"


def matrix(overview: Overview, words: Words) -> Iterator[str]:
    """The pages with their versions."""
    if not overview.pages:
        yield f"<p>{escape(words.shown(phrases.NO_PAGES))}</p>"
        return
    heads = (words("Page"), words("Kind"), words("Title"), *overview.languages)
    rows = (page_row(page, overview.languages, words) for page in overview.pages)
    yield from table(words.shown(phrases.TRANSLATIONS), heads, rows)
    yield "<ul>"
    yield from (f"<li>{escape(line)}</li>" for line in phrases.totals(overview, words))
    yield f"</ul>\n<p>{escape(phrases.coverage(overview, words))}</p>"


def page_row(page: PageStatus, languages: Iterable[str], words: Words) -> str:
    """The row of a page."""
    cells = [f'<th scope="row">{escape(page.id)}</th>', f"<td>{escape(phrases.kind_of(page, words))}</td>"]
    cells.append(f'<td lang="{page.source}">{escape(page.title)}</td>')
    for language in languages:
        standing = page.languages.get(language)
        state = f' class="{standing.state}"' if standing else ""
        cells.append(f"<td{state}>{escape(phrases.cell(page, standing, words))}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def publicity(overview: Overview, words: Words) -> Iterator[str]:
    """What was promised and what is done."""
    rows = [
        f'<tr><th scope="row">{escape(one.project)}</th><td>{escape(words.shown(NAMES[one.kind]))}</td>'
        f"<td>{one.done}</td><td>{'–' if one.planned is None else one.planned}</td></tr>"
        for one in overview.publicity
    ]
    if rows:
        heads = (words("Project"), words("Kind"), words("Done"), words("Planned"))
        yield from table(words("Publicity"), heads, rows)


def duty_table(duties: Iterable[Duty], words: Words) -> Iterator[str]:
    """What the rules ask of the projects, why, and what is done."""
    rows = [
        f"<tr{LATE if one.is_owed else ''}>"
        f'<th scope="row">{escape(one.project)}</th><td>{escape(words.shown(KINDS[one.kind]))}</td>'
        f"<td>{escape(phrases.duty_state(one, words))}</td><td>{escape(phrases.reason(one, words))}</td>"
        f"<td>{'–' if one.planned is None else one.planned}</td><td>{one.done}</td></tr>"
        for one in duties
    ]
    if rows:
        heads = (words("Project"), words("Measure"), words("Duty"), words("Why"), words("Planned"), words("Done"))
        yield from table(words.shown(phrases.DUTIES), heads, rows)


def deadlines(overview: Overview, words: Words) -> Iterator[str]:
    """What is due, and when."""
    rows = [
        f"<tr{LATE if one.days < 0 else ''}>"
        f'<th scope="row"><time datetime="{one.day}">{one.day:%d.%m.%Y}</time></th>'
        f"<td>{escape(phrases.days_left(one, words))}</td><td>{escape(words.shown(one.what))}</td>"
        f"<td>{escape(phrases.about(one))}</td></tr>"
        for one in overview.deadlines
    ]
    if rows:
        heads = (words("Day"), words("When"), words("What"), words("Where"))
        yield from table(words.shown(phrases.DEADLINES), heads, rows)
