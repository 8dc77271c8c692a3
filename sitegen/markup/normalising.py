"""Normalising: what of a piece of words counts as its text, so that only a change of the words is a change."""

from __future__ import annotations

import re
from hashlib import blake2b
from unicodedata import normalize

_TARGET = re.compile(r"(?<=\])\((?:[^()\n]|\([^()\n]*\)){0,2000}\)")
_REFERENCE = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]{1,500}\]:[^\n]*", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{:?[ ]*(?:[#.]|[\w-]+=)[^{}\n]{0,500}\}")
_HYPHENS = re.compile("-{2,}")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_FOLDED = (
    *((mark, '"') for mark in "„“”‟«»"),
    *((mark, "'") for mark in "‚‘’‛‹›"),
    *((mark, "-") for mark in "‐‑‒–—−"),
    ("…", "..."),
)
"""Typography that the program sets by itself, and its plain spelling."""
_UNUSUAL = re.compile("[" + _INVISIBLE.pattern.strip("[]") + "".join(mark for mark, _ in _FOLDED) + "]")
NONE = "-"
"""The digest where there are no words."""
DIGEST_SIZE = 6
"""Bytes: two texts of one paragraph never meet by chance."""


def normalised(text: str) -> str:
    """The text on one line, composed, with plain quotes, dashes and spaces, without targets and attribute lists."""
    if "](" in text:
        text = _TARGET.sub("", text)
    if "]:" in text:
        text = _REFERENCE.sub("", text)
    if "{" in text:
        text = _ATTRIBUTES.sub("", text)
    if _UNUSUAL.search(text):
        text = _INVISIBLE.sub("", text)
        for mark, plain in _FOLDED:
            text = text.replace(mark, plain)
    if "--" in text:
        text = _HYPHENS.sub("-", text)
    return normalize("NFC", " ".join(text.split()))


def digest(text: str) -> str:
    """A short name of a normalised text."""
    data = text.encode("utf-8", "surrogatepass")
    return blake2b(data, digest_size=DIGEST_SIZE).hexdigest() if text else NONE
