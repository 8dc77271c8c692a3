"""The search: a site with very much text is searched by its titles, summaries and items alone, and its editors know."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.inspection import Inspection
from sitegen.model.address import output_path
from sitegen.problems import Mistake, Problem, Severity, message

WITHOUT_BODIES = '{"bodies":false'
"""How an index begins that does without the words of the bodies."""


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Languages in which the texts of the pages are not searched."""
    site = inspection.site
    for code in site.config.languages:
        address = site.search_index(code)
        if address and (inspection.text(output_path(address)) or "").startswith(WITHOUT_BODIES):
            mistake = Mistake(
                "TXT-10",
                message(
                    "the site has too much text for its search: in '{language}' it finds pages by their titles,"
                    " summaries, headings and items, not by their texts",
                    language=code,
                ),
                message("Write in each summary the words that people will search for."),
            )
            yield mistake.at(site.config.at("languages"), Severity.INFO)
