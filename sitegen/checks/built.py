"""The built pages: every address inside the site leads to something, and an id stands once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sitegen.checks.inspection import Inspection
from sitegen.markup.glance import Glance, glance
from sitegen.markup.outline import Outline, outline
from sitegen.problems import Location, Mistake, Problem, message

PUBLISHED = "output"
"""How a built file is named in a problem."""


def proof(inspection: Inspection, path: str, html: bytes) -> Iterator[Problem]:
    """Dead references and double ids."""
    text = html.decode()
    if not looks_sound(inspection, path, glance(text)):
        page = outline(text)
        yield from dead_references(inspection, path, page)
        yield from double_ids(path, page)


def looks_sound(inspection: Inspection, path: str, page: Glance | None) -> bool:
    """Whether a glance at the page finds neither a dead reference nor a double id."""
    if page is None or len(set(page.ids)) < len(page.ids):
        return False
    targets = (inspection.target(path, target) for target in page.targets)
    return all(target is None or target in inspection.paths for target in targets)


def dead_references(inspection: Inspection, path: str, page: Outline) -> Iterator[Problem]:
    """Addresses of this site, absolute ones included, that nothing serves."""
    for reference in page.references:
        target = inspection.target(path, reference.target)
        if target is not None and target not in inspection.paths:
            mistake = Mistake(
                "LNK-08",
                message("a link of the built page leads nowhere: {target}", target=reference.target),
                message("If no text of yours contains it, the theme is at fault."),
            )
            yield mistake.at(Location(f"{PUBLISHED}/{path}", reference.line, reference.column))


def double_ids(path: str, page: Outline) -> Iterator[Problem]:
    """Ids that stand twice in a page (WCAG 2.2, 4.1.2; HTML)."""
    counted = Counter(anchor.id for anchor in page.anchors)
    for anchor in page.anchors:
        if counted[anchor.id] > 1:
            mistake = Mistake(
                "A11Y-02",
                message("the id '{id}' stands {count} times in the built page", id=anchor.id, count=counted[anchor.id]),
                message("Give the heading or item another id."),
            )
            counted[anchor.id] = 1
            yield mistake.at(Location(f"{PUBLISHED}/{path}", anchor.line, anchor.column))
