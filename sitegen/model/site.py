"""The site: all pages in all languages with the settings, as one frozen value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeVar

from sitegen.model.address import SECTIONS, address_of, file_address, folders_above, output_path
from sitegen.model.config import Config
from sitegen.model.funding import FIRST_YEARS, Programme
from sitegen.model.language import Phrase
from sitegen.model.media import File
from sitegen.model.organisation import Organisation
from sitegen.model.outline import Outline
from sitegen.model.page import Article, Dated, Funded, Page, Scheduled
from sitegen.model.recorded import Recorded, Whereabouts, successors
from sitegen.model.source import Source
from sitegen.model.translation import Standing

Trait = TypeVar("Trait", bound=Page)
Made = TypeVar("Made")


@dataclass(frozen=True, kw_only=True)
class Site:
    """Everything that was read."""

    config: Config
    pages: tuple[Page, ...]
    """Every page in every language that has it, by id and then in the order of the languages."""
    files: Mapping[str, File] = field(default_factory=dict)
    """By path below the content folder."""
    sources: Mapping[str, Source] = field(default_factory=dict, compare=False, repr=False)
    """The texts of the pages' files by their path in problems; what could not be split into head and body is absent."""
    standings: Mapping[tuple[str, str], Standing] = field(default_factory=dict, compare=False, repr=False)
    """How each translation stands to its source, by page id and language; every page in every language it may have."""
    static: tuple[File, ...] = ()
    """Copied as they are to the root; their paths are those of the site."""
    now: datetime
    """Local time, Europe/Sofia, without zone."""
    outline: Outline | None = None
    """The borders for the map of places."""
    hidden: frozenset[str] = frozenset()
    """Ids of pages that are drafts, or before or after their time; set by the gate."""
    closed: frozenset[str] = frozenset()
    """Addresses and aliases of the hidden pages; set by the gate."""
    recorded: tuple[Recorded, ...] = ()
    """What was published, as `addresses.lock` has it."""
    digests: Mapping[tuple[str, str], str] = field(default_factory=dict, compare=False, repr=False)
    """Of the bodies, by page id and language, to find pages again."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Recorded address to the id of its page as it is today, of public pages; set by the gate."""
    lost: frozenset[str] = frozenset()
    """Ids of pages that could not be read; what leads to them is not reported again."""
    doubtful: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The fields with mistakes in them by page id."""
    root: str = "content"
    """Name of the content folder, with which the paths of problems begin."""
    relative_links: bool = False
    """Whether links are relative files, for copies that open without a server."""

    @cached_property
    def made(self) -> dict[Callable[[Site], Any], Any]:
        """What `once` keeps."""
        return {}

    def once(self, make: Callable[[Site], Made]) -> Made:
        """What a pure module-level function makes of the site, made when first asked for."""
        if make not in self.made:
            self.made[make] = make(self)
        found: Made = self.made[make]
        return found

    @cached_property
    def found_again(self) -> Mapping[str, str]:
        """Recorded address to the id of its page as it is today; before the gate, which keeps what is public."""
        if not self.recorded:
            return {}
        numbers = {p.number: p.id for p in reversed(self.pages) if isinstance(p, Funded) and p.number is not None}
        return successors(Whereabouts(frozenset(self.ids), numbers, self.digests, self.recorded))

    @property
    def today(self) -> date:
        """The day of `now`."""
        return self.now.date()

    @cached_property
    def index(self) -> Mapping[tuple[str, str], Page]:
        """Pages by id and language."""
        return {(page.id, page.language): page for page in self.pages}

    @property
    def written(self) -> tuple[Page, ...]:
        """Every file of the editor once: the versions that have one."""
        return tuple(page for page in self.pages if page.file and page.is_translated)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every page id once, in order."""
        return tuple(dict.fromkeys(page.id for page in self.pages))

    @cached_property
    def folders(self) -> Mapping[str, tuple[File, ...]]:
        """The files of the content folder by the folder that they lie in."""
        folders: dict[str, list[File]] = {}
        for path, file in self.files.items():
            folders.setdefault(path.rpartition("/")[0], []).append(file)
        return {folder: tuple(files) for folder, files in folders.items()}

    def is_sure(self, page: Page, name: str) -> bool:
        """Whether a field of a page's facts was read without a mistake, so that what it lacks is really absent."""
        return name not in self.doubtful.get(page.id, ())

    def page(self, page_id: str, language: str) -> Page | None:
        """The page in a language; None where it has none."""
        return self.index.get((page_id, language))

    def nearest(self, page_id: str, language: str) -> Page | None:
        """The page in a language, else in the first language that has it."""
        return next((p for p in (self.page(page_id, lang) for lang in (language, *self.config.languages)) if p), None)

    def versions(self, page_id: str) -> tuple[Page, ...]:
        """The page in the languages that have it, in the site's order."""
        return tuple(p for p in (self.page(page_id, lang) for lang in self.config.languages) if p)

    def is_indexed(self, page: Page) -> bool:
        """Whether search engines may list it: a real translation, and no draft of a preview."""
        return page.is_translated and self.shut_by(page) is None

    def shut_by(self, page: Page) -> Page | None:
        """Which page keeps this one of a preview from the public, itself or one above it; None where it is public."""
        above = (self.nearest(name, page.language) for name in folders_above(page.id) if name not in SECTIONS)
        return next((each for each in (page, *above) if each and not each.is_public(self.now)), None)

    def funds_of(self, project: Funded) -> tuple[str, ...]:
        """The funds that a project names, as far as its programme has them, else its programme's."""
        programme = self.programme(project.programme)
        known = programme.funds if programme else ()
        return tuple(fund for fund in project.fund if fund in known) or known

    def alternates(self, page: Page) -> tuple[Page, ...]:
        """The languages that search engines may be told of: real translations, the page's own among them."""
        return tuple(p for p in self.versions(page.id) if p.is_translated)

    def hreflang(self, page: Page, addresses: Mapping[str, str] | None = None) -> tuple[tuple[str, str], ...]:
        """Language and absolute address of each translation, `x-default` last (`content-format.md` 6).

        `addresses` are those of a list below the page; a page that is no translation has none.
        """
        if not page.is_translated:
            return ()
        known = addresses or {p.language: self.address(p) for p in self.alternates(page)}
        source = next(iter(known)) if addresses else page.original
        default = known.get(self.config.default_language) or known[source]
        if page.id == "index":
            default = "/"
        return (*((code, self.url(address)) for code, address in known.items()), ("x-default", self.url(default)))

    @cached_property
    def addresses(self) -> Mapping[tuple[str, str], str]:
        """The address of every page."""
        return {(page.id, page.language): self.address_in(page.id, page.language) for page in self.pages}

    @cached_property
    def at_path(self) -> Mapping[str, Page]:
        """The pages by their files below the output folder."""
        return {output_path(self.address(page)): page for page in self.pages}

    def address(self, page: Page) -> str:
        """Where a page stands, from the site's root."""
        return self.addresses[page.id, page.language]

    def address_in(self, page_id: str, language: str) -> str:
        """Where a page stands, or would stand, in a language."""
        words = self.config.section_words[language]
        return address_of(page_id, language, words, lambda name: self.slug(name, language))

    def search_index(self, language: str) -> str:
        """Where the words that the search page looks through stand; "" in copies without a server to ask."""
        return "" if self.relative_links else self.address_in("search", language) + "index.json"

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
        inside = (self.page(page_id, page.language) for page_id in self.descendants.get(page.id, ()))
        return tuple(p for p in inside if isinstance(p, trait))

    @cached_property
    def descendants(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the pages in the folder of each page, at any depth, in order."""
        inside: dict[str, list[str]] = {}
        for page_id in self.ids:
            for folder in folders_above(page_id):
                inside.setdefault(folder, []).append(page_id)
        return {folder: tuple(ids) for folder, ids in inside.items()}

    @cached_property
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the pages right below each page that exists, in order; the home page is above all."""
        known = set(self.ids)
        below: dict[str, list[str]] = {}
        for page_id in self.ids:
            if page_id != "index":
                parent = next((name for name in folders_above(page_id) if name in known), "index")
                below.setdefault(parent, []).append(page_id)
        return {parent: tuple(ids) for parent, ids in below.items()}

    @cached_property
    def in_menu(self) -> Mapping[str, tuple[Page, ...]]:
        """The pages of each language that ask for a place in the main menu."""
        return {name: tuple(p for p in pages if p.menu is not None) for name, pages in self.by_language.items()}

    @cached_property
    def news(self) -> Mapping[str, tuple[Article, ...]]:
        """News for the readers of each language, in it or in the language that they have; the undated come last."""
        return {language: tuple(sorted(self.readable(language), key=freshness)) for language in self.config.languages}

    @cached_property
    def news_below(self) -> Mapping[tuple[str, str], tuple[Article, ...]]:
        """The same by language and the project that they lie in."""
        found: dict[tuple[str, str], list[Article]] = {}
        for language, articles in self.news.items():
            for article in articles:
                found.setdefault((language, self.project_of(article.id)), []).append(article)
        return {place: tuple(articles) for place, articles in found.items()}

    def readable(self, language: str) -> Iterator[Article]:
        """The news in a language, else in the nearest one."""
        found = (self.nearest(page_id, language) for page_id in self.ids)
        return (page for page in found if isinstance(page, Article))

    @cached_property
    def tidings(self) -> Mapping[tuple[str, str], tuple[Dated, ...]]:
        """What feeds tell, the newest first, by language and project, "" for the whole site.

        News and events that are written in the language and whose day is known; without one nothing is told.
        """
        told = (page for page in self.pages if isinstance(page, Dated) and self.is_indexed(page))
        dated = ((day, page) for page in told if (day := self.announced(page)))
        return self.by_project(page for _, page in sorted(dated, key=lambda pair: (-pair[0].toordinal(), pair[1].id)))

    @cached_property
    def appointments(self) -> Mapping[tuple[str, str], tuple[Scheduled, ...]]:
        """The events whose day is known, the first one first, by language and project, "" for the whole site."""
        dated = ((page.start.local, page) for page in self.pages if isinstance(page, Scheduled) and page.start)
        return self.by_project(page for _, page in sorted(dated, key=lambda pair: (pair[0], pair[1].id)))

    def by_project(self, pages: Iterable[Trait]) -> Mapping[tuple[str, str], tuple[Trait, ...]]:
        """Pages by language and project, each under "" too."""
        found: dict[tuple[str, str], list[Trait]] = {}
        for page in pages:
            for project in dict.fromkeys(("", self.project_of(page.id))):
                found.setdefault((page.language, project), []).append(page)
        return {place: tuple(pages) for place, pages in found.items()}

    @cached_property
    def places_of_news(self) -> Mapping[str, Mapping[str, int]]:
        """Language to id to the place in the list of news."""
        return {code: {page.id: number for number, page in enumerate(pages)} for code, pages in self.news.items()}

    @cached_property
    def newest(self) -> Mapping[str, tuple[Funded, ...]]:
        """The projects of each language, the newest first."""
        return {
            name: tuple(sorted(self.having(Funded, name), key=self.newness, reverse=True))
            for name in self.config.languages
        }

    def acknowledged(self, page: Page) -> Funded | None:
        """The project whose support a page tells of: its own, else the newest one in its language."""
        own = page if isinstance(page, Funded) else self.page(self.project_of(page.id), page.language)
        return own if isinstance(own, Funded) else next(iter(self.newest[page.language]), None)

    def newness(self, project: Funded) -> tuple[date, int]:
        """Newer projects are greater: by start, else by the first year of the programme's period."""
        programme = self.programme(project.programme)
        first = date(FIRST_YEARS[programme.regime if programme else "national"], 1, 1)
        return (project.start.first if project.start else first, project.number or 0)

    def project_of(self, page_id: str) -> str:
        """The id of the project that a page lies in; "" for none."""
        parts = page_id.split("/")
        return "/".join(parts[:2]) if parts[0] == "projects" and len(parts) > 2 else ""

    def organisation(self, name: str) -> Organisation | None:
        """An organisation by id."""
        return self.config.organisations.get(name)

    def owner_name(self, language: str) -> Phrase:
        """The owner's full name."""
        owner = self.organisation(self.config.owner)
        return owner.name.into(language) if owner else Phrase("", language)

    def programme(self, name: str) -> Programme | None:
        """A programme by id."""
        return self.config.programmes.get(name)

    def file_address(self, file: File) -> str:
        """Where a file of the content folder is published."""
        return file_address(file.path)

    def updated(self, page: Page) -> date | None:
        """When a page last changed: its own word, else the source's, else its date; never in the future."""
        source = self.page(page.id, page.original)
        known = page.updated or (source.updated if source else None) or page.own_date
        return known if known and known <= self.today else None

    def announced(self, page: Page) -> date | None:
        """The day that a feed gives for a page: of its last change, else of going public, else its own; past only.

        A coming event of which nothing else is known has its own day, so that it is told before it takes place and
        its entry stays as it is on that day (decision 73).
        """
        known = (self.updated(page), page.publish_at.date if page.publish_at else None, page.own_date)
        past = next((day for day in known if day and day <= self.today), None)
        return past or (page.start.date if isinstance(page, Scheduled) and page.start else None)


def freshness(article: Article) -> tuple[bool, int, str]:
    """Newer news come first, those without a date last."""
    return (article.date is None, -article.date.toordinal() if article.date else 0, article.id)
