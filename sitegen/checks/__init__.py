"""PAGE_CHECKS, SITE_CHECKS and PROOFS, the lists: what is judged before a site is written.

A check is a function from what it may see to problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sitegen.checks import (
    accessibility,
    addresses,
    agreement,
    alternative_texts,
    built,
    codes,
    consistency,
    contrast,
    dates,
    disclosures,
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
    published_numbers,
    quotes,
    references,
    requests,
    scripts,
    search,
    settings,
    stated_euro,
    statement,
    styles,
    switches,
    translations,
    vanished,
    visibility,
    weight,
)
from sitegen.checks.inspection import Inspection
from sitegen.problems import Problem

Check = Callable[[Inspection], Iterable[Problem]]
Proof = Callable[[Inspection, str, bytes], Iterable[Problem]]
"""`(inspection, path, page) -> problems` of a finished page."""

PAGE_CHECKS: tuple[Check, ...] = (
    ids.problems,
    codes.problems,
    scripts.problems,
    privacy.problems,
    money.problems,
    translations.problems,
    lengths.problems,
    headings.problems,
    quotes.problems,
    languages.problems,
    link_texts.problems,
    alternative_texts.problems,
    stated_euro.problems,
    pictures.problems,
    publicity.problems,
    agreement.problems,
)
"""What is judged page by page: they are shown one page in its languages at a time, and the settings."""
SITE_CHECKS: tuple[Check, ...] = (
    references.problems,
    addresses.problems,
    vanished.problems,
    links.problems,
    link_agreement.problems,
    files.problems,
    dates.problems,
    documents.problems,
    disclosures.problems,
    requests.problems,
    statement.problems,
    settings.problems,
    codes.settings_problems,
    scripts.settings_problems,
    privacy.settings_problems,
    search.problems,
    switches.problems,
    weight.problems,
    contrast.problems,
    styles.problems,
    consistency.problems,
)
"""What takes the whole site to judge: they are shown all pages at once, of the bodies only what leads in and out."""
CHECKS: tuple[Check, ...] = (*PAGE_CHECKS, *SITE_CHECKS)
"""For those who have a whole site at hand."""
FILE_PROOFS: tuple[Proof, ...] = (requests.proof, published_numbers.proof)
"""What is proved of every file that is made of templates."""
PROOFS: tuple[Proof, ...] = (built.proof, accessibility.proof, visibility.proof, weight.proof, *FILE_PROOFS)
"""What is proved of each finished page once no editor's mistake is left that could show there again."""
PAGE = ".html"
PROVED = (PAGE, ".webmanifest", ".xml")
"""Endings of what is proved at all."""


def examine(inspection: Inspection, checks: Iterable[Check]) -> list[Problem]:
    """What the checks find."""
    return [problem for check in checks for problem in check(inspection)]


def prove(inspection: Inspection, path: str, data: bytes) -> tuple[Problem, ...]:
    """What is wrong with a finished page or file."""
    proofs = PROOFS if path.endswith(PAGE) else FILE_PROOFS if path.endswith(PROVED) else ()
    return tuple(problem for proof in proofs for problem in proof(inspection, path, data))
