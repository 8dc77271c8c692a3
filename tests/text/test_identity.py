"""Personal numbers, company numbers and accounts; all of these are made up or an institution's."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.identity import EGN, is_account, is_company, is_egn, is_lnch, veiled, weighed


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("7501010010", True),
        ("7523169263", True),  # the sample of the formula: a month of the 1800s
        ("7501010011", False),  # check digit
        ("7513010013", False),  # no such month
        ("7500010016", False),
        ("7502300016", False),  # no such day
        ("0888123456", False),
        ("750101001", False),
        ("75010100100", False),
        ("٧٥٠١٠١٠٠١٠", False),
    ],
)
def test_egn(number: str, expected: bool) -> None:
    assert is_egn(number) is expected


def egn(day: date, serial: int) -> str:
    """A personal number of a day."""
    added = 40 if day.year >= 2000 else 20 if day.year < 1900 else 0
    start = f"{day.year % 100:02}{day.month + added:02}{day.day:02}{serial:03}"
    return start + str(weighed(start, EGN) % 11 % 10)


@given(st.dates(date(1800, 1, 1), date(2099, 12, 31)), st.integers(0, 999), st.integers(1, 9))
def test_every_day_has_numbers_and_a_wrong_digit_is_found(day: date, serial: int, change: int) -> None:
    number = egn(day, serial)
    assert is_egn(number)
    digits = list(number)
    digits[9] = str((int(digits[9]) + change) % 10)
    assert not is_egn("".join(digits))


@pytest.mark.parametrize(
    ("number", "expected"),
    [("1000000001", True), ("1234567892", False), ("1234567896", False), ("12345", False)],
)
def test_lnch(number: str, expected: bool) -> None:
    assert is_lnch(number) is expected


def test_one_in_ten_numbers_could_be_a_foreigners() -> None:
    assert sum(is_lnch(str(number)) for number in range(1_000_000_000, 1_000_001_000)) == 100


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("000261517", True),  # the Municipality of Kyustendil
        ("000261518", False),
        ("000216517", False),  # two digits have changed places
        ("00026151", False),
        ("0002615170", False),
    ],
)
def test_company(number: str, expected: bool) -> None:
    assert is_company(number) is expected


def test_a_company_number_with_second_weights() -> None:
    assert is_company("100000050") is False
    found = [n for n in (f"{n:08}" for n in range(10_000_000, 10_000_100)) if weighed(n, range(1, 9)) % 11 == 10]
    assert found
    assert all(is_company(n + str(weighed(n, range(3, 11)) % 11 % 10)) for n in found)


def test_exactly_one_ending_of_a_branch_is_right() -> None:
    for branch in range(200):
        assert sum(is_company(f"000261517{branch:03}{last}") for last in range(10)) == 1


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("BG80BNBG96611020345678", True),
        ("BG81BNBG96611020345678", False),
        ("BG80BNBG9661102034567", False),
        ("GB29NWBK60161331926819", False),
        ("BG80BNBG96611020З45678", False),
    ],
)
def test_account(number: str, expected: bool) -> None:
    assert is_account(number) is expected


def test_veiled() -> None:
    assert veiled("7501010010") == "75****0010"
