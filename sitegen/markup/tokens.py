"""The colours that a style text declares, in the light, in the dark and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.markup.styles import COMMENT, Rule, rules

LIGHT, DARK, PRINT = "light", "dark", "print"
SCHEMES = (LIGHT, DARK, PRINT)
ROOTS = (":root", "html")
HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})(f|ff)?", re.IGNORECASE)
RGB = re.compile(r"rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)")
VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,(.*))?\)", re.DOTALL)
NAMES = {"black": "#000000", "white": "#ffffff"}
DECLARED = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]+?)\s*(?:!important\s*)?(?=[;}])")
MARKS = re.compile(r"([>+~,()\[\]]|\s+)")
"""Around them a selector may have space."""
DEEPEST = 8
"""Of a token that is said by others."""


@dataclass(frozen=True)
class Painted:
    """A rule that says a colour and its ground."""

    selector: str
    ink: str
    """`#RRGGBB`."""
    ground: str
    said: tuple[str, str]
    """The two as the rule says them: a token by its name."""


def holds(rule: Rule, scheme: str) -> bool:
    """Whether the conditions of a rule are those of a scheme; widths hold somewhere, wishes are not counted."""
    asked = " ".join(rule.media)
    if "prefers-contrast" in asked or "forced-colors" in asked or "prefers-reduced" in asked:
        return False
    if "print" in asked:
        return scheme == PRINT
    if "screen" in asked and scheme == PRINT:
        return False
    told = re.search(r"prefers-color-scheme:\s*(light|dark)", asked)
    return told is None or told[1] == (LIGHT if scheme == PRINT else scheme)


def tokens(css: str, scheme: str) -> Mapping[str, str]:
    """Custom properties of the root to their values as they stand; the last that holds wins."""
    found: dict[str, tuple[bool, str]] = {}
    for rule in rules(css):
        if rule.selector in ROOTS and holds(rule, scheme):
            for name, value, important in rule.declarations:
                if name.startswith("--") and (important or not found.get(name, (False, ""))[0]):
                    found[name] = (important, value)
    return {name: value for name, (_, value) in found.items()}


def colour(value: str, known: Mapping[str, str], depth: int = 0) -> str | None:
    """`#RRGGBB` of a value; None for what is no plain colour."""
    value = value.strip()
    if (said := VARIABLE.fullmatch(value)) and depth < DEEPEST:
        return colour(known.get(said[1], said[2] or ""), known, depth + 1)
    if one := HEX.fullmatch(value):
        digits = one[1] if len(one[1]) == len("rrggbb") else "".join(digit * 2 for digit in one[1])
        return f"#{digits}".lower()
    if (one := RGB.fullmatch(value)) and all(int(channel) < 256 for channel in one.groups()):
        return "#" + "".join(f"{int(channel):02x}" for channel in one.groups())
    return NAMES.get(value.lower())


def bare(css: str) -> str:
    """A style text with spaces for its comments, so that the rest stands where it stood."""
    return COMMENT.sub(lambda found: " " * len(found[0]), css)


def declared_at(css: str, name: str, value: str, known: Mapping[str, str]) -> int | None:
    """Where a style text states a token with a colour, the last place that does; None where it does not."""
    found = [one for one in DECLARED.finditer(bare(css)) if one[1] == name and colour(one[2], known) == value]
    return found[-1].start() if found else None


def selected_at(css: str, selector: str) -> int | None:
    """Where a style text begins a rule of a selector, however it is spaced; None where it does not."""
    parts = r"\s*".join(re.escape(part) for part in MARKS.split(selector) if part.strip())
    found = re.search(rf"(?<![\w.#-]){parts}(?=\s*[,{{])", bare(css))
    return found.start() if found else None


def painted(css: str, scheme: str, known: Mapping[str, str]) -> Iterator[Painted]:
    """Rules that say both a colour and its ground, the tokens of the scheme being known."""
    for rule in rules(css):
        said = {name: value for name, value, _ in rule.declarations}
        ground = said.get("background-color", said.get("background", ""))
        pair = colour(said.get("color", ""), known), colour(ground, known)
        if holds(rule, scheme) and pair[0] and pair[1]:
            yield Painted(rule.selector, pair[0], pair[1], (token(said.get("color", "")), token(ground)))


def token(value: str) -> str:
    """The token that a value names; the value itself where it names none."""
    named = VARIABLE.fullmatch(value.strip())
    return named[1] if named else value
