"""The shortcuts change nothing: the library's own classes, put together anew for each text, give the same HTML."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import treeprocessors

from sitegen.markup.dialect import Converter, to_html
from sitegen.markup.effort import TooDeep, TooMuch
from sitegen.markup.findings import Finding
from sitegen.markup.positions import with_places
from sitegen.markup.swift import SIGNS
from tests.markup.test_parsing import TANGLED, WORDS

ROOT = Path(__file__).parents[2]
PAGES = sorted(path for folder in ("content", "tests/golden/content", "docs") for path in (ROOT / folder).rglob("*.md"))

PIECES = """дума word 12 [a](b) ![a](b) [a][b] ![a][b] [a] ![a] [^1] [a]{lang=ru} <b>x</b> <a@b.bg> <http://a.bg> &amp;
& `a` ``a`b`` \\* \\` * ** *** _ __ *a* **a** ***a*** _a_ __a__ a_b_c *a **b*** {#a} {.a lang=ru} | ! ] ) <"""
LINE = st.lists(st.sampled_from(PIECES.split()) | st.just("  \n"), max_size=12).map(" ".join)
BLOCK = st.tuples(
    st.sampled_from(["", "# ", "- ", "1. ", "> ", "    ", ": ", "| ", "[b]: ", "[^1]: ", "::: note "]), LINE
)
TEXT = st.lists(BLOCK.map("".join), max_size=12).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n"]).map(lambda s: s.join(lines))
)


def stock(text: str) -> tuple[str | type[Exception], list[Finding]]:
    """What the library makes of a text without shortcuts."""
    converter, findings = Converter(WORDS), list[Finding]()
    converter.markdown.treeprocessors.register(treeprocessors.InlineProcessor(converter.markdown), "inline", 20)
    try:
        return converter.convert(text, findings), findings
    except (RecursionError, TooDeep, TooMuch) as error:
        return type(error), findings


def swift(text: str) -> tuple[str | type[Exception], list[Finding]]:
    findings: list[Finding] = []
    try:
        return to_html(text, WORDS, findings), findings
    except (RecursionError, TooDeep, TooMuch) as error:
        return type(error), findings


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_real_pages(page: Path) -> None:
    text = with_places(page.read_text(encoding="utf-8"), 1)
    assert swift(text) == stock(text)


@pytest.mark.parametrize("piece", [*PIECES.split(), "x  \ny", "![b]", "![a][b]", "[b]", "[a][b]", "[^1]"])
def test_each_form_alone(piece: str) -> None:
    text = with_places(f"{piece}\n\n[b]: /c\n[^1]: d\n", 1)
    assert swift(text) == stock(text)


@settings(deadline=None, max_examples=150)
@given(TEXT | TANGLED)
def test_grammars(text: str) -> None:
    assert swift(with_places(text, 1)) == stock(with_places(text, 1))


@pytest.mark.long
@settings(deadline=None, max_examples=8000)
@given(TEXT | TANGLED | st.text())
def test_grammars_at_length(text: str) -> None:
    assert swift(with_places(text, 1)) == stock(with_places(text, 1))


def test_every_pattern_has_its_sign() -> None:
    patterns = Converter(WORDS).markdown.inlinePatterns
    assert len(patterns) == len(SIGNS)
    assert all(name in patterns for name in SIGNS)
