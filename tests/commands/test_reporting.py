"""`check --report`: evidence is written where `--out` says, and nowhere else."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sitegen.cli import main
from tests.sites import whole, write_files

PARK = f"-- projects/park/index.bg.md --\n---\n{whole('works: construction' + chr(10))}---\n"
NOW = "--now=2026-11-22T12:00"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_files(tmp_path, PARK)
    return tmp_path


def check(*words: str) -> int:
    return main(["check", "--lang=en", NOW, *words])


def test_visibility_is_told_rule_by_rule_and_page_by_page(here: Path) -> None:
    assert check("--report", "visibility", "park", "--out", "evidence") == 0
    assert sorted(p.name for p in here.iterdir()) == ["content", "evidence"]
    data = json.loads((here / "evidence/visibility-park-2026-11-22.json").read_text(encoding="utf-8"))
    assert (data["date"], data["regime"], data["funds"], data["totals"]["broken"]) == (
        "2026-11-22",
        "2014-2020",
        ["erdf"],
        0,
    )
    pages = {one["page"] for one in data["findings"]}
    assert "https://proekti.example/bg/proekti/park/" in pages
    assert all(one["source"] and one["asks"] for one in data["findings"])
    assert {one["finding"] for one in data["findings"]} <= {"fulfilled", "not_applicable", "to_confirm"}
    page = ET.fromstring(
        (here / "evidence/visibility-park-2026-11-22.html").read_text(encoding="utf-8").partition("\n")[2]
    )
    assert page.get("lang") == "en"
    assert [one.text for one in page.iter("h1")] == ["EU visibility: Парк"]
    assert not list(page.iter("script"))


def test_what_a_theme_breaks_is_in_the_report(here: Path) -> None:
    style = here / "themes/default/assets/site.css"
    style.parent.mkdir(parents=True)
    style.write_text(".emblem{height:20px}", encoding="utf-8")
    assert check("--report", "visibility", "--out", "evidence") == 1
    data = json.loads((here / "evidence/visibility-park-2026-11-22.json").read_text(encoding="utf-8"))
    broken = [one for one in data["findings"] if one["finding"] == "broken"]
    assert {one["rule"] for one in broken} >= {"emblem_height"}
    assert "20 px high, less than 38 px" in broken[0]["detail"] or "20 px" in str(broken)


def test_publicity_as_a_page_and_as_a_table(here: Path) -> None:
    assert check("--report", "publicity", "projects/park", "--out", "evidence") == 0
    text = (here / "evidence/publicity-park-2026-11-22.csv").read_text(encoding="utf-8-sig")
    rows = {row["rule"]: row for row in csv.DictReader(text.splitlines())}
    assert rows["plaque_2014"]["duty"] == "cannot_be_told"
    assert rows["plaque_2014"]["state"] == "funding.eu funding.national"
    assert rows["plaque_2014"]["source"] == "Reg. (EU) 1303/2013, Annex XII, 2.2(5)"
    page = (here / "evidence/publicity-park-2026-11-22.html").read_text(encoding="utf-8")
    assert "state in the project: funding.eu, funding.national" in page
    ET.fromstring(page.partition("\n")[2])


@pytest.mark.sample(2)
@pytest.mark.parametrize(("words", "status", "says"), [
    (("--report", "visibility"), 2, "Write: check --report"),
    (("--report", "beauty", "--out", "x"), 2, "Write: check --report"),
    (("--report", "visibility", "nowhere", "--out", "x"), 1, "nowhere"),
    (("--report", "publicity", "--out", "content/site.yaml/x"), 1, "cannot be written"),
])  # fmt: skip
def test_wrong_commands(capsys: pytest.CaptureFixture[str], words: tuple[str, ...], status: int, says: str) -> None:
    assert check(*words) == status
    assert says in capsys.readouterr().err


def test_the_law_that_applies_is_explained(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "content/law.yaml").write_text('emblem_height: {value: [48], source: "letter"}\n', encoding="utf-8")
    assert check("--explain", "law:emblem_height") == 0
    shown = capsys.readouterr().out
    assert "emblem_height: 48 px" in shown
    assert "So says law.yaml of this site." in shown
    assert check("--explain", "law:nothing") == 2
