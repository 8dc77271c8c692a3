"""What stands outside the languages: doors, stubs, open data, feeds and the notice of a preview."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sitegen.model.dates import Moment
from sitegen.model.language import Phrase
from sitegen.model.media import NOBODY
from sitegen.render.views.body import Block, DocumentView, PhotoView
from sitegen.render.views.frame import PreviewView, StripView


@dataclass(frozen=True, kw_only=True)
class Doorway:
    """The way into one language."""

    language: str
    name: str
    title: Phrase
    href: str
    """Address of its home page."""
    projects: str = ""
    """Address of the list of projects."""
    search: str = ""
    """Address of the search page."""


@dataclass(frozen=True, kw_only=True)
class RootView:
    """The choice of language at `/`."""

    root: str
    """The way to the site's root, for files of the theme."""
    languages: tuple[Doorway, ...]
    owners: tuple[Phrase, ...]
    """The owner's name in each language."""
    strip: StripView | None
    canonical: str
    preview: PreviewView
    """That of the home page in the default language."""
    alternates: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class DataView:
    """`/data/`: what the open data are, said in every language."""

    root: str
    """The way to the site's root, for files of the theme."""
    languages: tuple[Doorway, ...]
    owners: tuple[Phrase, ...]
    """The owner's name in each language."""
    strip: StripView | None
    canonical: str
    preview: PreviewView
    """That of the home page in the default language."""
    licence: str
    """Name of the licence in SPDX."""
    licence_address: str
    json: str
    csv: str
    schema: str
    """Addresses of the files."""
    columns: tuple[str, ...]
    """Names of the columns of the table; `data.<name>` of a catalogue explains one."""
    count: int
    """Of the operations."""
    updated: date | None
    """When the newest of them last changed."""


@dataclass(frozen=True, kw_only=True)
class DraftView:
    """What a preview adds to every page."""

    day: date
    """Of the preview."""


@dataclass(frozen=True, kw_only=True)
class NotFoundView:
    """`404.html`: one for all languages; its links are from the root."""

    root: str
    """The way to the site's root, for files of the theme."""
    languages: tuple[Doorway, ...]
    strip: StripView | None


@dataclass(frozen=True, kw_only=True)
class ShortView:
    """`/p/<number>/`: the title and a link in each language."""

    root: str
    """The way to the site's root, for files of the theme."""
    languages: tuple[Doorway, ...]
    strip: StripView | None


@dataclass(frozen=True, kw_only=True)
class StubView:
    """A page that has moved."""

    language: str
    title: Phrase
    href: str
    canonical: str


@dataclass(frozen=True, kw_only=True)
class TidingView:
    """A news item or event in a feed; its links are absolute."""

    identity: str
    """A URN that stays when title and address change."""
    title: Phrase
    href: str
    updated: date
    published: date | None
    """The day of the news; None for events."""
    summary: Phrase
    """Else the beginning of the text."""
    lead: Phrase
    """The summary alone."""
    type: str = ""
    """Of an event."""
    status: str = ""
    """Of an event."""
    start: Moment | None = None
    end: Moment | None = None
    place: Phrase = NOBODY
    image: PhotoView | None
    blocks: tuple[Block, ...]
    documents: tuple[DocumentView, ...]


@dataclass(frozen=True, kw_only=True)
class FeedView:
    """A feed (RFC 4287) of a language, of the site or of a project; its links are absolute."""

    identity: str
    """A URN that stays when title and address change."""
    href: str
    """Its own address."""
    page: str
    """The page that it belongs to."""
    title: Phrase
    owner: Phrase
    site: str
    """Address of the home page for all languages."""
    updated: date
    tidings: tuple[TidingView, ...]
    """The newest first; at least one."""
