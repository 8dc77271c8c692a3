"""`accept`: by page and language, all at once, or what only a correction of spelling made old."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.cli import main
from sitegen.commands.accept import around
from sitegen.model.translation import Drift
from tests.sites import write_files
from tests.sites.accepting import PAGE, accepted_site, edit

CHECKOUT = Path(__file__).parents[2]
LOCK = Path("content/translations.lock")
SECOND = PAGE.replace("pages/a", "projects/park/news/first")
RU = PAGE.partition("-- pages/a.en.md")[0].replace("bg", "ru")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def accept(*words: str) -> int:
    return main(["accept", "--lang=en", *words])


# ── one translation ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_translation_is_accepted_again_and_again(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = write_files(here, PAGE)
    assert accept("pages/a", "en") == 0
    edit(content / "pages/a.bg.md", "25 места", "26 места")
    assert accept("pages/a", "en") == 0
    edit(content / "pages/a.en.md", "25", "26")
    assert accept("pages/a", "en") == 0
    assert accept("pages/a", "en") == 0
    assert capsys.readouterr().out.splitlines() == [
        "pages/a en: never accepted → up to date, paragraphs: 4",
        "pages/a en: out of date → up to date, paragraphs: 4",
        "pages/a en: edited, not accepted → up to date, paragraphs: 4",
        "pages/a en: up to date, paragraphs: 4",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "projects/park/news/first",
        "first",
        "park/news/first/",
        "content/projects/park/news/first.en.md",
        "projects/park/news/first.bg.md",
        "./content/projects/park/news/first",
        "../{here}/content/projects/park/news/first.ru.md",
        "{content}/projects/park/news/first.en.md",
    ],
)
def test_a_page_is_named_as_people_name_it(here: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    content = write_files(here, PAGE + SECOND)
    assert accept(name.format(here=here.name, content=content), "EN") == 0
    assert capsys.readouterr().out.startswith("projects/park/news/first en: ")


def test_a_file_is_named_from_its_folder(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = write_files(here, PAGE)
    monkeypatch.chdir(content / "pages")
    assert accept("a.en.md", "en", "--content", str(content)) == 0


def test_a_file_is_named_from_afar(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = write_files(here, PAGE)
    (here / "other").mkdir()
    monkeypatch.chdir(here / "other")
    assert accept("content/pages/a.en.md", "en", "--content", str(content)) == 0


def test_an_index_in_its_folder_is_the_folders_page(here: Path) -> None:
    write_files(here, PAGE.replace("pages/a.", "pages/a/index."))
    assert accept("content/pages/a/index.en.md", "en") == 0
    assert accept("pages/a", "en") == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("firts", "en"), "there is no page 'firts'\n    → Did you mean 'pages/first'?"),
        (("мусака", "en"), "there is no page 'мусака'\n    → A page is named by"),
        (("first", "en"), "'first' can mean several pages: pages/first, projects/park/news/first\n    → Write"),
        (("pages/first", "de"), "'de' is not a language of the site\n    → The languages are bg, en, ru"),
        (("pages/first", "bg"), "'bg' is the original of the page 'pages/first', not a translation\n    → Name"),
        (("pages/first", "ru"), "the page 'pages/first' has no translation for 'ru'\n    → Write the file"),
    ],
)
def test_what_cannot_be_accepted_is_told_with_advice(
    here: Path, words: tuple[str, str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(here, PAGE.replace("pages/a", "pages/first") + SECOND)
    assert accept(*words) == 1
    assert capsys.readouterr().err.startswith(told)
    assert not LOCK.exists()


def test_a_page_with_errors_is_not_accepted(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, PAGE.replace("title: Title", "title: Title\nмусака: 1"))
    assert accept("a", "en") == 1
    assert capsys.readouterr().err.startswith("the page 'pages/a' has errors\n    → Correct what 'check' finds")


@pytest.mark.parametrize("words", [("a",), ("a", "en", "--all"), ("--all", "--minor"), ("a", "en", "--minor")])
def test_a_command_that_says_no_one_thing_is_wrong(here: Path, words: tuple[str, ...]) -> None:
    write_files(here, PAGE)
    assert accept(*words) == 2
    assert not LOCK.exists()


def test_without_settings_the_reason_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert accept("--all") == 1
    assert "SYN-07" in capsys.readouterr().err


def test_a_ledger_that_cannot_be_opened_is_not_replaced(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, PAGE)
    LOCK.mkdir()
    assert accept("--all") == 1
    assert "SYN-07" in capsys.readouterr().err
    assert LOCK.is_dir()


def test_a_damaged_line_is_told_and_goes(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    accepted_site(here)
    good = LOCK.read_text(encoding="utf-8")
    LOCK.write_text(good + "=======\n", encoding="utf-8")
    assert accept("a", "en") == 0
    assert "content/translations.lock:6:1  warning LNG-06" in capsys.readouterr().err
    assert LOCK.read_text(encoding="utf-8") == good


# ── all ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_all_translations_are_accepted_and_what_is_no_more_goes(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = write_files(here, PAGE + SECOND + RU)
    assert accept("--all") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "accepted: 3, as before: 0"
    (content / "pages/a.ru.md").unlink()
    assert accept("--all") == 0
    assert capsys.readouterr().out.splitlines() == ["accepted: 0, as before: 2"]
    assert "pages/a ru" not in LOCK.read_text(encoding="utf-8")


def test_what_has_errors_stays_as_it_was_and_is_told_once(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = accepted_site(here, PAGE + SECOND + RU)
    before = LOCK.read_text(encoding="utf-8")
    edit(content / "pages/a.bg.md", "title: Заглавие", "title: Друго\nмусака: 1")
    edit(content / "projects/park/news/first.bg.md", "title: Заглавие", "title: Друго")
    assert accept("--all") == 1
    streams = capsys.readouterr()
    assert streams.err.count("the page 'pages/a' has errors") == 1
    assert streams.out.splitlines() == ["projects/park/news/first en: out of date → up to date, paragraphs: 4"]
    pairs = zip(before.splitlines(), LOCK.read_text(encoding="utf-8").splitlines(), strict=True)
    [(old, new)] = [(old, new) for old, new in pairs if old != new]
    assert new == old.replace("Заглавие", "Друго")
    assert new.startswith("projects/park/news/first en title ")


def test_a_trial_writes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, PAGE)
    assert accept("--all", "--dry-run") == 0
    assert capsys.readouterr().out.splitlines() == [
        "pages/a en: never accepted → up to date, paragraphs: 4",
        "Nothing was written.",
    ]
    assert not LOCK.exists()


# ── corrections of spelling ─────────────────────────────────────────────────────────────────────────────────


def misspelled(root: Path) -> str:
    content = accepted_site(root, PAGE + RU)
    edit(content / "pages/a.bg.md", "Пристроени", "Престроени")
    return LOCK.read_text(encoding="utf-8")


def test_without_a_terminal_corrections_are_listed_with_their_flag(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = misspelled(here)
    assert accept() == 0
    assert capsys.readouterr().out.splitlines() == [
        "pages/a en, ru",
        "  p2: Пристроени са деца. → Престроени са деца.",
        "To accept these, give the option --minor.",
    ]
    assert LOCK.read_text(encoding="utf-8") == before


def test_the_flag_passes_them_without_a_question(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    misspelled(here)
    assert accept("--minor") == 0
    assert capsys.readouterr().out.splitlines()[2:] == [
        "pages/a en: out of date → up to date, paragraphs: 4",
        "pages/a ru: out of date → up to date, paragraphs: 4",
        "accepted: 2, as before: 0",
    ]
    assert accept() == 0
    assert capsys.readouterr().out == "No translation is out of date by corrections of spelling alone.\n"


def test_other_changes_are_not_offered(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    misspelled(here)
    edit(here / "content/pages/a.bg.md", "25", "26")
    assert accept("--minor") == 0
    assert capsys.readouterr().out == "No translation is out of date by corrections of spelling alone.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
@pytest.mark.parametrize(
    ("typed", "is_accepted"),
    [
        ("Д\n", True),
        ("\x04", False),
        *(
            pytest.param(*case, marks=pytest.mark.long)
            for case in [("\n", True), ("да\n", True), ("y\n", True), ("н\n", False)]
        ),
    ],
)
def test_on_a_terminal_it_asks(here: Path, typed: str, is_accepted: bool) -> None:
    before = misspelled(here)
    shown = on_terminal(typed, "accept")
    assert "pages/a en, ru" in shown
    assert "[Y/n]" in shown or "[Д/н]" in shown
    assert (LOCK.read_text(encoding="utf-8") != before) is is_accepted


def on_terminal(typed: str, *words: str) -> str:
    """What the program shows to somebody who types an answer."""
    import pty

    parent, child = pty.openpty()
    environment = os.environ | {"PYTHONPATH": str(CHECKOUT), "LC_ALL": "C.UTF-8", "TERM": "xterm"}
    command = [sys.executable, "-m", "sitegen", *words]
    process = subprocess.Popen(command, stdin=child, stdout=child, stderr=child, env=environment)
    os.close(child)
    shown, answered = b"", False
    while select.select([parent], [], [], 30)[0]:
        try:
            shown += os.read(parent, 65536)
        except OSError:
            break
        if b"/n]" in shown or "/н]".encode() in shown:
            if not answered:
                os.write(parent, typed.encode())
            answered = True
    process.wait(30)
    os.close(parent)
    return shown.decode()


# ── what is shown of a correction ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("а б в", "а б г", ("а б в", "а б г")),
        ("1 2 3 4 5 х 6 7 8 9", "1 2 3 4 5 у 6 7 8 9", ("… 3 4 5 х 6 7 8 …", "… 3 4 5 у 6 7 8 …")),
        ("а х а", "а х х а", ("а х а", "а х х а")),
        ("дума", "дума.", ("дума", "дума.")),
    ],
)
def test_a_correction_is_shown_with_a_few_words_around(before: str, after: str, shown: tuple[str, str]) -> None:
    assert around(Drift("p1", before, after)) == shown
