"""The site: all pages in all languages with the settings, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from sitegen.model.address import address_of, file_address
from sitegen.model.config import Config
from sitegen.model.funding import Programme
from sitegen.model.media import File
from sitegen.model.organisation import Organisation
from sitegen.model.page import Page

Trait = TypeVar("Trait", bound=Page)


@dataclass(frozen=True, kw_only=True)
class Site:
    """Everything that was read."""

    config: Config
    pages: tuple[Page, ...]
    """Every page in every language that has it, by id and then in the order of the languages."""
    files: Mapping[str, File] = field(default_factory=dict)
    """By path below the content folder."""
    static: tuple[File, ...] = ()
    """Copied as they are to the root; their paths are those of the site."""
    now: datetime
    """Local time, Europe/Sofia, without zone."""
    hidden: frozenset[str] = frozenset()
    """Ids of pages that are drafts, or before or after their time; set by the gate."""
    lost: frozenset[str] = frozenset()
    """Ids of pages that could not be read; what leads to them is not reported again."""
    root: str = "content"
    """Name of the content folder, with which the paths of problems begin."""
    relative_links: bool = False
    """Whether links are relative files, for copies that open without a server."""

    @property
    def today(self) -> date:
        """The day of `now`."""
        return self.now.date()

    @cached_property
    def index(self) -> Mapping[tuple[str, str], Page]:
        """Pages by id and language."""
        return {(page.id, page.language): page for page in self.pages}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every page id once, in order."""
        return tuple(dict.fromkeys(page.id for page in self.pages))

    @cached_property
    def folders(self) -> Mapping[str, tuple[File, ...]]:
        """The files of the content folder by the folder that they lie in."""
        folders: dict[str, tuple[File, ...]] = {}
        for path, file in self.files.items():
            folder = path.rpartition("/")[0]
            folders[folder] = (*folders.get(folder, ()), file)
        return folders

    def page(self, page_id: str, language: str) -> Page | None:
        """The page in a language; None where it has none."""
        return self.index.get((page_id, language))

    def nearest(self, page_id: str, language: str) -> Page | None:
        """The page in a language, else in the first language that has it."""
        return next((p for p in (self.page(page_id, lang) for lang in (language, *self.config.languages)) if p), None)

    def versions(self, page_id: str) -> tuple[Page, ...]:
        """The page in the languages that have it, in the site's order."""
        return tuple(p for p in (self.page(page_id, lang) for lang in self.config.languages) if p)

    def alternates(self, page: Page) -> tuple[Page, ...]:
        """The languages that search engines may be told of: real translations, the page's own among them."""
        return tuple(p for p in self.versions(page.id) if p.is_translated)

    def x_default(self, page: Page) -> str:
        """The address for readers of other languages."""
        if page.id == "index":
            return "/"
        versions = {p.language: p for p in self.alternates(page)}
        default = versions.get(self.config.default_language) or versions.get(page.original) or page
        return self.address(default)

    @cached_property
    def addresses(self) -> Mapping[tuple[str, str], str]:
        """The address of every page."""
        return {(page.id, page.language): self.address_in(page.id, page.language) for page in self.pages}

    def address(self, page: Page) -> str:
        """Where a page stands, from the site's root."""
        return self.addresses[page.id, page.language]

    def address_in(self, page_id: str, language: str) -> str:
        """Where a page stands, or would stand, in a language."""
        words = self.config.section_words[language]
        return address_of(page_id, language, words, lambda name: self.slug(name, language))

    def slug(self, page_id: str, language: str) -> str:
        """The slug that a page states in a language; "" for the default."""
        page = self.page(page_id, language)
        return page.slug if page else ""

    def url(self, address: str) -> str:
        """An address of the site as an absolute one."""
        return self.config.base_url + address

    def having(self, trait: type[Trait], language: str) -> tuple[Trait, ...]:
        """The pages of a trait in a language."""
        return tuple(page for page in self.by_language.get(language, ()) if isinstance(page, trait))

    @cached_property
    def by_language(self) -> Mapping[str, tuple[Page, ...]]:
        """All pages of a language."""
        return {name: tuple(p for p in self.pages if p.language == name) for name in self.config.languages}

    def below(self, page: Page, trait: type[Trait]) -> tuple[Trait, ...]:
        """The pages of a trait in a page's folder, in its language."""
        return tuple(p for p in self.having(trait, page.language) if p.id.startswith(page.id + "/"))

    def project_of(self, page_id: str) -> str:
        """The id of the project that a page lies in; "" for none."""
        parts = page_id.split("/")
        return "/".join(parts[:2]) if parts[0] == "projects" and len(parts) > 2 else ""

    def organisation(self, name: str) -> Organisation | None:
        """An organisation by id."""
        return self.config.organisations.get(name)

    def programme(self, name: str) -> Programme | None:
        """A programme by id."""
        return self.config.programmes.get(name)

    def file_address(self, file: File) -> str:
        """Where a file of the content folder is published."""
        return file_address(file.path)

    def updated(self, page: Page) -> date | None:
        """When a page last changed in substance: its own word, else the source's, else its date; never in the future."""
        source = self.page(page.id, page.original)
        known = page.updated or (source.updated if source else None) or page.own_date
        return known if known and known <= self.today else None
