"""PDFs as they are published where a site asks for that: without the names of those who wrote and saved them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from sitegen.model.artifact import Copy
from sitegen.model.media import File
from sitegen.problems import Mistake, message

KEPT = ("/Title", "/Subject", "/Keywords", "/CreationDate", "/ModDate")
"""What a file goes on saying of itself (ISO 32000-1, 14.3.3); who and with which program goes."""
NAMES = frozenset({
    "{http://purl.org/dc/elements/1.1/}creator",
    "{http://purl.org/dc/elements/1.1/}contributor",
    "{http://ns.adobe.com/pdf/1.3/}Author",
    "{http://ns.adobe.com/xap/1.0/mm/}History",
})  # fmt: skip
"""Elements and attributes of XMP that name people, or what they did when."""


def publish_pdf(_workshop: object, file: File) -> bytes | Copy:
    """The file without its authors; one that is sealed goes out as it is. Raises Mistake for a damaged one."""
    if file.is_sealed:
        return Copy(file.disk)
    try:
        return without_authors(Path(file.disk).read_bytes())
    except Exception:  # noqa: BLE001 - pypdf raises whatever it meets in a damaged file
        raise Mistake(
            "DOC-05",
            message("the PDF cannot be read; it is damaged or protected"),
            message("Open it; if it does not open, export it again."),
        ) from None


def without_authors(data: bytes) -> bytes:
    """The same document, and nobody's name in what it says of itself."""
    from pypdf import PdfReader, PdfWriter

    reader = PdfReader(BytesIO(data))
    writer = PdfWriter(clone_from=reader)
    said: Any = reader.metadata or {}
    writer.metadata = {name: said[name] for name in KEPT if name in said}
    nameless(writer.root_object)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def nameless(root: Any) -> None:
    """Takes the names out of the file's XMP; one that cannot be read goes as a whole."""
    if "/Metadata" not in root:
        return
    stream = root["/Metadata"].get_object()
    try:
        tree = ElementTree.fromstring(stream.get_data())
    except ElementTree.ParseError:
        del root["/Metadata"]
        return
    for element in tree.iter():
        for child in [child for child in element if child.tag in NAMES]:
            element.remove(child)
        for name in NAMES & element.attrib.keys():
            del element.attrib[name]
    stream.set_data(ElementTree.tostring(tree, encoding="utf-8"))
