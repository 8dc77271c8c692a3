"""Prose: the body of a page as blocks, its links leading where the reader's language leads."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from sitegen.model.dates import FuzzyDate
from sitegen.model.document import MARK, OPEN, Link, Section
from sitegen.model.language import Phrase
from sitegen.model.links import Closed, Dead, Destination, ToAddress, ToFile, ToPage, follow
from sitegen.model.media import File
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.model.sizes import NEWER, form_of, height_at, largest_address, size_address, usual_address, widths
from sitegen.render.links import Links
from sitegen.render.views.body import Block, DocumentView, Label, PhotoView, SourceView, Target

SHORTEST_LEVEL = 2
LONGEST_EXCERPT = 160
"""Characters."""
LONGEST_DESCRIPTION = 200
"""Characters of what search engines and networks show of a page."""
NO_WORDS = Phrase("", "")
MEASURED = "auto, "
"""The width that the browser finds; only pictures that are put off may say so (HTML, sizes attributes)."""
SIZES = f"{MEASURED}(min-width: 42rem) 40rem, 100vw"
"""How wide a picture in a text is: what the browser finds, else a line of the text."""


@dataclass(frozen=True)
class Prose:
    """The body of a page in blocks: before the first heading, of each item, and the rest."""

    intro: tuple[Block, ...]
    items: dict[str, tuple[Block, ...]]
    rest: tuple[Block, ...]

    def of(self, item: str) -> tuple[Block, ...]:
        """The long text of an item."""
        return self.items.get(item, ())

    @property
    def whole(self) -> tuple[Block, ...]:
        """Everything that belongs to no item."""
        return (*self.intro, *self.rest)


def prose_of(site: Site, page: Page, links: Links) -> Prose:
    """The body of a page, its sections given to the items whose ids head them."""
    targets = first_at_once(page, tuple(target_of(site, page, link, links) for link in page.body.links))
    intro: list[Block] = []
    rest: list[Block] = []
    items: dict[str, list[Block]] = {}
    owner, owner_level = "", 0
    for section in page.body.sections:
        heading = section.heading
        if heading is None and (rest or items):
            owner = ""  # the footnotes, at the end of everything
            rest.append(block(section, targets, page))
        elif heading is None:
            intro.append(block(section, targets, page, heads=False))
        elif heading.id in page.item_ids:
            owner, owner_level = heading.id, heading.level
            items.setdefault(owner, []).append(block(section, targets, page, heads=False))
        elif owner and heading.level > owner_level:
            items[owner].append(block(section, targets, page))
        else:
            owner = ""
            rest.append(block(section, targets, page))
    full = {name: tuple(b for b in blocks if b.html.strip() or b.heading) for name, blocks in items.items()}
    return Prose(tuple(intro), full, tuple(rest))


def first_at_once(page: Page, targets: tuple[Target, ...]) -> tuple[Target, ...]:
    """The same, and the first picture is not put off until somebody comes near; a page's own picture is before it."""
    first = next((number for number, target in enumerate(targets) if target.picture), None)
    if first is None or page.image:
        return targets
    early = replace(targets[first], attributes=(("loading", "eager"), *targets[first].attributes))
    return (*targets[:first], early, *targets[first + 1 :])


def block(section: Section, targets: tuple[Target, ...], page: Page, *, heads: bool = True) -> Block:
    """A section with what its marks stand for."""
    language = page.body_language or page.language
    heading = section.heading if heads else None
    return Block(
        id=heading.id if heading else "",
        level=max(SHORTEST_LEVEL, heading.level) if heading else SHORTEST_LEVEL,
        heading=Phrase(heading.text, language) if heading else None,
        html=section.html,
        targets=targets if OPEN in section.html else (),
        language=language,
    )


def target_of(site: Site, page: Page, link: Link, links: Links) -> Target:
    """What a link or picture of a body becomes."""
    destination = follow(site, page, link.target)
    if link.is_picture:
        alt = Phrase("" if link.is_decorative else link.alt, page.body_language)
        return Target(picture=picture_at(destination, alt, links), attributes=link.attributes)
    match destination:
        case ToFile(file) if widths(file):
            return Target(href=links.to(largest_address(file)), attributes=link.attributes)
        case ToFile(file):
            return Target(
                href=links.to_file(file), document=document(file, NO_WORDS, links), attributes=link.attributes
            )
        case ToPage(found, anchor):
            language = "" if found.language == page.language else found.language
            same = found.id == page.id and language == ""
            href = f"#{anchor}" if same and anchor else links.to(site.address(found) + (f"#{anchor}" if anchor else ""))
            return Target(href=href, language=language, attributes=link.attributes)
        case ToAddress(address, is_ours):
            return Target(href=links.to(address) if is_ours else address, attributes=link.attributes)
        case Closed() | Dead():
            return Target(attributes=link.attributes)


