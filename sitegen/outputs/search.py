"""Search: a page with all titles in each language, and the words by which a script in it finds them.

Everything happens in the reader's browser: it fetches the index of its language once and tells nobody what is searched.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sitegen.model.address import output_path
from sitegen.model.artifact import Later, Task
from sitegen.model.attachments import document_files
from sitegen.model.language import Phrase
from sitegen.model.page import Article, Downloadable, Funded, Page, Scheduled
from sitegen.model.site import Site
from sitegen.render.frames import opening, title_of
from sitegen.render.links import Links
from sitegen.render.prose import excerpt
from sitegen.render.recipes import view_task
from sitegen.render.views.body import Label, LinkView, Term
from sitegen.render.views.sections import SearchView, TitleGroup, TitleView
from sitegen.render.workshop import Workshop
from sitegen.text.compression import gzipped
from sitegen.text.stemming import Table, bare, stem, table_of, words

HEAVIEST = 60_000
"""Bytes of gzip that an index may weigh with the words of the bodies; beyond, it does without them."""
MOST = 500_000
"""Characters of all bodies; so many never fit, and need not be cut into stems to be weighed."""
MOST_TITLES = 200
"""Titles that the page shows; of more, the first of each type, and the lists of all."""
FIRST_TITLES = 30
TYPES = (Term("projects"), Term("events"), Term("news"), Term("search.pages"))
"""Names of the groups of titles, in their order."""
ALL = (("projects", "all_projects"), ("events", "all_events"), ("news", "all_news"), ("sitemap", "sitemap"))
"""Where all pages of each type are listed, and the words for it."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A page as search knows it."""

    href: str
    title: Label
    summary: Phrase
    type: int
    """Its place in TYPES."""
    project: Phrase | None
    """The project that it lies in."""
    language: str
    """Of its words, where that is not the reader's."""
    codes: tuple[str, ...]
    texts: tuple[str, ...]
    """Headings, items, places, documents and partners."""
    body: str


@dataclass(frozen=True)
class Stock:
    """All that the readers of a language can find."""

    language: str
    languages: tuple[str, ...]
    """Of the site."""
    entries: tuple[Entry, ...]
    has_bodies: bool = True


def tasks(site: Site) -> Iterator[Task]:
    """The page and the index of each language; no index where no server answers for it."""
    for page in site.versions("search"):
        origin = page.file or "sitegen: search"
        yield view_task(page, site.address(page), "search.html", search_view, origin=origin)
        if address := site.search_index(page.language):
            pages = tuple(found(site, page.language))
            told = [(one.id, one.language) for one in pages] if sum(one.body.length for one in pages) <= MOST else []
            inputs = Later(stock_of, tuple(told), (page.language,))
            yield Task(path=output_path(address), recipe=index, inputs=inputs, origin=origin)


def stock_of(site: Site, pages: Sequence[Page], language: str) -> Stock:
    """What an index is made of; `pages` are those whose bodies it may tell, all or none."""
    bodies = {(page.id, page.language): page.body.text for page in pages}
    links = Links(site, site.address(site.index["search", language]))
    entries = tuple(
        entry_of(site, page, language, links, bodies.get((page.id, page.language), ""))
        for page in found(site, language)
    )
    return Stock(language, site.config.languages, entries, has_bodies=bool(bodies))


def found(site: Site, language: str) -> Iterator[Page]:
    """Every page but the search itself, in the language or the one that it has; projects and news the newest first."""
    ids = {page.id: page for page in (*site.newest[language], *site.news[language])}
    pages = ids | {name: page for name in site.ids if name not in ids and (page := site.nearest(name, language))}
    return (page for page in pages.values() if page.id != "search")


def type_of(page: Page) -> int:
    """The place of a page's type in TYPES, by what it can do."""
    traits = (Funded, Scheduled, Article)
    return next((number for number, trait in enumerate(traits) if isinstance(page, trait)), len(traits))


def search_view(site: Site, page: Page, links: Links) -> SearchView:
    """The form and the titles by type."""
    pages = tuple(found(site, page.language))
    address = site.search_index(page.language)
    return SearchView(
        **opening(site, page, links),
        index=links.to(address) if address else "",
        groups=tuple(groups_of(site, pages, page.language, links)),
    )


