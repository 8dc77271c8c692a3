"""What a check may see: the site with its drafts, the public one, and the built pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from sitegen.markup.outline import Outline, outline
from sitegen.model.artifact import Artifact
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.model.source import Source


@dataclass(frozen=True)
class Inspection:
    """A finished build before it is written."""

    whole: Site
    """Drafts and embargoed pages included: their problems are judged like any other's."""
    site: Site
    """As the public sees it."""
    artifacts: tuple[Artifact, ...]

    @cached_property
    def paths(self) -> frozenset[str]:
        """Everything that is published, below the output folder."""
        return frozenset(artifact.path for artifact in self.artifacts)

    @cached_property
    def outlines(self) -> Mapping[str, Outline]:
        """The built pages by path."""
        pages = (a for a in self.artifacts if a.path.endswith(".html") and a.content is not None)
        return {page.path: outline((page.content or b"").decode()) for page in pages}

    def source(self, page: Page) -> Source:
        """The text of a page's file."""
        return self.whole.sources[page.file]

    @property
    def sources(self) -> tuple[Page, ...]:
        """Every file of the editor once: the versions that have one."""
        return tuple(page for page in self.whole.pages if page.file and page.is_translated)

    @property
    def originals(self) -> tuple[Page, ...]:
        """The versions that hold the facts."""
        return tuple(page for page in self.sources if page.language == page.original)
