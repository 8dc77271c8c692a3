"""Publicity: a project tells its summary, aims and results."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read.folder import page, read_folder
from tests.sites import PROJECT, whole

GOALS, RESULTS = "goals: [{id: g, text: Ц}]\n", "results: [{id: r, text: Р}]\n"


@pytest.mark.parametrize(("head", "missing"), [
    ("", "summary, goals, results"),
    ("summary: Парк\n", "goals, results"),
    (f"summary: Парк\n{GOALS}", "results"),
    (f"{GOALS}{RESULTS}", "summary"),
    (f"summary: Парк\ngoals: []\n{RESULTS}", "goals"),
])  # fmt: skip
def test_what_a_project_does_not_tell_is_one_warning(tmp_path: Path, head: str, missing: str) -> None:
    text = f"-- projects/park/index.bg.md --\n---\n{PROJECT}{head}---\n-- projects/park/index.en.md --\n{page()}"
    folder = read_folder(tmp_path, text)
    assert (folder.errors, [f for f in folder.found if "PUB" in f]) == ([], ["projects/park/index.bg.md:1:1 PUB-04"])
    assert folder.says("PUB-04").startswith(f"the project lacks: {missing} | A website must describe an operation ")


def test_a_project_that_tells_all_is_fine(tmp_path: Path) -> None:
    text = (
        f"-- projects/park/index.bg.md --\n---\n{whole()}---\n-- projects/park/index.en.md --\n---\ntitle: Park\n---\n"
    )
    assert [f for f in read_folder(tmp_path, text).found if "PUB" in f] == []


def test_what_could_not_be_read_is_not_missing(tmp_path: Path) -> None:
    head = "summary: Парк\ngoals: [{id: g}]\nresults: x\n"
    folder = read_folder(tmp_path, f"-- projects/park/index.bg.md --\n---\n{PROJECT}{head}---\n")
    assert folder.found == ["projects/park/index.bg.md:8:9 FLD-02", "projects/park/index.bg.md:9:10 FLD-05"]
