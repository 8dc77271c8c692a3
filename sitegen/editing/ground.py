"""The ground for a new page: the site as it stands, without bodies, and the numbers that are taken."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.builder.flow import theme_folder, unknown_theme
from sitegen.builder.order import Order
from sitegen.kinds import kind_of
from sitegen.model.config import Config
from sitegen.model.document import EMPTY, Document
from sitegen.model.page import Funded
from sitegen.model.site import Site
from sitegen.problems import Problem
from sitegen.read.config import read_config
from sitegen.read.site import absent_sections, read_pages
from sitegen.read.source import Inventory, take_inventory
from sitegen.render.catalogue import Catalogue
from sitegen.render.theme import Theme, load_theme

NUMBER = re.compile(rb"""^number:[ \t"']*([0-9]{1,15})""", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What a new page is added to."""

    root: Path
    """The content folder."""
    site: Site
    words: Mapping[str, Catalogue]
    """The theme's, by language."""
    highest: int
    """The greatest number of a project, also of a draft and of one that cannot be read."""

    @property
    def config(self) -> Config:
        """The settings."""
        return self.site.config

    @property
    def language(self) -> str:
        """In which the facts are written."""
        return self.config.default_language

    @property
    def projects(self) -> tuple[str, ...]:
        """The ids of all projects, those that cannot be read among them."""
        ids = sorted({*self.site.ids, *self.site.lost})
        return tuple(name for name in ids if kind_of(name).name == "project")

    def name_of_type(self, name: str, language: str) -> str:
        """A type of event in the theme's words; "" where it has none."""
        return self.words[language].texts.get(f"event_type.{name.lower().replace('-', '_')}", "")


def survey(order: Order) -> tuple[Ground | None, tuple[Problem, ...]]:
    """The site of a content folder; None, and the problems, where its settings or its theme cannot be used."""
    config, problems = read_config(order.content)
    if config is None:
        return None, problems
    theme, found = load_theme(theme_folder(order, config), config.languages, config.at("languages"))
    found += unknown_theme(order, config)
    if any(problem.is_error for problem in found):
        return None, found
    return stood(order, config, theme), ()


def stood(order: Order, config: Config, theme: Theme) -> Ground:
    """The ground from its settings and its theme; what is wrong with other pages is not asked here."""
    inventory = take_inventory(order.content, config.languages)
    read = read_pages(order.content, config.languages, inventory, without_body, [])
    config = replace(config, section_words=theme.section_words(), url=order.base_url or config.url)
    site = Site(
        config=config,
        pages=(*read.pages, *absent_sections(config, read.pages)),
        sources={source.path: source for source in read.sources},
        now=order.now,
        lost=frozenset(read.lost),
        root=order.content.name,
    )
    numbers = [page.number or 0 for page in read.pages if isinstance(page, Funded)]
    highest = max((*numbers, *numbers_of_lost(inventory, read.lost)), default=0)
    return Ground(root=order.content, site=site, words=theme.catalogues, highest=highest)


def without_body(_text: str, _language: str, _line: int, _path: str) -> tuple[Document, tuple[Problem, ...]]:
    """A parser for those who ask for the facts alone."""
    return EMPTY, ()


def numbers_of_lost(inventory: Inventory, lost: list[str]) -> list[int]:
    """The numbers of projects that cannot be read: they stand on plaques all the same."""
    files = [found for page_id in lost for found in inventory.sources[page_id].values()]
    return [int(number) for found in files for number in NUMBER.findall(content_of(found.disk))]


def content_of(disk: Path) -> bytes:
    """The bytes of a file; none where it cannot be opened."""
    try:
        return disk.read_bytes()
    except OSError:
        return b""
