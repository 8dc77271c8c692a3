"""Acceptance: that translations match their source is written down in `translations.lock`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from sitegen.editing.source_file import SourceFile, save, unwritable
from sitegen.markup.standing import acceptance, text_of
from sitegen.model.gravity import is_minor
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.model.translation import Accepted, Drift, Ledger, Standing, State
from sitegen.problems import Mistake, Problem, message
from sitegen.read.ledger import LEDGER, LedgerReading, written

Pair = tuple[str, str]
"""A page and a language."""


def accepted(site: Site, ledger: Ledger, pairs: Iterable[Pair]) -> Ledger:
    """The ledger once translations match their source as both are now."""
    return {**ledger, **{pair: {entry.paragraph: entry for entry in entries_of(site, *pair)} for pair in pairs}}


def entries_of(site: Site, page_id: str, language: str) -> Iterator[Accepted]:
    """The entries of one translation as it is now."""
    translation = site.index[page_id, language]
    source = site.index[page_id, translation.original]
    texts = (text_of(page, site.sources[page.file]) for page in (source, translation))
    return acceptance(page_id, language, *texts)


def passed(ledger: Ledger, standings: Mapping[Pair, Standing]) -> Ledger:
    """The ledger with the source's texts as they are now, where only their spelling was corrected.

    What was edited in the translation stays as it is: to be accepted.
    """
    return {**ledger, **{pair: respelled(ledger[pair], standing.stale) for pair, standing in standings.items()}}


def respelled(entries: Mapping[str, Accepted], drifts: Iterable[Drift]) -> dict[str, Accepted]:
    """The entries with corrected spelling; nothing came or went, so that the ids are the same as then."""
    return {**entries, **{drift.paragraph: replace(entries[drift.paragraph], source=drift.after) for drift in drifts}}


def only_misspelled(site: Site) -> dict[Pair, Standing]:
    """The translations that are out of date by corrections of spelling alone."""
    return {
        pair: standing
        for pair, standing in site.standings.items()
        if standing.state is State.STALE and all(map(is_minor, standing.stale))
    }


def without_obsolete(site: Site, ledger: Ledger, kept: Iterable[str]) -> Ledger:
    """The ledger without translations that are no more; those of the pages `kept` stay."""
    spared = frozenset(kept)
    gone = (State.ORIGINAL, State.MISSING)
    return {
        pair: entries
        for pair, entries in ledger.items()
        if pair[0] in spared or (pair in site.standings and site.standings[pair].state not in gone)
    }


# ── what cannot be accepted ─────────────────────────────────────────────────────────────────────────────────────────


def assert_acceptable(site: Site, page_id: str, language: str, problems: Iterable[Problem]) -> None:
    """Raises Mistake where there is nothing to accept, or where it has errors."""
    standing = site.standings.get((page_id, language))
    page = site.page(page_id, language)
    if page_id in site.lost or (page and has_errors(page, problems)):
        raise unsound(page_id)
    if standing is None:
        raise left_out(page_id, language)
    if standing.state is State.ORIGINAL:
        raise no_translation(page_id, language)
    if standing.state is State.MISSING:
        raise absent(page_id, language)


def has_errors(page: Page, problems: Iterable[Problem]) -> bool:
    """Whether a version or its source has an error."""
    files = {page.file, page.source}
    return any(problem.is_error and problem.at.path in files for problem in problems)


def unsound(page_id: str) -> Mistake:
    """The complaint about a page with errors."""
    return Mistake(
        "LNG-02",
        message("the page '{page}' has errors", page=page_id),
        message("Correct what 'check' finds there, then accept the translation."),
    )


def left_out(page_id: str, language: str) -> Mistake:
    """The complaint about a language that a page does not have."""
    return Mistake(
        "FLD-10",
        message("the page '{page}' does not exist in the language '{language}'", page=page_id, language=language),
        message("Its field 'only' leaves this language out."),
    )


def no_translation(page_id: str, language: str) -> Mistake:
    """The complaint about a source that is to be accepted."""
    return Mistake(
        "LNG-02",
        message(
            "'{language}' is the original of the page '{page}', not a translation", page=page_id, language=language
        ),
        message("Name the language of a translation."),
    )


def absent(page_id: str, language: str) -> Mistake:
    """The complaint about a translation without a file."""
    return Mistake(
        "LNG-01",
        message("the page '{page}' has no translation for '{language}'", page=page_id, language=language),
        message("Write the file with the ending .{language}.md beside its source.", language=language),
    )


# ── the disk ────────────────────────────────────────────────────────────────────────────────────────────────────────


def save_ledger(root: Path, before: LedgerReading, ledger: Ledger) -> bool:
    """Writes what is accepted in the place of what was read; whether anything changed. Raises Mistake."""
    data = written(ledger)
    if data == before.data or not (ledger or before.data):
        return False
    disk = root / LEDGER
    try:
        if not disk.exists():
            disk.touch()
    except OSError as error:
        raise unwritable(error) from None
    save(root, disk, SourceFile(before.data), SourceFile(data))
    return True
