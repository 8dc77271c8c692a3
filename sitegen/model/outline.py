"""The outline of a municipality: rings of points on the globe, for a map without tiles."""

from __future__ import annotations

import math
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

Point = tuple[float, float]
"""Degrees east and north, WGS 84, as GeoJSON writes them."""
MOST = 250
"""Points of a whole outline; more make the page heavy and the line no truer."""


@dataclass(frozen=True)
class Outline:
    """The borders that a map shows."""

    rings: tuple[tuple[Point, ...], ...]

    @property
    def points(self) -> tuple[Point, ...]:
        """All points."""
        return tuple(point for ring in self.rings for point in ring)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        east, north = zip(*self.points, strict=True)
        return min(east), min(north), max(east), max(north)


def simplified(rings: tuple[tuple[Point, ...], ...]) -> Outline:
    """An outline of at most `MOST` points: those that tell least are left out (Visvalingam and Whyatt 1993)."""
    whole = sum(len(ring) for ring in rings)
    share = min(1.0, MOST / whole) if whole else 1.0
    kept = (thinned(ring, max(4, int(len(ring) * share))) for ring in rings)
    return Outline(tuple(ring for ring in kept if len(ring) >= 3))


def thinned(ring: tuple[Point, ...], count: int) -> tuple[Point, ...]:
    """A ring of at most `count` points: again and again the one goes whose triangle with its neighbours is smallest."""
    size = len(ring)
    before, after = [(i - 1) % size for i in range(size)], [(i + 1) % size for i in range(size)]
    sizes = [area(ring[before[i]], ring[i], ring[after[i]]) for i in range(size)]
    heap = [(sizes[i], i) for i in range(size)]
    heapify(heap)
    gone: set[int] = set()
    while size - len(gone) > count:
        told, i = heappop(heap)
        if i in gone or told != sizes[i]:
            continue
        gone.add(i)
        left, right = before[i], after[i]
        after[left], before[right] = right, left
        for near in (left, right):
            sizes[near] = max(told, area(ring[before[near]], ring[near], ring[after[near]]))
            heappush(heap, (sizes[near], near))
    return tuple(ring[i] for i in range(size) if i not in gone)


def area(a: Point, b: Point, c: Point) -> float:
    """Of a triangle, in square degrees."""
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def shortening(latitude: float) -> float:
    """How much shorter a degree of longitude is than one of latitude."""
    return math.cos(math.radians(latitude))
