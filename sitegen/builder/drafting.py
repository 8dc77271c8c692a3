"""Drafting: every page of a preview says on screen and on paper that it is a draft, and of which day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from sitegen.markup.outline import outline
from sitegen.render.views.around import DraftView
from sitegen.render.workshop import Workshop

MARKS = ("draft_head.html", "draft.html", "draft.txt")
"""The templates: for the end of the head, for the beginning of the body, for the file beside the pages."""
HEAD_END = re.compile(r"</head\s*>", re.IGNORECASE)
BODY = re.compile(r"<body\b[^>]*>", re.IGNORECASE)


@dataclass(frozen=True)
class Drafting:
    """Marks the pages of one site, each in its own language."""

    workshop: Workshop
    language: str
    """For pages that do not say theirs."""
    now: datetime

    def __call__(self, _path: str, page: str) -> str:
        """The page with the mark; a file without a body, such as a proof of ownership, stays as it is."""
        body, head = BODY.search(page), HEAD_END.search(page)
        if body is None or head is None or head.start() > body.start():
            return page
        spoken = outline(page).language
        language = spoken if spoken in self.workshop.theme.catalogues else self.language
        view = DraftView(day=self.now.date())
        top, mark = (self.workshop.render(name, language, view).decode() for name in MARKS[:2])
        return page[: head.start()] + top + page[head.start() : body.end()] + mark + page[body.end() :]
