"""Sizes of pictures: upright, in sRGB, alone, with the same bytes every time, at the addresses that pages name."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from sitegen.model.media import File
from sitegen.problems import Mistake
from sitegen.read.media import look_at
from sitegen.read.source import Found
from sitegen.render.picture_store import NO_STORE
from sitegen.render.pictures import Sized, publish_size
from tests.render.test_pictures import PROFILE, XMP, assert_clean, exif, iptc, opened
from tests.sites import SITE, build_content, write_files


class Shop:
    """A workshop without a store of pictures."""

    pictures = NO_STORE


SHOP = Shop()
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
    data = publish_size(SHOP, sized)
    assert data == publish_size(SHOP, sized)
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
    assert page.count('<a href="/assets/pages/a/x-1600.jpg"') == 2  # the link in the text, and that of the gallery
    assert "pages/a/x-1600.jpg" in re.findall(r'og:image" content="([^"]+)', page)[0]
    for path in made:
        assert_clean(built.bytes(path))


IMAGE = "image: x.jpg\nimage_alt: Площад\n"
TWICE = "![Площад](x.jpg)\n\n![Площад](x.jpg)\n"


@pytest.mark.sample(2)
@pytest.mark.parametrize(("body", "head"), [(TWICE, IMAGE), (TWICE, ""), ("", "")])
@pytest.mark.parametrize("place", ["pages/a", "news/2026-11-01-a"])
def test_all_pictures_but_the_first_are_put_off(tmp_path: Path, place: str, body: str, head: str) -> None:
    dated = "date: 2026-11-01\n" if place.startswith("news") else ""
    gallery = "gallery: [{file: x.jpg, alt: Площад}, {file: y.jpg, alt: Площад}]\n"
    content = write_files(
        tmp_path,
        f"-- {place}/index.bg.md --\n---\ntitle: А\n{dated}{head}{gallery}---\n{body or 'Текст.'}\n",
    )
    for name in ("x.jpg", "y.jpg"):
        photo(content / place / name)
    built = build_content(content)
    page = next(built[path] for path in built if re.search(r"bg/(novini/2026-11-01-)?a/", path))
    pictures = re.findall("<img[^>]+>", page)
    early = ['loading="eager"' in picture for picture in pictures]
    assert early == [True, *(len(early) - 1) * [False]]
    put_off = pictures[1 if head else 0 :]  # the width of a page's own picture is no matter of measuring
    assert all(('sizes="auto' in picture) == ('loading="lazy"' in picture) for picture in put_off)


# ── what cameras, scanners and printers give ────────────────────────────────────────────────────────────────


def sized(path: Path, form: str, width: int = 480) -> Image.Image:
    """The picture at a path as it is published in a width; clean, whatever it brought along."""
    file, mistake = look_at(Found(path=path.name, disk=path))
    assert mistake is None
    data = publish_size(SHOP, Sized(file=file, width=width, form=form))
    assert_clean(data)
    return opened(data)


def colour(picture: Image.Image, place: tuple[int, int] = (20, 20)) -> tuple[int, ...]:
    """Red, green, blue and, where there is one, transparency of a point."""
    found = picture.convert("RGBA").getpixel(place)
    assert isinstance(found, tuple)
    return tuple(map(int, found))


def near(found: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    """Whether colours are alike, as far as formats that lose something leave them."""
    return all(abs(one - other) <= 16 for one, other in zip(found, wanted, strict=True))


def test_a_picture_in_the_colours_of_printers_is_shown_in_those_of_the_web(tmp_path: Path) -> None:
    path = tmp_path / "print.jpg"
    Image.new("CMYK", (960, 480), (0, 255, 255, 0)).save(path, exif=exif(), xmp=XMP)
    assert opened(path.read_bytes()).mode == "CMYK"
    for form in ("jpg", "webp", "avif"):
        picture = sized(path, form)
        assert picture.mode == "RGB"
        assert near(colour(picture), (255, 0, 0, 255)), form


@pytest.mark.parametrize("level", [0, 64 * 257, 200 * 257, 65_535])
def test_sixteen_bits_a_point_keep_their_lightness(tmp_path: Path, level: int) -> None:
    path = tmp_path / "scan.png"
    Image.new("I;16", (960, 480), level).save(path)
    assert opened(path.read_bytes()).mode.startswith("I")
    for form in ("jpg", "png", "webp", "avif"):
        assert near(colour(sized(path, form)), (*[level // 257] * 3, 255)), form


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
@pytest.mark.parametrize("form", ["png", "webp", "avif"])
def test_what_is_transparent_stays_so_and_is_white_where_a_format_has_none(
    tmp_path: Path, mode: str, form: str
) -> None:
    path = tmp_path / "logo.png"
    picture = Image.new("RGBA", (960, 480), (0, 0, 0, 0))
    picture.paste((40, 40, 40, 255), (480, 0, 960, 480))
    (picture.quantize(8, Image.Quantize.FASTOCTREE) if mode == "P" else picture.convert(mode)).save(path)
    made = sized(path, form)
    assert colour(made)[3] < 8
    assert near(colour(made, (460, 20)), (40, 40, 40, 255))
    assert near(colour(sized(path, "jpg")), (255, 255, 255, 255))


@pytest.mark.sample(2)
@pytest.mark.parametrize(("name", "form"), [("a.webp", "WEBP"), ("a.avif", "AVIF")])
@pytest.mark.parametrize("orientation", [1, 6, 8])
def test_newer_formats_are_sources_like_others(tmp_path: Path, name: str, form: str, orientation: int) -> None:
    photo(tmp_path / name, (960, 640), orientation, form)
    for wanted in ("jpg", "webp", "avif"):
        picture = sized(tmp_path / name, wanted)
        assert picture.size == ((480, 320) if orientation == 1 else (480, 720))
        corner = {1: (9, 9), 6: (470, 9), 8: (9, 710)}[orientation]
        red, green, *_ = colour(picture, corner)
        assert red > 150, wanted
        assert green < 60, wanted


def test_a_wide_space_of_colours_is_narrowed_and_its_profile_gone(tmp_path: Path) -> None:
    path = tmp_path / "lab.jpg"
    Image.new("RGB", (960, 480), (10, 200, 30)).save(path, icc_profile=PROFILE)
    data = path.read_bytes()
    path.write_bytes(data[:2] + iptc(b"Ivan") + data[2:])
    picture = sized(path, "jpg")
    assert "icc_profile" not in picture.info
    assert near(colour(picture), (10, 200, 30, 255))


def test_a_damaged_profile_is_no_reason_to_refuse(tmp_path: Path) -> None:
    path = tmp_path / "odd.jpg"
    Image.new("RGB", (960, 480), (10, 200, 30)).save(path, icc_profile=b"no profile at all")
    assert near(colour(sized(path, "jpg")), (10, 200, 30, 255))


def test_a_telephone_s_picture_is_answered_clearly_whatever_its_name(tmp_path: Path) -> None:
    for name in ("IMG_1.heic", "IMG_2.jpg"):
        path = tmp_path / name
        path.write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64))
        _, mistake = look_at(Found(path=name, disk=path))
        assert isinstance(mistake, Mistake)
        assert mistake.code == "PIC-04"
        assert "JPEG" in str(mistake.hint)


def test_nothing_that_a_camera_tells_is_published_anywhere(tmp_path: Path) -> None:
    content = write_files(tmp_path, PAGE)
    folder = content / "pages" / "a"
    photo(folder / "x.jpg")
    whole = folder / "x.jpg"
    data = whole.read_bytes()
    whole.write_bytes(data[:2] + iptc(b"Ivan") + data[2:] + b"trailer of Ivan")
    built = build_content(content)
    assert built.errors == []
    secrets = (b"GPS-secret", b"Canon", b"xmpmeta", b"8BIM", b"trailer of Ivan")
    assert [(path, secret) for path in built for secret in secrets if secret in built.bytes(path)] == []
