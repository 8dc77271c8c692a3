"""The words of a front matter: each under one name in all languages, at its place, none that is only inherited."""

from __future__ import annotations

from pathlib import Path

from sitegen.model.page import Page
from sitegen.model.wordings import Wording, wordings
from tests.model.small import page
from tests.read.folder import read_folder

SITE = """
-- projects/park/index.bg.md --
---
title: Парк
summary: Кратко
slug: park
aliases: [/bg/staro/]
contact: {unit: Отдел}
goals:
  - {id: g1, text: Цел, measures: [{id: m1, text: Мярка}]}
results: [{id: r1, text: Р, unit: места}, {id: r2, text: С, unit: места}, {id: r3, text: Т}]
---
-- projects/park/index.en.md --
---
title: Park
goals: {g1: {text: Aim, measures: {m1: Measure}}}
results: {r1: Result}
units: {места: places}
---
"""


def told(found: Page) -> dict[str, tuple[str, int, int]]:
    """Text and place by name."""
    return {w.id: (w.text, w.at.line, w.at.column) for w in wordings(found)}


def test_a_source_numbers_its_items(tmp_path: Path) -> None:
    assert told(read_folder(tmp_path, SITE).page("projects/park", "bg")) == {
        "title": ("Парк", 2, 8),
        "summary": ("Кратко", 3, 10),
        "contact.unit": ("Отдел", 6, 17),
        "goals.g1.text": ("Цел", 8, 20),
        "goals.g1.measures.m1.text": ("Мярка", 8, 51),
        "results.r1.text": ("Р", 9, 26),
        "results.r2.text": ("С", 9, 58),
        "results.r3.text": ("Т", 9, 90),
        "units.места": ("места", 9, 35),
    }


def test_a_translation_names_them(tmp_path: Path) -> None:
    assert told(read_folder(tmp_path, SITE).page("projects/park", "en")) == {
        "title": ("Park", 2, 8),
        "goals.g1.text": ("Aim", 3, 20),
        "goals.g1.measures.m1.text": ("Measure", 3, 40),
        "results.r1.text": ("Result", 4, 15),
        "units.места": ("places", 5, 9),
    }


def test_a_page_without_places_has_its_words_at_the_start() -> None:
    assert [w.text for w in wordings(page("pages/a"))] == ["pages/a"]
    [word] = wordings(page("pages/a"))
    assert isinstance(word, Wording)
    assert (word.at.line, word.at.column) == (1, 1)
