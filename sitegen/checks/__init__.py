"""CHECKS, the one list: what is judged before a site is written.

A check is a function from what it may see to problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sitegen.checks import addresses, built, files, lengths, links, references
from sitegen.checks.inspection import Inspection
from sitegen.model.artifact import Artifact
from sitegen.model.site import Site
from sitegen.problems import Problem

Check = Callable[[Inspection], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    references.problems,
    addresses.problems,
    links.problems,
    files.problems,
    lengths.problems,
    built.problems,
)


def examine(whole: Site, site: Site, artifacts: Sequence[Artifact], checks: Iterable[Check]) -> list[Problem]:
    """What all checks find."""
    inspection = Inspection(whole, site, tuple(artifacts))
    return [problem for check in checks for problem in check(inspection)]
