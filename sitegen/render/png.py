"""PNG files with a palette, written so that the same picture has the same bytes on every machine (PNG, 3rd edition)."""

from __future__ import annotations

import zlib
from struct import pack

from PIL import Image, ImageChops

SIGNATURE = b"\x89PNG\r\n\x1a\n"
PALETTE = 3
"""The colour type: numbers of a palette, one byte each."""
UP = 2
"""The filter of each row: what differs from the row above; its number stands before the row."""


def png(picture: Image.Image, palette: bytes) -> bytes:
    """The picture, whose values are numbers of the palette, without metadata.

    Only runs are looked for: how zlib finds other repetitions depends on its make and on the processor.
    """
    width, height = picture.size
    packer = zlib.compressobj(level=6, strategy=zlib.Z_RLE)
    packed = packer.compress(differences(picture)) + packer.flush()
    header = pack(">IIBBBBB", width, height, 8, PALETTE, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", packed), (b"IEND", b""))
    return SIGNATURE + b"".join(chunk(name, content) for name, content in chunks)


def differences(picture: Image.Image) -> bytes:
    """The rows, each as its difference from the one above."""
    width, height = picture.size
    above = Image.new("L", picture.size)
    above.paste(picture, (0, 1))
    rows = Image.new("L", (width + 1, height), UP)
    rows.paste(ImageChops.subtract_modulo(picture, above), (1, 0))
    return rows.tobytes()


def chunk(name: bytes, content: bytes) -> bytes:
    """A piece of the file with its length and checksum."""
    return pack(">I", len(content)) + name + content + pack(">I", zlib.crc32(name + content))
