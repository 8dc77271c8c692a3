"""Pictures lose what they tell beside the picture, and nothing of the picture itself."""

from __future__ import annotations

import contextlib
import re
import struct
import zlib
from base64 import b64decode, b64encode
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageCms
from PIL.PngImagePlugin import PngInfo

from sitegen.model.artifact import Copy
from sitegen.model.media import File
from sitegen.problems import Mistake
from sitegen.render.pictures import publish_picture
from sitegen.render.stripping import STRIPPERS, stripped
from tests.sites import build_content, write_files

SECRETS = (b"Ivan", b"Canon", b"GPS-secret", b"Exif", b"photoshop", b"8BIM", b"xmpmeta", b"http://ns.adobe.com")
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>Ivan</x:xmpmeta>"


def exif(orientation: int = 1) -> Image.Exif:
    """Camera, author and place."""
    data = Image.Exif()
    data[0x010F], data[0x013B], data[0x0112] = "Canon", "Ivan", orientation
    data.get_ifd(0x8825).update({1: "N", 2: (42.0, 17.0, 0.0), 29: "GPS-secret"})
    return data


def drawing(mode: str = "RGB") -> Image.Image:
    """Something that has an upper left corner."""
    picture = Image.new("RGB", (40, 24), (250, 250, 250))
    picture.paste((200, 0, 0), (0, 0, 20, 12))
    return picture.convert(mode)


def encoded(form: str, mode: str = "RGB", **options: Any) -> bytes:
    made = BytesIO()
    drawing(mode).save(made, form, **options)
    return made.getvalue()


def published(tmp_path: Path, data: bytes, name: str) -> bytes:
    path = tmp_path / name
    path.write_bytes(data)
    made = publish_picture(None, File(path=name, disk=str(path), size=len(data)))
    if isinstance(made, Copy):
        assert made.disk == str(path)
        return data
    assert made != data
    return made


def opened(data: bytes) -> Image.Image:
    picture = Image.open(BytesIO(data))
    picture.load()
    return picture


def assert_clean(data: bytes) -> None:
    assert [secret for secret in SECRETS if secret in data] == []
    picture = opened(data)
    assert len(picture.getexif()) == 0
    assert not {"exif", "xmp", "comment", "photoshop"} & picture.info.keys()
    assert not getattr(picture, "text", {})


def iptc(text: bytes) -> bytes:
    """An APP13 segment as Photoshop writes it."""
    record = b"\x1c\x02\x50" + struct.pack(">H", len(text)) + text
    body = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record
    return b"\xff\xed" + struct.pack(">H", len(body) + 2) + body


def full_jpeg(**options: Any) -> bytes:
    data = encoded("JPEG", exif=exif(), comment=b"Ivan", xmp=XMP, icc_profile=PROFILE, **options)
    return data[:2] + iptc(b"Ivan") + data[2:] + b"trailer of Ivan"


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_blocks": 1}, {"subsampling": 0}])
def test_a_jpeg_loses_everything_but_its_picture_and_colours(tmp_path: Path, options: dict[str, Any]) -> None:
    data = full_jpeg(**options)
    assert all(secret in data for secret in (b"Ivan", b"Canon", b"Exif", b"8BIM"))
    clean = published(tmp_path, data, "a.jpg")
    assert_clean(clean)
    assert opened(clean).tobytes() == opened(data).tobytes()
    assert opened(clean).info["icc_profile"] == PROFILE


def test_a_jpeg_with_more_pictures_behind_it(tmp_path: Path) -> None:
    made = BytesIO()
    drawing().save(made, "MPO", save_all=True, append_images=[Image.new("RGB", (40, 24), "blue")], exif=exif())
    clean = published(tmp_path, made.getvalue(), "a.jpg")
    assert_clean(clean)
    assert opened(clean).format == "JPEG"
    assert clean.count(b"\xff\xd8\xff") == 1


