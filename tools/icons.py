"""Draws the icons of the default theme for screens that want pixels, after the geometry of its icon.svg.

    python tools/icons.py

The same drawing has the same bytes on every machine, so a test compares them.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PIL import Image, ImageDraw  # noqa: E402 - the checkout is put on the path first

from sitegen.render.png import png  # noqa: E402

ASSETS = ROOT / "themes" / "default" / "assets"
SIZES = (180, 192, 512)
"""For the home screens of Apple, for those of others, and for their splash screens."""
GRID = 16
"""The drawing's own units."""
FINENESS = 4
"""Points of the drawing to a pixel of the picture, each way."""
SHADES = 8
"""Steps between the two colours, for smooth edges."""
FIELD, HOUSE = (0x0B, 0x2F, 0x6B), (0xFF, 0xFF, 0xFF)
ROOF = ((8, 2.5), (13, 6), (3, 6))
BOXES = ((4, 7, 6, 11), (7, 7, 9, 11), (10, 7, 12, 11), (3, 12, 13, 13.5))
"""Left, top, right and bottom of the columns and of the steps."""


def icon(size: int) -> bytes:
    """The icon so many pixels wide, without rounded corners: the screens round them as they like."""
    scale = size * FINENESS / GRID
    drawn = Image.new("L", (size * FINENESS, size * FINENESS), 0)
    pen = ImageDraw.Draw(drawn)
    pen.polygon([(round(x * scale), round(y * scale)) for x, y in ROOF], fill=255)
    for left, top, right, bottom in BOXES:
        corners = [round(value * scale) for value in (left, top, right, bottom)]
        pen.rectangle((corners[0], corners[1], corners[2] - 1, corners[3] - 1), fill=255)
    numbers = drawn.reduce(FINENESS).point([value * SHADES // 255 for value in range(256)])
    return png(numbers, palette())


def palette() -> bytes:
    """The colours from the field to the house."""
    steps = range(SHADES + 1)
    return bytes(
        (field * (SHADES - step) + house * step) // SHADES
        for step in steps
        for field, house in zip(FIELD, HOUSE, strict=True)
    )


if __name__ == "__main__":
    for pixels in SIZES:
        file = ASSETS / f"icon-{pixels}.png"
        file.write_bytes(icon(pixels))
        print(f"{file.relative_to(ROOT)}: {file.stat().st_size} B")
