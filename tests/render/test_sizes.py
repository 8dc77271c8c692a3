"""Sizes of pictures: upright, in sRGB, alone, with the same bytes every time, at the addresses that pages name."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from sitegen.model.media import File
from sitegen.render.pictures import Sized, publish_size
from tests.render.test_pictures import PROFILE, XMP, assert_clean, exif, opened
from tests.sites import SITE, build_content, write_files

PAGE = f"""\
-- site.yaml --
{SITE.strip()}
pictures: [webp]
-- pages/a/index.bg.md --
---
title: А
image: x.jpg
image_alt: Площад
gallery: [{{file: x.jpg, alt: Площад}}]
---
![Площад](x.jpg)

[Снимката на площада](x.jpg)
"""


def photo(path: Path, size: tuple[int, int] = (2000, 1000), orientation: int = 1, form: str = "JPEG") -> File:
    """A picture with a red upper left corner, and all that a camera tells."""
    picture = Image.new("RGB", size, (250, 250, 250))
    picture.paste((200, 0, 0), (0, 0, size[0] // 2, size[1] // 2))
    made = BytesIO()
    picture.save(made, form, exif=exif(orientation), xmp=XMP, icc_profile=PROFILE)
    path.write_bytes(made.getvalue())
    width, height = size if orientation < 5 else size[::-1]
    return File(path=path.name, disk=str(path), size=len(made.getvalue()), width=width, height=height)


@pytest.mark.sample(3)
@pytest.mark.parametrize("form", ["jpg", "png", "webp", "avif"])
@pytest.mark.parametrize(("orientation", "size", "corner"), [(1, (480, 240), (9, 9)), (6, (480, 960), (470, 9))])
def test_a_size(tmp_path: Path, form: str, orientation: int, size: tuple[int, int], corner: tuple[int, int]) -> None:
    sized = Sized(file=photo(tmp_path / "a.jpg", orientation=orientation), width=480, form=form)
    data = publish_size(None, sized)
    assert data == publish_size(None, sized)
    assert_clean(data)
    picture = opened(data)
    assert "icc_profile" not in picture.info
    assert picture.size == size
    red, green, _ = picture.convert("RGB").getpixel(corner)  # type: ignore[misc]
    assert red > 150
    assert green < 60


def test_pages_name_sizes_that_are_there_and_no_original(tmp_path: Path) -> None:
    content = write_files(tmp_path, PAGE)
    photo(content / "pages" / "a" / "x.jpg")
    built = build_content(content)
    page = built.bytes("bg/a/index.html").decode()
    named = set(re.findall(r"/(assets/[^\s\",]+?\.(?:jpg|webp))", page))
    made = {path for path in built if path.startswith("assets/pages/")}
    assert made == {f"assets/pages/a/x-{width}.{form}" for width in (480, 960, 1600) for form in ("jpg", "webp")}
    assert made == named
    assert 'width="1600" height="800"' in page
    assert '<a href="/assets/pages/a/x-1600.jpg">' in page
    assert "pages/a/x-1600.jpg" in re.findall(r'og:image" content="([^"]+)', page)[0]
    for path in made:
        assert_clean(built.bytes(path))
