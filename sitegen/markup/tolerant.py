"""The parser of HTML that all readers of built pages stand on."""

from __future__ import annotations

import re
from html.parser import HTMLParser

COMMENT_END = re.compile(r"--!?\s*>")


class TolerantParser(HTMLParser):
    """The library's, entities undone, with an answer to any text, in a time that grows as the text does.

    Where a tag or a comment has no end, the library would look through the rest of the text for each of them again.
    """

    measured = ""
    """The text whose last ends are known."""
    last_tag = last_comment = -1

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def measure(self) -> None:
        """Looks where the last tag and the last comment of the text can end."""
        if self.rawdata is not self.measured:
            self.measured = self.rawdata
            self.last_tag = self.rawdata.rfind(">")
            self.last_comment = max((end.start() for end in COMMENT_END.finditer(self.rawdata)), default=-1)

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """`<![…`: a comment to browsers; the library stumbles over it."""
        return self.parse_bogus_comment(i, bool(report))

    def check_for_whole_start_tag(self, i: int) -> int:
        """Where a tag ends; -1 where none can."""
        self.measure()
        return -1 if i > self.last_tag else super().check_for_whole_start_tag(i)

    def parse_comment(self, i: int, report: bool = True) -> int:
        """Where a comment ends; -1 where none can."""
        self.measure()
        return -1 if i > self.last_comment else super().parse_comment(i, report)
