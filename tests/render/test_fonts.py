"""The theme's fonts: complete for three languages, Bulgarian and Russian, light, with their licence."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from sitegen.render.theme import default_folder

FONTS = default_folder() / "assets" / "fonts"
FILES = sorted(FONTS.glob("*.woff2"))
BULGARIAN = "абвгдежзийклмнопрстуфхцчшщъьюя" + "ѝ"
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
ENGLISH = "abcdefghijklmnopqrstuvwxyz"
MARKS = "0123456789 .,:;!?()[]/%+-–—„“”‘’«»…№€§×°•·@&#*\"'<>=_\u00a0\u00ad"
LARGEST = 34_000
"""Bytes of all fonts."""


def test_all_together_are_light() -> None:
    assert [file.name for file in FILES] == ["sofia-sans-400.woff2", "sofia-sans-700.woff2"]
    assert sum(file.stat().st_size for file in FILES) <= LARGEST


def test_the_licence_lies_beside_them() -> None:
    assert "SIL Open Font License, Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_letter_is_missing(file: object) -> None:
    known = TTFont(file).getBestCmap()
    wanted = {*BULGARIAN, *RUSSIAN, *ENGLISH, *MARKS}
    wanted |= {letter.upper() for letter in wanted}
    assert {letter for letter in wanted if ord(letter) not in known} == set()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_decides_the_look_is_kept(file: object) -> None:
    font = TTFont(file)
    substitutions = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    positions = {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}
    scripts = {record.ScriptTag: record.Script for record in font["GSUB"].table.ScriptList.ScriptRecord}
    assert {"locl", "tnum"} <= substitutions
    assert "kern" in positions
    assert "RUS " in [record.LangSysTag for record in scripts["cyrl"].LangSysRecord]
