"""PDFs lose the names in what they say of themselves where a site asks for that, and nothing else."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, NumberObject, StreamObject

from sitegen.model.artifact import Copy
from sitegen.model.media import File
from sitegen.problems import Mistake
from sitegen.render.pdfs import publish_pdf, without_authors
from tests.sites import SITE, Built, build_content, write_files

NAME = "Иван Петров"
XMP = f"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Author="{NAME}">
<dc:creator><rdf:Seq><rdf:li>{NAME}</rdf:li></rdf:Seq></dc:creator><dc:title>Отчет</dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


def document(xmp: bytes = XMP.encode(), *, secret: str = "", is_signed: bool = False) -> bytes:
    """A PDF of one page that names its author in both ways."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Author": NAME, "/Title": "Отчет", "/Producer": "Word на Иван"})
    if xmp:
        stream = StreamObject()
        stream.set_data(xmp)
        stream[NameObject("/Type")] = NameObject("/Metadata")
        writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)
    if is_signed:
        form = DictionaryObject({NameObject("/SigFlags"): NumberObject(3)})
        writer.root_object[NameObject("/AcroForm")] = form
    if secret:
        writer.encrypt("", secret, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def all_words(data: bytes) -> str:
    """Everything that a PDF says of itself."""
    pdf = PdfReader(BytesIO(data))
    root: Any = pdf.root_object
    more = root["/Metadata"].get_object().get_data().decode() if "/Metadata" in root else ""
    return f"{dict(pdf.metadata or {})} {more}"


def built(root: Path, data: bytes, more: str = "") -> Built:
    """A site that offers the document."""
    content = write_files(
        root, f"-- site.yaml --\n{SITE}{more}-- pages/a/index.bg.md --\n---\ntitle: А\n---\n[отчет](a.pdf)\n"
    )
    (content / "pages/a/a.pdf").write_bytes(data)
    return build_content(content)


def published(site: Built) -> bytes:
    """The document as visitors get it."""
    [path] = [path for path in site if path.endswith(".pdf")]
    return site.bytes(path)


def test_names_go_and_the_rest_stays() -> None:
    clean = without_authors(document())
    assert "Иван" not in all_words(clean)
    assert "Отчет" in all_words(clean)
    assert PdfReader(BytesIO(clean)).metadata.title == "Отчет"  # type: ignore[union-attr]
    assert len(PdfReader(BytesIO(clean)).pages) == 1


def test_the_same_file_gives_the_same_bytes() -> None:
    assert without_authors(document()) == without_authors(document())


def test_xmp_that_cannot_be_read_goes_as_a_whole() -> None:
    assert "Иван" not in all_words(without_authors(document(f"<x>{NAME}".encode())))
    assert "Иван" not in all_words(without_authors(document(b"")))


def test_a_damaged_file_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(Mistake, match="damaged"):
        publish_pdf(None, File(path="a.pdf", disk=str(tmp_path / "a.pdf"), size=1))


def test_on_request_alone(tmp_path: Path) -> None:
    data = document()
    asked, plain = built(tmp_path / "1", data, "remove_authors: yes\n"), built(tmp_path / "2", data)
    assert "Иван" not in all_words(published(asked))
    assert published(plain) == data
    assert [problem.code for problem in asked.problems if problem.code == "PRV-08"] == []
    assert [problem.code for problem in plain.problems if problem.code == "PRV-08"] == ["PRV-08"]


def test_a_file_that_names_nobody_goes_out_as_it_is(tmp_path: Path) -> None:
    clean = without_authors(document())
    assert published(built(tmp_path, clean, "remove_authors: yes\n")) == clean


@pytest.mark.parametrize("data", [document(is_signed=True), document(secret="тайна")], ids=["signed", "encrypted"])
def test_a_sealed_file_stays_and_is_told_of(tmp_path: Path, data: bytes) -> None:
    site = built(tmp_path, data, "remove_authors: yes\n")
    assert published(site) == data
    assert "PRV-08" in {problem.code for problem in site.problems}


def test_a_sealed_file_is_never_rewritten() -> None:
    assert publish_pdf(None, File(path="a.pdf", disk="nowhere.pdf", size=1, is_sealed=True)) == Copy("nowhere.pdf")
