"""Letters for pictures: which there are, how wide a text is, and where it breaks.

No shaper is asked, since not every machine has one: the same words give the same picture everywhere. Our fonts hold what
a shaper would look up (`tools/card_fonts.py`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import ImageFont

FOLDER = Path(__file__).parent / "letters"
REGULAR, BOLD, STATEMENT = "sofia-sans-400", "sofia-sans-700", "ubuntu-400"
"""The last is for the words beside the emblem, one of the eight typefaces that Reg. 2021/1060 Annex IX allows."""
CYRILLIC = range(0x0400, 0x0460)
MARKS = (*range(0x0020, 0x007F), *(ord(sign) for sign in "\u00a0§©«°²³·»×№–—‘’‚“”„•…‹›€−"))
ABSENT = frozenset("ĈĉĔĕĜĝĤĥĨĩĬĭĴĵĿŀŉŎŏŜŝŨũŬŭſ")
WORDS = (*MARKS, *CYRILLIC, *(code for code in range(0x00C0, 0x0180) if chr(code) not in ABSENT), *map(ord, "ҐґȘșȚț"))
"""What the fonts have: Cyrillic, and Latin with the accents of all Europe."""
KNOWN = frozenset(WORDS)
RUSSIAN = 0xDC00
"""From a Cyrillic letter to the private place of its Russian form; its own place has the Bulgarian one.

The typeface of the statement has one form for all languages, at both places.
"""
RUSSIAN_FORMS = {code: code + RUSSIAN for code in CYRILLIC}
ELLIPSIS = "…"


@cache
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """A font at a size in pixels."""
    return ImageFont.truetype(str(FOLDER / f"{name}.ttf"), size, layout_engine=ImageFont.Layout.BASIC)


def drawable(text: str, language: str) -> str:
    """The text with the letter forms of its language; letters that there are not lose their accent, or are left out."""
    known = "".join(letter if ord(letter) in KNOWN else plain(letter) for letter in unicodedata.normalize("NFC", text))
    return known if language == "bg" else known.translate(RUSSIAN_FORMS)


def plain(letter: str) -> str:
    """What a letter is without its accent, as far as it can be drawn."""
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if ord(part) in KNOWN)


@dataclass(frozen=True)
class Fitted:
    """A text in lines, at the size at which it fits."""

    lines: tuple[str, ...]
    size: int
    """Pixels."""
    is_cut: bool = False
    """Whether words are missing at the end."""


def fitted(text: str, name: str, sizes: Sequence[int], width: int, height: int, leading: float = 1.2) -> Fitted:
    """The text at the first size at which it fits into a space; at the last one it is cut after a word."""
    for size in sizes:
        lines = wrapped(text, font(name, size), width)
        if len(lines) * size * leading <= height:
            return Fitted(tuple(balanced(text, lines, font(name, size), width)), size)
    most = max(1, int(height / (size * leading)))
    last = cut(lines[most - 1] + " " + lines[most], font(name, size), width)
    return Fitted((*lines[: most - 1], last), size, is_cut=True)


def wrapped(text: str, letters: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """The text in lines that are as full as they may be."""
    lines: list[str] = []
    for word in (piece for word in text.split(" ") if word for piece in pieces(word, letters, width)):
        if lines and letters.getlength(f"{lines[-1]} {word}") <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def pieces(word: str, letters: ImageFont.FreeTypeFont, width: float) -> Iterator[str]:
    """The word; in pieces where no line can hold it."""
    while letters.getlength(word) > width and len(word) > 1:
        count = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or letters.getlength(word[:n]) <= width)
        yield word[:count]
        word = word[count:]
    yield word


def balanced(text: str, lines: Sequence[str], letters: ImageFont.FreeTypeFont, width: int) -> Sequence[str]:
    """As many lines, of more equal length."""
    if len(lines) < 2 or any(word not in text.split(" ") for line in lines for word in line.split(" ")):
        return lines
    least = sum(letters.getlength(line) for line in lines) / len(lines)
    for share in (0.2, 0.4, 0.6, 0.8):
        narrower = wrapped(text, letters, least + (width - least) * share)
        if len(narrower) == len(lines):
            return narrower
    return lines


def cut(text: str, letters: ImageFont.FreeTypeFont, width: float) -> str:
    """The text, or as many of its words as fit before an ellipsis."""
    if letters.getlength(text) <= width:
        return text
    words = text.split(" ")
    while len(words) > 1 and letters.getlength(ended(words)) > width:
        words.pop()
    whole = ended(words)
    return whole if letters.getlength(whole) <= width else next(pieces(whole, letters, width))


def ended(words: Sequence[str]) -> str:
    """Words with an ellipsis in the place of those that follow."""
    return " ".join(words).rstrip(" ,;:–—-„«“(") + ELLIPSIS
