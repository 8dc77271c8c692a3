"""The parser of HTML that all readers of built pages stand on."""

from __future__ import annotations

from html.parser import HTMLParser


class TolerantParser(HTMLParser):
    """The library's, entities undone, with an answer to any text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """`<![…`: a comment to browsers; the library stumbles over it."""
        return self.parse_bogus_comment(i, bool(report))
