"""What a built page consists of: its ids, headings and addresses with their places, for the checks of a built site."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sitegen.markup.tolerant import TolerantParser

ADDRESSES: dict[str, tuple[str, ...]] = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "button": ("formaction",),
    "embed": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src", "formaction"),
    "link": ("href", "imagesrcset"),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
"""Where a tag holds addresses. Metadata for other programs (`og:image`) lead no reader anywhere."""
SETS = ("srcset", "imagesrcset")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
CANDIDATE = re.compile(r"[\s,]*+([^\s,]\S*?)(?:,+(?=\s|\Z)|\s[^,]*+|\Z)")
REFRESH = re.compile(r"\s*[\d.]+\s*[;,]\s*(?:url\s*=\s*)?['\"]?([^'\"]+)", re.IGNORECASE)


@dataclass(frozen=True)
class Anchor:
    """An element with an id."""

    id: str
    line: int
    column: int


@dataclass(frozen=True)
class Reference:
    """An address that an element leads to."""

    target: str
    """As it stands in the page, entities undone."""
    tag: str
    attribute: str
    line: int
    column: int
    rel: str = ""
    """What a `<link>` or `<a>` says about it."""
    hreflang: str = ""


@dataclass(frozen=True)
class PageHeading:
    """A heading of a built page."""

    level: int
    text: str
    id: str
    line: int
    column: int


@dataclass(frozen=True)
class Outline:
    """A built page; everything in the order of the page, lines and columns from 1."""

    language: str = ""
    """Of `<html>`."""
    title: str = ""
    anchors: tuple[Anchor, ...] = ()
    references: tuple[Reference, ...] = ()
    headings: tuple[PageHeading, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """All ids, for links to look up."""
        return frozenset(anchor.id for anchor in self.anchors)


class _Outliner(TolerantParser):
    def __init__(self) -> None:
        super().__init__()
        self.language = ""
        self.title = ""
        self.anchors: list[Anchor] = []
        self.references: list[Reference] = []
        self.headings: list[PageHeading] = []
        self.reading = ""
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in reversed(attrs)}
        line, offset = self.getpos()
        column = offset + 1
        if tag == "html":
            self.language = attributes.get("lang", "")
        if attributes.get("id"):
            self.anchors.append(Anchor(attributes["id"], line, column))
        if tag in _HEADINGS:
            self.headings.append(PageHeading(_HEADINGS[tag], "", attributes.get("id", ""), line, column))
            self.reading, self.words = tag, []
        elif tag == "title" and not self.title:
            self.reading, self.words = tag, []
        rel, hreflang = attributes.get("rel", ""), attributes.get("hreflang", "")
        for attribute, target in _targets(tag, attributes):
            self.references.append(Reference(target, tag, attribute, line, column, rel, hreflang))

    def handle_data(self, data: str) -> None:
        if self.reading:
            self.words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag != self.reading:
            return
        text = " ".join("".join(self.words).split())
        if tag == "title":
            self.title = text
        else:
            self.headings[-1] = replace(self.headings[-1], text=text)
        self.reading = ""


def outline(html: str) -> Outline:
    """The outline of a page."""
    outliner = _Outliner()
    outliner.feed(html)
    outliner.close()
    return Outline(
        language=outliner.language,
        title=outliner.title,
        anchors=tuple(outliner.anchors),
        references=tuple(outliner.references),
        headings=tuple(outliner.headings),
    )


def _targets(tag: str, attributes: dict[str, str]) -> list[tuple[str, str]]:
    """The addresses of a tag, each with the attribute that holds it."""
    targets: list[tuple[str, str]] = []
    for name in ADDRESSES.get(tag, ()):
        if name in attributes:
            values = candidates(attributes[name]) if name in SETS else [attributes[name].strip()]
            targets += [(name, value) for value in values]
    if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
        targets += [("content", match.strip()) for match in REFRESH.findall(attributes.get("content", ""))]
    return targets


def candidates(srcset: str) -> list[str]:
    """The addresses of a `srcset`; commas may stand in an address, but not at its end."""
    return CANDIDATE.findall(srcset)
