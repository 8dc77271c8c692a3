"""XLIFF 2.1 (OASIS Standard, 2018): what is handed to a translator as one file, and such a file read back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from sitegen.problems import Location, Mistake, message
from sitegen.read.decoding import PlacedMistake, without_foreign_breaks

CORE = "urn:oasis:names:tc:xliff:document:2."
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
OLD = "urn:oasis:names:tc:xliff:document:1."
OURS = "sitegen"
"""The category of our metadata."""
ENDING = ".xlf"
LARGEST = 50 * 1024 * 1024
"""Bytes."""
DEEPEST = 64
"""Levels."""
MOST_PIECES = 20_000
"""Elements of one unit."""
NOT_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 has no place for."""
STRAY = "\ufffd"
INITIAL = "initial"
NOWHERE = Location("")
"""The place of what is not read from a file."""


@dataclass(frozen=True, kw_only=True)
class Unit:
    """One paragraph of a page with its translation."""

    page: str
    """The page's id."""
    paragraph: str
    """Its id in the source, see `markup.paragraphs`."""
    source: str
    target: str = ""
    """"" where there is none, or not a whole one."""
    state: str = INITIAL
    """Of the translation; `initial` where nobody has looked at it."""
    source_digest: str = ""
    """Of the source at the time it was handed over; "" where the file does not say it."""
    target_digest: str = ""
    """Of the translation at that time."""
    notes: tuple[str, ...] = ()
    is_partial: bool = False
    """Whether only some pieces of it came back with a translation."""
    at: Location = NOWHERE


@dataclass(frozen=True)
class Batch:
    """The units of one page."""

    page: str
    notes: tuple[str, ...]
    units: tuple[Unit, ...]


@dataclass(frozen=True)
class Exchange:
    """What a file holds."""

    source_language: str
    language: str
    """The language of the translation."""
    batches: tuple[Batch, ...]

    @property
    def units(self) -> tuple[Unit, ...]:
        """All of them, in order."""
        return tuple(unit for batch in self.batches for unit in batch.units)

    @property
    def words(self) -> int:
        """How many words of the sources there are."""
        return sum(len(unit.source.split()) for unit in self.units)


# ── writing ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def written(exchange: Exchange) -> bytes:
    """The file, the same for the same exchange."""
    return "".join(f"{line}\n" for line in document(exchange)).encode()


def document(exchange: Exchange) -> Iterator[str]:
    """The lines of the file; a text may have several."""
    languages = f"srcLang={quoteattr(exchange.source_language)} trgLang={quoteattr(exchange.language)}"
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<xliff xmlns="{CORE}0" xmlns:mda="{METADATA}" version="2.1" {languages}>'
    for number, batch in enumerate(exchange.batches, 1):
        yield f' <file id="f{number}" original={attribute(batch.page)} canResegment="no">'
        yield from noted(batch.notes, "  ")
        for count, unit in enumerate(batch.units, 1):
            yield from element(unit, f"u{count}")
        yield " </file>"
    yield "</xliff>"


def element(unit: Unit, name: str) -> Iterator[str]:
    """The lines of a unit."""
    yield f'  <unit id="{name}" name={attribute(unit.paragraph)}>'
    yield "   <mda:metadata>"
    yield f'    <mda:metaGroup category="{OURS}">'
    yield f'     <mda:meta type="source">{unit.source_digest}</mda:meta>'
    yield f'     <mda:meta type="target">{unit.target_digest}</mda:meta>'
    yield "    </mda:metaGroup>"
    yield "   </mda:metadata>"
    yield from noted(unit.notes, "   ")
    yield f'   <segment state="{unit.state}">'
    yield f'    <source xml:space="preserve">{content(unit.source)}</source>'
    if unit.target:
        yield f'    <target xml:space="preserve">{content(unit.target)}</target>'
    yield "   </segment>"
    yield "  </unit>"


def noted(notes: Iterable[str], indent: str) -> Iterator[str]:
    """The lines of some notes; none for none."""
    lines = [f"{indent} <note>{escape(NOT_XML.sub(STRAY, note))}</note>" for note in notes]
    if lines:
        yield from (f"{indent}<notes>", *lines, f"{indent}</notes>")


