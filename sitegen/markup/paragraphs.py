"""Paragraphs: the pieces in which a page is translated, accepted and compared, in the front matter and in the body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.model.page import Page
from sitegen.model.source import Source
from sitegen.model.wordings import wordings
from sitegen.problems import Location

FIELD, HEADING, TEXT, LIST, TABLE, CODE, HTML = "field", "heading", "text", "list", "table", "code", "html"
"""What a paragraph can be: words of the front matter, or a block of the body."""

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}(?!#)")
_CONTAINER = re.compile(r" {0,3}:{3,}")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ ]*$")
_KINDS = (
    (HEADING, _HEADING),
    (LIST, re.compile(r" {0,3}(?:[*+-]|\d{1,9}[.)])[ ]")),
    (TABLE, re.compile(r"[ ]*\|")),
    (CODE, re.compile(r" {0,3}(?:`{3,}|~{3,})|[ ]{4}")),
    (HTML, re.compile(r" {0,3}<[A-Za-z/!]")),
)


@dataclass(frozen=True)
class Paragraph:
    """A piece of a page's words."""

    id: str
    """A field's name as of all languages, `goals.g2.text`; in the body `p1`, `p2`, … as they follow."""
    text: str
    """As the editor wrote it, a body's with its Markdown."""
    at: Location
    kind: str


def paragraphs(page: Page, source: Source) -> tuple[Paragraph, ...]:
    """All pieces of a page's own words: fields in their order, then the blocks of the body."""
    fields = (Paragraph(w.id, w.text, w.at, FIELD) for w in wordings(page))
    return (*fields, *body_paragraphs(source))


def body_paragraphs(source: Source) -> tuple[Paragraph, ...]:
    """The blocks of a body, numbered from 1; lines of `:::` belong to none."""
    found = blocks(source.body, source.body_line)
    return tuple(
        Paragraph(f"p{number}", text, Location(source.path, line, column_of(text)), kind_of(text))
        for number, (line, text) in enumerate(found, start=1)
    )


def blocks(body: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Line and text of each block: between blank lines, a fence and a heading each for itself."""
    lines: list[str] = []
    fence = ""
    for number, line in enumerate(body.split("\n"), start=first_line):
        opened = _FENCE.match(line)
        stands_alone = not fence and bool(_HEADING.match(line) or _CONTAINER.match(line))
        if lines and not fence and (opened or stands_alone or not line.strip()):
            yield number - len(lines), "\n".join(lines)
            lines = []
        if stands_alone and not _CONTAINER.match(line):
            yield number, line
        elif fence or (line.strip() and not stands_alone):
            lines.append(line)
        if opened and not fence:
            fence = opened[1]
        elif fence and line.strip() == fence:
            yield number - len(lines) + 1, "\n".join(lines)
            lines, fence = [], ""
    if lines:
        yield number - len(lines) + 1, "\n".join(lines)


def kind_of(block: str) -> str:
    """What a block is."""
    lines = block.split("\n")
    if len(lines) == 2 and _UNDERLINE.match(lines[1]):
        return HEADING
    if len(lines) > 1 and re.fullmatch(r"[ ]*\|?(?:[ ]*:?-+:?[ ]*\|)+[ ]*(?::?-+:?)?[ ]*", lines[1]):
        return TABLE
    return next((kind for kind, pattern in _KINDS if pattern.match(block)), TEXT)


def column_of(block: str) -> int:
    """The column of its first character that is not white."""
    return len(block) - len(block.lstrip()) + 1
