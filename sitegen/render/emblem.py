"""The emblem of the Union for pictures, by its geometry (`domain.md` 1.4): 3 : 2, twelve upright stars on a circle."""

from __future__ import annotations

from functools import cache
from math import cos, pi, sin

from PIL import Image, ImageDraw

INNER = (3 - 5**0.5) / 2
"""The inner corners of a pentagram, with the outer ones at 1."""
FINENESS = 8
"""Points of the drawing to a pixel of the picture, each way."""


@cache
def emblem(height: int, field: int, stars: int) -> Image.Image:
    """The emblem so many pixels high, in two numbers of a palette; those between them are at the edges of the stars."""
    scale = height * FINENESS
    drawn = Image.new("L", (scale * 3 // 2, scale), field)
    pen = ImageDraw.Draw(drawn)
    for hour in range(12):
        angle = pi * hour / 6
        pen.polygon(star(scale * (3 / 4 + sin(angle) / 3), scale * (1 / 2 - cos(angle) / 3), scale / 18), fill=stars)
    return drawn.reduce(FINENESS)


def star(x: float, y: float, radius: float) -> list[tuple[int, int]]:
    """The corners of a star that stands upright."""
    corners = ((pi * number / 5, radius * (INNER if number % 2 else 1)) for number in range(10))
    return [(round(x + sin(angle) * far), round(y - cos(angle) * far)) for angle, far in corners]
