"""What our dialect reads within a line, beyond the library: phrases in another language, clean attribute lists."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.inlinepatterns import (
    DelimiterProcessor,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    InlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX, AtomicString

from sitegen.markup.cleaning import allowed_attributes, removed_attribute
from sitegen.markup.findings import Finding
from sitegen.markup.positions import Place, attribute_for, note_in, without_places

_LIST = r"\{:?[ ]*((?:[\ue002-\ue00f]*)(?:[#.][^{}\n\s]|[\w-]+=)[^{}\n]*)\}"
"""An attribute list; words in braces that are none, such as `{проект}`, stay words."""
_PLACEHOLDER = re.compile(f"{STX}[a-z]+:[0-9]+{ETX}")
"""What the library puts for markup; in the words of a picture it would be filled in as a tag within a tag."""
_BRACKET = re.compile(r"[\[\]]")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class References(dict[str, tuple[str, str]]):
    """Link definitions by name; a name is read without the place that it carries."""

    def __contains__(self, name: object) -> bool:
        return super().__contains__(without_places(str(name)))

    def __getitem__(self, name: str) -> tuple[str, str]:
        return super().__getitem__(without_places(name))

    def __setitem__(self, name: str, value: tuple[str, str]) -> None:
        super().__setitem__(without_places(name), value)


class Brackets(LinkInlineProcessor):
    """What is common to links and pictures of all forms: a text in brackets, an address behind it.

    The library searches for the end of each through the whole paragraph, letter by letter.
    """

    LONGEST = 2000
    """Characters of a text or an address, the places in it included."""
    DEEPEST = 20
    """Brackets within brackets."""

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802  # the library's own name
        """The text up to its closing bracket, the place behind it, and whether there is one."""
        depth = 1
        for bracket in _BRACKET.finditer(data, index, index + self.LONGEST):
            depth += 1 if bracket[0] == "[" else -1
            if not depth:
                return data[index : bracket.start()], bracket.end(), True
            if depth > self.DEEPEST:
                break
        return "", index, False

    def getLink(  # noqa: N802  # the library's own name
        self, data: str, index: int
    ) -> tuple[str, str | None, int, bool]:
        """The address in parentheses, its title, the place behind it, and whether there is one."""
        href, title, end, is_found = super().getLink(data[index : index + self.LONGEST], 0)
        return href, title, index + end, is_found


class Picture(Brackets, ImageInlineProcessor):
    """`![text](address)`."""


class Reference(Brackets, ReferenceInlineProcessor):
    """`[text][name]`."""


class ShortReference(Brackets, ShortReferenceInlineProcessor):
    """`[name]`."""


class PictureReference(Brackets, ImageReferenceInlineProcessor):
    """`![text][name]`."""


class ShortPictureReference(Brackets, ShortImageReferenceInlineProcessor):
    """`![name]`."""


class PhraseProcessor(Brackets):
    """`[text]{lang=ru}`: a phrase with attributes, which the attribute list behind it then sets."""

    def handleMatch(  # type: ignore[override]  # noqa: N802  # the library's own name and signature
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """A `<span>`, where an attribute list follows the bracket."""
        text, end, is_closed = self.getText(data, m.end(0))
        if not is_closed or not AttributeLists.INLINE_RE.match(data[end : end + 1000]):
            return None, None, None
        span = Element("span")
        span.text = text
        return span, m.start(0), end


class MailProcessor(InlineProcessor):
    """`<office@example.bg>`, in plain letters: the library's entities hide it from nobody."""

    def handleMatch(  # type: ignore[override]  # noqa: N802  # the library's own name and signature
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """The link to the address."""
        address = m.group(1).removeprefix("mailto:")
        link = Element("a", {"href": "mailto:" + address})
        link.text = AtomicString(address)
        return link, m.start(0), m.end(0)


class EmphasisProcessor(DelimiterProcessor):
    """`*em*` and `**strong**`, without CommonMark's rule of three.

    Where that rule holds, the library closes two stars with one: `*]**!*&amp;` loses a character.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__("*", "strong,em", md)
        self.add("_", "strong,em", smart=True)

    @staticmethod
    def rule_of_3(opener: int, closer: int) -> bool:  # noqa: ARG004  # the library's own signature
        """Never."""
        return False


class AttributeLists(AttrListTreeprocessor):
    """`{#id .class lang=ru}`; what a page may not hold is left out and told."""

    # Final in the library's stubs alone; it reads them from the instance.
    INLINE_RE = re.compile(_LIST)  # type: ignore[misc]
    HEADER_RE = re.compile(rf"[ ]*{_LIST}[ ]*$")  # type: ignore[misc]
    BLOCK_RE = re.compile(rf"\n[ ]*{_LIST}[ ]*$")  # type: ignore[misc]

    def __init__(self, md: Markdown, findings: list[Finding]) -> None:
        super().__init__(md)
        self.findings = findings

    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        """Sets what is allowed; the element then carries the place of the list."""
        before = dict(elem.attrib)
        rest: str = super().assign_attrs(elem, without_places(attrs_string), strict=strict)
        place = note_in(attrs_string)
        self._clean(elem, before, place)
        if place:
            elem.set(attribute_for(place), "")
        return rest

    def _clean(self, elem: Element, before: dict[str, str], place: Place | None) -> None:
        for name in [name for name, value in elem.attrib.items() if name not in before or value != before[name]]:
            if name in ("href", "src") or name not in allowed_attributes(elem.tag) or elem.get(name) is None:
                self.findings += [removed_attribute(elem.tag, name, place)] if place else []
                elem.attrib.pop(name)
                elem.attrib.update({name: before[name]} if name in before else {})


class Finish(Treeprocessor):
    """Last touches: places become attributes, alignment becomes a class, the way back from a footnote gets its name."""

    def __init__(self, md: Markdown, back_to_text: str) -> None:
        super().__init__(md)
        self.back_to_text = back_to_text

    def run(self, root: Element) -> None:
        """Goes through all elements once."""
        for element in root.iter():
            for name, value in element.items():
                element.set(name, _PLACEHOLDER.sub("", value or ""))
            if element.tag in ("a", "img", *_HEADINGS):
                self._place(element)
            elif element.tag in ("td", "th"):
                _align(element)
        for notes in root.iterfind(".//div[@class='footnote']"):
            _without_ways_to_nowhere(notes, {element.get("id") for element in root.iter("sup")})

    def _place(self, element: Element) -> None:
        if element.get("class") == "footnote-backref":
            element.set("aria-label", self.back_to_text.replace("{number}", element.attrib.pop("title", "")))
        place = note_in("".join(element.itertext()) + element.get("alt", "") + element.get("href", ""))
        if place:
            element.set(attribute_for(place), "")


def _without_ways_to_nowhere(notes: Element, references: set[str | None]) -> None:
    """A footnote that no text refers to has no way back."""
    for outer in notes.iter("p"):
        for way in outer.findall("a[@class='footnote-backref']"):
            if way.get("href", "").removeprefix("#") not in references:
                outer.remove(way)


def _align(cell: Element) -> None:
    alignment = cell.attrib.pop("align", None)
    if alignment:
        cell.set("class", " ".join(filter(None, (cell.get("class"), alignment))))
    if cell.tag == "th":
        cell.set("scope", "col")
