"""What an office file tells of people (ECMA-376 and ISO/IEC 26300): numbers, authors, comments, changes, positions.

The package is read part by part within limits; nothing is unpacked to the disk, and entities are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat
from zipfile import ZipFile

from sitegen.model.disclosures import Disclosure, Telling
from sitegen.read.disclosing import author, has_position, kept, numbers_in

PACKAGES = frozenset({"docx", "docm", "xlsx", "xlsm", "pptx", "pptm", "odt", "ods", "odp"})
OFFICE = PACKAGES | {"doc", "xls", "ppt", "rtf"}
"""The others are of kinds that are not searched."""
MOST_PARTS = 5_000
LARGEST_PART = 20_000_000
"""Bytes, unpacked."""
LARGEST_WHOLE = 100_000_000
"""Bytes of all parts that are read, unpacked."""
DEEPEST = 256
"""Levels of elements."""
PHOTOGRAPH = re.compile(r"\.(?:jpe?g|png|tiff?|webp)\Z", re.IGNORECASE)
FORMAL = re.compile(r"(?:\A|/)(?:styles?|settings|webSettings|fontTable|theme\d*|\[Content_Types\])\.xml\Z|/theme/")
"""Parts without words."""
COMMENTS = re.compile(r"comment", re.IGNORECASE)
ABOUT = frozenset({"docProps/core.xml", "docProps/app.xml", "meta.xml"})
AUTHORS = frozenset({"creator", "lastModifiedBy", "Manager", "initial-creator", "printed-by"})
REMARKS = frozenset({"comment", "threadedComment", "cm"})
TRACKED = frozenset({"ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"})
PAUSES = frozenset({
    "p", "h", "si", "c", "br", "cr", "tab", "tc", "tr", "row", "table-cell", "table-row", "line-break", "s",
    "lpwstr", "creator", "lastModifiedBy", "title", "subject", "description", "keywords", "keyword", "v",
})  # fmt: skip
"""Elements beside which a word ends; other marks may stand inside one."""
UNSHOWN = frozenset({"posOffset", "pctWidth", "pctHeight", "pctPosHOffset", "pctPosVOffset", "f", "instrText"})
"""Elements with figures of the program, or of formulas."""


class TooMuchError(ValueError):
    """A package is larger than any document, or no document at all."""


def in_office(disk: Path) -> tuple[Disclosure, ...]:
    """What the file tells; one that cannot be read is told of, and so is each such part."""
    if disk.suffix.lower().removeprefix(".") not in PACKAGES:
        return (Disclosure(Telling.UNSEARCHED),)
    try:
        with ZipFile(disk) as package:
            return kept(in_package(package))
    except Exception:  # noqa: BLE001 - the library raises whatever it meets in a damaged package
        return (Disclosure(Telling.UNSEARCHED),)


def in_package(package: ZipFile) -> Iterator[Disclosure]:
    """What the parts tell; raises TooMuchError for what has too many."""
    left, names = LARGEST_WHOLE, package.namelist()
    if len(names) > MOST_PARTS or not {"mimetype", "[Content_Types].xml"}.intersection(names):
        raise TooMuchError
    for name in names:
        if (name.endswith(".xml") and not FORMAL.search(name)) or PHOTOGRAPH.search(name):
            try:
                data = content_of(package, name, min(LARGEST_PART, left))
                left -= len(data)
                yield from in_part(name, data)
            except Exception:  # noqa: BLE001 - the library raises whatever it meets in a damaged package
                yield Disclosure(Telling.UNSEARCHED, part=name)


def content_of(package: ZipFile, name: str, most: int) -> bytes:
    """A part unpacked, whatever size it states; raises TooMuchError for a larger one."""
    with package.open(name) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise TooMuchError
    return data


def in_part(name: str, data: bytes) -> Iterator[Disclosure]:
    """What one part tells; raises what the library raises for a damaged one."""
    if PHOTOGRAPH.search(name):
        if has_position(data):
            yield Disclosure(Telling.POSITION, part=name)
        return
    reading = Reading(name)
    reading.parser.Parse(data, True)
    for person in dict.fromkeys(reading.authors):
        yield from author(person, name)
    if reading.remarks:
        yield Disclosure(Telling.REMARKS, part=name, said=str(reading.remarks))
    if reading.changes:
        yield Disclosure(Telling.CHANGES, part=name, said=str(reading.changes))
    yield from numbers_in("".join(reading.pieces), part=name)


class Reading:
    """One part as it is parsed: its words, and what is counted in it."""

    def __init__(self, name: str) -> None:
        self.is_about = name in ABOUT
        self.has_comments = bool(COMMENTS.search(name))
        self.stack: list[str] = []
        self.pieces: list[str] = []
        self.person: list[str] = []
        self.authors: list[str] = []
        self.remarks = 0
        self.changes = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text

    def doctype(self, *_parts: object) -> None:
        """Refuses entities before any of them is read."""
        raise TooMuchError

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        local = name.rpartition(" ")[2]
        self.stack.append(local)
        if len(self.stack) > DEEPEST:
            raise TooMuchError
        self.remarks += (self.has_comments and local in REMARKS) or local == "annotation"
        is_signed = local in TRACKED and any(key.endswith(" author") for key in attributes)
        self.changes += is_signed or local == "changed-region"
        if local in PAUSES:
            self.pieces.append("\n")

    def end(self, _name: str) -> None:
        """An element ends."""
        local = self.stack.pop()
        if local in PAUSES:
            self.pieces.append("\n")
        if self.is_about and local in AUTHORS:
            self.authors.append("".join(self.person))
            self.person = []

    def text(self, text: str) -> None:
        """Characters between the marks."""
        if self.stack[-1] not in UNSHOWN:
            self.pieces.append(text)
        if self.is_about and self.stack[-1] in AUTHORS:
            self.person.append(text)
