"""KINDS, the one list: which kinds of page there are and which place in the content folder makes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sitegen.kinds.event import Event
from sitegen.kinds.news import News
from sitegen.kinds.page import FreePage, Section
from sitegen.kinds.project import Project
from sitegen.model.address import SECTIONS
from sitegen.model.page import Page


@dataclass(frozen=True)
class Kind:
    """A kind of page: its class, its place and its template."""

    page: type[Page]
    is_at: Callable[[tuple[str, ...]], bool]
    """Whether a page with an id of these parts is of this kind; the first kind that says yes has it."""
    template: str

    @property
    def name(self) -> str:
        """The name that `kind:` in a front matter may repeat."""
        return self.page.kind


KINDS = (
    Kind(Section, lambda parts: len(parts) == 1 and parts[0] in SECTIONS, "section.html"),
    Kind(Project, lambda parts: len(parts) == 2 and parts[0] == "projects", "project.html"),
    Kind(Event, lambda parts: len(parts) > 1 and parts[-2] == "events", "event.html"),
    Kind(News, lambda parts: len(parts) > 1 and parts[-2] == "news", "news.html"),
    Kind(FreePage, lambda _: True, "page.html"),
)


def kind_of(page_id: str) -> Kind:
    """The kind that a page's place makes it."""
    parts = tuple(page_id.split("/"))
    return next(kind for kind in KINDS if kind.is_at(parts))