def content(text: str) -> str:
    """A text with an element for each character that XML has no place for."""
    return NOT_XML.sub(lambda found: f'<cp hex="{ord(found[0]):04X}"/>', escape(text))


def attribute(text: str) -> str:
    """A value in quotes."""
    return quoteattr(NOT_XML.sub(STRAY, text))


# ── reading ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def read_xliff(data: bytes, path: str) -> Exchange:
    """What a file holds that is called `path` in problems; raises `PlacedMistake`."""
    if len(data) > LARGEST:
        raise PlacedMistake(too_large().at(Location(path)))
    reading = Reading(path)
    try:
        reading.parser.Parse(data, True)
    except expat.ExpatError as error:
        at = Location(path, error.lineno, error.offset + 1)
        raise PlacedMistake(no_xml(expat.ErrorString(error.code)).at(at)) from None
    except (ValueError, LookupError) as error:  # an encoding that nobody knows
        raise PlacedMistake(no_xml(str(error)).at(Location(path))) from None
    return Exchange(reading.source_language, reading.language, reading.batches)


class Reading:
    """One file as it is parsed; of the tree no more is kept than the unit at hand."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.source_language = ""
        self.language = ""
        self.found: dict[str, list[Unit]] = {}
        self.page = ""
        self.depth = 0
        self.pieces = 0
        self.unit: TreeBuilder | None = None
        self.unit_depth = 0
        self.unit_at = Location(path)
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text

    @property
    def batches(self) -> tuple[Batch, ...]:
        """The units by page; a page that stands in two places is one."""
        return tuple(Batch(page, (), tuple(units)) for page, units in self.found.items())

    @property
    def here(self) -> Location:
        """Where the parser is."""
        return Location(self.path, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def doctype(self, *_parts: object) -> None:
        """Refuses entities before any of them is read."""
        raise PlacedMistake(has_doctype().at(self.here))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.depth += 1
        self.pieces += 1
        if self.depth == 1:
            self.root(name, attributes)
        if self.depth > DEEPEST or (self.unit and self.pieces > MOST_PIECES):
            raise PlacedMistake(no_xliff().at(self.here))
        if self.unit:
            self.unit.start(short(name), attributes)
        elif short(name) == "file":
            self.page = attributes.get("original", "")
        elif short(name) == "unit":
            self.unit, self.unit_depth, self.unit_at, self.pieces = TreeBuilder(), self.depth, self.here, 0
            self.unit.start("unit", attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if self.unit:
            self.unit.end(short(name))
            if self.depth == self.unit_depth:
                unit = unit_of(self.unit.close(), self.page, self.unit_at)
                self.found.setdefault(self.page, []).append(unit)
                self.unit = None
        self.depth -= 1

    def text(self, text: str) -> None:
        """Characters between the marks."""
        if self.unit:
            self.unit.data(text)

    def root(self, name: str, attributes: dict[str, str]) -> None:
        """The outermost element tells what the file is."""
        space, _, local = name.rpartition(" ")
        version = attributes.get("version", "")
        if local == "xliff" and (space.startswith(OLD) or version.startswith("1.")):
            raise PlacedMistake(old_xliff(version or "1.2").at(self.here))
        if local != "xliff" or not space.startswith(CORE) or not version.startswith("2."):
            raise PlacedMistake(no_xliff().at(self.here))
        self.source_language, self.language = attributes.get("srcLang", ""), attributes.get("trgLang", "")


def short(name: str) -> str:
    """An element's name: bare in the core, `mda:…` in the metadata, else with its namespace."""
    space, _, local = name.rpartition(" ")
    if space.startswith(CORE):
        return local
    return f"mda:{local}" if space == METADATA else name


