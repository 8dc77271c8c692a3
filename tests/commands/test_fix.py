"""`fix`: real files are corrected and nothing else in them, everything is shown, nobody is surprised."""

from __future__ import annotations

import io
import json
import sys
from codecs import BOM_UTF8
from pathlib import Path

import pytest

from sitegen.cli import main
from sitegen.commands import fix
from tests.read.folder import page, project
from tests.sites import write_files

NOW = "--now=2026-11-22T12:00"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> int:
    """The command in English, with the clock set."""
    return main(["fix", "--lang=en", NOW, *words])


def tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Bytes and time of every file."""
    return {str(p): (p.read_bytes(), p.stat().st_mtime_ns) for p in folder.rglob("*") if p.is_file()}


DATED = "-- news/a/index.bg.md --\n" + page("date: 1.2.2018 г.\n", "Текст.")
FILE = Path("content/news/a/index.bg.md")


# ── what is written ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_everything_safe_is_corrected_round_by_round(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = project("start: 9.1.2018 г.\nfunding: {eu: 437750,02 лв}\n", "Мои\u0306 парк.").replace("Парк", "Парк: нов")
    content = write_files(here, "-- projects/park/index.bg.md --\n" + head)
    assert run() == 0
    made = (content / "projects/park/index.bg.md").read_text(encoding="utf-8")
    assert made == (
        head.replace("Парк: нов", '"Парк: нов"').replace("9.1.2018 г.", "2018-01-09")
        .replace("437750,02 лв", '"437 750,02 лв."').replace("и\u0306", "й")
    )  # fmt: skip
    assert "Corrections: 4, files: 1. Left: errors: 0" in capsys.readouterr().out


def test_a_file_from_windows_keeps_bom_and_line_ends(here: Path) -> None:
    content = write_files(here, "")
    before = BOM_UTF8 + page("date: 1.2.2018 г.\n", "Ред\u2028ред\n\n\n").replace("\n", "\r\n").encode()
    (content / "news").mkdir()
    (content / "news/a.bg.md").write_bytes(before)
    assert run() == 0
    assert (content / "news/a.bg.md").read_bytes() == before.replace("1.2.2018 г.".encode(), b"2018-02-01")


def test_only_one_code_is_corrected_where_one_is_named(here: Path) -> None:
    write_files(here, DATED.replace("Текст", "Мои\u0306 текст"))
    assert run("txt-09") == 0
    assert FILE.read_text(encoding="utf-8") == page("date: 1.2.2018 г.\n", "Мой текст.")


def test_a_second_run_changes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = write_files(here, DATED)
    assert run() == 0
    once = tree(content)
    capsys.readouterr()
    assert run() == 0
    assert tree(content) == once
    assert capsys.readouterr().out == "There is nothing to correct.\n"


def test_a_dry_run_shows_and_writes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = write_files(here, DATED)
    before = tree(content)
    assert run("--dry-run", "DAT-07") == 0
    assert tree(content) == before
    assert capsys.readouterr().out == (
        "--- content/news/a/index.bg.md\n"
        "+++ content/news/a/index.bg.md\n"
        "@@ -1,5 +1,5 @@\n"
        " ---\n"
        " title: Страница\n"
        "-date: 1.2.2018 г.\n"
        "+date: 2018-02-01\n"
        " ---\n"
        " Текст.\n"
        "\n"
        "Nothing was written. The corrections are made by: python3 build.py fix DAT-07\n"
    )


def test_the_examples_need_no_corrections(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checkout = Path(__file__).resolve().parents[2]
    assert run("--dry-run", f"--content={checkout / 'content'}") == 0
    assert capsys.readouterr().out == "There is nothing to correct.\n"


def test_letters_that_look_alike_are_named(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, "-- news/a/index.bg.md --\n" + page("", "Мои\u0306, тои\u0306."))
    run("--dry-run")
    assert "    line 4: Cyrillic 'и\u0306' (U+0438 U+0306) → Cyrillic 'й' (U+0439)\n" in capsys.readouterr().out


def test_quiet_prints_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, DATED)
    assert run("--quiet") == 0
    assert capsys.readouterr().out == ""
    assert "2018-02-01" in FILE.read_text(encoding="utf-8")


def test_colours_are_for_terminals_that_want_them(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(here, DATED)
    monkeypatch.setattr(fix, "in_colour", lambda: True)
    run("--dry-run")
    out = capsys.readouterr().out
    assert "\033[31m-date: 1.2.2018 г.\033[0m\n\033[32m+date: 2018-02-01\033[0m\n" in out
    assert "\033[36m@@ -1,5 +1,5 @@\033[0m\n" in out


# ── real faults of printed sources ──────────────────────────────────────────────────────────────────────────────────


def test_homoglyphs_in_codes_and_words_are_corrected(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = project("", "Cтартира проект за подкрепа.").replace("title: Парк", "title: Cтартира проект")
    head = head.replace("oprg-2014-2020", "ophrd-2014-2020")
    head = head.replace("BG16RFOP001-5.001-0042-C01", "BG05M9OP001-2.002-0131-С001")
    content = write_files(here, "-- projects/park/index.bg.md --\n" + head)
    run()
    made = (content / "projects/park/index.bg.md").read_bytes()
    assert made == head.replace("Cт", "Ст").replace("-С001", "-C001").encode()
    out = capsys.readouterr().out
    assert "Cyrillic 'С' (U+0421) → Latin 'C' (U+0043)" in out
    assert "Latin 'C' (U+0043) → Cyrillic 'С' (U+0421)" in out


# ── what is refused ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("code", "status", "said"), [
    ("abc-99", 2, "there is no code 'ABC-99'"),
    ("LNK-01", 1, "problems of the code LNK-01 have to be corrected by hand"),
])  # fmt: skip
def test_a_code_without_corrections_is_refused(
    here: Path, code: str, status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write_files(here, DATED)
    before = tree(content)
    assert run(code) == status
    assert tree(content) == before
    told = capsys.readouterr()
    assert told.err.startswith(said)
    assert "SYN-02, SYN-03" in told.err
    assert told.out == ""


def test_a_read_only_file_is_a_problem_and_the_others_are_written(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(here, DATED + DATED.replace("news/a/", "news/b/"))
    FILE.chmod(0o444)
    before = FILE.read_bytes()
    assert run() == 1
    assert FILE.read_bytes() == before
    assert "2018-02-01" in Path("content/news/b/index.bg.md").read_text(encoding="utf-8")
    out = capsys.readouterr().out
    assert "content/news/a/index.bg.md:1:1  error SYN-07  the file is protected" in out
    assert "Corrections: 1, files: 1." in out


def test_without_content_there_is_a_problem(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 1
    assert "content:1:1  error SYN-07" in capsys.readouterr().out


def test_settings_that_cannot_be_read_are_corrected(here: Path) -> None:
    content = write_files(here, DATED)
    settings = content / "site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "theme:default\n", encoding="utf-8")
    assert run() == 0
    assert settings.read_text(encoding="utf-8").endswith("theme: default\n")
    assert "2018-02-01" in FILE.read_text(encoding="utf-8")


# ── questions ───────────────────────────────────────────────────────────────────────────────────────────────────────


class Keyboard(io.StringIO):
    """Somebody who has typed already."""

    def isatty(self) -> bool:
        return True


def answered(monkeypatch: pytest.MonkeyPatch, typed: str, *words: str) -> str:
    """Runs the command at a terminal; what stands on the screen."""
    screen = Keyboard()
    monkeypatch.setattr(sys, "stdin", Keyboard(typed))
    monkeypatch.setattr(sys, "stdout", screen)
    assert run(*words) == 0
    return screen.getvalue()


@pytest.mark.sample(2)
@pytest.mark.parametrize(("typed", "writes"), [
    ("\n", True), ("д\n", True), ("Да\n", True), ("y\n", True), ("н\n", False), ("no\n", False), ("", False),
])  # fmt: skip
def test_at_a_terminal_somebody_is_asked(here: Path, monkeypatch: pytest.MonkeyPatch, typed: str, writes: bool) -> None:
    write_files(here, DATED)
    screen = answered(monkeypatch, typed)
    assert "Corrections: 1, files: 1. Make them? [Y/n]" in screen
    assert ("2018-02-01" in FILE.read_text(encoding="utf-8")) is writes
    assert ("Nothing was written." in screen) is not writes


@pytest.mark.parametrize("words", [["--yes"], ["--dry-run"]])
def test_with_a_flag_nobody_is_asked(here: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    write_files(here, DATED)
    assert "Make them?" not in answered(monkeypatch, "н\n", *words)
    assert ("2018-02-01" in FILE.read_text(encoding="utf-8")) is (words == ["--yes"])


def test_check_names_the_command_and_the_corrections(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, "-- pages/a.bg.md --\n---\ntitle: А: б\n---\n")
    assert main(["check", "--lang=en", NOW]) == 1
    assert "    Correction: python3 build.py fix SYN-02\n" in capsys.readouterr().out
    main(["check", "--format=json", NOW])
    [problem] = json.loads(capsys.readouterr().out)["problems"]
    assert problem["corrections"] == [{"line": 2, "column": 8, "old": "А: б", "new": '"А: б"'}]


def test_interrupted_at_the_question_nothing_is_written(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = write_files(here, DATED)
    before = tree(content)

    class Impatient(Keyboard):
        def readline(self, *_: object) -> str:  # type: ignore[override]
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", Impatient())
    monkeypatch.setattr(sys, "stdout", Keyboard())
    assert run() == 130
    assert tree(content) == before
    assert [path.name for path in FILE.parent.iterdir()] == [FILE.name]
