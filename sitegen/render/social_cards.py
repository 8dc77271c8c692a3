"""Social cards: what networks show of a page, 1200 × 630, drawn in the page's language, with the emblem and its words.

A card has few colours, each a ramp from its ground; a text is drawn as light and looked up there, which costs less than
drawing in full colour and counting the colours afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup
from PIL import Image, ImageDraw

from sitegen.model.dates import FuzzyDate
from sitegen.model.language import Phrase
from sitegen.model.money import Money
from sitegen.render.emblem import emblem
from sitegen.render.lettering import BOLD, REGULAR, STATEMENT, Fitted, balanced, cut, drawable, fitted, font
from sitegen.render.png import png
from sitegen.render.views import Label, StripView, Term
from sitegen.render.workshop import Tools, Workshop

WIDTH, HEIGHT = 1200, 630
EDGE = 64
BAND = 84
"""Height of the band with the owner's name."""
PLATE = 152
"""Height of the white plate with the emblem."""
EMBLEM = 108
TITLE_SIZES = (66, 60, 54, 50, 46, 42, 38)
LEAD_SIZES = (34, 30)
FACT_SIZE, FACT_LEADING = 31, 43
STATEMENT_SIZES = (40, 36, 32, 28, 24, 20)
SPACED = 1.25
"""Height of a line of the statement, in sizes."""
GAP = 26
STEPS = 8
"""Shades of a ramp."""
BRAND = "#0b2f6b"
"""Of the band, unless site.yaml has a colour of its own."""
Colour = tuple[int, int, int]
WHITE, INK, MUTED, LINE = (255, 255, 255), (0x14, 0x21, 0x3D), (0x43, 0x4E, 0x68), (0xC9, 0xD1, 0xDF)
REFLEX_BLUE, GOLD, BLACK = (0x00, 0x33, 0x99), (0xFF, 0xCC, 0x00), (0, 0, 0)


