"""Publicity: what a site must tell about a project that the Union pays for."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.inspection import Inspection
from sitegen.kinds.project import Project
from sitegen.problems import Mistake, Problem, Severity, message


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Projects without a summary, aims or results (Reg. 2021/1060, Art. 50(1)(a); 1303/2013, Annex XII, 2.2(2)(a))."""
    for page in inspection.originals:
        if isinstance(page, Project):
            told = {"summary": page.summary, "goals": page.goals, "results": page.results}
            missing = [name for name, value in told.items() if not value and inspection.whole.is_sure(page, name)]
            if missing:
                yield untold(missing).at(page.at(""), Severity.WARNING)


def untold(missing: list[str]) -> Mistake:
    """The complaint about what the page does not tell; `missing` are keys."""
    return Mistake(
        "PUB-04",
        message("the project lacks: {keys}", keys=", ".join(missing)),
        message(
            "A website must describe an operation with its aims and results (Reg. 2021/1060, Art. 50): "
            "'summary' in one or two sentences, 'goals', 'results' expected or reached."
        ),
    )
