"""Clean HTML becomes a `Document`: cut at its headings, its links taken out, its words set."""

from __future__ import annotations

import re
from collections import ChainMap, Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from itertools import pairwise
from typing import NamedTuple

from sitegen.markup.addresses import plain_target
from sitegen.markup.cleaning import VOID
from sitegen.markup.findings import Finding
from sitegen.markup.positions import ATTRIBUTE_PREFIX, Place, place_of, without_places
from sitegen.model.document import TAKEN_IDS, Document, Heading, Link, Section, closing_mark, opening_mark
from sitegen.problems import message
from sitegen.text.hyphenation import softened
from sitegen.text.slugs import slugify, unique
from sitegen.text.typography import typeset

Attributes = list[tuple[str, str | None]]

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_VERBATIM = frozenset({"code", "kbd", "pre"})
# fmt: off
_INLINE = frozenset({
    "a", "abbr", "b", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q", "small", "span",
    "strong", "sub", "sup", "time",
})
# fmt: on
_PIECE = re.compile(r".{1,3000}(?=\s|\Z)|.{1,3000}", re.DOTALL)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_SIGHT = 3000
"""So many characters are set at once, and typography is shown as many before them; without a limit it is quadratic."""


@dataclass
class _Draft:
    """A heading that is being read."""

    level: int
    id: str
    place: Place
    start: int
    """Where it begins in the output."""
    is_top: bool
    end: int = 0
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return _SPACE.sub(" ", "".join(self.words)).strip(" ")


class _Open(NamedTuple):
    """A tag that waits for its end."""

    tag: str
    end: str
    """What closes it in the output."""
    language: str
    """Of the text inside."""
    is_verbatim: bool
    is_silent: bool
    """Whether its words are no part of the plain text."""
    draft: _Draft | None = None


