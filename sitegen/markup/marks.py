"""The marks that stand for the tags of links and pictures in a section's HTML."""

from __future__ import annotations

import re
from collections.abc import Callable

from sitegen.model.document import CLOSE, OPEN

_MARK = re.compile(f"{OPEN}(/?)([0-9]+){CLOSE}")


def opening_mark(number: int) -> str:
    """What stands for the `<a>` or `<img>` of a link."""
    return f"{OPEN}{number}{CLOSE}"


def closing_mark(number: int) -> str:
    """What stands for the `</a>` of a link."""
    return f"{OPEN}/{number}{CLOSE}"


def replace_marks(html: str, opening: Callable[[int], str], closing: Callable[[int], str]) -> str:
    """The HTML with each mark replaced by what the functions say for the number of its link."""
    return _MARK.sub(lambda mark: (closing if mark[1] else opening)(int(mark[2])), html)
