"""What a PDF tells of people: personal numbers in its text, its author, remarks, and where its pictures were taken.

Words in scans are not seen. The effort is counted, not timed, so that the same file always gives the same answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from sitegen.model.disclosures import Disclosure, Telling
from sitegen.read.disclosing import author, has_position, kept, numbers_in
from sitegen.read.pdf import MOST_UNPACKED, contents, data_of, part, stated, stored

MOST_PAGES = 300
MOST_OPERATIONS = 400_000
"""Of all pages together, pieces that are shown several times counted each time."""
MOST_NOTES = 500
"""Notes of one page that are looked at."""
MOST_PICTURES = 20
"""Of one page."""
LARGEST_PICTURE = 20_000_000
"""Bytes."""
REMARKS = frozenset({"/Text", "/Popup", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly",
                            "/Caret", "/Ink", "/Stamp", "/FileAttachment", "/Sound"})  # fmt: skip
"""Kinds of notes that readers add (ISO 32000-1, 12.5.6); links and fields of forms are none."""


class TooMuchError(Exception):
    """A file asks for more work than any document needs."""


class Effort:
    """How much of a file was worked through."""

    def __init__(self) -> None:
        self.operations = 0

    def count(self, *_state: object) -> None:
        """One operation more; raises TooMuchError."""
        self.operations += 1
        if self.is_spent:
            raise TooMuchError

    @property
    def is_spent(self) -> bool:
        """Whether nothing more is to be read."""
        return self.operations > MOST_OPERATIONS


def in_pdf(disk: Path) -> tuple[Disclosure, ...]:
    """What the file tells; raises what pypdf raises for a damaged one."""
    from pypdf import PdfReader

    with disk.open("rb") as file:
        pdf = PdfReader(file)
        return kept((*named(pdf), *on_pages(pdf)))


def named(pdf: Any) -> Iterator[Disclosure]:
    """The author and numbers among what the file says of itself."""
    said = pdf.metadata or {}
    yield from author(str(said.get("/Author") or "") or stated(pdf.root_object, b"dc:creator"))
    for name in ("/Title", "/Subject", "/Keywords"):
        yield from numbers_in(str(said.get(name) or ""))


def on_pages(pdf: Any) -> Iterator[Disclosure]:
    """What stands on the pages, and which of them could not be searched."""
    effort = Effort()
    for number, page in enumerate(islice(pdf.pages, MOST_PAGES), 1):
        try:
            yield from numbers_in(text_of(page, effort), page=number)
        except Exception:  # noqa: BLE001 - pypdf raises whatever it meets in a damaged page
            yield Disclosure(Telling.UNSEARCHED, number)
        try:
            yield from beside(page, number)
        except Exception:  # noqa: BLE001 - the same
            yield Disclosure(Telling.UNSEARCHED, number)
        if effort.is_spent:
            return
    if len(pdf.pages) > MOST_PAGES:
        yield Disclosure(Telling.UNSEARCHED, MOST_PAGES + 1)


def text_of(page: Any, effort: Effort) -> str:
    """The words of a page; raises TooMuchError, and what pypdf raises for a damaged one."""
    for stream in contents(page):
        data = data_of(stream)
        if data is None or len(data) > MOST_UNPACKED:
            raise TooMuchError
    text = str(page.extract_text(visitor_operand_before=effort.count))
    if effort.is_spent:  # pypdf goes on behind a piece that fails
        raise TooMuchError
    return text


def beside(page: Any, number: int) -> Iterator[Disclosure]:
    """Remarks, words in forms, and pictures of a page."""
    notes = [note.get_object() for note in islice(part(page, "/Annots") or (), MOST_NOTES)]
    remarks = [note for note in notes if is_remark(note)]
    if remarks:
        yield Disclosure(Telling.REMARKS, number, said=str(len(remarks)))
    for note in notes:
        for name in ("/Contents", "/V", "/T"):
            yield from numbers_in(words(part(note, name)), page=number)
    if any(map(has_position, pictures_of(page))):
        yield Disclosure(Telling.POSITION, number)


def is_remark(note: Any) -> bool:
    """Whether a note was left by a reader: it names who, or is a note with words."""
    kind = part(note, "/Subtype")
    return kind in REMARKS and bool(words(part(note, "/T")) or (kind == "/Text" and part(note, "/Contents")))


def words(value: Any) -> str:
    """A text of the file; "" for what is none."""
    return str(value) if isinstance(value, str) else ""


def pictures_of(page: Any) -> Iterator[bytes]:
    """The photographs that a page shows, as they were put in."""
    shown = part(part(page, "/Resources"), "/XObject")
    for name in islice(shown, MOST_PICTURES) if isinstance(shown, Mapping) else ():
        one = part(shown, name)
        if part(one, "/Filter") in ("/DCTDecode", ["/DCTDecode"]) and stored(one) <= LARGEST_PICTURE:
            yield one._data
