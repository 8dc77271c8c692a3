"""Readdressing: the addresses in a page, a style sheet or a drawing are written anew, every other character stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape, unescape

from sitegen.markup.outline import ADDRESSES, REFRESH, SETS
from sitegen.markup.tolerant import TolerantParser

Route = Callable[[str, str], str]
"""`(tag, address) -> address`: entities undone; tag is "" in a style sheet. The same address where it may stay."""
Change = tuple[int, int, str]
"""From where to where in the text, and what is to stand there."""

READ = frozenset({"html", "htm", "svg", "css"})
"""Endings of the files that hold addresses which a browser follows."""
ATTRIBUTE = re.compile(r"""(?<=[\s"'/])([^\s"'<>/=]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
NAME = re.compile(r"</?[^\s/>]+")
CANDIDATE = re.compile(r"(?:\A|(?<=,)|(?<=,\s))\s*([^\s,]\S*?)(?=,?(?:\s|\Z))")
IN_STYLE = re.compile(
    r"""url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^"'()\s]+))\s*\)|@import\s+(?:"([^"\n]*)"|'([^'\n]*)')""", re.IGNORECASE
)
"""CSS Syntax Level 3, 4.3.6: an address in quotes or without."""


def readdressed(text: str, ending: str, route: Route) -> str:
    """The text of a file with such an ending, its addresses as `route` has them."""
    return changed(text, sheet_changes(text, route) if ending == "css" else page_changes(text, route))


def addresses_in(text: str, ending: str) -> tuple[str, ...]:
    """All addresses of a file with such an ending, in order."""
    found: list[str] = []

    def note(_tag: str, address: str) -> str:
        found.append(address)
        return address

    readdressed(text, ending, note)
    return tuple(found)


def changed(text: str, changes: Iterator[Change]) -> str:
    """The text with the changes made; they are in order."""
    pieces, done = [], 0
    for start, end, new in changes:
        pieces += [text[done:start], new]
        done = end
    return "".join((*pieces, text[done:]))


def sheet_changes(sheet: str, route: Route) -> Iterator[Change]:
    """What changes in a style sheet."""
    for found in IN_STYLE.finditer(sheet):
        number = found.lastindex or 0
        if (new := route("", found[number])) != found[number]:
            yield *found.span(number), new


def page_changes(page: str, route: Route) -> Iterator[Change]:
    """What changes in a page or a drawing."""
    reader = _Reader(page, route)
    reader.feed(page)
    reader.close()
    yield from reader.changes


class _Reader(TolerantParser):
    def __init__(self, page: str, route: Route) -> None:
        super().__init__()
        self.route = route
        self.starts = [0, *(found.end() for found in re.finditer("\n", page))]
        self.changes: list[Change] = []

    @property
    def place(self) -> int:
        """Where the parser is in the text."""
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        raw, start = self.get_starttag_text() or "", self.place
        values = {name: value or "" for name, value in reversed(attrs)}
        is_refresh = tag == "meta" and values.get("http-equiv", "").lower() == "refresh"
        name = NAME.match(raw)
        for found in ATTRIBUTE.finditer(raw, name.end() if name else 0):
            new = self.value(tag, found[1].lower(), unescape(found[2].strip("\"'")), is_refresh=is_refresh)
            if new is not None:
                begin, end = found.span(2)
                self.changes.append((start + begin, start + end, f'"{escape(new)}"'))

    def value(self, tag: str, name: str, value: str, *, is_refresh: bool) -> str | None:
        """What an attribute is to say; None where it may stay."""
        if name in ADDRESSES.get(tag, ()):
            new = self.many(tag, value, CANDIDATE) if name in SETS else self.route(tag, value.strip())
        elif name == "content" and is_refresh:
            new = self.many(tag, value, REFRESH)
        elif name == "style":
            new = changed(value, sheet_changes(value, self.route))
        else:
            return None
        return None if new == value else new

    def many(self, tag: str, value: str, pattern: re.Pattern[str]) -> str:
        """A value in which addresses stand among other words."""
        return changed(value, ((*found.span(1), self.route(tag, found[1])) for found in pattern.finditer(value)))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "style":
            start = self.place
            self.changes += [(start + a, start + b, new) for a, b, new in sheet_changes(data, self.route)]
