"""`status --export`: what goes to an outside translator, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.cli import main
from sitegen.editing.xliff import Unit, read_xliff
from tests.sites import write_files
from tests.sites.accepting import BG, EN, PAGE, accepted_site, edit

DRAFT = "-- pages/a.bg.md --\n" + BG.replace("---\n", "---\ndraft: yes\n", 1)
FILE = Path("out/obshtina-bg-en.xlf")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def export(*words: str) -> int:
    return main(["status", "--lang=en", "--export", *(words or ("en", "out"))])


def units(file: Path = FILE) -> tuple[Unit, ...]:
    return read_xliff(file.read_bytes(), str(file)).units


def found(file: Path = FILE) -> list[tuple[str, str, str]]:
    return [(unit.paragraph, unit.source, unit.target) for unit in units(file)]


# ── what is handed over ─────────────────────────────────────────────────────────────────────────────────────


def test_a_page_without_translation_goes_whole(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, f"-- pages/a.bg.md --\n{BG}")
    assert export() == 0
    assert capsys.readouterr().out.splitlines() == [
        "out/obshtina-bg-en.xlf: pages: 1, paragraphs: 4, words: 8",
        "When it comes back translated: python3 build.py accept --from out/obshtina-bg-en.xlf",
    ]
    assert found() == [
        ("title", "Заглавие", ""),
        ("summary", "Накратко", ""),
        ("p1", "Има 25 места.", ""),
        ("p2", "Пристроени са деца.", ""),
    ]


def test_of_a_stale_page_goes_what_changed_with_its_translation(here: Path) -> None:
    content = accepted_site(here)
    edit(content / "pages/a.bg.md", "25", "26")
    assert export() == 0
    assert found() == [("p1", "Има 26 места.", "There are 25 places.")]
    text = FILE.read_text(encoding="utf-8")
    assert "<note>content/pages/a.bg.md:5</note>" in text
    assert "<note>Before the change: Има 25 места.</note>" in text


def test_a_new_paragraph_goes_without_a_translation(here: Path) -> None:
    content = accepted_site(here)
    edit(content / "pages/a.bg.md", "Пристроени", "Ново.\n\nПристроени")
    edit(content / "pages/a.bg.md", "summary:", "image_alt: Дърво\nsummary:")
    assert export() == 0
    assert found() == [("image_alt", "Дърво", ""), ("p2", "Ново.", "")]


def test_what_is_up_to_date_or_answered_or_gone_stays_here(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = accepted_site(here)
    edit(content / "pages/a.bg.md", "25", "26")
    edit(content / "pages/a.en.md", "25", "26")
    edit(content / "pages/a.bg.md", "\nПристроени са деца.\n", "")
    assert export() == 0
    assert capsys.readouterr().out == "There is nothing to translate.\n"
    assert not FILE.exists()


def test_of_a_page_that_was_never_accepted_goes_what_it_lacks_or_copied(here: Path) -> None:
    write_files(here, f"-- pages/a.bg.md --\n{BG}-- pages/a.en.md --\n---\ntitle: „Заглавие“\n---\nOne.\n\nTwo.\n")
    edit(here / "content/pages/a.bg.md", "title: Заглавие", "title: '\"Заглавие\"'")
    assert export() == 0
    assert found() == [("title", '"Заглавие"', ""), ("summary", "Накратко", "")]


def test_a_translation_without_a_body_gets_all_of_it(here: Path) -> None:
    content = accepted_site(here, f"-- pages/a.bg.md --\n{BG}-- pages/a.en.md --\n{EN.partition('There')[0]}")
    edit(content / "pages/a.bg.md", "25", "26")
    assert export() == 0
    assert [name for name, _, _ in found()] == ["p1", "p2"]


def test_paragraphs_that_cannot_be_told_apart_go_with_a_remark(here: Path) -> None:
    content = accepted_site(here, PAGE.replace("There are", "# Heading\n\nThere are"))
    edit(content / "pages/a.bg.md", "25", "26")
    assert export() == 0
    assert found() == [("p1", "Има 26 места.", "")]
    assert "<note>The translation is built in another way than its source" in FILE.read_text(encoding="utf-8")


def test_titles_of_boxes_go_with_a_whole_body(here: Path) -> None:
    body = "::: note Да знаете\nТекст.\n:::\n\n```\n::: note Не\n```\n\n::: quote\nДума.\n:::\n"
    write_files(here, f"-- pages/a.bg.md --\n---\ntitle: Заглавие\n---\n{body}")
    assert export() == 0
    assert [(name, text) for name, text, _ in found()][-1] == ("box1", "Да знаете")
    assert [name for name, _, _ in found()] == ["title", "p1", "p2", "p3", "box1"]


def test_facts_stay_here(here: Path) -> None:
    head = "programme: oprg-2014-2020\npartners: [{org: obshtina, role: beneficiary}]\n"
    goals = "goals: [{id: g1, text: Цел}]\nresults: [{id: r1, text: Места, unit: места, target: 120}]\n"
    write_files(here, f"-- projects/park/index.bg.md --\n---\ntitle: Парк\n{head}{goals}---\n")
    assert export() == 0
    assert [name for name, _, _ in found()] == ["title", "goals.g1.text", "results.r1.text", "units.места"]
    assert "oprg" not in FILE.read_text(encoding="utf-8")


def test_each_language_of_sources_has_its_file(here: Path) -> None:
    text = f"-- pages/a.bg.md --\n{BG}-- pages/b.ru.md --\n---\ntitle: Б\nonly: [ru, en]\n---\n"
    write_files(here, text)
    assert export() == 0
    assert [name for name, _, _ in found(Path("out/obshtina-ru-en.xlf"))] == ["title"]
    assert {unit.page for unit in units()} == {"pages/a"}


# ── what is left out ────────────────────────────────────────────────────────────────────────────────────────


def test_drafts_stay_until_they_are_asked_for(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, DRAFT)
    assert export() == 0
    assert capsys.readouterr().out.splitlines() == [
        "There is nothing to translate.",
        "Not public and left out: 1. They come along with --drafts.",
    ]
    assert export("en", "out", "--drafts") == 0
    assert len(found()) == 4


def test_a_page_with_errors_stays_and_is_named(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = BG.replace("title: Заглавие", "title: Заглавие\nмусака: 1")
    write_files(here, f"-- pages/a.bg.md --\n{BG}-- pages/b.bg.md --\n{broken}-- pages/c.bg.md --\nбез глава\n")
    assert export() == 1
    told = capsys.readouterr().err.splitlines()
    assert [line for line in told if "left out" in line] == [
        "'pages/c' has errors and was left out; 'check' shows them.",
        "'pages/b' has errors and was left out; 'check' shows them.",
    ]
    assert {unit.page for unit in units()} == {"pages/a"}


# ── the file ────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_same_site_gives_the_same_bytes_and_an_own_export_is_no_obstacle(here: Path) -> None:
    write_files(here, f"-- pages/a.bg.md --\n{BG}")
    assert export() == 0
    before = FILE.stat().st_mtime_ns
    assert export() == 0
    assert FILE.stat().st_mtime_ns == before


def test_nothing_is_overwritten(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, f"-- pages/a.bg.md --\n{BG}")
    FILE.parent.mkdir()
    FILE.write_text("преведено", encoding="utf-8")
    assert export() == 1
    assert "exists already, with other text in it; nothing is overwritten" in capsys.readouterr().err
    assert FILE.read_text(encoding="utf-8") == "преведено"
    FILE.unlink()
    FILE.mkdir()
    assert export() == 1


@pytest.mark.parametrize("folder", ["content", "content/pages/x", "output", "../{here}/content/x"])
def test_what_is_published_is_no_place_for_it(here: Path, folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, f"-- pages/a.bg.md --\n{BG}")
    assert export("en", folder.format(here=here.name)) == 1
    assert "lies in the content folder or in the output folder" in capsys.readouterr().err
    assert not list(here.rglob("*.xlf"))


def test_a_folder_that_cannot_be_made_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, f"-- pages/a.bg.md --\n{BG}")
    (here / "out").write_text("", encoding="utf-8")
    assert export() == 1
    assert "the file cannot be written" in capsys.readouterr().err


def test_a_language_that_the_site_has_not_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, f"-- pages/a.bg.md --\n{BG}")
    assert export("de", "out") == 1
    assert "'de' is not a language of the site" in capsys.readouterr().err
