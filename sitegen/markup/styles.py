"""Style texts, as far as a static look reaches: which declarations an element has on a screen of some width.

Selectors of types, classes, ids, attributes, descendants and children, `:is`, `:where`, `:not` and `:root` are
understood. What asks for a state (`:hover`), for siblings or positions, for print or for a wish of the visitor does not
fit: a browser judges it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sitegen.markup.elements import Node

Weight = tuple[bool, int, int, int, int]
"""Importance, ids, classes, types, order."""

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
PIECE = re.compile(
    r"""(?P<tag>\*|[a-zA-Z][\w-]*)|\#(?P<id>[\w-]+)|\.(?P<class>[\w-]+)|\[\s*(?P<name>[\w-]+)\s*
    (?:(?P<sign>[~|^$*]?=)\s*["']?(?P<value>[^"'\]]*)["']?\s*)?\]|(?P<pseudo>::?[\w-]+)(?P<inside>\()?""",
    re.VERBOSE,
)
WIDTH = re.compile(r"\((min|max)-width:\s*([\d.]+)(px|rem|em)\)")
SIZED_FONT = re.compile(r"(?:^|\s)(?P<size>[\d.]+(?:px|rem|em|%|pt)|clamp\([^)]*\))(?:/\S+)?\s+(?P<family>.+)$")
LENGTH = re.compile(r"(-?(?:\d+\.?\d*|\.\d+))(px|rem|em|pt|cm|mm)?$")
PIXELS = {"px": 1.0, "rem": 16.0, "em": 16.0, "pt": 4 / 3, "cm": 37.795, "mm": 3.7795, None: 1.0}


@dataclass(frozen=True)
class Rule:
    """Declarations of one selector, and where they hold."""

    media: tuple[str, ...]
    selector: str
    declarations: tuple[tuple[str, str, bool], ...]
    """Name, value, and whether it is marked as important."""


@lru_cache(maxsize=8)
def rules(css: str) -> tuple[Rule, ...]:
    """The rules of a style text, in order."""
    return tuple(read(COMMENT.sub("", css), ()))


def read(css: str, media: tuple[str, ...]) -> Iterator[Rule]:
    """The rules of a block; those inside at-rules with what these ask for."""
    for head, body in blocks(css):
        if head.startswith(("@media", "@supports", "@layer", "@container")):
            yield from read(body, (*media, head) if head.startswith("@media") else media)
        elif not head.startswith("@"):
            found = tuple(declarations(body))
            yield from (Rule(media, selector, found) for selector in split(head, ","))


def blocks(css: str) -> Iterator[tuple[str, str]]:
    """What stands before a brace and between the two."""
    depth = start = begin = 0
    head = ""
    for mark in re.finditer(r"[{};]", css):
        if mark[0] == "{":
            if depth == 0:
                head, begin = css[start : mark.start()].strip(), mark.end()
            depth += 1
        elif mark[0] == "}":
            depth -= 1
            if depth == 0:
                yield head, css[begin : mark.start()]
                start = mark.end()
        elif depth == 0:
            start = mark.end()


def declarations(body: str) -> Iterator[tuple[str, str, bool]]:
    """Name and value; what `font` says is said in its parts too."""
    for part in split(body, ";"):
        name, _, value = part.partition(":")
        name, value = name.strip().lower(), value.strip()
        important = value.endswith("!important")
        value = value.removesuffix("!important").strip()
        yield name, value, important
        if name == "font" and (found := SIZED_FONT.search(value)):
            yield "font-family", found["family"], important
            yield "font-size", found["size"], important
            is_slanted = re.search(r"\b(italic|oblique)\b", value[: found.start("size")])
            yield "font-style", "italic" if is_slanted else "normal", important


def split(text: str, mark: str) -> Iterator[str]:
    """The parts between marks that stand outside brackets and strings."""
    depth, start, quote = 0, 0, ""
    for at, sign in enumerate(text):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign in "([":
            depth += 1
        elif sign in ")]":
            depth -= 1
        elif sign == mark and depth == 0:
            yield text[start:at].strip()
            start = at + 1
    if text[start:].strip():
        yield text[start:].strip()


@lru_cache(maxsize=512)
def declared(css: str, chain: tuple[Node, ...], width: int) -> Mapping[str, str]:
    """The declarations that win for the last of a chain on a screen so many pixels wide; nothing is inherited here."""
    best: dict[str, tuple[Weight, str]] = {}
    for order, rule in enumerate(rules(css)):
        weight = fits(rule.selector, chain) if all(holds(one, width) for one in rule.media) else None
        if weight is not None:
            for name, value, important in rule.declarations:
                ranked = ((important, *weight, order), value)
                if name not in best or best[name][0] <= ranked[0]:
                    best[name] = ranked
    return {name: value for name, (_, value) in best.items()}


def holds(media: str, width: int) -> bool:
    """Whether a media query holds on a light screen of a width, without wishes of the visitor."""
    asked = media.removeprefix("@media").strip()
    if "print" in asked or "prefers-" in asked or "forced-" in asked:
        return False
    bounds = WIDTH.findall(asked)
    limits = ((side, float(number) * PIXELS[unit]) for side, number, unit in bounds)
    return all(width >= limit if side == "min" else width <= limit for side, limit in limits)


def fits(selector: str, chain: Sequence[Node]) -> tuple[int, int, int] | None:
    """How specific a selector is that fits the last of a chain; None for one that does not."""
    parts = [part for part in re.split(r"\s*(>)\s*|\s+(?![^(\[]*[)\]])", selector) if part]
    if not parts or any(re.match(r"[+~]", part) for part in parts):
        return None
    weights: list[tuple[int, int, int]] = []
    return (
        (sum(w[0] for w in weights), sum(w[1] for w in weights), sum(w[2] for w in weights))
        if climbs(parts, chain, weights)
        else None
    )


def climbs(parts: Sequence[str], chain: Sequence[Node], weights: list[tuple[int, int, int]]) -> bool:
    """Whether the last part fits the last of the chain and the rest those above it."""
    if not chain:
        return False
    weight = is_of(parts[-1], chain)
    if weight is None:
        return False
    rest = parts[:-1]
    is_child = bool(rest) and rest[-1] == ">"
    rest = rest[:-1] if is_child else rest
    weights.append(weight)
    ends = range(len(chain) - 1, 0, -1) if not is_child else (len(chain) - 1,)
    if not rest or any(climbs(rest, chain[:end], weights) for end in ends):
        return True
    weights.pop()
    return False


def is_of(compound: str, chain: Sequence[Node]) -> tuple[int, int, int] | None:
    """How specific a compound selector is that fits the last of a chain; None for one that does not."""
    node, at, ids, classes, types = chain[-1], 0, 0, 0, 0
    while at < len(compound):
        piece = PIECE.match(compound, at)
        if piece is None:
            return None
        at = piece.end()
        if piece["pseudo"]:
            end = closing(compound, at) if piece["inside"] else at
            inner = compound[at : end - 1] if piece["inside"] else ""
            at = end
            weight = pseudo(piece["pseudo"], inner, chain)
            if weight is None:
                return None
            ids, classes, types = ids + weight[0], classes + weight[1], types + weight[2]
        elif not is_piece(piece, node):
            return None
        ids += bool(piece["id"])
        classes += bool(piece["class"] or piece["name"])
        types += bool(piece["tag"] and piece["tag"] != "*")
    return ids, classes, types


def closing(text: str, at: int) -> int:
    """Where the bracket that is open ends."""
    depth = 1
    while at < len(text) and depth:
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        at += 1
    return at


def pseudo(name: str, inside: str, chain: Sequence[Node]) -> tuple[int, int, int] | None:
    """The weight of what a colon asks for; None for what does not hold, or cannot be told."""
    if name == ":root":
        return (0, 1, 0) if chain[-1].tag == "html" else None
    if name not in (":is", ":where", ":not"):
        return None
    choices = list(split(inside, ","))
    found = [weight for choice in choices if (weight := fits(choice, chain)) is not None]
    if name == ":not":
        return None if found else (0, int("." in inside or ":" in inside or "[" in inside), 0)
    return None if not found else (0, 0, 0) if name == ":where" else max(found)


def is_piece(piece: re.Match[str], node: Node) -> bool:
    """Whether a type, id, class or attribute is the element's."""
    if piece["tag"]:
        return piece["tag"] in ("*", node.tag)
    if piece["id"]:
        return node.get("id") == piece["id"]
    if piece["class"]:
        return piece["class"] in node.classes
    if not any(name == piece["name"] for name, _ in node.attributes):
        return False
    value, wanted = node.get(piece["name"]), piece["value"]
    tests = {
        None: True,
        "=": value == wanted,
        "~=": wanted in value.split(),
        "^=": value.startswith(wanted or "\0"),
        "$=": value.endswith(wanted or "\0"),
        "*=": (wanted or "\0") in value,
        "|=": value == wanted or value.startswith(f"{wanted}-"),
    }
    return tests[piece["sign"]]


def pixels(value: str, em: float = 16.0) -> float | None:
    """A length on the screen in pixels; None for what is no plain length. `em`: the size of the type around it."""
    found = LENGTH.fullmatch(value.strip())
    if found is None:
        return None
    return float(found[1]) * (em if found[2] in ("em", "rem") else PIXELS[found[2]])