def picture_at(destination: Destination, alt: Phrase, links: Links) -> PhotoView | None:
    """A picture of this site; None for what is none, and for one of another host, which would learn who reads."""
    match destination:
        case ToFile(file) if file.is_picture:
            return photo(file, alt, links)
        case ToAddress(address, is_ours=True):
            return PhotoView(src=links.to(address), alt=alt)
    return None


def photo(file: File, alt: Phrase, links: Links, caption: Phrase = NO_WORDS, credit: Phrase = NO_WORDS) -> PhotoView:
    """A picture with its size."""
    known = widths(file)
    chosen = [form for form in NEWER if known and form in links.site.config.pictures]
    return PhotoView(
        src=links.to(usual_address(file)),
        srcset=srcset(file, form_of(file), links) if len(known) > 1 else "",
        sources=tuple(SourceView(type=NEWER[form], srcset=srcset(file, form, links)) for form in chosen),
        width=known[-1] if known else file.width,
        height=height_at(file, known[-1]) if known else file.height,
        large=links.to(largest_address(file)) if len(known) > 1 else "",
        alt=alt,
        caption=caption,
        credit=credit,
    )


def srcset(file: File, form: str, links: Links) -> str:
    """The sizes of a picture in a format, as browsers read them."""
    return ", ".join(f"{links.to(size_address(file, width, form))} {width}w" for width in widths(file))


def document(file: File, title: Label, links: Links, date: FuzzyDate | None = None) -> DocumentView:
    """A file as a document to download."""
    return DocumentView(
        title=title,
        href=links.to_file(file),
        format=file.extension.upper(),
        size=file.size,
        pages=file.pages,
        language=file.language(links.site.config.languages),
        date=date,
    )


def weave(block: Block, describe: Callable[[DocumentView], str], in_language: Callable[[str], str]) -> Markup:
    """The block's HTML with its links and pictures; `describe` tells type, size and language of a document."""

    def replacement(found: re.Match[str]) -> str:
        target = block.targets[int(found[2])]
        if target.picture:
            return picture_tag(target.picture, target.attributes)
        if not target.href:
            return ""
        return closing(target, describe, in_language) if found[1] else opening(target)

    return Markup(MARK.sub(replacement, block.html))


def opening(target: Target) -> str:
    """The opening tag of a link."""
    own = dict(target.attributes)
    if target.language:
        own |= {"hreflang": target.language, "lang": target.language}
    elif target.document and target.document.language:
        own |= {"hreflang": target.document.language}
    return tag("a", {"href": target.href} | own)


def closing(target: Target, describe: Callable[[DocumentView], str], in_language: Callable[[str], str]) -> str:
    """What ends a link: where it leads to another language or to a document, it says so."""
    if target.document:
        return f" ({escape(describe(target.document))})</a>"
    return f"</a> ({escape(in_language(target.language))})" if target.language else "</a>"


def picture_tag(picture: PhotoView, attributes: tuple[tuple[str, str], ...]) -> str:
    """The tag of a picture in a body."""
    own = {"loading": "lazy"} | dict(attributes)
    sizes = SIZES if own["loading"] == "lazy" else SIZES.removeprefix(MEASURED)
    size = {"width": str(picture.width), "height": str(picture.height)} if picture.width else {}
    choice = {"srcset": picture.srcset, "sizes": sizes} if picture.srcset else {}
    shown = {"src": picture.src, "alt": picture.alt.text} | choice | size | own
    newer = "".join(
        tag("source", {"type": source.type, "srcset": source.srcset, "sizes": sizes}) for source in picture.sources
    )
    return f"<picture>{newer}{tag('img', shown)}</picture>" if newer else tag("img", shown)


def tag(name: str, attributes: dict[str, str]) -> str:
    """An opening tag."""
    return f"<{name} " + " ".join(f'{key}="{escape(value)}"' for key, value in attributes.items()) + ">"


def excerpt(page: Page) -> Phrase:
    """The summary, else the beginning of the text, up to a whole sentence or word."""
    text = " ".join(page.body.text.split())
    return page.summary if page.summary or not text else beginning(Phrase(text, page.body_language), LONGEST_EXCERPT)


def beginning(words: Phrase, longest: int) -> Phrase:
    """The words, or as many whole sentences of them as make up half of what there may be, else whole words."""
    text = words.text
    if len(text) <= longest:
        return words
    start = text[:longest]
    sentence = start.rpartition(". ")[0]
    kept = sentence + "." if len(sentence) > longest // 2 else start.rpartition(" ")[0] + "…"
    return Phrase(kept, words.language)