def unit_of(unit: Element, page: str, at: Location) -> Unit:
    """A unit with its segments joined, however a program has cut them."""
    data = {one.get("id", ""): one for one in unit.iter("data")}
    texts = {name: plain(one, {}) for name, one in data.items()}
    parts = [Part.of(one, texts) for one in unit if one.tag in ("segment", "ignorable")]
    told = [part for part in parts if part.source.strip() and not part.is_between]
    done = [part for part in told if part.target.strip()]
    is_whole = bool(told) and len(done) == len(told)
    order = sorted(range(len(parts)), key=lambda number: (parts[number].order or number + 1, number))
    digests = {
        one.get("type", ""): plain(one, {}).strip()
        for group in unit.iter("mda:metaGroup")
        if group.get("category") == OURS
        for one in group.iter("mda:meta")
    }
    return Unit(
        page=page,
        paragraph=unit.get("name", ""),
        source="".join(part.source for part in parts),
        target="".join(parts[number].shown for number in order) if is_whole else "",
        state=INITIAL if any(part.state == INITIAL for part in told) else "translated",
        source_digest=digests.get("source", ""),
        target_digest=digests.get("target", ""),
        is_partial=bool(done) and not is_whole,
        at=at,
    )


@dataclass(frozen=True)
class Part:
    """A segment, or what stands between two."""

    source: str
    target: str
    state: str
    order: int
    """Where the translation stands among the others, from 1; 0 for its own place."""
    is_between: bool

    @classmethod
    def of(cls, part: Element, data: Mapping[str, str]) -> Part:
        """The part that an element is."""
        source, target = part.find("source"), part.find("target")
        order = target.get("order", "") if target is not None else ""
        return cls(
            source="" if source is None else plain(source, data),
            target="" if target is None else plain(target, data),
            state=part.get("state", INITIAL),
            order=int(order) if order.isascii() and order.isdecimal() and len(order) < 9 else 0,
            is_between=part.tag == "ignorable",
        )

    @property
    def shown(self) -> str:
        """The translation; what stands between two segments may have none of its own."""
        return self.target or (self.source if self.is_between else "")


def plain(element: Element, data: Mapping[str, str]) -> str:
    """The text of an element, with what its inline elements stand for."""
    pieces = [element.text or ""]
    for child in element:
        pieces += [inline(child, data), child.tail or ""]
    return without_foreign_breaks("".join(pieces))


def inline(element: Element, data: Mapping[str, str]) -> str:
    """What an element in a text stands for: marks of a reviewer are transparent."""
    if element.tag == "cp":
        return character(element.get("hex", ""))
    names = [element.get(name, "") for name in ("dataRef", "dataRefStart", "dataRefEnd")]
    alone, start, end = (data.get(name, "") for name in names)
    return alone + start + plain(element, data) + end


def character(code: str) -> str:
    """The character of a code point in hexadecimal digits."""
    try:
        found = chr(int(code, 16))
    except (ValueError, OverflowError):
        return STRAY
    return STRAY if found == "\0" or "\ud800" <= found <= "\udfff" else found


# ── complaints ──────────────────────────────────────────────────────────────────────────────────────────────────────

AGAIN = message("Ask for the file again, saved as XLIFF 2.0 or 2.1; the one that was sent is of that kind.")


def too_large() -> Mistake:
    """The complaint about a file that nobody translated."""
    limit = LARGEST // 1024**2
    return Mistake("LNG-07", message("the translator's file is larger than {limit} MB", limit=limit), AGAIN)


def no_xml(reason: str) -> Mistake:
    """The complaint about a file that is broken, or of another kind."""
    return Mistake("LNG-07", message("the translator's file cannot be read as XML: {reason}", reason=reason), AGAIN)


def no_xliff() -> Mistake:
    """The complaint about another kind of XML."""
    return Mistake("LNG-07", message("the translator's file is XML, but not XLIFF 2"), AGAIN)


def old_xliff(version: str) -> Mistake:
    """The complaint about a file that a program has made anew in the older format."""
    return Mistake(
        "LNG-07",
        message("the translator's file is XLIFF {version}; it went out as XLIFF 2.1", version=version),
        message("Let the program save its translation in the file that was sent, or export it as XLIFF 2.0 or 2.1."),
    )


def has_doctype() -> Mistake:
    """The complaint about a document type, which can blow a file up or reach for others."""
    return Mistake(
        "LNG-07",
        message("the translator's file has a DOCTYPE; XLIFF has none, and for safety it is not read"),
        AGAIN,
    )
