"""Compression as servers do it, to weigh what is sent."""

from __future__ import annotations

import zlib

FORM = 31
"""What zlib calls the form of gzip (RFC 1952); without name and time, so equal contents are packed equally."""
USUAL = 6
"""The level that is the habit of servers."""


def gzipped(content: bytes, level: int = USUAL) -> bytes:
    """The content packed by gzip."""
    packer = zlib.compressobj(level, zlib.DEFLATED, FORM)
    return packer.compress(content) + packer.flush()
