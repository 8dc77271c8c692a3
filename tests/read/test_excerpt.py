"""The line of a file that a problem is about."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sitegen.problems import Location
from sitegen.read.excerpt import excerpt


def test_the_line_is_the_one_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("\ufeffедно\r\nдве".encode())
    at = f"{tmp_path.name}/a.md"
    assert [excerpt(tmp_path, Location(at, line)) for line in (1, 2, 3)] == ["едно", "две", ""]


@pytest.mark.parametrize("path", ["a.md", "content/b.md", "content/a.jpg", "content/bad.md", "content"])
def test_what_is_no_text_of_the_content_has_no_line(tmp_path: Path, path: str) -> None:
    content = tmp_path / "content"
    content.mkdir()
    for name, data in (("a.md", b"a"), ("a.jpg", b"a"), ("bad.md", b"\xff")):
        (content / name).write_bytes(data)
    assert excerpt(content, Location(path)) == ""


def test_a_file_that_is_written_again_is_read_again(tmp_path: Path) -> None:
    file, at = tmp_path / "a.md", Location(f"{tmp_path.name}/a.md")
    for number, text in enumerate(("едно", "две")):
        file.write_text(text, encoding="utf-8")
        os.utime(file, ns=(number, number))
        assert excerpt(tmp_path, at) == text
