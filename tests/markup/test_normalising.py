"""Normalised texts: only a change of the words is a change."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.markup.normalising import NONE, digest, normalised


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("„Заглавие“", '"Заглавие"'),
        ("«Заглавие»", '"Заглавие"'),
        ("it’s", "it's"),
        ("2014–2020", "2014-2020"),
        ("а — б -- в", "a - б - в".replace("a", "а")),
        ("5\u00a0г.\n  на\tдва реда", "5 г. на два реда"),
        ("и т.н…", "и т.н..."),
        ("дъл\u00adга", "дълга"),
        (normalize("NFD", "й"), "й"),
        ("[текст](../a/index.bg.md#b)", "[текст]"),
        ("[а](b(c)) и ![alt](x.jpg){.decorative}", "[а] и ![alt]"),
        ("[текст]{lang=ru} {#id .class}", "[текст]"),
        ("[а][1]\n\n[1]: https://a.example/", "[а][1]"),
        ("[^1]: Бележка", "[^1]: Бележка"),
        ("{не е атрибут}", "{не е атрибут}"),
        ("(само скоби)", "(само скоби)"),
        ("", ""),
    ],
)
def test_what_counts_as_text(written: str, plain: str) -> None:
    assert normalised(written) == plain


@given(st.text())
def test_a_text_is_one_line_and_white_space_does_not_count(text: str) -> None:
    assert "\n" not in normalised(text)
    assert normalised(f"  {text}\n") == normalised(text)


@pytest.mark.sample(2)
@pytest.mark.parametrize("piece", ["](", "](((", "{a", "[a]: ", "](a{b", "„-", "--"])
def test_five_megabytes_of_anything_are_quick(piece: str) -> None:
    normalised(piece * (5 * 1024**2 // len(piece)))


def test_texts_differ_by_their_digests_and_no_words_have_none() -> None:
    assert digest("а") != digest("б")
    assert digest("а") == digest("а")
    assert digest("") == NONE
    assert digest("\ud800") != NONE