class Reader(HTMLParser):
    """Reads the HTML once, from beginning to end."""

    def __init__(self, language: str, first_line: int) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _Open("", "", language, is_verbatim=False, is_silent=False)
        self.stack: list[_Open] = []
        self.out: list[str] = []
        self.words: list[str] = []
        self.before = ""
        self.place = Place(first_line, 1)
        self.drafts: list[_Draft] = []
        self.links: list[Link] = []
        self.ids: dict[str, Place] = {}
        self.met: Counter[str] = Counter()
        self.findings: list[Finding] = []

    @property
    def inside(self) -> _Open:
        """The innermost open tag."""
        return self.stack[-1] if self.stack else self.root

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Writes the tag, or the mark of a link."""
        own_place = place_of(attrs)
        self.place = own_place or self.place
        attributes = self._attributes(attrs)
        self._space(tag)
        if tag in VOID:
            self.out.append(self._picture(attributes) if tag == "img" else _tag(tag, attributes))
        elif tag in _HEADINGS:
            self._heading(tag, attributes)
        elif tag == "a" and "href" in attributes and own_place:
            number = self._link(attributes)
            self._open(tag, opening_mark(number), closing_mark(number), attributes)
        elif tag == "a" and "href" in attributes:
            # A footnote's; its label may hold spaces, and the id that it leads to has lost them.
            attributes["href"] = _without_spaces(attributes["href"])
            self._open(tag, _tag(tag, attributes), "</a>", attributes)
        elif tag == "a" and not attributes:
            self._open(tag, "", "", attributes)
        else:
            self._open(tag, _tag(tag, attributes), f"</{tag}>", attributes)

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        """The cleaner writes no such tags."""
        raise AssertionError(tag)  # pragma: no cover

    def handle_endtag(self, tag: str) -> None:
        """Writes what closes the tag."""
        self._space(tag)
        closed = self.stack.pop()
        self.out.append(closed.end)
        if closed.draft:
            closed.draft.end = len(self.out)

    def handle_data(self, data: str) -> None:
        """Writes text, set by the rules of its language."""
        inside = self.inside
        text = shown = without_places(data)
        if not inside.is_verbatim:
            text = self._typeset(text, inside.language)
            shown = softened(text, inside.language)
        self.before = (self.before + text)[-_SIGHT:]
        self.out.append(escape(shown, quote=False))
        if not inside.is_silent:
            words = text.replace("\n", " ")
            for place in [self.words, *(outer.draft.words for outer in self.stack if outer.draft)]:
                place.append(words)

    def _typeset(self, text: str, language: str) -> str:
        if text == "\n":  # between two blocks
            return text
        if len(text) <= _SIGHT:
            return typeset(text, language, self.before)
        done: list[str] = []
        before = self.before
        for piece in _PIECE.findall(text):
            done.append(typeset(piece, language, before))
            before = (before + done[-1])[-_SIGHT:]
        return "".join(done)

    def _space(self, tag: str) -> None:
        if tag not in _INLINE:
            self.words.append("\n")
            self.before = ""

    def _open(self, tag: str, start: str, end: str, attributes: dict[str, str], draft: _Draft | None = None) -> None:
        outer = self.inside
        is_reference = attributes.get("class") in ("footnote-ref", "footnote-backref")
        self.out.append(start)
        self.stack.append(
            _Open(
                tag,
                end,
                attributes.get("lang", "").lower().partition("-")[0] or outer.language,
                outer.is_verbatim or tag in _VERBATIM,
                outer.is_silent or is_reference,
                draft,
            )
        )

    def _attributes(self, attrs: Attributes) -> dict[str, str]:
        plain = {n: without_places(v or "") for n, v in attrs if not n.startswith(ATTRIBUTE_PREFIX)}
        if "id" in plain:
            plain["id"] = self._explicit_id(_without_spaces(plain["id"]))
        return {name: value for name, value in plain.items() if value or name not in ("id", "class", "lang")}

    def _explicit_id(self, name: str) -> str:
        first = self.ids.get(name)
        if first == self.place:
            return ""  # one tag of the editor's that the cleaner had to close and open again
        if first:
            complaint = message("the id '{id}' stands twice on the page", id=name)
            hint = message("Give one of the two another name; links find the first one only.")
            self.findings.append(Finding(*self.place, "FLD-08", complaint, hint))
            name = _free(name, self.met, self.ids)
        if name:
            self.ids[name] = self.place
        return name

    def _heading(self, tag: str, attributes: dict[str, str]) -> None:
        start = len(self.out)
        draft = _Draft(_HEADINGS[tag], attributes.pop("id", ""), self.place, start, is_top=not self.stack)
        self.drafts.append(draft)
        self._open(tag, _tag(tag, attributes), f"</{tag}>", attributes, draft)

    def _link(self, attributes: dict[str, str]) -> int:
        target = plain_target(attributes.pop("href"))
        line, column = self.place
        rest = tuple(sorted(attributes.items()))
        self.links.append(Link(target=target, line=line, column=column, attributes=rest))
        return len(self.links) - 1

    def _picture(self, attributes: dict[str, str]) -> str:
        if "src" not in attributes:
            return ""  # it had one that was refused, and the editor was told
        classes = attributes.pop("class", "").split()
        target, alt = plain_target(attributes.pop("src")), attributes.pop("alt", "").strip()
        is_decorative = "decorative" in classes
        if not alt and not is_decorative:
            self._missing_alt(target)
        visible = " ".join(name for name in classes if name != "decorative")
        rest = sorted({**attributes, **({"class": visible} if visible else {})}.items())
        picture = Link(
            target=target,
            line=self.place.line,
            column=self.place.column,
            is_picture=True,
            alt=alt,
            is_decorative=is_decorative,
            attributes=tuple((name, value) for name, value in rest if value),
        )
        self.links.append(picture)
        return opening_mark(len(self.links) - 1)

    def _missing_alt(self, target: str) -> None:
        complaint = message("the picture '{file}' has no alternative text", file=target)
        hint = message(
            "Say what it shows: ![A playground with two swings]({file}); "
            "if it only decorates: ![]({file}){{.decorative}}.",
            file=target,
        )
        self.findings.append(Finding(*self.place, "A11Y-01", complaint, hint))


def read(html: str, language: str, first_line: int) -> tuple[Document, list[Finding]]:
    """The document that clean HTML holds, and what is wrong with it."""
    reader = Reader(language, first_line)
    reader.feed(html)
    reader.close()
    headings = _headings(reader, language)
    return (
        Document(
            sections=tuple(_sections(reader, headings)),
            headings=tuple(headings),
            links=tuple(reader.links),
            anchors=frozenset(reader.ids),
            text=_plain("".join(reader.words)),
        ),
        reader.findings,
    )


def _headings(reader: Reader, language: str) -> list[Heading]:
    """The headings, now that all explicit ids are known that a made one must keep clear of."""
    headings = []
    met: Counter[str] = Counter()
    taken = ChainMap(reader.ids, dict.fromkeys(TAKEN_IDS, Place(0, 0)))
    for draft in reader.drafts:
        slug = slugify(draft.text, language) or "section"
        name = draft.id or _free(slug, met, taken)
        reader.ids.setdefault(name, draft.place)
        tag = reader.out[draft.start]
        reader.out[draft.start] = f'{tag[:3]} id="{escape(name)}"{tag[3:]}'
        line, column = draft.place
        headings.append(Heading(level=draft.level, id=name, text=draft.text, line=line, column=column))
    return headings


def _free(name: str, met: Counter[str], taken: Container[str]) -> str:
    met[name] += 1
    # After so many of one name a search for the first free number would be quadratic.
    return unique(name if met[name] < 100 else f"{name}-{met[name]}", taken)


_FOOTNOTES = '<div class="footnote">'
"""What begins the footnotes, which are of the whole body, at its end."""


def _sections(reader: Reader, headings: list[Heading]) -> Iterator[Section]:
    tops = [(heading, draft) for heading, draft in zip(headings, reader.drafts, strict=True) if draft.is_top]
    cuts: list[tuple[Heading | None, int, int]] = [(None, 0, 0)]
    cuts += [(heading, draft.start, draft.end) for heading, draft in tops]
    cuts.append((None, len(reader.out), 0))
    for (heading, _, start), (_, end, _) in pairwise(cuts):
        html, mark, notes = "".join(reader.out[start:end]).strip("\n").partition(_FOOTNOTES)
        if heading or html:
            yield Section(heading=heading, html=html.rstrip("\n") if mark else html)
        if mark:
            yield Section(heading=None, html=mark + notes)


def _without_spaces(name: str) -> str:
    return "-".join(name.split())


def _tag(tag: str, attributes: dict[str, str]) -> str:
    return "".join((f"<{tag}", *(f' {name}="{escape(value)}"' for name, value in attributes.items()), ">"))


def _plain(text: str) -> str:
    lines = (_SPACE.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
