"""The way in: a Markdown text becomes a document, and findings about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from sitegen.markup.cleaning import VOID, clean, removals
from sitegen.markup.dialect import to_html
from sitegen.markup.findings import Finding, in_order
from sitegen.markup.positions import with_places, without_notes, without_places
from sitegen.markup.reading import read
from sitegen.markup.words import MarkupWords
from sitegen.model.document import Document
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
    findings: list[Finding] = []
    html = _html(with_places(text, first_line), first_line, words, findings)
    findings += removals(html)
    document, more = read(clean(html), language, first_line)
    return Parsed(document, in_order(findings + more))


def _html(text: str, first_line: int, words: MarkupWords, findings: list[Finding]) -> str:
    try:
        html = without_notes(to_html(text, words, findings))
        if _depth(html) <= DEEPEST:
            return html
    except RecursionError:
        pass  # the library goes into each list and quotation by calling itself
    complaint = message("lists, quotations or tags stand too deep inside one another")
    findings.append(Finding(first_line, 1, "SYN-12", complaint, message("Nest them less deeply.")))
    return f"<pre>{escape(without_places(text))}</pre>"


def _depth(html: str) -> int:
    depth = deepest = 0
    for end, tag in _TAG.findall(html):
        if tag.lower() not in VOID:
            depth = max(depth + (-1 if end else 1), 0)
            deepest = max(deepest, depth)
    return deepest
