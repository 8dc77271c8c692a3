"""The web manifest and its icons."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from sitegen.render.theme import default_folder
from tests.outputs.web import Web
from tests.test_docs import tool


def test_it_leads_to_icons_of_the_sizes_that_it_says(web: Web) -> None:
    manifest = json.loads(web.built.bytes("manifest.webmanifest"))
    assert (manifest["lang"], manifest["start_url"], manifest["display"]) == ("bg", "/", "browser")
    for icon in manifest["icons"]:
        path = icon["src"].removeprefix("/")
        assert path in web.built
        if icon["type"] == "image/png":
            copy = next(a.copy_of for a in web.built.outcome.artifacts if a.path == path)
            assert copy
            picture = Image.open(BytesIO(Path(copy).read_bytes()))
            assert icon["sizes"] == "{}x{}".format(*picture.size)


def test_every_page_of_a_language_leads_to_it(web: Web) -> None:
    page = web.built["bg/index.html"]
    assert '<link rel="manifest" href="/manifest.webmanifest">' in page
    assert 'rel="apple-touch-icon" href="/assets/theme/icon-180.' in page


@pytest.mark.parametrize("size", [180, 192, 512])
def test_the_icons_are_drawn_by_their_tool(size: int) -> None:
    drawn: bytes = tool("icons").icon(size)
    assert (default_folder() / "assets" / f"icon-{size}.png").read_bytes() == drawn
    assert len(drawn) < 3000
