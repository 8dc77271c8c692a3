"""`outline.geojson`: borders, or a clear word why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read.folder import Folder, read_folder
from tests.sites import PROJECT

RING = "[[22.3, 42.3], [22.9, 42.4], [22.8, 42.1], [22.3, 42.3]]"


def read(root: Path, text: str) -> Folder:
    return read_folder(root, files={"outline.geojson": text.encode()})


@pytest.mark.parametrize("text", [
    f'{{"type": "Polygon", "coordinates": [{RING}]}}',
    f'{{"type": "MultiPolygon", "coordinates": [[{RING}]]}}',
    f'{{"type": "FeatureCollection", "features": [{{"type": "Feature", "geometry": {{"type": "Polygon", "coordinates": [{RING}]}}}}]}}',
    f'{{"type": "GeometryCollection", "geometries": [{{"type": "Polygon", "coordinates": [{RING}]}}]}}',
])  # fmt: skip
def test_an_area_is_read(text: str, tmp_path: Path) -> None:
    folder = read(tmp_path, text)
    assert folder.found == []
    assert folder.site is not None
    assert folder.site.outline is not None
    assert folder.site.outline.points == ((22.3, 42.3), (22.9, 42.4), (22.8, 42.1))


@pytest.mark.parametrize(("text", "place"), [
    ("{", "1:2"), ("[]", "1:1"), ('{"type": "Point", "coordinates": [1, 2]}', "1:1"), ("5", "1:1"), ("null", "1:1"),
    ('{"type": "Polygon", "coordinates": [[[1, 2]]]}', "1:1"),
    ('{"type": "Polygon", "coordinates": [[[500, 2], [1, 2], [1, 3], [2, 2]]]}', "1:1"),
    ('{"type": "Polygon"}', "1:1"), ('{\n"type": }', "2:9"), ('{"type": "Feature", "geometry": null}', "1:1"),
])  # fmt: skip
def test_what_holds_no_area_is_told(text: str, place: str, tmp_path: Path) -> None:
    assert read(tmp_path, text).found == [f"outline.geojson:{place} PIC-03"]


def test_places_stand_on_the_map(tmp_path: Path) -> None:
    from tests.sites import build_site

    places = "places: [{id: a, name: Парк}, {id: b, name: Дом, lat: 42.28, lon: 22.69}]\n"
    built = build_site(
        tmp_path,
        f'-- outline.geojson --\n{{"type": "Polygon", "coordinates": [{RING}]}}\n'
        f"-- projects/park/index.bg.md --\n---\n{PROJECT}{places}---\n",
    )
    page = built["bg/proekti/park/index.html"]
    assert '<svg class="map"' in page
    assert ">2</text>" in page
    assert ">1</text>" not in page
    assert "openstreetmap.org/?mlat=42.28&amp;mlon=22.69" in page
