"""What a check may see: the site with its drafts, the public one, and the built pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sitegen.markup.outline import Outline, outline
from sitegen.markup.paragraphs import Paragraph, paragraphs
from sitegen.model.address import output_path
from sitegen.model.attachments import used_files
from sitegen.model.media import File
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.model.source import Source

ELSEWHERE = re.compile(r"([a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


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

    def target(self, path: str, address: str) -> str | None:
        """The file below the output folder that an address in a page means; None for anchors and other sites."""
        config = self.site.config
        target = address.partition("#")[0].partition("?")[0]
        if target.startswith(config.base_url + "/"):
            return output_path(target.removeprefix(config.base_url))
        if not target or ELSEWHERE.match(target):
            return None
        if target.startswith("/"):
            is_own = target.startswith(config.base_path + "/")
            return output_path(target.removeprefix(config.base_path)) if is_own else target
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        return joined + "/index.html" if target.endswith("/") else joined

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
