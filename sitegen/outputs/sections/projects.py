"""The list of projects, whole and narrowed by programme, status or period: links to pages made beforehand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sitegen.model.address import FACETS
from sitegen.model.page import STATUSES, Funded, Page
from sitegen.model.site import Site
from sitegen.render.cards import project_card
from sitegen.render.frames import FIRST_YEARS, Spot, frame_of, newness, spot_of, title_of
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

    @property
    def all(self) -> tuple[Funded, ...]:
        """Every project."""
        return tuple(sorted(self.site.having(Funded, self.language), key=lambda p: newness(self.site, p), reverse=True))

    def values(self, project: Funded) -> dict[str, str]:
        """A project's value of each facet; "" where it has none."""
        programme = self.site.programme(project.programme)
        return {
            "programme": programme.id if programme else "",
            "status": project.status_on(self.site.today),
            "period": programme.regime if programme else "",
        }

    def narrowings(self) -> tuple[Narrowing, ...]:
        """Every value that some project has, in the order of the lists they come from."""
        used = {Narrowing(facet, value) for project in self.all for facet, value in self.values(project).items() if value}
        orders = {
            "programme": tuple(self.site.config.programmes),
            "status": STATUSES,
            "period": tuple(FIRST_YEARS),
        }
        return tuple(Narrowing(facet, value) for facet in FACETS for value in orders[facet] if (facet, value) in used)

    def chosen(self, narrowing: Narrowing | None) -> tuple[Funded, ...]:
        """The projects with a value of a facet; all without one."""
        return tuple(p for p in self.all if narrowing is None or self.values(p)[narrowing.facet] == narrowing.value)

    def label(self, narrowing: Narrowing) -> Label:
        """The words for a value."""
        if narrowing.facet == "programme":
            programme = self.site.config.programmes[narrowing.value]
            return (programme.short or programme.name).into(self.language)
        return Term(("regime." if narrowing.facet == "period" else "status.") + narrowing.value)

    def address(self, narrowing: Narrowing, language: str) -> str:
        """Where the narrowed list stands in a language."""
        words = self.site.config.section_words[language]
        value = words[f"status.{narrowing.value}"] if narrowing.facet == "status" else narrowing.value
        return self.site.address_in("projects", language) + f"{words[narrowing.facet]}/{value}/"

    def facets(self, current: Narrowing | None, links: Links) -> tuple[Facet, ...]:
        """The facets with their values; one with a single value narrows nothing but stays a way in."""
        options = [(n.facet, self.option(n, n == current, links)) for n in self.narrowings()]
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
        for narrowing in projects.narrowings():
            address = projects.address(narrowing, page.language)
            yield address, page.language, projects_view(site, page, Links(site, address), narrowing)
