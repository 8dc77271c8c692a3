"""Colours: white text must be readable on a brand colour (SC 1.4.6)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.colour import ENOUGH, brand, contrast, darkened
from sitegen.problems import Mistake

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


def test_contrast_as_wcag_counts_it() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#0B2F6B", "#0B2F6B") == 1


def test_a_dark_colour_is_a_brand() -> None:
    assert brand("#0b2f6b") == "#0B2F6B"


def test_a_light_colour_is_refused_with_the_nearest_dark_one() -> None:
    with pytest.raises(Mistake, match="#4A90D9 is too light for white text: contrast 3") as found:
        brand("#4A90D9")
    assert found.value.code == "THM-04"
    assert str(found.value.hint) == f"Write: {darkened('#4A90D9')}"


@pytest.mark.parametrize("text", ["blue", "#FFF", "0B2F6B", "#0B2F6G", "#0B2F6B "])
def test_what_is_no_colour(text: str) -> None:
    with pytest.raises(Mistake, match=f"'{text}' is not a colour") as found:
        brand(text)
    assert (found.value.code, str(found.value.hint)) == ("FLD-03", "Write # and six digits, like #0B2F6B.")


@given(COLOURS)
def test_a_darkened_colour_is_dark_enough_and_stays_when_it_was(colour: str) -> None:
    shade = darkened(colour)
    assert contrast(shade, "#FFFFFF") >= ENOUGH
    assert darkened(shade) == shade
    assert brand(shade) == shade
