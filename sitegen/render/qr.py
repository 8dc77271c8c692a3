"""QR codes: an address for the paper that a page is printed on."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from itertools import groupby

from sitegen.render.views.frame import QrView
from sitegen.render.workshop import Workshop

QUIET = 4
"""Modules of white around the code (ISO/IEC 18004)."""

KNOWN = 4096
"""Codes that are kept, about 2 kB each: the languages of a site come one after another, each with all its projects."""


@lru_cache(maxsize=KNOWN)
def qr_of(address: str) -> QrView:
    """The code of an address with error correction M, as one path of unit squares."""
    from sitegen.render.masks import masked

    matrix = masked(address)
    return QrView(size=len(matrix) + 2 * QUIET, path="".join(line(row, y) for y, row in enumerate(matrix, start=QUIET)))


def line(row: bytes, y: int) -> str:
    """The dark runs of a row."""
    done, x = [], QUIET
    for is_dark, run in groupby(row):
        width = len(list(run))
        if is_dark:
            done.append(f"M{x} {y}h{width}v1h-{width}z")
        x += width
    return "".join(done)


def render_qr(_workshop: Workshop, address: str) -> bytes:
    """The code of an address as a picture of its own, black on white, to be printed in any size."""
    code = qr_of(address)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {code.size} {code.size}" shape-rendering="crispEdges">'
        f"<title>{escape(address)}</title>"
        f'<path fill="#fff" d="M0 0h{code.size}v{code.size}H0z"/><path d="{code.path}"/></svg>\n'
    ).encode()
