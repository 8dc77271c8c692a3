"""Personal numbers in texts; those of the tests are made up."""

from __future__ import annotations

import pytest

from sitegen.text.personal_numbers import PersonalNumber, personal_numbers


@pytest.mark.parametrize(("text", "starts"), [
    ("Лице с ЕГН 7501010010.", [11]),
    ("ЕГН7501010010", [3]),
    ("7501010010\n7501010010", [0, 11]),
    ("7501010011", []),
    ("17501010010 и РД-7501010010", []),
    ("тел. 7501010010", []),
    ("Писмо 1000000001", []),
    ("ЛНЧ 1000000002", []),
    ("1000000001 и после ЛНЧ", []),
])  # fmt: skip
def test_numbers(text: str, starts: list[int]) -> None:
    assert [number.start for number in personal_numbers(text)] == starts


@pytest.mark.parametrize(("reach", "is_found"), [(None, True), (10, True), (9, False)])
def test_a_foreigners_number_is_one_where_words_before_it_say_so(reach: int | None, *, is_found: bool) -> None:
    found = list(personal_numbers("ЛНЧ       1000000001", reach))
    assert found == ([PersonalNumber(10, "1000000001", is_foreigner=True)] if is_found else [])


@pytest.mark.parametrize(("is_foreigner", "said"), [(False, "(EGN)"), (True, "(LNCh)")])
def test_the_complaint_names_its_kind_and_never_the_whole_number(is_foreigner: bool, said: str) -> None:
    told = str(PersonalNumber(0, "7523169263", is_foreigner).complaint)
    assert said in told
    assert "7523169263" not in told
