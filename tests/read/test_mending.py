"""Mending: what YAML refuses is corrected where one thing alone can be meant, and left to the editor where not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.editing.source_file import SourceFile
from sitegen.model.raw import Scalar
from sitegen.problems import Problem
from sitegen.read.decoding import PlacedMistake
from sitegen.read.frontmatter import split_page


def problems(text: str) -> tuple[Problem, ...]:
    """What is wrong with a page's front matter."""
    try:
        return split_page(text, "a.md").problems
    except PlacedMistake as placed:
        return (placed.problem,)


def mended(text: str) -> str | None:
    """The text after the corrections of its first problem; None where there are none."""
    [problem, *_] = problems(text)
    return SourceFile(text.encode()).corrected(problem.corrections).text if problem.corrections else None


def page(head: str) -> str:
    return f"---\n{head}\ndraft: yes\n---\nТекст.\n"


@pytest.mark.parametrize(("before", "after"), [
    ("title: Проект: нови паркове", 'title: "Проект: нови паркове"'),
    ("title: „Зелена община“: край", 'title: "„Зелена община“: край"'),
    ('title: "Зелена" община', "title: '\"Зелена\" община'"),
    ('title: "Парк "Зора" отвори"', "title: 'Парк \"Зора\" отвори'"),
    ("title: 'Park's opening'", 'title: "Park\'s opening"'),
    ("title: **Важно**", 'title: "**Важно**"'),
    ("title: @община", 'title: "@община"'),
    ("title: C:\\парк: план", "title: 'C:\\парк: план'"),
    ("title: А\nsummary: Б: в  ", 'title: А\nsummary: "Б: в"  '),
    ("goals:\n  - text: Проект: нови\n    id: g1", 'goals:\n  - text: "Проект: нови"\n    id: g1'),
    ("goals:\n  g-1: Проект: нови\n  g2: А", 'goals:\n  g-1: "Проект: нови"\n  g2: А'),
    ('phones:\n  - "078" 55', "phones:\n  - '\"078\" 55'"),
    ("title: Проект: нови\n\n# бележка", 'title: "Проект: нови"\n\n# бележка'),
    # ── a space behind the colon
    ("title:Парк\nsummary: x", "title: Парк\nsummary: x"),
    ("title: Парк\nsummary:x", "title: Парк\nsummary: x"),
    # ── a comma in braces
    ("funding: {eu: 437 750,02 лв.}", 'funding: {eu: "437 750,02 лв."}'),
    ("funding: {eu: 437750,02, own: x}", 'funding: {eu: "437750,02", own: x}'),
    ("a: {text: Ремонт,  обзавеждане, id: g1}", 'a: {text: "Ремонт, обзавеждане", id: g1}'),
    ('a: {b: каза "да", после}', "a: {b: 'каза \"да\", после'}"),
    # ── a hash
    ("title: Сграда #1", 'title: "Сграда #1"'),
    ("brand: #0B2F6B", 'brand: "#0B2F6B"'),
    ("brand: #0bf  ", 'brand: "#0bf"  '),
])  # fmt: skip
def test_what_one_thing_alone_can_mean_is_mended(before: str, after: str) -> None:
    assert mended(page(before)) == page(after)
    assert not problems(page(after))


@pytest.mark.parametrize("head", [
    "contact: email: a@b.bg",
    "contact: email:",
    "title: Проект: нови\n  паркове",
    "summary: ред\n  Проект: нови: да",
    "summary: ред\n  note:важно\nx",
    "title: Проект: нови # бележка: важна",
    "title: [Проект] парк",
    "title: > текст: да",
    "title: &Парк",
    'title: "Парк',
    "only: [bg, en",
    "Бележка: първа: втора",
    "title: А\n\tsummary: x",
    "title: А\nБележка на ред",
    "p: {org: kyustendil, beneficiary}",
    'a: {b: "едно", две и три}',
    "a: {b: едно\n  и, две и три}",
    "title: Сграда #забележка",
    'title: "Сграда" #1',
    "title: Сграда\n  нова #1",
    "brand: #сиво",
])  # fmt: skip
def test_what_can_mean_two_things_is_left_to_the_editor(head: str) -> None:
    assert problems(page(head))
    assert mended(page(head)) is None


@pytest.mark.parametrize(("before", "after"), [
    ("———", "---"), ("----", "---"), ("--", "---"), ("–-", "---"), ("  ---", "---"), ("---- ", "---"),
])  # fmt: skip
def test_hyphens_that_close_nothing_are_mended(before: str, after: str) -> None:
    assert mended(f"\n---\ntitle: А\n{before}\nТекст.\n") == f"\n---\ntitle: А\n{after}\nТекст.\n"


@pytest.mark.parametrize("text", [
    "---\ntitle: А\n",
    "---",
    "---\ntitle: А\n-\nТекст.\n",
    "---\ntitle: А\n- -\nТекст.\n",
    "---\ntitle: А\n----\nsummary: x\n",
    "---\ntitle: А\n\nТекст.\n\n----\n",
    "---\ntitle: А: б\n----\nТекст.\n",
    "---\ntitle: А\ntitle: Б\n----\nТекст.\n",
    "---\n# нищо\n----\nТекст.\n",
    f"---\ntitle: {'я' * 300_000}\n----\n",
])  # fmt: skip
def test_hyphens_that_may_be_a_ruler_stay(text: str) -> None:
    assert [problem.code for problem in problems(text)] == ["SYN-03"]
    assert mended(text) is None


WORDS = st.lists(
    st.sampled_from(["Парк", "„Зора“", '"Зора"', "Зора:", "'", "@", "%", "#1", "#", "**", "-", ",", "{", "1,5"]),
    min_size=1,
    max_size=6,
)


@given(WORDS)
def test_a_mended_title_reads_as_it_was_written(words: list[str]) -> None:
    written = " ".join(words)
    made = mended(f"---\ntitle: {written}\n---\n") if problems(f"---\ntitle: {written}\n---\n") else None
    if made:
        [(key, value)] = split_page(made, "a.md").head
        assert key.text == "title"
        assert isinstance(value, Scalar)
        assert value.text in (written, written[1:-1])


@pytest.mark.parametrize("text", [
    "---\na: {b: " + "в," * 80_000 + "}\n---\n",
    "---\na: б: в\n" + "a: б\n" * 40_000 + "---\n",
    "---\n" + "a: б #1\n" * 20_000 + "---\n",
    "---\n" + "а\n" * 2_000_000,
    "---\ntitle: А\n----\n" + "а: б\n" * 500_000,
])  # fmt: skip
def test_much_of_it_costs_little(text: str) -> None:
    begun = time.perf_counter()
    problems(text)
    assert time.perf_counter() - begun < 3
