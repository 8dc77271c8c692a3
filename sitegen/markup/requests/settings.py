"""What files for hosts, calendars and app manifests make a browser, or another reader of them, do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.markup.requests.found import Found, asks
from sitegen.markup.requests.pages import in_page
from sitegen.text.requests import Act

REMARK = re.compile(r"^[ \t]*#.*", re.MULTILINE)
COOKIE = re.compile(
    r"\bset-cookie2?\b|\bcookietracking\s+on\b|\bsession\s+on\b|\bsession_start\b|\buserid\s+on\b|\[[^\]\n]*\bco=[^\]\n]*\]",
    re.IGNORECASE,
)
"""The header itself, and how Apache (mod_usertrack, mod_session, mod_rewrite) and nginx are told to set one."""
HINT = re.compile(
    r"<([^<>\s]*)>\s*;[^,\n]*?\brel\s*=\s*[\\\"']*(?:preload|prefetch|preconnect|dns-prefetch|modulepreload|stylesheet|icon)\b",
    re.IGNORECASE,
)
"""A `Link` header (RFC 8288)."""
REPORTS = (
    re.compile(r"\breport-uri\s+([^\s;\"']+)", re.IGNORECASE),
    re.compile(r"\breporting-endpoints\b[^\n]*?=\s*\\?\"([^\"\\\n]*)", re.IGNORECASE),
    re.compile(r"\breport-to\b[^\n]*?\burl\\?\"\s*:\s*\\?\"([^\"\\\n]*)", re.IGNORECASE),
    re.compile(r"\brefresh\b[^\n]*?\burl\s*=\s*([^\s\"']+)", re.IGNORECASE),
)
"""Where browsers send reports to by themselves, or are sent on to."""
PICTURE = re.compile(r"^(?:IMAGE|SOURCE)(?:;[^:\r\n]*)?:(\S+)", re.MULTILINE | re.IGNORECASE)
"""Of a calendar (RFC 7986, 5.10 and 5.8)."""
WORDS = re.compile(r"^X-ALT-DESC(?:;[^:\r\n]*)?:(.*(?:\r?\n[ \t].*)*)", re.MULTILINE | re.IGNORECASE)
ICON = re.compile(r'"src"\s*:\s*"([^"]*)"')
WORKER = re.compile(r'"serviceworker"\s*:', re.IGNORECASE)


def in_settings(text: str) -> Iterator[Found]:
    """What a file says that tells a host which headers it sends."""
    plain = REMARK.sub(lambda found: " " * len(found[0]), text)
    yield from (Found(Act.KEEP, found[0], found.start()) for found in COOKIE.finditer(plain))
    for pattern in (HINT, *REPORTS):
        yield from (asks(found[1], found.start(1)) for found in pattern.finditer(plain))


def in_calendar(text: str) -> Iterator[Found]:
    """What a calendar says; its addresses for people are none."""
    yield from (asks(found[1], found.start(1)) for found in PICTURE.finditer(text))
    for words in WORDS.finditer(text):
        yield from (Found(one.act, one.said, words.start()) for one in in_page(words[1].replace("\\", "")))


def in_manifest(text: str) -> Iterator[Found]:
    """What an app manifest says: pictures, and a script that stays (W3C Web Application Manifest)."""
    yield from (asks(found[1].replace("\\/", "/"), found.start(1)) for found in ICON.finditer(text))
    yield from (Found(Act.KEEP, "serviceworker", found.start()) for found in WORKER.finditer(text))
