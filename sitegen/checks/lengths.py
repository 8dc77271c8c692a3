"""Lengths: a summary that is too long is cut by those who show it."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.inspection import Inspection
from sitegen.model.page import Funded
from sitegen.problems import Mistake, Problem, Severity, message

LONGEST_SUMMARY = 200
LONGEST_SUMMARY_OF_PROJECT = 600


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Summaries beyond their length."""
    for page in inspection.sources:
        limit = LONGEST_SUMMARY_OF_PROJECT if isinstance(page, Funded) else LONGEST_SUMMARY
        if page.summary.language == page.language and len(page.summary.text) > limit:
            mistake = Mistake(
                "TXT-08",
                message(
                    "the summary has {count} characters; up to {limit} are shown whole",
                    count=len(page.summary.text),
                    limit=limit,
                ),
                message("Say it in one or two sentences; the rest belongs in the text."),
            )
            yield mistake.at(page.at("summary"), Severity.WARNING)
