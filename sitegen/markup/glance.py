"""A glance: the ids and addresses of a built page without their places, fast, and rather too many than too few.

The checks of a built site look closely (`outline`) only at pages where a glance finds something amiss.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import unescape

from sitegen.markup.outline import ADDRESSES, SETS
from sitegen.markup.tags import tags

NAMES = frozenset(name for names in ADDRESSES.values() for name in names)
HARD = frozenset({*SETS, "http-equiv"})
"""What holds addresses in a form of its own."""


@dataclass(frozen=True)
class Glance:
    """What a page may hold."""

    ids: tuple[str, ...]
    targets: frozenset[str]
    """Addresses, entities undone."""


def glance(html: str) -> Glance | None:
    """The ids and addresses; None for a page that must be read with care."""
    cut = tags(html)
    if not cut.is_plain or cut.attributes is None:
        return None
    if any(name in HARD for name, _ in cut.attributes):
        return None
    ids = tuple(unescape(value) for name, value in cut.attributes if name == "id")
    targets = {value for name, value in cut.attributes if name in NAMES}
    return Glance(ids, frozenset(unescape(target).strip() for target in targets))
