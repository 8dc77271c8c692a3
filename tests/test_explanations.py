"""Every code of a problem is explained, and the examples are true: what is wrong is told, what is right is not."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from sitegen.explanations import EXPLANATIONS
from sitegen.explanations.explanation import Explanation
from sitegen.explanations.showing import as_text, explanation
from sitegen.problems import Mistake, Severity
from sitegen.report import Words
from tests.read.folder import read_folder
from tests.sites import ORGANISATIONS, PROJECT, SITE
from tests.test_docs import tool

PACKAGE = Path(__file__).resolve().parents[1] / "sitegen"
FAMILIES = "SYN|FLD|REF|ADR|LNK|COD|MON|DAT|TXT|LNG|A11Y|PRV|DOC|PUB|PIC|THM|NET"
CODE = re.compile(rf'"((?:{FAMILIES})-\d\d)"')
TRIED = [one for one in EXPLANATIONS if one.example.place]


def codes_in_source() -> set[str]:
    """The codes that the program can tell of."""
    files = (
        file for file in PACKAGE.rglob("*.py") if file.parent.name != "explanations" and file.name != "switches.py"
    )
    return {code for file in files for code in CODE.findall(file.read_text(encoding="utf-8"))}


def test_every_code_is_explained_once_and_no_other() -> None:
    counted = Counter(one.code for one in EXPLANATIONS)
    assert set(counted) == codes_in_source()
    assert max(counted.values()) == 1


def site_of(example: str, place: str) -> str:
    """A site in one string with an example in its place."""
    project = f"-- projects/park/index.bg.md --\n---\n{PROJECT}"
    page = "-- pages/a.bg.md --\n---\ntitle: Страница\n"
    if place == "project":
        names = {line.partition(":")[0] for line in example.splitlines() if line[:1].isalpha()}
        kept = [line for line in PROJECT.splitlines() if line.partition(":")[0] not in names]
        return f"-- projects/park/index.bg.md --\n---\n{chr(10).join(kept)}\n{example}\n---\n"
    return {
        "whole project": f"-- projects/park/index.bg.md --\n{example}",
        "translation": f"{project}---\n\n-- projects/park/index.en.md --\n---\ntitle: Park\n{example}\n---\n",
        "page": f"{page}{example}\n---\n",
        "body": f"{page}---\n{example}\n",
        "file": f"-- pages/a.bg.md --\n{example}",
        "site": f"-- site.yaml --\n{SITE}{example}\n",
        "organisations": f"-- organisations.yaml --\n{example}\n",
    }[place]


def codes(root: Path, example: str, place: str) -> set[str]:
    """The codes that a site with the example has."""
    return {problem.code for problem in read_folder(root, site_of(example, place)).problems}


@pytest.mark.parametrize("one", TRIED, ids=lambda one: one.code)
def test_the_examples_are_true(one: Explanation, tmp_path: Path) -> None:
    assert one.code in codes(tmp_path / "wrong", one.example.wrong, one.example.place)
    assert one.code not in codes(tmp_path / "right", one.example.right, one.example.place)


@pytest.mark.parametrize("one", TRIED, ids=lambda one: one.code)
def test_the_severity_is_the_real_one(one: Explanation, tmp_path: Path) -> None:
    found = read_folder(tmp_path, site_of(one.example.wrong, one.example.place)).problems
    order = list(Severity)
    assert min(order.index(p.severity) for p in found if p.code == one.code) >= order.index(one.severity)


def test_the_organisation_of_the_fixtures_is_the_one_of_the_examples() -> None:
    assert "obshtina:" in ORGANISATIONS


@pytest.mark.parametrize("language", ["en", "bg"])
def test_the_tables_are_current(language: str) -> None:
    checks = tool("checks")
    assert checks.PAGES[language].read_text(encoding="utf-8") == checks.page(language), "run: python tools/checks.py"


def test_an_explanation_in_both_languages() -> None:
    one = explanation("mon-01")
    assert as_text(one, Words("en")).startswith("MON-01  error\nThe parts of the funding do not add up to the total.")
    assert as_text(one, Words("bg")).startswith("MON-01  грешка\nЧастите на финансирането не дават общата стойност.")
    assert "    national: 15,00 лв." in as_text(one, Words("bg"))


def test_an_unknown_code_gets_the_nearest() -> None:
    with pytest.raises(Mistake, match="there is no code 'MON-1'") as caught:
        explanation("MON-1")
    assert "MON-0" in str(caught.value.hint)
