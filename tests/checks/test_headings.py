"""Headings: steps of one level, words in each, and no capitals."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.checks.headings import is_shouted
from tests.read.folder import Folder, page, project, read_folder


def read(root: Path, body: str, head: str = "") -> Folder:
    """A site with one page; its body begins on line 4."""
    return read_folder(root, f"-- pages/a.bg.md --\n{page(head, body)}")


@pytest.mark.parametrize("body", [
    "Текст.",
    "## А\n\n### Б\n\n#### В\n\n## Г\n\n### Д",
    "А\n---\n\n### Б",
    "```\n#### не е заглавие\n```",
    "::: note Бележка\n## А\n:::\n\n## Б",
])  # fmt: skip
def test_steps_of_one_level_are_right(tmp_path: Path, body: str) -> None:
    assert read(tmp_path, body).found == []


@pytest.mark.parametrize(("body", "place", "said"), [
    ("## Цели\n\n#### Мярка", "6:1", "the heading 'Мярка' has level 4, but stands below level 2 | Write it one level below: ### Мярка"),
    ("### Цели", "4:1", "the heading 'Цели' has level 3, but stands below level 1 | Write it one level below: ## Цели"),
    ("## А\n\n> #### Б", "6:3", "the heading 'Б' has level 4, but stands below level 2 | "),
    ("# Парк\n\n## А", "4:1", "the heading 'Парк' has the level of the page's title | Headings of a text begin with two signs: ## Парк"),
    ("## А\n\n##\n\nТекст.", "6:1", "the heading has no words | Write its words, or delete the line."),
    ("## ![Площад](https://example.org/)", None, None),
])  # fmt: skip
def test_a_wrong_step_is_a_warning(tmp_path: Path, body: str, place: str | None, said: str | None) -> None:
    folder = read(tmp_path, body)
    if place and said:
        assert (folder.errors, folder.found) == ([], [f"pages/a.bg.md:{place} A11Y-03"])
        assert folder.says("A11Y-03").startswith(said)
    else:
        assert "pages/a.bg.md:4:1 A11Y-03" in folder.found


def test_a_heading_that_names_an_item_is_not_shown_and_may_have_any_level(tmp_path: Path) -> None:
    goals = "goals: [{id: g1, text: Цел}, {id: g2, text: Друга}]\n"
    body = "#### Цел {#g1}\n\nТекст.\n\n##### Още\n\n# {#g2}\n\nТекст.\n\n### Край"
    text = project(goals, body)
    folder = read_folder(tmp_path, f"-- projects/park/index.bg.md --\n{text}")
    line = text.split("\n").index("### Край") + 1
    assert folder.found == [f"projects/park/index.bg.md:{line}:1 A11Y-03"]


@pytest.mark.parametrize("text", [
    "ЦЕЛИ НА ПРОЕКТА", "ДЕИНСТИТУЦИОНАЛИЗАЦИЯ", "СТАРТ НА ПРОЕКТ", "ЗА НАС",
    "ПРОЕКТ „ЗЕЛЕНА ОБЩИНА“ 2014–2020 г.", "ABOUT THE PROJECT", "ЦЕЛИ ПРОЕКТА", "O ПРОЕКТЕ", "ДЕЙНОСТИ на ПРОЕКТА",
])  # fmt: skip
def test_capitals(text: str) -> None:
    assert is_shouted(text)


@pytest.mark.parametrize("text", [
    "", "СМР", "ОПРР 2014–2020", "ОП „РЧР“ 2014–2020 г.", "EU", "COVID-19", "ЕФРР, ЕСФ, МОСВ и МРРБ", "УНИЦЕФ и ЮНЕСКО",
    "BG16RFOP001-5.001-0042-C01", "Цели на проекта", "Цели и ДЕЙНОСТИ", "Проект „ПРОЕКТИРАНЕ“ на СМР", "ПАРК", "НОВИНИ", "REACT-EU", "2014–2020",
    "П А Р К", "מטרות הפרויקט",
])  # fmt: skip
def test_no_capitals(text: str) -> None:
    assert not is_shouted(text)


def test_headings_and_titles_in_capitals_are_warnings(tmp_path: Path) -> None:
    head = (
        "results: [{id: r1, text: Парк}]\ngoals: [{id: g1, text: Парк}]\nshort: НОВ ПАРК НА ОБЩИНАТА\nsummary: ВСИЧКО Е ГОТОВО НАВРЕМЕ\nactivities:\n"
        "  - {id: a1, title: ИЗПЪЛНЕНИЕ НА СМР, text: Текст}\n"
    )
    body = "## ОЧАКВАНИ РЕЗУЛТАТИ\n\n## СМР"
    folder = read_folder(tmp_path, f"-- projects/park/index.bg.md --\n{project(head, body)}")
    assert (folder.errors, folder.found) == ([], [
        f"projects/park/index.bg.md:{place} TXT-06" for place in ("9:8", "12:21", "14:1")
    ])  # fmt: skip
    message = next(p for p in folder.problems if p.at.line == 14)
    assert f"{message.message} | {message.hint}" == (
        "'ОЧАКВАНИ РЕЗУЛТАТИ' is written in capitals | Write it like a sentence; how headings look is decided by the theme."
    )


def test_a_title_of_a_page_in_capitals(tmp_path: Path) -> None:
    folder = read_folder(tmp_path, "-- pages/a.bg.md --\n---\ntitle: 'ЗА ПРОЕКТА'\n---\n")
    assert folder.found == ["pages/a.bg.md:2:8 TXT-06"]
