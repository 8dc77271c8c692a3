"""What a PDF offers to those who listen; damaged and enormous ones cost little."""

from __future__ import annotations

import os
import time
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, EncodedStreamObject, NameObject, PdfObject

from sitegen.read.pdf import MOST_STORED, facts_of
from tests.sites.pdfs import pdf, stream


def facts(root: Path, data: bytes) -> dict[str, Any]:
    """The facts of a file with these bytes."""
    (root / "a.pdf").write_bytes(data)
    return facts_of(root / "a.pdf")


def written(writer: PdfWriter) -> bytes:
    """The file that a writer makes."""
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def document(*contents: PdfObject, resources: DictionaryObject | None = None) -> bytes:
    """A PDF with a page for each content, all with the same resources."""
    writer = PdfWriter()
    for content in contents:
        page = writer.add_blank_page(200, 200)
        page[NameObject("/Contents")] = writer._add_object(content)
        if resources:
            page[NameObject("/Resources")] = resources
    return written(writer)


def form(content: bytes, **more: PdfObject) -> DictionaryObject:
    """Resources with one piece of content."""
    piece = stream(content)
    piece[NameObject("/Subtype")] = NameObject("/Form")
    piece.update({NameObject(f"/{name}"): value for name, value in more.items()})
    return DictionaryObject({NameObject("/XObject"): DictionaryObject({NameObject("/F"): piece})})


def test_a_whole_pdf(tmp_path: Path) -> None:
    assert facts(tmp_path, pdf(pages=2, title="План", language="bg-BG", tagged=True)) == {
        "pages": 2, "title": "План", "stated_language": "bg-BG", "has_text": True, "has_tags": True, "is_sealed": False,
    }  # fmt: skip


def test_a_bare_pdf(tmp_path: Path) -> None:
    assert facts(tmp_path, pdf(title="", language="", tagged=False, content=b"q /Im0 Do Q")) == {
        "pages": 2, "title": "", "stated_language": "", "has_text": False, "has_tags": False, "is_sealed": False,
    }  # fmt: skip


# ── text ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("content", "has_text"), [
    (b"BT (a) Tj ET", True), (b"BT <00> Tj ET", True), (b"BT [(a) 3 (b)]TJ ET", True), (b"BT (a)' ET", True),
    (b'BT 1 2 (a) " ET', True), (b"BT [(a)]\nTJ ET", True), (b"BT ET", False), (b"", False), (b"q 1 0 0 1 0 0 cm Q", False),
])  # fmt: skip
def test_text_is_what_an_operator_shows(tmp_path: Path, content: bytes, has_text: bool) -> None:
    assert facts(tmp_path, document(stream(content)))["has_text"] is has_text


def test_text_may_come_after_a_cover_and_in_several_streams(tmp_path: Path) -> None:
    cover, text = stream(b"q Q"), ArrayObject([stream(b"q Q"), stream(b"(a) Tj")])
    assert facts(tmp_path, document(cover, cover, cover, cover, text))["has_text"]
    assert not facts(tmp_path, document(cover, cover, cover, cover, cover, text))["has_text"]


def test_text_may_stand_in_a_piece_of_a_piece(tmp_path: Path) -> None:
    deep = form(b"q Q", Resources=form(b"(a) Tj"))
    assert facts(tmp_path, document(stream(b"/F Do"), resources=deep))["has_text"]
    assert not facts(tmp_path, document(stream(b"/F Do"), resources=form(b"q Q")))["has_text"]


def test_a_piece_that_shows_itself_comes_to_an_end(tmp_path: Path) -> None:
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    piece = stream(b"/F Do")
    piece[NameObject("/Subtype")] = NameObject("/Form")
    place = writer._add_object(piece)
    own = DictionaryObject({NameObject("/XObject"): DictionaryObject({NameObject("/F"): place})})
    piece[NameObject("/Resources")] = own
    page[NameObject("/Resources")] = own
    assert not facts(tmp_path, written(writer))["has_text"]


# ── title and tags ──────────────────────────────────────────────────────────────────────────────────────────────────

XMP = (
    '<rdf:RDF><dc:title><rdf:Alt><rdf:li xml:lang="x-default">План &amp; карта</rdf:li></rdf:Alt></dc:title></rdf:RDF>'
)


@pytest.mark.parametrize(("xmp", "title"), [
    (XMP, "План & карта"), ("<dc:title></dc:title>", ""), ("<dc:title>", ""), ("</dc:title><dc:title>x", ""), ("", ""),
    (f"<dc:title>{'<' * 3000}</dc:title>", ""),
])  # fmt: skip
def test_the_title_may_stand_in_xmp_alone(tmp_path: Path, xmp: str, title: str) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream(xmp.encode()))
    assert facts(tmp_path, written(writer))["title"] == title


def test_a_tree_of_tags_is_enough(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.root_object[NameObject("/StructTreeRoot")] = DictionaryObject()
    assert facts(tmp_path, written(writer))["has_tags"]


def test_marks_of_another_kind_are_none(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.root_object[NameObject("/MarkInfo")] = NameObject("/Marked")
    assert not facts(tmp_path, written(writer))["has_tags"]


# ── limits ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def packed(data: bytes, form: str) -> EncodedStreamObject:
    """A stream that has to be unpacked."""
    made = EncodedStreamObject()
    made._data = data
    made[NameObject("/Filter")] = NameObject(form)
    return made


@pytest.mark.parametrize(("data", "form", "has_text"), [
    (zlib.compress(b"(a) Tj"), "/FlateDecode", True),
    (zlib.compress(b"q Q"), "/FlateDecode", False),
    (zlib.compress(bytes(100_000_000)), "/FlateDecode", True),  # more than is unpacked
    (os.urandom(MOST_STORED + 1), "/FlateDecode", True),  # more than is looked at
    (os.urandom(90_000), "/LZWDecode", True),  # damaged
    (b"z" * 90_000, "/ASCII85Decode", False),
    (b"x", "/Unknown", True),
])  # fmt: skip
def test_what_is_too_large_or_damaged_counts_as_text(tmp_path: Path, data: bytes, form: str, has_text: bool) -> None:
    content = document(*[packed(data, form)] * 5)
    started = time.perf_counter()
    assert facts(tmp_path, content)["has_text"] is has_text
    assert time.perf_counter() - started < 2


def test_much_content_together_counts_as_text(tmp_path: Path) -> None:
    one = b"q Q " * (MOST_STORED // 16)
    assert not facts(tmp_path, document(*[stream(one)] * 4))["has_text"]
    assert facts(tmp_path, document(*[stream(one)] * 5))["has_text"]


def test_a_long_scan_is_looked_at_in_a_moment(tmp_path: Path) -> None:
    picture = stream(os.urandom(200_000))
    picture[NameObject("/Subtype")] = NameObject("/Image")
    resources = DictionaryObject({NameObject("/XObject"): DictionaryObject({NameObject("/Im0"): picture})})
    content = document(*[stream(b"q 595 0 0 842 0 0 cm /Im0 Do Q")] * 100, resources=resources)
    started = time.perf_counter()
    found = facts(tmp_path, content)
    assert (found["pages"], found["has_text"]) == (100, False)
    assert time.perf_counter() - started < 2
