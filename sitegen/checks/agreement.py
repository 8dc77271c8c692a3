"""Agreement: numbers, dates, amounts, telephones and mail addresses are the same in all languages of a page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from sitegen.checks.inspection import Inspection
from sitegen.markup.paragraphs import CODE, FIELD, HEADING, LIST, Paragraph
from sitegen.model.page import Page
from sitegen.problems import Location, Mistake, Problem, Severity, message
from sitegen.text.figures import Figure, figures, mails, unshared
from sitegen.text.numerals import spelled

LANGUAGES = frozenset({"bg", "en", "ru"})
"""Those whose words for numbers and months are known."""
SMALL = 2
"""Digits of a number that other languages may spell."""
BETWEEN = "\n\n"
LONGEST = 400_000
"""Characters of a page that is compared."""
MOST = 5_000
"""Numbers of a page that is compared: larger ones are no texts."""
DIGIT = re.compile(r"[\d@]")
NUMBER = re.compile(r"\d+")
MARKER = re.compile(r"^[ ]{0,8}\d{1,9}(?=[.)][ ])", re.MULTILINE)
"""The number of an item in a list, which Markdown counts by itself."""
LEVEL = re.compile(r"[ ]{0,3}(#{1,6})")
HINT = message("Compare both with the document; correct the one that is wrong.")


@dataclass(frozen=True)
class Part:
    """Pieces of words that are compared together: a field, a section, or a whole body."""

    pieces: tuple[Paragraph, ...]

    @property
    def has_figures(self) -> bool:
        """Whether it needs a closer look."""
        return any(DIGIT.search(piece.text) for piece in self.pieces)

    @property
    def prose(self) -> str:
        """All the prose, without what is no number of the text."""
        return BETWEEN.join(without_markers(piece) for piece in self.pieces)

    def figures(self) -> list[Figure]:
        """Everything in it that languages share."""
        written = BETWEEN.join(piece.text for piece in self.pieces)
        return [*figures(self.prose), *(mails(written) if "@" in written else ())]

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each piece begins in the prose."""
        return (0, *accumulate(len(piece.text) + len(BETWEEN) for piece in self.pieces))

    def index(self, figure: Figure) -> int:
        """The number of the piece that a figure stands in."""
        return bisect_right(self.starts, figure.start) - 1

    def spot(self, figure: Figure) -> Location:
        """Where a figure stands in the file."""
        index = self.index(figure)
        return self.pieces[index].spot(figure.start - self.starts[index])


def problems(inspection: Inspection) -> Iterator[Problem]:
    """What a translation and its source tell differently."""
    pieces = {file: () if is_vast(written) else written for file, written in inspection.paragraphs.items()}
    for page in inspection.sources:
        if page.language != page.original:
            for ours, theirs in parts(pieces[page.file], pieces.get(page.source, ())):
                yield from part_problems(page, ours, theirs)


def is_vast(pieces: Sequence[Paragraph]) -> bool:
    """Whether comparing would take longer than anybody waits."""
    length = sum(len(piece.text) for piece in pieces)
    return length > LONGEST or (length > MOST and sum(len(NUMBER.findall(piece.text)) for piece in pieces) > MOST)


def parts(ours: Sequence[Paragraph], theirs: Sequence[Paragraph]) -> Iterator[tuple[Part, Part]]:
    """The parts of a translation with those of its source; what one of them lacks as a whole is left out."""
    fields = {piece.id: piece for piece in theirs if piece.kind == FIELD}
    for piece in ours:
        if piece.kind == FIELD and piece.id in fields:
            yield Part((piece,)), Part((fields[piece.id],))
    bodies = [[piece for piece in pieces if piece.kind not in (FIELD, CODE)] for pieces in (ours, theirs)]
    if all(bodies):
        if levels(bodies[0]) == levels(bodies[1]):
            yield from zip(*map(sections, bodies), strict=True)
        else:
            yield Part(tuple(bodies[0])), Part(tuple(bodies[1]))


def levels(body: Sequence[Paragraph]) -> list[int]:
    """The levels of the headings, which say how a body is built."""
    return [level(piece) for piece in body if piece.kind == HEADING]


def level(heading: Paragraph) -> int:
    """1 to 6; an underlined heading is of level 1 or 2."""
    marks = LEVEL.match(heading.text)
    return len(marks[1]) if marks else 1 if heading.text.rstrip().endswith("=") else 2


def sections(body: Sequence[Paragraph]) -> list[Part]:
    """A body from heading to heading."""
    found: list[list[Paragraph]] = [[]]
    for piece in body:
        if piece.kind == HEADING:
            found.append([])
        found[-1].append(piece)
    return [Part(tuple(pieces)) for pieces in found]


def without_markers(piece: Paragraph) -> str:
    """The prose of a piece, without the numbers of a list."""
    if piece.kind == LIST:
        return MARKER.sub(lambda found: " " * len(found[0]), piece.prose)
    return piece.prose


def part_problems(page: Page, ours: Part, theirs: Part) -> Iterator[Problem]:
    """One problem, where something is left over on either side."""
    if not (ours.has_figures or theirs.has_figures):
        return
    missing, strange = unshared(theirs.figures(), ours.figures())
    missing, strange = left_over(page, missing, ours), left_over(page, strange, theirs)
    if strange or missing:
        place = ours.spot(strange[0]) if strange else start_of(ours, theirs, missing[0])
        lines = [theirs.spot(figure).line for figure in missing] or [line_of(theirs, ours.index(strange[0]))]
        yield different(page.source, lines[0], named(missing), named(strange)).at(place, Severity.WARNING)


def left_over(page: Page, found: Sequence[Figure], others: Part) -> list[Figure]:
    """The figures that the other text does not even spell; of unknown languages, those that nobody spells."""
    if not found:
        return []
    if not {page.language, page.original} <= LANGUAGES:
        return [f for f in found if len(f.readings[0]) > SMALL and not f.readings[0].startswith("month")]
    words = spelled(others.prose)
    return [figure for figure in found if words.isdisjoint(figure.readings)]


def start_of(ours: Part, theirs: Part, missing: Figure) -> Location:
    """The paragraph that lacks something: the one beside the source's, where both have as many."""
    are_alike = len(ours.pieces) == len(theirs.pieces)
    return ours.pieces[theirs.index(missing) if are_alike else 0].at


def line_of(theirs: Part, index: int) -> int:
    """The line of the source's paragraph, or of the last one that it has."""
    return theirs.pieces[min(index, len(theirs.pieces) - 1)].at.line


def named(found: Sequence[Figure]) -> str:
    """Figures as they are written, each once."""
    return "; ".join(dict.fromkeys(figure.text for figure in found))


def different(source: str, line: int, there: str, here: str) -> Mistake:
    """The remark about numbers that differ."""
    facts = {"source": source, "line": line, "there": there, "here": here}
    if not there:
        return Mistake(
            "LNG-05", message("'{here}' does not stand in the source ({source}, line {line})", **facts), HINT
        )
    if not here:
        return Mistake(
            "LNG-05", message("'{there}' of the source ({source}, line {line}) is missing here", **facts), HINT
        )
    return Mistake(
        "LNG-05", message("the source has '{there}' ({source}, line {line}), and here it is '{here}'", **facts), HINT
    )
