"""The way in: a Markdown text becomes a document, and findings about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from sitegen.markup.cleaning import VOID, clean, removals
from sitegen.markup.dialect import to_html
from sitegen.markup.effort import TooDeep, TooMuch, weigh
from sitegen.markup.findings import Finding, in_order
from sitegen.markup.positions import shown, unified, with_places, without_notes
from sitegen.markup.reading import read
from sitegen.markup.words import MarkupWords
from sitegen.model.document import Document, Section
from sitegen.problems import message

DEEPEST = 200
"""How deep tags may stand in each other."""
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")


@dataclass(frozen=True)
class Parsed:
    """A body, and what is wrong with it."""

    document: Document
    problems: tuple[Finding, ...]


def parse_markdown(text: str, *, language: str, first_line: int = 1, words: MarkupWords) -> Parsed:
    """The document that the text of a body holds; its first line has the number `first_line` in the file."""
    text = unified(text)
    findings: list[Finding] = []
    html = _html(text, first_line, words, findings)
    if html is None:
        return Parsed(_as_it_stands(shown(text)), in_order(findings))
    findings += removals(html)
    document, more = read(clean(html), language, first_line)
    return Parsed(document, in_order(findings + more))


def _html(text: str, first_line: int, words: MarkupWords, findings: list[Finding]) -> str | None:
    """What the library makes of it; None, and a finding, where that would be more than a page can be."""
    try:
        weigh(text)
        html = without_notes(to_html(with_places(text, first_line), words, findings))
        if _depth(html) <= DEEPEST:
            return html
    except (RecursionError, TooDeep):
        pass  # the library goes into each list and quotation by calling itself
    except TooMuch:
        complaint = message("the text holds more lists, tables, links or tags than a page can have")
        findings.append(Finding(first_line, 1, "SYN-12", complaint, message("Divide it into several pages.")))
        return None
    complaint = message("lists, quotations or tags stand too deep inside one another")
    findings.append(Finding(first_line, 1, "SYN-12", complaint, message("Nest them less deeply.")))
    return None


def _as_it_stands(text: str) -> Document:
    section = Section(heading=None, html=f"<pre>{escape(text, quote=False)}</pre>")
    return Document(sections=(section,), text=text, is_verbatim=True)


def _depth(html: str) -> int:
    depth = deepest = 0
    for end, tag in _TAG.findall(html):
        if tag.lower() not in VOID:
            depth = max(depth + (-1 if end else 1), 0)
            deepest = max(deepest, depth)
    return deepest
