"""The words of a published text that people read, each in its place: spaces stand for tags and addresses."""

from __future__ import annotations

import re

from sitegen.markup.requests import PAGES, TREES, ending
from sitegen.text.spots import blank

TAG = re.compile(r"</?[A-Za-z][^<>]*>")
VALUE = re.compile(r"([\w:-]+)(\s*=\s*)(\"[^\"]*\"|'[^']*')")
UNREAD = frozenset({
    "href", "src", "srcset", "d", "points", "style", "id", "class", "for", "transform", "viewbox", "integrity",
    "nonce", "values", "path",
})  # fmt: skip
"""Attributes whose numbers are no words."""
CALLED = re.compile(r"<a\s[^<>]*\bhref\s*=\s*[\"']?tel:[^<>]*>[^<]*", re.IGNORECASE)
STYLED = re.compile(r"<style\b.*?</style\s*>", re.IGNORECASE | re.DOTALL)
ADDRESS = re.compile(r"\b[a-z][a-z0-9+.-]*://[^\s\"'<>)\]]*", re.IGNORECASE)


def readable(path: str, text: str) -> str:
    """The words of a published text, remarks included; a telephone that can be called is none."""
    if ending(path) in (*PAGES, *TREES):
        text = TAG.sub(words_of_tag, CALLED.sub(blanked, STYLED.sub(blanked, text)))
    return ADDRESS.sub(blanked, text)


def words_of_tag(found: re.Match[str]) -> str:
    """The values of a tag that are words, each in its place."""
    kept = list(blank(found[0]))
    for part in VALUE.finditer(found[0]):
        if part[1].rpartition(":")[2].lower() not in UNREAD and not part[1].startswith("xmlns"):
            kept[part.start(3) + 1 : part.end(3) - 1] = part[3][1:-1]
    return "".join(kept)


def blanked(found: re.Match[str]) -> str:
    """Spaces in the place of what was found."""
    return blank(found[0])
