"""A built site in Chromium, from memory: its pages are opened at widths and in schemes, and judges look at each.

What drives the browser is the extra `sitegen[browser]`; no build needs it.
"""

from __future__ import annotations

import mimetypes
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from sitegen.builder.flow import Outcome
from sitegen.builder.perform import content_of
from sitegen.builder.steps import Watcher
from sitegen.model.address import output_path
from sitegen.problems import Mistake, message

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HOST = "http://site.invalid"
"""Where the pages seem to stand; nothing is asked of any server."""
WIDTHS = (320, 768, 1280)
"""CSS pixels."""
HEIGHT = 800
SCHEMES = ("light", "dark")
BROWSING = message("looking at pages in a browser")
LANGUAGE = re.compile(rb'<html[^>]*? lang="?([\w-]+)')
PIECE = re.compile(rb'<(\w+)(?:[^>]*? (?:class|role)="?([^">]*))?')
STUB = re.compile(rb'http-equiv="?refresh', re.IGNORECASE)


@dataclass(frozen=True)
class Sight:
    """How a page is shown to the judges."""

    path: str
    """Its address below the site: `/bg/`."""
    width: int
    scheme: str


Judge = Callable[[Any, Sight], None]
"""`(page, sight)`: looks at an open page of Playwright and keeps what it finds."""


def browse(outcome: Outcome, paths: Sequence[str], judges: Sequence[Judge], watcher: Watcher) -> None:
    """Shows pages at every width and in every scheme to every judge; raises Mistake where there is no browser."""
    with browser_page(outcome, missing, bypass_csp=True, reduced_motion="reduce") as page:
        watcher.begin(BROWSING, len(paths))
        for path in paths:
            page.goto(HOST + base_of(outcome) + quote(path))
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": HEIGHT})
                for scheme in SCHEMES:
                    page.emulate_media(color_scheme=scheme)
                    for judge in judges:
                        judge(page, Sight(path, width, scheme))
            watcher.advance()


@contextmanager
def browser_page(outcome: Outcome, lacks: Callable[[str, str], Mistake], **context: Any) -> Iterator[Any]:
    """A page of Chromium that knows the built site and nothing else; `context` is of Playwright.

    Raises what `lacks` makes of the name of what the machine has not, and of how it gets it.
    """
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise lacks("playwright", "pip install 'sitegen[browser]'") from None
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not path:
        raise lacks("Chromium", "apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        try:
            page = chromium.new_context(**context).new_page()
            page.route("**/*", lambda route: answer(outcome, route))
            yield page
        finally:
            chromium.close()


def missing(what: str, remedy: str) -> Mistake:
    """The complaint about what the machine lacks."""
    return Mistake(
        "SYN-07",
        message("{what} is missing, so no page can be opened", what=what),
        message("Install it: {remedy}. The other checks need no browser.", remedy=remedy),
    )


def base_of(outcome: Outcome) -> str:
    """The path under which the site lies."""
    return outcome.site.config.base_path if outcome.site else ""


def answer(outcome: Outcome, route: Any) -> None:
    """Gives the browser a file of the site; what is none is not there."""
    address = route.request.url
    path = output_path(unquote(urlsplit(address).path).removeprefix(base_of(outcome)))
    artifact = outcome.made.by_path.get(path) if address.startswith(HOST) else None
    if artifact is None:
        route.fulfill(status=404, body="")
    else:
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        route.fulfill(body=bytes(content_of(artifact)), content_type=kind)


def sample(outcome: Outcome) -> tuple[str, ...]:
    """Addresses of pages of every section that have between them every element, class and role of their language."""
    files = (artifact for artifact in outcome.artifacts if artifact.path.endswith(".html"))
    return covering({address_of(artifact.path): bytes(content_of(artifact)) for artifact in files})


def address_of(path: str) -> str:
    """The address below the site of a file: `/bg/` of `bg/index.html`."""
    return "/" + path.removesuffix("index.html")


def covering(pages: Mapping[str, bytes]) -> tuple[str, ...]:
    """The addresses of those that show something new, the richest first; pages that only lead on are left out."""
    pieces = {
        address: pieces_of(html) | {section_of(address)} for address, html in pages.items() if not STUB.search(html)
    }
    seen: set[tuple[bytes, ...]] = set()
    chosen = []
    for address in sorted(pieces, key=lambda name: (-len(pieces[name]), name)):
        if not pieces[address] <= seen:
            seen |= pieces[address]
            chosen.append(address)
    return tuple(sorted(chosen))


def section_of(address: str) -> tuple[bytes, ...]:
    """The part of a site that a page belongs to: `/bg/proekti` of `/bg/proekti/park/`."""
    return tuple(part.encode() for part in address.split("/")[1:3])


def pieces_of(html: bytes) -> frozenset[tuple[bytes, ...]]:
    """What a page is made of: its language with each element, class and role."""
    found = LANGUAGE.search(html)
    language = found[1] if found else b""
    return frozenset((language, *piece) for piece in PIECE.findall(html))
