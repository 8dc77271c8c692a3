"""What a text makes a browser do by itself: ask a host, keep something on the visitor's device.

Links that a visitor follows are none of it. Comments are read too: what stands in one is soon taken out of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from html import unescape

from sitegen.text.spots import spot


class Act(StrEnum):
    """What the browser does."""

    ASK = "ask"
    """It asks a host; `said` is the address."""
    KEEP = "keep"
    """It keeps or reads something on the device; `said` is what does it."""


@dataclass(frozen=True)
class Request:
    """One thing that a browser does by itself, with its place; lines and columns count from 1."""

    act: Act
    said: str
    line: int
    column: int


ADDRESS = re.compile(r"(?<![\w:/.?=&%#@+-])(?:(?:https?|wss?|ftp):)?//[\w\[][^\s\"'<>()\\,]*", re.IGNORECASE)
HOST = re.compile(r"(?:[a-z]+:)?//(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]+)", re.IGNORECASE)
TAG = re.compile(
    r"<(?:script|link|img|image|feImage|use|iframe|frame|object|embed|source|track|video|audio|input|button|form|meta|"
    r"base|body|table|t[dhr]|a|area|q|blockquote|ins|del|html|svg)\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*",
    re.IGNORECASE,
)
"""Tags that can make a browser ask for something."""
ATTRIBUTE = re.compile(r"[\s\"'/]([\w:-]+)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")
LOADING = frozenset({
    "src", "srcset", "imagesrcset", "poster", "data", "background", "action", "formaction", "ping", "manifest", "code",
})  # fmt: skip
"""Attributes whose addresses are asked without a click, or with what a visitor wrote."""
LEADING = frozenset({"href", "xlink:href"})
REFERRING = frozenset({"link", "use", "image", "feimage", "base", "script"})
"""Tags of which that is true of `href` too; of `link` only with these words in `rel`."""
RELATIONS = frozenset({
    "stylesheet", "preload", "modulepreload", "prefetch", "prerender", "preconnect", "dns-prefetch", "icon",
    "apple-touch-icon", "mask-icon", "manifest",
})  # fmt: skip
STYLED = re.compile(r"style\s*=\s*(\"[^\"]*\"|'[^']*')")
OPENING = re.compile(r"<(style|script)\b([^>]*)>", re.IGNORECASE)
DATA = re.compile(r"type\s*=\s*[\"']?application/(?:[\w.-]+\+)?json", re.IGNORECASE)
NAMED = re.compile(r"(?:url\(\s*|@import\s+)[\"']?([^\"')\s;]+)", re.IGNORECASE)
STRING = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`")
NAMESPACE = "http://www.w3.org/"
"""Names of what W3C defined; nobody asks for them."""
STORES = re.compile(
    r"\bdocument\s*(?:\.\s*cookie|\[\s*[\"']cookie)\b|\b(?:cookieStore|localStorage|sessionStorage|indexedDB|"
    r"openDatabase|webkitRequestFileSystem)\b|\bcaches\s*\.\s*\w+|\bserviceWorker\b|\bnavigator\s*\.\s*storage\b"
)
SHEET = re.compile(r"<\?xml-stylesheet\b[^>]*?href\s*=\s*(\"[^\"]*\"|'[^']*')")
COOKIE = re.compile(r"\bSet-Cookie\b", re.IGNORECASE)
"""Where a host's settings name the header."""
ENTRY = re.compile(r"\"(?:src|url|start_url|scope)\"\s*:\s*\"([^\"]*)\"")

Found = tuple[Act, str, int]
"""What is done, what says so, and where in the text."""


def host_of(address: str) -> str:
    """The host of an absolute address, in small letters."""
    found = HOST.match(address)
    return found[1].lower() if found else ""


def addresses(value: str, start: int) -> Iterator[Found]:
    """The absolute addresses of a piece of text."""
    for found in ADDRESS.finditer(value):
        yield Act.ASK, unescape(found[0]), start + found.start()


def in_styles(text: str, start: int = 0) -> Iterator[Found]:
    """What a style text asks for."""
    for found in NAMED.finditer(text):
        yield from addresses(found[1], start + found.start(1))


