"""Files beside the pages: documents, pictures and what else editors put there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Annotated

from sitegen.model.dates import FuzzyDate
from sitegen.model.disclosures import Disclosure
from sitegen.model.fields import Fact, Words
from sitegen.model.language import Phrase
from sitegen.model.readers import Choice
from sitegen.model.values import FILE, FUZZY, PROSE
from sitegen.text.requests import Request

DOCUMENT_TYPES = (
    "agenda", "invitation", "media_info", "press_release", "presentation", "brochure", "poster", "photo_report",
    "full_text", "contract", "annex", "report", "procurement", "vacancy", "application_form", "other",
)  # fmt: skip
PHONE_PICTURES = frozenset({"heic", "heif"})
"""What telephones write and browsers do not show; refused when it is looked at."""
PICTURES = frozenset({"jpg", "jpeg", "png", "gif", "webp", "avif", "svg"}) | PHONE_PICTURES
NOBODY = Phrase("", "")


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A document of a page: a file with a kind, a title and a date."""

    file: Annotated[str, Fact(FILE, required=True)] = ""
    type: Annotated[str, Fact(Choice(DOCUMENT_TYPES), about="kind of document; default: `other`")] = "other"
    title: Annotated[Phrase, Words(PROSE, about="default: the word for its type")] = NOBODY
    date: Annotated[FuzzyDate | None, Fact(FUZZY, about="of the document")] = None


@dataclass(frozen=True, kw_only=True)
class Photo:
    """A picture of a gallery."""

    file: Annotated[str, Fact(FILE, required=True)] = ""
    alt: Annotated[Phrase, Words(PROSE, required=True, about="what is seen, for those who cannot see it")] = NOBODY
    caption: Annotated[Phrase, Words(PROSE, about="shown under the picture")] = NOBODY
    credit: Annotated[Phrase, Words(PROSE, about="photographer or owner")] = NOBODY
    people: Annotated[
        str, Fact(Choice(("none", "adults", "children")), about="who can be recognised; default: `none`")
    ] = "none"
    consent: Annotated[
        str,
        Fact(
            Choice(("not_needed", "obtained", "crowd", "unknown")),
            about="of those who can be recognised; default: `not_needed`",
        ),
    ] = "not_needed"


@dataclass(frozen=True, kw_only=True)
class File:
    """A file of the content folder that is not a page."""

    path: str
    """Below the content folder, NFC, with `/`."""
    disk: str
    """Where it lies, for reading."""
    size: int
    """Bytes."""
    digest: bytes = b""
    """Of its content, where somebody looked at it."""
    pages: int | None = None
    """PDF only."""
    width: int | None = None
    """Pixels, after orientation; pictures only."""
    height: int | None = None
    is_transparent: bool = False
    """Whether something behind it may shine through; pictures only."""
    is_animated: bool = False
    """Pictures only."""
    title: str = ""
    """Of the file's own metadata; PDF only."""
    stated_language: str = ""
    """Of the file's own metadata; PDF only."""
    has_text: bool = False
    """Whether something in it can be read aloud, as far as its first pages tell; PDF only."""
    has_tags: bool = False
    """Whether it says what is a heading, a list, a table; PDF only."""
    is_sealed: bool = False
    """Whether it is encrypted or signed, so that nobody may change it; PDF only."""
    disclosures: tuple[Disclosure, ...] = ()
    """What it tells of people; documents and texts only."""
    requests: tuple[Request, ...] = ()
    """What it makes a browser do by itself; texts only."""

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]

    @property
    def extension(self) -> str:
        """Lower case, without the dot."""
        return self.name.rpartition(".")[2].lower() if "." in self.name else ""

    def language(self, languages: Collection[str]) -> str:
        """The language that the name gives before its ending, `plan.bg.pdf`; "" for none of them."""
        parts = self.name.split(".")
        return parts[-2] if len(parts) > 2 and parts[-2] in languages else ""

    @property
    def is_picture(self) -> bool:
        """Whether browsers show it in the page."""
        return self.extension in PICTURES


def document_name(name: str) -> tuple[str, str] | None:
    """Type and language of a file named `<type>.<lang>.<ext>`; None for other names."""
    parts = name.split(".")
    if len(parts) != 3:
        return None
    kind = parts[0].lower().replace("-", "_")
    return (kind, parts[1]) if kind in DOCUMENT_TYPES else None