def test_a_thumbnail_in_the_head_goes(tmp_path: Path) -> None:
    data = encoded("JPEG")
    head = b"\xff\xe0" + struct.pack(">H", 16 + 3) + data[6:18] + b"\x01\x01" + b"Iva"
    clean = published(tmp_path, data[:2] + head + data[20:], "a.jpg")
    assert clean == data


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize(("form", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp")])
def test_orientation_is_applied(tmp_path: Path, orientation: int, form: str, name: str) -> None:
    clean = published(tmp_path, encoded(form, exif=exif(orientation), icc_profile=PROFILE), name)
    assert_clean(clean)
    picture = opened(clean)
    assert picture.size == ((24, 40) if orientation > 4 else (40, 24))
    assert picture.info["icc_profile"] == PROFILE
    corner = {1: (5, 5), 2: (-5, 5), 3: (-5, -5), 4: (5, -5), 5: (5, 5), 6: (-5, 5), 7: (-5, -5), 8: (5, -5)}[
        orientation
    ]
    x, y = (place % side for place, side in zip(corner, picture.size, strict=True))
    red, green, _ = picture.convert("RGB").getpixel((x, y))  # type: ignore[misc]
    assert red > 150
    assert green < 60


def png_chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def test_a_png_loses_texts_time_exif_private_chunks_and_its_tail(tmp_path: Path) -> None:
    texts = PngInfo()
    texts.add_text("Author", "Ivan")
    texts.add_text("Comment", "Ivan " * 100, zip=True)
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
    data = encoded("PNG", pnginfo=texts, exif=exif(), icc_profile=PROFILE)
    extra = (
        png_chunk(b"tIME", b"\x07\xea\x0b\x16\x0c\0\0")
        + png_chunk(b"prVt", b"Ivan")
        + png_chunk(b"tEXt", b"Late\0Ivan")
    )
    data = data[:-12] + extra + data[-12:] + b"Ivan"
    clean = published(tmp_path, data, "a.png")
    assert_clean(clean)
    assert b"tIME" not in clean
    assert b"prVt" not in clean
    assert clean.endswith(b"IEND\xaeB`\x82")
    assert opened(clean).tobytes() == opened(data).tobytes()
    assert opened(clean).info["icc_profile"] == PROFILE


def test_a_png_with_the_time_alone_is_not_copied(tmp_path: Path) -> None:
    data = encoded("PNG")
    assert (
        published(tmp_path, data[:-12] + png_chunk(b"tIME", b"\x07\xea\x0b\x16\x0c\0\0") + data[-12:], "a.png") == data
    )


@pytest.mark.parametrize("options", [{}, {"lossless": True}])
def test_a_webp_loses_exif_and_xmp(tmp_path: Path, options: dict[str, Any]) -> None:
    data = encoded("WEBP", exif=exif(), xmp=XMP, icc_profile=PROFILE, **options)
    clean = published(tmp_path, data, "a.webp")
    assert_clean(clean)
    assert opened(clean).tobytes() == opened(data).tobytes()
    assert opened(clean).info["icc_profile"] == PROFILE
    assert struct.unpack_from("<I", clean, 4)[0] == len(clean) - 8


def test_a_gif_loses_comments_and_keeps_its_frames_and_loop(tmp_path: Path) -> None:
    made = BytesIO()
    frames = [drawing("P"), ImageChops.invert(drawing()).convert("P")]
    frames[0].save(made, "GIF", save_all=True, append_images=frames[1:], comment=b"Ivan", loop=3, duration=[70, 90])
    data = made.getvalue()
    xmp = b"!\xff\x0bXMP DataXMP" + bytes([len(XMP)]) + XMP + b"\0"
    data = data[:-1] + xmp + b"!\xfe\x04Ivan\0;"
    clean = published(tmp_path, data, "a.gif")
    assert_clean(clean)
    old, new = Image.open(BytesIO(data)), Image.open(BytesIO(clean))
    assert (new.n_frames, new.info["loop"]) == (2, 3)  # type: ignore[attr-defined]
    for frame in range(2):
        old.seek(frame)
        new.seek(frame)
        assert old.convert("RGB").tobytes() == new.convert("RGB").tobytes()
        assert new.info["duration"] == old.info["duration"]


def test_an_avif_loses_exif_and_xmp(tmp_path: Path) -> None:
    clean = published(tmp_path, encoded("AVIF", exif=exif(), xmp=XMP, icc_profile=PROFILE), "a.avif")
    assert_clean(clean)
    assert opened(clean).info["icc_profile"] == PROFILE


def test_a_drawing_loses_metadata_comments_and_foreign_elements(tmp_path: Path) -> None:
    data = """<?xml version="1.0"?><!-- Ivan -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:i="http://www.inkscape.org/namespaces/inkscape"
 i:version="Ivan" viewBox="0 0 9 9"><title>Герб</title><metadata>Ivan</metadata><i:namedview>Ivan</i:namedview><!-- Ivan -->
<g><use xlink:href="#a"/><i:x>Ivan</i:x></g><path id="a" d="M0 0h9"/></svg>""".encode()
    clean = published(tmp_path, data, "a.svg")
    assert b"Ivan" not in clean
    assert b"inkscape" not in clean
    assert "<title>Герб</title>".encode() in clean
    assert b'xlink:href="#a"' in clean
    assert b'viewBox="0 0 9 9"' in clean


def data_address(data: bytes, kind: str) -> str:
    return f"data:image/{kind};base64,{b64encode(data).decode()}"


@pytest.mark.parametrize("attribute", ["href", "xlink:href"])
def test_pictures_inside_a_drawing_lose_their_metadata_too(tmp_path: Path, attribute: str) -> None:
    inner = '<svg xmlns="http://www.w3.org/2000/svg"><!-- Ivan --><path d="M0 0h9"/></svg>'
    inside = (data_address(full_jpeg(), "jpeg"), data_address(encoded("PNG", exif=exif()), "png"))
    images = "".join(f'<image {attribute}="{address}"/>' for address in (*inside, f"data:image/svg+xml,{quote(inner)}"))
    root = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
    clean = published(tmp_path, f"{root}{images}</svg>".encode(), "a.svg").decode()
    jpeg, png, svg = (b64decode(found) for found in re.findall(r'href="data:image/[a-z+]+;base64,([^"]+)"', clean))
    assert_clean(jpeg)
    assert_clean(png)
    assert opened(jpeg).size == opened(png).size == (40, 24)
    assert b"Ivan" not in svg
    assert b"M0 0h9" in svg


def test_a_drawing_says_nothing_before_and_after_itself(tmp_path: Path) -> None:
    data = b"""<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY who "Ivan">]><?author Ivan?>
<svg xmlns="http://www.w3.org/2000/svg"><?author Ivan?><path d="M0 0h9"/></svg><!-- Ivan -->"""
    clean = published(tmp_path, data, "a.svg")
    assert b"Ivan" not in clean
    assert b"M0 0h9" in clean


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (
            f"<svg xmlns='http://www.w3.org/2000/svg'><image href='{data_address(encoded('JPEG'), 'jpeg')}'/></svg>".encode(),
            "b.svg",
        ),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><use href='#a'/><image href='b.png'/></svg>", "c.svg"),
        (encoded("JPEG"), "a.jpg"),
        (encoded("JPEG", icc_profile=PROFILE, progressive=True), "a.jpeg"),
        (encoded("JPEG", mode="CMYK"), "a.jpg"),
        (encoded("JPEG", mode="L"), "a.jpg"),
        (encoded("PNG"), "a.png"),
        (encoded("PNG", mode="P", transparency=0), "a.png"),
        (encoded("PNG", dpi=(72, 72), icc_profile=PROFILE), "a.PNG"),
        (encoded("WEBP"), "a.webp"),
        (encoded("WEBP", lossless=True), "a.webp"),
        (encoded("GIF"), "a.gif"),
        (encoded("AVIF"), "a.avif"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>\r\n <path d='M0 0h9'/></svg>", "a.svg"),
        (encoded("PNG"), "png-by-nature.jpg"),
    ],
)
def test_a_picture_without_metadata_is_copied_byte_for_byte(tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert publish_picture(None, File(path=name, disk=str(path), size=1)) == Copy(str(path))


@pytest.mark.parametrize("form", STRIPPERS)
def test_stripping_twice_is_stripping_once(form: str) -> None:
    data = stripped(encoded("JPEG" if form == "MPO" else form), form)
    assert stripped(data, form) == data


@given(st.sampled_from(["JPEG", "PNG", "WEBP", "GIF"]), st.data())
def test_a_damaged_file_is_a_mistake_and_never_a_traceback(form: str, data: st.DataObject) -> None:
    whole = {"JPEG": full_jpeg, "PNG": lambda: encoded("PNG", exif=exif())}.get(form, lambda: encoded(form))()
    cut = whole[: data.draw(st.integers(0, len(whole)))]
    place = data.draw(st.integers(0, max(0, len(cut) - 1)))
    with contextlib.suppress(ValueError):
        stripped(cut[:place] + data.draw(st.binary(max_size=3)) + cut[place + 1 :], form)


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.svg", "a.gif", "a.webp", "a.avif"])
@pytest.mark.parametrize("data", [b"", b"no picture", encoded("JPEG")[:60]])
def test_what_is_no_picture_is_a_mistake(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Mistake) as caught:
        publish_picture(None, File(path=name, disk=str(tmp_path / name), size=1))
    assert caught.value.code == "PIC-01"


def test_pictures_beside_pages_and_in_static_are_cleaned_alike(tmp_path: Path) -> None:
    content = write_files(
        tmp_path, "-- pages/a/index.bg.md --\n---\ntitle: А\n---\n![Парк](a.jpg)\n-- static/.well-known/x --\nx\n"
    )
    (content / "pages" / "a" / "a.jpg").write_bytes(full_jpeg())
    (content / "static" / "b.jpg").write_bytes(full_jpeg())
    built = build_content(content)
    assert built.errors == []
    for path in ("assets/pages/a/a.jpg", "b.jpg"):
        assert_clean(built.bytes(path))


def test_a_damaged_picture_is_reported_once_at_its_file(tmp_path: Path) -> None:
    content = write_files(tmp_path, "-- pages/a/index.bg.md --\n---\ntitle: А\n---\n![Парк](a.jpg)\n")
    (content / "pages" / "a" / "a.jpg").write_bytes(b"no picture")
    assert build_content(content).errors == ["content/pages/a/a.jpg:1:1 PIC-01"]


@pytest.mark.parametrize(("name", "data", "code"), [
    ("a.jpg", b"no picture", "PIC-01"),
    ("IMG_1.HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64), "PIC-04"),
    ("a.png", b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0)) + png_chunk(b"IDAT", b""), "PIC-02"),
])  # fmt: skip
def test_a_file_that_was_refused_is_not_called_unreadable_too(
    tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    content = write_files(tmp_path, f"-- pages/a/index.bg.md --\n---\ntitle: А\n---\n![Парк]({name})\n")
    (content / "pages" / "a" / name).write_bytes(data)
    assert build_content(content).errors == [f"content/pages/a/{name}:1:1 {code}"]