def in_script(text: str, start: int = 0) -> Iterator[Found]:
    """The addresses that a script knows, and what it keeps on the device."""
    for found in STRING.finditer(text):
        if "//" in found[0]:
            whole = addresses(found[0][1:-1], start + found.start() + 1)
            yield from (one for one in whole if not one[1].startswith(NAMESPACE))
    for found in STORES.finditer(text):
        yield Act.KEEP, found[0], start + found.start()


def in_tag(tag: str, start: int) -> Iterator[Found]:
    """What a tag asks for."""
    name = re.match(r"<(\w+)", tag)
    written = [(found[1].lower(), *unquoted(found[2], start + found.start(2))) for found in ATTRIBUTE.finditer(tag)]
    values = {key: value for key, value, _ in reversed(written)}
    kind = name[1].lower() if name else ""
    loads = LOADING | (LEADING if kind in REFERRING and (kind != "link" or is_loaded(values)) else frozenset())
    refreshes = kind == "meta" and "http-equiv" in values
    for key, value, place in written:
        if key in loads:
            yield from addresses(value, place)
        elif refreshes and key == "content":
            begin = value.find("=") + 1
            yield from addresses(value[begin:], place + begin)
    if refreshes and values["http-equiv"].lower() == "set-cookie":
        yield Act.KEEP, "Set-Cookie", start


def unquoted(value: str, start: int) -> tuple[str, int]:
    """The value of an attribute without its quotes, and where it begins."""
    return (value[1:-1], start + 1) if value[0] in "\"'" else (value, start)


def is_loaded(attributes: Mapping[str, str]) -> bool:
    """Whether a browser follows a `link` by itself."""
    return not RELATIONS.isdisjoint(attributes.get("rel", "").lower().split())


def in_markup(text: str) -> Iterator[Found]:
    """What a page or a drawing asks for and keeps."""
    for found in TAG.finditer(text):
        if "//" in found[0] or "ookie" in found[0]:
            yield from in_tag(found[0], found.start())
    for found in STYLED.finditer(text):
        yield from in_styles(found[1], found.start(1))
    for found in OPENING.finditer(text):
        yield from in_element(found, text)
    for found in SHEET.finditer(text):
        yield from addresses(found[1], found.start(1))


def in_element(opening: re.Match[str], text: str) -> Iterator[Found]:
    """What the text of a style or script element asks for and keeps."""
    name, attributes, start = opening[1].lower(), opening[2], opening.end()
    end = re.compile(f"</{name}", re.IGNORECASE).search(text, start)
    inner = text[start : end.start() if end else len(text)]
    if name == "style":
        yield from ((act, said, start + place) for act, said, place in of_styles(inner))
    elif not DATA.search(attributes):
        yield from in_script(inner, start)


@lru_cache(maxsize=8)
def of_styles(text: str) -> tuple[Found, ...]:
    """What a style text asks for; all pages of a site have the same one."""
    return tuple(in_styles(text))


def in_manifest(text: str) -> Iterator[Found]:
    """What a web manifest asks for."""
    for found in ENTRY.finditer(text):
        yield from addresses(found[1], found.start(1))


def in_settings(text: str) -> Iterator[Found]:
    """The cookies that the settings of a host set."""
    for found in COOKIE.finditer(text):
        yield Act.KEEP, found[0], found.start()


READERS: Mapping[str, Callable[[str], Iterator[Found]]] = {
    "css": in_styles,
    "htaccess": in_settings,
    "htm": in_markup,
    "html": in_markup,
    "js": in_script,
    "mjs": in_script,
    "svg": in_markup,
    "toml": in_settings,
    "webmanifest": in_manifest,
    "xhtml": in_markup,
    "xml": in_markup,
    "xsl": in_markup,
    "_headers": in_settings,
}
"""By the ending of a name, or by the whole of one without a dot."""


def ending(path: str) -> str:
    """What tells how a file is read."""
    return path.rpartition("/")[2].rpartition(".")[2].lower()


def requests(path: str, text: str) -> tuple[Request, ...]:
    """All that a file makes a browser do, in the order of the text; nothing for a kind that does nothing."""
    reader = READERS.get(ending(path))
    found = sorted(set(reader(text)), key=lambda one: one[2]) if reader else ()
    return tuple(Request(act, said, *spot(text, start)) for act, said, start in found)
