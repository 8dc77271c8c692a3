"""`archive`: shows the change, writes it where somebody agrees, and says until when the page must stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.cli import main
from tests.outputs.web import web_of
from tests.sites import whole, write_files

NOW = "--now=2026-11-22T12:00"
SITE = f"""
-- projects/park/index.bg.md --
---
{whole("end: 2020-01-09" + chr(10) + "durable_until: 2027-01-09" + chr(10))}---
Текст.

-- projects/park/index.en.md --
---
title: Park
---
Text.

-- projects/park/news/2020-01-01-new/index.bg.md --
---
title: Нов парк
date: 2020-01-01
---
Текст.
"""


@pytest.fixture(autouse=True)
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_files(tmp_path, SITE)


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def run(*words: str) -> int:
    return main(["archive", "park", "--lang=en", NOW, *words])


def test_one_file_changes_and_the_address_stays(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = tree(content)
    assert run() == 0
    after = tree(content)
    assert [path for path in after if before.get(path) != after[path]] == ["projects/park/index.bg.md"]
    told = capsys.readouterr().out
    assert "+status: archived\n+archived: 2026-11-22\n" in told
    assert "-" not in [line[:1] for line in told.splitlines() if not line.startswith("---")]
    assert "The address stays: https://proekti.example/bg/proekti/park/" in told
    assert "at least until 2027-01-09 (durable_until)" in told
    assert run() == 0
    assert "'projects/park' is in the archive already." in capsys.readouterr().out
    assert tree(content) == after


def test_readers_are_told_since_when_in_every_language(content: Path) -> None:
    addresses = set(web_of(content).pages)
    run("--quiet")
    web = web_of(content)
    assert set(web.pages) - addresses <= {path for path in web.pages if "/status/" in path}
    said = {
        "bg/proekti/park/index.html": ("Архивна страница", "В архива от 22 ноември 2026 г.", "до 9 януари 2027 г."),
        "en/projects/park/index.html": ("Archived page", "In the archive since 22 November 2026", "until 9 January 2027"),
        "ru/proekty/park/index.html": ("Архивная страница", "В архиве с 22 ноября 2026 г.", "до 9 января 2027 г."),
        "bg/proekti/park/novini/2020-01-01-new/index.html": ("Архивна страница", "В архива от 22 ноември 2026 г."),
    }  # fmt: skip
    for path, words in said.items():
        notice = web.pages[path].text("//main/p[@class='notice'][1]").replace("\u00a0", " ")
        assert all(word in notice for word in words), notice
    assert "Архивна страница" not in web.pages["bg/index.html"].text()


def test_a_dry_run_writes_nothing(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = tree(content)
    assert run("--dry-run") == 0
    assert "+status: archived" in capsys.readouterr().out
    assert tree(content) == before


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nothing", "there is no page 'nothing'"),
        ("projects/park/news/2020-01-01-new", "is no project that can be read"),
    ],
)
def test_what_cannot_be_archived(content: Path, name: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = tree(content)
    assert main(["archive", name, "--lang=en", NOW]) == 1
    assert told in capsys.readouterr().err
    assert tree(content) == before


def test_a_file_that_is_protected_stays(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = content / "projects/park/index.bg.md"
    file.chmod(0o444)
    assert run() == 1
    assert "the file is protected" in capsys.readouterr().out
    assert "archived" not in file.read_text(encoding="utf-8")
