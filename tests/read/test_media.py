"""Facts about files beside the pages, and files that are not what their names say."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from sitegen.read.media import look_at
from sitegen.read.source import Found
from tests.read.folder import page, read_folder
from tests.sites.pdfs import pdf


def picture(form: str = "JPEG", size: tuple[int, int] = (30, 20), orientation: int = 1) -> bytes:
    """A little picture."""
    made, exif = BytesIO(), Image.Exif()
    exif[0x0112] = orientation
    Image.new("RGB", size).save(made, form, exif=exif)
    return made.getvalue()


def found(root: Path, name: str, data: bytes) -> Found:
    """A file on disk."""
    (root / name).write_bytes(data)
    return Found(name, root / name)


def test_a_pdf_has_pages_and_a_title(tmp_path: Path) -> None:
    file, mistake = look_at(found(tmp_path, "a.pdf", pdf()))
    assert (file.pages, file.title, mistake) == (2, "План", None)


@pytest.mark.parametrize(("orientation", "size"), [(1, (30, 20)), (3, (30, 20)), (6, (20, 30)), (8, (20, 30))])
def test_a_picture_has_the_size_that_is_seen(tmp_path: Path, orientation: int, size: tuple[int, int]) -> None:
    file, mistake = look_at(found(tmp_path, "a.jpg", picture(orientation=orientation)))
    assert ((file.width, file.height), mistake) == (size, None)


@pytest.mark.parametrize(("name", "data", "code"), [
    ("a.pdf", b"", "DOC-05"),
    ("a.pdf", b"%PDF-1.7\n", "DOC-05"),
    ("a.jpg", b"<html>", "PIC-01"),
    ("a.png", picture("PNG")[:40], "PIC-01"),
])  # fmt: skip
def test_a_damaged_file_is_a_problem(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    file, mistake = look_at(found(tmp_path, name, data))
    assert mistake
    assert (mistake.code, file.size) == (code, len(data))
    assert str(mistake.hint)


def test_a_huge_picture_is_refused_whatever_follows_its_head(tmp_path: Path) -> None:
    made = BytesIO()
    Image.new("1", (10_001, 10_000)).save(made, "PNG")
    _, mistake = look_at(found(tmp_path, "a.png", made.getvalue()[:200]))  # decoding it would say PIC-01
    assert mistake
    assert mistake.code == "PIC-02"


def test_a_huge_picture_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    made = BytesIO()
    Image.new("1", (10_001, 10_000)).save(made, "PNG")
    _, mistake = look_at(found(tmp_path, "a.png", made.getvalue()))
    assert mistake
    assert (mistake.code, str(mistake.message)) == (
        "PIC-02",
        "the picture has 10001 × 10000 pixels, which no page needs",
    )


def test_a_file_that_vanished_is_a_problem(tmp_path: Path) -> None:
    _, mistake = look_at(Found("a.txt", tmp_path / "a.txt"))
    assert mistake
    assert mistake.code == "SYN-07"


def test_damaged_files_are_reported_on_their_path(tmp_path: Path) -> None:
    folder = read_folder(
        tmp_path,
        f"-- pages/a/index.bg.md --\n{page('', '![Парк](p.jpg)')}",
        {"pages/a/p.jpg": b"", "static/x.pdf": b"", "pages/a/agenda.bg.pdf": pdf()},
    )
    assert folder.found == ["pages/a/p.jpg:1:1 PIC-01", "static/x.pdf:1:1 DOC-05"]


@pytest.mark.parametrize(("root", "size"), [
    ('viewBox="0 0 400 100"', (400, 100)),
    ('viewBox="-5,-5, 10.5,21"', (42, 84)),
    ('width="120px" height="80" viewBox="0 0 3 1"', (120, 80)),
    ('width="100%" height="100%" viewBox="0 0 300 200"', (300, 200)),
    ('width="3cm" height="2cm"', (None, None)),
    ('viewBox="0 0 0 10"', (None, None)),
    ('viewBox="0 0 1 1000"', (None, None)),
    ("", (None, None)),
])  # fmt: skip
def test_a_drawing_says_its_proportions(tmp_path: Path, root: str, size: tuple[int | None, int | None]) -> None:
    file, mistake = look_at(found(tmp_path, "a.svg", f'<svg xmlns="http://www.w3.org/2000/svg" {root}/>'.encode()))
    assert (file.width, file.height, mistake) == (*size, None)


@pytest.mark.parametrize(
    "data", [b"", b"<svg", b"\xff\xfe", b'<!DOCTYPE s [<!ENTITY a "b">]><s viewBox="&a;"/>', b"%PDF"]
)
def test_a_damaged_drawing_says_nothing(tmp_path: Path, data: bytes) -> None:
    assert look_at(found(tmp_path, "a.svg", data))[0].width is None
