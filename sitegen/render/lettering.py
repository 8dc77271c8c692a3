"""Letters for pictures: which there are, how wide a text is, and where it breaks.

No shaper is asked, since not every machine has one: the same words give the same picture everywhere. Our fonts hold
what a shaper would look up (`tools/card_fonts.py`).
"""

from __future__ import annotations

import re
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
LIKE = str.maketrans({"⁄": "/", "‐": "-", "‒": "–", "―": "—", "ʼ": "’", "′": "’", "″": "”"})
"""Marks that are written by others much like them."""
ELLIPSIS = "…"
MARGIN = 0.97
"""A text may be so much shorter at a smaller size than its length in sizes at the largest one tells."""
SHORT_WORD = re.compile(r"(?<![^ ])(\w{1,2}) ")
"""A preposition or the like, which does not end a line."""


@cache
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """A font at a size in pixels."""
    return ImageFont.truetype(str(FOLDER / f"{name}.ttf"), size, layout_engine=ImageFont.Layout.BASIC)


def missing_fonts() -> tuple[str, ...]:
    """Names of the fonts that this machine cannot draw with."""
    return tuple(name for name in (REGULAR, BOLD, STATEMENT) if not is_drawable(name))


def is_drawable(name: str) -> bool:
    """Whether a font can be read, by a Pillow that knows how."""
    try:
        font(name, 12)
    except (OSError, ImportError):
        return False
    return True


LONGEST = 400
"""Characters of a paragraph that are measured: no space on a card holds as many."""


def drawable(text: str, language: str) -> str:
    """The text with the letter forms of its language; letters that there are not lose their accent, or are left out."""
    text = SHORT_WORD.sub("\\1\u00a0", unicodedata.normalize("NFC", text))
    known = "".join(letter if ord(letter) in KNOWN else plain(letter) for letter in text)
    return known if language == "bg" else known.translate(RUSSIAN_FORMS)


def plain(letter: str) -> str:
    """What a letter is without its accent, as far as it can be drawn."""
    parts = unicodedata.normalize("NFKD", letter).translate(LIKE)
    return "".join(part for part in parts if ord(part) in KNOWN)


@dataclass(frozen=True)
class Face:
    """How a text may be written."""

    name: str
    sizes: tuple[int, ...]
    """Pixels, the largest first."""
    spaced: float = 1.2
    """Height of a line, in sizes."""


@dataclass(frozen=True)
class Fitted:
    """A text in lines, at the size at which it fits."""

    lines: tuple[str, ...]
    face: Face
    size: int
    """Pixels."""
    is_cut: bool = False
    """Whether words are missing at the end."""

    @property
    def letters(self) -> ImageFont.FreeTypeFont:
        """The font at its size."""
        return font(self.face.name, self.size)

    @property
    def pitch(self) -> int:
        """Pixels from a line to the next."""
        return round(self.size * self.face.spaced)

    @property
    def height(self) -> int:
        """Pixels of all lines."""
        return len(self.lines) * self.pitch

    @property
    def width(self) -> int:
        """Pixels of the last line."""
        return round(self.letters.getlength(self.lines[-1])) if self.lines else 0


def fitted(paragraphs: Sequence[str], face: Face, width: int, height: int) -> Fitted:
    """The text at the first size at which it fits into a space; at the last one it is cut after a word."""
    paragraphs = [text[:LONGEST] for text in paragraphs]
    for size in face.sizes[too_large(paragraphs, face, width, height) :]:
        letters = font(face.name, size)
        lines = [line for text in paragraphs for line in balanced(text, letters, width)]
        whole = Fitted(tuple(lines), face, size)
        if whole.height <= height:
            return whole
    most = max(1, height // whole.pitch)
    last = cut(" ".join(lines[most - 1 :]), letters, width)
    return Fitted((*lines[: most - 1], last), face, size, is_cut=len(lines) > most)


def too_large(paragraphs: Sequence[str], face: Face, width: int, height: int) -> int:
    """How many of the sizes need not be tried, because the letters alone fill more than the space."""
    *sizes, _ = face.sizes
    first = sizes[0] if sizes else 0
    length = sum(font(face.name, first).getlength(text) for text in paragraphs) / first if sizes else 0
    return sum(length * size * MARGIN / width * size * face.spaced > height for size in sizes)


def balanced(text: str, letters: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """The text in as few lines as it needs, of more equal length."""
    parts = [piece for word in text.split(" ") if word for piece in pieces(word, letters, width)]
    widths = [letters.getlength(part) for part in parts]
    space = letters.getlength(" ")
    lines = wrapped(parts, widths, space, width)
    if len(lines) < 2 or len(parts) > len(text.split(" ")):
        return lines
    least = max(*widths, (sum(widths) + space * (len(widths) - 1)) / len(lines))
    tries = (wrapped(parts, widths, space, least + (width - least) * share) for share in (0.1, 0.3, 0.5, 0.7))
    return next((tried for tried in tries if len(tried) == len(lines)), lines)


def wrapped(words: Sequence[str], widths: Sequence[float], space: float, most: float) -> list[str]:
    """The words in lines that are as full as they may be."""
    lines: list[str] = []
    width = 0.0
    for word, own in zip(words, widths, strict=True):
        if lines and width + space + own <= most:
            lines[-1] += " " + word
            width += space + own
        else:
            lines.append(word)
            width = own
    return lines


def pieces(word: str, letters: ImageFont.FreeTypeFont, width: float) -> Iterator[str]:
    """The word; in pieces where no line can hold it."""
    while len(word) > 1 and letters.getlength(word) > width:
        count = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or letters.getlength(word[:n]) <= width)
        yield word[:count]
        word = word[count:]
    yield word


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
