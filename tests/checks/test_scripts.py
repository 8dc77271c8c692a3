"""Words that mix Cyrillic and Latin letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.problems import Correction, Location
from tests.read.folder import Folder, read_folder
from tests.sites import SITE


def page(body: str, head: str = "", language: str = "bg") -> str:
    """A page; its body begins on line 5, `head` on line 3."""
    only = f"only: [{language}]\n" if not head else f"{head}\n"
    return f"-- pages/a.{language}.md --\n---\ntitle: A1\n{only}---\n{body}\n"


def found(folder: Folder) -> list[str]:
    """Problems of mixed words as `line:column`."""
    return [f"{p.at.line}:{p.at.column}" for p in folder.problems if p.code == "TXT-01"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Община София и IT-специалист по e-услуги, VIIIа клас, ЕСФ+ и C01.", []),
        ("Cтартира нов парк.", ["5:1"]),
        ("Днес **cтартира** нoв парк.", ["5:8", "5:19"]),
        ("- първо\n- [Cтартира](/bg/)", ["6:4"]),
        ("| а | б |\n|---|---|\n| а | ХIХ век |", ["7:7"]),
        ("![Снимка на пaрка](x.jpg)", ["5:13"]),
        ('<p title="пaрк">пaрк</p>', ["5:17"]),
        # no words of the page
        ("`Cтартира` и https://x.bg/пaрк и [парк](пaрк.md)", []),
        ("```\nCтартира\n```", []),
        ("    Cтартира", []),
        # codes have their own check
        ("Договор BG05M9ОP001-2.002 и нoв парк", ["5:29"]),
        ("#EUвБългария", []),
    ],
)
def test_mixed_words_of_a_body(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert found(read_folder(tmp_path, page(body))) == expected


def test_the_letter_is_named_and_corrected(tmp_path: Path) -> None:
    folder = read_folder(tmp_path, page("Днес cтaртира."))
    assert folder.says("TXT-01") == (
        "in 'cтaртира' character 1 is a Latin 'c' (U+0063) instead of a Cyrillic 'с',"
        " character 3 is a Latin 'a' (U+0061) instead of a Cyrillic 'а'"
        " | Write the whole word in Cyrillic: стартира"
    )
    [problem] = [p for p in folder.problems if p.code == "TXT-01"]
    assert problem.is_error
    assert problem.corrections == (
        Correction(Location("content/pages/a.bg.md", 5, 6), "c", "с"),
        Correction(Location("content/pages/a.bg.md", 5, 8), "a", "а"),
    )


@pytest.mark.parametrize(
    ("word", "language", "advice", "is_corrected"),
    [
        ("EUROPЕ", "bg", "Write the whole word in Latin letters: EUROPE", True),
        ("Сenter", "en", "Write the whole word in Latin letters: Center", True),
        ("София2020 Coфия", "en", "Write the whole word in Cyrillic: София", True),
        ("PDFът", "bg", "Put a hyphen between the parts: PDF-ът", False),
        ("СOP", "bg", "Write the whole word in one script.", False),
        ("онлайn", "bg", "Write the whole word in one script.", False),
    ],
)
def test_what_to_write_instead(tmp_path: Path, word: str, language: str, advice: str, is_corrected: bool) -> None:
    folder = read_folder(tmp_path, page(word, language=language))
    [problem] = [p for p in folder.problems if p.code == "TXT-01"]
    assert str(problem.hint) == advice
    assert ("instead" in str(problem.message)) is ("Write the whole word" in advice and word != "онлайn")
    assert bool(problem.corrections) is is_corrected


@pytest.mark.parametrize(
    ("value", "column"),
    [
        ("Cтартира парк", 10),
        ('"Cтартира парк"', 11),
        ("'Нов пaрк'", 16),
        ('"Cтартира \\"парк\\""', 0),
        (">-\n  Cтартира", 0),
    ],
)
def test_words_of_the_front_matter(tmp_path: Path, value: str, column: int) -> None:
    folder = read_folder(tmp_path, page("", f"summary: {value}"))
    assert found(folder) == ["3:10"]
    [problem] = [p for p in folder.problems if p.code == "TXT-01"]
    assert [c.at.column for c in problem.corrections] == ([column] if column else [])


def test_settings(tmp_path: Path) -> None:
    site = SITE.replace('bg: "Проекти"', 'bg: "Прoекти"') + 'contact: {unit: {bg: "Oтдел"}}\n'
    site += "accessibility: {status: partial, items: [{reason: burden, text: {bg: кaрта}}]}\n"
    own = "-- programmes.yaml --\nown: {name: {bg: Прогрaма}, regime: national, funds: [own]}\n"
    known = "-- organisations.yaml --\nobshtina: {name: {bg: Oбщина}}\n"
    folder = read_folder(tmp_path, f"-- site.yaml --\n{site}{own}{known}")
    assert [line for line in folder.found if "TXT-01" in line] == [
        "organisations.yaml:1:23 TXT-01",
        "programmes.yaml:1:18 TXT-01",
        "site.yaml:1:13 TXT-01",
        "site.yaml:5:22 TXT-01",
        "site.yaml:6:70 TXT-01",
    ]


def test_a_file_of_nothing_else_is_told_of_a_hundred_times(tmp_path: Path) -> None:
    assert len(found(read_folder(tmp_path, page("пaрк " * 500)))) == 100
