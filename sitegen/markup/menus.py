"""The menus of a built page and its footer: which links they have, in which order and by which words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

REGION = re.compile(r"<(nav|footer)\b([^>]*)>(.*?)</\1>", re.DOTALL)
NAME = re.compile(r"\baria-label\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
ADDRESS = re.compile(r"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
MARKUP = re.compile(r"<[^>]*>|\u00ad")


@dataclass(frozen=True)
class Way:
    """A link of a menu."""

    words: str
    target: str
    """As it stands in the page, entities undone."""


def menus(html: str) -> Mapping[str, tuple[Way, ...]]:
    """By the name of a menu, or the tag of what has none: its links, each word once."""
    found: dict[str, dict[str, Way]] = {}
    for tag, written, inside in REGION.findall(html):
        name = NAME.search(written)
        ways = found.setdefault(unescape(name[1] or name[2] or "") if name else tag, {})
        for opening, words in LINK.findall(inside):
            address = ADDRESS.search(opening)
            plain = " ".join(unescape(MARKUP.sub("", words)).split())
            if address and plain:
                ways.setdefault(plain, Way(plain, unescape(address[1] or address[2] or address[3] or "")))
    return {name: tuple(ways.values()) for name, ways in found.items()}
