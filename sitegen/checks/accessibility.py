"""The finished pages can be heard, zoomed and used by keys alone, as far as a program can tell (`domain.md` 2.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.checks.inspection import Inspection
from sitegen.markup.perceived import faults
from sitegen.markup.sweep import FRAME, KEYS, LANGUAGES, NAMES, REFERENCES, TABLES, VOICES, place
from sitegen.problems import Location, Message, Mistake, Problem, Severity, message

MOST = 20
"""Faults told of one page: one template makes hundreds of them."""
ADVICE: Mapping[str, tuple[str, Message]] = {
    FRAME: (
        "A11Y-08",
        message("The theme's base.html has the frame of every page: extend it instead of writing your own."),
    ),
    NAMES: (
        "A11Y-09",
        message('Write words into it, or alt, title, aria-label; what only adorns has alt="" or aria-hidden.'),
    ),
    TABLES: ("A11Y-10", message('Give the table <caption>, and each <th> scope="col" or scope="row".')),
    LANGUAGES: ("A11Y-11", message("Write the code of the language: bg, en, ru, pt-BR.")),
    VOICES: ("A11Y-11", message('State the language where it changes: lang="…".')),
    REFERENCES: ("A11Y-12", message("Correct the id, or delete what names it.")),
    KEYS: ("A11Y-13", message("Leave the order, the focus and the roles to the elements of HTML.")),
}
"""What the rules are about, to their code and what to do."""


def proof(_inspection: Inspection, path: str, html: bytes) -> Iterator[Problem]:
    """The rules that a finished page breaks."""
    text = html.decode()
    for found in faults(text)[:MOST]:
        line, column = place(text, found.tag)
        code, hint = ADVICE[found.about]
        severity = Severity.WARNING if found.about == VOICES else Severity.ERROR
        yield Mistake(code, found.what, hint).at(Location(f"output/{path}", line, column), severity)
