"""Scripts: words that mix Cyrillic and Latin letters, in all texts; those within codes are the business of codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from sitegen.checks.inspection import Inspection
from sitegen.markup.paragraphs import CODE, Paragraph
from sitegen.markup.respelling import in_paragraph
from sitegen.markup.settings_words import settings_words
from sitegen.model.source import Source
from sitegen.problems import Message, Mistake, Problem, message
from sitegen.text.codes import codes_in
from sitegen.text.languages import CYRILLIC, SCRIPTS
from sitegen.text.scripts import meant_script, mixed_words, respelled, strangers, with_hyphen
from sitegen.text.strangers import told

MOST = 100
"""Problems of one file: who has more learns nothing from the rest."""


def problems(inspection: Inspection) -> Iterator[Problem]:
    """The mixed words of pages and settings."""
    for page in inspection.sources:
        usual, source = SCRIPTS.get(page.language, ""), inspection.source(page)
        yield from islice(text_problems(inspection.paragraphs[page.file], usual, source), MOST)


def settings_problems(inspection: Inspection) -> Iterator[Problem]:
    """The same in the words of the settings."""
    settings = settings_words(inspection.whole.config)
    found = (text_problems((piece,), SCRIPTS.get(language, ""), None) for language, piece in settings)
    yield from islice((problem for some in found for problem in some), MOST)


def text_problems(pieces: Iterable[Paragraph], usual: str, source: Source | None) -> Iterator[Problem]:
    """The mixed words of some texts; `usual` is the script of their language."""
    for piece in pieces:
        if piece.kind != CODE and any(mixed_words(piece.text)):
            codes = [range(place, place + len(code)) for place, code in codes_in(piece.prose)]
            for place, word in mixed_words(piece.prose):
                if not any(place in code for code in codes):
                    yield mixed(piece, place, word, usual, source)


def mixed(piece: Paragraph, place: int, word: str, usual: str, source: Source | None) -> Problem:
    """The complaint about one word; it is corrected where nobody can have meant another."""
    script = meant_script(word, usual)
    found = strangers(word, script)
    if with_hyphen(word, usual):
        found = tuple(replace(stranger, right="") for stranger in found)
    mistake = Mistake(
        "TXT-01", message("in '{word}' {letters}", word=word, letters=told(found)), advice(word, script, usual)
    )
    changes = ((place + stranger.place, stranger.sign, stranger.right) for stranger in found)
    corrections = in_paragraph(source, piece, changes) if respelled(word, usual) else ()
    return mistake.at(piece.spot(place), corrections=corrections)


def advice(word: str, script: str, usual: str) -> Message:
    """What to write instead."""
    proposal, parted = respelled(word, usual), with_hyphen(word, usual)
    if proposal and script == CYRILLIC:
        return message("Write the whole word in Cyrillic: {proposal}", proposal=proposal)
    if proposal:
        return message("Write the whole word in Latin letters: {proposal}", proposal=proposal)
    if parted:
        return message("Put a hyphen between the parts: {proposal}", proposal=parted)
    return message("Write the whole word in one script.")
