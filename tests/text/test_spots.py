"""Offsets become lines and columns."""

from __future__ import annotations

import pytest

from sitegen.text.spots import blank, spot


@pytest.mark.parametrize(("start", "place"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (5, (3, 2))])
def test_lines_and_columns_count_from_one(start: int, place: tuple[int, int]) -> None:
    assert spot("аб\n\nвг", start) == place


def test_what_is_blank_keeps_its_lines() -> None:
    assert blank("аб\n\tв") == "  \n  "
