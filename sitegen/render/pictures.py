"""Pictures as they are published: upright, and free of metadata (place, device, author; `domain.md` 6)."""

from __future__ import annotations

import re
import warnings
from base64 import b64decode, b64encode
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote, unquote_to_bytes
from xml.etree import ElementTree

import PIL
from PIL import Image, ImageCms, ImageOps, features

from sitegen.model.artifact import Copy
from sitegen.model.damage import damaged_picture
from sitegen.model.media import File
from sitegen.model.sizes import height_at
from sitegen.render.picture_store import PictureStore, key_of
from sitegen.render.stripping import STRIPPERS, stripped

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/"
ORIENTATION = 0x0112
COLOURS = frozenset({"icc_profile", "transparency", "background"})
"""Keys of Pillow's `info` that a picture needs."""
ENCODERS: dict[str, dict[str, Any]] = {
    "jpg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
    "png": {"format": "PNG", "optimize": True},
    "webp": {"format": "WEBP", "quality": 78, "method": 4},
    "avif": {"format": "AVIF", "quality": 60, "speed": 6, "max_threads": 1},  # several threads, other bytes
}
"""How the sizes are saved."""
WAY = 1
"""Another number for another way of `resized`, whose pictures must not be taken for these."""
MADE_BY = (WAY, PIL.__version__, *(features.version(name) for name in ("jpg", "webp", "avif", "zlib", "littlecms2")))
"""Who makes the sizes: other versions, other bytes."""
QUALITY = 90
"""Of pictures that have to be turned; the others keep every byte of the picture itself."""


def publish_picture(_workshop: object, file: File) -> bytes | Copy:
    """The picture without metadata; one that has none goes out as it is. Raises Mistake for what is no picture."""
    try:
        data = Path(file.disk).read_bytes()
        clean = clean_svg(data) if file.extension == "svg" else clean_picture(data)
    except Exception:  # noqa: BLE001 - Pillow and expat raise whatever a damaged file makes them do
        raise damaged_picture() from None
    return Copy(file.disk) if clean == data else clean


@dataclass(frozen=True, kw_only=True)
class Sized:
    """A size of a picture that is to be made."""

    file: File
    width: int
    """Pixels; never more than the picture has."""
    form: str
    """`jpg`, `png`, `webp` or `avif`."""


class Stocked(Protocol):
    """What a recipe of pictures needs of the workshop."""

    pictures: PictureStore


def publish_size(workshop: Stocked, sized: Sized) -> bytes:
    """The picture upright, in a width and format, in the colours of the web and without anything beside them."""
    try:
        original = Path(sized.file.disk).read_bytes()
        key = key_of(
            original, sized.width, height_at(sized.file, sized.width), sized.form, ENCODERS[sized.form], MADE_BY
        )
        known = workshop.pictures.recall(key)
        if known is None:
            known = at_size(original, sized)
            workshop.pictures.keep(key, known)
    except Exception:  # noqa: BLE001 - Pillow raises whatever a damaged file makes it do
        raise damaged_picture() from None
    return known


def at_size(original: bytes, sized: Sized) -> bytes:
    """The picture in a width and format."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its many points; those who read it have counted them
        with Image.open(BytesIO(original)) as picture:
            return encoded(resized(picture, sized), sized.form)


def resized(picture: Image.Image, sized: Sized) -> Image.Image:
    """The picture upright, in its size and in sRGB."""
    height = height_at(sized.file, sized.width)
    picture.draft(None, (2 * max(sized.width, height),) * 2)  # a JPEG is read at half, a quarter or an eighth of it
    profile = picture.info.get("icc_profile")
    upright = ImageOps.exif_transpose(picture)
    plain = in_srgb(upright, profile)
    if sized.form == "jpg" and plain.has_transparency_data:
        plain = Image.alpha_composite(Image.new("RGBA", plain.size, "white"), plain.convert("RGBA")).convert("RGB")
    return plain.resize((sized.width, height), Image.Resampling.LANCZOS, reducing_gap=3)


def in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in the colours that browsers take a picture without a profile for."""
    if picture.mode.startswith("I"):  # 16 bits a point
        return picture.point(lambda value: value / 256).convert("L").convert("RGB")
    clear = "RGBA" if picture.has_transparency_data else "RGB"
    if picture.mode not in ("RGB", "RGBA", "CMYK", "L"):
        picture = picture.convert(clear)
    if profile:
        try:
            web = ImageCms.createProfile("sRGB")
            found = ImageCms.profileToProfile(picture, BytesIO(profile), web, outputMode=clear)
            return found or picture.convert(clear)
        except ImageCms.PyCMSError:  # a damaged profile, or one for other colours
            pass
    return picture.convert(clear)


