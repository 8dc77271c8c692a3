"""Pictures as they are published: upright, and free of metadata (place, device, author; `domain.md` 6)."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from PIL import Image, ImageOps

from sitegen.model.artifact import Copy
from sitegen.model.media import File
from sitegen.problems import Mistake, message
from sitegen.render.stripping import STRIPPERS, stripped

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/"
ORIENTATION = 0x0112
COLOURS = frozenset({"icc_profile", "transparency", "background"})
"""Keys of Pillow's `info` that a picture needs."""
QUALITY = 90
"""Of pictures that have to be turned; the others keep every byte of the picture itself."""


def publish_picture(_workshop: object, file: File) -> bytes | Copy:
    """The picture without metadata; one that has none goes out as it is. Raises Mistake for what is no picture."""
    try:
        data = Path(file.disk).read_bytes()
        clean = clean_svg(data) if file.extension == "svg" else clean_picture(data)
    except Exception:  # noqa: BLE001 - Pillow and expat raise whatever a damaged file makes them do
        raise Mistake(
            "PIC-01",
            message("the picture cannot be read"),
            message("Open it and save it again as JPEG or PNG."),
        ) from None
    return Copy(file.disk) if clean == data else clean


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


def clean_svg(data: bytes) -> bytes:
    """The drawing without editors' metadata, comments and foreign elements."""
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", XLINK)
    root = ElementTree.fromstring(data)  # expat limits the growth of entities
    if not prune(root) and b"<!--" not in data:
        return data
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


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
