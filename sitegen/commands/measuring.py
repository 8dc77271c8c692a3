"""Measuring a built site in Chromium: an extra, never needed for a build."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sitegen.builder.flow import Outcome
from sitegen.commands.browsing import HOST, browser_page
from sitegen.markup.measured import SCRIPT, judged_measures
from sitegen.markup.visibility import Expected, Finding
from sitegen.problems import Mistake, message


@contextmanager
def browser(outcome: Outcome) -> Iterator[Callable[[str, Expected], Sequence[Finding]]]:
    """A function that measures the page at a path; raises Mistake where there is no Chromium."""
    with browser_page(outcome, missing) as page:
        yield lambda path, expected: measured(page, f"{HOST}/{path}", expected)


def missing(what: str, remedy: str) -> Mistake:
    """The complaint about what the machine lacks."""
    return Mistake(
        "SYN-07",
        message("{what} is missing, so nothing can be measured", what=what),
        message("Install it: {remedy}. Without --measure the report tells what the pages' text shows.", remedy=remedy),
    )


def measured(page: Any, address: str, expected: Expected) -> Sequence[Finding]:
    """What the rules find on a page, opened in `page` on the smallest screen."""
    width, height = expected.screen
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address)
    return tuple(judged_measures(page.evaluate(SCRIPT, expected.emblem), expected))
