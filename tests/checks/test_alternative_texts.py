"""Alternative texts of translations: without their own they are read with the wrong voice."""

from __future__ import annotations

from pathlib import Path

from tests.read.folder import Folder, read_folder

SOURCE = """\
---
title: Парк
image: a.jpg
image_alt: Нов парк
gallery:
  - {file: b.jpg, alt: Площад}
  - {file: c.jpg, alt: Пейка}
---
"""


def read(root: Path, head: str) -> list[str]:
    """The places of A11Y-01 where an English translation has this head."""
    return [f"{p.at}".removeprefix("content/") for p in folder(root, head).problems if p.code == "A11Y-01"]


def folder(root: Path, head: str) -> Folder:
    """A page with three pictures and its translation."""
    return read_folder(root, f"-- pages/a.bg.md --\n{SOURCE}-- pages/a.en.md --\n---\ntitle: Park\n{head}---\n")


def test_translated_texts_are_right(tmp_path: Path) -> None:
    assert read(tmp_path, "image_alt: A new park\ngallery: {b.jpg: Square, c.jpg: {alt: Bench}}\n") == []


def test_a_missing_text_is_a_warning_at_the_translation(tmp_path: Path) -> None:
    assert read(tmp_path / "1", "") == ["pages/a.en.md:1:1"] * 3
    found = folder(tmp_path / "2", "gallery: {b.jpg: Square, c.jpg: Bench}\n")
    assert found.says("A11Y-01") == (
        "the alternative text of 'a.jpg' is not translated | Write image_alt: what the picture shows."
    )
    assert not [p for p in found.problems if p.code == "A11Y-01" and p.is_error]


def test_a_picture_of_a_gallery_is_told_where_it_is_named(tmp_path: Path) -> None:
    head = "image_alt: A new park\ngallery:\n  b.jpg: Square\n"
    assert read(tmp_path / "1", head) == ["pages/a.en.md:5:3"]
    assert folder(tmp_path / "2", head).says("A11Y-01") == (
        "the alternative text of 'c.jpg' is not translated | Write under gallery: c.jpg: and what the picture shows."
    )
    assert read(tmp_path / "3", f"{head}  c.jpg: {{caption: In the sun}}\n") == ["pages/a.en.md:6:10"]


def test_two_missing_texts_are_two_problems(tmp_path: Path) -> None:
    assert read(tmp_path, "image_alt: A new park\n") == ["pages/a.en.md:1:1"] * 2
