"""The finished pages can be heard, zoomed and used by keys alone, as far as a program can tell (`domain.md` 2.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from sitegen.checks.inspection import Inspection
from sitegen.markup.perceived import faults
from sitegen.markup.sweep import FRAME, KEYS, LANGUAGES, NAMES, REFERENCES, TABLES, VOICES, place
from sitegen.problems import Location, Message, Mistake, Problem, Severity, message
from sitegen.text.sounds import sounds

TITLE = re.compile(r"<title>([^<]*)</title>")
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


def proof(inspection: Inspection, path: str, html: bytes) -> Iterator[Problem]:
    """The rules that a finished page breaks."""
    text = html.decode()
    for found in faults(text)[:MOST]:
        line, column = place(text, found.tag)
        code, hint = ADVICE[found.about]
        severity = Severity.WARNING if found.about == VOICES else Severity.ERROR
        yield Mistake(code, found.what, hint).at(Location(f"output/{path}", line, column), severity)
    yield from title_problems(inspection, path, text)


def title_problems(inspection: Inspection, path: str, html: str) -> Iterator[Problem]:
    """A title that does not name its page; those of sections have words of the theme."""
    page, found = inspection.site.at_path.get(path), TITLE.search(html)
    if page is None or found is None or page.kind == "section":
        return
    if sounds(page.title.text) not in sounds(unescape(found[1])):
        complaint = message("the title does not name the page: '{title}'", title=unescape(found[1]).strip())
        place = Location(f"output/{path}", html.count("\n", 0, found.start()) + 1)
        yield Mistake("A11Y-08", complaint, ADVICE[FRAME][1]).at(place)
