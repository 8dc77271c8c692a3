"""Picture files without what they tell beside the picture: part by part, so that the picture itself keeps every byte.

Each function keeps a list of parts that are known to be needed; whatever else a camera or program wrote is left out.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator

START, END = b"\xff\xd8", b"\xff\xd9"
MARKER = re.compile(rb"\xff([^\x00\xd0-\xd7\xff])")
"""A JPEG marker; those between are restarts and stuffing inside the picture."""
APP0, APP2, APP14, LAST_APP, COMMENT = 0xE0, 0xE2, 0xEE, 0xEF, 0xFE

PNG = b"\x89PNG\r\n\x1a\n"
NEEDED_CHUNKS = frozenset(b"tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST pHYs sPLT acTL fcTL fdAT".split())
NEEDED_IN_WEBP = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
EXIF_AND_XMP = 0b1100
"""Flags of a WebP's head."""
LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
"""The applications of GIF that say how often it plays."""


def stripped(data: bytes, form: str) -> bytes:
    """The picture alone; raises ValueError when the file breaks off or is another format."""
    try:
        return STRIPPERS[form](data)
    except (IndexError, struct.error) as error:
        raise ValueError(f"broken {form}") from error


# ── JPEG (ITU-T T.81) ───────────────────────────────────────────────────────────────────────────────────────


def jpeg(data: bytes) -> bytes:
    """Without EXIF, XMP, IPTC, comments, thumbnails and further pictures behind the first; the colour profile stays."""
    if not data.startswith(START):
        raise ValueError("no JPEG")
    return START + b"".join(jpeg_parts(data)) + END


def jpeg_parts(data: bytes) -> Iterator[bytes]:
    """The needed segments between start and end, each scan's data among them."""
    position = len(START)
    while found := MARKER.search(data, position):
        yield data[position : found.start()].rstrip(b"\xff")  # a scan's data; before a marker may stand fill bytes
        if found[0] == END:
            return
        size = 2 + struct.unpack_from(">H", data, found.end())[0]
        yield jpeg_segment(found[1][0], data[found.start() : found.start() + size])
        position = found.start() + size
    raise ValueError("broken JPEG")


def jpeg_segment(marker: int, segment: bytes) -> bytes:
    """A segment as it is needed; empty for none."""
    if marker == APP0:
        return b"\xff\xe0\0\x10" + segment[4:16] + b"\0\0" if segment[4:9] == b"JFIF\0" else b""
    if marker == APP2:
        return segment if segment[4:16] == b"ICC_PROFILE\0" else b""
    return b"" if marker == COMMENT or (APP0 < marker <= LAST_APP and marker != APP14) else segment


# ── PNG (ISO/IEC 15948) ─────────────────────────────────────────────────────────────────────────────────────


def png(data: bytes) -> bytes:
    """Without texts, time, EXIF, private chunks and what follows the end."""
    if not data.startswith(PNG):
        raise ValueError("no PNG")
    parts, position, name = [PNG], len(PNG), b""
    while name != b"IEND":
        size, name = struct.unpack_from(">I4s", data, position)
        if name[:1].isupper() or name in NEEDED_CHUNKS:
            parts.append(data[position : position + 12 + size])
        position += 12 + size
    return b"".join(parts)


# ── WebP (RFC 9649) ─────────────────────────────────────────────────────────────────────────────────────────


def webp(data: bytes) -> bytes:
    """Without EXIF, XMP and unknown chunks."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise ValueError("no WebP")
    end, position, parts = 8 + struct.unpack_from("<I", data, 4)[0], 12, [b"WEBP"]
    while position + 8 <= end:
        name, size = struct.unpack_from("<4sI", data, position)
        whole = 8 + size + size % 2
        if name in NEEDED_IN_WEBP:
            parts.append(webp_chunk(name, data[position : position + whole]))
        position += whole
    body = b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def webp_chunk(name: bytes, chunk: bytes) -> bytes:
    """A chunk; the head no longer promises EXIF and XMP."""
    return chunk if name != b"VP8X" else chunk[:8] + bytes([chunk[8] & ~EXIF_AND_XMP]) + chunk[9:]


# ── GIF (89a) ───────────────────────────────────────────────────────────────────────────────────────────────


def gif(data: bytes) -> bytes:
    """Without comments, texts and foreign applications; loops and times of frames stay."""
    if data[:6] not in (b"GIF87a", b"GIF89a"):
        raise ValueError("no GIF")
    position = 13 + table_size(data[10])
    parts = [data[:position]]
    while data[position] != 0x3B:
        end = gif_block_end(data, position)
        if is_needed_block(data[position : position + 14]):
            parts.append(data[position:end])
        position = end
    return b"".join(parts) + b";"


def table_size(flags: int) -> int:
    """Bytes of the colour table that follows a descriptor."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def gif_block_end(data: bytes, position: int) -> int:
    """Where the frame or extension at a position ends."""
    is_frame = data[position] == 0x2C
    end = position + (11 + table_size(data[position + 9]) if is_frame else 2)
    while data[end]:
        end += 1 + data[end]
    return end + 1


def is_needed_block(head: bytes) -> bool:
    """Whether a block is a frame, its times, or the number of loops."""
    return head[:1] == b"," or head[:2] == b"!\xf9" or (head[:2] == b"!\xff" and head[3:] in LOOPS)


STRIPPERS: dict[str, Callable[[bytes], bytes]] = {"JPEG": jpeg, "MPO": jpeg, "PNG": png, "WEBP": webp, "GIF": gif}
"""By Pillow's name of the format; an MPO is a JPEG with more pictures behind it."""
