"""Outlines: few points that keep the shape."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.outline import MOST, Outline, area, shortening, simplified, thinned

SQUARE = ((0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0))
degrees = st.floats(-80, 80, allow_nan=False)


def test_the_point_that_tells_least_goes_first() -> None:
    assert thinned(SQUARE, 4) == ((0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0))
    assert thinned(SQUARE, 9) == SQUARE


def test_a_fine_circle_stays_a_circle() -> None:
    ring = tuple((23 + math.cos(i / 500 * math.tau), 42 + math.sin(i / 500 * math.tau)) for i in range(500))
    made = simplified((ring,))
    assert len(made.points) <= MOST
    assert (
        made.box == (22.0, 41.0, 24.0, 43.0)
        or max(abs(a - b) for a, b in zip(made.box, (22, 41, 24, 43), strict=True)) < 0.01
    )


def test_rings_that_are_no_area_go() -> None:
    assert simplified((SQUARE[:2],)) == Outline(())
    assert simplified(()) == Outline(())


@given(st.lists(st.tuples(degrees, degrees), min_size=4, max_size=60, unique=True), st.integers(4, 60))
def test_what_stays_was_there_in_this_order(points: list[tuple[float, float]], count: int) -> None:
    made = thinned(tuple(points), count)
    assert len(made) == min(count, len(points))
    assert [point for point in points if point in set(made)] == list(made)


def test_areas_and_degrees() -> None:
    assert area((0, 0), (1, 0), (0, 1)) == 0.5
    assert round(shortening(60), 3) == 0.5
