"""Progress on a terminal, and the profile of a build."""

from __future__ import annotations

import sys
from argparse import Namespace
from itertools import count
from pathlib import Path

import pytest

from sitegen.builder.steps import READING, RENDERING
from sitegen.cli import main
from sitegen.commands import watching
from sitegen.commands.watching import Progress, watched
from sitegen.report import Words
from tests.sites import write_files


def ticking(monkeypatch: pytest.MonkeyPatch, step: float) -> None:
    ticks = count()
    monkeypatch.setattr(watching, "perf_counter", lambda: next(ticks) * step)


def test_a_long_build_shows_how_far_it_is(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    ticking(monkeypatch, 0.6)
    progress = Progress(Words("bg"), is_shown=True)
    progress.begin(READING, 3)
    for _ in range(3):
        progress.advance()
    progress.begin(RENDERING)
    progress.end()
    lines = capsys.readouterr().err.split(watching.LINE)
    assert lines[1:] == ["четене 0 / 3", "четене 1 / 3", "четене 2 / 3", "четене 3 / 3", "изготвяне на страниците", ""]


@pytest.mark.parametrize(("step", "is_shown"), [(0.01, True), (0.6, False)])
def test_a_short_build_and_one_that_nobody_watches_show_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, step: float, *, is_shown: bool
) -> None:
    ticking(monkeypatch, step)
    progress = Progress(Words("en"), is_shown=is_shown)
    progress.begin(READING, 20)
    for _ in range(20):
        progress.advance()
    progress.end()
    assert capsys.readouterr().err == ""


def test_the_profile_names_the_steps_and_the_slowest_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = write_files(tmp_path, "-- pages/a.bg.md --\n---\ntitle: А\n---\nТекст.\n")
    options = ["--content", str(content), "--output", str(tmp_path / "o"), "--lang", "en", "--jobs", "1"]
    assert main(["build", *options, "--profile"]) == 0
    lines = capsys.readouterr().err.splitlines()
    assert [line.split()[-1] for line in lines[:5]] == ["reading", "planning", "rendering", "checking", "writing"]
    slow = [float(line.split()[0]) for line in lines[6:]]
    assert slow == sorted(slow, reverse=True)
    assert len(slow) == watching.SLOWEST


def test_a_profile_that_is_piped_has_no_progress(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = write_files(tmp_path, "")
    main(["build", "--content", str(content), "--output", str(tmp_path / "o"), "--jobs", "1"])
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("is_terminal", "quiet"), [(True, False), (True, True), (False, False)])
def test_only_a_terminal_that_may_be_written_to_shows_progress(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *, is_terminal: bool, quiet: bool
) -> None:
    ticking(monkeypatch, 0.6)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_terminal)
    with watched(Namespace(lang="en", quiet=quiet)) as progress:
        progress.begin(READING, 1)
        progress.begin(READING, 1)
    said = capsys.readouterr().err
    assert ("reading" in said) == (is_terminal and not quiet)
    assert said.endswith(watching.LINE) == (is_terminal and not quiet)


def test_check_is_watched_as_build_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ticking(monkeypatch, 0.6)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    content = write_files(tmp_path, "-- pages/a.bg.md --\n---\ntitle: А\n---\nТекст.\n")
    main(["check", "--content", str(content), "--lang", "en", "--jobs", "1"])
    told = capsys.readouterr().err
    assert f"{watching.LINE}checking" in told
    assert told.endswith(watching.LINE)
