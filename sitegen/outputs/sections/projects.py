"""The list of projects, whole and narrowed by programme, status or period: links to pages made beforehand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sitegen.model.address import FACETS
from sitegen.model.funding import REGIMES
from sitegen.model.page import STATUSES, Funded, Page
from sitegen.model.site import Site
from sitegen.outputs.sections.sheets import Sheet, count_of, opening_at, part_of, sheet_address
from sitegen.render.cards import project_card, rates_of
from sitegen.render.frames import Spot, spot_of
from sitegen.render.links import Links, data_address, list_address
from sitegen.render.views.body import Label, LinkView, Term
from sitegen.render.views.sections import Facet, FacetOption, ProjectsView


class Narrowing(NamedTuple):
    """A value of a facet."""

    facet: str
    value: str


@dataclass(frozen=True)
class Projects:
    """The projects of a language, newest first, with what they can be narrowed to."""

    site: Site
    language: str

    @cached_property
    def found(self) -> Mapping[Narrowing, tuple[Funded, ...]]:
        """The projects of every value that some project has, in the order of the lists that the values come from."""
        orders = {"programme": tuple(self.site.config.programmes), "status": STATUSES, "period": REGIMES}
        named: dict[Narrowing, list[Funded]] = {
            Narrowing(facet, value): [] for facet in FACETS for value in orders[facet]
        }
        for project in self.site.newest[self.language]:
            for narrowing in self.values(project):
                named[narrowing].append(project)
        return {narrowing: tuple(projects) for narrowing, projects in named.items() if projects}

    def values(self, project: Funded) -> Iterator[Narrowing]:
        """What a project may be found by."""
        programme = self.site.programme(project.programme)
        if programme:
            yield Narrowing("programme", programme.id)
            yield Narrowing("period", programme.regime)
        status = project.status_on(self.site.today)
        if status:
            yield Narrowing("status", status)

    def chosen(self, narrowing: Narrowing | None) -> tuple[Funded, ...]:
        """The projects with a value of a facet; all without one."""
        return self.found.get(narrowing, ()) if narrowing else self.site.newest[self.language]

    def label(self, narrowing: Narrowing) -> Label:
        """The words for a value."""
        if narrowing.facet == "programme":
            programme = self.site.config.programmes[narrowing.value]
            return (programme.short or programme.name).into(self.language)
        return Term(("regime." if narrowing.facet == "period" else "status.") + narrowing.value)

    def address(self, narrowing: Narrowing, language: str) -> str:
        """Where the narrowed list stands in a language."""
        return list_address(self.site, narrowing.facet, narrowing.value, language)

    def facets(self, current: Narrowing | None, links: Links) -> tuple[Facet, ...]:
        """The facets with their values; one with a single value narrows nothing but stays a way in."""
        options = [(n.facet, self.option(n, n == current, links)) for n in self.found]
        return tuple(Facet(name=facet, options=tuple(o for name, o in options if name == facet)) for facet in FACETS)

    def option(self, narrowing: Narrowing, is_current: bool, links: Links) -> FacetOption:
        """A value with the number of its projects."""
        return FacetOption(
            label=self.label(narrowing),
            href=links.to(self.address(narrowing, self.language)),
            count=len(self.chosen(narrowing)),
            is_current=is_current,
        )


def shelves(site: Site) -> Mapping[str, Projects]:
    """The projects of each language."""
    return {language: Projects(site, language) for language in site.config.languages}


def projects_view(site: Site, page: Page, links: Links, number: int = 1) -> ProjectsView:
    """A page of the whole list of projects."""
    return list_view(site, spot_of(site, page), links, number, None)


def list_view(site: Site, spot: Spot, links: Links, number: int, narrowing: Narrowing | None) -> ProjectsView:
    """A page of a list of projects, whole or narrowed; a narrowed one has no words of its own."""
    page, known = spot.page, site.once(shelves)
    projects = known[page.language]
    lists = {language: shelf.chosen(narrowing) for language, shelf in known.items()}
    listed = projects.chosen(narrowing)
    return ProjectsView(
        **opening_at(site, spot, links, Sheet(lists, number), has_words=number == 1 and not narrowing),
        chosen=projects.label(narrowing) if narrowing else None,
        cards=tuple(project_card(site, project, links) for project in part_of(listed, number)),
        found=len(listed),
        rates=rates_of(p.total_value for p in part_of(listed, number) if p.total_value),
        facets=projects.facets(narrowing, links),
        everything=links.to(site.address_in("projects", page.language)),
        data="" if narrowing else data_address(site, links),
    )


def narrowed_lists(site: Site) -> Iterator[tuple[Page, str, Narrowing, int]]:
    """The page of the whole list, address, value and number of every page of a narrowed one."""
    for page in site.versions("projects"):
        projects = site.once(shelves)[page.language]
        for narrowing, found in projects.found.items():
            first = projects.address(narrowing, page.language)
            for number in range(1, count_of(found) + 1):
                yield page, sheet_address(site, first, page.language, number), narrowing, number


def narrowed_view(site: Site, page: Page, links: Links, narrowing: Narrowing, number: int) -> ProjectsView:
    """A page of a narrowed list."""
    return list_view(site, narrowed_spot(site, page, narrowing), links, number, narrowing)


def narrowed_spot(site: Site, page: Page, narrowing: Narrowing) -> Spot:
    """Where a narrowed list stands: below the whole one, in every language that has a project for it."""
    known = site.once(shelves)
    projects = known[page.language]
    label = projects.label(narrowing)
    languages = [p.language for p in site.alternates(page) if narrowing in known[p.language].found]
    return Spot(
        page=page,
        address=projects.address(narrowing, page.language),
        others={language: projects.address(narrowing, language) for language in languages},
        title=label,
        trail=(LinkView(label=label, href=""),),
    )
