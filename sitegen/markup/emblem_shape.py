"""The emblem of the Union as pages draw it, compared with the true one (Reg. (EU) 2021/1060, Annex IX, 1.9).

A field of 3 : 2, twelve upright stars on a circle of a third of its height; the points of each on one of an eighteenth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import cos, hypot, pi, sin

from sitegen.markup.elements import Element, elements

Point = tuple[float, float]
Shape = tuple[str, tuple[Point, ...]]
"""A colour, and the corners of what is filled with it."""

TOKEN = re.compile(r"[MmLlHhVvZz]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")
NEAR = 0.004
"""How far a corner may be from its place, with the height of the emblem as 1."""
INNER = (3 - 5**0.5) / 2
STARS = 12


@lru_cache(maxsize=8)
def faults(svg: str, ratio: float, field: str, star: str) -> tuple[str, ...]:
    """What of a drawing is not as it should be: `shape`, `field`, `stars`, `colours`; empty for the true emblem."""
    drawing = next((one for one in elements(svg).walk() if one.node.tag == "svg"), None)
    if drawing is None:
        return ("shape",)
    try:
        box = [float(number) for number in drawing.node.get("viewbox").replace(",", " ").split()]
        shapes = [(colour, scaled(corners, box)) for colour, corners in drawn(drawing, box)]
    except (ValueError, IndexError, ZeroDivisionError):
        return ("shape",)
    return tuple(dict.fromkeys(compared(shapes, ratio, field.lower(), star.lower())))


def drawn(drawing: Element, box: Sequence[float]) -> Iterator[Shape]:
    """All that is filled; what is transformed or of another kind is a shape without corners.

    Raises ValueError or IndexError for what is no drawing.
    """
    for one in drawing.walk():
        tag, node = one.node.tag, one.node
        if node.get("transform") or node.get("filter") or node.get("opacity"):
            yield "", ()
        elif tag == "path":
            yield from ((colour_of(one), corners) for corners in paths(node.get("d")))
        elif tag == "polygon":
            numbers = [float(number) for number in TOKEN.findall(node.get("points"))]
            yield colour_of(one), tuple(zip(numbers[::2], numbers[1::2], strict=False))
        elif tag == "rect":
            sides = ((name, box[2] if name in ("x", "width") else box[3]) for name in ("x", "y", "width", "height"))
            x, y, w, h = (length(node.get(name), side) for name, side in sides)
            yield colour_of(one), ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
        elif tag not in ("svg", "g", "title", "desc"):
            yield "", ()


def length(text: str, side: float) -> float:
    """A number, or a share of a side of the drawing; raises ValueError."""
    return float(text[:-1]) * side / 100 if text.endswith("%") else float(text or 0)


def colour_of(one: Element) -> str:
    """What an element is filled with, in six digits and small letters."""
    fill = next((found for each in (one, *one.above) if (found := each.node.get("fill"))), "#000000").lower()
    return "#" + "".join(2 * sign for sign in fill[1:]) if re.fullmatch(r"#[0-9a-f]{3}", fill) else fill


def paths(d: str) -> Iterator[tuple[Point, ...]]:
    """The closed outlines of a path of straight lines; a curve makes one without corners."""
    if re.search(r"[CcSsQqTtAa]", d):
        yield ()
        return
    tokens, corners, command = TOKEN.findall(d), [(0.0, 0.0)], "M"
    outline: list[Point] = []
    at = 0
    while at < len(tokens):
        if tokens[at].isalpha():
            command, at = tokens[at], at + 1
        if command in "Zz":
            yield tuple(outline)
            corners.append(outline[0] if outline else (0.0, 0.0))
            outline = []
            continue
        step = 1 if command in "HhVv" else 2
        if command in "Mm":
            outline = []
        x, y = moved(corners[-1], command, [float(number) for number in tokens[at : at + step]])
        corners.append((x, y))
        outline.append((x, y))
        at, command = at + step, {"M": "L", "m": "l"}.get(command, command)


def moved(last: Point, command: str, numbers: list[float]) -> Point:
    """Where a line leads."""
    (x, y), is_step = last, command.islower()
    match command.lower():
        case "h":
            return (x * is_step + numbers[0], y)
        case "v":
            return (x, y * is_step + numbers[0])
        case _:
            return (x * is_step + numbers[0], y * is_step + numbers[1])


def scaled(corners: tuple[Point, ...], box: Sequence[float]) -> tuple[Point, ...]:
    """Corners with the height of the drawing as 1."""
    return tuple(((x - box[0]) / box[3], (y - box[1]) / box[3]) for x, y in corners)


def compared(shapes: list[Shape], ratio: float, field: str, star: str) -> Iterator[str]:
    """What differs from the true emblem."""
    if any(not corners for _, corners in shapes) or len(shapes) != STARS + 1:
        yield "shape"
        return
    (ground, edge), *stars = shapes
    if not same(edge, ((0, 0), (ratio, 0), (ratio, 1), (0, 1))):
        yield "field"
    if ground != field or any(colour != star for colour, _ in stars):
        yield "colours"
    wanted = [true_star(ratio, number) for number in range(STARS)]
    if not all(any(same(corners, one) for _, corners in stars) for one in wanted):
        yield "stars"


def true_star(ratio: float, hour: int) -> tuple[Point, ...]:
    """The ten corners of one of the twelve stars."""
    x, y = ratio / 2 + sin(pi * hour / 6) / 3, 1 / 2 - cos(pi * hour / 6) / 3
    reaches = ((pi * corner / 5, (INNER if corner % 2 else 1) / 18) for corner in range(10))
    return tuple((x + sin(angle) * far, y - cos(angle) * far) for angle, far in reaches)


def same(corners: tuple[Point, ...], wanted: tuple[Point, ...]) -> bool:
    """Whether each corner is at its place, wherever the outline begins."""
    return len(corners) == len(wanted) and all(any(hypot(x - a, y - b) <= NEAR for a, b in corners) for x, y in wanted)
