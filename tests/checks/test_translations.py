"""Stale translations are told of, with what changed and what to do."""

from __future__ import annotations

from pathlib import Path

from tests.read.folder import Folder, read_content
from tests.sites.accepting import PAGE, accepted_site, edit


def after(root: Path, *edits: tuple[str, str, str]) -> Folder:
    """A page whose translation was accepted, after pieces of its files were replaced."""
    content = accepted_site(root, PAGE)
    for language, old, new in edits:
        edit(content / f"pages/a.{language}.md", old, new)
    return read_content(content)


def stale(found: Folder) -> list[str]:
    return [line for line in found.found if "LNG-02" in line]


def test_what_is_accepted_is_no_problem(tmp_path: Path) -> None:
    assert stale(after(tmp_path)) == []


def test_a_changed_source_makes_its_translation_stale(tmp_path: Path) -> None:
    found = after(tmp_path, ("bg", "25 места", "26 места"))
    assert stale(found) == ["pages/a.en.md:1:1 LNG-02"]
    assert found.says("LNG-02") == (
        "the translation is out of date: paragraphs of content/pages/a.bg.md changed since it was accepted: 1 (p1)"
        " | Translate them anew, then run: accept pages/a en"
    )
    assert not found.errors


def test_three_paragraphs_are_named_and_all_are_counted(tmp_path: Path) -> None:
    found = after(
        tmp_path,
        ("bg", "title: Заглавие", "title: Друго"),
        ("bg", "summary: Накратко", "summary: Иначе"),
        ("bg", "Има 25 места", "Няма места"),
        ("bg", "Пристроени са", "Излезли са"),
    )
    assert "accepted: 4 (title, summary, p1, …)" in found.says("LNG-02")


def test_corrections_of_spelling_have_their_own_advice(tmp_path: Path) -> None:
    found = after(tmp_path, ("bg", "Пристроени", "Престроени"))
    assert found.says("LNG-02").endswith("| Only the spelling was corrected; run: accept --minor")


def test_what_the_translation_followed_is_not_counted(tmp_path: Path) -> None:
    both = after(tmp_path / "a", ("bg", "25", "26"), ("bg", "Пристроени са", "Излезли са"), ("en", "25", "26"))
    assert "1 (p2)" in both.says("LNG-02")
    assert stale(after(tmp_path / "b", ("bg", "25", "26"), ("en", "25", "26"))) == []


def test_a_translation_that_nobody_accepted_or_that_was_edited_is_no_problem(tmp_path: Path) -> None:
    assert stale(after(tmp_path, ("en", "25", "26"))) == []
    (tmp_path / "content/translations.lock").unlink()
    assert stale(read_content(tmp_path / "content")) == []
