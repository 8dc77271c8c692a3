"""Reads a whole content folder into one `Site`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sitegen.kinds.page import Section
from sitegen.markup.standing import standings
from sitegen.model.address import SECTIONS
from sitegen.model.config import Config
from sitegen.model.language import Phrase
from sitegen.model.media import File
from sitegen.model.outline import Outline
from sitegen.model.page import Page
from sitegen.model.recorded import Recorded, body_digest
from sitegen.model.site import Site
from sitegen.model.source import Source
from sitegen.model.translation import Ledger
from sitegen.problems import Location, Mistake, Problem
from sitegen.read.addresses import read_addresses
from sitegen.read.ledger import read_ledger
from sitegen.read.media import look_at
from sitegen.read.outline import read_outline
from sitegen.read.page import Parse, Reader
from sitegen.read.source import Found, Inventory, take_inventory

Look = Callable[[Found], tuple[File, Mistake | None]]
"""How the facts of a file are found out, and what is wrong with it."""


@dataclass(frozen=True)
class Reading:
    """The site as it was read, drafts included, and what is wrong with its sources."""

    site: Site
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class PagesRead:
    """What became of the Markdown files."""

    pages: list[Page] = field(default_factory=list)
    """All versions of all pages."""
    sources: list[Source] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    """Ids of the pages that could not be read in every language."""
    doubtful: dict[str, frozenset[str]] = field(default_factory=dict)
    """The fields with mistakes in them by page id."""


@dataclass(frozen=True, kw_only=True)
class Stock:
    """What lies in a content folder beside the words of its pages."""

    root: Path
    inventory: Inventory
    ledger: Ledger
    recorded: tuple[Recorded, ...]
    outline: Outline | None
    files: tuple[File, ...]
    static: tuple[File, ...]
    problems: tuple[Problem, ...]


def take_stock(root: Path, languages: tuple[str, ...], look: Look = look_at) -> Stock:
    """Everything below the content folder but the pages; what cannot be read is noted."""
    inventory = take_inventory(root, languages)
    accepted = read_ledger(root)
    published = read_addresses(root)
    outline, found = read_outline(root)
    problems = [*inventory.problems, *accepted.problems, *published.problems, *found]
    return Stock(
        root=root,
        inventory=inventory,
        ledger=accepted.ledger,
        recorded=published.recorded,
        outline=outline,
        files=tuple(read_files(root, inventory.files, look, problems)),
        static=tuple(read_files(root, inventory.static, look, problems)),
        problems=tuple(problems),
    )


def site_of(stock: Stock, config: Config, pages: Sequence[Page], *, now: datetime, **more: Any) -> Site:
    """The site of these pages, with the sections that no file gives words for; `more` are fields of `Site`."""
    return Site(
        config=config,
        pages=(*pages, *absent_sections(config, pages)),
        files={file.path: file for file in stock.files},
        static=stock.static,
        outline=stock.outline,
        recorded=stock.recorded,
        now=now,
        root=stock.root.name,
        **more,
    )


def read_site(root: Path, config: Config, *, now: datetime, parse: Parse, relative_links: bool = False) -> Reading:
    """Everything below the content folder; bad files lose their page, not the run."""
    stock = take_stock(root, config.languages)
    problems = list(stock.problems)
    read = read_pages(root, config.languages, stock.inventory, parse, problems)
    sources = {source.path: source for source in read.sources}
    site = site_of(
        stock,
        config,
        read.pages,
        now=now,
        sources=sources,
        digests=digests_of(read.pages, sources),
        standings=standings(read.pages, sources, config.languages, stock.ledger),
        lost=frozenset(read.lost),
        doubtful=read.doubtful,
        relative_links=relative_links,
    )
    return Reading(site, tuple(problems))


def digests_of(pages: Sequence[Page], sources: Mapping[str, Source]) -> dict[tuple[str, str], str]:
    """Digests of the bodies that are written in a language, by page id and language."""
    written = (page for page in pages if page.is_translated and page.file in sources)
    return {(page.id, page.language): body_digest(sources[page.file].body) for page in written}


def read_pages(
    root: Path, languages: tuple[str, ...], inventory: Inventory, parse: Parse, problems: list[Problem]
) -> PagesRead:
    """All pages; what is wrong with them is noted."""
    reader = Reader(languages=languages, root_name=root.name, parse=parse)
    made = PagesRead()
    for page_id, files in sorted(inventory.sources.items()):
        reading = reader.read(page_id, files)
        problems.extend(reading.problems)
        made.pages.extend(reading.versions)
        made.sources.extend(reading.sources)
        if reading.is_short_of(files):
            made.lost.append(page_id)
        if reading.doubtful:
            made.doubtful[page_id] = reading.doubtful
    return made


def absent_sections(config: Config, pages: Sequence[Page]) -> list[Page]:
    """The pages that every site has, where no file gives words for them; their titles are the theme's."""
    known = {(page.id, page.language) for page in pages}
    return [
        Section(id=name, language=language, original=language, source="", file="", title=Phrase("", language))
        for name in SECTIONS
        for language in config.languages
        if (name, language) not in known
    ]


def read_files(root: Path, found: Sequence[Found], look: Look, problems: list[Problem]) -> list[File]:
    """The files with their facts; what cannot be read is noted."""
    files = []
    for one in found:
        file, mistake = look(one)
        if mistake:
            below = "static/" if one.disk.is_relative_to(root / "static") else ""
            problems.append(mistake.at(Location(f"{root.name}/{below}{one.path}")))
        files.append(file)
    return files
