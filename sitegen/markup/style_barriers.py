"""What style texts take away from those who use keys, turn their screen, see few colours or are dazed by movement.

Of a style text alone: what an element looks like in the end, a browser judges.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.markup.styles import Rule, pixels, rules
from sitegen.problems import Message, message

NOTHING_DRAWN = frozenset({"none", "0", "0px", "hidden", "transparent"})
MARKS = ("box-shadow", "border", "background", "text-decoration")
"""Properties, or their beginnings, that show where the focus is, or that words are a link."""
THINNEST = 2.0
"""Pixels of a line around what has the focus."""
SHOWING = ("display", "visibility", "opacity", "content")
PLAIN_LINK = re.compile(r"(?:(?:body|main|p|li|article|\.prose)\s+)*a(?::link|:visited|:any-link)?")
WHOLE = frozenset({"html", "body", "main", ":root"})
FOCUS = re.compile(r":focus(?:-visible|-within)?")


@dataclass(frozen=True)
class Barrier:
    """A rule of a style text that shuts somebody out."""

    selector: str
    what: Message


def barriers(css: str, whole: str) -> Iterator[Barrier]:
    """Those of a style text; `whole`: all that stands in the pages."""
    known = tuple(rules(css))
    for rule in known:
        said = {name: value.lower() for name, value, _ in rule.declarations}
        for judge in JUDGES:
            what = judge(rule, said)
            if what:
                yield Barrier(rule.selector, what)
        if shows_at_pointers_only(rule, said, known):
            what = message("'{selector}' shows something to pointers and not to keys", selector=rule.selector)
            yield Barrier(rule.selector, what)
        if covers(rule, said) and "scroll-padding" not in whole:
            what = message("'{selector}' stays in place and can cover what has the focus", selector=rule.selector)
            yield Barrier(rule.selector, what)


def without_focus(rule: Rule, said: Mapping[str, str]) -> Message | None:
    """An outline that is taken away, or that is hardly seen, with nothing in its place (SC 2.4.7)."""
    if ":not(:focus-visible)" in rule.selector or is_marked(said):
        return None
    named = {name: said.get(name, "") for name in ("outline", "outline-style", "outline-width")}
    words = {word for value in named.values() for word in value.split()}
    if words & NOTHING_DRAWN:
        return message("'{selector}' takes away the line around what has the focus", selector=rule.selector)
    widths = [width for word in words if (width := pixels(word)) is not None]
    if FOCUS.search(rule.selector) and widths and min(widths) < THINNEST:
        return message("'{selector}' draws less than 2 px around what has the focus", selector=rule.selector)
    return None


def is_marked(said: Mapping[str, str]) -> bool:
    """Whether a rule draws something that is seen."""
    return any(name.startswith(MARKS) and value not in NOTHING_DRAWN for name, value in said.items())


def turned(rule: Rule, said: Mapping[str, str]) -> Message | None:
    """A page for one way of holding the screen (SC 1.3.4)."""
    is_turned = "rotate" in said or "rotate" in said.get("transform", "")
    is_gone = said.get("display") == "none" and rule.selector in WHOLE
    if "orientation" in " ".join(rule.media) and (is_turned or is_gone):
        return message("'{selector}' allows the screen to be held in one way only", selector=rule.selector)
    return None


def restless(rule: Rule, said: Mapping[str, str]) -> Message | None:
    """Movement without an end (SC 2.2.2)."""
    moves = f"{said.get('animation', '')} {said.get('animation-iteration-count', '')}"
    if "infinite" in moves and "no-preference" not in " ".join(rule.media):
        return message("'{selector}' moves without an end", selector=rule.selector)
    return None


def colour_alone(rule: Rule, said: Mapping[str, str]) -> Message | None:
    """Links in a text that only their colour tells from it (SC 1.4.1)."""
    line = f"{said.get('text-decoration', '')} {said.get('text-decoration-line', '')}"
    if PLAIN_LINK.fullmatch(rule.selector) and "none" in line.split() and not is_marked(said):
        return message("'{selector}' takes the underline from links in a text", selector=rule.selector)
    return None


def shows_at_pointers_only(rule: Rule, said: Mapping[str, str], known: tuple[Rule, ...]) -> bool:
    """Whether something comes up under a pointer that the focus does not bring (SC 1.4.13, 2.1.1)."""
    if ":hover" not in rule.selector:
        return False
    shown = [name for name in SHOWING if said.get(name, "none") not in ("none", "hidden", "0", '""', "''", "normal")]
    by_keys = {FOCUS.sub(":hover", one.selector) for one in known if FOCUS.search(one.selector)}
    return bool(shown) and rule.selector not in by_keys


def covers(rule: Rule, said: Mapping[str, str]) -> bool:
    """Whether something stays while the page moves under it (SC 2.4.11)."""
    stays = said.get("position") in ("fixed", "sticky")
    return stays and not FOCUS.search(rule.selector) and "print" not in " ".join(rule.media)


JUDGES: tuple[Callable[[Rule, Mapping[str, str]], Message | None], ...] = (
    without_focus,
    turned,
    restless,
    colour_alone,
)
