"""Intact: a translation of a paragraph keeps its links, ids, items and tags."""

from __future__ import annotations

import time

import pytest

from sitegen.markup.intact import damage


@pytest.mark.parametrize(("source", "present", "returned"), [
    ("Текст", "", "Text"),
    ("Текст\nв два реда", "", "Text on one line"),
    ("## Цели {#goals}", "", "## Aims {#goals}"),
    ("Цели\n----", "", "Aims\n-"),
    ("- а\n- б", "", "* a\n* b"),
    ("| а | б |\n|---|---|\n| 1 \\| 2 | 2 |", "", "| a | b |\n|:--|---|\n| 1 \\| 2 | 2 |"),
    ("Виж [тук](а.pdf) и ![дърво](д.jpg){.wide}.", "", "See [this](а.pdf) and ![a tree](д.jpg){.wide}."),
    ("[а](x) [б](y)", "", "[b](y) [a](x)"),
    ("[а](a.bg.pdf)", "[a](a.en.pdf)", "[a](a.en.pdf)"),
    ("[а](x_(y).html \"Заглавие\")", "", "[a](x_(y).html 'Title')"),
    ("[а]: https://example.org/а", "", "[a]: https://example.org/а"),
    ("Бележка[^1].", "", "Note[^1]."),
    ("Линия <br> и [руски]{lang=ru}", "", "Line<br>and [Russian]{lang=en}"),
    ("```\nкод\n```", "", "```\ncode\n```"),
    ("Дума\n: значение", "", "Word\n: meaning"),
    ("<b>а</b>", "", "<B>a</B>"),
])  # fmt: skip
def test_what_is_whole_passes(source: str, present: str, returned: str) -> None:
    assert damage(source, present, returned) is None


@pytest.mark.parametrize(("source", "present", "returned", "told"), [
    ("Текст", "", "One\n\nTwo", "it is not one paragraph any more"),
    ("Текст", "", "Text\n## Heading", "it is not one paragraph any more"),
    ("Текст", "", "::: note\nText", "it is not one paragraph any more"),
    ("Текст", "", "- Text", "a heading, a list or a table became something else"),
    ("- а\n- б", "", "a b", "a heading, a list or a table became something else"),
    ("- а\n- б", "", "- a b", "the heading has another level, or the list"),
    ("| а | б |\n|---|---|\n| 1 | 2 |", "", "| a | b |\n|---|---|\n| 1 2 |", "the heading has another level, or the list"),
    ("## Цели", "", "### Aims", "the heading has another level"),
    ("Цели\n====", "", "Aims\n----", "the heading has another level"),
    ("Дума\n: значение", "", "Word: meaning", "the heading has another level, or the list"),
    ("## Цели {#goals}", "", "## Aims", "'{#goals}' is lost"),
    ("## Цели {: .a #goals}", "", "## Aims {.a #aims}", "'{#goals}' is lost"),
    ("## Цели", "", "## Aims {#aims}", "'{#aims}' was not there before"),
    ("Бележка[^1].", "", "Note[^2].", "'[^1]' is lost"),
    ("Линия<br>втора", "", "Line second", "'<br' is lost"),
    ("<b>а</b>", "", "<b>a<b>", "'</b' is lost"),
    ("[а](x) [б](y)", "", "[a](x) b", "the link to 'y' is lost"),
    ("[а](x) [б](x)", "", "[a](x) b", "the link to 'x' is lost"),
    ("[а](x)", "", "[a](https://else.example)", "the link to 'https://else.example' was not there before"),
    ("[а](x)", "[a](y)", "[a](z)", "the link to 'z' was not there before"),
    ("[а](x)", "", "[a](x) [b](x)", "there are more links than before: 2"),
    ("![дърво](д.jpg)", "", "![a tree] (д.jpg)", "the link to 'д.jpg' is lost"),
    ("[а]: https://example.org/а", "", "[a]: https://example.org/b", "was not there before"),
])  # fmt: skip
def test_what_is_lost_is_named(source: str, present: str, returned: str, told: str) -> None:
    assert told in str(damage(source, present, returned))


@pytest.mark.sample(3)
@pytest.mark.parametrize("piece", ["](", "](((((", "{", "[^", "<a", "[x]:", "|", "- \n", "`", "]((a"])
def test_a_megabyte_is_answered_at_once(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    start = time.process_time()
    damage(text, "", text)
    assert time.process_time() - start < 2
