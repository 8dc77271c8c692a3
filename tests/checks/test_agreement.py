"""Numbers, dates, telephones and mail addresses are the same in all languages of a page."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.checks import agreement
from sitegen.checks.inspection import Inspection
from tests.read.folder import Folder, read_folder


def read(root: Path, source: str, translation: str, head: tuple[str, str] = ("", "")) -> Folder:
    """A page with a body and lines of front matter in two languages; bodies begin at line 4."""
    files = {
        "pages/a.bg.md": f"---\ntitle: Заглавие\n{head[0]}---\n{source}\n".encode(),
        "pages/a.en.md": f"---\ntitle: Title\n{head[1]}---\n{translation}\n".encode(),
    }
    return read_folder(root, "", files)


def found(folder: Folder) -> list[str]:
    return [line for line in folder.found if line.endswith("LNG-05")]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Има 30 места.", "There are 30 places."),
        ("Има 3 места.", "There are three places."),
        ("Има три места.", "There are 3 places."),
        ("Има 25 деца.", "Twenty-five children."),
        ("На 9 януари 2018 г. от 11.00 ч.", "On January 9, 2018 at 11 a.m."),
        ("през януари и февруари 2018 г.", "in January 2018 and February"),
        ("1 234,50 лв.", "BGN 1,234.50"),
        ("Пишете на info@example.bg.", "Write to [us](mailto:info@example.bg)."),
        ("Вижте [сайта](https://example.bg/2018/5).", "See [the site](https://example.bg/2019/6)."),
        ("Кодът е `123`.", "The code is `321`."),
        ("```\n123\n```\n\nТекст.", "```\n321\n```\n\nText."),
        ("1. Едно\n1. Две", "1. One\n2. Two"),
        ("## Първо 5\n\n6\n\n## Второ 7", "## First 5\n\n6\n\n## Second 7"),
        ("## Първо\n\n5\n\n## Второ\n\n6", "Всичко: 6, 5"),
        ("Първо 5\n=======\n\n6", "# First 5\n\n6"),
        ("Първо 5\n-------\n\n6", "## First 5\n\n6"),
        ("Има 30 места.", ""),
        ("", "There are 30 places."),
        ("::: note\nИма 5.\n:::", "::: note\nThere are 5.\n:::"),
    ],
)
def test_versions_that_agree_pass(tmp_path: Path, source: str, translation: str) -> None:
    assert found(read(tmp_path, source, translation)) == []


@pytest.mark.parametrize(
    ("source", "translation", "place", "said"),
    [
        (
            "Има 30 места.",
            "There are 13 places.",
            "4:11",
            "the source has '30' (content/pages/a.bg.md, line 4), and here it is '13'",
        ),
        (
            "Текст.\n\nИма 30 места.",
            "Text.\n\nThere are places.",
            "6:1",
            "'30' of the source (content/pages/a.bg.md, line 6) is missing here",
        ),
        (
            "Текст.\n\nМеста.",
            "Text.\n\nThere are\n13 places.",
            "7:1",
            "'13' does not stand in the source (content/pages/a.bg.md, line 6)",
        ),
        (
            "## А\n\nИма 5.\n\n## Б\n\nИма 30 и 60.",
            "## A\n\nThere are 5.\n\n## B\n\nThere are 13 and 61.",
            "10:11",
            "the source has '30; 60' (content/pages/a.bg.md, line 10), and here it is '13; 61'",
        ),
        (
            "Едно.\n\nДве.\n\nИма 30 места.",
            "One, two.\n\nPlaces.",
            "4:1",
            "'30' of the source (content/pages/a.bg.md, line 8) is missing here",
        ),
        (
            "Едно.",
            "One.\n\nThere are 13.",
            "6:11",
            "'13' does not stand in the source (content/pages/a.bg.md, line 4)",
        ),
        (
            "На 9 март 2018 г.",
            "On 9 May 2018.",
            "4:6",
            "the source has 'март' (content/pages/a.bg.md, line 4), and here it is 'May'",
        ),
        (
            "Пишете на info@example.bg.",
            "Write to [us](mailto:office@example.bg).",
            "4:22",
            "the source has 'info@example.bg' (content/pages/a.bg.md, line 4), and here it is 'office@example.bg'",
        ),
        (
            "- тел. 078 55 11 66",
            "- phone +359 78 55 11 67",
            "4:9",
            "the source has '078 55 11 66' (content/pages/a.bg.md, line 4), and here it is '+359 78 55 11 67'",
        ),
    ],
)
def test_versions_that_differ_are_told_of(tmp_path: Path, source: str, translation: str, place: str, said: str) -> None:
    folder = read(tmp_path, source, translation)
    assert found(folder) == [f"pages/a.en.md:{place} LNG-05"]
    assert folder.says("LNG-05") == f"{said} | Compare both with the document; correct the one that is wrong."
    assert not folder.errors


def test_each_section_has_its_own_remark(tmp_path: Path) -> None:
    folder = read(tmp_path, "## А\n\n1\n\n## Б\n\n2", "## A\n\n7\n\n## B\n\n8")
    assert found(folder) == ["pages/a.en.md:6:1 LNG-05", "pages/a.en.md:10:1 LNG-05"]
    moved = read(tmp_path, "## А\n\n7\n\n## Б\n\n8", "## A\n\n8\n\n## B\n\n7")
    assert len(found(moved)) == 2


def test_fields_are_compared_by_name(tmp_path: Path) -> None:
    heads = ('summary: "За 30 деца"\nslug: a-30\n', 'summary: "For 13 children"\nslug: a-13\n')
    assert found(read(tmp_path, "", "", heads)) == ["pages/a.en.md:3:10 LNG-05"]
    assert found(read(tmp_path, "", "", ('summary: "За 30 деца"\n', ""))) == []
    assert found(read(tmp_path, "", "", ("", 'summary: "For 13 children"\n'))) == []


def test_a_language_whose_words_are_unknown_may_spell_small_numbers_and_months(tmp_path: Path) -> None:
    source = "На 9 януари 2018 г. има 12 деца и 150 лв."
    assert in_german(read(tmp_path, source, "Am 9. Januar 2018 zwölf Kinder und 150 Lew.")) == []
    assert in_german(read(tmp_path, source, "Am 9. Januar 2018 zwölf Kinder und 105 Lew.")) == ["4:36"]


def in_german(folder: Folder) -> list[str]:
    """Where the English page would be told of, were it German."""
    assert folder.site
    site = replace(
        folder.site, pages=tuple(replace(p, language="de") for p in folder.site.pages if p.file.endswith(".en.md"))
    )
    whole = Inspection(folder.site, folder.site)
    german = Inspection(site, site)
    german.__dict__["paragraphs"] = whole.paragraphs
    return [f"{problem.at.line}:{problem.at.column}" for problem in agreement.problems(german)]


def test_what_is_no_text_any_more_is_left_out(tmp_path: Path) -> None:
    assert found(read(tmp_path, "1 " * 6000, "2 " * 6000)) == []
    assert found(read(tmp_path, "1 " + "а " * 210_000, "2")) == []
    assert found(read(tmp_path, "1 " + "а " * 4_000, "2")) == ["pages/a.en.md:4:1 LNG-05"]


@pytest.mark.sample(2)
@pytest.mark.parametrize("piece", ["1 ", "(0", "0-", "9 май 2018 ", "1.", "I "])
def test_nasty_pages_cost_little(tmp_path: Path, piece: str) -> None:
    folder = read(tmp_path, "7 " + piece * 2400, piece * 2400)
    assert folder.site is not None
    inspection = Inspection(folder.site, folder.site)
    assert inspection.paragraphs
    begun = time.process_time()
    list(agreement.problems(inspection))
    assert time.process_time() - begun < 1
