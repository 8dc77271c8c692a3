"""Texts beside the pages that go out as they are: what they make a browser do, and the personal numbers in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sitegen.markup.readable import readable
from sitegen.markup.requests import PAGES, TREES, ending, reader_of, requests
from sitegen.model.disclosures import Disclosure, Telling
from sitegen.read.decoding import guessed, unreadable
from sitegen.read.disclosing import MOST, disclosure, kept
from sitegen.read.source import Found
from sitegen.text.personal_numbers import REACH, personal_numbers
from sitegen.text.spots import spot

WORDED = frozenset({
    *PAGES, *TREES, "bib", "csv", "geojson", "ics", "ini", "json", "jsonld", "log", "md", "sql", "srt", "tex", "tsv",
    "txt", "vcf", "vtt", "yaml", "yml",
})  # fmt: skip
"""Endings of texts for people or about them."""
LONGEST = 10_000_000
"""Bytes of a text that is read."""


def is_text(path: str) -> bool:
    """Whether there is something to look for in a file of this name."""
    return reader_of(path) is not None or ending(path) in WORDED


def text_facts(found: Found) -> dict[str, Any]:
    """What is found in the file; one longer than any text is told of. Raises Mistake where it cannot be read."""
    try:
        with found.disk.open("rb") as file:
            data = file.read(LONGEST + 1)
    except OSError as error:
        raise unreadable(error) from None
    if len(data) > LONGEST:
        return {"disclosures": (Disclosure(Telling.UNSEARCHED),)}
    text = guessed(data)
    told = kept(numbers(readable(found.path, text))) if ending(found.path) in WORDED else ()
    return {"disclosures": told, "requests": requests(found.path, text)[:MOST]}


def numbers(text: str) -> Iterator[Disclosure]:
    """The personal numbers of a text with their places."""
    for number in personal_numbers(text, REACH):
        line, column = spot(text, number.start)
        yield replace(disclosure(number), line=line, column=column)
