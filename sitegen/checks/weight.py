"""Weights of the built pages and of the theme: what is heavy comes late on a slow phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from sitegen.checks.inspection import Inspection
from sitegen.problems import Location, Message, Mistake, Problem, Severity, message
from sitegen.text.compression import USUAL, gzipped

HEAVIEST_PAGE = 13_000
"""Bytes of gzip: what a server sends in its first answer, 10 packets of 1,460 bytes, less what surrounds them."""
HEAVIEST_STYLES = 3_000
"""Bytes of gzip."""
HEAVIEST_FONTS = 34_000
"""Bytes of all font files."""
LIGHT = 30_000
"""Bytes of a page that is light without looking: text is less than half as long when it is compressed."""
QUICK = 1
"""The level of gzip that never does better than the usual one."""
FONTS = ("woff2", "woff", "ttf", "otf")
STYLES = re.compile(rb"(?<=<style>).*?(?=</style>)", re.DOTALL)
PICTURES = re.compile(rb"<svg\b.*?</svg>", re.DOTALL)
MAIN = re.compile(rb"<main\b.*?</main>", re.DOTALL)
PART = re.compile(rb"(?=<h2\b)")
HEADING = re.compile(rb"<h2\b[^>]*>(.*?)</h2>", re.DOTALL)
TAG = re.compile(r"<[^>]*>|\u00ad")

SHORTER_STYLES = message("Shorten the style text of your theme.")
SIMPLER_PICTURES = message("Leave out a picture, or draw the outline with fewer points.")


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Styles and fonts that are heavier than a phone should have to wait for."""
    config = inspection.site.config
    found = (*heavy_styles(config.theme_style.encode()), *heavy_fonts(inspection))
    yield from (mistake.at(config.at("theme"), Severity.WARNING) for mistake in found)


def proof(inspection: Inspection, path: str, html: bytes) -> Iterator[Problem]:
    """A page that is."""
    if is_heavy(html):
        yield heavy_page(path, html).at(place(inspection, path), Severity.WARNING)


def weight(content: bytes, level: int = USUAL) -> int:
    """Bytes that a server sends, without the head of its answer."""
    return len(gzipped(content, level)) if content else 0


def is_heavy(page: bytes) -> bool:
    """Whether a page is too heavy; most are let go at a glance."""
    return len(page) > LIGHT and weight(page, QUICK) > HEAVIEST_PAGE and weight(page) > HEAVIEST_PAGE


def place(inspection: Inspection, path: str) -> Location:
    """The file that a page is made of; a page without one is named by its own."""
    page = inspection.site.at_path.get(path)
    return Location(page.file if page and page.file else f"output/{path}")


def heavy_page(path: str, content: bytes) -> Mistake:
    """The complaint about a page: which part of it weighs what."""
    whole = weight(content)
    styles, pictures = (weight(b"".join(pattern.findall(content))) for pattern in (STYLES, PICTURES))
    complaint = message(
        "the page {address} weighs {weight} B compressed, more than {limit} B:"
        " text {text} B, styles {styles} B, pictures of data {pictures} B",
        address="/" + path.removesuffix("index.html"),
        weight=whole,
        limit=HEAVIEST_PAGE,
        text=whole - styles - pictures,
        styles=styles,
        pictures=pictures,
    )
    if max(styles, pictures) < whole - styles - pictures:
        return Mistake("THM-07", complaint, advice(*heaviest_part(content)))
    return Mistake("THM-07", complaint, SHORTER_STYLES if styles > pictures else SIMPLER_PICTURES)


def heaviest_part(page: bytes) -> tuple[str, int]:
    """The heading of the part that is heaviest alone, and what it adds to the page's weight; "" without headings."""
    main = MAIN.search(page)
    parts = [part for part in PART.split(main[0]) if HEADING.match(part)] if main else []
    if not parts:
        return "", 0
    heaviest = max(parts, key=weight)  # the page without each of them would be quadratic on a long list
    return heading_of(heaviest), weight(page) - weight(page.replace(heaviest, b"", 1))


def heading_of(part: bytes) -> str:
    """The words of the heading that a part begins with."""
    found = HEADING.match(part)
    return " ".join(unescape(TAG.sub("", found[1].decode())).split()) if found else ""


def advice(part: str, share: int) -> Message:
    """What to do about too much text."""
    if not part:
        return message("Give a part of the text a page of its own.")
    return message(
        "The heaviest part is '{part}', {share} B: give it a page of its own, or offer it as a document.",
        part=part,
        share=share,
    )


def heavy_styles(styles: bytes) -> Iterator[Mistake]:
    """A style text that weighs on every page."""
    if len(styles) > HEAVIEST_STYLES and weight(styles) > HEAVIEST_STYLES:
        complaint = message(
            "the theme's styles weigh {weight} B compressed, more than {limit} B, on every page",
            weight=weight(styles),
            limit=HEAVIEST_STYLES,
        )
        yield Mistake("THM-07", complaint, SHORTER_STYLES)


def heavy_fonts(inspection: Inspection) -> Iterator[Mistake]:
    """Fonts that come late."""
    sizes = {file.path: file.size for file in inspection.site.config.theme_files if file.extension in FONTS}
    if sum(sizes.values()) > HEAVIEST_FONTS:
        complaint = message(
            "the theme's fonts weigh {weight} B together, more than {limit} B; the heaviest is '{file}'",
            weight=sum(sizes.values()),
            limit=HEAVIEST_FONTS,
            file=max(sizes, key=lambda path: sizes[path]),
        )
        hint = message("Cut them down to the letters of the site's languages, or choose 'font: system'.")
        yield Mistake("THM-07", complaint, hint)
