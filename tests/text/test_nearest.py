"""The nearest word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.text.nearest import nearest

FIELDS = ("title", "total_value", "first_sod", "status", "EUR")


@pytest.mark.parametrize(
    ("word", "option"),
    [
        ("totl_value", "total_value"),
        ("Total-Value", "total_value"),
        ("first-sod", "first_sod"),
        ("statsu", "status"),
        ("eur", "EUR"),
        ("banana", None),
        ("", None),
    ],
)
def test_nearest(word: str, option: str | None) -> None:
    assert nearest(word, FIELDS) == option


def test_nothing_is_near_to_nothing() -> None:
    assert nearest("title", []) is None


@settings(deadline=None)
@given(st.text(min_size=1), st.lists(st.text()))
def test_a_known_word_is_its_own_neighbour(word: str, others: list[str]) -> None:
    found = nearest(word, [*others, word])
    assert found is not None
    assert found.casefold() == word.casefold()
