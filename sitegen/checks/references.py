"""References: organisations, programmes, funds, events and numbers that a page names must exist, and be right."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sitegen.checks.inspection import Inspection
from sitegen.kinds.project import RESPONSIBLE, Project
from sitegen.model.links import Dead, ToPage, follow
from sitegen.model.page import Article, Funded, Scheduled
from sitegen.model.readers import unknown_item
from sitegen.model.site import Site
from sitegen.problems import Mistake, Problem, Severity, message
from sitegen.text.nearest import nearest

WITH_CONTRACT = frozenset({"2014-2020", "2021-2027", "rrf"})
"""Regimes in which every project has a contract number."""


def problems(inspection: Inspection) -> Iterator[Problem]:
    """All wrong references."""
    site = inspection.whole
    yield from of_settings(site)
    yield from number_problems([page for page in inspection.originals if isinstance(page, Funded)])
    yield from (problem for page in inspection.sources if isinstance(page, Project) for problem in unit_problems(page))
    for page in inspection.originals:
        if isinstance(page, Funded):
            yield from programme_problems(site, page)
        if isinstance(page, Project):
            yield from partner_problems(site, page)
        if isinstance(page, Article) and page.event:
            yield from event_problems(site, page)


def unknown(kind: str, name: str, known: Collection[str], code: str = "REF-01") -> Mistake:
    """The complaint about an id that nothing has."""
    near = nearest(name, list(known))
    if near:
        hint = message("Did you mean '{near}'?", near=near)
    elif known:
        hint = message("Known: {known}.", known=", ".join(known))
    else:
        hint = message("Write it there first: the id, and below it type and name.")
    complaints = {
        "organisation": message("there is no organisation '{name}' in organisations.yaml", name=name),
        "programme": message("there is no programme '{name}'", name=name),
        "fund": message("the programme has no fund '{name}'", name=name),
    }
    return Mistake(code, complaints[kind], hint)


def of_settings(site: Site) -> Iterator[Problem]:
    """Organisations that site.yaml and programmes.yaml name."""
    config = site.config
    named = {
        "owner": config.owner,
        "accessibility.authority": config.accessibility.authority if config.accessibility else "",
        "privacy.authority": config.privacy.authority,
    } | {f"programmes.{p.id}.managing_authority": p.managing_authority for p in config.programmes.values()}
    for field, name in named.items():
        if name and is_unknown(site, name):
            yield unknown("organisation", name, config.organisations).at(config.at(field))


def is_unknown(site: Site, organisation: str) -> bool:
    """Whether there is no such organisation; one that could not be read is known."""
    return organisation not in site.config.organisations and "organisations" not in site.config.incomplete


def programme_problems(site: Site, page: Funded) -> Iterator[Problem]:
    """The programme, its fund, and the contract that it asks for."""
    programme = site.programme(page.programme)
    if programme is None:
        if page.programme and "programmes" not in site.config.incomplete:
            yield unknown("programme", page.programme, site.config.programmes).at(page.at("programme"))
        return
    if len(programme.funds) > 1 and not page.fund:
        known = ", ".join(programme.funds)
        missing = message("the programme has several funds; 'fund' must say which pay for the project")
        advice = message("Write: fund: [{known}], as it applies.", known=known)
        yield Mistake("REF-03", missing, advice).at(page.at("fund"))
    for number, fund in enumerate(page.fund):
        if fund not in programme.funds:
            yield unknown("fund", fund, programme.funds, "REF-03").at(page.at(f"fund.{number}"))
    if programme.regime in WITH_CONTRACT and not page.contract:
        absent = Mistake(
            "COD-05",
            message("the contract number is missing"),
            message("Add a line 'contract: …' as soon as it is signed."),
        )
        yield absent.at(page.at(""), Severity.WARNING)


def number_problems(pages: Sequence[Funded]) -> Iterator[Problem]:
    """Two projects with one number would share a permanent address."""
    owners: dict[int, Funded] = {}
    free = max((page.number or 0 for page in pages), default=0) + 1
    for page in pages:
        other = page if page.number is None else owners.setdefault(page.number, page)
        if other is not page:
            mistake = Mistake(
                "REF-02",
                message("the number {number} belongs to '{other}' already", number=page.number, other=other.source),
                message("Numbers stand on plaques and never change; the next free one is {free}.", free=free),
            )
            yield mistake.at(page.at("number"))


def unit_problems(page: Project) -> Iterator[Problem]:
    """Words for units that no result of the project has."""
    known = list(dict.fromkeys(result.unit.text for result in page.results if result.unit))
    for unit, _ in page.units:
        if unit not in known:
            yield unknown_item(unit, known).at(page.at(f"units.{unit}"))


def partner_problems(site: Site, page: Project) -> Iterator[Problem]:
    """Organisations that exist, among them one that answers for the project."""
    for number, partner in enumerate(page.partners):
        if is_unknown(site, partner.org):
            yield unknown("organisation", partner.org, site.config.organisations).at(page.at(f"partners.{number}.org"))
    if site.is_sure(page, "partners") and not any(partner.role in RESPONSIBLE for partner in page.partners):
        mistake = Mistake(
            "REF-04",
            message("the project names neither a beneficiary nor a lead partner"),
            message("Write: partners: [{{org: …, role: beneficiary}}]"),
        )
        yield mistake.at(page.at("partners"))


def event_problems(site: Site, page: Article) -> Iterator[Problem]:
    """The event that a news item names."""
    target = f"page:{page.event}" if site.nearest(page.event, page.language) else page.event
    destination = follow(site, page, target)
    if isinstance(destination, Dead) and (destination.mistake is None or page.event in site.lost):
        return
    if not (isinstance(destination, ToPage) and isinstance(destination.page, Scheduled)):
        events = [p.id for p in site.pages if isinstance(p, Scheduled)]
        near = nearest(page.event, events)
        hint = message("Did you mean '{near}'?", near=near) if near else message("Write the path of an event's folder.")
        yield Mistake("REF-06", message("'{name}' is not an event", name=page.event), hint).at(page.at("event"))
