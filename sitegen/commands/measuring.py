"""Measuring a built site in Chromium: an extra of a checkout, never needed for a build."""

from __future__ import annotations

import mimetypes
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import unquote, urlsplit

from sitegen.builder.flow import Outcome
from sitegen.builder.perform import content_of
from sitegen.markup.measured import SCRIPT, judged_measures
from sitegen.markup.visibility import Expected, Finding
from sitegen.model.address import output_path
from sitegen.problems import Mistake, message

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")
HOST = "http://site.invalid"
"""Where the pages seem to stand; nothing is asked of any server."""


@contextmanager
def browser(outcome: Outcome) -> Iterator[Callable[[str, Expected], Sequence[Finding]]]:
    """A function that measures the page at a path; raises Mistake where there is no Chromium."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise missing("playwright", "pip install playwright") from None
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not path:
        raise missing("Chromium", "apt-get install chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        try:
            page = chromium.new_page()
            page.route("**/*", lambda route: answer(outcome, route))
            yield lambda path, expected: measured(page, f"{HOST}/{path}", expected)
        finally:
            chromium.close()


def missing(what: str, remedy: str) -> Mistake:
    """The complaint about what the machine lacks."""
    return Mistake(
        "SYN-07",
        message("{what} is missing, so nothing can be measured", what=what),
        message("Install it: {remedy}. Without --measure the report tells what the pages' text shows.", remedy=remedy),
    )


def answer(outcome: Outcome, route: Any) -> None:
    """Gives the browser a file of the site; what is none is not there."""
    base = outcome.site.config.base_path if outcome.site else ""
    path = output_path(unquote(urlsplit(route.request.url).path).removeprefix(base))
    artifact = outcome.made.by_path.get(path) if route.request.url.startswith(HOST) else None
    if artifact is None:
        route.fulfill(status=404, body="")
    else:
        kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
        route.fulfill(body=bytes(content_of(artifact)), content_type=kind)


def measured(page: Any, address: str, expected: Expected) -> Sequence[Finding]:
    """What the rules find on a page, opened in `page` on the smallest screen."""
    width, height = expected.screen
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address)
    return tuple(judged_measures(page.evaluate(SCRIPT, expected.emblem), expected))