def groups_of(site: Site, pages: Sequence[Page], reader: str, links: Links) -> Iterator[TitleGroup]:
    """The titles by type; of too many the first ones."""
    most = FIRST_TITLES if len(pages) > MOST_TITLES else MOST_TITLES
    groups: list[list[Page]] = [[] for _ in TYPES]
    for page in pages:
        groups[type_of(page)].append(page)
    for name, own, (section, key) in zip(TYPES, groups, ALL, strict=True):
        if own:
            more = LinkView(label=Term(key), href=links.to(site.address_in(section, reader)))
            titles = tuple(title_view(site, page, reader, links) for page in own[:most])
            yield TitleGroup(name=name, titles=titles, more=more if len(own) > most else None)


def title_view(site: Site, page: Page, reader: str, links: Links) -> TitleView:
    """A page by its title."""
    language = "" if page.language == reader else page.language
    link = LinkView(label=title_of(page), href=links.to_page(page), language=language)
    return TitleView(link=link, project=project_of(site, page, reader))


def project_of(site: Site, page: Page, reader: str) -> Phrase | None:
    """The short name of the project that a page lies in."""
    project = site.nearest(site.project_of(page.id), reader)
    return project.short or project.title if isinstance(project, Funded) else None


def entry_of(site: Site, page: Page, reader: str, links: Links, body: str) -> Entry:
    """What search knows of a page."""
    title = title_of(page)
    language = title.language if isinstance(title, Phrase) else reader
    return Entry(
        href=links.to_page(page),
        title=title,
        summary=excerpt(page),
        type=type_of(page),
        project=project_of(site, page, reader),
        language="" if language == reader else language,
        codes=tuple(code for code in page.codes if code),
        texts=tuple(filter(None, texts_of(site, page))),
        body=body,
    )


def texts_of(site: Site, page: Page) -> Iterator[str]:
    """Words of a page beside its title, summary and body."""
    yield from (heading.text for heading in page.body.headings)
    yield from (words.text for words in page.item_texts)
    if isinstance(page, Downloadable):
        yield from (entry.title.text for entry, _ in document_files(site, page))
        yield from (photo.caption.text for photo in page.gallery)
    if isinstance(page, Funded) and (programme := site.programme(page.programme)):
        yield programme.name.into(page.language).text
        yield from (text for _, text in programme.short.texts)
    for name in page.partner_ids:
        if organisation := site.organisation(name):
            yield organisation.name.into(page.language).text


class Cutter:
    """Cuts words to their stems, each word once."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.known: dict[str, str] = {}

    def stems(self, texts: Iterable[str]) -> frozenset[str]:
        """The stems of all words of some texts."""
        return frozenset(map(self.stem, {word for text in texts for word in words(text)}))

    def stem(self, word: str) -> str:
        """The stem of a folded word."""
        if word not in self.known:
            self.known[word] = stem(word, self.table)
        return self.known[word]


def index(workshop: Workshop, stock: Stock) -> bytes:
    """The index of a language, with the words of the bodies as long as it stays light."""
    cutter = Cutter(table_of(stock.language, stock.languages))
    rows = [row(workshop, stock.language, entry, cutter) for entry in stock.entries]
    head = head_of(workshop, stock) | cutter.table.data
    whole = written({"bodies": True, **head, "pages": rows})
    if stock.has_bodies and len(gzipped(whole)) <= HEAVIEST:
        return whole
    return written({"bodies": False, **head, "pages": [(*shown, "") for *shown, _ in rows]})


def head_of(workshop: Workshop, stock: Stock) -> dict[str, Any]:
    """The words that results are shown with."""
    languages = sorted({entry.language for entry in stock.entries if entry.language})
    return {
        "types": [workshop.plain(name, stock.language) for name in TYPES],
        "languages": {code: workshop.in_language(code, stock.language) for code in languages},
    }


def row(workshop: Workshop, reader: str, entry: Entry, cutter: Cutter) -> tuple[Any, ...]:
    """A page of the index, the stems of its body last; the script itself cuts the words that it shows."""
    title, summary = workshop.plain(entry.title, reader), workshop.plain(entry.summary, reader)
    project = workshop.plain(entry.project, reader) if entry.project else ""
    more = cutter.stems(entry.texts)
    body = cutter.stems((entry.body,)) - more - cutter.stems((title, summary, project))
    codes = " ".join(bare(code) for code in entry.codes)
    return (
        *(entry.href, title, summary, entry.type, project, entry.language, codes),
        " ".join(sorted(more)),
        " ".join(sorted(body)),
    )


def written(data: dict[str, Any]) -> bytes:
    """The index as JSON, without needless space."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
