"""Numerals: words that excuse a figure in another language."""

from __future__ import annotations

import pytest

from sitegen.text.numerals import spelled


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("три обекта", "3"),
        ("трима младежи", "3"),
        ("трёх объектов", "3"),
        ("three sites", "3"),
        ("Първата пресконференция", "1"),
        ("the second one", "2"),
        ("петдневен", "5"),
        ("двадесет и пет деца", "25"),
        ("twenty-five children", "25"),
        ("forty and two", "42"),
        ("двадцать первый", "21"),
        ("сто души", "100"),
        ("хиляда", "1000"),
        ("a centre", "1"),
        ("половината", "0.5"),
        ("half", "50"),
        ("XXI век", "21"),
        ("ХIV", "14"),
        ("CXC", "190"),
        ("през май", "month 5"),
        ("in September", "month 9"),
    ],
)
def test_words_stand_for_values(text: str, value: str) -> None:
    assert value in spelled(text)


@pytest.mark.parametrize("text", ["", "Център за услуги", "services", "стойност", "CIVIL", "2018"])
def test_other_words_stand_for_nothing(text: str) -> None:
    assert spelled(text) == frozenset()


def test_only_tens_and_ones_are_added_up() -> None:
    assert spelled("петдесет и дванадесет") == {"50", "12"}
    assert spelled("пет и двадесет") == {"5", "20"}
