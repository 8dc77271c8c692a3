"""Pictures as they are published: upright, and free of metadata (place, device, author; `domain.md` 6)."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image, ImageOps

from sitegen.model.artifact import Copy
from sitegen.model.media import File

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
ORIENTATION = 0x0112
QUALITY = 90
"""Of pictures that have to be turned; the others keep their own tables."""
CARRIERS = frozenset({"exif", "xmp", "XML:com.adobe.xmp", "photoshop", "comment", "Raw profile type exif", "iptc"})
"""Keys of Pillow's `info` that hold metadata."""


def publish_picture(_workshop: object, file: File) -> bytes | Copy:
    """The picture without metadata; one that has none goes out as it is."""
    if file.extension == "svg":
        return clean_svg(Path(file.disk).read_bytes())
    with Image.open(file.disk) as picture:
        if not has_metadata(picture):
            return Copy(file.disk)
        return saved(picture)


def has_metadata(picture: Image.Image) -> bool:
    """Whether a picture tells more than it shows."""
    texts = getattr(picture, "text", {})
    segments = getattr(picture, "applist", ())
    told = {name for name, _ in segments} - {"APP0", "APP2", "APP14"}
    return bool(CARRIERS & picture.info.keys() or texts or told or len(picture.getexif()))


def saved(picture: Image.Image) -> bytes:
    """The picture's own format and colours, nothing else."""
    form = picture.format or "PNG"
    turned = picture.getexif().get(ORIENTATION, 1) != 1
    options: dict[str, object] = {"icc_profile": picture.info.get("icc_profile")}
    if form == "JPEG":
        options |= {"quality": QUALITY, "optimize": True} if turned else {"quality": "keep", "optimize": True}
    elif getattr(picture, "is_animated", False):
        options |= {"save_all": True}
    upright = ImageOps.exif_transpose(picture) if turned else picture
    upright.info = {key: value for key, value in upright.info.items() if key not in CARRIERS}
    made = BytesIO()
    upright.save(made, form, exif=b"", **options) if form != "GIF" else upright.save(made, form, comment=b"", **options)
    return made.getvalue()


def clean_svg(data: bytes) -> bytes:
    """The drawing without editors' metadata, comments and foreign elements."""
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", XLINK)
    root = ElementTree.fromstring(data)  # expat limits the growth of entities
    prune(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def prune(element: ElementTree.Element) -> None:
    """Drops what is not SVG, and `metadata`, below an element."""
    for name in list(element.attrib):
        if name.startswith("{") and not name.startswith((f"{{{SVG}}}", f"{{{XLINK}}}", "{http://www.w3.org/XML/")):
            del element.attrib[name]
    for child in list(element):
        if not str(child.tag).startswith(f"{{{SVG}}}") or child.tag == f"{{{SVG}}}metadata":
            element.remove(child)
        else:
            prune(child)
