"""What is written in bodies and fields: words, links, blocks of prose, pictures and documents."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.model.dates import FuzzyDate
from sitegen.model.language import Phrase
from sitegen.model.media import NOBODY


@dataclass(frozen=True)
class Term:
    """Words of the theme's catalogue, in the page's language."""

    key: str
    number: int | None = None
    """What stands for {number} in them."""


Label = Phrase | Term


@dataclass(frozen=True, kw_only=True)
class LinkView:
    """A link with its words."""

    label: Label
    href: str
    language: str = ""
    """Of the page it leads to, where that is not the reader's."""
    is_current: bool = False


@dataclass(frozen=True, kw_only=True)
class Target:
    """What a link or picture of a body became."""

    href: str = ""
    """"" leaves the words without a link."""
    language: str = ""
    """Of the page it leads to, where that is not the reader's."""
    document: DocumentView | None = None
    picture: PhotoView | None = None
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Block:
    """A heading of a body and what follows it."""

    id: str = ""
    level: int = 2
    heading: Phrase | None = None
    html: str
    """Clean HTML with marks in the places of links and pictures; shown by the filter `prose`."""
    targets: tuple[Target, ...] = ()
    """What the marks stand for, by number."""
    language: str
    """Of the prose."""


@dataclass(frozen=True, kw_only=True)
class DocumentView:
    """A document to download."""

    title: Label
    href: str
    format: str
    """`PDF`."""
    size: int
    """Bytes."""
    pages: int | None = None
    language: str = ""
    date: FuzzyDate | None = None


@dataclass(frozen=True, kw_only=True)
class SourceView:
    """The sizes of a picture in a newer format."""

    type: str
    """`image/webp`."""
    srcset: str


@dataclass(frozen=True, kw_only=True)
class PhotoView:
    """A picture."""

    src: str
    srcset: str = ""
    """Its sizes, where it has several."""
    sources: tuple[SourceView, ...] = ()
    """The same in newer formats, the best first."""
    width: int | None = None
    """Pixels of the largest size."""
    height: int | None = None
    large: str = ""
    """The address of the largest size, where there are several."""
    alt: Phrase
    caption: Phrase = NOBODY
    credit: Phrase = NOBODY
