"""How a wrong letter is named."""

from __future__ import annotations

import pytest

from sitegen.text.strangers import MOST_NAMED, Stranger, told


@pytest.mark.parametrize(
    ("sign", "right", "expected"),
    [
        ("С", "C", "character 3 is a Cyrillic 'С' (U+0421) instead of a Latin 'C'"),
        ("C", "С", "character 3 is a Latin 'C' (U+0043) instead of a Cyrillic 'С'"),
        ("я", "", "character 3 is a Cyrillic 'я' (U+044F)"),
        ("W", "", "character 3 is a Latin 'W' (U+0057)"),
        ("0", "O", "character 3 is the digit '0' instead of the letter 'O'"),
        ("З", "3", "character 3 is the letter 'З' (U+0417) instead of the digit '3'"),
    ],
)
def test_a_sign_is_named(sign: str, right: str, expected: str) -> None:
    assert str(told([Stranger(2, sign, right)])) == expected


def test_many_are_not_all_named() -> None:
    said = str(told([Stranger(place, "С", "C") for place in range(50)]))
    assert said.count("U+0421") == MOST_NAMED
