"""PDFs for tests, with and without what people need who listen to them."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import BooleanObject, DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

WORDS = b"BT /F1 12 Tf 10 10 Td (Plan) Tj ET"


def pdf(
    *, pages: int = 2, title: str = "План", language: str = "bg", tagged: bool = True, content: bytes = WORDS
) -> bytes:
    """A PDF; each page has the content."""
    writer, made = PdfWriter(), BytesIO()
    for _ in range(pages):
        writer.add_blank_page(200, 200)[NameObject("/Contents")] = writer._add_object(stream(content))
    if title:
        writer.add_metadata({"/Title": title})
    if language:
        writer.root_object[NameObject("/Lang")] = TextStringObject(language)
    if tagged:
        mark = DictionaryObject({NameObject("/Marked"): BooleanObject(True)})
        writer.root_object[NameObject("/MarkInfo")] = mark
    writer.write(made)
    return made.getvalue()


def stream(content: bytes) -> DecodedStreamObject:
    """A stream as a page or a piece of one has it."""
    made = DecodedStreamObject()
    made.set_data(content)
    return made
