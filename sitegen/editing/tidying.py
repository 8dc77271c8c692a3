"""TIDYINGS, the one list: what is no mistake, and what `fix` yet writes in one form.

A tidying is a function from a draft to problems, each with its corrections; a value means the same before and after.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sitegen.model.dates import parse_day, parse_fuzzy, parse_moment
from sitegen.model.fields import Reader, fields_of
from sitegen.model.money import canonical, parse_money
from sitegen.model.raw import Entries, Items, Raw, Scalar
from sitegen.model.readers import Record, Records, scalar
from sitegen.model.source import Source
from sitegen.model.values import AMOUNT, DAY, FUZZY, MOMENT
from sitegen.problems import Correction, Location, Mistake, Problem, Severity, message
from sitegen.read.mending import quoted

UNTOUCHED = "notes"
"""The key whose remarks repeat what a printed source has, faults included."""
DECOMPOSED = re.compile("[^\\W\\d_][\u0300-\u036f]{1,8}(?![\u0300-\u036f])|[\u2126\u212a\u212b]")
"""A letter and marks that may make one letter, and letters that Unicode has twice."""

FormOf = Callable[[str], str]
"""From a text to its canonical form; raises Mistake where it has no reading."""
DATES: Mapping[Reader, FormOf] = {
    DAY: lambda text: parse_day(text).isoformat(),
    FUZZY: lambda text: parse_fuzzy(text).iso,
    MOMENT: lambda text: parse_moment(text).iso.replace("T", " "),
}
AMOUNTS: Mapping[Reader, FormOf] = {AMOUNT: lambda text: canonical(parse_money(text))}


@dataclass(frozen=True)
class Draft:
    """A file as the tidyings see it."""

    source: Source
    head: Entries
    owner: type
    """The class whose fields are the keys."""

    @cached_property
    def untouched(self) -> range:
        """The lines of the remarks."""
        keys = [key for key, _ in self.head]
        number = next((number for number, key in enumerate(keys) if key.text == UNTOUCHED), None)
        if number is None:
            return range(0)
        first = keys[number].at.line
        end = keys[number + 1].at.line if number + 1 < len(keys) else self.source.body_line
        return range(first, max(end, first + 1))

    def is_in_braces(self, raw: Raw) -> bool:
        """Whether a list or map is of the kind in which a comma ends a value."""
        return self.source.lines[raw.at.line - 1][raw.at.column - 1 : raw.at.column] in ("{", "[")


def dates(draft: Draft) -> Iterator[Problem]:
    """Dates in another form than `2018-01-09`, `2016-02` or `2018-02-20 11:00`."""
    for value, form, corrections in in_one_form(draft, DATES):
        complaint = message("the date '{value}' can be written in the usual form", value=value.text)
        yield Mistake("DAT-07", complaint, message("Write: {proposal}", proposal=form)).at(
            value.at, Severity.INFO, corrections
        )


def amounts(draft: Draft) -> Iterator[Problem]:
    """Amounts in another form than `515 000,00 лв.`."""
    for value, form, corrections in in_one_form(draft, AMOUNTS):
        complaint = message("the amount '{value}' can be written in the usual form", value=value.text)
        yield Mistake("MON-05", complaint, message("Write: {proposal}", proposal=form)).at(
            value.at, Severity.INFO, corrections
        )


def letters(draft: Draft) -> Iterator[Problem]:
    """Letters that are made of several characters, as files from a Mac have them; once a line."""
    for number, line in enumerate(draft.source.lines, start=1):
        if line.isascii() or number in draft.untouched:
            continue
        corrections = tuple(
            Correction(Location(draft.source.path, number, found.start() + 1), found[0], composed)
            for found in DECOMPOSED.finditer(line)
            if (composed := unicodedata.normalize("NFC", found[0])) != found[0]
        )
        if corrections:
            complaint = message("'{letter}' is written with other characters than usual", letter=corrections[0].old)
            advice = message("The letter is one character: {letter}", letter=corrections[0].new)
            yield Mistake("TXT-09", complaint, advice).at(corrections[0].at, Severity.INFO, corrections)


Tidying = Callable[[Draft], Iterator[Problem]]

TIDYINGS: Mapping[str, Tidying] = {"DAT-07": dates, "MON-05": amounts, "TXT-09": letters}
"""By the code of the problems."""


# ── values ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def in_one_form(draft: Draft, forms: Mapping[Reader, FormOf]) -> Iterator[tuple[Scalar, str, tuple[Correction, ...]]]:
    """The values of some readers that are not in their form, and the form.

    A value that the file spells in several lines or with escapes stays.
    """
    for reader, raw, is_in_braces in values(draft, Record(draft.owner), draft.head):
        form = form_of(raw, forms[reader]) if reader in forms else ""
        at = draft.source.spelling(raw.at, raw.text) if form and form != raw.text else None
        if at:
            needs_quotes = is_in_braces and "," in form and at == raw.at
            yield raw, form, (Correction(at, raw.text, quoted(form) if needs_quotes else form),)


def form_of(raw: Scalar, form: FormOf) -> str:
    """The form of a value; "" where it has no reading."""
    try:
        return form(scalar(raw))
    except Mistake:
        return ""


def values(
    draft: Draft, reader: Reader, raw: Raw, *, is_in_braces: bool = False
) -> Iterator[tuple[Reader, Scalar, bool]]:
    """All single values inside one with the readers of their fields, and whether a comma would end them."""
    if isinstance(raw, Scalar):
        yield reader, raw, is_in_braces
        return
    for part, value in parts(reader, raw):
        yield from values(draft, part, value, is_in_braces=is_in_braces or draft.is_in_braces(raw))


def parts(reader: Reader, raw: Items | Entries) -> Iterator[tuple[Reader, Raw]]:
    """What is inside a list or map, with the reader of each; what the format does not know is left out."""
    if isinstance(reader, Record) and isinstance(raw, Entries):
        known = {field.name: field.mark.reader for field in fields_of(reader.owner)}
        yield from ((known[key.text], value) for key, value in raw if key.text in known)
        return
    each = Record(reader.owner) if isinstance(reader, Records) else getattr(reader, "each", None)
    inside = raw.values if isinstance(raw, Items) else tuple(value for _, value in raw)
    yield from ((each, value) for value in inside if each is not None)
