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
    "1 MB of '['",
    "enough of '[а]('",
    "enough of '---\\n'",
    "5 MB of 'a'",
    "site.yaml: 100 000 keys",
    "bomb",
    "pages/a.bg.md of NUL",
    "pages/a.bg.md of cp1251",
]  # fmt: skip


def codes(name: str) -> list[str]:
    """What the program says of the file; fails where it fell, ran out of memory or did not come back."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.read.nasty", name],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=10 * SECONDS, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return list(json.loads(done.stdout)["codes"])


@pytest.mark.parametrize("name", SAMPLE)
def test_a_nasty_file_is_answered(name: str) -> None:
    assert codes(name)


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(set(NASTY) - set(SAMPLE)))
def test_each_nasty_file_is_answered(name: str) -> None:
    codes(name)
