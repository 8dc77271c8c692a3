"""`check --browser --record`: what is tried, found and recorded, and what is said where a browser is missing."""

from __future__ import annotations

import builtins
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sitegen.cli import main
from sitegen.commands.browsing import NAMES, Sight, covering
from sitegen.commands.evaluating import RUN, Axe, as_yaml, problems
from sitegen.read.config import read_config
from tests.sites import write_files
from tests.sites.accepting import PAGE


class Shown:
    """An open page on which axe-core finds one thing."""

    def evaluate(self, script: str, *_values: object) -> Any:
        found = {"tool": "axe-core 4.12.1", "tried": ["image-alt", "label"], "broken": [["image-alt", "img"]]}
        return found if script == RUN else None


def test_pages_that_show_something_new_are_chosen() -> None:
    pages = {
        "/bg/a/1/": b"<html lang=bg><p class=x>",
        "/bg/a/2/": b"<html lang=bg><p class=x>",
        "/bg/a/3/": b"<html lang=bg><p class=x><table>",
        "/bg/b/1/": b"<html lang=bg><p class=x>",
        "/en/a/1/": b"<html lang=en><p class=x>",
        "/old/": b'<html lang=bg><meta http-equiv="refresh"><video>',
    }
    assert covering(pages) == ("/bg/a/3/", "/bg/b/1/", "/en/a/1/")


def test_what_was_recorded_is_read_back(tmp_path: Path) -> None:
    axe = Axe(script="")
    for width in (320, 768):
        axe(Shown(), Sight("/bg/", width, "light"))
    assert [(str(p.at), p.code) for p in problems(axe.broken)] == [("/bg/:1:1", "A11Y-07")]
    write_files(tmp_path, PAGE)
    (tmp_path / "content/accessibility-evaluation.yaml").write_text(as_yaml(axe, ("/bg/",), date(2026, 11, 1)))
    config, found = read_config(tmp_path / "content")
    assert config
    assert found == ()
    evaluation = config.evaluation
    assert evaluation
    assert (evaluation.date, evaluation.tool) == (date(2026, 11, 1), "axe-core 4.12.1")
    assert (evaluation.pages, evaluation.rules) == (("/bg/",), ("image-alt", "label"))
    assert [(f.page, f.rule, f.selector) for f in evaluation.findings] == [("/bg/", "image-alt", "img")]


@pytest.mark.sample(1)
@pytest.mark.parametrize("lacking", ["playwright", "Chromium"])
def test_without_a_browser_nothing_is_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lacking: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    write_files(tmp_path, PAGE)
    usual = builtins.__import__

    def importing(name: str, *values: Any, **named: Any) -> Any:
        if name.startswith("playwright") and lacking == "playwright":
            raise ImportError(name)
        return usual(name, *values, **named)

    monkeypatch.setattr(builtins, "__import__", importing)
    assert NAMES
    assert main(["check", "--browser", "--record", "--lang=en", "--today=2026-11-22"]) == 2
    assert f"{lacking} is missing, so no page can be opened" in capsys.readouterr().err
    assert not (tmp_path / "content/accessibility-evaluation.yaml").exists()


def test_what_no_browser_finds_cannot_be_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write_files(tmp_path, PAGE)
    assert main(["check", "--record", "--lang=en"]) == 2
    assert capsys.readouterr().err.endswith("no browser is asked. Write --browser --record.\n")