def encoded(picture: Image.Image, form: str) -> bytes:
    """The picture in a format, alone, with the same bytes on every run."""
    picture.info = {}
    made = BytesIO()
    picture.save(made, **ENCODERS[form])
    return made.getvalue()


def clean_picture(data: bytes) -> bytes:
    """The picture upright and alone."""
    with Image.open(BytesIO(data)) as picture:
        form = picture.format or ""
        if picture.getexif().get(ORIENTATION, 1) != 1:
            data = saved(ImageOps.exif_transpose(picture), "JPEG" if form == "MPO" else form)
        elif form not in STRIPPERS and picture.info.keys() & {"exif", "xmp"}:  # AVIF cannot be taken apart
            data = saved(picture, form, save_all=True)
    return stripped(data, form) if form in STRIPPERS else data


def saved(picture: Image.Image, form: str, **options: Any) -> bytes:
    """The picture in a format with its colours, nothing else."""
    picture.info = {key: value for key, value in picture.info.items() if key in COLOURS}
    made = BytesIO()
    picture.save(made, form, quality=QUALITY, icc_profile=picture.info.get("icc_profile"), **options)
    return made.getvalue()


class Asides(ElementTree.TreeBuilder):
    """A builder of trees that knows whether the file says something beside its elements."""

    has_any = False

    def comment(self, text: str | None) -> Any:
        """Notes a comment and leaves it out."""
        self.has_any = True

    def pi(self, target: str, text: str | None = None) -> Any:
        """Notes a processing instruction and leaves it out."""
        self.has_any = True

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        """Notes a document type, where programs keep entities of their own, and leaves it out."""
        self.has_any = True


def clean_svg(data: bytes) -> bytes:
    """The drawing without editors' metadata, comments and foreign elements, the pictures in it without theirs."""
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", XLINK)
    asides = Asides()
    root = ElementTree.fromstring(data, ElementTree.XMLParser(target=asides))  # expat limits the growth of entities
    if not (prune(root) + clean_inside(root)) and not asides.has_any:
        return data
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def clean_inside(root: ElementTree.Element) -> int:
    """Cleans the pictures that stand in the drawing itself; tells how many were not clean."""
    found = [
        (element, name) for element in root.iter() for name in ("href", f"{{{XLINK}}}href") if name in element.attrib
    ]
    changed = 0
    for element, name in found:
        clean = clean_data_address(element.attrib[name])
        changed += clean != element.attrib[name]
        element.attrib[name] = clean
    return changed


def clean_data_address(address: str) -> str:
    """A picture that stands in its own address (RFC 2397), clean; other addresses as they are."""
    head, _, body = address.partition(",")
    if not re.match(r"\s*data:image/", head, re.IGNORECASE):
        return address
    is_base64 = head.lower().rstrip().endswith(";base64")
    data = b64decode(unquote(body)) if is_base64 else unquote_to_bytes(body)
    clean = clean_svg(data) if "svg" in head.lower() else clean_picture(data)
    return (
        address if clean == data else f"{head if is_base64 else head.rstrip() + ';base64'},{b64encode(clean).decode()}"
    )


def prune(element: ElementTree.Element) -> int:
    """Drops what is not SVG, and `metadata`, below an element; tells how much."""
    foreign = [name for name in element.attrib if name.startswith("{") and not is_known(name)]
    for name in foreign:
        del element.attrib[name]
    strange = [
        child for child in element if not child.tag.startswith(f"{{{SVG}}}") or child.tag == f"{{{SVG}}}metadata"
    ]
    for child in strange:
        element.remove(child)
    return len(foreign) + len(strange) + sum(prune(child) for child in element)


def is_known(name: str) -> bool:
    """Whether an attribute's name belongs to SVG."""
    return name.startswith((f"{{{SVG}}}", f"{{{XLINK}}}", f"{{{XML}"))
