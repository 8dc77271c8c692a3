"""What a body may cost. The library's effort grows faster than the text, so what no page needs is refused in time.

Limits are counted, not timed: the same text has the same answer everywhere. docs/decisions/0005 says how they were
found.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from sitegen.markup.findings import Finding
from sitegen.markup.positions import Place, note_in
from sitegen.problems import message

MOST_SIGNS = 20_000
"""Signs of Markdown and HTML that a body may hold."""
MOST_READING = 15_000_000
"""Characters that may be looked at while a body is cut into blocks; a block that is cut up is looked at again."""
BLOCK = 1_500
"""What a block costs besides, as if in characters."""
MOST_SEARCHING = 200_000_000
"""Characters of all paragraphs, each times the signs in it: for each sign the library goes through the paragraph."""

_SIGN = re.compile(
    '[\\[\\]()!`*_<>&{}\\\\|@"„“”‟«»\u00a0\u00ad]|://|\n *\n|  \n|^ *(?:[-+#=:~]|[0-9]+\\.)', re.MULTILINE
)
"""Blank lines and hard breaks among them, and the two characters that make the cleaner slow."""


class TooMuch(Exception):
    """A body that costs more than a page may."""


class TooDeep(Exception):
    """A body with more inside one another than a page may have."""


def weigh(text: str) -> None:
    """Raises `TooMuch` for a text with more signs than any page needs."""
    if len(text) > MOST_SIGNS and _signs(text) > MOST_SIGNS:
        raise TooMuch


def _signs(text: str) -> int:
    return len(_SIGN.findall(text))


class Meter(BlockProcessor):
    """Takes no block, but counts what the others get to see; raises `TooMuch`."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.left = MOST_READING

    def test(self, parent: Element, block: str) -> bool:
        """Never."""
        self.left -= BLOCK + len(block)
        if self.left < 0:
            raise TooMuch
        return False


class Budget(Treeprocessor):
    """Shows a paragraph as it stands that is too dear to be searched for markup."""

    def __init__(self, md: Markdown, findings: list[Finding]) -> None:
        super().__init__(md)
        self.findings = findings
        self.left = MOST_SEARCHING

    def run(self, root: Element) -> None:
        """Marks what is too dear as finished; a body as short as most are cannot be."""
        if sum(map(len, root.itertext())) ** 2 <= self.left:
            return
        for element in root.iter():
            element.text = self._afforded(element.text)
            element.tail = self._afforded(element.tail)

    def _afforded(self, text: str | None) -> str | None:
        if not text or isinstance(text, AtomicString):
            return text
        cost = len(text) * _signs(text)
        if cost <= self.left:
            self.left -= cost
            return text
        complaint = message("a paragraph of {count} characters is too long to be read as Markdown", count=len(text))
        hint = message("Break it into paragraphs with blank lines.")
        place = note_in(text) or Place(1, 1)
        self.findings.append(Finding(*place, "SYN-12", complaint, hint))
        return AtomicString(text)
