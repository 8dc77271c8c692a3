"""Free pages, and the words around the pages that the program makes: home, lists, statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sitegen.model.page import Downloadable


@dataclass(frozen=True, kw_only=True)
class FreePage(Downloadable):
    """A page of words at an address of its own."""


@dataclass(frozen=True, kw_only=True)
class Section(Downloadable):
    """Words of a page that the site has anyway; such a page exists in every language."""

    kind: ClassVar[str] = "section"
    has_facts: ClassVar[bool] = True
