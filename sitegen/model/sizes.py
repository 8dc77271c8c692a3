"""Sizes in which a picture is published: none is larger than a page can show, so originals stay at home."""

from __future__ import annotations

from sitegen.model.address import file_address
from sitegen.model.media import File

WIDTHS = (480, 960, 1_600)
"""Pixels: a phone, a page, a page on a fine screen."""
NEAR = 1.1
"""A size less than so many times smaller than the largest would spare nobody anything."""
USUAL = 960
"""The widest for browsers that do not choose."""
SIZED = frozenset({"jpg", "jpeg", "png", "webp", "avif"})
PHOTOGRAPHS = frozenset({"jpg", "jpeg"})
NEWER = {"avif": "image/avif", "webp": "image/webp"}
"""Formats by choice, the smaller files first, with what pages call them."""


def widths(file: File) -> tuple[int, ...]:
    """The widths of a picture, the smallest first; none for small and moving ones, which are published as they are."""
    if file.extension not in SIZED or file.is_animated or not file.height or (file.width or 0) < WIDTHS[0]:
        return ()
    largest = min(file.width or 0, WIDTHS[-1])
    return (*(width for width in WIDTHS if width * NEAR < largest), largest)


def height_at(file: File, width: int) -> int:
    """Pixels, in the proportions of the picture."""
    return max(1, round((file.height or 0) * width / (file.width or 1)))


def form_of(file: File) -> str:
    """`png` for what is transparent or drawn, which shows in few bytes a point; `jpg` for photographs."""
    if file.extension in PHOTOGRAPHS:
        return "jpg"
    is_drawn = file.extension == "png" and file.size < (file.width or 0) * (file.height or 0)
    return "png" if file.is_transparent or is_drawn else "jpg"


def size_address(file: File, width: int, form: str) -> str:
    """Where a size stands, `/assets/…/01-opening-960.jpg`; another ending than that of the file is named before."""
    stem, _, ending = file_address(file.path).rpartition(".")
    own = "" if ending in ("jpg", "png") and ending == form_of(file) else f"-{ending}"
    return f"{stem}{own}-{width}.{form}"


def largest_address(file: File) -> str:
    """Where the best that is published of a file stands."""
    known = widths(file)
    return size_address(file, known[-1], form_of(file)) if known else file_address(file.path)


def usual_address(file: File) -> str:
    """Where the size for browsers that do not choose stands."""
    known = [width for width in widths(file) if width <= USUAL]
    return size_address(file, known[-1], form_of(file)) if known else file_address(file.path)
