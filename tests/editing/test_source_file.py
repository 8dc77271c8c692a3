"""One file of an editor: what is corrected changes, and no other byte does, however the file was saved."""

from __future__ import annotations

import os
import stat
import sys
from codecs import BOM_UTF8
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.editing.source_file import Misfit, SourceFile, exchange, paragraph_correction, read_file, save
from sitegen.markup.paragraphs import body_paragraphs
from sitegen.model.source import Source
from sitegen.problems import Correction, Location, Mistake
from sitegen.read.decoding import decode

CHARACTERS = st.characters(codec="utf-8", exclude_characters="\0")
PIECE = st.one_of(
    st.text(CHARACTERS, max_size=6),
    st.sampled_from(["\n", "\r\n", "\r", "\u2028", "\x85", "й", "и\u0306", "😀", "\ufeff", "Кюстендил", " "]),
)
TEXT = st.lists(PIECE, max_size=15).map("".join)
NEW = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\x85\u2028\u2029\ufeff"), max_size=8)


def at(line: int, column: int = 1) -> Location:
    return Location("content/a.bg.md", line, column)


def corrected(data: bytes, *corrections: tuple[int, int, str, str]) -> bytes:
    """The bytes after corrections of line, column, old and new."""
    made = [Correction(at(line, column), old, new) for line, column, old, new in corrections]
    return SourceFile(data).corrected(made).data


@st.composite
def files_with_spans(draw: st.DrawFn) -> tuple[SourceFile, list[tuple[int, int]]]:
    """A file as anybody may have saved it, and pieces of its text that do not meet."""
    data = draw(st.sampled_from([b"", BOM_UTF8])) + draw(TEXT).encode()
    file = SourceFile(data)
    places = sorted(draw(st.sets(st.integers(0, len(file.text)), max_size=8)))
    return file, list(zip(places[::2], places[1::2], strict=False))


# ── what is not meant stays ─────────────────────────────────────────────────────────────────────────────────────────


@given(files_with_spans(), st.data())
def test_bytes_outside_the_corrections_stay(
    case: tuple[SourceFile, list[tuple[int, int]]], data: st.DataObject
) -> None:
    file, spans = case
    news = [data.draw(NEW) for _ in spans]
    corrections = [
        Correction(file.place(start, "a"), file.text[start:end], new)
        for (start, end), new in zip(spans, news, strict=True)
    ]
    try:
        made = file.corrected(corrections)
    except Misfit:
        assert "\r" in file.raw  # a new line end beside a lone \r could be taken for one of the two
        return
    expected, rest = "", made.raw
    done = 0
    for (start, end), new in zip(spans, news, strict=True):
        kept = file.raw[file.inside(done) : file.inside(start)]
        assert rest.startswith(kept)
        rest = rest[len(kept) :]
        changed = next(
            n for n in range(len(rest) + 1) if decode(rest[:n].encode()) == new and rest[n - 1 : n + 1] != "\r\n"
        )
        rest = rest[changed:]
        expected += file.text[done:start] + new
        done = end
    assert rest == file.raw[file.inside(done) :]
    assert made.text == expected + file.text[done:]
    assert made.data.startswith(BOM_UTF8) or not file.data.startswith(BOM_UTF8)


@given(files_with_spans())
def test_a_file_without_corrections_or_with_empty_ones_is_the_same(
    case: tuple[SourceFile, list[tuple[int, int]]],
) -> None:
    file, spans = case
    assert file.corrected([]) == file
    same = [Correction(file.place(start, "a"), file.text[start:end], file.text[start:end]) for start, end in spans]
    assert file.corrected(same) == file


@given(TEXT, st.sampled_from([b"", BOM_UTF8]))
def test_places_and_offsets_agree(text: str, bom: bytes) -> None:
    file = SourceFile(bom + text.encode())
    for offset in range(len(file.text) + 1):
        assert file.offset(file.place(offset, "a")) == offset


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_bom_and_line_ends_stay(end: str) -> None:
    before = BOM_UTF8 + f"---{end}title: Паpк{end}---{end}Текст.{end}".encode()
    after = corrected(before, (2, 8, "Паpк", "Парк"))
    assert after == before.replace("Паpк".encode(), "Парк".encode())


def test_mixed_line_ends_stay_each_as_it_is() -> None:
    assert corrected(b"a\r\nb\rc\nd\r\n", (2, 1, "b", "B"), (4, 1, "d", "D")) == b"a\r\nB\rc\nD\r\n"


def test_only_what_differs_is_written() -> None:
    before = "Дълъг\u2028ред\r\nоще\n".encode()
    assert corrected(before, (1, 1, "Дълъг ред\nоще", "Дълъг ред\nОще")) == "Дълъг\u2028ред\r\nОще\n".encode()


def test_new_lines_end_like_most_of_the_file() -> None:
    assert corrected(b"a\r\nb\nc\r\n", (2, 1, "b", "b\nx")) == b"a\r\nb\r\nx\nc\r\n"
    assert corrected(b"a", (1, 2, "", "\nb")) == b"a\nb"


def test_astral_and_combining_characters_count_as_one_each() -> None:
    assert corrected("😀и\u0306 C".encode(), (1, 5, "C", "С")) == "😀и\u0306 С".encode()


