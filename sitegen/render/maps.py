"""Maps: places within the borders of the municipality, as geometry; names and addresses stand in the list beside."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sitegen.model.outline import Outline, shortening
from sitegen.render.views.parts import MapView, Pin, PlaceView

WIDTH = 320
"""Units of the drawing; a pin of 24 is 24 pixels on a phone."""
MARGIN = 16
MAP = "https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=16/{lat}/{lon}"
"""Where a place can be looked at; a plain link, asked only by a click."""


def map_of(outline: Outline | None, places: Sequence[PlaceView]) -> MapView | None:
    """The outline with a numbered pin for each place that has coordinates; None without an outline or a pin."""
    known = [(number, place) for number, place in enumerate(places, start=1) if has_point(place)]
    if outline is None or not known:
        return None
    west, south, east, north = outline.box
    narrow = shortening((south + north) / 2)
    scale = (WIDTH - 2 * MARGIN) / max((east - west) * narrow, 1e-9)

    def at(lon: float, lat: float) -> tuple[float, float]:
        return round(MARGIN + (lon - west) * narrow * scale, 1), round(MARGIN + (north - lat) * scale, 1)

    path = "".join("M" + "L".join("{:g} {:g}".format(*at(*point)) for point in ring) + "z" for ring in outline.rings)
    pins = tuple(Pin(number, *at(float(place.lon or 0), float(place.lat or 0))) for number, place in known)
    return MapView(width=WIDTH, height=round((north - south) * scale + 2 * MARGIN), path=path, pins=pins)


def has_point(place: PlaceView) -> bool:
    """Whether its coordinates are known."""
    return place.lat is not None and place.lon is not None


def map_address(lat: Decimal | None, lon: Decimal | None) -> str:
    """Where a place can be looked at on another site; "" where it is not known."""
    return MAP.format(lat=lat, lon=lon) if lat is not None and lon is not None else ""
