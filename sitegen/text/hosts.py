"""Hosts: which one a browser asks that follows an address (WHATWG URL Standard, 4.4)."""

from __future__ import annotations

import re

LEFT_OUT = re.compile(r"[\t\n\r]")
EDGES = "".join(map(chr, range(0x21)))
"""Control characters and the space, which browsers take off both ends."""
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
ASKING = frozenset({"http:", "https:", "ws:", "wss:", "ftp:"})
"""Schemes that lead to a host; `data:`, `mailto:` and the like lead to none."""
END = re.compile(r"[/?#]")
PORT = re.compile(r":[0-9]*\Z")


def host_of(address: str) -> str:
    """The host of an address, comparable, without port; "" for one that stays on the host of its page, or asks none."""
    plain = LEFT_OUT.sub("", address.strip(EDGES)).replace("\\", "/")
    scheme = SCHEME.match(plain)
    if scheme and scheme[0].lower() not in ASKING:
        return ""
    if not scheme and not plain.startswith("//"):
        return ""
    rest = plain[scheme.end() :] if scheme else plain
    authority = END.split(rest.lstrip("/"), maxsplit=1)[0]
    return comparable(PORT.sub("", authority.rpartition("@")[2]))


def comparable(host: str) -> str:
    """A host in the letters of the net: `община.бг` and `xn--80abvuc1e.xn--90ae` are one."""
    plain = host.lower().rstrip(".")
    try:
        return plain.encode("idna").decode("ascii")
    except UnicodeError:  # too long, or of signs that no host has
        return plain
