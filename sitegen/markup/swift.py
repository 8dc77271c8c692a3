"""Swifter ways through the library, with the same outcome: most patterns cannot match most texts, and it shows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from markdown import treeprocessors
from markdown.util import AtomicString

SIGNS: Mapping[str, str] = {
    "backtick": "`",
    "escape": r"\\",
    "footnote": r"\[",
    "reference": r"\[",
    "phrase": r"\[",
    "link": r"\[",
    "image_link": r"\[",
    "image_reference": r"\[",
    "short_reference": r"\[",
    "short_image_ref": r"\[",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
    "em_strong": "[*_]",
}
"""By the name of an inline pattern: what stands in every text that it matches."""


class InlineProcessor(treeprocessors.InlineProcessor):
    """Tries a pattern on a text only where one of its signs stands.

    The class is called like the library's, so that its private methods have the same names.
    """

    @cached_property
    def signed(self) -> list[tuple[Any, re.Pattern[str]]]:
        """The patterns in order, each with its sign; one whose sign is not known is always tried."""
        patterns = self.inlinePatterns
        signs = {patterns.get_index_for_name(name): sign for name, sign in SIGNS.items() if name in patterns}
        return [(pattern, re.compile(signs.get(index, ""))) for index, pattern in enumerate(patterns)]

    @cached_property
    def any_sign(self) -> re.Pattern[str]:
        """What stands in every text that is not plain."""
        return re.compile("|".join(sorted({sign.pattern for _, sign in self.signed})))

    def __handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803  # the library's own names
        if isinstance(data, AtomicString) or not self.any_sign.search(data):
            return data
        for index, (pattern, sign) in enumerate(self.signed[patternIndex:], patternIndex):
            is_found, start = sign.search(data) is not None, 0
            while is_found:
                data, is_found, start = self.__applyPattern(pattern, data, index, start)  # type: ignore[attr-defined]
        return data
