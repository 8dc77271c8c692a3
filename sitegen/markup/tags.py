"""The tags of a finished page, cut once for all who look at it in a hurry; what hides something is read with care."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sitegen.text.spots import blank

TAG = re.compile(r"<(/?[a-zA-Z][\w-]*)([^<>\"']*(?:\"[^\"]*\"[^<>\"']*|'[^']*'[^<>\"']*)*)>([^<]*)")
RAW = re.compile(
    r"<(?:((script|style|template)\b[^>]*>)[^<]*(?:<(?!/\2)[^<]*)*(</\2)|!--(?!-?>)[^-]*(?:-(?!-!?>)[^-]*)*-->)",
    re.IGNORECASE,
)
"""What no one perceives; it begins with the sign that is looked for, which makes the search ten times as fast."""
DOCTYPE = re.compile(r"\s*<!doctype html>", re.IGNORECASE)
HIDING = frozenset({"template", "textarea", "plaintext", "xmp"})
"""What holds tags that are none, or none yet."""

Tag = tuple[str, str, str]
"""Its name, with `/` where an element ends; its attributes as they are written; the text behind it."""


@dataclass(frozen=True)
class Tags:
    """The tags of a page in their order."""

    found: tuple[Tag, ...]
    is_plain: bool
    """Whether these are all, and whoever looks only at them misses nothing."""

    @cached_property
    def attributes(self) -> tuple[tuple[str, str], ...] | None:
        """Name and value of all that have one, entities left; None where they are not all written `name="value"`."""
        written = "".join(tag[1] for tag in self.found)
        pieces = written.split('"')
        names = {piece: named(piece) for piece in set(pieces[0:-1:2])}
        if "'" in written or "" in names.values() or "=" in pieces[-1]:
            return None
        return tuple(zip(map(names.__getitem__, pieces[0:-1:2]), pieces[1::2], strict=True))


def named(piece: str) -> str:
    """The name of the attribute before whose value a piece of a tag stands; "" for what is written another way."""
    is_usual = piece.count("=") == 1 and piece.endswith("=")
    names = piece.removesuffix("=").replace("/", " ").lower().split()
    return names[-1] if is_usual and names else ""


@lru_cache(maxsize=2)
def tags(html: str) -> Tags:
    """The tags of a page; those of the last pages are kept for the next one who asks."""
    seen = visible(html)
    found = tuple(TAG.findall(seen))
    is_whole = bool(DOCTYPE.match(html)) and seen.count("<") == len(found) + 1
    return Tags(found, is_whole and HIDING.isdisjoint({tag[0].lower() for tag in found}))


def tag_places(html: str) -> Iterator[int]:
    """Where each tag begins."""
    return (found.start() for found in TAG.finditer(visible(html)))


def visible(html: str) -> str:
    """The page with spaces for what no one perceives, as long as it was."""
    return RAW.sub(emptied, html)


def emptied(found: re.Match[str]) -> str:
    """Spaces between two tags; lines stay."""
    opening, closing = f"<{found[1]}" if found[1] else "", found[3] or ""
    return opening + blank(found[0][len(opening) : len(found[0]) - len(closing)]) + closing
