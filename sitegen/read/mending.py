"""Mending: how a front matter that YAML refuses or cuts is put right, offered only where nothing else can be meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from sitegen.problems import Correction, Location

Loader: type[yaml.Loader] = getattr(yaml, "CLoader", yaml.Loader)
LONGEST_TRIED = 256 * 1024
"""Characters of a text that is read once more to prove a correction."""
KEY = re.compile(r"\s*(?:- +)?(?:[\w./-]+: +)?|\s*- +", re.ASCII)
"""What may stand before a value: a dash, a key of the format, an id, the name of a file."""
KEY_INSIDE = re.compile(r"[\w-]+:(?:\s|$)", re.ASCII)
"""A value that may be meant as a map."""
SIGNS = "[]{}|>*&!,?"
"""Beginnings of a value that YAML knows and that may be meant."""
WORD = re.compile(r"[\w./:-]+", re.ASCII)
"""A value that may be an id, a name of a file, one of some words."""
DECIMAL = re.compile(r"\d,\d", re.ASCII)
NUMBER_SIGN = re.compile(r"#\d{1,6}")
COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{3}){1,2}")
KEY_LINE = re.compile(r"^[a-z_]+:(?: |$)", re.MULTILINE)
"""A line of a front matter in what would be the body."""
FENCE_OF_DASHES = re.compile(r"[ \t]*---|[-–—]{2,9}")


def quoted(value: str) -> str:
    """A value in quotes that YAML reads as it stands."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def quotes(lines: Sequence[str], number: int, value: str, words: str, at: Location) -> tuple[Correction, ...]:
    """Quotes around the value that ends the line of a number: `value` as it stands, `words` as they are meant."""
    line = lines[number]
    start = at.column - 1
    is_sign = value[0] in SIGNS and not value.startswith("**")
    if " #" in value or is_sign or KEY_INSIDE.match(value) or not KEY.fullmatch(line[:start]):
        return ()
    if goes_on(lines, number):
        return ()
    mended = line[:start] + quoted(words) + line[start + len(value) :]
    return (Correction(at, value, quoted(words)),) if reads(lines, number, mended, start, words) else ()


def space(lines: Sequence[str], number: int, key: str, at: Location) -> tuple[Correction, ...]:
    """A space behind the colon at a place."""
    line = lines[number]
    mended = f"{line[: at.column]} {line[at.column :]}"
    behind = Location(at.path, at.line, at.column + 1)
    is_right = reads(lines, number, mended, at.column - 1 - len(key), key)
    return (Correction(behind, "", " "),) if is_right else ()


def goes_on(lines: Sequence[str], number: int) -> bool:
    """Whether the value of a line continues on the next one."""
    following = next((line for line in lines[number + 1 :] if line.strip()), "")
    beginning = re.match(r"\s*(?:- +)?", lines[number])
    return beginning is not None and len(following) - len(following.lstrip()) > beginning.end()


def reads(lines: Sequence[str], number: int, mended: str, column: int, value: str) -> bool:
    """Whether YAML, with one line mended, reads all before and a value at a column of that line."""
    if sum(map(len, lines)) > LONGEST_TRIED:
        return False
    text = "\n".join((*lines[:number], mended, *lines[number + 1 :]))
    try:
        for event in yaml.parse(text, Loader=Loader):
            mark = event.start_mark
            if mark and isinstance(event, yaml.ScalarEvent) and (mark.line, mark.column) == (number, column):
                return bool(event.value == value)
    except yaml.YAMLError:
        pass
    return False


def rejoined(written: str, pieces: Sequence[yaml.Node], whole: str, at: Location) -> tuple[Correction, ...]:
    """Quotes around a value that commas cut to pieces; none where a piece may be the value of another key."""
    is_plain = all(isinstance(piece, yaml.ScalarNode) and not piece.style for piece in pieces)
    starts = [piece.start_mark.index - pieces[0].start_mark.index for piece in pieces[1:]]
    is_sure = all(
        not WORD.fullmatch(str(piece.value)) or DECIMAL.match(written, start - 2)
        for piece, start in zip(pieces[1:], starts, strict=True)
    )
    return (Correction(at, written, quoted(whole)),) if is_plain and is_sure and "\n" not in written else ()


def uncut(written: str, value: str, rest: str, at: Location) -> tuple[Correction, ...]:
    """Quotes around a value that ` #` cut off, where a number or a colour follows and no remark."""
    sign = NUMBER_SIGN if value else COLOUR
    is_sure = sign.fullmatch(rest) and written.startswith(value) and "\n" not in written
    return (Correction(at, written, quoted(written)),) if is_sure else ()


def fence(text: str, found: re.Match[str], at: Location) -> tuple[Correction, ...]:
    """Three hyphens instead of what somebody wrote; `at` is the beginning of that line."""
    is_sure = FENCE_OF_DASHES.fullmatch(found[0].rstrip()) and not KEY_LINE.search(text, found.end())
    return (Correction(at, found[0], "---"),) if is_sure else ()
