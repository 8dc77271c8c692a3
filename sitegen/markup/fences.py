"""Fenced code: it leaves the text before anything else is read in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from html import escape

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from sitegen.markup.positions import without_places

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[ ]*\{?[ ]*\.?([\w+#-]*)[^`\n]*$")


class FencePreprocessor(Preprocessor):
    """Puts fenced code into the converter's stash; a fence that is never closed is plain text.

    The library's own one searches for each end through the whole text, which is quadratic.
    """

    def run(self, lines: list[str]) -> list[str]:
        """The lines with a placeholder for each piece of code."""
        ends = _ends(lines)
        if not ends:
            return lines
        result: list[str] = []
        number = 0
        while number < len(lines):
            fence = _FENCE.match(without_places(lines[number])) if _is_near(lines[number]) else None
            end = _next(ends.get(fence[1], []), number) if fence else None
            if fence and end:
                result += ["", self._stashed(fence[2], lines[number + 1 : end]), ""]
            else:
                result.append(lines[number])
            number = (end or number) + 1
        return result

    def _stashed(self, language: str, lines: list[str]) -> str:
        attribute = f' class="language-{escape(language)}"' if language else ""
        code = escape(without_places("\n".join(lines)), quote=False)
        md: Markdown = self.md
        return md.htmlStash.store(f"<pre><code{attribute}>{code}\n</code></pre>")


def _ends(lines: list[str]) -> dict[str, list[int]]:
    """Where each kind of fence stands alone on its line."""
    ends: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        word = line.strip(" ") if _is_near(line) else ""
        if word[:3] in ("```", "~~~") and not word.strip(word[0]):
            ends.setdefault(word, []).append(number)
    return ends


def _is_near(line: str) -> bool:
    """Whether the line may be a fence; a quick look."""
    return "```" in line or "~~~" in line


def _next(numbers: list[int], after: int) -> int | None:
    place = bisect_right(numbers, after)
    return numbers[place] if place < len(numbers) else None
