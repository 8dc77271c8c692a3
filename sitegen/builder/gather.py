"""Gathering: the pages of a content folder, each worked on alone, become a site; what did not change is recalled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, partial
from itertools import chain

from sitegen.builder.fingerprint import Sighting, digest, fingerprint, see
from sitegen.builder.memo import Memo, no_garbage
from sitegen.builder.order import Order
from sitegen.builder.packed import pack, unpack
from sitegen.builder.pages import Desk, PageWork
from sitegen.builder.steps import READING, told
from sitegen.builder.workers import spread
from sitegen.model.config import Config
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.problems import Problem
from sitegen.read.site import Stock, site_of
from sitegen.read.source import Found, Inventory
from sitegen.read.texts import Texts

ROOM = "pages"
FEWEST = 60
"""Pages below which starting processes costs more than it saves."""

Files = Mapping[str, Found]
"""A page's files by language."""
Folded = tuple[bytes, Mapping[str, bytes]]
"""A page's work, packed, but for its bodies, which are packed already and are in memory once."""


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """The site, drafts included, of covers; and what stands behind them."""

    site: Site
    works: Mapping[str, PageWork]
    """By page id."""
    problems: tuple[Problem, ...]
    """What reading found."""
    findings: tuple[Problem, ...]
    """What the page checks found."""

    def opened(self, page: Page) -> Page:
        """A page of covers with its body; one that the program made without a file has none."""
        return replace(page, body=self.works[page.id].body(page.language)) if page.file else page

    def inside(self, page_id: str) -> bytes:
        """Digest of all that a page shows."""
        return self.works[page_id].inside if page_id in self.works else b""

    @cached_property
    def outside(self) -> bytes:
        """Digest of what pages may show of one another."""
        surfaces = chain.from_iterable((name.encode(), work.outside) for name, work in self.works.items())
        drifts = [(key, standing.state, standing.stale) for key, standing in self.site.standings.items()]
        rest = fingerprint((self.site.files, self.site.static, self.site.outline, drifts, self.site.relative_links))
        return digest(rest, *surfaces)

    @cached_property
    def placed(self) -> bytes:
        """Digest of where all that stands."""
        places = sorted((name, str(at)) for name, at in self.site.config.positions.items())
        return digest(fingerprint(places), *(work.placed for work in self.works.values()))


def gather(inventory: Inventory, desk: Desk, memo: Memo, order: Order) -> dict[str, PageWork]:
    """All pages by id; those whose files are as they were are not read again."""
    cases = [Case(name, files, desk) for name, files in sorted(inventory.sources.items())]
    works = recalled(cases, memo)
    fresh = [case for case in cases if case.name not in works]
    order.watcher.begin(READING, len(fresh))
    made = told(order.watcher, spread(worked_on, fresh, order.jobs, FEWEST))
    works |= zip((case.name for case in fresh), made, strict=True)
    for case in cases:
        memo.keep(ROOM, case.name, case.key, (case.sightings, works[case.name]))
    with no_garbage():
        return {
            case.name: memo.remember("unfolded", case.name, case.key, partial(unfolded, works[case.name]))
            for case in cases
        }


def assemble(
    stock: Stock, config: Config, works: Mapping[str, PageWork], now: datetime, *, relative_links: bool
) -> Gathered:
    """The site of the pages that were worked on."""
    covers = [cover for work in works.values() for cover in work.covers]
    site = site_of(
        stock,
        config,
        covers,
        now=now,
        sources=Texts(stock.root, [cover.file for cover in covers]),
        standings={key: standing for work in works.values() for key, standing in work.standings.items()},
        digests={key: digest for work in works.values() for key, digest in work.digests.items()},
        lost=frozenset(name for name, work in works.items() if work.is_lost),
        doubtful={name: work.doubtful for name, work in works.items() if work.doubtful},
        relative_links=relative_links,
    )
    return Gathered(
        site=site,
        works=works,
        problems=tuple(chain(stock.problems, *(work.problems for work in works.values()))),
        findings=tuple(chain.from_iterable(work.findings for work in works.values())),
    )


class Case:
    """A page that is to be worked on, and what that depends on."""

    def __init__(self, name: str, files: Files, desk: Desk) -> None:
        self.name, self.files, self.desk = name, files, desk
        self.sightings: Mapping[str, Sighting] = {}
        self.key: tuple[object, ...] = ()
        self.before: Folded | None = None
        """What became of it earlier, folded, where the settings were the same."""

    def look(self, known: Mapping[str, Sighting]) -> None:
        """Looks at the files; `known` is how they were."""
        self.sightings = {language: see(found.disk, known.get(language)) for language, found in self.files.items()}
        files = tuple((found.path, self.sightings[language].digest) for language, found in self.files.items())
        accepted = [self.desk.ledger.get((self.name, language)) for language in self.desk.config.languages]
        self.key = (self.desk.settings, files, fingerprint(accepted) if any(accepted) else b"")


def worked_on(case: Case) -> Folded:
    """What becomes of a page, as it leaves a worker and goes into the memo."""
    work = case.desk.work(case.name, case.files, unfolded(case.before) if case.before else None)
    return pack(replace(work, bodies={})), work.bodies


def unfolded(work: Folded) -> PageWork:
    """What became of a page."""
    rest, bodies = work
    alone: PageWork = unpack(rest)
    return replace(alone, bodies=bodies)


def recalled(cases: list[Case], memo: Memo) -> dict[str, Folded]:
    """What earlier builds made of the pages that are as they were, folded."""
    works = {}
    for case in cases:
        key, value = memo.recall(ROOM, case.name)
        sightings, work = value or ({}, None)
        case.look(sightings)
        if work and key == case.key:
            works[case.name] = work
        elif work and key[0] == case.key[0]:
            case.before = work
    return works
