"""Pictures in a real browser: which size it takes, how wide it is shown, and where a thumbnail leads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from typing import Any

import pytest
from PIL import Image

from tests.browser.conftest import NOW, built, served
from tests.browser.test_site import Look, violations
from tests.sites import SITE, write_files

pytestmark = pytest.mark.browser

PAGE = """\
-- pages/{name}/index.bg.md --
---
title: Снимки
image: first.jpg
image_alt: Площад с липи
gallery:
{gallery}
---
Текст преди снимката.

![Площад](text.jpg)
"""
LAYOUTS = ((320, 1), (320, 3), (768, 1), (768, 1.5), (1280, 1), (1280, 2))
"""Widths of windows and points of the screen to a pixel."""
SEEN = """
() => [...document.querySelectorAll('main img[srcset]')].map(image => {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const parts = image.sizes.replace(/^auto, /, '').split(', ').map(part => part.match(/^(\\(.*\\) )?([\\d.]+)(rem|vw)$/));
  const [, , number, unit] = parts.find(part => !part[1] || matchMedia(part[1]).matches);
  return {
    place: image.closest('.gallery') ? 'gallery' : image.loading == 'eager' ? 'first' : 'text',
    said: number * (unit == 'rem' ? rem : innerWidth / 100),
    shown: image.getBoundingClientRect().width,
    ratio: image.getBoundingClientRect().width / image.getBoundingClientRect().height,
    chosen: image.currentSrc.split('/').pop(), natural: image.naturalWidth,
    loading: image.loading, width: image.getAttribute('width'), height: image.getAttribute('height'),
  };
})
"""


def numbered(number: int) -> str:
    """The settings of a gallery of so many pictures."""
    return "\n".join(f"  - {{file: g{n}.jpg, alt: Снимка {n}, caption: Надпис {n}}}" for n in range(number))


Pictured = Callable[[int], str]
"""The address of a page with a gallery of so many pictures."""


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pictured]:
    with ExitStack() as servers:

        @cache
        def page(number: int) -> str:
            root = tmp_path_factory.mktemp("pictured")
            text = PAGE.format(name="gallery", gallery=numbered(number))
            content = write_files(root, f"-- site.yaml --\n{SITE.strip()}\npictures: [webp]\n{text}")
            for name in ("first", "text", *(f"g{n}" for n in range(number))):
                Image.new("RGB", (2000, 1250), "#386").save(content / "pages" / "gallery" / f"{name}.jpg")
            return servers.enter_context(served(built(content, NOW, root / "output"))) + "/bg/gallery/"

        yield page


def seen(page: Any) -> list[dict[str, Any]]:
    """The pictures of a page, all of them loaded."""
    page.evaluate("for (const image of document.images) image.scrollIntoView()")
    page.wait_for_function("[...document.images].every(image => image.complete && image.naturalWidth)")
    found: list[dict[str, Any]] = page.evaluate(SEEN)
    return found


@pytest.mark.sample(3)
@pytest.mark.parametrize("number", [1, 2, 3, 5])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_pictures_are_as_wide_as_they_say(look: Look, pictured: Pictured, number: int, width: int) -> None:
    pictures = seen(look(pictured(number), width=width))
    assert len(pictures) == number + 2
    for picture in pictures:
        # where our letters come too late, those of the system make a column of so many letters a twelfth wider
        assert 0.92 * picture["shown"] <= picture["said"] <= 1.4 * picture["shown"], picture
        assert picture["ratio"] == pytest.approx(1.6, abs=0.02), picture
        assert (picture["width"], picture["height"]) == ("1600", "1000")
    assert [picture["loading"] for picture in pictures] == ["eager", *["lazy"] * (number + 1)]


@pytest.mark.sample(3)
@pytest.mark.parametrize(("width", "points"), LAYOUTS)
def test_the_size_that_is_taken_fits_the_screen(look: Look, pictured: Pictured, width: int, points: float) -> None:
    for picture in seen(look(pictured(3), width=width, device_scale_factor=points)):
        wanted = picture["shown"] * points
        (taken,) = [size for size in (480, 960, 1600) if f"-{size}.webp" in picture["chosen"]]
        enough = [size for size in (480, 960, 1600) if size >= wanted] or [1600]
        assert taken >= min(enough[0], 1600) * 0.5, picture
        assert taken <= max(enough[0], wanted * 2.1), picture
        assert taken >= 0.7 * min(wanted, 1600), picture


def test_a_thumbnail_leads_to_the_large_picture_without_a_script(look: Look, pictured: Pictured) -> None:
    page = look(pictured(3), java_script_enabled=False)
    link = page.get_by_role("link", name="Голяма снимка: Снимка 1", exact=True)
    assert link.count() == 1
    link.focus()
    link.press("Enter")
    page.wait_for_url("**/g1-1600.jpg")
    answer = page.request.get(page.url)
    assert answer.ok
    assert answer.headers["content-type"] == "image/jpeg"
    page.go_back()
    assert page.url.endswith("/bg/gallery/")


@pytest.mark.sample(1)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_gallery(look: Look, pictured: Pictured, scheme: str) -> None:
    assert violations(look(pictured(3), width=320, scheme=scheme)) == []