class Ramp(NamedTuple):
    """Where the shades of a colour on its ground begin in the palette."""

    first: int

    def table(self) -> list[int]:
        """Light to shade."""
        return [self.first + (light * (STEPS - 1) + 127) // 255 for light in range(256)]


TITLE, QUIET, RULE, SENTENCE, NAME, FLAG = (Ramp(STEPS * number) for number in range(6))


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
    canvas = Image.new("L", (WIDTH, HEIGHT), TITLE.first)
    pen = ImageDraw.Draw(canvas)
    draw_owner(canvas, pen, drawn(card.owner, tools))
    bottom = HEIGHT - (PLATE if card.strip else 0)
    draw_middle(canvas, card, tools, bottom)
    if card.strip:
        draw_strip(canvas, pen, card.strip, tools)
    return png(canvas, colours(card.brand or BRAND))


def drawn(label: Label, tools: Tools) -> str:
    """Words as they are typeset, in the letter forms of their language."""
    language = label.language if isinstance(label, Phrase) and label.language else tools.language
    return drawable(tools.plain(label), language)


def draw_owner(canvas: Image.Image, pen: ImageDraw.ImageDraw, owner: str) -> None:
    """The band with the owner's name."""
    pen.rectangle((0, 0, WIDTH, BAND - 1), fill=NAME.first)
    write(canvas, cut(owner, font(BOLD, 36), WIDTH - 2 * EDGE), BOLD, 36, (EDGE, BAND // 2 - 22), NAME)


def draw_middle(canvas: Image.Image, card: CardView, tools: Tools, bottom: int) -> None:
    """The title with what is told of it, between the band and the plate."""
    facts, lead = facts_of(card, tools), drawn(card.lead, tools)
    below = len(facts) * FACT_LEADING + (GAP if facts else 0)
    top, width = BAND + GAP, WIDTH - 2 * EDGE
    room = bottom - top - GAP - below
    title = fitted(drawn(card.title, tools), BOLD, TITLE_SIZES, width, room * 2 // 3 if lead else room, 1.15)
    top += write_lines(canvas, title, BOLD, top, TITLE, 1.15)
    if lead:
        words = fitted(lead, REGULAR, LEAD_SIZES, width, bottom - top - 2 * GAP, 1.3)
        write_lines(canvas, words, REGULAR, top + GAP, QUIET, 1.3)
    for number, (name, value) in enumerate(facts):
        write_fact(canvas, name, value, bottom - GAP - (len(facts) - number) * FACT_LEADING)


def facts_of(card: CardView, tools: Tools) -> list[tuple[str, str]]:
    """Name and value of what is known, in the order of the project's panel."""
    period = Markup(tools.span(card.start, card.end)).striptags()
    known = (
        ("total", drawable(tools.formats.money(card.total), card.language) if card.total else ""),
        ("period", drawable(period, card.language)),
        (card.spot_key, ", ".join(drawn(spot, tools) for spot in card.spot)),
    )
    return [(drawn(Term(key), tools), value) for key, value in known if value]


def write_fact(canvas: Image.Image, name: str, value: str, top: int) -> None:
    """A fact on its line: its name, then its value in bold."""
    right = write(canvas, f"{name}: ", REGULAR, FACT_SIZE, (EDGE, top), QUIET)
    whole = cut(value, font(BOLD, FACT_SIZE), WIDTH - EDGE - right)
    write(canvas, whole, BOLD, FACT_SIZE, (right, top), TITLE)


def draw_strip(canvas: Image.Image, pen: ImageDraw.ImageDraw, strip: StripView, tools: Tools) -> None:
    """The white plate: the emblem and, beside it, what the period asks for."""
    top = HEIGHT - PLATE
    pen.rectangle((0, top, WIDTH, top + 2), fill=RULE.first + STEPS - 1)
    left = EDGE
    if strip.has_emblem:
        flag = emblem(EMBLEM)
        canvas.paste(flag.point(FLAG.table()), (left, top + (PLATE - EMBLEM) // 2))
        left += flag.width + GAP
    lines = [drawn(term, tools) for term in strip.lines]
    text = acknowledged(lines, WIDTH - EDGE - left)
    high = round(len(text.lines) * text.size * SPACED)
    write_lines(canvas, text, STATEMENT, top + (PLATE - high) // 2, SENTENCE, SPACED, left)


def acknowledged(lines: list[str], width: int) -> Fitted:
    """The acknowledgement at the largest size at which it is no higher than the emblem; never cut."""
    for size in STATEMENT_SIZES:
        wrapped = [line for words in lines for line in balanced(words, font(STATEMENT, size), width)]
        if len(wrapped) * size * SPACED <= EMBLEM:
            break
    return Fitted(tuple(wrapped), size)


def write_lines(
    canvas: Image.Image, text: Fitted, name: str, top: int, ramp: Ramp, leading: float, left: int = EDGE
) -> int:
    """Writes lines below each other; tells how high they are."""
    for number, line in enumerate(text.lines):
        write(canvas, line, name, text.size, (left, top + round(number * text.size * leading)), ramp)
    return round(len(text.lines) * text.size * leading)


def write(canvas: Image.Image, text: str, name: str, size: int, place: tuple[int, int], ramp: Ramp) -> int:
    """Writes a line; tells where it ends."""
    letters = font(name, size)
    right = place[0] + round(letters.getlength(text))
    light = Image.new("L", (min(right + 4, WIDTH) - place[0], round(size * 1.35)))
    ImageDraw.Draw(light).text((0, 0), text, fill=255, font=letters)
    canvas.paste(light.point(ramp.table()), place)
    return right


def colours(brand: str) -> bytes:
    """The palette: the shades of each ramp in their order."""
    band: Colour = (int(brand[1:3], 16), int(brand[3:5], 16), int(brand[5:7], 16))
    pairs = ((WHITE, INK), (WHITE, MUTED), (WHITE, LINE), (WHITE, BLACK), (band, WHITE), (REFLEX_BLUE, GOLD))
    return bytes(part for ground, ink in pairs for shade in range(STEPS) for part in between(ground, ink, shade))


def between(ground: Colour, ink: Colour, shade: int) -> list[int]:
    """A shade of a ramp."""
    last = STEPS - 1
    return [(one * (last - shade) + other * shade + last // 2) // last for one, other in zip(ground, ink, strict=True)]
