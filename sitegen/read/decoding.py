"""Bytes of an editor's file become text: UTF-8, with or without BOM; everything else is named."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from pathlib import Path

from sitegen.problems import Location, Mistake, Problem, message

LARGEST_FILE = 5 * 1024 * 1024
"""Bytes."""
FOREIGN_BREAKS = ("\x85", "\u2028", "\u2029")
"""Line ends that come along with pasted text: YAML breaks lines at them, editors do not."""
UTF16 = (b"\xff\xfe", b"\xfe\xff")
SAMPLE = 400
"""Bytes from the first wrong one on that tell the encoding."""
CYRILLIC_WORD = re.compile(r"[А-Яа-яЁё]{3}")


class PlacedMistake(Exception):
    """A problem that ends the reading of a file."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem.message))
        self.problem = problem


def read_text(disk: Path, path: str) -> str:
    """The text of a file that is called `path` in problems; raises `PlacedMistake`."""
    try:
        data = disk.read_bytes()
        return decode(data)
    except OSError as error:
        raise PlacedMistake(unreadable(error).at(Location(path))) from None
    except Mistake as mistake:
        raise PlacedMistake(mistake.at(Location(path, *bad_place(data)))) from None


def decode(data: bytes) -> str:
    """The text with `\\n` line ends and without BOM; raises Mistake SYN-01 or SYN-06."""
    if len(data) > LARGEST_FILE:
        raise too_large()
    if data.startswith(UTF16):
        raise another_encoding("UTF-16")
    if b"\0" in data:
        raise not_text()
    try:
        text = data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        raise not_utf8(error) from None
    return without_foreign_breaks(text.replace("\r\n", "\n").replace("\r", "\n"))


def guessed(data: bytes) -> str:
    """The text of a file of other programs, in the encoding that it seems to have: UTF-16, UTF-8, Windows' Cyrillic."""
    if data.startswith(UTF16):
        return data.decode("utf-16", "replace")
    try:
        return data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError:
        return data.decode("cp1251", "replace")


def without_foreign_breaks(text: str) -> str:
    """The text with spaces in their place."""
    for mark in FOREIGN_BREAKS:
        text = text.replace(mark, " ")
    return text


def unreadable(error: OSError) -> Mistake:
    """The complaint about a file that the computer does not give."""
    return Mistake(
        "SYN-07",
        message("the file cannot be opened: {reason}", reason=error.strerror or type(error).__name__),
        message("Close it in other programs and look at who may read it."),
    )


def too_large() -> Mistake:
    """The complaint about a file that is no text of a page."""
    return Mistake(
        "SYN-06",
        message("the file is larger than {limit} MB", limit=LARGEST_FILE // 1024**2),
        message("Put pictures and documents beside the page, not into it."),
    )


def not_text() -> Mistake:
    """The complaint about a document of another program."""
    return Mistake(
        "SYN-01",
        message("the file is not text: it holds NUL bytes"),
        message("Save it as UTF-8 text; a Word document does not become text by a new name."),
    )


def another_encoding(name: str) -> Mistake:
    """The complaint about an encoding that is known by name."""
    return Mistake(
        "SYN-01",
        message("the file is in {encoding}, not in UTF-8", encoding=name),
        message("Save the file again with the encoding UTF-8."),
    )


def not_utf8(error: UnicodeDecodeError) -> Mistake:
    """The complaint about bytes that are not UTF-8; Windows' Cyrillic is named."""
    if is_cp1251(error):
        return another_encoding("Windows-1251 (cp1251)")
    return Mistake(
        "SYN-01",
        message("the file is not UTF-8 text"),
        message("Save the file again with the encoding UTF-8."),
    )


def is_cp1251(error: UnicodeDecodeError) -> bool:
    """Whether the bytes from the first wrong one on are plainly words in Windows' Cyrillic."""
    sample = error.object[error.start : error.start + SAMPLE].decode("cp1251", errors="replace")
    letters = [c for c in sample if c.isalpha() and not c.isascii()]
    cyrillic = sum("\u0400" <= c <= "\u045f" for c in letters)
    return cyrillic >= 0.9 * len(letters) and CYRILLIC_WORD.search(sample) is not None


def bad_place(data: bytes) -> tuple[int, int]:
    """Line and column of the first byte that is not UTF-8; the start where the whole file is meant."""
    is_meant_whole = len(data) > LARGEST_FILE or data.startswith(UTF16) or b"\0" in data
    try:
        data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        if not is_meant_whole and not is_cp1251(error):
            before = error.object[: error.start].decode().replace("\r\n", "\n").replace("\r", "\n")
            return before.count("\n") + 1, len(before) - before.rfind("\n")
    return 1, 1
