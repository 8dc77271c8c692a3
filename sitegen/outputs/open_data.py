"""Open data: the list of operations as JSON and as a table, its schema, and `/data/`, which explains them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar

from sitegen.model.address import DATA, output_path
from sitegen.model.artifact import Later, Task
from sitegen.model.language import Multilingual, Phrase
from sitegen.model.money import Money
from sitegen.model.operation import Achievement, Location
from sitegen.model.organisation import Organisation
from sitegen.model.page import Funded, Page
from sitegen.model.site import Site
from sitegen.render.doorways import doorways, owner_names
from sitegen.render.frames import strip_of
from sitegen.render.links import Links
from sitegen.render.open_data.document import as_json
from sitegen.render.open_data.rows import LICENCES, Body, Listing, Reached, Row, Spot, Words, collapsed
from sitegen.render.open_data.schema import as_schema
from sitegen.render.open_data.table import COLUMNS, as_csv
from sitegen.render.previews import preview_of
from sitegen.render.recipes import page_task
from sitegen.render.views.around import DataView

T = TypeVar("T")
ORIGIN = "sitegen: open data"
JSON, CSV, SCHEMA = (DATA + name for name in ("projects.json", "projects.csv", "projects.schema.json"))


def tasks(site: Site) -> Iterator[Task]:
    """The three files and their page, where there is anything to tell."""
    if not any(site.newest.values()):
        return
    for address, recipe in ((JSON, as_json), (CSV, as_csv)):
        yield Task(path=output_path(address), recipe=recipe, inputs=Later(listing_of, ()), origin=ORIGIN)
    yield Task(path=output_path(SCHEMA), recipe=as_schema, inputs=site.url(SCHEMA), origin=ORIGIN)
    yield page_task(DATA, "data.html", site.config.default_language, data_view(site), ORIGIN)


def data_view(site: Site) -> DataView:
    """What the page shows."""
    links = Links(site, DATA)
    home = site.index["index", site.config.default_language]
    operations = operations_of(site)
    days = (last_change(site, versions) for versions in operations)
    return DataView(
        root=links.root,
        languages=doorways(site, links),
        owners=owner_names(site),
        strip=strip_of(site, home),
        canonical=site.url(DATA),
        preview=preview_of(site, home),
        licence=site.config.licence,
        licence_address=LICENCES[site.config.licence],
        json=links.to(JSON),
        csv=links.to(CSV),
        schema=links.to(SCHEMA),
        columns=COLUMNS,
        count=len(operations),
        updated=max((day for day in days if day), default=None),
    )


def operations_of(site: Site) -> list[tuple[Funded, ...]]:
    """Each operation in the languages that really tell of it, by id."""
    found = (tuple(page for page in site.versions(page_id) if isinstance(page, Funded)) for page_id in site.ids)
    return [tuple(page for page in versions if page.is_translated) or versions for versions in found if versions]


def last_change(site: Site, versions: Sequence[Page]) -> date | None:
    """When any of the languages changed."""
    return max((day for day in map(site.updated, versions) if day), default=None)


def listing_of(site: Site, _pages: Sequence[Page]) -> Listing:
    """All that is told."""
    config = site.config
    owner = site.organisation(config.owner)
    return Listing(
        title=config.title.texts,
        publisher=owner.name.texts if owner else (),
        language=config.default_language,
        licence=config.licence,
        home=site.url(DATA),
        rows=tuple(row_of(site, versions) for versions in operations_of(site)),
    )


def row_of(site: Site, versions: tuple[Funded, ...]) -> Row:
    """An operation."""
    page, told = versions[0], [version.operation for version in versions]
    programme = site.programme(page.programme)
    _, responsible = page.responsible
    return Row(
        id=page.id,
        number=page.number,
        code=page.contract,
        name=words(version.title for version in versions),
        beneficiary=body_of(site, site.organisation(responsible)),
        purpose=words(version.summary for version in versions),
        goals=tuple(words(goals) for goals in abreast(one.purposes for one in told)),
        achievements=tuple(map(reached, abreast(one.achievements for one in told))),
        status=page.status_on(site.today),
        start=page.start,
        end=page.actual_end or page.end,
        is_end_actual=page.actual_end is not None,
        total=page.total_value,
        parts=page.funding.parts if page.funding else (),
        rate=rate_of(page),
        funds=site.funds_of(page),
        programme=in_languages(site, programme.name) if programme else (),
        programme_code=programme.code if programme else "",
        specific_objective=words(one.specific_objective for one in told),
        intervention=told[0].intervention,
        locations=tuple(map(spot, abreast(one.locations for one in told))),
        pages=tuple((version.language, site.url(site.address(version))) for version in versions),
        updated=last_change(site, versions),
    )


def words(phrases: Iterable[Phrase]) -> Words:
    """A text in the languages that it is written in, each once."""
    return tuple(dict(collapsed((phrase.language, phrase.text) for phrase in phrases)).items())


def in_languages(site: Site, text: Multilingual) -> Words:
    """A text in the site's languages, as far as it has them."""
    return words(text.into(language) for language in site.config.languages)


def abreast(lists: Iterable[Sequence[T]]) -> Iterator[tuple[T, ...]]:
    """The first of every list, then the second of every list; translations have as many as their source."""
    return zip(*lists, strict=False)


def reached(versions: tuple[Achievement, ...]) -> Reached:
    """An achievement."""
    one = versions[0]
    return Reached(
        text=words(version.text for version in versions),
        unit=words(version.unit for version in versions),
        baseline=one.baseline,
        target=one.target,
        achieved=one.achieved,
    )


def spot(versions: tuple[Location, ...]) -> Spot:
    """A location."""
    names, addresses = (words(one.name for one in versions), words(one.address for one in versions))
    return Spot(name=names, address=addresses, lat=versions[0].lat, lon=versions[0].lon)


def rate_of(page: Funded) -> Decimal | None:
    """Percent of the total that the Union pays; of the sum of the parts where no total is stated."""
    if page.funding is None or page.funding.eu is None:
        return None
    parts = page.funding.parts
    whole = page.total_value or Money(sum(amount.minor for _, amount in parts), parts[0][1].currency)
    eu = page.funding.eu
    one, other = (eu, whole) if eu.currency == whole.currency else (eu.euro, whole.euro)
    return round(Decimal(one.minor * 100) / other.minor, 2) if other.minor else None


def body_of(site: Site, organisation: Organisation | None) -> Body | None:
    """An organisation with its place in words: `2500 Кюстендил, пл. „Велбъжд“ № 1`."""
    if organisation is None:
        return None
    places = (place_of(organisation, language) for language in site.config.languages)
    return Body(
        name=in_languages(site, organisation.name),
        eik=organisation.eik,
        place=words(place for place in places if place),
        nuts=organisation.nuts,
    )


def place_of(organisation: Organisation, language: str) -> Phrase | None:
    """Postcode, town and street in a language; None where they are not said in it."""
    said = [text.into(language) for text in (organisation.settlement, organisation.address) if text]
    if not said or any(phrase.language != language for phrase in said):
        return None
    town = " ".join(filter(None, (organisation.postcode, said[0].text if organisation.settlement else "")))
    rest = [phrase.text for phrase in said[bool(organisation.settlement) :]]
    return Phrase(", ".join(filter(None, (town, *rest))), language)
