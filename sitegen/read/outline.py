"""Reads `outline.geojson`: the borders of a municipality for the map of places."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sitegen.model.outline import Outline, Point, simplified
from sitegen.problems import Location, Mistake, Problem, message
from sitegen.read.decoding import PlacedMistake, read_text

FILE = "outline.geojson"


def read_outline(root: Path) -> tuple[Outline | None, tuple[Problem, ...]]:
    """The outline, where the content folder has one, and what is wrong with it."""
    disk, path = root / FILE, f"{root.name}/{FILE}"
    if not disk.is_file():
        return None, ()
    try:
        rings = tuple(rings_of(json.loads(read_text(disk, path))))
    except PlacedMistake as placed:
        return None, (placed.problem,)
    except json.JSONDecodeError as error:
        return None, (unreadable().at(Location(path, error.lineno, error.colno)),)
    except (TypeError, ValueError, KeyError, IndexError, AttributeError, RecursionError):
        return None, (unreadable().at(Location(path)),)
    return (simplified(rings), ()) if rings else (None, (unreadable().at(Location(path)),))


def rings_of(value: Any) -> Iterator[tuple[Point, ...]]:
    """The outer rings of all areas (RFC 7946); holes are left out."""
    match value["type"]:
        case "FeatureCollection":
            for feature in value["features"]:
                yield from rings_of(feature)
        case "Feature":
            yield from rings_of(value["geometry"])
        case "GeometryCollection":
            for geometry in value["geometries"]:
                yield from rings_of(geometry)
        case "Polygon":
            yield ring_of(value["coordinates"][0])
        case "MultiPolygon":
            yield from (ring_of(polygon[0]) for polygon in value["coordinates"])


def ring_of(points: Any) -> tuple[Point, ...]:
    """A ring without its repeated end; raises ValueError outside the globe."""
    ring = tuple((float(east), float(north)) for east, north, *_ in points)
    if len(ring) < 4 or not all(-180 <= east <= 180 and -90 <= north <= 90 for east, north in ring):
        raise ValueError("no ring of degrees")
    return ring[:-1] if ring[0] == ring[-1] else ring


def unreadable() -> Mistake:
    """The complaint about a file that holds no area."""
    return Mistake(
        "PIC-03",
        message("the outline cannot be read as GeoJSON with an area"),
        message("Export the borders as GeoJSON (Polygon or MultiPolygon, WGS 84), or delete the file."),
    )
