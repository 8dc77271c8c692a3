"""The difference: what of a source changed since a translation was accepted, word by word."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from html import escape

from sitegen.markup.paragraphs import FIELD, Paragraph, paragraphs
from sitegen.model.site import Site
from sitegen.model.translation import STATE_WORDS, Drift, State
from sitegen.problems import Location, message
from sitegen.report import Words
from sitegen.status.page import document

LONGEST = 2000
"""Words that are compared one by one; what is longer counts as replaced."""
RED, GREEN, PLAIN = "\033[31m", "\033[32m", "\033[0m"
NOTHING = message("The source has not changed since the translation was accepted.")
NEVER = message("The translation was never accepted, so there is nothing to compare with; 'accept' notes its state.")
NO_FILE = message("There is no translation.")
IS_ORIGINAL = message("This is the original.")


class Fate(StrEnum):
    """What became of words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


Piece = tuple[Fate, str]


@dataclass(frozen=True)
class Changed:
    """A paragraph of the source that changed."""

    id: str
    at: Location | None
    """None where it is gone."""
    pieces: tuple[Piece, ...]
    is_answered: bool
    """Whether the translation was edited there since."""
    translation: Paragraph | None
    """As it is now; None where it cannot be told which one it is."""


@dataclass(frozen=True)
class Difference:
    """What changed since a translation of a page was accepted."""

    page: str
    language: str
    state: State
    paragraphs: tuple[Changed, ...]


def difference(site: Site, page_id: str, language: str) -> Difference:
    """The difference of a page that has a standing in the language."""
    standing = site.standings[page_id, language]
    changed: tuple[Changed, ...] = ()
    if standing.stale:
        ours, original = (pieces_of(site, page_id, code) for code in (language, site.index[page_id, language].original))
        theirs = {piece.id: piece for piece in original}
        known = counterparts(original, ours)
        changed = tuple(change(drift, theirs, known) for drift in standing.stale)
    return Difference(page_id, language, standing.state, changed)


def pieces_of(site: Site, page_id: str, language: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a version."""
    page = site.index[page_id, language]
    return paragraphs(page, site.sources[page.file])


def counterparts(source: Sequence[Paragraph], translation: Sequence[Paragraph]) -> Mapping[str, Paragraph]:
    """The paragraphs of a translation by id; those of the body only where both bodies are built alike."""
    kinds = [[piece.kind for piece in pieces if piece.kind != FIELD] for pieces in (source, translation)]
    return {piece.id: piece for piece in translation if piece.kind == FIELD or kinds[0] == kinds[1]}


def change(drift: Drift, source: Mapping[str, Paragraph], translation: Mapping[str, Paragraph]) -> Changed:
    """One paragraph, with its place and its translation."""
    place = source[drift.paragraph].at if drift.after else None
    words = tuple(compared(drift.before.split(), drift.after.split()))
    return Changed(drift.paragraph, place, words, drift.is_answered, translation.get(drift.paragraph))


def compared(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    """The words that stayed, went and came."""
    codes: Sequence[tuple[str, int, int, int, int]] = [("replace", 0, len(before), 0, len(after))]
    if max(len(before), len(after)) <= LONGEST:
        codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for what, start, end, begin, finish in codes:
        if what == "equal":
            yield Fate.SAME, " ".join(before[start:end])
            continue
        if end > start:
            yield Fate.REMOVED, " ".join(before[start:end])
        if finish > begin:
            yield Fate.ADDED, " ".join(after[begin:finish])


# ── shown ───────────────────────────────────────────────────────────────────────────────────────────────────


def as_text(found: Difference, words: Words, *, in_colour: bool = False) -> str:
    """For the terminal: [-what went-]{+what came+}, readable without colours."""
    lines = [headline(found, words)]
    for one in found.paragraphs:
        lines += [
            "",
            f"{one.id}  {place(one, words)}",
            "  " + " ".join(marked(piece, in_colour) for piece in one.pieces),
        ]
        lines += [f"  {line}" for line in counterpart(found.language, one, words)]
    return "\n".join(lines)


def headline(found: Difference, words: Words) -> str:
    """The page, its state, and how much changed or why there is nothing."""
    start = f"{found.page} {found.language}: {words.shown(STATE_WORDS[found.state])}."
    reasons = {State.NEW: NEVER, State.MISSING: NO_FILE, State.ORIGINAL: IS_ORIGINAL}
    if found.paragraphs:
        changed = words("Changed paragraphs of the source: {count}", count=len(found.paragraphs))
        return f"{start} {changed}"
    return f"{start} {words.shown(reasons.get(found.state, NOTHING))}"


def place(one: Changed, words: Words) -> str:
    """Where a paragraph stands, or that it is gone."""
    return str(one.at) if one.at else words("(gone from the source)")


def marked(piece: Piece, in_colour: bool) -> str:
    """Words with the marks of what became of them."""
    fate, text = piece
    shown = {Fate.SAME: text, Fate.REMOVED: f"[-{text}-]", Fate.ADDED: f"{{+{text}+}}"}[fate]
    colour = {Fate.REMOVED: RED, Fate.ADDED: GREEN}.get(fate, "") if in_colour else ""
    return f"{colour}{shown}{PLAIN}" if colour else shown


def counterpart(language: str, one: Changed, words: Words) -> Iterator[str]:
    """The translation's paragraph as it is now."""
    if one.translation:
        edited = words("(edited since)")
        yield f"{language}  {one.translation.at}" + (f"  {edited}" if one.is_answered else "")
        yield from (f"  {line.strip()}" for line in one.translation.text.strip().split("\n"))


def as_json(found: Difference) -> str:
    """For programs."""
    listed = [
        {
            "id": one.id,
            "path": one.at.path if one.at else None,
            "line": one.at.line if one.at else None,
            "pieces": [{"fate": str(fate), "text": text} for fate, text in one.pieces],
            "answered": one.is_answered,
            "translation": one.translation and {"line": one.translation.at.line, "text": one.translation.text},
        }
        for one in found.paragraphs
    ]
    whole = {"page": found.page, "language": found.language, "state": str(found.state), "paragraphs": listed}
    return json.dumps(whole, ensure_ascii=False, indent=1)


def as_page(found: Difference, original: str, words: Words) -> str:
    """As a page of HTML; `original` is the language of the source."""
    parts = [f"<h1>{escape(found.page)}</h1>", f"<p>{escape(headline(found, words))}</p>"]
    for one in found.paragraphs:
        parts.append(f"<h2>{escape(one.id)}</h2>\n<p>{escape(place(one, words))}</p>")
        parts.append(f'<p lang="{original}">{" ".join(map(tagged, one.pieces))}</p>')
        if one.translation:
            text = escape(one.translation.text.strip())
            parts.append(f'<blockquote lang="{found.language}">{text}</blockquote>')
    return document(words.catalogue.language, f"{found.page} {found.language}", parts)


def tagged(piece: Piece) -> str:
    """Words in the element of what became of them."""
    fate, text = piece
    return {Fate.SAME: "{}", Fate.REMOVED: "<del>{}</del>", Fate.ADDED: "<ins>{}</ins>"}[fate].format(escape(text))
