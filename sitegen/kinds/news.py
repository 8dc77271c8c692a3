"""A news item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sitegen.model.page import Article, Downloadable


@dataclass(frozen=True, kw_only=True)
class News(Article, Downloadable):
    """A news page."""

    kind: ClassVar[str] = "news"
