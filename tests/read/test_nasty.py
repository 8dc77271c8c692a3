"""Files that no editor wrote are answered: each in a process of its own, with little memory and a net below."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.read.nasty import NASTY, SECONDS

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = [
    "enough of '[а]('",
    "site.yaml: 100 000 keys",
    "bomb",
    "pages/a.bg.md of NUL",
]  # fmt: skip


def answered(names: list[str]) -> list[str]:
    """The names of the files that the program answers before it falls, runs out of memory or does not come back."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.read.nasty", *names],
        cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8", timeout=10 * SECONDS * len(names), check=False,
    )  # fmt: skip
    return [json.loads(line)["name"] for line in done.stdout.splitlines()]


def test_nasty_files_are_answered() -> None:
    assert answered(SAMPLE) == SAMPLE


@pytest.mark.long
@pytest.mark.parametrize("first", range(0, len(NASTY), 25))
def test_each_nasty_file_is_answered(first: int) -> None:
    names = list(NASTY)[first : first + 25]
    assert answered(names) == names
