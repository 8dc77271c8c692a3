"""Agreement of links: a translation leads to the pages, and to as many files and sites, as its source."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.inspection import Inspection
from sitegen.model.document import Link
from sitegen.model.links import Dead, ToFile, ToPage, follow
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.problems import Location, Mistake, Problem, Severity, message
from sitegen.text.figures import Figure, unshared

HINT = message("Lead readers of all languages to the same places; correct the link that is wrong.")


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Links that only the translation has, or only its source; bodies that one of them lacks are left out."""
    site = inspection.whole
    for page in inspection.sources:
        source = site.page(page.id, page.original)
        if source and page.body.sections and source.body.sections and targets(page) != targets(source):
            missing, strange = unshared(*(list(goals(site, version)) for version in (source, page)))
            if missing or strange:
                yield links_differ(page, source, missing, strange)


def targets(page: Page) -> list[str]:
    """Where the links of a version lead, as they are written."""
    return [link.target for link in page.body.links]


def goals(site: Site, page: Page) -> Iterator[Figure]:
    """What the links of a version lead to; each starts at its number."""
    for number, link in enumerate(page.body.links):
        readings = () if is_apart(link) else goal(site, page, link.target)
        if readings:
            yield Figure(readings, link.target, number, is_once_enough=len(readings) == 1)


def is_apart(link: Link) -> bool:
    """Whether a link leads to no other place: pictures, links in the page, mail and telephone."""
    return link.is_picture or link.target.lower().startswith(("#", "mailto:", "tel:"))


def goal(site: Site, page: Page, target: str) -> tuple[str, ...]:
    """A page is the same in all languages; a file or another site may have a twin in the reader's language."""
    match follow(site, page, target):
        case ToPage(page=found):
            return (f"page {found.id}",)
        case ToFile(file=file):
            return (f"file {file.path}", "file")
        case Dead():
            return ()
    return (f"address {target}", "address")


def links_differ(page: Page, source: Page, missing: list[Figure], strange: list[Figure]) -> Problem:
    """One remark about the links that one version lacks, at the first strange one, else at the top."""
    link = page.body.links[strange[0].start] if strange else None
    place = Location(page.file, link.line, link.column) if link else page.at("")
    line = source.body.links[missing[0].start].line if missing else 0
    return different(source.file, line, named(missing), named(strange)).at(place, Severity.WARNING)


def named(goals: list[Figure]) -> str:
    """Targets as they are written, each once."""
    return "; ".join(dict.fromkeys(goal.text for goal in goals))


def different(source: str, line: int, there: str, here: str) -> Mistake:
    """The complaint about links that differ."""
    facts = {"source": source, "line": line, "there": there, "here": here}
    if not there:
        return Mistake("LNG-05", message("no link of the source ({source}) leads to '{here}'", **facts), HINT)
    if not here:
        return Mistake(
            "LNG-05",
            message("the source links to '{there}' ({source}, line {line}), this page does not", **facts),
            HINT,
        )
    return Mistake(
        "LNG-05", message("the source links to '{there}' ({source}, line {line}), this page to '{here}'", **facts), HINT
    )
