"""Checks that a site switches off: with a reason, told at the end, and only those that may be wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sitegen.checks.switches import FIXED, SWITCHABLE, SwitchedOff
from sitegen.cli import main
from tests.sites import SITE, Built, build_site, whole, write_files

PACKAGE = Path(__file__).resolve().parents[2] / "sitegen"
FAMILIES = "SYN|FLD|REF|ADR|LNK|COD|MON|DAT|TXT|LNG|A11Y|PRV|DOC|PUB|PIC|THM|NET"
CODE = re.compile(rf'"((?:{FAMILIES})-\d\d)"')
UNUSED = "-- pages/a.bg.md --\n---\ntitle: А\n---\nТекст.\n-- pages/b.txt --\nникой\n-- pages/c.txt --\nникой\n"
SUMS = f"-- projects/park/index.bg.md --\n---\n{whole('total_value: 3 лв.' + chr(10) + 'funding: {eu: 1 лв.}' + chr(10))}---\n"


def site(checks: str) -> str:
    """Settings with this map of checks on line 5."""
    return f"-- site.yaml --\n{SITE}checks: {checks}\n"


def switched(root: Path, checks: str, text: str = UNUSED) -> Built:
    """A site with two unused files."""
    return build_site(root, site(checks) + text)


def codes(*rooms: str) -> set[str]:
    """The codes in the source of some rooms."""
    files = (file for room in rooms for file in (PACKAGE / room).rglob("*.py") if file.name != "switches.py")
    return {code for file in files for code in CODE.findall(file.read_text(encoding="utf-8"))}


def test_every_code_can_be_switched_off_or_not() -> None:
    everywhere = [room.name for room in PACKAGE.iterdir() if room.is_dir() and room.name != "explanations"]
    assert {*SWITCHABLE, *FIXED} == codes(*everywhere)
    assert set(SWITCHABLE).isdisjoint(FIXED)
    assert (sorted(SWITCHABLE), sorted(FIXED)) == (list(SWITCHABLE), list(FIXED))


def test_what_loses_a_page_stays_on_and_what_is_off_comes_from_checks() -> None:
    assert codes("read", "kinds", "markup", "render", "builder").isdisjoint(SWITCHABLE)
    assert set(SWITCHABLE) <= codes("checks", "model")
    proofs = (PACKAGE / "checks" / "built.py").read_text(encoding="utf-8")
    assert set(CODE.findall(proofs)).isdisjoint(SWITCHABLE)


def test_a_check_that_is_off_is_counted_and_not_told(tmp_path: Path) -> None:
    built = switched(tmp_path, '{DOC-06: "файлове за печат", TXT-08: "нищо"}')
    assert built.problems == ()
    assert built.outcome.switched_off == (
        SwitchedOff("DOC-06", "файлове за печат", 2),
        SwitchedOff("TXT-08", "нищо", 0),
    )


def test_a_check_that_is_on_is_told(tmp_path: Path) -> None:
    built = build_site(tmp_path, UNUSED)
    assert [p.code for p in built.problems] == ["DOC-06", "DOC-06"]
    assert built.outcome.switched_off == ()


def test_an_error_that_is_off_stops_nothing(tmp_path: Path) -> None:
    assert [p.code for p in switched(tmp_path / "on", "{}", SUMS).problems] == ["MON-01"]
    built = switched(tmp_path / "off", "{MON-01: договорът е с тази грешка}", SUMS)
    assert not built.outcome.has_errors
    assert built.outcome.switched_off[0].count == 1


def test_a_value_that_cannot_be_read_is_told_all_the_same(tmp_path: Path) -> None:
    text = SUMS.replace("total_value: 3 лв.", "total_value: 1 лв. (9 €)")
    built = switched(tmp_path, "{MON-01: причина, MON-03: причина}", text)
    assert [p.code for p in built.problems] == ["MON-03"]


@pytest.mark.sample(3)
@pytest.mark.parametrize(("checks", "found", "said"), [
    ("{PRV-01: защото}", "5:10 FLD-03", "'PRV-01' cannot be switched off | What it finds has to be mended. These can be switched off: A11Y-03, "),
    ("{TXT-07: защото, SYN-02: защото}", "5:26 FLD-03", "'SYN-02' cannot be switched off | "),
    ("{txt-07: защото}", "5:10 FLD-01", "there is no check 'txt-07' | Did you mean 'TXT-07'?"),
    ("{TXT-99: защото}", "5:10 FLD-01", "there is no check 'TXT-99' | Did you mean 'TXT-"),
    ("{мусака: защото}", "5:10 FLD-01", "there is no check 'мусака' | These can be switched off: A11Y-03, "),
    ("{TXT-07: }", "5:10 FLD-02", "'TXT-07' is switched off without a reason | Say why it is off: TXT-07: \"…\""),
    ('{TXT-07: " "}', "5:10 FLD-02", "'TXT-07' is switched off without a reason | "),
    ("{TXT-07: [а]}", "5:18 FLD-05", "a single value is expected here"),
])  # fmt: skip
def test_a_wrong_switch_is_an_error_at_its_key(tmp_path: Path, checks: str, found: str, said: str) -> None:
    built = switched(tmp_path, checks, "")
    [problem] = built.problems
    assert built.errors == [f"content/site.yaml:{found}"]
    assert f"{problem.message} | {problem.hint}".startswith(said)


@pytest.mark.parametrize("checks", ["{DOC-01: защото}", "{DOC-06: }"])
def test_a_wrong_switch_switches_nothing_off(tmp_path: Path, checks: str) -> None:
    built = switched(tmp_path, checks)
    assert [p.code for p in built.problems][:2] == ["DOC-06", "DOC-06"]
    assert built.outcome.switched_off == ()


def test_the_report_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_files(tmp_path, site('{DOC-06: "за {печат}"}') + UNUSED)
    assert main(["check", "--lang=en"]) == 0
    assert capsys.readouterr().out.startswith("DOC-06 is switched off: за {печат} (problems left out: 2)\npages: ")
    assert main(["check", "--lang=en", "--quiet"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["check", "--lang=en", "--format=json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["switched_off"] == [{"code": "DOC-06", "reason": "за {печат}", "count": 2}]
    assert told.err.startswith("DOC-06 is switched off: ")
