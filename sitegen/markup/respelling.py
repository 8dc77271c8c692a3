"""Respelling: the corrections that change single letters of a value or of a text, where the file spells them so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.markup.paragraphs import FIELD, Paragraph
from sitegen.model.source import Source
from sitegen.problems import Correction, Location

Change = tuple[int, str, str]
"""A place from 0, what stands there, and what belongs there."""


def in_value(source: Source | None, at: Location, value: str, changes: Iterable[Change]) -> tuple[Correction, ...]:
    """The corrections of a value of the front matter; none where the file writes it in another way."""
    start = source.spelling(at, value) if source else None
    if start is None:
        return ()
    return tuple(
        Correction(Location(start.path, start.line, start.column + place), old, new)
        for place, old, new in joined(changes)
    )


def in_paragraph(source: Source | None, piece: Paragraph, changes: Iterable[Change]) -> tuple[Correction, ...]:
    """The corrections of a piece of a page's words."""
    if piece.kind == FIELD:
        return in_value(source, piece.at, piece.text, changes)
    return tuple(Correction(piece.spot(place), old, new) for place, old, new in joined(changes))


def joined(changes: Iterable[Change]) -> Iterator[Change]:
    """Changes in order, those side by side as one."""
    waiting: Change | None = None
    for place, old, new in changes:
        if waiting and waiting[0] + len(waiting[1]) == place:
            waiting = (waiting[0], waiting[1] + old, waiting[2] + new)
            continue
        if waiting:
            yield waiting
        waiting = (place, old, new)
    if waiting:
        yield waiting
