"""Positions that travel through the converter.

Python-Markdown keeps no positions. So each construct that may be asked for its place (link, picture, heading, tag,
attribute list, `:::` line) takes its line and column along, written in private-use characters inside itself. They come
out at the other end as attributes of elements; wherever else they came to lie (in code, in plain text) they are
taken out again.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Place(NamedTuple):
    """A line and a column, both counted from 1."""

    line: int
    column: int


_DIGITS = "\ue002\ue003\ue004\ue005\ue006\ue007\ue008\ue009\ue00a\ue00b"
_IN_TEXT, _END, _IN_TAG, _BETWEEN = "\ue00c", "\ue00d", "\ue00e", "\ue00f"
_ENCODE = str.maketrans("0123456789", _DIGITS)
_DECODE = str.maketrans(_DIGITS, "0123456789")
_NUMBERS = rf"([{_DIGITS}]+){_BETWEEN}([{_DIGITS}]+){_END}"

ATTRIBUTE_PREFIX = _IN_TAG
"""With what the names of attributes begin that carry a place."""
_NOTE = re.compile(_IN_TEXT + _NUMBERS)
_ATTRIBUTE = re.compile(_IN_TAG + _NUMBERS)
_TOKEN = re.compile(f"{_BETWEEN}[{_DIGITS}]*{_END}")
_ANY = re.compile(f"{_NOTE.pattern}| ?{_ATTRIBUTE.pattern}|{_TOKEN.pattern}|[\x02\x03\ue002-\ue00f]+")
"""The last kind are pieces: on tangled raw HTML the library cuts in the wrong place."""

_SIGN = re.compile("[\x02\x03\ue002-\ue00f]")
"""What all of these have."""

FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ue000-\ue00f]")
"""Control characters and the private-use characters that this room writes itself."""
_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_HALVES = re.compile("[\ud800-\udfff]")

_CONSTRUCT = re.compile(
    r"""
      (?=[!\[<{]) (?:
        (?P<link> (?:(?<!\\)!)? \[ (?! \^[^\]\n]{0,200}\](?!\() | \](?!\() ) )
      | (?P<address> < (?: [A-Za-z][A-Za-z0-9+.-]*+://[^<>\n]*+ | [^<>\s!@]++@[^@<>\s]++ ) (?=>) )
      | (?P<tag> < [A-Za-z][\w:.-]*+ (?=[\s/>]) )
      | (?P<attributes> \{ :?[ ]* (?=[#.\w-]) )
      )
    | ^ (?:
        [ ]{0,3} (?P<container> :{3,} )
      | (?P<hashes> [ >*+\-\d.\x00]*+ (?P<hash>\#{1,6}) (?!\#)[ ]* )
      | (?P<underlined> [ >*_„“"«(]*+ (?= \w[^\n]*\n[ >]*(?:=+|-+)[ ]*$ ) )
      | (?P<long> [ >*+\-_„“"«(]*+ (?= [^\W\d][^\n]{10000} ) )
      )
    """,
    re.VERBOSE | re.MULTILINE,
)
"""Two questions for each character, not eight."""


class _Pen:
    """Writes places into a text, from its beginning to its end."""

    def __init__(self, text: str, first_line: int) -> None:
        self.text, self.line, self.line_start, self.seen = text, first_line, 0, 0
        self.last_tag_end = text.rfind(">")

    def __call__(self, match: re.Match[str]) -> str:
        kind = match.lastgroup or ""
        place = self._place(match.start("hash" if kind == "hashes" else kind))
        if kind != "tag":
            return match[0] + _note(place)
        # A tag that nothing closes is text; the library would look for its end from each one anew.
        is_open = match.start() > self.last_tag_end
        return f"<{_note(place)}{match[0][1:]}" if is_open else f"{match[0]} {_attribute(place)}"

    def _place(self, offset: int) -> Place:
        # Counted on from the last place: a search from the start would be quadratic on a line of megabytes.
        self.line += self.text.count("\n", self.seen, offset)
        self.line_start = max(self.line_start, self.text.rfind("\n", self.seen, offset) + 1)
        self.seen = offset
        return Place(self.line, offset - self.line_start + 1)


def unified(text: str) -> str:
    """The text with `\n` line ends; NUL, which keeps the columns, stands for what no page can show."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return FORBIDDEN.sub("\x00", _HALVES.sub("\ufffd", _BREAKS.sub(" ", text)))


def with_places(text: str, first_line: int) -> str:
    """The unified text with each construct carrying its place."""
    return shown(_CONSTRUCT.sub(_Pen(text, first_line), text))


def shown(text: str) -> str:
    """The unified text without what no page can show."""
    return text.replace("\x00", "")


def without_places(text: str) -> str:
    """The text as the editor wrote it."""
    return _ANY.sub("", text) if _SIGN.search(text) else text


def without_notes(html: str) -> str:
    """The HTML with those places alone that stand as attributes of tags."""
    return _NOTE.sub("", html)


def note_in(text: str) -> Place | None:
    """The first place that is written in the text."""
    return _decoded(_NOTE.search(text))


def place_of(attributes: list[tuple[str, str | None]]) -> Place | None:
    """Where the element with these attributes begins; its own place comes before that of its attribute list."""
    places = (_decoded(_ATTRIBUTE.fullmatch(name)) for name, _ in attributes)
    return min((place for place in places if place), default=None)


def attribute_for(place: Place) -> str:
    """The name of an attribute that carries the place."""
    return _attribute(place)


def token(number: int | None) -> str:
    """A word that no editor can write, with a number or without one."""
    return _BETWEEN + ("" if number is None else str(number).translate(_ENCODE)) + _END


def token_number(word: str) -> int | None:
    """The number in a token; None where it has none or is no token."""
    number = word[1:-1].translate(_DECODE) if _TOKEN.fullmatch(word) else ""
    return int(number) if number else None


def _note(place: Place) -> str:
    return _IN_TEXT + _encoded(place)


def _attribute(place: Place) -> str:
    return _IN_TAG + _encoded(place)


def _encoded(place: Place) -> str:
    return f"{place.line}\x00{place.column}".translate(_ENCODE).replace("\x00", _BETWEEN) + _END


def _decoded(match: re.Match[str] | None) -> Place | None:
    return Place(*(int(number.translate(_DECODE)) for number in match.groups())) if match else None
