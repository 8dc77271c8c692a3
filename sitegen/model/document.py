"""A parsed Markdown body: HTML in sections, and the headings, links and pictures found in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from html import unescape


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading of a body; its id is unique in the page."""

    level: int
    """1 to 6, as written."""
    id: str
    text: str
    """Plain text, typeset."""
    line: int
    column: int


@dataclass(frozen=True, kw_only=True)
class Link:
    """A link or a picture of a body; its number is its place in `Document.links`."""

    target: str
    """As the editor wrote it, percent-encoding and HTML entities undone."""
    line: int
    column: int
    """Of the first character of the link or picture in the file."""
    is_picture: bool = False
    alt: str = ""
    """Pictures only."""
    is_decorative: bool = False
    """Pictures only: marked `{.decorative}`."""
    attributes: tuple[tuple[str, str], ...] = ()
    """What else the tag carries (class, id, title, lang), cleaned."""


@dataclass(frozen=True, kw_only=True)
class Section:
    """A top-level heading and what follows it up to the next one; the first and the footnotes have no heading."""

    heading: Heading | None
    html: str
    """Clean HTML without the heading.

    `OPEN n CLOSE` stands for the `<a>` or `<img>` tag of link n, `OPEN /n CLOSE` for its `</a>`.
    """


@dataclass(frozen=True, kw_only=True)
class Document:
    """A parsed body."""

    sections: tuple[Section, ...] = ()
    headings: tuple[Heading, ...] = ()
    """All headings, nested ones included, in order."""
    links: tuple[Link, ...] = ()
    anchors: frozenset[str] = frozenset()
    """All ids that a link can lead to."""
    text: str = ""
    """Plain text, for summaries and search."""
    told: int = 0
    """On a cover, the characters of the whole text."""
    is_verbatim: bool = False
    """Whether the body is shown as it stands, because it holds more than a page can."""

    @property
    def cover(self) -> Document:
        """What other pages may know of the body: what leads into it and out of it, and how it begins."""
        return replace(
            self,
            sections=self.sections and (UNTOLD,),
            text=" ".join(self.text[:LONGEST_BEGINNING].split()),
            told=self.length,
        )

    @property
    def length(self) -> int:
        """Characters of the whole text."""
        return self.told or len(self.text)

    @cached_property
    def link_texts(self) -> Mapping[int, str]:
        """What a reader meets of each link, by its number; a picture counts with its alternative text.

        Links of top-level headings are missing: only the words of such a heading are shown.
        """
        return dict(pair for section in self.sections if OPEN in section.html for pair in self._texts_in(section.html))

    def _texts_in(self, html: str) -> Iterator[tuple[int, str]]:
        words: list[str] = []
        starts: dict[int, int] = {}
        pieces = TAG.split(html)
        for word, slash, name in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=False):
            words.append(unescape(word))
            number = int(name or -1)
            if slash:
                yield number, " ".join("".join(words[starts[number] :]).split())
            elif name and self.links[number].is_picture:
                words.append("" if self.links[number].is_decorative else self.links[number].alt)
            elif name:
                starts[number] = len(words)


UNTOLD = Section(heading=None, html="")
"""Stands on a cover for all that the body says."""
LONGEST_BEGINNING = 600
"""Characters of a text that lists and descriptions may show."""
OPEN = "\ue000"
CLOSE = "\ue001"
MARK = re.compile(f"{OPEN}(/?)([0-9]+){CLOSE}")
"""What stands for a tag: `/` where it closes, and the number of the link."""
TAG = re.compile(f"<[^>]*>|{MARK.pattern}")
"""What stands between the words of a section's HTML."""
EMPTY = Document()


TAKEN_IDS = frozenset(
    (
        *("main", "facts", "contents", "about", "agenda", "goals", "budget", "activities", "groups", "results"),
        *("events", "news", "gallery", "documents", "pages", "partners", "contact", "share"),
    )
)
"""Ids that themes give to the parts of a page; headings without an id of their own keep off them."""


def opening_mark(number: int) -> str:
    """What stands for the `<a>` or `<img>` of a link."""
    return f"{OPEN}{number}{CLOSE}"


def closing_mark(number: int) -> str:
    """What stands for the `</a>` of a link."""
    return f"{OPEN}/{number}{CLOSE}"
