"""Social cards: what networks show of a page, 1200 × 630, drawn in the page's language, with the emblem and its words.

A card has few colours, each a ramp from its ground in the palette. What is drawn with the last number of a ramp on its
first one has the shades between them at its edges, so nothing need be counted or looked up afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup
from PIL import Image, ImageDraw

from sitegen.model.dates import FuzzyDate
from sitegen.model.language import Phrase
from sitegen.model.money import Money
from sitegen.render.emblem import emblem
from sitegen.render.lettering import BOLD, REGULAR, STATEMENT, Face, Fitted, drawable, fitted
from sitegen.render.png import png
from sitegen.render.views.body import Label, Term
from sitegen.render.views.frame import StripView
from sitegen.render.workshop import Tools, Workshop

WIDTH, HEIGHT = 1200, 630
EDGE = 64
INSIDE = WIDTH - 2 * EDGE
BAND = 84
"""Height of the band with the owner's name."""
PLATE = 152
"""Height of the white plate with the emblem."""
EMBLEM = 108
OWNER = Face(BOLD, (36,))
HEADING = Face(BOLD, (66, 60, 54, 50, 46, 42, 38, 34), 1.15)
LEAD = Face(REGULAR, (34, 30), 1.3)
FACT, VALUE = Face(REGULAR, (31,), 1.36), Face(BOLD, (31,))
SUPPORT = Face(STATEMENT, (40, 36, 32, 28, 24, 20, 16), 1.25)
GAP = 26
STEPS = 8
"""Shades of a ramp."""
BRAND = "#0b2f6b"
"""Of the band, unless site.yaml has a colour of its own."""
Colour = tuple[int, int, int]
WHITE, INK, MUTED, LINE = (255, 255, 255), (0x14, 0x21, 0x3D), (0x43, 0x4E, 0x68), (0xC9, 0xD1, 0xDF)
REFLEX_BLUE, GOLD, BLACK = (0x00, 0x33, 0x99), (0xFF, 0xCC, 0x00), (0, 0, 0)


class Ramp(NamedTuple):
    """The shades of a colour on its ground, by number in the palette."""

    ground: int
    ink: int


TITLE, QUIET, RULE, SENTENCE, NAME, FLAG = (Ramp(n * STEPS, n * STEPS + STEPS - 1) for n in range(6))


@dataclass(frozen=True, kw_only=True)
class CardView:
    """All that a card shows."""

    language: str
    owner: Phrase
    title: Label
    lead: Phrase
    """Under the title, of the site's card."""
    total: Money | None = None
    """In euro."""
    start: FuzzyDate | None = None
    end: FuzzyDate | None = None
    spot_key: str = ""
    """Of the catalogue: what `spot` is."""
    spot: tuple[Phrase, ...] = ()
    """Places, or the bodies that answer for the project."""
    strip: StripView | None = None
    brand: str = ""


def draw_card(workshop: Workshop, card: CardView) -> bytes:
    """The card as a PNG."""
    tools = Tools(card.language, workshop.theme.catalogues)
    strip = card.strip
    lines = tuple(drawn(term, tools) for term in strip.lines) if strip else None
    canvas = frame(drawn(card.owner, tools), lines, has_emblem=bool(strip and strip.has_emblem)).copy()
    draw_middle(ImageDraw.Draw(canvas), card, tools, HEIGHT - (PLATE if strip else 0))
    return png(canvas, colours(card.brand or BRAND))


@lru_cache(maxsize=64)
def frame(owner: str, support: tuple[str, ...] | None, *, has_emblem: bool) -> Image.Image:
    """What the cards of one owner and one programme have in common: the band and the plate."""
    canvas = Image.new("L", (WIDTH, HEIGHT), TITLE.ground)
    pen = ImageDraw.Draw(canvas)
    draw_owner(pen, owner)
    if support is not None:
        draw_strip(canvas, pen, support, has_emblem=has_emblem)
    return canvas


def drawn(label: Label, tools: Tools) -> str:
    """Words as they are typeset, in the letter forms of their language."""
    language = label.language if isinstance(label, Phrase) and label.language else tools.language
    return drawable(tools.plain(label), language)


