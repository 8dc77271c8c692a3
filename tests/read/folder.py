"""A content folder in one string, read and checked without rendering a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TypeVar

from sitegen.builder.flow import parser
from sitegen.checks import CHECKS, examine
from sitegen.checks.inspection import Inspection
from sitegen.model.gate import public
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.problems import Problem, in_order
from sitegen.read import read_site
from sitegen.read.config import read_config
from sitegen.render.theme import Theme, load_theme
from tests.sites import NOW, whole, write_files

AnyPage = TypeVar("AnyPage", bound=Page)


@dataclass(frozen=True)
class Folder:
    """What was read, what of it is public, and all that is wrong."""

    site: Site | None
    public: Site | None
    problems: tuple[Problem, ...]

    @property
    def found(self) -> list[str]:
        """All problems as `path:line:column CODE`, without the content folder's name."""
        return [f"{p.at} {p.code}".removeprefix("content/") for p in self.problems]

    @property
    def errors(self) -> list[str]:
        """The errors alone."""
        return [f"{p.at} {p.code}".removeprefix("content/") for p in self.problems if p.is_error]

    def says(self, code: str) -> str:
        """Message and advice of the one problem with a code."""
        [problem] = [p for p in self.problems if p.code == code]
        return f"{problem.message} | {problem.hint}"

    def page(self, page_id: str, language: str = "bg", kind: type[AnyPage] = Page) -> AnyPage:  # type: ignore[assignment]
        """A page in a language, drafts included."""
        assert self.site is not None
        found = self.site.page(page_id, language)
        assert isinstance(found, kind)
        return found


@cache
def theme(languages: tuple[str, ...]) -> Theme:
    """The default theme, for the words of addresses and bodies."""
    return load_theme(None, languages)[0]


def read_folder(
    root: Path, text: str = "", files: Mapping[str, bytes] | None = None, *, now: datetime = NOW, drafts: bool = False
) -> Folder:
    """Lays the files below `root/content` and reads them; `files` are laid byte by byte."""
    content = write_files(root, text)
    for name, data in (files or {}).items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return read_content(content, now=now, drafts=drafts)


def read_content(content: Path, *, now: datetime = NOW, drafts: bool = False) -> Folder:
    """Reads a folder that lies there; the public pages count as built, and are empty."""
    config, problems = read_config(content)
    if config is None:
        return Folder(None, None, in_order(list(problems)))
    words = theme(config.languages)
    config = replace(config, section_words=words.section_words())
    reading = read_site(content, config, now=now, parse=parser(words.catalogues))
    seen = public(reading.site, drafts=drafts)
    built = frozenset({"index.html", *seen.at_path})
    found = examine(Inspection(reading.site, seen, built, lambda path: "" if path in built else None), CHECKS)
    return Folder(reading.site, seen, in_order([*problems, *reading.problems, *found]))


def page(head: str = "", body: str = "", *, title: str = "Страница") -> str:
    """A page's text with a title; `head` gives more lines."""
    return f"---\ntitle: {title}\n{head}---\n{body}\n"


def project(head: str = "", body: str = "") -> str:
    """A project's text without a problem; `head` gives more lines, from line 7 of the file on."""
    return f"---\n{whole(head)}---\n{body}\n"
