"""Bytes of an editor's file become text: UTF-8, with or without BOM; everything else is named."""

from __future__ import annotations

from sitegen.problems import Mistake, message

LARGEST_FILE = 5 * 1024 * 1024
"""Bytes."""


def decode(data: bytes) -> str:
    """The text with `\\n` line ends and without BOM; raises Mistake SYN-01 or SYN-06."""
    if len(data) > LARGEST_FILE:
        raise Mistake(
            "SYN-06",
            message("the file is larger than {limit} MB", limit=LARGEST_FILE // 1024**2),
            message("Put pictures and documents beside the page, not into it."),
        )
    if b"\0" in data:
        raise Mistake(
            "SYN-01",
            message("the file is not text: it holds NUL bytes"),
            message("Save it as UTF-8 text; a Word document does not become text by a new name."),
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise not_utf8(data, error) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def not_utf8(data: bytes, error: UnicodeDecodeError) -> Mistake:
    """The complaint about another encoding, which is named when it is plainly Windows' Cyrillic."""
    sample = data[error.start : error.start + 400].decode("cp1251", errors="replace")
    letters = [c for c in sample if c.isalpha() and not c.isascii()]
    cyrillic = sum("\u0400" <= c <= "\u045f" for c in letters)
    advice = message("Save the file again with the encoding UTF-8.")
    if letters and cyrillic >= 0.9 * len(letters):
        return Mistake("SYN-01", message("the file is in Windows-1251 (cp1251), not in UTF-8"), advice)
    return Mistake("SYN-01", message("the file is not UTF-8 text"), advice)


def line_of_bad_byte(data: bytes) -> int:
    """The line on which the text stops being UTF-8, for the report; 1 when it does not."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    return 1
