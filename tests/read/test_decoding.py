"""Bytes: every way in which editors save a file, and what they hear when it is the wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.problems import Location
from sitegen.read.decoding import LARGEST_FILE, PlacedMistake, decode, read_text
from sitegen.read.excerpt import excerpt
from tests.read.folder import read_folder

PAGE = "---\ntitle: Парк\n---\nТекст.\n"


@pytest.mark.parametrize("data", [
    PAGE.encode(),
    PAGE.encode("utf-8-sig"),
    PAGE.replace("\n", "\r\n").encode(),
    PAGE.replace("\n", "\r").encode(),
    PAGE.replace("\n", "\r\n").encode("utf-8-sig"),
])  # fmt: skip
def test_utf8_is_read_with_bom_and_any_line_end(data: bytes) -> None:
    assert decode(data) == PAGE


def told(tmp_path: Path, data: bytes) -> str:
    """What an editor hears about a file."""
    (tmp_path / "a.md").write_bytes(data)
    with pytest.raises(PlacedMistake) as caught:
        read_text(tmp_path / "a.md", "content/a.md")
    problem = caught.value.problem
    return f"{problem.at.line}:{problem.at.column} {problem.code} {problem.message} | {problem.hint}"


SAVE_AGAIN = "Save the file again with the encoding UTF-8."


@pytest.mark.parametrize(("data", "said"), [
    (PAGE.encode("cp1251"), f"1:1 SYN-01 the file is in Windows-1251 (cp1251), not in UTF-8 | {SAVE_AGAIN}"),
    (PAGE.encode("utf-16"), f"1:1 SYN-01 the file is in UTF-16, not in UTF-8 | {SAVE_AGAIN}"),
    (b"\xfe\xff" + PAGE.encode("utf-16-be"), f"1:1 SYN-01 the file is in UTF-16, not in UTF-8 | {SAVE_AGAIN}"),
    ("---\ntitle: Größe\n".encode("latin-1"), f"2:10 SYN-01 the file is not UTF-8 text | {SAVE_AGAIN}"),
    ("---\r\ntitle: Парк caf".encode() + b"\xe9", f"2:16 SYN-01 the file is not UTF-8 text | {SAVE_AGAIN}"),
    ("\ufeffПарк caf".encode() + b"\xe9", f"1:9 SYN-01 the file is not UTF-8 text | {SAVE_AGAIN}"),
    ("Парк".encode()[:-1], f"1:4 SYN-01 the file is not UTF-8 text | {SAVE_AGAIN}"),
    (b"PK\n\x03\x04\x00\xff", ("1:1 SYN-01 the file is not text: it holds NUL bytes | "
                            "Save it as UTF-8 text; a Word document does not become text by a new name.")),
    (b"x" * (LARGEST_FILE + 1), ("1:1 SYN-06 the file is larger than 5 MB | "
                                "Put pictures and documents beside the page, not into it.")),
])  # fmt: skip
def test_other_encodings_are_named_and_placed(tmp_path: Path, data: bytes, said: str) -> None:
    assert told(tmp_path, data) == said


def test_five_megabytes_are_read() -> None:
    assert len(decode(b"x" * LARGEST_FILE)) == LARGEST_FILE


def test_a_file_that_vanished_or_is_a_folder_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.md", tmp_path):
        with pytest.raises(PlacedMistake) as caught:
            read_text(path, "content/gone.md")
        assert caught.value.problem.code == "SYN-07"
        assert "cannot be opened" in str(caught.value.problem.message)


def test_a_bad_file_loses_its_page_and_not_the_run(tmp_path: Path) -> None:
    folder = read_folder(
        tmp_path,
        "-- pages/b.bg.md --\n---\ntitle: Б\n---\n[а](a), [б](a.bg.md#x), [в](page:pages/a)\n",
        {"pages/a.bg.md": PAGE.encode("cp1251"), "pages/c.bg.md": b"\0"},
    )
    assert folder.found == ["pages/a.bg.md:1:1 SYN-01", "pages/c.bg.md:1:1 SYN-01"]
    assert folder.page("pages/b").title.text == "Б"


def test_columns_are_right_with_bom_and_windows_line_ends(tmp_path: Path) -> None:
    text = "\ufeff---\r\ntitle: Парк\r\nсвой: x\r\n---\r\n\r\nТекст с [план](nqma).\r\n"
    folder = read_folder(tmp_path, files={"pages/a.bg.md": text.encode()})
    assert folder.found == ["pages/a.bg.md:3:1 FLD-01", "pages/a.bg.md:6:9 LNK-01"]


# ── the line of a problem ───────────────────────────────────────────────────────────────────────────────────────────


def test_an_excerpt_is_the_line_without_its_end(tmp_path: Path) -> None:
    root = tmp_path / "content"
    root.mkdir()
    (root / "a.md").write_bytes("\ufeffедно\r\nдве\r\n".encode())
    assert excerpt(root, Location("content/a.md", 1, 1)) == "едно"
    assert excerpt(root, Location("content/a.md", 2, 3)) == "две"


@pytest.mark.parametrize("path", ["content/no.md", "content/a.pdf", "output/a.md", "content/bad.md", "content/a.md"])
def test_where_there_is_no_line_there_is_no_excerpt(tmp_path: Path, path: str) -> None:
    root = tmp_path / "content"
    root.mkdir()
    (root / "a.md").write_text("x", encoding="utf-8")
    (root / "bad.md").write_bytes(b"\xff\xfe\x00")
    assert excerpt(root, Location(path, 9, 1)) == ""
