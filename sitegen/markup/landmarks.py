"""The frame of a page, which those who listen find their way by: language, title, landmarks, headings, skip link."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.markup.sweep import FRAME, Fault, Open, Sweep
from sitegen.problems import message

ZOOM = re.compile(r"user-scalable\s*=\s*(?:no|0)|maximum-scale\s*=\s*(?:0|1)(?:\.\d+)?\b")
SECTIONS = frozenset({"article", "aside", "main", "nav", "section"})
"""In them `header` and `footer` are no landmarks of the page (HTML AAM)."""


def landed(sweep: Sweep, one: Open) -> None:
    """`header` and `footer` of the whole page."""
    if not any(open_.name in SECTIONS for open_ in sweep.stack):
        sweep.counts[one.name] += 1


def led(sweep: Sweep, one: Open) -> None:
    """A menu."""
    sweep.menus.append(one.attributes.get("aria-label") or one.attributes.get("aria-labelledby", ""))


def stepped(sweep: Sweep, one: Open) -> None:
    """A heading: those of the theme go down step by step; those of an editor's text are told in its file."""
    level, above, sweep.level = int(one.name[1]), sweep.level, int(one.name[1])
    if above and level > above + 1 and not one.is_prose:
        what = message("'{tag}' stands below 'h{above}': a level is missing", tag=one.name, above=above)
        sweep.fault(FRAME, one.tag, what)


def frame_faults(sweep: Sweep, html: str) -> Iterator[Fault]:
    """What every page has: a language, a title, room to zoom, landmarks, one heading above all, a way past the menu."""
    for is_right, what in (
        (html.lstrip()[:15].lower() == "<!doctype html>", message("the page does not begin with <!doctype html>")),
        (sweep.language, message("the page does not say its language: <html lang>")),
        (sweep.counts["title"], message("the page has no title")),
        (sweep.viewport, message("the page has no viewport, so telephones show it small")),
        (not ZOOM.search(sweep.viewport), message("the page forbids to zoom in")),
        (sweep.counts["header"], message("the page has no 'header'")),
        (sweep.is_bare or sweep.counts["footer"], message("the page has no 'footer'")),
        (sweep.is_bare or sweep.menus, message("the page has no 'nav'")),
        (len(sweep.menus) == 1 or all(sweep.menus), message("of several 'nav' one has no aria-label")),
        (sweep.is_bare or skips(sweep), message("the first link does not lead to the content")),
    ):
        if not is_right:
            yield Fault(FRAME, what)
    for tag in ("main", "h1"):
        count = sweep.counts[tag]
        if count != 1:
            what = message("the page has {count} elements '{tag}', not one", count=count, tag=tag)
            yield Fault(FRAME, what)


def skips(sweep: Sweep) -> bool:
    """Whether the first link leads past the menu, to a place of this page."""
    return (sweep.first_link or "")[:1] == "#" and (sweep.first_link or "")[1:] in sweep.ids
