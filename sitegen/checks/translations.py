"""Translations: languages that the site requires and that a page lacks, and texts that changed since."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.inspection import Inspection
from sitegen.model.gravity import is_minor
from sitegen.model.page import Page
from sitegen.model.translation import Standing, State
from sitegen.problems import Location, Mistake, Problem, Severity, message

MOST_NAMED = 3
"""So many paragraphs are named; the others are counted."""


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Translations that are missing, and those that are stale."""
    yield from missing(inspection)
    for (page_id, language), standing in inspection.whole.standings.items():
        if standing.state is State.STALE:
            page = inspection.whole.index[page_id, language]
            yield stale(page, standing).at(Location(page.file), Severity.WARNING)


def missing(inspection: Inspection) -> Iterator[Problem]:
    """Pages without a translation that `require_languages` asks for; `only` excuses a page."""
    site = inspection.whole
    required = dict(site.config.require_languages)
    for page in inspection.originals:
        present = {version.language for version in site.versions(page.id) if version.is_translated}
        for language in () if page.only else required.get(page.kind, ()):
            if language not in present and page.id not in site.lost:
                mistake = Mistake(
                    "LNG-01",
                    message("there is no translation for '{language}', which site.yaml requires", language=language),
                    message("Write the file with the ending .{language}.md beside this one.", language=language),
                )
                yield mistake.at(page.at(""), Severity.WARNING)


def stale(page: Page, standing: Standing) -> Mistake:
    """The complaint about a translation that has not followed its source."""
    names = [drift.paragraph for drift in standing.unanswered]
    complaint = message(
        "the translation is out of date: paragraphs of {source} changed since it was accepted: {count} ({names})",
        source=page.source,
        count=len(names),
        names=", ".join(names[:MOST_NAMED]) + (", …" if len(names) > MOST_NAMED else ""),
    )
    if all(map(is_minor, standing.stale)):
        return Mistake("LNG-02", complaint, message("Only the spelling was corrected; run: accept --minor"))
    hint = message("Translate them anew, then run: accept {page} {language}", page=page.id, language=page.language)
    return Mistake("LNG-02", complaint, hint)
