"""Pictures of people: who can be recognised must agree, for a child its parents or guardians."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.inspection import Inspection
from sitegen.model.page import Downloadable
from sitegen.problems import Mistake, Problem, Severity, message


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Pictures of galleries without the consent that they need."""
    for page in inspection.originals:
        for number, photo in enumerate(page.gallery if isinstance(page, Downloadable) else ()):
            place = page.at(f"gallery.{number}.people")
            if photo.people == "children" and photo.consent != "obtained":
                yield children(photo.file, photo.consent).at(place)
            elif photo.people == "adults" and photo.consent == "unknown":
                yield adults(photo.file).at(place, Severity.WARNING)


def children(name: str, consent: str) -> Mistake:
    """The complaint about children whose parents have not agreed: a crowd is no excuse for them."""
    return Mistake(
        "PRV-04",
        message("children can be recognised in '{name}', and consent is '{consent}'", name=name, consent=consent),
        message("Write 'consent: obtained' when parents or guardians have agreed in writing, or take another picture."),
    )


def adults(name: str) -> Mistake:
    """The complaint about people of whom nobody knows whether they agreed."""
    return Mistake(
        "PRV-04",
        message("people can be recognised in '{name}', and nobody knows whether they agreed", name=name),
        message("Ask them and write 'consent: obtained'; 'crowd' is for a public event, 'not_needed' for officials."),
    )
