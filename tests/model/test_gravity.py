"""Slips of the pen, and what readers rely on."""

from __future__ import annotations

from string import ascii_lowercase
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.gravity import differ_by, is_minor, moves_facts
from sitegen.model.translation import Drift

LETTERS = st.text(st.sampled_from("аб"), max_size=9)


def drift(before: str, after: str) -> Drift:
    return Drift("p1", before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Предистория на проекта", "Предъистория на проекта"),
        ("Община Кюстендил", "Община Кюстендил."),
        ("за 2018 г. и места", "за 2018 г. и местата"),
        ("деинстутиционализация", "деинституционализация"),
        ("а, б", "а; б"),
        ("абвгд", "абв"),
    ],
)
def test_few_letters_are_a_correction_of_spelling(before: str, after: str) -> None:
    assert is_minor(drift(before, after))
    assert is_minor(drift(after, before))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("25 места", "26 места"),
        ("12 и 3", "1 и 23"),
        ("1,5 км", "15 км"),
        ("9 май 2018 г.", "9 юни 2018 г."),
        ("през май 2018", "през юли 2018"),
        ("100 лв.", "100 €"),
        ("100 лева", "100 евро"),
        ("5 хил. лева", "5 млн. лева"),
        ("10 %", "10"),
        ("договор BG16RFOP001-5.001-0042-C01", "договор BG16RFOP001-5.001-0042-C02"),
        ("", "а"),
        ("а", ""),
        ("Домът е открит", "Домът не е открит още"),
    ],
)
def test_more_is_no_correction_of_spelling(before: str, after: str) -> None:
    assert not is_minor(drift(before, after))


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("25 места", "26 места", True),
        ("на 9 януари 2018 г.", "на 10 януари 2018 г.", True),
        ("на 9 януари", "на 9 март", True),
        ("BG05M9OP001-2.005", "BG05M9OP001-2.006", True),
        ("10 лв.", "10 €", True),
        ("Има 5 дома.", "", True),
        ("25-годишен", "25-годишният", False),
        ("2018г. и 5", "5 и 2018г.", False),
        ("Съвсем друг текст", "без нито едно число", False),
        ("on 2 May", "on 2 June", True),
        ("may be", "might be", False),
    ],
)
def test_numbers_dates_and_codes_are_facts(before: str, after: str, moved: bool) -> None:
    assert moves_facts(drift(before, after)) is moved


def distance(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, start=1):
        last, row[0] = row[0], i
        for j, right in enumerate(other, start=1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (left != right))
    return row[-1]


@given(LETTERS, LETTERS, st.integers(0, 4))
def test_letters_are_counted_as_levenshtein_did(one: str, other: str, limit: int) -> None:
    assert differ_by(one, other, limit) is (distance(one, other) <= limit)


def test_a_paragraph_of_megabytes_is_judged_in_time() -> None:
    text = ascii_lowercase * 100_000
    start = perf_counter()
    assert is_minor(drift(f"x{text}y", f"z{text}w"))
    assert not is_minor(drift(f"xxxx{text}", f"{text}zzzz"))
    assert moves_facts(drift("a1" * 1_000_000, "1a" * 1_000_000))
    assert perf_counter() - start < 6
