"""`preview`: one file to hand over, with drafts, marked on every page, the same bytes for the same day."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import pytest

from sitegen.cli import main
from tests.outputs.web import Page
from tests.sites import write_files

GOLDEN = Path(__file__).parents[1] / "golden" / "content"
NOW = "--now=2026-11-22T12:00"
DRAFTS = """
-- pages/a.bg.md --
---
title: Скрита страница
draft: yes
---
Текст.

-- pages/b.bg.md --
---
title: Бъдеща страница
publish_at: 2030-01-01
---
Текст.

-- static/proof.html --
google-site-verification: x
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def preview(content: Path, *words: str, out: str = "x.zip") -> int:
    return main(["preview", f"--content={content}", "--lang=en", NOW, "--jobs=1", f"--out={out}", *words])


def files(file: Path) -> dict[str, bytes]:
    with ZipFile(file) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_every_page_says_what_it_is_and_of_which_day(here: Path) -> None:
    assert preview(GOLDEN) == 0
    made = files(here / "x.zip")
    said = {
        "bg": "Чернова за съгласуване от 22\u00a0ноември 2026\u00a0г.",
        "en": "Draft for approval of 22\u00a0November 2026",
        "ru": "Черновик на согласование от 22\u00a0ноября 2026\u00a0г.",
    }
    pages = {name: data.decode() for name, data in made.items() if b"<html" in data}
    assert len(pages) > 30
    for name, text in pages.items():
        language = text.partition('<html lang="')[2][:2]
        plain = text.replace("\u00a0", " ")
        assert said[language].replace("\u00a0", " ") in Page(name, parsed(text)).text(
            "//aside[@class='draft-copy']"
        ).replace("\u00a0", " "), name
        assert 'name="robots" content="noindex"' in plain
        assert plain.count('class="draft-mark"') == 1


def parsed(text: str) -> Any:
    from lxml import html

    return html.fromstring(text)


def test_drafts_and_what_is_to_come_are_in_it(here: Path) -> None:
    assert preview(write_files(here, DRAFTS)) == 0
    made = files(here / "x.zip")
    assert {"bg/a/index.html", "bg/b/index.html"} <= made.keys()
    assert made["proof.html"] == b"google-site-verification: x\n"
    assert not made.keys() & {"robots.txt", "sitemap.xml", "404.html"}


def test_the_file_is_made_for_any_computer(here: Path) -> None:
    assert preview(GOLDEN) == 0
    with ZipFile(here / "x.zip") as archive:
        entries = archive.infolist()
    names = [entry.filename for entry in entries]
    assert names[:2] == ["README.txt", "index.html"]
    assert all(name.isascii() and len(name) <= 170 for name in names)
    assert len({name.casefold() for name in names}) == len(names)
    assert {entry.date_time for entry in entries} == {(2026, 11, 22, 12, 0, 0)}
    assert all(entry.compress_type == ZIP_STORED for entry in entries if entry.filename.endswith((".png", ".woff2")))


@pytest.mark.long
def test_the_same_day_gives_the_same_bytes(here: Path) -> None:
    preview(GOLDEN)
    first = (here / "x.zip").read_bytes()
    preview(GOLDEN, "--jobs=2", out="y.zip")
    assert (here / "y.zip").read_bytes() == first
    preview(GOLDEN, "--now=2026-11-23T12:00", out="y.zip")
    assert (here / "y.zip").read_bytes() != first


def test_years_that_no_zip_file_knows(here: Path) -> None:
    assert preview(write_files(here, ""), "--now=1970-01-01T12:00") == 0
    assert files(here / "x.zip")


def foreign_zip() -> bytes:
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr("budget.txt", "mine")
    return data.getvalue()


@pytest.mark.sample(1)
@pytest.mark.parametrize("data", [b"", b"mine", foreign_zip()])
def test_a_file_of_others_stays(here: Path, data: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "x.zip").write_bytes(data)
    assert preview(write_files(here, "")) == 1
    assert "'x.zip' exists and is no preview; it stays as it is" in capsys.readouterr().out
    assert (here / "x.zip").read_bytes() == data
    assert [path.name for path in here.iterdir() if path.name.endswith(".tmp")] == []


@pytest.mark.parametrize("place", ["content/x.zip", "output/x.zip", "content/pages/x.zip"])
def test_it_does_not_lie_among_the_content(here: Path, place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert preview(write_files(here, ""), out=place) == 1
    assert "ADR-13" in capsys.readouterr().out
    assert not (here / place).exists()


def test_an_error_leaves_the_earlier_preview(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    preview(GOLDEN)
    first = (here / "x.zip").read_bytes()
    assert preview(write_files(here, "\n-- pages/a.bg.md --\n---\ntitel: x\n---\n")) == 1
    assert (here / "x.zip").read_bytes() == first
    assert "Nothing was written." in capsys.readouterr().out


def test_without_room_nothing_is_left(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from sitegen.builder import previewing

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(previewing, "zipped", full)
    assert preview(write_files(here, "")) == 1
    assert "'x.zip' could not be written: No space left on device" in capsys.readouterr().out
    assert sorted(path.name for path in here.iterdir() if path.name != ".cache") == ["content"]
