"""Lengths: a summary that is too long is cut by those who show it, a long paragraph is skipped by those who read it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.checks.inspection import Inspection
from sitegen.markup.paragraphs import FIELD, TEXT, Paragraph
from sitegen.model.page import Funded, Page
from sitegen.problems import Mistake, Problem, Severity, message
from sitegen.text.sentences import count_words, sentences

LONGEST_SUMMARY = 200
LONGEST_SUMMARY_OF_PROJECT = 600
LONGEST_PARAGRAPH = 150
LONGEST_SENTENCE = 35
"""Words, for plain language (`domain.md` 2.3)."""
SHORTEST_WORD = 2
"""Characters with the space behind it: a text that has no room for the words of a long sentence is not counted."""
LONG_FIELDS = frozenset({"summary", "text"})
"""Word fields that hold sentences."""
ITEM = re.compile(r"^ {0,3}(?:[*+-]|\d{1,9}[.)]) ", re.MULTILINE)
"""A list that follows its first words without a blank line."""


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Summaries, paragraphs and sentences beyond their length."""
    for page in inspection.sources:
        yield from summary_problems(page)
        for piece in inspection.paragraphs[page.file]:
            if len(piece.text) > LONGEST_SENTENCE * SHORTEST_WORD and has_sentences(piece):
                yield from paragraph_problems(piece)


def summary_problems(page: Page) -> Iterator[Problem]:
    """A summary beyond its length."""
    limit = LONGEST_SUMMARY_OF_PROJECT if isinstance(page, Funded) else LONGEST_SUMMARY
    if page.summary.language == page.language and len(page.summary.text) > limit:
        mistake = Mistake(
            "TXT-08",
            message(
                "the summary has {count} characters; up to {limit} are shown whole",
                count=len(page.summary.text),
                limit=limit,
            ),
            message("Say it in one or two sentences; the rest belongs in the text."),
        )
        yield mistake.at(page.at("summary"), Severity.WARNING)


def has_sentences(piece: Paragraph) -> bool:
    """Whether a piece is a paragraph of the editor's own: no heading, list, table, quotation or footnote."""
    if piece.kind == FIELD:
        return piece.id.rpartition(".")[2] in LONG_FIELDS
    return piece.kind == TEXT and not piece.text.lstrip().startswith((">", "[^"))


def paragraph_problems(piece: Paragraph) -> Iterator[Problem]:
    """A paragraph that is too long, else the first sentence of it that is."""
    text = ITEM.split(piece.prose, maxsplit=1)[0]
    count = count_words(text)
    if count > LONGEST_PARAGRAPH:
        mistake = Mistake(
            "TXT-07",
            message("the paragraph has {count} words; up to {limit} read easily", count=count, limit=LONGEST_PARAGRAPH),
            message("Divide it, or make a list of it."),
        )
        yield mistake.at(piece.spot(first_letter(text, 0)), Severity.INFO)
    elif count > LONGEST_SENTENCE:
        yield from sentence_problems(piece, text)


def sentence_problems(piece: Paragraph, text: str) -> Iterator[Problem]:
    """The first sentence that is too long."""
    for start, sentence in sentences(text):
        count = count_words(sentence)
        if count > LONGEST_SENTENCE:
            mistake = Mistake(
                "TXT-07",
                message(
                    "the sentence has {count} words; up to {limit} read easily", count=count, limit=LONGEST_SENTENCE
                ),
                message("Make two sentences of it, or a list."),
            )
            yield mistake.at(piece.spot(first_letter(text, start)), Severity.INFO)
            return


def first_letter(text: str, start: int) -> int:
    """Where the words from a place on begin."""
    return len(text) - len(text[start:].lstrip())
