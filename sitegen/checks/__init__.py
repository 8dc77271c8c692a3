"""CHECKS, the one list: what is judged before a site is written.

A check is a function from what it may see to problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sitegen.checks import (
    addresses,
    agreement,
    alternative_texts,
    built,
    codes,
    dates,
    documents,
    files,
    headings,
    ids,
    languages,
    lengths,
    link_agreement,
    link_texts,
    links,
    money,
    pictures,
    privacy,
    publicity,
    quotes,
    references,
    scripts,
    search,
    settings,
    stated_euro,
    statement,
    switches,
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
    codes.problems,
    scripts.problems,
    privacy.problems,
    money.problems,
    dates.problems,
    translations.problems,
    lengths.problems,
    headings.problems,
    quotes.problems,
    languages.problems,
    link_texts.problems,
    alternative_texts.problems,
    stated_euro.problems,
    documents.problems,
    pictures.problems,
    publicity.problems,
    statement.problems,
    settings.problems,
    agreement.problems,
    link_agreement.problems,
    search.problems,
    switches.problems,
)
PROOFS: tuple[Check, ...] = (built.problems, weight.problems)
"""What is proved of the finished pages once no editor's mistake is left that could show there again."""


def examine(inspection: Inspection, checks: Iterable[Check]) -> list[Problem]:
    """What the checks find."""
    return [problem for check in checks for problem in check(inspection)]
