"""What our dialect reads in whole lines, beyond the library: lists without a blank line, footnotes that never fail."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor
from markdown.extensions.footnotes import FN_BACKLINK_TEXT, FootnoteExtension

_ITEM = re.compile(r"\n(?= {0,3}(?:[*+-]|1\.)[ ]+\S)")


class ListProcessor(BlockProcessor):
    """A list may follow the line of a paragraph, as every Word user expects.

    A numbered one does so only where it starts with 1: `15. май` at the start of a line is a date.
    """

    def test(self, parent: Element, block: str) -> bool:
        """Whether a list begins within the block."""
        return bool(_ITEM.search(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Cuts the block in two."""
        before, after = _ITEM.split(blocks[0], maxsplit=1)
        blocks[:1] = [before, after]


class Footnotes(FootnoteExtension):
    """Footnotes numbered as they are met."""

    def __init__(self) -> None:
        super().__init__(BACKLINK_TITLE="{}", USE_DEFINITION_ORDER=False)

    def makeFootnotesDiv(self, root: Element) -> Element | None:  # noqa: N802  # the library's own name
        """The list of footnotes; one without words gets its way back too, or the library stumbles over it."""
        div: Element | None = super().makeFootnotesDiv(root)
        for item in div.findall("ol/li") if div is not None else ():
            if item.find(".//a[@class='footnote-backref']") is None:
                attributes = {"class": "footnote-backref", "href": "#" + item.get("id", "").replace("fn", "fnref", 1)}
                SubElement(SubElement(item, "p"), "a", attributes).text = FN_BACKLINK_TEXT
        return div
