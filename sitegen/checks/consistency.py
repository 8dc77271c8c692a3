"""The pages of a site are alike where visitors rely on it: menus, ways that are always there, titles that tell apart.

WCAG 2.2: 2.4.2, 2.4.5, 3.2.3, 3.2.4, 3.2.6. The home page of each language is compared with one page of each sort.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.checks.inspection import Inspection
from sitegen.markup.menus import Way, menus
from sitegen.model.address import output_path
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.problems import Location, Mistake, Problem, Severity, message

CODE = "A11Y-14"
ALWAYS = ("sitemap", "accessibility")
"""Pages that every page leads to: the second way to find one, and where to ask for help."""


@dataclass(frozen=True)
class Sample:
    """A page of those that a template makes."""

    path: str
    menus: Mapping[str, tuple[Way, ...]]


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Built pages that are called the same, and where one of each sort differs from the home page of its language."""
    if inspection.paths:
        yield from same_titles(inspection.site)
    for language in inspection.site.config.languages:
        found = tuple(samples(inspection, language))
        yield from lost_ways(inspection, language, found)
        for other in found[1:]:
            yield from differences(inspection, found[0], other)


# ── titles ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def same_titles(site: Site) -> Iterator[Problem]:
    """Pages of one project, or of none, whose titles do not tell them apart."""
    known: dict[tuple[str, str, str], Page] = {}
    for page in site.pages:
        key = (page.language, site.project_of(page.id), " ".join(page.title.text.split()).casefold())
        before = known.setdefault(key, page)
        if page.title.text and before is not page and page.file and page.is_translated:
            yield called_the_same(page, before).at(page.at("title"), Severity.INFO)


def called_the_same(page: Page, before: Page) -> Mistake:
    """The remark about two pages with one title."""
    return Mistake(
        CODE,
        message("'{title}' is also the title of {page}", title=page.title.text, page=before.file or before.id),
        message("Say in the title what is special about this page: a place, a part, a date."),
    )


# ── menus ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def samples(inspection: Inspection, language: str) -> Iterator[Sample]:
    """One page of each sort in a language, the home page first; pages without menus are none."""
    seen: set[tuple[str, str]] = set()
    for path in sorted(inspection.paths, key=lambda path: (path.count("/"), path)):
        if path.startswith(f"{language}/") and path.endswith(".html"):
            sort = sort_of(inspection.site.at_path.get(path), path)
            text = None if sort in seen else inspection.text(path)
            if text and "<nav" in text:
                seen.add(sort)
                yield Sample(path, menus(text))


def sort_of(page: Page | None, path: str) -> tuple[str, str]:
    """What pages of one template have in common; sections are each of its own, lists alike that lie as deep."""
    if page is None:
        return "", str(path.count("/"))
    return page.kind, page.id if page.kind == "section" else ""


def lost_ways(inspection: Inspection, language: str, found: Sequence[Sample]) -> Iterator[Problem]:
    """Pages that do not lead to the site map and to the accessibility statement."""
    for name in ALWAYS:
        target = output_path(inspection.site.address_in(name, language))
        for one in found if target in inspection.paths else ():
            if one.path != target and target not in targets(inspection, one):
                yield lost(target).at(Location(f"output/{one.path}"), Severity.WARNING)


def targets(inspection: Inspection, one: Sample) -> frozenset[str | None]:
    """The files that the menus of a page lead to."""
    return frozenset(inspection.target(one.path, way.target) for ways in one.menus.values() for way in ways)


def lost(target: str) -> Mistake:
    """The complaint about a page without a way that the others have."""
    return Mistake(
        CODE,
        message("no menu of the page and no footer leads to {page}", page="/" + target.removesuffix("index.html")),
        message("The theme's base.html has the frame of every page: extend it instead of writing your own."),
    )


def differences(inspection: Inspection, first: Sample, other: Sample) -> Iterator[Problem]:
    """What a page has in another order, or by other words, than the first."""
    place = Location(f"output/{other.path}")
    for name, ways in first.menus.items():
        here = other.menus.get(name, ())
        common = {way.words for way in ways} & {way.words for way in here}
        orders = [[way.words for way in each if way.words in common] for each in (ways, here)]
        if orders[0] != orders[1]:
            yield reordered(name, orders[1], orders[0], first.path).at(place, Severity.WARNING)
        words = {inspection.target(first.path, way.target): way.words for way in reversed(ways)}
        for way in here:
            known = words.get(inspection.target(other.path, way.target), way.words)
            if not way.words.startswith(known) and way.words not in common and known not in {one.words for one in here}:
                yield renamed(way.words, known, first.path).at(place, Severity.WARNING)


def reordered(name: str, here: Sequence[str], there: Sequence[str], page: str) -> Mistake:
    """The complaint about a menu in another order."""
    what = message(
        "'{name}' has the order {here}, and on {page}: {there}",
        name=name,
        here=", ".join(here),
        there=", ".join(there),
        page=page,
    )
    return Mistake(CODE, what, message("Keep the order of menus and footers the same on all pages."))


def renamed(words: str, known: str, page: str) -> Mistake:
    """The complaint about a way that has another name."""
    what = message("'{words}' leads where '{known}' leads on {page}", words=words, known=known, page=page)
    return Mistake(CODE, what, message("Call the same page the same everywhere."))
