"""The law as data: what the package knows is whole, a site's own law.yaml corrects it, each mistake at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.explanations.law import as_text
from sitegen.model.provisions import CONFIDENCES, COUNTED, MEANINGS, is_count
from sitegen.problems import Mistake
from sitegen.read.law import shipped_law
from sitegen.report import Words
from tests.read.folder import read_folder

LAW = shipped_law()


def test_every_entry_has_a_meaning_a_source_and_a_confidence() -> None:
    assert set(LAW.provisions) == set(MEANINGS)
    for one in LAW.provisions.values():
        assert one.source, one.id
        assert one.confidence in CONFIDENCES, one.id
        assert one.unit not in COUNTED or all(map(is_count, one.value)), one.id
        assert set(one.unless) <= set(LAW.provisions), one.id


def test_the_thresholds_are_those_of_the_regulations() -> None:
    known = {one.id: (one.value, one.amount, one.months) for one in LAW.provisions.values() if one.duty}
    assert known["plaque_2021_regional"] == (("500000",), "total", 0)
    assert known["plaque_2021_other"] == (("100000",), "total", 0)
    assert known["event_2021"] == (("10000000",), "total", 0)
    assert known["billboard_2014"] == (("500000",), "public", 0)
    assert known["plaque_2014"] == (("500000",), "public", 3)


def test_a_site_says_otherwise(tmp_path: Path) -> None:
    own = '-- law.yaml --\nemblem_height: {value: [48], source: "писмо", confidence: medium}\n'
    folder = read_folder(tmp_path, own)
    assert folder.errors == []
    assert folder.site
    law = folder.site.config.law
    assert (law.number("emblem_height"), law["emblem_height"].source, law["emblem_height"].is_own) == (
        48,
        "писмо",
        True,
    )
    assert law.numbers("first_screen") == (320, 256)


@pytest.mark.parametrize(("text", "found"), [
    ("emblem_hight: {value: [48], source: x}\n", "law.yaml:1:1 FLD-01"),
    ("emblem_height: {value: [48]}\n", "law.yaml:1:16 FLD-02"),
    ("emblem_height: {value: [48], sorce: x}\n", "law.yaml:1:30 FLD-01"),
    ("emblem_height: {value: [висока], source: x}\n", "law.yaml:1:24 FLD-03"),
    ("first_screen: {value: [320], source: x}\n", "law.yaml:1:23 FLD-03"),
    ("emblem_colours: {value: [blue, '#FFCC00'], source: x}\n", "law.yaml:1:25 FLD-03"),
    ("description: {value: [photos], source: x}\n", "law.yaml:1:22 FLD-03"),
    ("emblem_height: 48\n", "law.yaml:1:16 FLD-05"),
    ("emblem_height: {value: [48], source: x, confidence: sure}\n", "law.yaml:1:53 FLD-03"),
    ("a: [\n", "law.yaml:"),
])  # fmt: skip
def test_mistakes_are_told_at_their_place(tmp_path: Path, text: str, found: str) -> None:
    errors = read_folder(tmp_path, f"-- law.yaml --\n{text}").errors
    assert any(error.startswith(found) for error in errors), errors


def test_the_law_is_shown(tmp_path: Path) -> None:
    text = as_text(LAW, Words("en"), "plaque_2014")
    assert "plaque_2014: 500000 EUR" in text
    assert "Source: Reg. (EU) 1303/2013, Annex XII, 2.2(5)" in text
    assert "plaque_2021_other" not in as_text(LAW, Words("en"), "2014-2020")
    assert "сигурно" in as_text(LAW, Words("bg"), "emblem_colours")
    with pytest.raises(Mistake, match="the law has no entry 'plaque_2015'") as caught:
        as_text(LAW, Words("en"), "plaque_2015")
    assert "plaque_20" in str(caught.value.hint)
