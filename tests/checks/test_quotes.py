"""Quotation marks: each opening one has its closing one; the shape is the program's business."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read.folder import page, project, read_folder


def found(root: Path, body: str, language: str = "bg") -> list[str]:
    """The places of TXT-03 in a body, which begins on line 4."""
    source = "" if language == "bg" else f"-- pages/a.bg.md --\n{page()}"
    folder = read_folder(root, f"{source}-- pages/a.{language}.md --\n{page('', body)}")
    return [f"{p.at.line}:{p.at.column}" for p in folder.problems if p.code == "TXT-03"]


@pytest.mark.parametrize("body", [
    'Проект „Парк", "Сграда" и «Площад».',
    'Екран 24" и `print("` в текста.',
    '| Мярка |\n|---|\n| 24" |\n| "Парк |',
    "```\nx = \"\n```",
    '[„Наредба“](https://example.org/"a) {title="x}',
    "&bdquo;Парк“ и &#8222;Сграда“",
    "„Първо.\n\n„Второ.\n\n„Трето.“\n\nКрай.",
    "„Първо.\n\nВторо, без кавички.\n\n- а\n- б\n\nТрето“, каза той.",
    "> „Първо.\n>\n> Второ.“",
    "**„Първо**.\n\n„Второ\".",
])  # fmt: skip
def test_whole_texts_have_no_problem(tmp_path: Path, body: str) -> None:
    assert found(tmp_path, body) == []


@pytest.mark.parametrize(("body", "places"), [
    ("Проект „Нов парк приключи.", ["4:8"]),
    ("Ред.\nДейност 1:Управление на проекта”", ["5:32"]),
    ('Проект "Парк.\n\nПроект „Сграда“.\n\nПлощад“.', ["4:8", "8:7"]),
    ("- „Парк\n- Сграда", ["4:3"]),
    ("## „Парк\n\nТекст.", ["4:4"]),
    ("„Първо.\n\n## Дял\n\nВторо.", ["4:1"]),
    ("„Първо.\n\n## „Дял“\n\nВторо“.", ["4:1", "8:6"]),
    ("„Първо.\n\n„Дял\n---\n\nВторо.", ["4:1", "6:1"]),
    ("„Първо.\n\nВторо „пак.\n\n„Трето", ["4:1", "6:7", "8:1"]),
    ("„Първо „вложено.\n\nВторо.", ["4:8"]),
    ("„Първо.\n\n„Второ.", ["4:1"]),
    ("„Първо.\n\nВторо „парк“.", ["4:1"]),
    ('"""', ["4:3"]),
])  # fmt: skip
def test_a_mark_without_partner_is_a_warning_where_it_stands(tmp_path: Path, body: str, places: list[str]) -> None:
    assert found(tmp_path, body) == places


@pytest.mark.parametrize(("language", "body", "places"), [
    ("en", "The project “Regions in Growth” and the municipality's “Park.", ["4:56"]),
    ("en", "The project “Regions in Growth”, a 24\" screen and the municipality’s park.", []),
    ("ru", "Проект «Зелёная община „Парк“» и «Сад.", ["4:34"]),
    ("ru", "«Начало.\n\n«Продолжение.\n\n«Конец», – сказал он.", ["4:1"]),
    ("ru", "«Начало.\n\n«Продолжение.\n\n«Конец».", []),
])  # fmt: skip
def test_other_languages(tmp_path: Path, language: str, body: str, places: list[str]) -> None:
    assert found(tmp_path, body, language) == places


def test_what_is_said_of_a_mark(tmp_path: Path) -> None:
    folder = read_folder(
        tmp_path / "1", f"-- pages/a.bg.md --\n{page('', 'Открита е сградата на проект „Нов парк в центъра на града.')}"
    )
    assert folder.says("TXT-03").startswith(
        "this quotation is never closed: Открита е сградата на проект „Нов парк в центъра на града. | "
        "Write the mark that is missing, or delete this one; its shape is set right by itself."
    )
    folder = read_folder(tmp_path / "2", f"-- pages/a.bg.md --\n{page('', 'Парк“ е нов.')}")
    assert folder.says("TXT-03").startswith("this quotation mark closes nothing: Парк“ е нов. | ")
    assert folder.errors == []


def test_a_body_that_is_refused_is_not_judged_too(tmp_path: Path) -> None:
    folder = read_folder(tmp_path, f"-- pages/a.bg.md --\n{page('', '„а' + chr(10) * 2)}" + "„а\n\n" * 30_000)
    assert [p.code for p in folder.problems] == ["SYN-12"]


def test_a_value_is_told_at_its_beginning(tmp_path: Path) -> None:
    head = "summary: 'Проект \"Парк'\ngoals:\n  - {id: g1, text: Парк „Б“ и“}\nnotes: [{field: x, note: „а}]\n"
    folder = read_folder(tmp_path, f"-- projects/park/index.bg.md --\n{project(head)}")
    assert folder.found == ["projects/park/index.bg.md:7:10 TXT-03", "projects/park/index.bg.md:9:20 TXT-03"]
