"""The emblem is compared with the true one: however it is drawn, and whatever is altered."""

from __future__ import annotations

from math import cos, pi, sin

import pytest

from sitegen.markup.emblem_shape import faults
from sitegen.render.theme import default_folder

PATHS = (default_folder() / "templates" / "emblem.svg").read_text(encoding="utf-8").partition("-#}")[2]


def drawn(inside: str = PATHS, box: str = "0 0 270 180") -> str:
    return f'<svg viewBox="{box}">{inside}</svg>'


def judged(svg: str) -> tuple[str, ...]:
    return faults(svg, 1.5, "#003399", "#FFCC00")


def polygons(height: float, radius: float = 1 / 18, count: int = 12) -> str:
    """The emblem by its definition, of any size, as polygons."""
    stars = []
    for hour in range(count):
        x, y = height * (0.75 + sin(pi * hour / 6) / 3), height * (0.5 - cos(pi * hour / 6) / 3)
        reaches = ((pi * n / 5, height * radius * (0.381966 if n % 2 else 1)) for n in range(10))
        stars.append(" ".join(f"{x + sin(a) * r:.4f},{y - cos(a) * r:.4f}" for a, r in reaches))
    field = f'<rect width="{height * 1.5}" height="{height}" fill="#039"/>'
    return field + '<g fill="#FC0">' + "".join(f'<polygon points="{star}"/>' for star in stars) + "</g>"


def test_the_emblem_of_the_default_theme_is_the_true_one() -> None:
    assert judged(drawn()) == ()


@pytest.mark.parametrize("height", [2, 180, 810])
def test_so_is_one_drawn_by_the_definition(height: float) -> None:
    assert judged(drawn(polygons(height), f"0 0 {height * 1.5} {height}")) == ()


def test_a_field_may_be_as_wide_as_the_drawing() -> None:
    whole = polygons(180).replace('width="270.0" height="180"', 'width="100%" height="100%"')
    assert "100%" in whole
    assert judged(drawn(whole)) == ()


@pytest.mark.parametrize(("svg", "fault"), [
    (drawn(polygons(180, count=11)), "shape"),
    (drawn(polygons(180, radius=1 / 12)), "stars"),
    (drawn(PATHS.replace("M195 80", "M199 80")), "stars"),
    (drawn(PATHS.replace("h270v180H0z", "h240v180H0z")), "field"),
    (drawn(PATHS.replace("#003399", "#0033aa")), "colours"),
    (drawn(PATHS.replace("#ffcc00", "gold")), "colours"),
    (drawn(f'<g transform="rotate(9)">{PATHS}</g>'), "shape"),
    (drawn(PATHS + '<text>EU</text>'), "shape"),
    (drawn('<path d="M0 0c1 1 2 2 3 3z"/>'), "shape"),
    (drawn(box="0 0"), "shape"),
    ('<svg viewBox="0 0 270 180"></svg>', "shape"),
    (drawn(PATHS, "0 0 270 0"), "shape"),
    (drawn(PATHS, "a b c d"), "shape"),
    (drawn('<rect width="wide"/>'), "shape"),
    (drawn('<path d="M1"/>'), "shape"),
    ("", "shape"),
    ("<p>", "shape"),
])  # fmt: skip
def test_what_is_altered(svg: str, fault: str) -> None:
    assert fault in judged(svg)
