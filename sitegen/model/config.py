"""Settings: what site.yaml says, with the organisations and programmes that the pages name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Annotated, Any

from sitegen.model.colour import brand
from sitegen.model.disclosures import Telling
from sitegen.model.evaluation import Evaluation
from sitegen.model.fields import Desk, Fact, Reader, unknown_key
from sitegen.model.funding import Programme
from sitegen.model.language import Multilingual
from sitegen.model.media import File
from sitegen.model.organisation import Organisation
from sitegen.model.provisions import Law
from sitegen.model.raw import Raw
from sitegen.model.readers import Choice, EachLanguage, Leaf, ListOf, Record, entries, items, scalar
from sitegen.model.targets import Target, Targets
from sitegen.model.values import ALIAS, DAY, LANGUAGE, MAIL, REPORT, SITE, TELEPHONE, TEXT, WHOLE, YES_OR_NO
from sitegen.problems import Location, Mistake, message

NETWORKS = ("facebook", "x", "linkedin", "viber", "telegram", "whatsapp", "vk", "ok", "messenger", "email")
COMPRESSIONS = ("gzip", "br")
LICENCES = ("CC-BY-4.0", "CC0-1.0")
"""Open licences by their names in SPDX; Directive (EU) 2019/1024, Art. 8 and recital 44."""

USUAL_NETWORKS = {
    "bg": ("facebook", "viber", "email"),
    "en": ("facebook", "x", "linkedin", "whatsapp", "email"),
    "ru": ("telegram", "whatsapp", "viber", "email"),
}
"""Where readers of a language share, unless site.yaml says otherwise."""


@dataclass(frozen=True)
class MapOf:
    """A map from names to values of one reader; `names` empty allows any name."""

    each: Reader
    names: tuple[str, ...] = ()
    by_language: bool = False

    @property
    def expects(self) -> str:
        """What the values are."""
        return f"map from {'language' if self.by_language else 'name'} to {self.each.expects}"

    def read(self, raw: Raw, desk: Desk) -> tuple[tuple[str, Any], ...]:
        """Pairs of name and value; unknown names are reported."""
        known = desk.languages if self.by_language else self.names
        pairs = []
        for key, value in entries(raw):
            if known and key.text not in known:
                desk.report(unknown_key(key.text, known), key.at)
                continue
            made = desk.read(self.each, value, key.text)
            if made is not None:
                pairs.append((key.text, made))
        return tuple(pairs)


@dataclass(frozen=True)
class Reasons(MapOf):
    """A map whose names are judged later, each with its place."""

    def read(self, raw: Raw, desk: Desk) -> tuple[tuple[str, Any], ...]:
        """Pairs of name and value; the place of a pair is that of its name."""
        pairs = super().read(raw, desk)
        desk.positions.update({".".join((*desk.path, key.text)): key.at for key, _ in entries(raw)})
        return pairs


@dataclass(frozen=True)
class LanguageCodes:
    """The languages of the site; the first is the default."""

    expects: str = "list of language codes, the default first"

    def read(self, raw: Raw, desk: Desk) -> tuple[str, ...]:
        """The codes, which the reader of settings has tested already."""
        return desk.languages


@dataclass(frozen=True, kw_only=True)
class SiteContact:
    """Whom visitors ask when a page names nobody."""

    unit: Annotated[Multilingual, Fact(EachLanguage(), about="department")] = Multilingual()
    person: Annotated[Multilingual, Fact(EachLanguage(), about="role-holder")] = Multilingual()
    phones: Annotated[tuple[str, ...], Fact(ListOf(TELEPHONE), about="as people write them")] = ()
    email: Annotated[str, Fact(MAIL, about="office address")] = ""
    address: Annotated[Multilingual, Fact(EachLanguage(), about="street and town")] = Multilingual()


@dataclass(frozen=True, kw_only=True)
class Barrier:
    """Something of the site that not everybody can use (Decision 2018/1523, section 2)."""

    reason: Annotated[
        str, Fact(Choice(("noncompliance", "burden", "out_of_scope")), required=True, about="why it stays")
    ] = "noncompliance"
    clause: Annotated[str, Fact(TEXT, about='clause of the standard: "9.1.2.2"')] = ""
    text: Annotated[Multilingual, Fact(EachLanguage(), required=True, about="what cannot be used, and by whom")] = (
        Multilingual()
    )
    fix_by: Annotated[date | None, Fact(DAY, about="day by which it will be mended")] = None


@dataclass(frozen=True, kw_only=True)
class Feedback:
    """Where to complain about a barrier and how soon an answer comes."""

    email: Annotated[str, Fact(MAIL, about="default: the site's contact")] = ""
    days: Annotated[int, Fact(WHOLE, about="within how many an answer comes; default: 14")] = 14


@dataclass(frozen=True, kw_only=True)
class Statement:
    """The accessibility statement (Implementing Decision (EU) 2018/1523, Annex, part 1)."""

    standard: Annotated[str, Fact(TEXT, about="default: EN 301 549 V3.2.1 (2021-03)")] = "EN 301 549 V3.2.1 (2021-03)"
    status: Annotated[
        str, Fact(Choice(("full", "partial", "none")), required=True, about="how far the site meets it")
    ] = "partial"
    items: Annotated[tuple[Barrier, ...], Fact(ListOf(Record(Barrier)), about="what does not meet it")] = ()
    prepared: Annotated[date | None, Fact(DAY, about="day of the statement")] = None
    method: Annotated[str, Fact(Choice(("self", "third_party")), about="who assessed it; default: `self`")] = "self"
    assessor: Annotated[str, Fact(TEXT, about="name, with `third_party`")] = ""
    reviewed: Annotated[date | None, Fact(DAY, about="day of the last review")] = None
    feedback: Annotated[Feedback, Fact(Record(Feedback), about="where to complain")] = field(default_factory=Feedback)
    authority: Annotated[str, Fact(TEXT, about="who decides complaints: an id of organisations.yaml")] = ""


@dataclass(frozen=True, kw_only=True)
class Privacy:
    """What the privacy page cannot see for itself (GDPR, Art. 13)."""

    officer: Annotated[
        SiteContact, Fact(Record(SiteContact), about="data protection officer, whom public bodies have")
    ] = field(default_factory=SiteContact)
    logs: Annotated[
        int | None, Fact(WHOLE, about="days after which the host deletes its logs; default: said to be unknown")
    ] = None
    authority: Annotated[
        str, Fact(TEXT, about="who hears complaints: an id of organisations.yaml; default: the Commission")
    ] = ""


@dataclass(frozen=True, kw_only=True)
class Security:
    """Whom to tell of weaknesses of the site (RFC 9116), and what browsers are held to."""

    contact: Annotated[str, Fact(REPORT, about="e-mail or address of a form, for `/.well-known/security.txt`")] = ""
    expires: Annotated[date | None, Fact(DAY, about="day until which the contact holds, at most a year ahead")] = None
    hsts: Annotated[
        bool, Fact(YES_OR_NO, about="the whole host answers by HTTPS, and will for a year; default: `no`")
    ] = False


@dataclass(frozen=True, kw_only=True)
class Config:
    """site.yaml, organisations.yaml and programmes.yaml."""

    title: Annotated[Multilingual, Fact(EachLanguage(), required=True, about="name of the site")] = Multilingual()
    url: Annotated[str, Fact(SITE, required=True, about="where the site will stand; may have a path")] = ""
    languages: Annotated[
        tuple[str, ...], Fact(LanguageCodes(), required=True, about="the first is the default language")
    ] = ()
    owner: Annotated[str, Fact(TEXT, required=True, about="who answers for the site: an id of organisations.yaml")] = ""
    contact: Annotated[SiteContact, Fact(Record(SiteContact), about="whom visitors ask when a page names nobody")] = (
        field(default_factory=SiteContact)
    )
    require_languages: Annotated[
        tuple[tuple[str, tuple[str, ...]], ...],
        Fact(
            MapOf(ListOf(LANGUAGE), ("project", "event", "news", "page")),
            about="which languages each kind of page must have",
        ),
    ] = ()
    share: Annotated[
        tuple[tuple[str, tuple[str, ...]], ...],
        Fact(
            MapOf(ListOf(Choice(NETWORKS)), by_language=True),
            about="where readers may share a page; default: facebook, email",
        ),
    ] = ()
    accessibility: Annotated[Statement | None, Fact(Record(Statement), about="the accessibility statement")] = None
    privacy: Annotated[Privacy, Fact(Record(Privacy), about="what the privacy page tells")] = field(
        default_factory=Privacy
    )
    theme: Annotated[str, Fact(TEXT, about="a folder under themes/; default: `default`")] = "default"
    host: Annotated[
        str,
        Fact(
            Choice(("generic", "netlify", "apache", "nginx")),
            about="which header and redirect files are written; default: `generic`",
        ),
    ] = "generic"
    security: Annotated[Security | None, Fact(Record(Security), about="contact for weaknesses, HTTPS")] = None
    compress: Annotated[
        tuple[str, ...],
        Fact(ListOf(Choice(COMPRESSIONS), unique=True), about="packed copies beside the files: `gzip`, `br`"),
    ] = ()
    licence: Annotated[str, Fact(Choice(LICENCES), about="of the open data in `/data/`; default: `CC-BY-4.0`")] = (
        "CC-BY-4.0"
    )
    pictures: Annotated[
        tuple[str, ...],
        Fact(ListOf(Choice(("webp", "avif"))), about="formats beside JPEG and PNG; AVIF is slow; default: none"),
    ] = ()
    remove_authors: Annotated[
        bool, Fact(YES_OR_NO, about="published PDFs lose the names of those who wrote them; default: `no`")
    ] = False
    gone: Annotated[tuple[str, ...], Fact(ListOf(ALIAS), about="addresses that ended on purpose")] = ()
    brand: Annotated[str, Fact(Leaf(brand, "colour: `#0B2F6B`"), about="contrast with white at least 7:1")] = ""
    font: Annotated[str, Fact(Choice(("sofia-sans", "system")), about="typeface; default: `sofia-sans`")] = "sofia-sans"
    editor_language: Annotated[str, Fact(Choice(("bg", "en")), about="language of messages; default: `bg`")] = "bg"
    checks: Annotated[
        tuple[tuple[str, str], ...], Fact(Reasons(TEXT), about="code of a check and the reason why it is off")
    ] = ()
    publish: Annotated[tuple[Target, ...], Fact(Targets(), about="targets; never a password")] = ()

    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    programmes: Mapping[str, Programme] = field(default_factory=dict)
    evaluation: Evaluation | None = None
    """What an automatic tool found on the built site; None where nothing is recorded."""
    law: Law = field(default_factory=Law)
    """What the rules of publicity ask for, as far as it is a number or a name."""
    acknowledgements: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Language to key to the words of support that a site is checked by: the official ones, whatever a theme says."""
    section_words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Language to section to the word in addresses: `bg`, `projects`, `proekti`."""
    theme_files: tuple[File, ...] = ()
    """Files of the theme that are published; their paths are those of the site."""
    theme_style: str = ""
    """The style text that stands in every page."""
    theme_texts: tuple[tuple[str, str], ...] = ()
    """The templates, style texts and scripts of the site's own theme, each with the file's path."""
    theme_own_styles: tuple[tuple[str, str], ...] = ()
    """The style texts of the site's own theme as they are written, each with the file's path."""
    incomplete: frozenset[str] = frozenset()
    """Files of settings with mistakes in them, so that what they lack may be there: `organisations`, `programmes`."""
    positions: Mapping[str, Location] = field(default_factory=dict, compare=False, repr=False)
    file: str = "content/site.yaml"

    @property
    def default_language(self) -> str:
        """The first language listed."""
        return self.languages[0]

    @property
    def base_url(self) -> str:
        """The site's address without the last slash."""
        return self.url.rstrip("/")

    @cached_property
    def base_path(self) -> str:
        """The path under which the site lies: "" or `/eu`."""
        rest = self.base_url.split("://", 1)[1]
        return rest[rest.index("/") :] if "/" in rest else ""

    def at(self, name: str) -> Location:
        """Where a setting stands."""
        return self.positions.get(name, Location(self.file))

    def loses_authors(self, file: File) -> bool:
        """Whether a file is published without the names in what it says of itself."""
        told = any(one.kind is Telling.AUTHOR for one in file.disclosures)
        return self.remove_authors and file.extension == "pdf" and not file.is_sealed and told

    def networks(self, language: str) -> tuple[str, ...]:
        """Where readers of a language may share a page."""
        return dict(self.share).get(language, USUAL_NETWORKS.get(language, ("facebook", "email")))


def language_codes(raw: Raw) -> tuple[str, ...]:
    """The languages of site.yaml, before anything else is read; raises Mistake."""
    codes = tuple(scalar(value) for value in items(raw))
    wrong = next(
        (code for code in codes if not (code.isascii() and code.isalpha() and code.islower() and 2 <= len(code) <= 3)),
        None,
    )
    if wrong is not None or len(set(codes)) < len(codes):
        raise Mistake(
            "FLD-03",
            message("the languages must be different codes of two or three letters"),
            message("Write: languages: [bg, en, ru]"),
        )
    return codes
