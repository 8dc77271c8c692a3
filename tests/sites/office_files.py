"""Office files for tests: packages with the parts that are given, and what each format asks for."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
META = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A package with these parts."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return made.getvalue()


def microsoft(parts: Mapping[str, str | bytes]) -> bytes:
    """A file of Word, Excel or PowerPoint."""
    return package({"[Content_Types].xml": TYPES, **parts})


def word(body: str = "<w:p><w:r><w:t>План</w:t></w:r></w:p>", **parts: str | bytes) -> bytes:
    """A file of Word; `parts` by names with `__` for `/` and `_xml` for the ending."""
    named = {name.replace("__", "/").replace("_xml", ".xml"): data for name, data in parts.items()}
    document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return microsoft({"word/document.xml": document, **named})


def core(author: str = "", last: str = "") -> str:
    """The properties of a file of Microsoft's programs."""
    return (
        f'<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="{DC}"><dc:creator>{author}</dc:creator>'
        f"<cp:lastModifiedBy>{last}</cp:lastModifiedBy></cp:coreProperties>"
    )


def open_document(body: str = "<text:p>План</text:p>", meta: str = "") -> bytes:
    """A text or a table of LibreOffice."""
    spaces = f'xmlns:office="{OFFICE}" xmlns:text="{TEXT}" xmlns:meta="{META}" xmlns:dc="{DC}"'
    return package({
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {spaces}>{body}</office:document-content>",
        "meta.xml": f"<office:document-meta {spaces}>{meta}</office:document-meta>",
    })  # fmt: skip


def photograph(*, has_position: bool) -> bytes:
    """A picture, with or without the place where it was taken."""
    made, exif = BytesIO(), Image.Exif()
    if has_position:
        exif.get_ifd(0x8825).update({1: "N", 2: (41.0, 53.0, 0.0), 3: "E", 4: (23.0, 7.0, 0.0)})
    Image.new("RGB", (8, 8)).save(made, "JPEG", exif=exif)
    return made.getvalue()
