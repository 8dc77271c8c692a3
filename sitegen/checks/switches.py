"""Switches: a site may switch a check off with a reason in site.yaml; the report says which, why and how often.

A check that judges from outside can be wrong about a site whose editors know better: what a code, a sum, a word or a
document should be. Those stand in SWITCHABLE. The others do not judge, they find what no reason mends: a file that
cannot be read, an address that leads nowhere or to two pages, a picture without words, a personal number in public.
Where a code comes from a value that cannot be read as well as from a check, the value is told all the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.checks.inspection import Inspection
from sitegen.model.config import Config
from sitegen.problems import Mistake, Problem, message
from sitegen.text.nearest import nearest

SWITCHABLE = (
    "A11Y-03", "A11Y-04", "A11Y-06", "A11Y-08", "A11Y-09", "A11Y-10", "A11Y-11", "A11Y-12", "A11Y-13",
    "A11Y-14",
    "COD-01", "COD-02", "COD-03", "COD-04", "COD-05",
    "DAT-01", "DAT-02", "DAT-03", "DAT-04", "DAT-06", "DAT-09",
    "DOC-02", "DOC-03", "DOC-04", "DOC-06", "DOC-07",
    "FLD-12",
    "LNG-01", "LNG-02", "LNG-03", "LNG-04", "LNG-05",
    "LNK-02", "LNK-07",
    "MON-01", "MON-03",
    "PRV-06", "PRV-07", "PRV-08", "PRV-09", "PRV-10",
    "PUB-01", "PUB-02", "PUB-03", "PUB-04", "PUB-07", "PUB-08",
    "THM-07", "THM-08", "THM-09",
    "TXT-01", "TXT-03", "TXT-06", "TXT-07", "TXT-08", "TXT-10",
)  # fmt: skip
FIXED = (
    "A11Y-01", "A11Y-02", "A11Y-05", "A11Y-07",
    "ADR-01", "ADR-02", "ADR-03", "ADR-04", "ADR-05", "ADR-06", "ADR-07", "ADR-09",
    "ADR-10", "ADR-11", "ADR-12", "ADR-13", "ADR-14", "ADR-15", "ADR-16",
    "DAT-05", "DAT-07", "DAT-08",
    "DOC-01", "DOC-05",
    "FLD-01", "FLD-02", "FLD-03", "FLD-04", "FLD-05", "FLD-06", "FLD-07", "FLD-08", "FLD-09", "FLD-10", "FLD-11",
    "LNG-06", "LNG-07", "LNG-08",
    "LNK-01", "LNK-04", "LNK-05", "LNK-06", "LNK-08", "LNK-09", "LNK-10",
    "MON-02", "MON-04", "MON-05",
    "NET-01", "NET-02", "NET-03", "NET-04", "NET-05", "NET-06", "NET-07", "NET-08", "NET-09", "NET-10",
    "NET-11", "NET-12", "NET-13", "NET-14", "NET-15", "NET-16", "NET-17", "NET-18",
    "PIC-01", "PIC-02", "PIC-03", "PIC-04",
    "PRV-01", "PRV-02", "PRV-03", "PRV-04", "PRV-11", "PRV-12",
    "REF-01", "REF-02", "REF-03", "REF-04", "REF-05", "REF-06",
    "SYN-01", "SYN-02", "SYN-03", "SYN-04", "SYN-05", "SYN-06", "SYN-07", "SYN-08", "SYN-09", "SYN-10",
    "SYN-11", "SYN-12", "SYN-13",
    "THM-01", "THM-02", "THM-03", "THM-04", "THM-05", "THM-06",
    "TXT-09",
)  # fmt: skip


@dataclass(frozen=True)
class SwitchedOff:
    """A check that a site has switched off."""

    code: str
    reason: str
    count: int
    """Of the problems that are left out."""


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Codes that nothing has, that must stay on, or that are off without a reason."""
    config = inspection.whole.config
    for code, reason in config.checks:
        if code in FIXED:
            yield must_stay(code).at(config.at(f"checks.{code}"))
        elif code not in SWITCHABLE:
            yield unknown_code(code).at(config.at(f"checks.{code}"))
        elif not reason:
            yield no_reason(code).at(config.at(f"checks.{code}"))


def without_switched_off(
    found: Sequence[Problem], config: Config
) -> tuple[tuple[Problem, ...], tuple[SwitchedOff, ...]]:
    """What the checks found, as far as it is to be told, and what is switched off."""
    reasons = {code: reason for code, reason in config.checks if code in SWITCHABLE and reason}
    counted = Counter(problem.code for problem in dict.fromkeys(found))
    kept = tuple(problem for problem in found if problem.code not in reasons)
    return kept, tuple(SwitchedOff(code, reason, counted[code]) for code, reason in reasons.items())


def must_stay(code: str) -> Mistake:
    """The complaint about a check that no reason can switch off."""
    return Mistake(
        "FLD-03",
        message("'{code}' cannot be switched off", code=code),
        message("What it finds has to be mended. These can be switched off: {codes}.", codes=", ".join(SWITCHABLE)),
    )


def unknown_code(code: str) -> Mistake:
    """The complaint about a code that no problem has."""
    near = nearest(code, SWITCHABLE)
    hint = (
        message("Did you mean '{near}'?", near=near)
        if near
        else message("These can be switched off: {codes}.", codes=", ".join(SWITCHABLE))
    )
    return Mistake("FLD-01", message("there is no check '{code}'", code=code), hint)


def no_reason(code: str) -> Mistake:
    """The complaint about a check that is off, and nobody knows why."""
    return Mistake(
        "FLD-02",
        message("'{code}' is switched off without a reason", code=code),
        message('Say why it is off: {code}: "…"', code=code),
    )
