"""The overview: what an editor asks about a site as a whole. Pure: from a site to data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sitegen.markup.paragraphs import paragraphs
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.model.translation import Standing, State
from sitegen.status.deadlines import Deadline, deadlines
from sitegen.status.duties import Duty, duties
from sitegen.status.publicity import Measure, measures
from sitegen.status.schedule import next_change

PRESENT = frozenset(State) - {State.MISSING}
"""The states of a version that readers can see."""


@dataclass(frozen=True)
class PageStatus:
    """A page that an editor wrote, and its versions."""

    id: str
    kind: str
    title: str
    source: str
    """The language of the source."""
    paragraphs: int
    """In the source."""
    languages: Mapping[str, Standing]


@dataclass(frozen=True)
class Overview:
    """Everything that `status` shows."""

    languages: tuple[str, ...]
    pages: tuple[PageStatus, ...]
    publicity: tuple[Measure, ...]
    deadlines: tuple[Deadline, ...]
    next: datetime | None
    """The next moment at which the site changes by itself."""
    duties: tuple[Duty, ...] = ()
    """What the rules of publicity ask of the projects."""

    @property
    def totals(self) -> Mapping[State, int]:
        """How many versions there are in each state."""
        found = Counter(standing.state for page in self.pages for standing in page.languages.values())
        return {state: found[state] for state in State}

    @property
    def coverage(self) -> Mapping[str, int]:
        """In how many percent of the pages that a language may have it has a version; 100 only for all."""
        shares = {}
        for language in self.languages:
            states = [page.languages[language].state for page in self.pages if language in page.languages]
            if states:
                shares[language] = 100 * sum(state in PRESENT for state in states) // len(states)
        return shares


def overview(site: Site) -> Overview:
    """The overview of a site, drafts included."""
    return Overview(
        languages=site.config.languages,
        pages=tuple(page_status(site, page_id) for page_id in dict.fromkeys(page_id for page_id, _ in site.standings)),
        publicity=tuple(measures(site)),
        duties=tuple(duties(site)),
        deadlines=deadlines(site),
        next=next_change(site),
    )


def page_status(site: Site, page_id: str) -> PageStatus:
    """One page with its versions, in the order of the site's languages."""
    known = {code: site.standings.get((page_id, code)) for code in site.config.languages}
    original = original_of(site, page_id)
    return PageStatus(
        id=page_id,
        kind=original.kind,
        title=original.title.text,
        source=original.language,
        paragraphs=len(paragraphs(original, site.sources[original.file])),
        languages={code: standing for code, standing in known.items() if standing},
    )


def original_of(site: Site, page_id: str) -> Page:
    """The version that holds the facts."""
    return next(page for page in site.versions(page_id) if page.language == page.original)


def lacks(site: Site, page_id: str, language: str) -> bool:
    """Whether a version is not as it should be: out of date, not accepted, or missing where the site requires it."""
    state = site.standings[page_id, language].state
    if state is not State.MISSING:
        return state not in (State.ORIGINAL, State.CURRENT)
    original = original_of(site, page_id)
    return not original.only and language in dict(site.config.require_languages).get(original.kind, ())
