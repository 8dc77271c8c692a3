"""CHECKS, the one list: what is judged before a site is written.

A check is a function from what it may see to problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sitegen.checks import (
    addresses,
    built,
    dates,
    files,
    ids,
    lengths,
    links,
    money,
    references,
    translations,
    weight,
)
from sitegen.checks.inspection import Inspection
from sitegen.problems import Problem

Check = Callable[[Inspection], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    references.problems,
    ids.problems,
    addresses.problems,
    links.problems,
    files.problems,
    money.problems,
    dates.problems,
    translations.problems,
    lengths.problems,
)
PROOFS: tuple[Check, ...] = (built.problems, weight.problems)
"""What is proved of the finished pages once no editor's mistake is left that could show there again."""


def examine(inspection: Inspection, checks: Iterable[Check]) -> list[Problem]:
    """What the checks find."""
    return [problem for check in checks for problem in check(inspection)]
