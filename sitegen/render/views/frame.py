"""What stands around every page of a language: head, top bar, emblem strip, footer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sitegen.model.acknowledgement import lines_of
from sitegen.model.dates import Moment
from sitegen.model.language import Phrase
from sitegen.render.views.body import Label, LinkView, PhotoView, Term


@dataclass(frozen=True, kw_only=True)
class LanguageView:
    """An entry of the language switcher; it never leads to a page that does not exist."""

    language: str
    name: str
    """In the language itself: Български."""
    href: str
    is_current: bool = False
    reaches: str = "same"
    """`same` page translated, `facts` (untranslated, facts only) or `nearest` (an ancestor)."""
    original: str = ""
    """With `facts`: the language of the prose."""


@dataclass(frozen=True, kw_only=True)
class StripView:
    """The acknowledgement of the Union's support under the top bar."""

    regime: str
    """`phare 2007-2013 2014-2020 2021-2027 rrf national`."""
    acknowledgement: str
    """`funded`, `cofunded` or `legacy` (Union and fund by name)."""
    funds: tuple[str, ...] = ()
    """`erdf` and so on; names are the catalogue's."""
    programme: Phrase | None = None

    @property
    def has_emblem(self) -> bool:
        """Whether the Union pays; what the state alone pays for does not bear its emblem."""
        return self.regime != "national"

    @property
    def lines(self) -> tuple[Term, ...]:
        """The words beside the emblem: a sentence, or the Union and its funds by name (Reg. 821/2014 Art. 4)."""
        return tuple(map(Term, lines_of(self.regime, self.acknowledgement, self.funds)))


@dataclass(frozen=True, kw_only=True)
class ContactView:
    """Whom to ask."""

    unit: Phrase
    person: Phrase
    phones: tuple[tuple[str, str], ...] = ()
    """As people write it, and for `tel:`."""
    email: str = ""
    address: Phrase

    def __bool__(self) -> bool:
        return bool(self.unit or self.person or self.phones or self.email or self.address)


@dataclass(frozen=True, kw_only=True)
class ShareView:
    """A link to a network or to the mail program."""

    network: str
    href: str


@dataclass(frozen=True, kw_only=True)
class QrView:
    """A QR code."""

    size: int
    """Modules a side, the quiet zone included."""
    path: str
    """Of an SVG, in modules."""


WIDEST_SMALL = 600
"""Pixels from which networks show a picture large."""


@dataclass(frozen=True, kw_only=True)
class PreviewView:
    """The picture that networks show with a link to a page."""

    src: str
    """Absolute."""
    width: int
    """Pixels."""
    height: int
    """Pixels."""
    alt: Phrase
    """What the picture shows; of a card the title on it."""
    is_card: bool = False
    """Whether it is a card of ours, with the owner's name and the emblem."""

    @property
    def is_wide(self) -> bool:
        """Whether it can fill the whole width of an entry; smaller ones stand beside the words."""
        return self.width >= WIDEST_SMALL


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What every page of a language has around its own content."""

    root: str
    """The way to the site's root, for files of the theme."""
    language: str
    title: Label
    sheet: Label | None = None
    """Which page of a long list this is; None for the first."""
    site_title: Phrase
    owner: Phrase
    """Who answers for the site."""
    is_public_body: bool = False
    """Whether that is a municipality or another authority."""
    description: Phrase
    project: Phrase | None = None
    """The project that the page lies in."""
    canonical: str
    """Absolute."""
    alternates: tuple[tuple[str, str], ...] = ()
    """`hreflang` and absolute address, x-default among them; empty with one language."""
    preview: PreviewView
    """What networks show with a link to the page."""
    is_indexed: bool = True
    home: str
    """Address of the language's home page."""
    languages: tuple[LanguageView, ...] = ()
    strip: StripView | None = None
    """None where no project is funded."""
    menu: tuple[LinkView, ...] = ()
    breadcrumbs: tuple[LinkView, ...] = ()
    """From the home page to this one, whose href is ""."""
    contact: ContactView
    """The site's own."""
    accessibility: str
    """Address of the accessibility statement."""
    sitemap: str
    """Address of the site map for people."""
    privacy: str
    """Address of the privacy note."""
    updated: date | None = None
    short_address: str = ""
    """Absolute `/p/<number>/` of a project."""
    qr: QrView | None = None
    """The short address, for print."""
    crest: PhotoView | None = None
    """The owner's logo."""
    is_draft: bool = False
    """Whether only a preview shows the page."""
    public_from: Moment | None = None
    """Of a page before its time: when the public will see it."""
    public_until: Moment | None = None
    """Of a page after its time: until when the public saw it."""
    is_archived: bool = False
    """Whether the project, of which the page is or in which it lies, is in the archive."""
    archived_since: date | None = None
    archived_until: date | None = None
    """Until when its results must be kept up."""
    untranslated_from: str = ""
    """The language of the prose where this page has no translation."""
    outdated_from: str = ""
    """The language of the original where this translation has not followed it."""
    original_updated: date | None = None
    """When the original was last updated, where that is after this translation."""
    is_home: bool = False
    manifest: str = ""
    """Address of the web manifest; "" in copies without a host."""
    feeds: tuple[LinkView, ...] = ()
    """What is new, for feed readers: on the whole site, then in the page's project; none where nothing is."""
    extra: tuple[tuple[str, str], ...] = ()
    """The site's own keys `x_…` of the page's file, with their text: `dict(frame.extra).get('x_team')`."""