# ── what does not fit ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "corrections",
    [
        [(1, 1, "x", "y")],
        [(9, 1, "", "y")],
        [(0, 1, "", "y")],
        [(1, 0, "", "y")],
        [(1, 6, "", "y")],
        [(1, 1, "abc", "x"), (1, 3, "c", "y")],
        [(1, 1, "", "x"), (1, 1, "", "y")],
        [(1, 1, "", "x"), (1, 1, "a", "y")],
    ],
)
def test_what_does_not_fit_is_refused(corrections: list[tuple[int, int, str, str]]) -> None:
    with pytest.raises(Misfit):
        corrected(b"abcd\nefg", *corrections)


def test_corrections_side_by_side_do_not_meet() -> None:
    assert corrected(b"abcd", (1, 3, "c", "C"), (1, 1, "ab", "AB"), (1, 5, "", "!")) == b"ABCd!"


def test_a_line_end_that_would_melt_into_another_is_refused() -> None:
    with pytest.raises(Misfit):
        corrected(b"a\rx\nb", (2, 1, "x", ""))


def test_a_file_that_is_no_text_is_a_mistake() -> None:
    with pytest.raises(Mistake) as caught:
        SourceFile(b"\0").corrected([])
    assert caught.value.code == "SYN-01"


# ── paragraphs ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_paragraph_of_the_body_is_replaced_alone() -> None:
    data = BOM_UTF8 + "---\r\ntitle: А\r\n---\r\n\r\n  Първи ред\r\nвтори ред\r\n\r\n# Край\r\n".encode()
    file = SourceFile(data)
    [first, _] = body_paragraphs(Source("content/a.bg.md", file.text, 4))
    made = file.corrected([paragraph_correction(first, "Един ред\nи още\nедин")])
    assert made.data == data.replace("  Първи ред\r\nвтори ред".encode(), "Един ред\r\nи още\r\nедин".encode())


# ── the disk ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page in a content folder."""
    (tmp_path / "content").mkdir()
    page = tmp_path / "content" / "a.bg.md"
    page.write_bytes(b"old\r\n")
    return page


OLD, NEW_FILE = SourceFile(b"old\r\n"), SourceFile(b"new\r\n")


def complaint(page: Path, before: SourceFile = OLD) -> str:
    """What the editor hears when a file is not written."""
    with pytest.raises(Mistake) as caught:
        save(page.parent, page, before, NEW_FILE)
    assert [path.name for path in page.parent.iterdir()] == [page.name]
    return f"{caught.value.code} {caught.value.message}"


def test_a_file_is_replaced_with_its_permissions_and_nothing_is_left(page: Path) -> None:
    page.chmod(0o640)
    save(page.parent, page, OLD, NEW_FILE)
    assert page.read_bytes() == b"new\r\n"
    assert [path.name for path in page.parent.iterdir()] == ["a.bg.md"]
    assert sys.platform == "win32" or stat.S_IMODE(page.stat().st_mode) == 0o640


def test_a_file_that_was_saved_meanwhile_stays(page: Path) -> None:
    page.write_bytes(b"newer")
    assert "changed while" in complaint(page)
    assert page.read_bytes() == b"newer"


def test_a_read_only_file_stays(page: Path) -> None:
    page.chmod(0o444)
    assert complaint(page) == "SYN-07 the file is protected: it may only be read"
    assert page.read_bytes() == b"old\r\n"


def test_a_file_that_vanished_is_not_made_again(page: Path) -> None:
    page.unlink()
    with pytest.raises(Mistake, match="cannot be opened"):
        save(page.parent, page, OLD, NEW_FILE)
    assert not page.exists()


def test_a_disk_that_fills_up_leaves_the_old_file(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sitegen.editing.source_file.os.fsync", fill)
    assert complaint(page) == "SYN-07 the file cannot be written: No space left on device"
    assert page.read_bytes() == b"old\r\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a privilege there")
def test_a_link_is_followed_inside_the_content_folder_only(page: Path, tmp_path: Path) -> None:
    inside, outside = page.parent / "b.bg.md", page.parent / "c.bg.md"
    (tmp_path / "other.md").write_bytes(b"old\r\n")
    inside.symlink_to("a.bg.md")
    outside.symlink_to("../other.md")
    save(page.parent, inside, OLD, NEW_FILE)
    assert (inside.is_symlink(), page.read_bytes()) == (True, b"new\r\n")
    with pytest.raises(Mistake) as caught:
        save(page.parent, outside, OLD, NEW_FILE)
    assert caught.value.code == "LNK-06"
    assert (tmp_path / "other.md").read_bytes() == b"old\r\n"


@pytest.mark.skipif(os.name == "nt", reason="a closed folder is another thing there")
@pytest.mark.skipif(os.name != "nt" and os.geteuid() == 0, reason="nothing is closed to this user")
def test_a_folder_that_nobody_may_write_to_is_told(page: Path) -> None:
    page.parent.chmod(0o555)
    with pytest.raises(PermissionError):
        exchange(page, b"new")
    page.parent.chmod(0o755)


def test_a_file_that_cannot_be_opened_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match="cannot be opened"):
        read_file(tmp_path / "gone.md")
