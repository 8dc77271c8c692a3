"""`check --browser --record` in Chromium: what a text breaks is told with the other problems and recorded."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
import yaml

from sitegen.cli import main
from tests.browser.conftest import NAMES, absent
from tests.sites import SITE, write_files
from tests.sites.accepting import PAGE

pytest.importorskip("playwright")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a small site, with Chromium on the machine."""
    if not os.environ.get("CHROMIUM") and not any(map(shutil.which, NAMES)):
        absent("Chromium")
    monkeypatch.chdir(tmp_path)
    write_files(tmp_path, PAGE)
    return tmp_path


def test_a_site_without_barriers_is_recorded(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--browser", "--record", "--lang=en", "--today=2026-11-22"]) == 0
    assert ": 0 findings" in capsys.readouterr().err
    evaluation = yaml.safe_load((site / "content/accessibility-evaluation.yaml").read_text(encoding="utf-8"))
    assert str(evaluation["date"]) == "2026-11-22"
    assert evaluation["tool"].startswith("axe-core ")
    assert (evaluation["widths"], evaluation["schemes"]) == ([320, 768, 1280], ["light", "dark"])
    assert {"image-alt", "color-contrast", "target-size"} <= set(evaluation["rules"])
    assert evaluation["pages"]
    assert evaluation["findings"] == []


def test_findings_are_told_with_the_other_problems(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(site, f"-- site.yaml --\n{SITE}theme: pale\n{PAGE}")
    (site / "themes/pale/assets").mkdir(parents=True)
    (site / "themes/pale/assets/site.css").write_text("main p { color: #ccc; background: #fff }\n")
    assert main(["check", "--browser", "--format=json", "--lang=en", "--today=2026-11-22"]) == 1
    told = json.loads(capsys.readouterr().out)
    found = [problem for problem in told["problems"] if problem["code"] == "A11Y-07"]
    assert any("color-contrast" in problem["message"] for problem in found)
    assert not (site / "content/accessibility-evaluation.yaml").exists()
