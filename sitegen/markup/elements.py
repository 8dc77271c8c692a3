"""The elements of a built page, each with those it stands in: for checks of what stands where and how it looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sitegen.markup.tolerant import TolerantParser

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
UNSEEN = frozenset({"script", "style", "template", "title"})
BREAKS = frozenset({"br", "p", "div", "li"})


@dataclass(frozen=True)
class Node:
    """What a style rule may ask of an element."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """An attribute; "" where it is absent."""
        return next((value for key, value in self.attributes if key == name), "")

    @property
    def classes(self) -> frozenset[str]:
        """Its classes."""
        return frozenset(self.get("class").split())


@dataclass(eq=False)
class Element:
    """An element of a page."""

    node: Node
    parent: Element | None
    line: int
    column: int
    source: str = ""
    """The tag as it stands in the page."""
    children: list[Element | str] = field(default_factory=list)

    @property
    def chain(self) -> tuple[Node, ...]:
        """The element and all it stands in, the outermost first."""
        return (*(self.parent.chain if self.parent else ()), self.node)

    @property
    def above(self) -> Iterator[Element]:
        """Those it stands in, the nearest first."""
        if self.parent:
            yield self.parent
            yield from self.parent.above

    def walk(self) -> Iterator[Element]:
        """The element and all inside, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    @property
    def text(self) -> str:
        """Its words; a line break between what stands on lines of its own."""
        if self.node.tag in UNSEEN or self.node.tag == "svg":
            return ""
        words = "".join(child if isinstance(child, str) else child.text for child in self.children)
        return f"\n{words}\n" if self.node.tag in BREAKS else words


class _Grower(TolerantParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element(Node(""), None, 1, 1)
        self.open = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, offset = self.getpos()
        made = self.handle_one(tag, attrs, line, offset)
        if tag not in VOID:
            self.open = made

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, offset = self.getpos()
        self.handle_one(tag, attrs, line, offset)

    def handle_one(self, tag: str, attrs: list[tuple[str, str | None]], line: int, offset: int) -> Element:
        node = Node(tag, tuple((name, value or "") for name, value in attrs))
        made = Element(node, self.open, line, offset + 1, self.get_starttag_text() or "")
        self.open.children.append(made)
        return made

    def handle_data(self, data: str) -> None:
        self.open.children.append(data)

    def handle_endtag(self, tag: str) -> None:
        found = next((one for one in (self.open, *self.open.above) if one.node.tag == tag), None)
        if found and found.parent:
            self.open = found.parent


def elements(html: str) -> Element:
    """The root of a page, or of the beginning of one."""
    grower = _Grower()
    grower.feed(html)
    grower.close()
    return grower.root
