"""Stated euro: beside leva they are the converted amount, to the cent or as they are rounded."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.model.money import Money, canonical
from tests.read.folder import Folder, page, project, read_folder


def read(root: Path, body: str, language: str = "bg") -> Folder:
    """A page in a language; its body begins on line 4."""
    source = f"-- pages/a.bg.md --\n{page()}" if language != "bg" else ""
    return read_folder(root, f"{source}-- pages/a.{language}.md --\n{page('', body)}")


def places(folder: Folder) -> list[str]:
    """The places of MON-03."""
    return [f"{p.at.line}:{p.at.column}" for p in folder.problems if p.code == "MON-03"]


@pytest.mark.parametrize("text", [
    "Стойност 515 000,00 лв. (263 315,32 €).",
    "Стойност 515\u00a0000,00\u00a0лв. (263\u00a0315,32\u00a0€).",
    "515 000 лева (=263 315,32 евро), 515000 лв. / 263315,32 евро, 515 000 лв. или 263 315 евро",
    "263 315,32 € (515 000,00 лв.), 263 315,32 евро = 515 000 лв., 100 евро (195,58 лв.), 100 евро (195 лв.)",
    "515 000,00 лв. с ДДС (263 315,32 € с ДДС), 515 000,00 лв. [263 315,32 €]",
    "BGN 515,000.00 (EUR 263,315.32), BGN 515,000 (€263,315), EUR 263,315.32 or BGN 515,000",
    "515 000 левов (263 315,32 евро), 515 тыс. левов (263 тыс. евро)",
    "1,2 млн. лв. (613 550,26 €), 1,2 млн. лв. (0,61 млн. евро), 2 милиона лева (1 милион евро)",
    "1 млн. лв. (510 000,00 евро), 515 000 лв. (263 000 евро), 1 000 000 лв. (510 000 евро)",
    "515 000,00 лв. (437 750,02 € от ЕФРР)",
    "515 000,00 лв., 437 750,02 €; 515 000 лв. и 12 евро; 500 лв. или 300 евро; от 5 до 10 лв. (5,11 €)",
    "5 лв. (5 €: виж по-долу), 2 €/ден за 3 лв., 10 лв. (12 лв.), 5 € (6 €), 5 лв. (12)",
    "`515 000 лв. (1 €)` и [515 000 лв.](x)",
])  # fmt: skip
def test_right_amounts(tmp_path: Path, text: str) -> None:
    assert places(read(tmp_path, text)) == []


@pytest.mark.parametrize(("text", "column", "right", "stated"), [
    ("Стойност 515 000,00 лв. (263 315,00 €).", 10, "263 315,32 €", "263 315,00 €"),
    ("515 000 левов (263 315,33 евро)", 1, "263 315,32 €", "263 315,33 €"),
    ("BGN 515,000.00 (EUR 263,351.32)", 1, "263 315,32 €", "263 351,32 €"),
    ("около €263,315.30 (BGN 515,000.00)", 7, "263 315,32 €", "263 315,30 €"),
    ("515 000 лв. или 263 316 евро", 1, "263 315,32 €", "263 316,00 €"),
    ("515 000,00 лв. /26 331,53 €/", 1, "263 315,32 €", "26 331,53 €"),
    ("515 000 лв. (264 000 евро)", 1, "263 315,32 €", "264 000,00 €"),
    ("100 лв. (50 €)", 1, "51,13 €", "50,00 €"),
    ("1,2 млн. лв. (0,7 млн. евро)", 1, "613 550,26 €", "700 000,00 €"),
    ("5 лв. (2,56 €), 6 лв. (3,07 €), 7 лв. (3,57 €)", 33, "3,58 €", "3,57 €"),
    ("12,5 лв. (6,40 €)", 1, "6,39 €", "6,40 €"),
])  # fmt: skip
def test_wrong_euro_are_an_error_at_the_first_amount(
    tmp_path: Path, text: str, column: int, right: str, stated: str
) -> None:
    folder = read(tmp_path, f"Ред.\n{text}")
    assert folder.errors == [f"pages/a.bg.md:5:{column} MON-03"]
    said, hint = folder.says("MON-03").split(" | ")
    assert said.endswith(f" are {right}, not {stated}")
    assert hint.startswith(f"Write {right}; the rate is 1 EUR = 1.95583 BGN.")


@pytest.mark.parametrize("language", ["bg", "en", "ru"])
def test_every_language_is_checked(tmp_path: Path, language: str) -> None:
    text = "| а | 65 лв. (33,23 €) |\n|---|---|\n| б | BGN 65 (EUR 33.32) |"
    assert places(read(tmp_path, text, language)) == ["6:7"]


def test_front_matter_is_checked_too(tmp_path: Path) -> None:
    head = "total_value: 515 000,00 лв. (263 315,33 €)\nsummary: Стойност 65 лв. (33,32 €)\n"
    folder = read_folder(tmp_path, f"-- projects/park/index.bg.md --\n{project(head)}")
    assert folder.errors == [f"projects/park/index.bg.md:{place} MON-03" for place in ("7:14", "8:10")]


def test_of_two_stated_amounts_the_agreed_one_is_kept(tmp_path: Path) -> None:
    head = "total_value: 515 000,00 лв. (263 315,32 €)\nfunding:\n  eu: 515 000,00 лв. / 263 315,32 €\n"
    folder = read_folder(tmp_path, f"-- projects/park/index.bg.md --\n{project(head)}")
    assert folder.found == []


@pytest.mark.parametrize("stotinki", [1, 97, 98, 196, 6500, 51_500_000, 43_775_002, 49_933_997, 10**12 + 1])
def test_the_programs_own_euro_are_right(tmp_path: Path, stotinki: int) -> None:
    money = Money(stotinki, "BGN")
    right = read(tmp_path / "1", f"{canonical(money)} ({canonical(money.euro)})")
    wrong = read(tmp_path / "2", f"{canonical(money)} ({canonical(Money(money.euro.minor + 1, 'EUR'))})")
    assert (places(right), places(wrong)) == ([], ["4:1"])


def test_a_text_beyond_reading_is_not_judged(tmp_path: Path) -> None:
    assert places(read(tmp_path, "65 лв. (33,32 €) " * 7000)) == []
