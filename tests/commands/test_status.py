"""`status`: every form, `--strict`, `--diff` and `--due`; nothing is written."""

from __future__ import annotations

import json
import os
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sitegen.cli import main
from tests.read.folder import page
from tests.sites import SITE, write_files
from tests.sites.accepting import PAGE, accepted_site, edit

NOW = "--now=2026-11-22T12:00"
PLANNED = "-- pages/a.bg.md --\n" + page("publish_at: 2026-11-22 09:00\nunpublish_at: 2026-12-01 09:00\n")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def status(*words: str) -> int:
    return main(["status", "--lang=en", NOW, *words])


def tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {str(file): (file.read_bytes(), file.stat().st_mtime_ns) for file in files}


# ── forms ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_text_is_in_the_editors_language(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    accepted_site(here)
    assert status() == 0
    english = capsys.readouterr()
    assert english.out.startswith("Translations")
    assert "page          pages/a  ●   ✓   – missing  Заглавие" in english.out
    assert english.err == ""


@pytest.mark.parametrize("words", [[], ["--format=json"], ["--format=html"], ["--format=csv"], ["--diff", "a", "en"]])
def test_nothing_is_written(here: Path, words: list[str]) -> None:
    accepted_site(here)
    before = tree(here)
    assert status(*words) == 0
    assert tree(here) == before


def test_the_other_forms(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_files(here, PAGE)
    assert status("--format=json") == 0
    assert json.loads(capfd.readouterr().out)["pages"][0]["languages"]["en"] == {"state": "new", "stale": []}
    assert status("--format=html") == 0
    assert capfd.readouterr().out.endswith("</html>\n")


def test_the_csv_keeps_its_line_ends(here: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write_files(here, PAGE)
    assert status("--format=csv") == 0
    sys.stdout.flush()
    lines = capfdbinary.readouterr().out.split(b"\r\n")
    assert lines[0] == b"\xef\xbb\xbfpage,kind,title,source,language,state,stale,paragraphs"
    assert len(lines) == 5
    assert not any(b"\n" in line or b"\r" in line for line in lines)


def test_errors_are_a_hint(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, f"{PAGE}-- pages/b.bg.md --\n" + page("мусака: 1\n"))
    assert status("--format=json") == 0
    told = capsys.readouterr()
    assert told.err == "Errors in the content: 1; 'check' shows them.\n"
    assert json.loads(told.out)["pages"]


def test_a_site_that_cannot_be_read_is_an_error(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status() == 1
    assert capsys.readouterr().out == ""


# ── strict ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("required", "old", "new", "expected"),
    [
        ("", "", "", 0),
        ("require_languages: {page: [bg, en]}\n", "", "", 0),
        ("require_languages: {page: [bg, ru]}\n", "", "", 1),
        ("require_languages: {news: [bg, ru]}\n", "", "", 0),
        ("", "a.bg 25", "26", 1),
        ("", "a.en 25", "26", 1),
    ],
)
def test_strict(here: Path, required: str, old: str, new: str, expected: int) -> None:
    content = accepted_site(here, f"-- site.yaml --\n{SITE}{required}{PAGE}")
    if old:
        file, _, piece = old.partition(" ")
        edit(content / f"pages/{file}.md", piece, new)
    assert status("--strict") == expected
    assert status() == 0
    assert status("--strict", "--diff", "pages/a", "en") == (expected if old else 0)


def test_what_was_never_accepted_is_not_enough_for_strict(here: Path) -> None:
    write_files(here, PAGE)
    assert status("--strict") == 1


def test_the_help_explains_strict(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["status", "--help"])
    assert "With --strict the exit status is 1" in capsys.readouterr().out


# ── the difference ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["pages/a", "a", "content/pages/a.en.md"])
def test_the_difference(here: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    content = accepted_site(here)
    edit(content / "pages/a.bg.md", "25", "26")
    assert status("--diff", name, "en") == 0
    assert "  Има [-25-] {+26+} места." in capsys.readouterr().out


def test_the_difference_in_other_forms(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = accepted_site(here)
    edit(content / "pages/a.bg.md", "25", "26")
    assert status("--diff", "a", "en", "--format=json") == 0
    assert json.loads(capsys.readouterr().out)["state"] == "stale"
    assert status("--diff", "a", "EN", "--format=html") == 0
    assert '<p lang="bg">Има <del>25</del> <ins>26</ins> места.</p>' in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "expected", "said"),
    [
        (["b", "en"], 1, "there is no page 'b'"),
        (["a", "de"], 1, "'de' is not a language of the site"),
        (["only", "en"], 1, "the page 'pages/only' does not exist in the language 'en'"),
        (["broken", "en"], 1, "the page 'pages/broken' has errors"),
        (["a", "en", "--due"], 2, "--diff goes neither with --due"),
        (["a", "en", "--format=csv"], 2, "--diff goes neither with --due"),
    ],
)
def test_what_cannot_be_compared(
    here: Path, words: list[str], expected: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    only = "-- pages/only.bg.md --\n" + page("only: [bg, ru]\n")
    write_files(here, f"{PAGE}{only}-- pages/broken.bg.md --\n---\ntitle: [\n---\n")
    assert status("--diff", *words) == expected
    assert said in capsys.readouterr().err


# ── due ─────────────────────────────────────────────────────────────────────────────────────────────────────


def written(folder: Path, moment: str) -> None:
    """A standing site, written at a moment of Sofia."""
    manifest = folder / "output" / ".sitegen"
    manifest.parent.mkdir()
    manifest.touch()
    seconds = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo("Europe/Sofia")).timestamp()
    os.utime(manifest, (seconds, seconds))


@pytest.mark.parametrize(
    ("moment", "expected", "said"),
    [
        ("2026-11-22T08:59", 0, "A scheduled change is due since 2026-11-22 09:00."),
        ("2026-11-22T09:00", 4, "Nothing is due before 2026-12-01 09:00."),
        ("2026-11-22T11:00", 4, "Nothing is due before 2026-12-01 09:00."),
    ],
)
def test_a_change_after_the_build_is_due(
    here: Path, moment: str, expected: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(here, PLANNED)
    written(here, moment)
    assert status("--due") == expected
    assert capsys.readouterr().out == f"{said}\n"
    assert status("--due", "--quiet") == expected
    assert capsys.readouterr().out == ""


def test_without_a_site_a_build_is_due(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, PAGE)
    assert status("--due") == 0
    assert capsys.readouterr().out == "There is no site in output yet.\n"


def test_where_nothing_is_scheduled_nothing_is_due(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(here, PAGE)
    written(here, "2026-11-01T00:00")
    assert status("--due") == 4
    assert capsys.readouterr().out == "Nothing is due.\n"


def test_a_build_makes_nothing_due(here: Path) -> None:
    write_files(here, PAGE)
    assert main(["build", "--quiet"]) == 0
    assert main(["status", "--due", "--quiet"]) == 4
