"""Small values for the tests of the library: raw text as a front matter gives it, desks, pages and sites."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sitegen.model.config import Config
from sitegen.model.fields import Desk
from sitegen.model.language import Multilingual, Phrase
from sitegen.model.media import File
from sitegen.model.page import Page
from sitegen.model.raw import Entries, Raw
from sitegen.model.site import Site
from sitegen.problems import Problem
from sitegen.read.frontmatter import compose

LANGUAGES = ("bg", "en", "ru")
NOON = datetime.fromisoformat("2026-11-22T12:00")
FILE = "content/projects/park/index.bg.md"
WORDS = {
    "projects": "proekti",
    "events": "sabitia",
    "news": "novini",
    "documents": "dokumenti",
    "search": "tarsene",
} | {"list_page": "stranitsa"}


def head(text: str) -> Entries:
    """The front matter with its places."""
    entries, problems = compose(text, FILE)
    assert not problems
    return entries


def raw(text: str) -> Raw:
    """One value of a front matter, written behind `v: `."""
    return next(value for _, value in head("v: " + text))


def bg(text: str) -> Phrase:
    """Bulgarian words."""
    return Phrase(text, "bg")


def en(text: str) -> Phrase:
    """English words."""
    return Phrase(text, "en")


def desk(language: str = "bg", **facts: Any) -> Desk:
    """Where a file of the site's three languages is read."""
    return Desk(language=language, languages=LANGUAGES, file=FILE, **facts)


def translation(**facts: Any) -> Desk:
    """Where the English file of a page is read."""
    return desk("en", source="content/projects/a/index.bg.md", **facts)


def told(problems: Sequence[Problem]) -> list[str]:
    """Problems as a report would tell them: `line:column CODE message → advice`."""
    return [f"{p.at.line}:{p.at.column} {p.code} {p.message} → {p.hint}" for p in problems]


def config(**settings: Any) -> Config:
    """Settings of a site in three languages."""
    words = dict.fromkeys(LANGUAGES, WORDS)
    facts: dict[str, Any] = {"url": "https://proekti.example/", "languages": LANGUAGES, "section_words": words}
    return Config(title=Multilingual((("bg", "Проекти"),)), **(facts | settings))


def page(page_id: str, language: str = "bg", *, kind: type[Any] = Page, original: str = "bg", **facts: Any) -> Any:
    """A page with a file of its own in a language."""
    source, file = (f"content/{page_id}.{code}.md" for code in (original, language))
    places = {"id": page_id, "language": language, "original": original, "source": source, "file": file}
    return kind(**(places | {"title": Phrase(page_id, language)} | facts))


def file(path: str) -> File:
    """A file of the content folder."""
    return File(path=path, disk="/disk/" + path, size=1)


def site(*pages: Page, files: Sequence[str] = (), now: datetime = NOON, **facts: Any) -> Site:
    """A site of these pages and files."""
    facts.setdefault("config", config())
    return Site(pages=pages, files={path: file(path) for path in files}, now=now, **facts)
