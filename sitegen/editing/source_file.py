"""One file of an editor: pieces of its text are replaced, every other byte stays, BOM and line ends among them."""

from __future__ import annotations

import os
import re
import stat
from bisect import bisect_left
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from sitegen.markup.paragraphs import Paragraph
from sitegen.problems import Correction, Location, Mistake, message
from sitegen.read.decoding import decode, unreadable
from sitegen.text.spots import spot

LINE_END = re.compile(r"\r\n|\r|\n")
MARK = "\0"
"""Stands for a line end that is added; no text has one."""


class Misfit(ValueError):
    """A correction that the file has no place for."""


@dataclass(frozen=True)
class SourceFile:
    """The bytes of a file, changed by places and pieces of the text that they are read as.

    The text is that of `decode`: line ends as `\\n`, the foreign ones as spaces. Where the pieces of a correction
    begin or end alike, only what differs between is written.
    """

    data: bytes

    @cached_property
    def text(self) -> str:
        """As problems count its lines and columns; raises Mistake."""
        return decode(self.data)

    @cached_property
    def raw(self) -> str:
        """The characters as they are in the file, without BOM."""
        return self.data.removeprefix(BOM_UTF8).decode()

    @cached_property
    def line_end(self) -> str:
        """What most lines end with, for lines that are added."""
        return next((end for end, _ in Counter(LINE_END.findall(self.raw)).most_common(1)), "\n")

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text without their ends."""
        return self.text.split("\n")

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins in the text."""
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    @cached_property
    def pairs(self) -> list[int]:
        """Where the text has one character for two of the file, `\\r\\n`."""
        return [found.start() - before for before, found in enumerate(re.finditer("\r\n", self.raw))]

    def offset(self, at: Location) -> int:
        """The place of a line and column in the text; raises Misfit where the file has no such place."""
        if not (1 <= at.line <= len(self.lines) and 1 <= at.column <= len(self.lines[at.line - 1]) + 1):
            raise Misfit(f"no such place: {at}")
        return self.starts[at.line - 1] + at.column - 1

    def place(self, offset: int, path: str) -> Location:
        """Line and column of a place in the text."""
        return Location(path, *spot(self.text, offset))

    def span(self, correction: Correction) -> tuple[int, int]:
        """From where to where a correction replaces the text; raises Misfit where something else stands there."""
        start = self.offset(correction.at)
        if not self.text.startswith(correction.old, start):
            raise Misfit(f"something else stands there: {correction.at}")
        return start, start + len(correction.old)

    def corrected(self, corrections: Iterable[Correction]) -> SourceFile:
        """The file with all corrections made; raises Misfit where one does not fit or two meet."""
        changes = sorted((*self.span(correction), correction.new) for correction in corrections)
        if any(meet(one[:2], other[:2]) for one, other in pairwise(changes)):
            raise Misfit("two corrections meet")
        smallest = [self.difference(*change) for change in changes]
        written = joined(self.raw, [(self.inside(start), self.inside(end), new) for start, end, new in smallest])
        bom = BOM_UTF8 if self.data.startswith(BOM_UTF8) else b""
        made = SourceFile(bom + written.replace(MARK, self.line_end).encode())
        if made.text != joined(self.text, smallest).replace(MARK, "\n"):
            raise Misfit("the line ends of the file would be read in another way")
        return made

    def difference(self, start: int, end: int, new: str) -> tuple[int, int, str]:
        """The same change without what stays alike at its beginning and end; line ends are marked in it."""
        old = self.text[start:end]
        head = alike(old, new)
        tail = alike(old[head:][::-1], new[head:][::-1])
        return start + head, end - tail, new[head : len(new) - tail].replace("\n", MARK)

    def inside(self, offset: int) -> int:
        """The place in the file's own characters of a place in the text."""
        return offset + bisect_left(self.pairs, offset)


def meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two spans, the first of which begins no later, share something or begin together."""
    return other[0] < one[1] or other[0] == one[0]


def alike(one: str, other: str) -> int:
    """So many characters at the beginning of two texts are the same."""
    differs = (number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differs, min(len(one), len(other)))


def joined(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    """The text with other pieces from one place to another; the changes are in order."""
    pieces, done = [], 0
    for start, end, new in changes:
        pieces += [text[done:start], new]
        done = end
    return "".join((*pieces, text[done:]))


def paragraph_correction(paragraph: Paragraph, new: str) -> Correction:
    """The replacement of a body's paragraph by other Markdown."""
    return Correction(Location(paragraph.at.path, paragraph.at.line), paragraph.text, new)


# ── the disk ────────────────────────────────────────────────────────────────────────────────────────────────────────


def read_file(disk: Path) -> SourceFile:
    """The file that lies there; raises Mistake when it cannot be opened."""
    try:
        return SourceFile(disk.read_bytes())
    except OSError as error:
        raise unreadable(error) from None


def save(root: Path, disk: Path, before: SourceFile, after: SourceFile) -> None:
    """Puts `after` in the place of `before`, whole or not at all; raises Mistake and leaves the file as it is.

    A link inside the content folder stays a link; the file that it leads to is changed.
    """
    real = Path(os.path.realpath(disk))
    if not real.is_relative_to(os.path.realpath(root)):
        raise leads_out(disk.name)
    if read_file(real) != before:
        raise changed_meanwhile()
    try:
        if not real.stat().st_mode & stat.S_IWUSR:
            raise read_only()
        exchange(real, after.data)
    except OSError as error:
        raise unwritable(error) from None


def exchange(real: Path, data: bytes) -> None:
    """Writes a file beside another and lets it take its place, with the same permissions."""
    beside = real.with_name(f".{os.urandom(4).hex()}.tmp")  # a name that reading passes over
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(stat.S_IMODE(real.stat().st_mode))
        beside.replace(real)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def leads_out(name: str) -> Mistake:
    """The complaint about a link to a file that is not the site's."""
    return Mistake(
        "LNK-06",
        message("the link '{name}' leads out of the content folder", name=name),
        message("Copy the files themselves here."),
    )


def changed_meanwhile() -> Mistake:
    """The complaint about a file that somebody saved in the meantime."""
    return Mistake(
        "SYN-07",
        message("the file was changed while the program worked; it was left as it is"),
        message("Save it in the other program and run the command again."),
    )


def read_only() -> Mistake:
    """The complaint about a file that its owner protected."""
    return Mistake(
        "SYN-07",
        message("the file is protected: it may only be read"),
        message("Allow writing to the file, if it may be changed, and run the command again."),
    )


def unwritable(error: OSError) -> Mistake:
    """The complaint about a file that cannot be replaced."""
    return Mistake(
        "SYN-07",
        message("the file cannot be written: {reason}", reason=error.strerror or type(error).__name__),
        message("Allow writing to the file and its folder, close it in other programs and run the command again."),
    )
