"""Translations: languages that the site requires and that a page lacks."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.inspection import Inspection
from sitegen.problems import Mistake, Problem, Severity, message


def problems(inspection: Inspection) -> Iterator[Problem]:
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
