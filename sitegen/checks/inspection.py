"""What a check may see: the site with its drafts, the public one, and the built pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sitegen.markup.outline import Outline, outline
from sitegen.markup.paragraphs import Paragraph, paragraphs
from sitegen.model.attachments import used_files
from sitegen.model.media import File
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.model.source import Source


def nothing_built(_path: str) -> str | None:
    """For those who judge sources alone."""
    return None


@dataclass(frozen=True)
class Inspection:
    """A finished build before it is written."""

    whole: Site
    """Drafts and embargoed pages included: their problems are judged like any other's."""
    site: Site
    """As the public sees it."""
    paths: frozenset[str] = frozenset()
    """Everything that is published, below the output folder."""
    text: Callable[[str], str | None] = nothing_built
    """The text of a built file by its path; None for what is none, or could not be made."""

    def outline(self, path: str) -> Outline | None:
        """A built page with all places, read once; None for what is no page."""
        if path.endswith(".html") and path not in self.outlines and (text := self.text(path)) is not None:
            self.outlines[path] = outline(text)
        return self.outlines.get(path)

    @cached_property
    def outlines(self) -> dict[str, Outline]:
        """Those that were asked for."""
        return {}

    @cached_property
    def paragraphs(self) -> Mapping[str, tuple[Paragraph, ...]]:
        """The pieces of words of each of `sources`, by file; none of a page that holds more than a page can."""
        return {
            page.file: () if page.body.is_verbatim else paragraphs(page, self.source(page)) for page in self.sources
        }

    @cached_property
    def used_files(self) -> frozenset[str]:
        """Paths of the files that some page shows or offers, drafts included."""
        return self.whole.once(used_files)

    @property
    def published_files(self) -> Iterator[tuple[str, File]]:
        """The files that pages use, and those of `static/`, with their paths in problems."""
        site = self.whole
        yield from ((f"{site.root}/{path}", site.files[path]) for path in sorted(self.used_files))
        yield from ((f"{site.root}/static/{file.path}", file) for file in site.static)

    def source(self, page: Page) -> Source:
        """The text of a page's file."""
        return self.whole.sources[page.file]

    @property
    def sources(self) -> tuple[Page, ...]:
        """Every file of the editor once: the versions that have one."""
        return self.whole.written

    @property
    def originals(self) -> tuple[Page, ...]:
        """The versions that hold the facts."""
        return tuple(page for page in self.sources if page.language == page.original)
