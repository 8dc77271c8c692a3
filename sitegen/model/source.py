"""A source: the text of one file of the editor, for those who look at what is written and not only at what it means."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sitegen.problems import Location


@dataclass(frozen=True)
class Source:
    """A page's file as text, without BOM, line ends as `\\n`."""

    path: str
    """As in problems, `content/…`."""
    text: str
    body_line: int
    """The line of the file on which the body begins, from 1."""

    @cached_property
    def lines(self) -> list[str]:
        """All lines, front matter included, without their ends."""
        return self.text.split("\n")

    @property
    def body(self) -> str:
        """What stands below the front matter."""
        return "\n".join(self.lines[self.body_line - 1 :])

    def spelling(self, at: Location, value: str) -> Location | None:
        """Where a value that begins at `at` is spelled letter by letter, after its quotation mark where it has one.

        None where the file spells it in another way: in several lines, with escapes.
        """
        line = self.lines[at.line - 1] if at.line <= len(self.lines) else ""
        start = at.column - 1
        if not value or "\n" in value:
            return None
        for offset in (start, start + 1) if line[start : start + 1] in ("'", '"') else (start,):
            if line.startswith(value, offset):
                return Location(at.path, at.line, offset + 1)
        return None
