"""Facts about files beside the pages: size, what a PDF offers to those who listen, width and height of a picture."""

from __future__ import annotations

import math
import re
import warnings
from typing import Any
from xml.etree import ElementTree

from sitegen.model.damage import damaged_pdf, damaged_picture
from sitegen.model.media import PHONE_PICTURES, PICTURES, File
from sitegen.problems import Mistake, message
from sitegen.read.decoding import unreadable
from sitegen.read.office import OFFICE, in_office
from sitegen.read.pdf import facts_of
from sitegen.read.pdf_disclosures import in_pdf
from sitegen.read.plain_texts import is_text, text_facts
from sitegen.read.source import Found

NUMBER = r"\d{1,6}(?:\.\d{1,9})?"
LENGTH = re.compile(rf"({NUMBER})(?:px)?")
"""A length in pixels; other units depend on the reader's device."""
VIEW = re.compile(rf"[-+.\d]+[\s,]+[-+.\d]+[\s,]+({NUMBER})[\s,]+({NUMBER})")
"""What a `viewBox` says of width and height."""
FINE = 32
"""Points of the shorter side that keep the proportions when they are rounded."""
LONGEST = 1_000
"""Times as long as wide; beyond it a drawing is none."""
LARGEST_PICTURE = 100_000_000
"""Pixels; larger ones are refused before they are decoded."""
PHONE_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"})
"""How HEIC files begin behind `ftyp` (ISO/IEC 23008-12), whatever their names say; AVIF has its own."""


def look_at(found: Found) -> tuple[File, Mistake | None]:
    """The file's facts, and what is wrong with it."""
    try:
        plain = File(path=found.path, disk=str(found.disk), size=found.disk.stat().st_size)
    except OSError as error:
        return File(path=found.path, disk=str(found.disk), size=0), unreadable(error)
    other = office_facts if plain.extension in OFFICE else text_facts if is_text(plain.path) else no_facts
    reader = {"pdf": pdf_facts, "svg": drawing_facts}.get(
        plain.extension, picture_facts if plain.extension in PICTURES else other
    )
    try:
        return File(path=plain.path, disk=plain.disk, size=plain.size, **reader(found)), None
    except Mistake as mistake:
        return plain, mistake


def no_facts(_found: Found) -> dict[str, Any]:
    """Nothing is known beyond the size."""
    return {}


def pdf_facts(found: Found) -> dict[str, Any]:
    """What a PDF says of itself; raises Mistake for a damaged file."""
    try:
        return {**facts_of(found.disk), "disclosures": in_pdf(found.disk)}
    except Exception:  # noqa: BLE001 - pypdf raises whatever it meets in a damaged file
        raise damaged_pdf() from None


def office_facts(found: Found) -> dict[str, Any]:
    """What an office file tells of people."""
    return {"disclosures": in_office(found.disk)}


def drawing_facts(found: Found) -> dict[str, Any]:
    """What a drawing asks for; width and height, or others in the same proportion, where it says them."""
    facts = text_facts(found)
    try:
        with found.disk.open("rb") as file:
            _, root = next(iter(ElementTree.iterparse(file, events=("start",))))
    except (ElementTree.ParseError, StopIteration, ValueError, LookupError, OSError):
        return facts
    sides = LENGTH.fullmatch(root.get("width", "").strip()), LENGTH.fullmatch(root.get("height", "").strip())
    view = VIEW.fullmatch(root.get("viewBox", "").strip())
    said = [side[1] for side in sides if side] if all(sides) else view.groups() if view else ()
    width, height = map(float, said or (0, 0))
    if not 0 < max(width, height) < LONGEST * min(width, height):
        return facts
    larger = max(1, math.ceil(FINE / min(width, height)))
    return facts | {"width": round(width * larger), "height": round(height * larger)}


def picture_facts(found: Found) -> dict[str, Any]:
    """Width and height as shown, and what else decides on the sizes; raises Mistake for what cannot be published."""
    from PIL import Image

    refuse_phone_picture(found)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(found.disk) as picture:
                width, height = picture.size
                refuse_huge_picture(width, height)
                turned = picture.getexif().get(0x0112, 1) in (5, 6, 7, 8)
                more = {
                    "is_transparent": picture.has_transparency_data,
                    "is_animated": picture.format != "MPO" and getattr(picture, "is_animated", False),
                }
    except Mistake:
        raise
    except Image.DecompressionBombError:
        raise Mistake(
            "PIC-02",
            message("the picture has more pixels than any page needs"),
            message("Save it smaller: 2,000 pixels wide are enough."),
        ) from None
    except Exception:  # noqa: BLE001 - Pillow raises whatever a damaged file makes it do
        raise damaged_picture() from None
    sides = {"width": height, "height": width} if turned else {"width": width, "height": height}
    return sides | more


def refuse_huge_picture(width: int, height: int) -> None:
    """Raises Mistake for more pixels than may be decoded; a PNG is decoded already when it is asked for its EXIF."""
    if width * height > LARGEST_PICTURE:
        raise Mistake(
            "PIC-02",
            message("the picture has {width} × {height} pixels, which no page needs", width=width, height=height),
            message("Save it smaller: 2,000 pixels wide are enough."),
        )


def refuse_phone_picture(found: Found) -> None:
    """Raises Mistake for HEIC, which no browser but Safari shows."""
    try:
        with found.disk.open("rb") as file:
            head = file.read(12)
    except OSError as error:
        raise unreadable(error) from None
    is_named = found.path.rpartition(".")[2].lower() in PHONE_PICTURES
    if is_named or (head[4:8] == b"ftyp" and head[8:12] in PHONE_BRANDS and not is_avif(found)):
        raise Mistake(
            "PIC-04",
            message("the picture is in the HEIC format of telephones, which most browsers cannot show"),
            message("Open it and save it as JPEG; on an iPhone choose Settings, Camera, Formats, Most Compatible."),
        )


def is_avif(found: Found) -> bool:
    """Whether a file of the common kind of both says that it is AVIF."""
    with found.disk.open("rb") as file:
        return b"avif" in file.read(64)
