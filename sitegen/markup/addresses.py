"""Addresses as editors write them, with their encodings undone."""

from __future__ import annotations

import re

_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_FOREIGN = re.compile(r"(?!page:)[A-Za-z][A-Za-z0-9+.-]*:|//")


def plain_target(address: str) -> str:
    """The address without percent-encoding; one of another site stays, since there `%26` is not `&`."""
    address = address.strip()
    return address if _FOREIGN.match(address) else _ENCODED.sub(_decoded, address)


def _decoded(match: re.Match[str]) -> str:
    try:
        return bytes.fromhex(match[0].replace("%", "")).decode()
    except UnicodeDecodeError:
        return match[0]
