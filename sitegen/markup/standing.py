"""Standing: how each translation stands to its source, by their texts and by what was accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sitegen.markup.alignment import Change, changes
from sitegen.markup.normalising import NONE, digest, normalised
from sitegen.markup.paragraphs import blocks, kind_of
from sitegen.model.page import Page
from sitegen.model.source import Source
from sitegen.model.translation import Accepted, Drift, Ledger, Standing, State
from sitegen.model.wordings import wordings

WHOLE = "*"
"""Begins the digest of a whole body, where source and translation were not built alike."""
OF_BODY = re.compile(r"p[1-9][0-9]{0,8}")
"""The id of a paragraph of the body."""


@dataclass(frozen=True)
class Text:
    """A version's own words."""

    fields: Mapping[str, str]
    """Those of the front matter, normalised, by id."""
    blocks: tuple[str, ...]
    """Those of the body, as the editor wrote them."""

    @cached_property
    def body(self) -> tuple[str, ...]:
        """The blocks of the body, normalised."""
        return tuple(map(normalised, self.blocks))

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """What the blocks of the body are."""
        return tuple(map(kind_of, self.blocks))

    @property
    def digest(self) -> str:
        """Of the whole body."""
        return WHOLE + digest("\n".join(self.body))


def text_of(page: Page, source: Source) -> Text:
    """The words of a version with its file; the ids are those of `paragraphs`."""
    fields = {wording.id: normalised(wording.text) for wording in wordings(page)}
    return Text(fields, tuple(text for _, text in blocks(source.body, source.body_line)))


def standings(
    pages: Sequence[Page], sources: Mapping[str, Source], languages: Sequence[str], ledger: Ledger
) -> dict[tuple[str, str], Standing]:
    """The standing of every page in every language that it may have; pages without a file have none."""
    versions: dict[str, dict[str, Page]] = {}
    for page in pages:
        if page.file and page.is_translated:
            versions.setdefault(page.id, {})[page.language] = page
    return {
        (page_id, language): standing
        for page_id, known in versions.items()
        for language, standing in standings_of(page_id, known, sources, languages, ledger)
    }


def standings_of(
    page_id: str, versions: Mapping[str, Page], sources: Mapping[str, Source], languages: Sequence[str], ledger: Ledger
) -> Iterator[tuple[str, Standing]]:
    """The standing of one page by language; `versions` are those that have a file."""
    original = next(iter(versions.values())).original
    text: Text | None = None
    for language in languages_of(versions[original], languages):
        accepted = ledger.get((page_id, language))
        if language == original:
            yield language, Standing(State.ORIGINAL)
        elif language not in versions:
            yield language, Standing(State.MISSING)
        elif not accepted:
            yield language, Standing(State.NEW)
        else:
            text = text or text_of(versions[original], sources[versions[original].file])
            yield language, standing(accepted, text, text_of(versions[language], sources[versions[language].file]))


def languages_of(original: Page, languages: Sequence[str]) -> tuple[str, ...]:
    """The languages that a page may have."""
    return tuple(code for code in languages if not original.only or code in original.only)


def standing(accepted: Mapping[str, Accepted], source: Text, translation: Text) -> Standing:
    """How a translation stands that was accepted at least once."""
    fields = {name: entry for name, entry in accepted.items() if not OF_BODY.fullmatch(name)}
    body = in_order(entry for name, entry in accepted.items() if name not in fields)
    touched, edited = edited_fields(fields, translation), edits(body, translation)
    drifts = (*field_drifts(fields, source, touched), *body_drifts(body, source, edited))
    if not all(drift.is_answered for drift in drifts):
        return Standing(State.STALE, drifts)
    return Standing(State.CHANGED if drifts or touched or edited.are_any else State.CURRENT, drifts)


def in_order(entries: Iterator[Accepted]) -> list[Accepted]:
    """Entries of a body as they follow in it."""
    return sorted(entries, key=lambda entry: int(entry.paragraph[1:]))


# ── the front matter ────────────────────────────────────────────────────────────────────────────────────────────────


def edited_fields(accepted: Mapping[str, Accepted], translation: Text) -> frozenset[str]:
    """The words that the translation has in another form than when they were accepted."""
    return frozenset(
        name
        for name in (*accepted, *(name for name in translation.fields if name not in accepted))
        if digest(translation.fields.get(name, "")) != (accepted[name].translation if name in accepted else NONE)
    )


def field_drifts(accepted: Mapping[str, Accepted], source: Text, edited: frozenset[str]) -> Iterator[Drift]:
    """The words of the source that changed, in its order, those that are gone last."""
    for name in (*source.fields, *(name for name in accepted if name not in source.fields)):
        before = accepted[name].source if name in accepted else ""
        after = source.fields.get(name, "")
        if before != after:
            yield Drift(name, before, after, name in edited)


# ── the body ────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Edits:
    """Where the body of a translation is not as it was accepted."""

    places: frozenset[tuple[int, int]] = frozenset()
    is_whole: bool = False
    """Whether every paragraph counts as edited, since none can be told from the others."""

    @property
    def are_any(self) -> bool:
        """Whether anything was edited."""
        return self.is_whole or bool(self.places)

    def meet(self, change: Change) -> bool:
        """Whether the translation was edited where the source changed."""
        return self.is_whole or change.place in self.places


def edits(accepted: Sequence[Accepted], translation: Text) -> Edits:
    """What was edited in the body of a translation since it was accepted."""
    whole = next((entry.translation for entry in accepted if entry.translation.startswith(WHOLE)), "")
    if whole:
        return Edits(is_whole=whole != translation.digest)
    found = changes([entry.translation for entry in accepted], list(map(digest, translation.body)))
    return Edits(frozenset(change.place for change in found))


def body_drifts(accepted: Sequence[Accepted], source: Text, edited: Edits) -> Iterator[Drift]:
    """The paragraphs of the source's body that changed, under their present ids; what is gone has its earlier id."""
    for change in changes([entry.source for entry in accepted], source.body):
        before = "" if change.before is None else accepted[change.before].source
        after = "" if change.after is None else source.body[change.after]
        name = accepted[change.before or 0].paragraph if change.after is None else f"p{change.after + 1}"
        if before != after:  # else it holds nothing but targets of links
            yield Drift(name, before, after, edited.meet(change))


# ── what is to be accepted ──────────────────────────────────────────────────────────────────────────────────────────


def acceptance(page_id: str, language: str, source: Text, translation: Text) -> Iterator[Accepted]:
    """The entries that say that a translation matches its source as both are now."""
    for name in (*source.fields, *(name for name in translation.fields if name not in source.fields)):
        words = translation.fields.get(name, "")
        yield Accepted(page_id, language, name, source.fields.get(name, ""), digest(words))
    are_alike = source.kinds == translation.kinds
    digests = map(digest, translation.body) if are_alike else [translation.digest] * max(1, len(source.body))
    for number, found in enumerate(digests, start=1):
        words = source.body[number - 1] if source.body else ""
        yield Accepted(page_id, language, f"p{number}", words, found)
