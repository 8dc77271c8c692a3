"""Quotes: marks that open and never close, or close what nothing opened; their shape is set when pages are made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitegen.checks.inspection import Inspection
from sitegen.markup.paragraphs import CODE, FIELD, HEADING, TABLE, Paragraph
from sitegen.problems import Mistake, Problem, Severity, message
from sitegen.text.quotes import Lonely, lonely
from sitegen.text.typography import MARK

NAMED = re.compile(r"&(?:quot|[lrb]d?a?quo|#34|#8220|#8221|#8222|#171|#187);")
"""Marks written by name, which masking hides."""
MOST_MARKS = 1000
"""In a paragraph; more of them are no quotations."""
BEFORE_WORDS = " \n>*_"
AFTER_WORDS = " \n*_.,;:!?…)"


def problems(inspection: Inspection) -> Iterator[Problem]:
    """The marks without a partner, one a paragraph."""
    for pieces in inspection.paragraphs.values():
        judged = [(piece, lonely(piece.prose) if has_marks(piece) else None) for piece in pieces]
        fields = [(piece, mark) for piece, mark in judged if piece.kind == FIELD]
        for piece, mark in (*fields, *running(judged[len(fields) :])):
            if mark:
                yield without_partner(piece, mark)


def has_marks(piece: Paragraph) -> bool:
    """Whether there is anything to judge: in tables and code a mark may stand for something else."""
    is_text = piece.kind not in (CODE, TABLE) and not NAMED.search(piece.text)
    return is_text and 0 < len(MARK.findall(piece.text)) <= MOST_MARKS


def running(
    judged: Sequence[tuple[Paragraph, Lonely | None]],
) -> Iterator[tuple[Paragraph, Lonely | None]]:
    """A body's marks without those of a quotation that runs on: it opens a paragraph and is closed in a later one."""
    waiting: tuple[Paragraph, Lonely] | None = None
    for piece, mark in judged:
        if waiting and piece.kind != HEADING:
            if ends_quotation(piece, mark):
                waiting = None
                continue
            if mark is None or begins_quotation(piece, mark):
                continue
        if waiting:
            yield waiting
        waiting = (piece, mark) if mark and begins_quotation(piece, mark) else None
        if not waiting:
            yield piece, mark
    if waiting:
        yield waiting


def begins_quotation(piece: Paragraph, mark: Lonely) -> bool:
    """Whether the mark that stays open is the first thing in a paragraph."""
    return mark.is_open and not piece.prose[: mark.place].strip(BEFORE_WORDS)


def ends_quotation(piece: Paragraph, mark: Lonely | None) -> bool:
    """Whether a paragraph closes what an earlier one opened; the last one may open it anew first."""
    if mark:
        return not mark.is_open
    words = piece.prose.strip(BEFORE_WORDS)
    return bool(MARK.match(words) and MARK.match(words.rstrip(AFTER_WORDS)[-1:]))


def without_partner(piece: Paragraph, mark: Lonely) -> Problem:
    """The remark about one mark."""
    complaint = (
        message("this quotation is never closed: {words}", words=around(piece.prose, mark.place))
        if mark.is_open
        else message("this quotation mark closes nothing: {words}", words=around(piece.prose, mark.place))
    )
    hint = message("Write the mark that is missing, or delete this one; its shape is set right by itself.")
    return Mistake("TXT-03", complaint, hint).at(piece.spot(mark.place), Severity.WARNING)


def around(text: str, place: int) -> str:
    """The mark with the words beside it."""
    before, after = text[max(place - 30, 0) : place].split(" "), text[place : place + 30].split(" ")
    cut_before, cut_after = before[1:] if place > 30 else before, after[:-1] if len(text) > place + 30 else after
    return " ".join((" ".join(cut_before or before) + " ".join(cut_after or after)).split())
