"""Colours and their contrast (WCAG 2.2, relative luminance)."""

from __future__ import annotations

import re

from sitegen.problems import Mistake, message

ENOUGH = 7.0
"""Contrast with white that a brand colour needs (SC 1.4.6)."""


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 to 1."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def darkened(colour: str) -> str:
    """The nearest darker shade of the same hue that is dark enough for white text."""
    channels = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    shades = ("#" + "".join(f"{c * step // 100:02X}" for c in channels) for step in range(100, -1, -1))
    return next(shade for shade in shades if contrast(shade, "#FFFFFF") >= ENOUGH)


def brand(text: str) -> str:
    """A colour that white text can stand on; raises Mistake with the nearest shade that is dark enough."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        raise Mistake(
            "FLD-03", message("'{value}' is not a colour", value=text), message("Write # and six digits, like #0B2F6B.")
        )
    if contrast(text, "#FFFFFF") < ENOUGH:
        raise Mistake(
            "THM-04",
            message(
                "{value} is too light for white text: contrast {ratio}:1, 7:1 is needed",
                value=text,
                ratio=f"{contrast(text, '#FFFFFF'):.1f}",
            ),
            message("Write: {proposal}", proposal=darkened(text)),
        )
    return text.upper()
