"""The mask of a QR code, chosen as ISO/IEC 18004:2015, 7.8.3 asks; the library looks at all eight module by module.

A matrix is bytes here, a module a byte, so that patterns of bytes and numbers of thousands of bits do the looking.
"""

from __future__ import annotations

import re
from functools import cache

from segno import QRCode, make_qr

LARGEST = 41
"""Modules of a side. Larger codes tell their version, in modules that do not count; they are left to the library."""
FINDER = re.compile(rb"\x01\x00\x01\x01\x01\x00\x01(?:(?=[\x00\x02]{4})|(?<=[\x00\x02]{4}.{7}))", re.DOTALL)
"""What looks like the corner of a code, with four light modules, or the margin, on one side."""
MARGIN = b"\2\2\2\2"


def masked(address: str) -> tuple[bytes, ...]:
    """The rows of an address's code, error correction M or better, with the mask of the lowest penalty."""
    code = make_qr(address, error="m", mask=0)
    size = len(code.matrix)
    if size > LARGEST:
        return tuple(map(bytes, make_qr(address, error="m").matrix))
    first, silent = number(code), silenced(size)
    codes = (first ^ change for change in changes(code.version, code.error))
    chosen = min(codes, key=lambda one: penalty((one & silent).to_bytes(size * size), size))
    whole = chosen.to_bytes(size * size)
    return tuple(whole[at : at + size] for at in range(0, len(whole), size))


def number(code: QRCode) -> int:
    """All modules of a code."""
    return int.from_bytes(b"".join(code.matrix))


@cache
def changes(version: int, error: str) -> tuple[int, ...]:
    """By which modules the code of each mask differs from that of the first; the same whatever a code says."""
    codes = [number(make_qr("0", version=version, error=error, boost_error=False, mask=mask)) for mask in range(8)]
    return tuple(code ^ codes[0] for code in codes)


@cache
def silenced(size: int) -> int:
    """All modules but those around the corners that name the mask: they do not count."""
    modules = bytearray(b"\1" * size * size)
    for place in (*range(6), 7, 8, *range(size - 8, size)):
        modules[8 * size + place] = modules[place * size + 8] = 0
    return int.from_bytes(modules)


def penalty(modules: bytes, size: int) -> int:
    """How far a code is from what a reader takes in easily: runs, blocks, false corners, more dark than light."""
    rows = [modules[at : at + size] for at in range(0, len(modules), size)]
    lines = MARGIN.join((b"", *rows, *(modules[at::size] for at in range(size)), b""))
    blocks = (size - 1) ** 2 - differing(int.from_bytes(modules), size)
    dark = modules.count(1) / size**2
    return runs(lines) + 3 * blocks + 40 * len(FINDER.findall(lines)) + 10 * int(abs(dark * 100 - 50) / 5)


def runs(lines: bytes) -> int:
    """The points for five and more modules of one colour in a line: three, and one for each beyond five."""
    modules, ones = int.from_bytes(lines), int.from_bytes(b"\1" * len(lines))
    change = modules ^ (modules >> 8)
    change |= change >> 1
    change |= change >> 8
    fives = ones & ~(change | change >> 16)
    return fives.bit_count() + 2 * (fives & ~(fives >> 8)).bit_count()


def differing(modules: int, size: int) -> int:
    """How many squares of two by two modules are not of one colour."""
    right, below = modules ^ (modules >> 8), modules ^ (modules >> 8 * size)
    beside = right | (right >> 8 * size) | below
    return (beside & squares(size)).bit_count()


@cache
def squares(size: int) -> int:
    """The modules that are the lower right one of a square."""
    return int.from_bytes(b"\0" * size + (b"\0" + b"\1" * (size - 1)) * (size - 1))
