"""A glance: the ids and addresses of a built page without their places, fast, and rather too many than too few.

The checks of a built site look closely (`outline`) only at pages where a glance finds something amiss.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from sitegen.markup.outline import ADDRESSES

_NAMES = tuple({name for names in ADDRESSES.values() for name in names} - {"srcset", "imagesrcset"})
_VALUE = re.compile(r"""\s*(?:"([^"<>]*)"|'([^'<>]*)'|(["'])|([^\s"'=<>`]+))""")
_SIGN = re.compile(r"=(?<=[A-Za-z\s]=)")
"""What may stand behind the name of an attribute."""
_SIGHT = 24
"""Characters before `=` in which the name of an attribute stands."""
_HARD = ("srcset", "http-equiv")
"""What holds addresses in a form of its own."""


@dataclass(frozen=True)
class Glance:
    """What a page may hold."""

    ids: tuple[str, ...]
    targets: frozenset[str]
    """Addresses, entities undone."""


def glance(html: str) -> Glance | None:
    """The ids and addresses; None for a page that must be read with care."""
    plain = html.lower()
    if len(plain) != len(html) or any(word in plain for word in _HARD):
        return None
    ids: list[str] = []
    targets: set[str] = set()
    for place in (sign.start() for sign in _SIGN.finditer(html)):
        before = plain[max(0, place - _SIGHT) : place].rstrip()
        is_id = before.endswith("id")
        if is_id or before.endswith(_NAMES):
            value = _VALUE.match(html, place + 1)
            if value and value[3]:
                return None
            text = unescape(value[1] or value[2] or value[4] or "") if value else ""
            if is_id:
                ids.append(text)
            else:
                targets.add(text.strip())
    return Glance(tuple(ids), frozenset(targets))
