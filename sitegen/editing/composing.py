"""Composing: the file of a translation with texts put in, paragraph by paragraph; all around them stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.editing.bilingual import CONTAINER, Bilingual
from sitegen.editing.placing import Way, new_head, placed, ways
from sitegen.editing.source_file import Misfit, SourceFile, paragraph_correction
from sitegen.markup.paragraphs import FIELD, Paragraph, body_paragraphs
from sitegen.model.source import Source
from sitegen.problems import Correction

Piece = tuple[str, str]
"""A paragraph of a translation's body: the name of the source's that it answers, "" where nobody asks, and its text."""


@dataclass(frozen=True)
class Composed:
    """A file as it will be, and the paragraphs that its body must then have."""

    file: SourceFile
    body: tuple[Piece, ...]
    titles: tuple[str, ...] = ()
    """Of the boxes of a new body that are still the source's."""


def composed(two: Bilingual, file: SourceFile | None, texts: Mapping[str, str], numbers: Mapping[str, int]) -> Composed:
    """A translation with texts by the paragraph of its source; raises Misfit where one has no place.

    `file` is None where there is none yet; `numbers` are those of the translation's paragraphs that some names mean.
    """
    known = ways(two.source)
    words = [(known[name], text) for name, text in texts.items() if two.paragraphs[name].kind == FIELD]
    body = {name: text for name, text in texts.items() if two.paragraphs[name].kind != FIELD}
    if file is None:
        return new_file(two, words, body)
    path = two.translation_file.path
    if two.has_body or not body:
        pieces, made = with_texts(two, file, body, numbers)
        return Composed(placed(made, path, words), pieces)
    end = "" if file.text.endswith("\n") else "\n"
    addition = Correction(file.place(len(file.text), path), "", end + whole_body(two, body))
    whole = file.corrected([addition])
    return Composed(placed(whole, path, words), in_order(two, body), titles(two, body))


def new_file(two: Bilingual, words: list[tuple[Way, str]], body: Mapping[str, str]) -> Composed:
    """The first file of a translation."""
    text = new_head(words) + (whole_body(two, body) if body else "")
    return Composed(SourceFile(text.encode()), in_order(two, body), titles(two, body) if body else ())


# ── a body that is there ────────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class Room:
    """A paragraph of the translation, and what comes above and below it."""

    paragraph: Paragraph
    piece: Piece
    above: list[Piece] = field(default_factory=list)
    below: list[Piece] = field(default_factory=list)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All that will stand here."""
        return (*self.above, self.piece, *self.below)

    def correction(self, file: Source) -> Correction:
        """What changes in the file here."""
        new = "\n\n".join(text for _, text in self.pieces)
        line = self.paragraph.at.line
        is_tight = self.above and line > file.body_line and file.lines[line - 2].strip()
        return paragraph_correction(self.paragraph, f"\n{new}" if is_tight else new)


def with_texts(
    two: Bilingual, file: SourceFile, texts: Mapping[str, str], numbers: Mapping[str, int]
) -> tuple[tuple[Piece, ...], SourceFile]:
    """The paragraphs of a body with texts in it, and the file; raises Misfit."""
    rooms = furnished(two, texts, numbers)
    corrections = (room.correction(two.translation_file) for room in rooms)
    changes = [change for change in corrections if change.new != change.old]
    return tuple(piece for room in rooms for piece in room.pieces), file.corrected(changes)


def furnished(two: Bilingual, texts: Mapping[str, str], numbers: Mapping[str, int]) -> list[Room]:
    """The body of a translation with texts in the place of old ones, new ones between them; raises Misfit."""
    rooms = [Room(paragraph, ("", paragraph.text)) for paragraph in body_paragraphs(two.translation_file)]
    following: list[Piece] | None = None
    for place, paragraph in enumerate(two.body):
        if is_parted(two, place):
            following = None
        name, text = paragraph.id, texts.get(paragraph.id)
        number = numbers.get(name, two.answer(name))
        if number is not None:
            room = rooms[number]
            if name in numbers:
                room.piece = (name, room.paragraph.text if text is None else text)
            following = room.below
        elif text is not None:
            following = before_the_next(two, place, rooms) if following is None else following
            following.append((name, text))
    return rooms


def before_the_next(two: Bilingual, place: int, rooms: list[Room]) -> list[Piece]:
    """Where a text goes that follows none; raises Misfit where a box begins or ends before the next one."""
    for following in range(place + 1, len(two.body)):
        if is_parted(two, following):
            break
        number = two.answer(two.body[following].id)
        if number is not None:
            return rooms[number].above
    raise Misfit(f"no paragraph beside {two.body[place].id} has a translation")


def is_parted(two: Bilingual, place: int) -> bool:
    """Whether a box begins or ends between a paragraph of the source and the one before it."""
    if not place:
        return False
    before, here = two.body[place - 1], two.body[place]
    end = before.at.line + before.text.count("\n")
    return any(map(CONTAINER.match, two.source_file.lines[end : here.at.line - 1]))


# ── a new body ──────────────────────────────────────────────────────────────────────────────────────────────────────


def whole_body(two: Bilingual, texts: Mapping[str, str]) -> str:
    """The source's body with the texts in the place of its paragraphs, and in the titles of its boxes."""
    first = two.source_file.body_line
    lines = two.source_file.lines[first - 1 :]
    for box in two.boxes:
        line = lines[box.at.line - first]
        lines[box.at.line - first] = line[: box.at.column - 1] + texts.get(box.id, box.text)
    for paragraph in reversed(two.body):
        start = paragraph.at.line - first
        lines[start : start + paragraph.text.count("\n") + 1] = [texts[paragraph.id]]
    return "\n".join(lines).strip("\n") + "\n"


def in_order(two: Bilingual, texts: Mapping[str, str]) -> tuple[Piece, ...]:
    """The paragraphs of a new body."""
    return tuple((paragraph.id, texts[paragraph.id]) for paragraph in two.body if paragraph.id in texts)


def titles(two: Bilingual, texts: Mapping[str, str]) -> tuple[str, ...]:
    """The titles of the boxes that have no text."""
    return tuple(box.text for box in two.boxes if box.id not in texts)
