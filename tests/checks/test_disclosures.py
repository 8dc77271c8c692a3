"""What published documents tell of people; numbers and names of the tests are made up."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Text
from pypdf.generic import DictionaryObject, NameObject, NumberObject, StreamObject, TextStringObject

from sitegen.problems import Problem
from sitegen.read import office, pdf_disclosures, plain_texts
from tests.read.folder import page, read_folder
from tests.sites.office_files import A, S, core, microsoft, open_document, photograph, word
from tests.sites.pdfs import pdf, stream

EGN = "7501010010"
WORDS = "BT /F1 12 Tf 10 10 Td ({}) Tj ET"
FONT = DictionaryObject({
    NameObject("/Type"): NameObject("/Font"),
    NameObject("/Subtype"): NameObject("/Type1"),
    NameObject("/BaseFont"): NameObject("/Helvetica"),
})  # fmt: skip


def told(root: Path, name: str, data: bytes) -> list[Problem]:
    """The problems of privacy of a document that a page offers."""
    text = f"-- pages/a/index.bg.md --\n{page('', f'[план]({name})')}"
    problems = read_folder(root, text, {f"pages/a/{name}": data}).problems
    return [problem for problem in problems if problem.code.startswith("PRV")]


def said(root: Path, name: str, data: bytes) -> list[str]:
    """The same as `CODE severity: message`."""
    return [f"{one.code} {one.severity}: {one.message}" for one in told(root, name, data)]


def written(*pages: str, more: PdfWriter | None = None) -> PdfWriter:
    """A PDF with a line of words on each page."""
    writer = more or PdfWriter()
    for words in pages:
        made = writer.add_blank_page(200, 200)
        made[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): FONT})}
        )
        made[NameObject("/Contents")] = writer._add_object(stream(WORDS.format(words).encode()))
    return writer


def bytes_of(writer: PdfWriter) -> bytes:
    """The file."""
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


# ── PDFs ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_personal_number_on_a_page(tmp_path: Path) -> None:
    [one] = told(tmp_path, "plan.pdf", bytes_of(written("Plan", f"Ivan, {EGN}")))
    assert (str(one.at), one.code, one.severity) == ("content/pages/a/plan.pdf:1:1", "PRV-01", "error")
    assert str(one.message) == "'75****0010' is a personal number (EGN): page 2"
    assert EGN not in f"{one.message} {one.hint}"


def test_a_foreigners_number_on_a_page(tmp_path: Path) -> None:
    assert said(tmp_path, "plan.pdf", bytes_of(written("LNCh 1000000001"))) == [
        "PRV-01 error: '10****0001' is the personal number of a foreigner (LNCh): page 1"
    ]


def test_a_pdf_without_anybody_is_fine(tmp_path: Path) -> None:
    assert said(tmp_path, "plan.pdf", bytes_of(written("Plan 7501010011", "1000000001"))) == []
    assert said(tmp_path / "b", "plan.pdf", pdf()) == []


def test_the_author_of_a_pdf(tmp_path: Path) -> None:
    writer = written("Plan")
    writer.add_metadata({"/Author": f"Ivan Petrov {EGN}"})
    assert said(tmp_path, "plan.pdf", bytes_of(writer)) == [
        "PRV-08 warning: the document names its author, 'Ivan Petrov 75****0010': the whole file"
    ]


def test_the_author_of_a_pdf_in_its_xmp_alone(tmp_path: Path) -> None:
    writer = written("Plan")
    xmp = stream("<x><dc:creator><rdf:Seq><rdf:li>Иван</rdf:li></rdf:Seq></dc:creator></x>".encode())
    writer.root_object[NameObject("/Metadata")] = writer._add_object(xmp)
    assert said(tmp_path, "plan.pdf", bytes_of(writer))[0].startswith(
        "PRV-08 warning: the document names its author, 'И"
    )


def test_remarks_in_a_pdf(tmp_path: Path) -> None:
    writer = written("Plan", "Plan")
    free = FreeText(text="Typed", rect=(0, 0, 9, 9))
    note = Text(rect=(0, 0, 9, 9), text=f"Ask {EGN}")
    signed = FreeText(text="No", rect=(0, 0, 9, 9))
    signed[NameObject("/T")] = TextStringObject("Ivan")
    for number, one in ((0, free), (1, note), (1, signed)):
        writer.add_annotation(number, one)
    assert said(tmp_path, "plan.pdf", bytes_of(writer)) == [
        "PRV-01 error: '75****0010' is a personal number (EGN): page 2",
        "PRV-09 warning: the document holds comments (2): page 2",
    ]


@pytest.mark.parametrize("has_position", [True, False])
def test_a_photograph_in_a_pdf(tmp_path: Path, *, has_position: bool) -> None:
    writer, picture = written("Plan"), StreamObject()
    picture._data = photograph(has_position=has_position)
    picture.update({NameObject("/Subtype"): NameObject("/Image"), NameObject("/Filter"): NameObject("/DCTDecode"),
                    NameObject("/Width"): NumberObject(8), NameObject("/Height"): NumberObject(8)})  # fmt: skip
    shown = DictionaryObject({NameObject("/P"): writer._add_object(picture)})
    writer.pages[0]["/Resources"][NameObject("/XObject")] = shown  # type: ignore[index]
    expected = ["PRV-02 error: a picture in the document tells where it was taken: page 1"]
    assert said(tmp_path, "plan.pdf", bytes_of(writer)) == (expected if has_position else [])


def test_a_page_too_large_is_a_note_and_the_others_are_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_disclosures, "MOST_UNPACKED", 99)
    writer = written("Plan" * 20, EGN)
    assert said(tmp_path, "plan.pdf", bytes_of(writer)) == [
        "PRV-01 error: '75****0010' is a personal number (EGN): page 2",
        "PRV-10 info: the document could not be searched for personal data: page 1",
    ]


def test_notes_that_are_damaged_are_a_note(tmp_path: Path) -> None:
    writer = written(EGN)
    writer.pages[0][NameObject("/Annots")] = NumberObject(7)
    assert [one.code for one in told(tmp_path, "plan.pdf", bytes_of(writer))] == ["PRV-01", "PRV-10"]


def test_the_effort_for_a_pdf_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_disclosures, "MOST_OPERATIONS", 12)
    data = bytes_of(written(*["Plan"] * 4, EGN))
    assert said(tmp_path, "plan.pdf", data) == [
        "PRV-10 info: the document could not be searched for personal data: page 3"
    ]
    monkeypatch.setattr(pdf_disclosures, "MOST_PAGES", 1)
    assert said(tmp_path / "b", "plan.pdf", data) == [
        "PRV-10 info: the document could not be searched for personal data: page 2"
    ]


def test_a_protected_pdf_is_damaged_for_visitors_and_no_traceback(tmp_path: Path) -> None:
    writer = written(EGN)
    writer.encrypt("secret", algorithm="RC4-128")
    data = bytes_of(writer)
    assert PdfReader(BytesIO(data)).is_encrypted
    assert said(tmp_path, "plan.pdf", data) == []
    text = f"-- pages/a/index.bg.md --\n{page('', '[план](plan.pdf)')}"
    assert read_folder(tmp_path / "b", text, {"pages/a/plan.pdf": data}).found == ["pages/a/plan.pdf:1:1 DOC-05"]


# ── office files ────────────────────────────────────────────────────────────────────────────────────────────────────


SLIDE = f'<p xmlns:a="{A}"><a:p><a:r><a:t>75010</a:t></a:r><a:r><a:t>10010</a:t></a:r></a:p></p>'
SHEET = f'<worksheet xmlns="{S}"><c r="A1"><f>{EGN}</f><v>7</v></c><c r="B1"><v>{{}}</v></c></worksheet>'


@pytest.mark.parametrize(("name", "data", "part"), [
    ("a.docx", word(f"<w:p><w:r><w:t>Лице {EGN[:4]}</w:t></w:r><w:r><w:t>{EGN[4:]}</w:t></w:r></w:p>"), "word/document.xml"),
    ("a.docx", word(word__footnotes_xml=f"<p>{EGN}</p>"), "word/footnotes.xml"),
    ("a.docx", word(f"<w:p><w:del><w:r><w:delText>{EGN}</w:delText></w:r></w:del></w:p>"), "word/document.xml"),
    ("a.xlsx", microsoft({"xl/worksheets/sheet1.xml": SHEET.format(EGN)}), "xl/worksheets/sheet1.xml"),
    ("a.xlsx", microsoft({"xl/sharedStrings.xml": f"<sst><si><t>{EGN}</t></si></sst>"}), "xl/sharedStrings.xml"),
    ("a.pptx", microsoft({"ppt/slides/slide1.xml": SLIDE}), "ppt/slides/slide1.xml"),
    ("a.odt", open_document(f"<text:p>75<text:span>{EGN[2:]}</text:span></text:p>"), "content.xml"),
    ("a.ods", open_document(f"<text:p>1</text:p><text:p>{EGN}</text:p>"), "content.xml"),
    ("A.DOCX", word(f"<w:p>{EGN}</w:p>"), "word/document.xml"),
])  # fmt: skip
def test_a_personal_number_in_a_part(tmp_path: Path, name: str, data: bytes, part: str) -> None:
    assert said(tmp_path, name, data) == [f"PRV-01 error: '75****0010' is a personal number (EGN): part {part}"]


@pytest.mark.parametrize(("name", "data"), [
    ("a.docx", word()),
    ("a.docx", word("<w:p>75010</w:p><w:p>10010</w:p>")),
    ("a.docx", word(f"<w:posOffset>{EGN}</w:posOffset>", docProps__core_xml=core())),
    ("a.docx", word(docProps__core_xml=core("Община", "Municipality"))),
    ("a.xlsx", microsoft({"xl/worksheets/sheet1.xml": SHEET.format(7501010011)})),
    ("a.odt", open_document()),
    ("a.pptx", microsoft({"ppt/media/image1.jpeg": photograph(has_position=False), "ppt/media/b.png": b""})),
])  # fmt: skip
def test_a_document_that_tells_nothing(tmp_path: Path, name: str, data: bytes) -> None:
    assert said(tmp_path, name, data) == []


@pytest.mark.parametrize(("name", "data", "part", "people"), [
    ("a.docx", word(docProps__core_xml=core("Иван Петров", "Мария")), "docProps/core.xml", ["Иван Петров", "Мария"]),
    ("a.xlsx", microsoft({"docProps/core.xml": core("Иван\n", "Иван\x7f ")}), "docProps/core.xml", ["Иван"]),
    ("a.odt", open_document(meta="<meta:initial-creator>Иван</meta:initial-creator><dc:creator>Мария</dc:creator>"),
     "meta.xml", ["Иван", "Мария"]),
])  # fmt: skip
def test_authors(tmp_path: Path, name: str, data: bytes, part: str, people: list[str]) -> None:
    assert said(tmp_path, name, data) == [
        f"PRV-08 warning: the document names its author, '{one}': part {part}" for one in people
    ]


@pytest.mark.parametrize(("name", "data", "what"), [
    ("a.docx", word(word__comments_xml="<comments><comment/><comment/></comments>"), "comments (2): part word/comments.xml"),
    ("a.xlsx", microsoft({"xl/threadedComments/t1.xml": "<x><threadedComment/></x>"}),
     "comments (1): part xl/threadedComments/t1.xml"),
    ("a.pptx", microsoft({"ppt/comments/c1.xml": "<cmLst><cm/></cmLst>"}), "comments (1): part ppt/comments/c1.xml"),
    ("a.odt", open_document("<office:annotation><dc:creator>И</dc:creator></office:annotation>"),
     "comments (1): part content.xml"),
    ("a.docx", word('<w:p><w:ins w:author="И"/><w:del w:author="И"/><w:ins/></w:p>'),
     "tracked changes (2): part word/document.xml"),
    ("a.odt", open_document("<text:tracked-changes><text:changed-region/></text:tracked-changes>"),
     "tracked changes (1): part content.xml"),
])  # fmt: skip
def test_comments_and_changes(tmp_path: Path, name: str, data: bytes, what: str) -> None:
    assert said(tmp_path, name, data) == [f"PRV-09 warning: the document holds {what}"]


@pytest.mark.parametrize(("name", "part"), [("a.docx", "word/media/image1.jpg"), ("a.odt", "Pictures/1.JPEG")])
def test_a_photograph_with_its_place(tmp_path: Path, name: str, part: str) -> None:
    assert said(tmp_path, name, microsoft({part: photograph(has_position=True)})) == [
        f"PRV-02 error: a picture in the document tells where it was taken: part {part}"
    ]


# ── what cannot be searched ─────────────────────────────────────────────────────────────────────────────────────────

BOMB = '<!DOCTYPE a [<!ENTITY b "7501010010">]><a>&b;</a>'


@pytest.mark.parametrize(("name", "data", "place"), [
    ("a.docx", b"x", "the whole file"),
    ("a.docx", word()[:-30], "the whole file"),
    ("a.doc", b"\xd0\xcf\x11\xe0", "the whole file"),
    ("a.rtf", b"{\\rtf1}", "the whole file"),
    ("a.docx", word(word__header1_xml=BOMB), "part word/header1.xml"),
    ("a.docx", word(word__header1_xml="<a>"), "part word/header1.xml"),
    ("a.docx", word(word__header1_xml="<a>" * 300 + "</a>" * 300), "part word/header1.xml"),
    ("a.docx", word(word__header1_xml=bytes(office.LARGEST_PART + 1)), "part word/header1.xml"),
])  # fmt: skip
def test_what_cannot_be_searched_is_a_note(tmp_path: Path, name: str, data: bytes, place: str) -> None:
    assert said(tmp_path, name, data) == [f"PRV-10 info: the document could not be searched for personal data: {place}"]


def test_packages_are_read_within_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = {f"word/part{number}.xml": "<a>1234567</a>" for number in range(3)}
    note = "PRV-10 info: the document could not be searched for personal data: "
    with monkeypatch.context() as changed:
        changed.setattr(office, "MOST_PARTS", 3)
        assert said(tmp_path / "a", "a.docx", microsoft(parts)) == [f"{note}the whole file"]
    monkeypatch.setattr(office, "LARGEST_WHOLE", 30)
    assert said(tmp_path / "b", "a.docx", microsoft(parts)) == [f"{note}part word/part2.xml"]


def test_files_that_are_not_published_are_not_judged(tmp_path: Path) -> None:
    found = read_folder(tmp_path, files={"plan.docx": word(f"<w:p>{EGN}</w:p>")}).found
    assert found == ["plan.docx:1:1 DOC-06"]


def test_files_of_static_are_published_too(tmp_path: Path) -> None:
    found = read_folder(tmp_path, files={"static/a.docx": word(f"<w:p>{EGN}</w:p>")}).found
    assert found == ["static/a.docx:1:1 DOC-04", "static/a.docx:1:1 PRV-01"]


# ── texts and names ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", [
    "list.csv", "a.txt", "old/index.html", "data.json", "feed.xml", "a.geojson", "a.yaml", "plan.svg",
])  # fmt: skip
def test_a_personal_number_in_a_text_that_goes_out_as_it_is(tmp_path: Path, name: str) -> None:
    problems = read_folder(tmp_path, files={f"static/{name}": f"Име,ЕГН\nИван,{EGN}\n".encode()}).problems
    [one] = [problem for problem in problems if problem.code.startswith("PRV")]
    assert (str(one.at), one.code) == (f"content/static/{name}:2:6", "PRV-01")
    assert EGN not in f"{one.message} {one.hint}"


@pytest.mark.parametrize("name", ["a.js", "a.css", "a.bin"])
def test_digits_of_programs_are_no_persons(tmp_path: Path, name: str) -> None:
    problems = read_folder(tmp_path, files={f"static/{name}": EGN.encode()}).problems
    assert [problem.code for problem in problems if problem.code.startswith("PRV")] == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_lists_of_other_programs_are_read_in_their_encoding(tmp_path: Path, encoding: str) -> None:
    data = "ЛНЧ;Име\n1000000001;Иван".encode(encoding)
    problems = read_folder(tmp_path, files={"static/list.csv": data}).problems
    assert [(one.code, one.at.line) for one in problems if one.code.startswith("PRV")] == [("PRV-01", 2)]


@pytest.mark.parametrize(("name", "text"), [
    ("a.html", f"<a href='https://x.example/?id={EGN}' id='{EGN}'>https://x.example/?id={EGN}</a>"),
    ("a.html", f"<p><a href='tel:{EGN}'>{EGN}</a> тел. {EGN}</p><style>p{{width:{EGN}px}}</style>"),
    ("a.svg", f"<svg xmlns='http://www.w3.org/2000/svg'><path d='{EGN}'/></svg>"),
    ("a.geojson", f'{{"coordinates": [23.{EGN}, 42.1]}}'),
    ("a.txt", f"https://x.example/?id={EGN}"),
])  # fmt: skip
def test_telephones_and_addresses_are_no_persons(tmp_path: Path, name: str, text: str) -> None:
    problems = read_folder(tmp_path, files={f"static/{name}": text.encode()}).problems
    assert [problem.code for problem in problems if problem.code.startswith("PRV")] == []


def test_a_text_of_megabytes_is_not_read(tmp_path: Path) -> None:
    problems = read_folder(tmp_path, files={"static/a.csv": b"a" * (plain_texts.LONGEST + 1)}).problems
    assert [problem.code for problem in problems if problem.code.startswith("PRV")] == ["PRV-10"]


@pytest.mark.parametrize(("name", "is_one"), [
    (f"cv-{EGN}.txt", True), (f"{EGN}_Ivan.txt", True), ("cv-7501010011.txt", False), (f"1{EGN}.txt", False),
])  # fmt: skip
def test_a_personal_number_in_the_name_of_a_file(tmp_path: Path, name: str, *, is_one: bool) -> None:
    problems = read_folder(tmp_path, files={f"static/{name}": "а".encode()}).problems
    found = [problem for problem in problems if problem.code == "PRV-01"]
    assert [EGN in f"{one.message} {one.hint}" for one in found] == ([False] if is_one else [])
