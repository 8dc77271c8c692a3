"""Pages: all that is made of the files of one page alone - reading, standing of its translations, judging."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from sitegen.builder.fingerprint import digest, fingerprint
from sitegen.builder.packed import pack, pack_positions, unpack
from sitegen.checks import PAGE_CHECKS, examine
from sitegen.checks.inspection import Inspection
from sitegen.markup.standing import standings
from sitegen.model.config import Config
from sitegen.model.document import Document
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.model.translation import Ledger, Standing
from sitegen.problems import Problem
from sitegen.read.page import Parse, Reader
from sitegen.read.site import digests_of
from sitegen.read.source import Found

NO_TIME = datetime.min  # noqa: DTZ901 - local time without zone, as the program keeps it
"""What is made of a page alone is the same on every day."""


@dataclass(frozen=True, kw_only=True)
class PageWork:
    """What became of the files of one page."""

    covers: tuple[Page, ...]
    """Its versions without the words of their bodies."""
    bodies: Mapping[str, bytes]
    """The bodies of the versions by language, packed; most builds need few of them."""
    parsed: Mapping[str, bytes]
    """Digest of what each body was made of, by language; of one with mistakes in it there is none."""
    problems: tuple[Problem, ...]
    """What reading found."""
    findings: tuple[Problem, ...]
    """What the page checks found."""
    standings: Mapping[tuple[str, str], Standing]
    is_lost: bool
    """Whether one of the files could not be read."""
    digests: Mapping[tuple[str, str], str]
    """Of the bodies as they are written."""
    doubtful: frozenset[str]
    """The fields of the source with mistakes in them."""
    inside: bytes
    """Digest of all that the page itself shows."""
    outside: bytes
    """Digest of what other pages may show of it."""
    placed: bytes
    """Digest of where that stands."""

    def body(self, language: str) -> Document:
        """The body of a version."""
        body: Document = unpack(self.bodies[language])
        return body


@dataclass(frozen=True)
class RecallingParser:
    """A parser that need not parse the bodies which a page had before."""

    parse: Parse
    before: PageWork | None
    seen: dict[str, bytes] = field(default_factory=dict)
    """As `PageWork.parsed`."""

    def __call__(self, text: str, language: str, first_line: int, path: str) -> tuple[Document, tuple[Problem, ...]]:
        """The document of a body, and what is wrong with it."""
        asked = fingerprint((text, language, first_line, path))
        if self.before and self.before.parsed.get(language) == asked:
            self.seen[language] = asked
            return self.before.body(language), ()
        document, problems = self.parse(text, language, first_line, path)
        if not problems:
            self.seen[language] = asked
        return document, problems


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What every page is worked on with."""

    reader: Reader
    config: Config
    ledger: Ledger
    settings: bytes
    """Digest of the settings and words that the work depends on."""

    def work(self, page_id: str, files: Mapping[str, Found], before: PageWork | None = None) -> PageWork:
        """Reads and judges one page; `before` is what became of it at the same desk earlier."""
        parse = RecallingParser(self.reader.parse, before)
        reading = replace(self.reader, parse=parse).read(page_id, files)
        is_lost = reading.is_short_of(files)
        sources = {source.path: source for source in reading.sources}
        alone = Site(
            config=self.config,
            pages=tuple(reading.versions),
            sources=sources,
            standings=standings(reading.versions, sources, self.config.languages, self.ledger),
            now=NO_TIME,
            lost=frozenset([page_id] if is_lost else []),
            doubtful={page_id: reading.doubtful} if reading.doubtful else {},
            root=self.reader.root_name,
        )
        covers = tuple(map(covered, alone.pages))
        outside = fingerprint([surface(page) for page in alone.pages])
        return PageWork(
            covers=covers,
            parsed=parse.seen,
            bodies={page.language: pack(page.body) for page in alone.pages},
            problems=tuple(reading.problems),
            findings=tuple(examine(Inspection(alone, alone), PAGE_CHECKS)),
            standings=alone.standings,
            is_lost=is_lost,
            digests=digests_of(reading.versions, sources),
            doubtful=reading.doubtful,
            inside=digest(outside, fingerprint([inner(page.body) for page in alone.pages])),
            outside=outside,
            placed=fingerprint([places(page) for page in covers]),
        )


def covered(page: Page) -> Page:
    """A page without the words of its body."""
    return replace(page, body=page.body.cover, positions=pack_positions(page.positions))


def surface(page: Page) -> object:
    """What others may show of a page: its fields, how its body begins and what it links to; not where that stands."""
    body = page.body.cover
    links = [(link.target, link.is_picture, link.alt, link.attributes) for link in body.links]
    headings = [(heading.level, heading.id, heading.text) for heading in body.headings]
    fields = replace(page, body=Document(), positions={})
    return fields, bool(body.sections), links, headings, sorted(body.anchors), body.text, body.is_verbatim


def places(cover: Page) -> object:
    """Where the fields, links and headings of a page stand."""
    fields = [(name, at.path, at.line, at.column) for name, at in cover.positions.items()]
    return fields, cover.body.links, cover.body.headings


def inner(body: Document) -> object:
    """The words of a body."""
    return [(section.heading and section.heading.id, section.html) for section in body.sections]
