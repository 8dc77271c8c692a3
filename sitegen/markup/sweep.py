"""A sweep over the tags of a page: what it notes, how tags and attributes are cut, and where a tag stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from itertools import islice

from sitegen.markup.tags import tag_places
from sitegen.problems import Message
from sitegen.text.spots import spot

ATTRIBUTE = re.compile(r"([\w:-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "path", "use",
    "rect", "circle", "line", "polyline", "polygon", "ellipse",
})  # fmt: skip

FRAME, NAMES, TABLES, LANGUAGES, REFERENCES, KEYS = "frame", "names", "tables", "languages", "references", "keys"
VOICES = "voices"
"""What the rules are about."""


@dataclass(frozen=True)
class Fault:
    """A rule that the page breaks, and the tag that breaks it."""

    about: str
    what: Message
    tag: int = 0
    """Its number; 0 for the whole page."""


@dataclass(slots=True, eq=False)
class Open:
    """An element that has not ended yet."""

    name: str
    tag: int
    written: str
    """Its attributes as they stand."""
    attributes: Mapping[str, str]
    """Those of a tag that was looked at."""
    words: str = ""
    is_named: bool = False
    is_hidden: bool = False
    is_prose: bool = False
    """Whether it is in a text of an editor."""
    is_quoted: bool = False
    """Whether its words may be in any language: code, quotations, names."""
    language: str = ""
    """Of its words."""
    has_label: bool = False
    """Of a table or of what it lies in."""
    has_caption: bool = False
    has_heads: bool = False


@dataclass
class Sweep:
    """What the tags of a page told so far."""

    faults: list[Fault] = field(default_factory=list)
    stack: list[Open] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    labelled: set[str] = field(default_factory=set)
    fields: list[tuple[int, str]] = field(default_factory=list)
    """Fields without a name of their own, with their ids."""
    references: list[tuple[int, str]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    level: int = 0
    """Of the heading above."""
    menus: list[str] = field(default_factory=list)
    """What names the `nav` elements; "" for what has no name."""
    language: str = ""
    viewport: str = ""
    spoken: list[Open] = field(default_factory=list)
    """Those of the open ones with a label of their own."""
    pressing: list[Open] = field(default_factory=list)
    """The links and buttons among the open ones."""
    first_link: str | None = None
    is_bare: bool = False
    is_stub: bool = False

    def fault(self, about: str, tag: int, what: Message) -> None:
        """Notes a fault."""
        self.faults.append(Fault(about, what, tag))


def attributes_of(text: str) -> Mapping[str, str]:
    """The attributes of a tag; the first of two counts."""
    found = [(one[0].lower(), unescape(one[1] or one[2] or one[3])) for one in ATTRIBUTE.findall(text)]
    return dict(reversed(found))


def place(html: str, tag: int) -> tuple[int, int]:
    """Line and column of a tag."""
    start = next(islice(tag_places(html), tag - 1, None), None) if tag else None
    return (1, 1) if start is None else spot(html, start)
