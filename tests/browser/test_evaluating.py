"""`check --browser --record` in Chromium: what a text breaks is told with the other problems and recorded."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.browser.conftest import CHECKOUT, NAMES, absent
from tests.sites import SITE, write_files
from tests.sites.accepting import PAGE

pytest.importorskip("playwright")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The folder of a small site, with Chromium on the machine."""
    if not os.environ.get("CHROMIUM") and not any(map(shutil.which, NAMES)):
        absent("Chromium")
    write_files(tmp_path, PAGE)
    return tmp_path


def check(site: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """One run of the command, in a process of its own: the tests around it hold a browser open in theirs."""
    words = [sys.executable, "-m", "sitegen", "check", "--browser", "--lang=en", "--today=2026-11-22", *options]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    return subprocess.run(words, cwd=site, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.long
def test_a_site_without_barriers_is_recorded(site: Path) -> None:
    done = check(site, "--record")
    assert done.returncode == 0, done.stderr
    assert ": 0 findings" in done.stderr
    evaluation = yaml.safe_load((site / "content/accessibility-evaluation.yaml").read_text(encoding="utf-8"))
    assert str(evaluation["date"]) == "2026-11-22"
    assert evaluation["tool"].startswith("axe-core ")
    assert (evaluation["widths"], evaluation["schemes"]) == ([320, 768, 1280], ["light", "dark"])
    assert {"image-alt", "color-contrast", "target-size"} <= set(evaluation["rules"])
    assert evaluation["pages"]
    assert evaluation["findings"] == []


@pytest.mark.long
def test_findings_are_told_with_the_other_problems(site: Path) -> None:
    write_files(site, f"-- site.yaml --\n{SITE}theme: pale\n{PAGE}")
    (site / "themes/pale/assets").mkdir(parents=True)
    (site / "themes/pale/assets/site.css").write_text("main p { color: #ccc }\n")
    done = check(site, "--format=json")
    assert done.returncode == 1, done.stderr
    told = json.loads(done.stdout)
    found = [problem for problem in told["problems"] if problem["code"] == "A11Y-07"]
    assert any("color-contrast" in problem["message"] for problem in found)
    assert not (site / "content/accessibility-evaluation.yaml").exists()
