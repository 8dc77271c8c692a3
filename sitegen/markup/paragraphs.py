"""Paragraphs: the pieces in which a page is translated, accepted and compared, in the front matter and in the body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sitegen.markup.masking import prose
from sitegen.model.page import Page
from sitegen.model.source import Source
from sitegen.model.wordings import wordings
from sitegen.problems import Location

FIELD, HEADING, TEXT, LIST, TABLE, CODE, HTML = "field", "heading", "text", "list", "table", "code", "html"
"""What a paragraph can be: words of the front matter, or a block of the body."""

_HEADING = re.compile(r" {0,3}#{1,6}(?!#)")
_BEGINNING = re.compile(r" {0,3}(?:(?P<fence>`{3,}|~{3,})|(?P<heading>#{1,6}(?!#))|(?P<container>:{3,}))")
"""What begins a block without a blank line before it; the fence as it is closed."""
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

    @cached_property
    def prose(self) -> str:
        """The text with spaces in the place of all that is not prose."""
        return prose(self.text)

    def spot(self, offset: int) -> Location:
        """Where a character of a body's text stands in the file; for a field, where its value begins."""
        if self.kind == FIELD:
            return self.at
        above = self.text.count("\n", 0, offset)
        column = offset - self.text.rfind("\n", 0, offset)
        return Location(self.at.path, self.at.line + above, column)


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
        found = _BEGINNING.match(line)
        kind = found.lastgroup if found else ""
        is_blank = not line.strip()
        if lines and not fence and (kind or is_blank):
            yield number - len(lines), "\n".join(lines)
            lines = []
        if fence or not (kind in ("heading", "container") or is_blank):
            lines.append(line)
        elif kind == "heading":
            yield number, line
        if fence and line.strip() == fence:
            yield number - len(lines) + 1, "\n".join(lines)
            lines, fence = [], ""
        elif found and not fence:
            fence = found["fence"] or ""
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
