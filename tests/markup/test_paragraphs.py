"""The pieces of a page's words, and the prose in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.markup import masking
from sitegen.markup.masking import prose
from sitegen.markup.paragraphs import Paragraph, body_paragraphs, paragraphs
from sitegen.model.page import Page
from sitegen.model.source import Source
from sitegen.problems import Location
from tests.read.folder import page, project, read_folder


def pieces(body: str) -> list[tuple[str, int, str, str]]:
    """Id, line, kind and text of the blocks of a body that begins on line 5."""
    source = Source("content/a.bg.md", "---\ntitle: А\n---\n\n" + body, 5)
    return [(p.id, p.at.line, p.kind, p.text) for p in body_paragraphs(source)]


def test_blocks_stand_between_blank_lines_and_headings_for_themselves() -> None:
    assert pieces("Едно\nдве.\n\n## Дял\nТри.\n\n- а\n- б\n\n| а |\n|---|\n\nЗаглавие\n===\n") == [
        ("p1", 5, "text", "Едно\nдве."),
        ("p2", 8, "heading", "## Дял"),
        ("p3", 9, "text", "Три."),
        ("p4", 11, "list", "- а\n- б"),
        ("p5", 14, "table", "| а |\n|---|"),
        ("p6", 17, "heading", "Заглавие\n==="),
    ]


def test_a_fence_is_one_block_with_its_blank_lines() -> None:
    assert pieces("а\n```\n# не\n\nб\n```\nв") == [
        ("p1", 5, "text", "а"),
        ("p2", 6, "code", "```\n# не\n\nб\n```"),
        ("p3", 11, "text", "в"),
    ]


def test_the_lines_of_a_container_belong_to_no_block() -> None:
    assert pieces("::: note Важно\nТекст.\n:::\n<p>а</p>") == [
        ("p1", 6, "text", "Текст."),
        ("p2", 8, "html", "<p>а</p>"),
    ]


def test_a_fence_that_is_never_closed_reaches_to_the_end() -> None:
    assert pieces("```\nа\n\nб") == [("p1", 5, "code", "```\nа\n\nб")]


@given(st.lists(st.sampled_from(["а", "", "# б", "```", "- в", "::: note", "    г", "|-|", "---"]), max_size=12))
def test_every_line_with_words_is_in_one_block(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = [line for _, _, _, piece in pieces(text) for line in piece.split("\n") if line.strip()]
    assert found == [line for line in lines if line.strip() and not line.startswith(":::")] or ":::" in text


def own(found: tuple[Paragraph, ...]) -> dict[str, tuple[str, int, int]]:
    """Text and place by id."""
    return {p.id: (p.text, p.at.line, p.at.column) for p in found}


GOALS = """\
goals:
  - id: g1
    text: Цел
    measures: [{id: m1, text: Мярка}]
results: [{id: r1, text: Р, unit: места}]
"""


def test_words_have_one_name_in_all_languages(tmp_path: Path) -> None:
    folder = read_folder(
        tmp_path,
        f"""
-- projects/park/index.bg.md --
{project(GOALS, "Тяло.")}
-- projects/park/index.en.md --
---
title: Park
goals: {{g1: {{text: Aim, measures: {{m1: Measure}}}}}}
results: {{r1: Result}}
units: {{места: places}}
---
Body.
""",
    )
    assert folder.site is not None
    source: Page = folder.page("projects/park", "bg")
    translation: Page = folder.page("projects/park", "en")
    ours = own(paragraphs(source, folder.site.sources[source.file]))
    theirs = own(paragraphs(translation, folder.site.sources[translation.file]))
    assert ours == {
        "title": ("Парк", 2, 8),
        "goals.g1.text": ("Цел", 9, 11),
        "goals.g1.measures.m1.text": ("Мярка", 10, 31),
        "results.r1.text": ("Р", 11, 26),
        "units.места": ("места", 11, 35),
        "summary": ("Нов парк в центъра.", 12, 10),
        "p1": ("Тяло.", 14, 1),
    }
    assert {name: text for name, (text, *_) in theirs.items()} == {
        "title": "Park",
        "goals.g1.text": "Aim",
        "goals.g1.measures.m1.text": "Measure",
        "results.r1.text": "Result",
        "units.места": "places",
        "p1": "Body.",
    }
    assert theirs["results.r1.text"][1:] == (4, 15)


def test_words_that_a_translation_inherits_are_not_its_own(tmp_path: Path) -> None:
    source = page("summary: Кратко\n")
    folder = read_folder(tmp_path, f"-- pages/a.bg.md --\n{source}\n-- pages/a.en.md --\n---\ntitle: A\n---\n")
    assert folder.site is not None
    translation: Page = folder.page("pages/a", "en")
    assert list(own(paragraphs(translation, folder.site.sources[translation.file]))) == ["title"]


@pytest.mark.parametrize(("text", "left"), [
    ("виж `код`.", "виж      ."),
    ("[тук](a.pdf) и ![план](b.jpg)", "[тук]        и ![план]       "),
    ("http://a.bg/х, край", "             , край"),
    ("<b>а</b> {#a3 .x} &nbsp; a@b.bg", "   а                           "),
    ("а <!-- б\nв --> г", "а       \n      г"),
    ("[а]: http://b.bg\n[^1]", "                \n    "),
    ("{ не е списък } 5 < 6 > 4", "{ не е списък } 5 < 6 > 4"),
])  # fmt: skip
def test_what_is_no_prose_becomes_space(text: str, left: str) -> None:
    assert prose(text).rstrip() == left.rstrip()
    assert len(prose(text)) == len(text)


@given(st.text(alphabet="a`[](){}<>!-#.@& \n:/^", max_size=60))
def test_masking_keeps_length_and_lines(text: str) -> None:
    masked = prose(text)
    assert [len(line) for line in masked.split("\n")] == [len(line) for line in text.split("\n")]


@pytest.mark.parametrize(("line", "value", "column"), [
    ('x: "два"', "два", 5),
    ("x: два # бел", "два", 4),
    ("x: 'a''b'", "a'b", None),
    ("x: |", "два\nреда", None),
    ("x: два", "", None),
])  # fmt: skip
def test_the_spelling_of_a_value(line: str, value: str, column: int | None) -> None:
    found = Source("content/a.bg.md", line, 2).spelling(Location("content/a.bg.md", 1, 4), value)
    assert found == (Location("content/a.bg.md", 1, column) if column else None)


def test_a_place_inside_a_paragraph_is_a_place_of_the_file() -> None:
    source = Source("content/a.bg.md", "---\ntitle: А\n---\n\n  Едно `код`\nдве.", 4)
    [piece] = body_paragraphs(source)
    assert piece.prose == "  Едно      \nдве."
    assert [piece.spot(offset) for offset in (2, piece.text.index("две"))] == [
        Location("content/a.bg.md", 5, 3),
        Location("content/a.bg.md", 6, 1),
    ]
    assert piece.spot(2) == piece.at


def test_a_place_inside_a_value_is_where_the_value_begins() -> None:
    at = Location("content/a.bg.md", 2, 8)
    assert Paragraph("title", "Парк", at, "field").spot(3) == at


@given(st.text("a1.@:/`<>!-wmilto[]()^{}#=&; \n") | st.text())
def test_what_is_masked_has_a_sign(text: str) -> None:
    assert masking._SIGN.search(text) or not masking._HIDDEN.search(text)
