"""What a PDF offers to those who listen to it: a text, a title, a language, tags.

Only what is cheap is looked at: the catalogue of the file and the operators of its first pages. A scan of hundreds of
pages costs no more than a letter.
"""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

FIRST_PAGES = 5
"""So many pages are searched for text; a cover may come before it."""
MOST_PIECES = 10
"""Of a page, or of another piece, that are looked at."""
MOST_STREAMS = 60
MOST_STORED = 500_000
"""Bytes of all streams as they are stored; where there are more, some are taken for text."""
MOST_UNPACKED = 4_000_000
"""Bytes of one stream that are searched."""
LONGEST_TITLE = 2_000
TEXT = re.compile(rb"[)>]\s{0,9}(?:Tj|['\"])|\]\s{0,9}TJ")
"""The four operators that show text (ISO 32000-1, 9.4.3)."""
TAG = re.compile(r"<[^<>]*>")


def facts_of(disk: Path) -> dict[str, Any]:
    """The facts of a file by their names in `File`; raises what pypdf raises for a damaged one."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with disk.open("rb") as file:
        pdf = PdfReader(file)
        root = pdf.root_object
        return {
            "pages": len(pdf.pages),
            "title": (str(pdf.metadata.title or "") if pdf.metadata else "") or title_of(root),
            "stated_language": str(part(root, "/Lang") or ""),
            "has_text": has_text(islice(streams(pdf.pages), MOST_STREAMS)),
            "has_tags": "/StructTreeRoot" in root or is_marked(root),
            "is_sealed": pdf.is_encrypted or is_signed(root),
        }


def part(owner: Any, name: str) -> Any:
    """The value of an entry, wherever in the file it stands; None for what is absent or no dictionary."""
    return owner[name] if isinstance(owner, Mapping) and name in owner else None


def is_marked(root: Any) -> bool:
    """Whether the file says that its content is tagged."""
    return bool(part(part(root, "/MarkInfo"), "/Marked") == True)  # noqa: E712 - pypdf's own kind of true


def is_signed(root: Any) -> bool:
    """Whether the file says that it has signatures (ISO 32000-1, 12.7.2)."""
    flags = part(part(root, "/AcroForm"), "/SigFlags")
    return isinstance(flags, int) and bool(flags & 1)


def title_of(root: Any) -> str:
    """The title in the file's XMP, where newer programs alone write it; "" for none."""
    return stated(root, b"dc:title")


def stated(root: Any, name: bytes) -> str:
    """The words of an element of the file's XMP; "" for none."""
    found = data_of(part(root, "/Metadata")) or b""
    start = found.find(b"<" + name)
    end = found.find(b"</" + name + b">", start)
    if not 0 <= start < end <= start + LONGEST_TITLE:
        return ""
    return " ".join(html.unescape(TAG.sub(" ", found[start:end].decode(errors="replace"))).split())


def has_text(found: Iterable[Any]) -> bool:
    """Whether streams show text; what is too large or cannot be unpacked may do so, and counts."""
    left = MOST_STORED
    for stream in found:
        left -= stored(stream)
        data = data_of(stream) if left >= 0 else None
        if data is None or TEXT.search(data, 0, MOST_UNPACKED):
            return True
    return False


def streams(pages: Any) -> Iterator[Any]:
    """The content of the first pages, then what they show from elsewhere, piece by piece."""
    first = [pages[number] for number in range(min(FIRST_PAGES, len(pages)))]
    for page in first:
        yield from contents(page)
    forms = [form for page in first for form in forms_of(page)]
    while forms:
        form = forms.pop()
        yield form
        forms += forms_of(form)


def contents(page: Any) -> Iterator[Any]:
    """A page's content: one stream or several."""
    found = part(page, "/Contents")
    if isinstance(found, list):
        yield from (one.get_object() for one in found)
    elif found is not None:
        yield found


def forms_of(owner: Any) -> list[Any]:
    """The pieces of content that a page or another piece may show."""
    named = part(part(owner, "/Resources"), "/XObject")
    names = islice(named, MOST_PIECES) if isinstance(named, Mapping) else ()
    found = (part(named, name) for name in names)
    return [one for one in found if part(one, "/Subtype") == "/Form"]


def stored(stream: Any) -> int:
    """How many bytes a stream has in the file."""
    return len(getattr(stream, "_data", b""))


def data_of(stream: Any) -> bytes | None:
    """The bytes of a stream, unpacked; None where it is too large or damaged, or no stream."""
    if stored(stream) > MOST_STORED:
        return None
    try:
        return bytes(stream.get_data())
    except Exception:  # noqa: BLE001 - pypdf raises whatever it meets in a damaged stream
        return None
