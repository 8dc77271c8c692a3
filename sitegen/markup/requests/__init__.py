"""What published texts make a browser do by itself: READERS, one for each format.

It asks a host, or it keeps something on the visitor's device. What happens only when a visitor follows a link is none
of it; names of namespaces and data for other programs (`canonical`, `og:`, JSON-LD) make no browser ask.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sitegen.markup.requests.found import Found
from sitegen.markup.requests.pages import in_page, in_tree
from sitegen.markup.requests.scripts import in_script
from sitegen.markup.requests.settings import in_calendar, in_manifest, in_settings
from sitegen.markup.requests.styles import in_styles
from sitegen.text.hosts import host_of
from sitegen.text.requests import Act, Request
from sitegen.text.spots import spot

PAGES = ("html", "htm", "shtml", "xhtml", "xht")
TREES = ("svg", "xml", "rss", "atom", "rdf", "xsl", "xslt", "kml", "gpx", "opml")
SCRIPTS = ("js", "mjs", "cjs")
SETTINGS = (
    "_headers", ".htaccess", ".nginx.conf", "web.config", "netlify.toml", "vercel.json", "staticwebapp.config.json",
    "firebase.json",
)  # fmt: skip
"""Names of files that tell a host which headers it sends."""
Reader = Callable[[str], Iterable[Found]]
READERS: Mapping[str, Reader] = {
    **dict.fromkeys(PAGES, in_page),
    **dict.fromkeys(TREES, in_tree),
    **dict.fromkeys(SCRIPTS, in_script),
    "css": in_styles,
    "ics": in_calendar,
    "webmanifest": in_manifest,
}
"""By the ending of a name."""


def ending(path: str) -> str:
    """What a file's name ends with, without the dot, in small letters; "" for a name without one."""
    _, dot, last = path.rpartition("/")[2].rpartition(".")
    return last.lower() if dot else ""


def reader_of(path: str) -> Reader | None:
    """Who reads a file of this name; None where there is nothing to read."""
    return in_settings if path.rpartition("/")[2].lower() in SETTINGS else READERS.get(ending(path))


def requests(path: str, text: str) -> tuple[Request, ...]:
    """All that a file makes a browser do, in the order of the text; nothing for a kind that does nothing."""
    reader = reader_of(path)
    found = sorted(set(reader(text)), key=lambda one: one.start) if reader else ()
    return tuple(Request(one.act, one.said, *spot(text, one.start)) for one in found if is_far(one))


def is_far(one: Found) -> bool:
    """Whether it keeps something, or asks by an absolute address."""
    return one.act is Act.KEEP or host_of(one.said) != ""
