"""Reads a whole content folder into one `Site`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sitegen.kinds.page import Section
from sitegen.model.address import SECTIONS
from sitegen.model.config import Config
from sitegen.model.language import Phrase
from sitegen.model.media import File
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.model.source import Source
from sitegen.problems import Location, Problem
from sitegen.read.media import look_at
from sitegen.read.outline import read_outline
from sitegen.read.page import Parse, Reader
from sitegen.read.source import Found, Inventory, take_inventory


@dataclass(frozen=True)
class Reading:
    """The site as it was read, drafts included, and what is wrong with its sources."""

    site: Site
    problems: tuple[Problem, ...]


def read_site(root: Path, config: Config, *, now: datetime, parse: Parse, relative_links: bool = False) -> Reading:
    """Everything below the content folder; bad files lose their page, not the run."""
    inventory = take_inventory(root, config.languages)
    problems = list(inventory.problems)
    pages, sources, lost = read_pages(root, config.languages, inventory, parse, problems)
    outline, found = read_outline(root)
    problems.extend(found)
    site = Site(
        config=config,
        pages=(*pages, *absent_sections(config, pages)),
        sources={source.path: source for source in sources},
        files={file.path: file for file in read_files(root, inventory.files, problems)},
        static=tuple(read_files(root, inventory.static, problems)),
        outline=outline,
        now=now,
        lost=frozenset(lost),
        root=root.name,
        relative_links=relative_links,
    )
    return Reading(site, tuple(problems))


def read_pages(
    root: Path, languages: tuple[str, ...], inventory: Inventory, parse: Parse, problems: list[Problem]
) -> tuple[list[Page], list[Source], list[str]]:
    """All versions of all pages, the texts of their files, and the ids of those that could not be read."""
    reader = Reader(languages=languages, root_name=root.name, parse=parse)
    pages: list[Page] = []
    sources: list[Source] = []
    lost: list[str] = []
    for page_id, files in sorted(inventory.sources.items()):
        reading = reader.read(page_id, files)
        problems.extend(reading.problems)
        pages.extend(reading.versions)
        sources.extend(reading.sources)
        if len(reading.versions) < len(files):
            lost.append(page_id)
    return pages, sources, lost


def absent_sections(config: Config, pages: Sequence[Page]) -> list[Page]:
    """The pages that every site has, where no file gives words for them; their titles are the theme's."""
    known = {(page.id, page.language) for page in pages}
    return [
        Section(id=name, language=language, original=language, source="", file="", title=Phrase("", language))
        for name in SECTIONS
        for language in config.languages
        if (name, language) not in known
    ]


def read_files(root: Path, found: Sequence[Found], problems: list[Problem]) -> list[File]:
    """The files with their facts; what cannot be read is noted."""
    files = []
    for one in found:
        file, mistake = look_at(one)
        if mistake:
            below = "static/" if one.disk.is_relative_to(root / "static") else ""
            problems.append(mistake.at(Location(f"{root.name}/{below}{one.path}")))
        files.append(file)
    return files
