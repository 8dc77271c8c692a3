"""Bilingual: a page beside one of its translations, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sitegen.markup.normalising import normalised
from sitegen.markup.pairing import answers
from sitegen.markup.paragraphs import FIELD, Paragraph, paragraphs
from sitegen.markup.standing import Text, text_of
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.model.source import Source
from sitegen.model.translation import Accepted, Drift, Ledger, Standing, State
from sitegen.model.wordings import wordings
from sitegen.problems import Location

BOX = "box"
"""A kind of its own: the title of a box, which stands in no paragraph and is translated with a whole body."""
CONTAINER = re.compile(r" {0,3}:{3,}[ ]*\S*[ ]*")
"""The beginning of a line that opens or closes a box."""


@dataclass(frozen=True)
class Bilingual:
    """A source and its translation with their files, and what was accepted of them."""

    source: Page
    source_file: Source
    translation: Page | None
    """None where there is none yet."""
    translation_file: Source
    """Empty where there is none yet."""
    accepted: Mapping[str, Accepted]

    @cached_property
    def paragraphs(self) -> Mapping[str, Paragraph]:
        """Those of the source, by id; with the titles of its boxes where the translation has no body yet."""
        own = (*self.own, *(() if self.has_body else self.boxes))
        return {paragraph.id: paragraph for paragraph in own}

    @cached_property
    def own(self) -> tuple[Paragraph, ...]:
        """Those of the source."""
        return paragraphs(self.source, self.source_file)

    @cached_property
    def body(self) -> tuple[Paragraph, ...]:
        """Those of the source's body."""
        return tuple(paragraph for paragraph in self.own if paragraph.kind != FIELD)

    @cached_property
    def boxes(self) -> tuple[Paragraph, ...]:
        """The titles of the boxes of the source's body."""
        first, lines = self.source_file.body_line, self.source_file.lines if self.body else []
        inside = {one.at.line + number for one in self.body for number in range(one.text.count("\n") + 1)}
        opened = ((number, CONTAINER.match(lines[number - 1])) for number in range(first, len(lines) + 1))
        titles = [
            (Location(self.source_file.path, number, one.end() + 1), lines[number - 1][one.end() :].rstrip())
            for number, one in opened
            if one and number not in inside
        ]
        named = enumerate(((at, title) for at, title in titles if title), 1)
        return tuple(Paragraph(f"box{number}", title, at, BOX) for number, (at, title) in named)

    @cached_property
    def words(self) -> Mapping[str, str]:
        """The words of the translation's front matter, by id."""
        return {wording.id: wording.text for wording in wordings(self.translation)} if self.translation else {}

    @cached_property
    def before(self) -> Text:
        """The words of the source."""
        return text_of(self.source, self.source_file)

    @cached_property
    def after(self) -> Text:
        """The words of the translation."""
        return text_of(self.translation, self.translation_file) if self.translation else Text({}, ())

    @cached_property
    def answers(self) -> tuple[int | None, ...] | None:
        """Which paragraph of the translation answers each of the source's body; None where they cannot be told."""
        return answers(self.accepted, self.before, self.after)

    @property
    def has_body(self) -> bool:
        """Whether the translation has a body of its own."""
        return bool(self.after.blocks)

    def target(self, name: str) -> str:
        """The translation of a paragraph as its file has it; "" for none."""
        if self.paragraphs[name].kind in (FIELD, BOX):
            return self.words.get(name, "")
        number = self.answer(name)
        return "" if number is None else self.after.blocks[number]

    def answer(self, name: str) -> int | None:
        """The number of the paragraph that answers one of the source's body; None for none."""
        return self.answers[int(name[1:]) - 1] if self.answers else None


def beside(site: Site, ledger: Ledger, page_id: str, language: str) -> Bilingual:
    """A page, whose source can be read, beside its translation."""
    standing = site.standings[page_id, language]
    version = site.page(page_id, language) if standing.state is not State.MISSING else None
    original = next(page.original for page in site.versions(page_id))
    source = site.index[page_id, original]
    return Bilingual(
        source,
        site.sources[source.file],
        version,
        site.sources[version.file] if version else Source("", "", 2),
        ledger.get((page_id, language), {}),
    )


# ── what is to be translated ────────────────────────────────────────────────────────────────────────────────────────


def wanted(two: Bilingual, standing: Standing) -> dict[str, str]:
    """The paragraphs that are missing or out of date, each with the source's text as it was accepted; "" for none.

    Where a paragraph of a body is wanted and the translation has none at all, the whole body is.
    """
    found = dict(untranslated(two) if standing.state is not State.STALE else drifted(two, standing))
    if not two.has_body and any(paragraph.id in found for paragraph in two.body):
        found = {paragraph.id: "" for paragraph in (*two.body, *two.boxes)} | found
    return {name: found[name] for name in two.paragraphs if name in found}


def drifted(two: Bilingual, standing: Standing) -> Iterator[tuple[str, str]]:
    """What changed in the source and not in the translation; what is gone needs no translator."""
    drifts: tuple[Drift, ...] = standing.unanswered
    yield from (
        (drift.paragraph, drift.before) for drift in drifts if drift.after and drift.paragraph in two.paragraphs
    )


def untranslated(two: Bilingual) -> Iterator[tuple[str, str]]:
    """What has no translation, or the words of the source in its place, as a new file has them."""
    for name, paragraph in two.paragraphs.items():
        target = two.target(name)
        is_told = paragraph.kind == FIELD or not two.has_body or two.answers is not None
        is_copy = any(map(str.isalpha, target)) and normalised(target) == normalised(paragraph.text)
        if is_told and (not target or is_copy):
            yield name, ""
