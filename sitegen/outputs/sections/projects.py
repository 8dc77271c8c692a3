"""The list of projects, whole and narrowed by programme, status or period: links to pages made beforehand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sitegen.model.address import FACETS, default_slug
from sitegen.model.funding import REGIMES
from sitegen.model.page import STATUSES, Funded, Page
from sitegen.model.site import Site
from sitegen.render.cards import project_card
from sitegen.render.frames import Spot, frame_of, spot_of, title_of
from sitegen.render.links import Links
from sitegen.render.prose import prose_of
from sitegen.render.views import Facet, FacetOption, Label, LinkView, ProjectsView, Term


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
        return self.found[narrowing] if narrowing else self.site.newest[self.language]

    def label(self, narrowing: Narrowing) -> Label:
        """The words for a value."""
        if narrowing.facet == "programme":
            programme = self.site.config.programmes[narrowing.value]
            return (programme.short or programme.name).into(self.language)
        return Term(("regime." if narrowing.facet == "period" else "status.") + narrowing.value)

    def address(self, narrowing: Narrowing, language: str) -> str:
        """Where the narrowed list stands in a language."""
        words = self.site.config.section_words[language]
        value = (
            words[f"status.{narrowing.value}"]
            if narrowing.facet == "status"
            else default_slug(narrowing.value, language)
        )
        return self.site.address_in("projects", language) + f"{words[narrowing.facet]}/{value}/"

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


def projects_view(site: Site, page: Page, links: Links, narrowing: Narrowing | None = None) -> ProjectsView:
    """A list of projects."""
    projects = Projects(site, page.language)
    spot = spot_of(site, page) if narrowing is None else narrowed_spot(site, page, projects, narrowing)
    prose = prose_of(site, page, links)
    return ProjectsView(
        frame=frame_of(site, spot, links),
        title=title_of(page),
        lead=page.summary,
        blocks=prose.whole if narrowing is None else (),
        chosen=projects.label(narrowing) if narrowing else None,
        cards=tuple(project_card(site, project, links) for project in projects.chosen(narrowing)),
        facets=projects.facets(narrowing, links),
        everything=links.to(site.address_in("projects", page.language)),
    )


def narrowed_spot(site: Site, page: Page, projects: Projects, narrowing: Narrowing) -> Spot:
    """Where a narrowed list stands: below the whole one, in every language."""
    label = projects.label(narrowing)
    return Spot(
        page=page,
        address=projects.address(narrowing, page.language),
        others={p.language: projects.address(narrowing, p.language) for p in site.alternates(page)},
        title=label,
        trail=(LinkView(label=label, href=""),),
    )


def narrowed_lists(site: Site) -> Iterator[tuple[str, str, ProjectsView]]:
    """Address, language and view of every narrowed list."""
    for page in site.versions("projects"):
        projects = Projects(site, page.language)
        for narrowing in projects.found:
            address = projects.address(narrowing, page.language)
            yield address, page.language, projects_view(site, page, Links(site, address), narrowing)
