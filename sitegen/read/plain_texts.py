"""Texts beside the pages that go out as they are: what they make a browser do, and the personal numbers in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sitegen.model.disclosures import Disclosure, Telling
from sitegen.read.decoding import unreadable
from sitegen.read.disclosing import MOST, REACH, disclosure, kept
from sitegen.read.source import Found
from sitegen.text.personal_numbers import personal_numbers
from sitegen.text.requests import READERS, ending, requests, spot

WORDED = frozenset({"csv", "htm", "html", "ics", "json", "md", "tsv", "txt", "vcf", "xhtml", "xml"})
"""Endings of texts for people or about them."""
LONGEST = 10_000_000
"""Bytes of a text that is read."""


def is_text(path: str) -> bool:
    """Whether there is something to look for in a file of this name."""
    return ending(path) in READERS or ending(path) in WORDED


def text_facts(found: Found) -> dict[str, Any]:
    """What is found in the file; one longer than any text is told of. Raises Mistake where it cannot be read."""
    try:
        with found.disk.open("rb") as file:
            data = file.read(LONGEST + 1)
    except OSError as error:
        raise unreadable(error) from None
    if len(data) > LONGEST:
        return {"disclosures": (Disclosure(Telling.UNSEARCHED),)}
    text = data.decode("utf-8", "replace")
    told = kept(numbers(text)) if ending(found.path) in WORDED else ()
    return {"disclosures": told, "requests": requests(found.path, text)[:MOST]}


def numbers(text: str) -> Iterator[Disclosure]:
    """The personal numbers of a text with their places."""
    for number in personal_numbers(text, REACH):
        line, column = spot(text, number.start)
        yield replace(disclosure(number), line=line, column=column)
