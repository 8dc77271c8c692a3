"""Documents: PDFs for those who listen, office files, large files, and the four of a press conference."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.read.folder import Folder, page, read_folder
from tests.sites.pdfs import pdf

EVENT = "projects/park/events/start"
PDF = pdf()


def offering(root: Path, name: str, data: bytes) -> Folder:
    """A page that links to a file."""
    return read_folder(root, f"-- pages/a/index.bg.md --\n{page('', f'[план]({name})')}", {f"pages/a/{name}": data})


# ── PDFs ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("facts", "lacks"), [
    ({"content": b""}, "a text (it is a picture of one)"),
    ({"title": ""}, "a title"),
    ({"language": ""}, "a language"),
    ({"tagged": False}, "tags for headings, lists and tables"),
    ({"title": "", "language": ""}, "a title, a language"),
    ({"content": b"", "title": "", "language": "", "tagged": False},
     "a text (it is a picture of one), a title, a language, tags for headings, lists and tables"),
])  # fmt: skip
def test_a_pdf_that_cannot_be_read_aloud_is_a_warning(tmp_path: Path, facts: dict[str, Any], lacks: str) -> None:
    folder = offering(tmp_path, "plan.pdf", pdf(**facts))
    assert (folder.found, folder.errors) == (["pages/a/plan.pdf:1:1 DOC-03"], [])
    assert folder.says("DOC-03").startswith(f"for those who listen, the PDF lacks: {lacks} | Export it again ")


def test_a_whole_pdf_is_fine(tmp_path: Path) -> None:
    assert offering(tmp_path, "plan.pdf", PDF).found == []


def test_a_pdf_that_is_not_published_is_unused_and_nothing_else(tmp_path: Path) -> None:
    assert read_folder(tmp_path, files={"plan.pdf": pdf(title="")}).found == ["plan.pdf:1:1 DOC-06"]


def test_a_damaged_pdf_lacks_nothing_more(tmp_path: Path) -> None:
    assert offering(tmp_path, "plan.pdf", b"%PDF-1.7\n").found == ["pages/a/plan.pdf:1:1 DOC-05"]


def test_static_files_are_published_too(tmp_path: Path) -> None:
    folder = read_folder(tmp_path, files={"static/a.pdf": pdf(title=""), "static/b.docx": b"x"})
    assert folder.found == ["static/a.pdf:1:1 DOC-03", "static/b.docx:1:1 DOC-04", "static/b.docx:1:1 PRV-10"]


# ── other files ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("ending", ["doc", "docx", "xls", "XLSX", "ppt", "pptx", "odt", "ods", "odp", "rtf"])
def test_an_office_file_is_a_warning(tmp_path: Path, ending: str) -> None:
    folder = offering(tmp_path, f"plan.{ending}", b"x")
    at = f"pages/a/plan.{ending}:1:1"
    assert (folder.found, folder.errors) == ([f"{at} DOC-04", f"{at} PRV-10"], [])
    assert folder.says("DOC-04") == (
        f"'plan.{ending}' is an office file | Offer a tagged PDF, or put the words on the page (EN 301 549, clause 10)."
    )


@pytest.mark.parametrize("ending", ["csv", "txt", "zip", "docs", "svg"])
def test_other_files_are_none(tmp_path: Path, ending: str) -> None:
    assert offering(tmp_path, f"plan.{ending}", b"x").found == []


@pytest.mark.parametrize(("size", "said"), [(10_000_000, ""), (10_000_001, "10.0 MB"), (25_560_000, "25.5 MB")])
def test_a_large_file_is_a_warning(tmp_path: Path, size: int, said: str) -> None:
    folder = offering(tmp_path, "plan.zip", bytes(size))
    assert folder.found == (["pages/a/plan.zip:1:1 DOC-07"] if said else [])
    assert not said or folder.says("DOC-07").startswith(f"the file has {said} | ")


# ── press conferences ───────────────────────────────────────────────────────────────────────────────────────────────


def conference(root: Path, head: str, *names: str, path: str = f"{EVENT}/index.bg.md") -> Folder:
    """An event with files in its folder; today is 2026-11-22."""
    return read_folder(root, f"-- {path} --\n{page(head)}", {f"{EVENT}/{name}": PDF for name in names})


OPENING = "type: opening_press_conference\n"
ALL = "agenda, invitation, media_info, presentation"


@pytest.mark.parametrize(("head", "missing"), [
    (f"{OPENING}start: 2026-11-21\n", ALL),
    ("type: interim_press_conference\nstart: 2018-02-20\n", ALL),
    ("type: closing_press_conference\nstatus: held\n", ALL),
    (f"{OPENING}start: 2026-11-20\nend: 2026-11-21\n", ALL),
    (f"{OPENING}start: 2026-11-21\nstatus: planned\n", ALL),
    (f"{OPENING}start: 2026-11-21\nend: 2026-11-22\n", "agenda, invitation"),
    (f"{OPENING}start: 2026-11-22\n", "agenda, invitation"),
    (f"{OPENING}start: 2026-11-29\n", "agenda, invitation"),
    (f"{OPENING}start: 2026-11-30\n", ""),
    (OPENING, ""),
    (f"{OPENING}status: planned\n", ""),
    (f"{OPENING}start: 2026-11-21\nstatus: cancelled\n", ""),
    ("type: training\nstart: 2026-11-21\n", ""),
])  # fmt: skip
def test_a_press_conference_has_its_documents_in_time(tmp_path: Path, head: str, missing: str) -> None:
    folder = conference(tmp_path, head)
    assert folder.found == ([f"{EVENT}/index.bg.md:1:1 DOC-02"] if missing else [])
    assert folder.errors == []
    assert not missing or folder.says("DOC-02").startswith(f"the press conference lacks: {missing} | ")


HELD = f"{OPENING}start: 2018-02-20\n"


def test_documents_in_any_language_count(tmp_path: Path) -> None:
    names = ("agenda.bg.pdf", "invitation.en.pdf", "documents/media-info.ru.pdf", "presentation.bg.pdf")
    assert conference(tmp_path, HELD, *names).found == []


def test_those_that_are_missing_are_named_as_they_should_be(tmp_path: Path) -> None:
    folder = conference(tmp_path, HELD, "agenda.bg.pdf", "presentation.bg.pdf")
    assert folder.says("DOC-02") == (
        "the press conference lacks: invitation, media_info"
        " | Put into the folder of the page: invitation.bg.pdf, media-info.bg.pdf"
    )


def test_documents_that_are_named_count_though_they_are_not_there(tmp_path: Path) -> None:
    head = f"{HELD}documents: [{{file: a.pdf, type: agenda}}, {{file: x.pdf, type: presentation}}]\n"
    folder = conference(tmp_path, head, "a.pdf")
    assert [f.split()[1] for f in folder.found] == ["DOC-02", "DOC-01"]
    assert "lacks: invitation, media_info |" in folder.says("DOC-02")


def test_a_page_without_a_folder_names_its_documents(tmp_path: Path) -> None:
    folder = conference(tmp_path, HELD, path=f"{EVENT}.bg.md")
    assert folder.says("DOC-02").endswith(" | Name the files under 'documents', each with its type.")


def test_what_a_list_with_mistakes_lacks_is_not_told(tmp_path: Path) -> None:
    folder = conference(tmp_path, f"{HELD}documents: [{{file: a.pdf, type: agnda}}]\n", "a.pdf")
    assert folder.found == [f"{EVENT}/index.bg.md:5:33 FLD-03"]
