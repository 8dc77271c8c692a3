"""The parser that all readers of pages stand on reads as the library does, and does not look at the same text for ever."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.markup.tolerant import TolerantParser

PIECES = [
    "<p",
    " a='b'",
    " c",
    ">",
    "<!--",
    "-->",
    "-- >",
    "--!>",
    "<",
    "/",
    "</p>",
    "'",
    '"',
    "x",
    "&amp;",
    "\n",
    "--",
]


class Noting:
    """Notes all that a parser meets."""

    def __init__(self) -> None:
        super().__init__()
        self.met: list[tuple[Any, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.met.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.met.append(("/", tag))

    def handle_data(self, data: str) -> None:
        self.met.append(("text", data))

    def handle_comment(self, data: str) -> None:
        self.met.append(("comment", data))


class Ours(Noting, TolerantParser):
    """Ours."""


class Theirs(Noting, HTMLParser):
    """The library's."""


def met(parser: Ours | Theirs, text: str) -> list[tuple[Any, ...]]:
    """What a parser meets in a text."""
    parser.feed(text)
    parser.close()
    return parser.met


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_it_reads_as_the_library_does(text: str) -> None:
    assert met(Ours(), text) == met(Theirs(), text)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8))
def test_it_reads_pieces_as_the_library_does(pieces: list[str]) -> None:
    ours, theirs = Ours(), Theirs()
    for piece in pieces:
        ours.feed(piece)
        theirs.feed(piece)
    assert met(ours, "") == met(theirs, "")


@pytest.mark.parametrize("piece", ["<img ", "<!--", "<!-- a", "<a b='"])
def test_what_has_no_end_is_looked_through_once(piece: str) -> None:
    told = met(Ours(), piece * 20_000)
    assert "".join(data for kind, data in told if kind == "text").count("<") in (0, 20_000)