def draw_owner(pen: ImageDraw.ImageDraw, owner: str) -> None:
    """The band with the owner's name."""
    pen.rectangle((0, 0, WIDTH, BAND - 1), fill=NAME.ground)
    words = fitted((owner,), OWNER, INSIDE, 1)
    write(pen, words, (EDGE, (BAND - words.pitch) // 2), NAME)


def draw_middle(pen: ImageDraw.ImageDraw, card: CardView, tools: Tools, bottom: int) -> None:
    """The title with what is told of it, between the band and the plate."""
    facts, lead = facts_of(card, tools), drawn(card.lead, tools)
    pitch = round(FACT.sizes[0] * FACT.spaced)
    top = BAND + GAP
    room = bottom - GAP - top - (len(facts) * pitch + GAP if facts else 0)
    title = fitted((drawn(card.title, tools),), HEADING, INSIDE, room * 2 // 3 if lead else room)
    write(pen, title, (EDGE, top), TITLE)
    if lead:
        top += title.height + GAP
        pen.rectangle((0, top, WIDTH, bottom), fill=QUIET.ground)
        write(pen, fitted((lead,), LEAD, INSIDE, bottom - GAP - top), (EDGE, top), QUIET)
    for number, (name, value) in enumerate(facts):
        write_fact(pen, name, value, bottom - GAP - (len(facts) - number) * pitch)


def facts_of(card: CardView, tools: Tools) -> list[tuple[str, str]]:
    """Name and value of what is known, in the order of the project's panel."""
    period = Markup(tools.span(card.start, card.end)).striptags()
    known = (
        ("total", drawable(tools.formats.money(card.total), card.language) if card.total else ""),
        ("period", drawable(period, card.language)),
        (card.spot_key, ", ".join(drawn(spot, tools) for spot in card.spot)),
    )
    return [(drawn(Term(key), tools), value) for key, value in known if value]


def write_fact(pen: ImageDraw.ImageDraw, name: str, value: str, top: int) -> None:
    """A fact on its line: its name, then its value in bold."""
    label = fitted((f"{name}:\u00a0",), FACT, INSIDE, 1)
    pen.rectangle((0, top, EDGE + label.width, top + label.pitch - 1), fill=QUIET.ground)
    right = write(pen, label, (EDGE, top), QUIET)
    write(pen, fitted((value,), VALUE, WIDTH - EDGE - right, 1), (right, top), TITLE)


def draw_strip(canvas: Image.Image, pen: ImageDraw.ImageDraw, support: tuple[str, ...], *, has_emblem: bool) -> None:
    """The white plate: the emblem and, beside it, what the period asks for."""
    top, left = HEIGHT - PLATE, EDGE
    pen.rectangle((0, top, WIDTH, top + 2), fill=RULE.ink)
    pen.rectangle((0, top + 3, WIDTH, HEIGHT), fill=SENTENCE.ground)
    if has_emblem:
        flag = emblem(EMBLEM, FLAG.ground, FLAG.ink)
        canvas.paste(flag, (left, top + (PLATE - EMBLEM) // 2))
        left += flag.width + GAP
    words = fitted(support, SUPPORT, WIDTH - EDGE - left, PLATE - GAP)
    write(pen, words, (left, top + (PLATE - words.height) // 2), SENTENCE)


def write(pen: ImageDraw.ImageDraw, text: Fitted, place: tuple[int, int], ramp: Ramp) -> int:
    """Writes lines below each other on a ground that is there; tells where the last one ends."""
    for number, line in enumerate(text.lines):
        pen.text((place[0], place[1] + number * text.pitch), line, fill=ramp.ink, font=text.letters)
    return place[0] + text.width


def colours(brand: str) -> bytes:
    """The palette: the shades of each ramp in their order."""
    band: Colour = (int(brand[1:3], 16), int(brand[3:5], 16), int(brand[5:7], 16))
    pairs = ((WHITE, INK), (WHITE, MUTED), (WHITE, LINE), (WHITE, BLACK), (band, WHITE), (REFLEX_BLUE, GOLD))
    return bytes(part for ground, ink in pairs for shade in range(STEPS) for part in between(ground, ink, shade))


def between(ground: Colour, ink: Colour, shade: int) -> list[int]:
    """A shade of a ramp."""
    last = STEPS - 1
    return [(one * (last - shade) + other * shade + last // 2) // last for one, other in zip(ground, ink, strict=True)]
