"""What is left of a text when typography is taken away: for telling whether a page shows some words."""

from __future__ import annotations

import re

SIGNS = re.compile(r"[\W_]+")


def sounds(text: str) -> str:
    """The letters and digits of a text alone: quotation marks, spaces and hyphens are set by the program."""
    return SIGNS.sub("", text.replace("\u00ad", "")).casefold()
