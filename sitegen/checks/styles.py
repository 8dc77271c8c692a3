"""The style text of the site's own theme shuts nobody out (WCAG 2.2: 1.3.4, 1.4.1, 1.4.13, 2.2.2, 2.4.7, 2.4.11)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.inspection import Inspection
from sitegen.markup.style_barriers import barriers
from sitegen.markup.tokens import selected_at
from sitegen.problems import Location, Mistake, Problem, Severity, message
from sitegen.text.spots import spot


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Rules that do, where they stand."""
    config = inspection.site.config
    for file, text in config.theme_own_styles:
        for found in barriers(text, config.theme_style):
            hint = message("Leave it out, or give those who use keys, turn the screen or see no colours the same.")
            yield Mistake("THM-09", found.what, hint).at(place(file, text, found.selector), Severity.WARNING)


def place(file: str, text: str, selector: str) -> Location:
    """Where a rule begins in its file."""
    at = selected_at(text, selector) or 0
    return Location(file, *spot(text, at))
