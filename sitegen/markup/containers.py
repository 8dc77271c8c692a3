"""`::: note Title` … `:::`: notes, warnings and quotes, with Markdown inside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor

from sitegen.markup.effort import TooDeep
from sitegen.markup.findings import Finding
from sitegen.markup.positions import Place, note_in, token, token_number, without_places
from sitegen.problems import message

DEEPEST = 20
"""How many blocks may be open at once."""
_LINE = re.compile(r"^ {0,3}:{3,}(?P<note>[\ue002-\ue00f]*)[ ]*(?P<name>\S*)[ ]*(?P<title>.*)$")
_END = token(None)
_TAGS = {"note": "div", "warning": "div", "quote": "blockquote"}
_HINT = message("Write '::: note', '::: warning' or '::: quote', a title if you like, and ':::' at the end.")


@dataclass(frozen=True)
class Container:
    """The first line of a block, as read."""

    name: str
    title: str
    place: Place


class ContainerPreprocessor(Preprocessor):
    """Finds the `:::` lines and writes a token in the place of each."""

    def __init__(self, md: Markdown, opened: list[Container], findings: list[Finding]) -> None:
        super().__init__(md)
        self.opened = opened
        self.findings = findings

    def run(self, lines: list[str]) -> list[str]:
        """The lines with tokens, each between blank lines, for the processor below."""
        waiting: list[Container] = []
        result: list[str] = []
        for line in lines:
            match = _LINE.match(line) if ":::" in line else None
            result += ["", self._token(match, waiting), ""] if match else [line]
        for container in (one for one in waiting if one.name in _TAGS):
            complaint = message("the block '{name}' is never closed", name=container.name)
            self.findings.append(Finding(*container.place, "SYN-10", complaint, _HINT))
        return result

    def _token(self, match: re.Match[str], waiting: list[Container]) -> str:
        name, place = without_places(match["name"]), note_in(match["note"]) or Place(1, 1)
        if name:
            waiting.append(Container(name, match["title"].strip(), place))
            if len(waiting) > DEEPEST:
                raise TooDeep
            return self._opened(waiting[-1])
        if waiting:
            return _END if waiting.pop().name in _TAGS else ""
        self.findings.append(Finding(*place, "SYN-10", message("':::' closes no block"), _HINT))
        return ""

    def _opened(self, container: Container) -> str:
        if container.name not in _TAGS:
            complaint = message("there is no block '{name}'", name=container.name)
            self.findings.append(Finding(*container.place, "SYN-10", complaint, _HINT))
            return container.title
        self.opened.append(container)
        return token(len(self.opened) - 1)


class ContainerProcessor(BlockProcessor):
    """Makes an element of all that stands between two tokens."""

    def __init__(self, parser: BlockParser, opened: list[Container], labels: dict[str, str]) -> None:
        super().__init__(parser)
        self.opened = opened
        self.labels = labels

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block is one of the tokens."""
        return block == _END or token_number(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Takes the blocks up to the closing token."""
        number = token_number(blocks.pop(0))
        if number is not None:
            inner = _up_to_end(blocks)
            self.parser.parseBlocks(self._element(parent, self.opened[number]), inner)

    def _element(self, parent: Element, container: Container) -> Element:
        element = SubElement(parent, _TAGS[container.name], {"class": container.name})
        label = self.labels[container.name]
        if element.tag == "div":
            element.set("role", "note")
            element.set("aria-label", label)
        title = container.title or (label if element.tag == "div" else "")
        if title:
            SubElement(element, "p", {"class": f"{container.name}-title"}).text = title
        return element


def _up_to_end(blocks: list[str]) -> list[str]:
    """Takes from the blocks what belongs inside, and the closing token."""
    depth, size = 1, 0
    while size < len(blocks) and depth:
        word = blocks[size].strip("\n")
        depth += (token_number(word) is not None) - (word == _END)
        size += 1
    inner = blocks[: size - (not depth)]
    del blocks[:size]
    return inner
