"""A translation leads to the pages, and to as many files and sites, as its source."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read.folder import Folder, read_folder

SITE = """\
-- pages/b.bg.md --
---
title: Б
---
-- pages/c.bg.md --
---
title: В
---
-- pages/d.bg.md --
---
title: Г
draft: true
---
-- pages/plan.bg.txt --
а
-- pages/plan.en.txt --
a
"""


def read(root: Path, source: str, translation: str) -> Folder:
    """A page in two languages, whose bodies begin at line 4."""
    bodies = {"bg": source, "en": translation}
    files = {f"pages/a.{code}.md": f"---\ntitle: А\n---\n{text}\n".encode() for code, text in bodies.items()}
    return read_folder(root, SITE, files)


def found(folder: Folder) -> list[str]:
    return [line for line in folder.found if line.endswith("LNG-05")]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("[Б](page:pages/b)", "[B](b#x)"),
        ("[Б](page:pages/b)", "[B](b) and [again](b)"),
        ("[Б](page:pages/b) и [Г](d)", "[D](page:pages/d) [B](b)"),
        ("[План](plan.bg.txt)", "[Plan](plan.en.txt)"),
        ("[Закон](https://lex.example/bg/5)", "[Act](https://eur.example/en/5)"),
        ("[Първо](#a)\n\n## А {#a}", "Text.\n\n## A"),
        ("![Дърво](a.png)", "Text."),
        ("[Пишете](mailto:a@a.example)", "Write to a@a.example"),
        ("[Обади се](tel:+35978551166)", "Call"),
        ("[Б](b)", ""),
        ("", "[B](b)"),
        ("[А](https://a.example/)", "[A](/en/)"),
        ("[Изгубена](page:pages/none)", "Lost"),
    ],
)
def test_the_same_goals_pass(tmp_path: Path, source: str, translation: str) -> None:
    assert found(read(tmp_path, source, translation)) == []


@pytest.mark.parametrize(
    ("source", "translation", "place", "said"),
    [
        (
            "[Б](page:pages/b)",
            "See [C](c).",
            "4:5",
            "the source links to 'page:pages/b' (content/pages/a.bg.md, line 4), this page to 'c'",
        ),
        (
            "Текст.\n\n[Б](b) и [план](plan.bg.txt)",
            "Text.",
            "1:1",
            "the source links to 'b; plan.bg.txt' (content/pages/a.bg.md, line 6), this page does not",
        ),
        (
            "Текст.",
            "Text.\n\nSee [C](c).",
            "6:5",
            "no link of the source (content/pages/a.bg.md) leads to 'c'",
        ),
        (
            "[А](https://a.example/) [Б](https://b.example/)",
            "[A](https://a.example/)",
            "1:1",
            "the source links to 'https://b.example/' (content/pages/a.bg.md, line 4), this page does not",
        ),
    ],
)
def test_other_goals_are_told_of(tmp_path: Path, source: str, translation: str, place: str, said: str) -> None:
    folder = read(tmp_path, source, translation)
    assert found(folder) == [f"pages/a.en.md:{place} LNG-05"]
    assert folder.says("LNG-05").startswith(f"{said} | ")
