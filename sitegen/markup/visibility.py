"""How a built page shows the Union's support, as far as its text and its styles tell: what each rule finds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sitegen.markup import emblem_shape
from sitegen.markup.elements import Element, elements
from sitegen.markup.styles import declared, pixels
from sitegen.problems import NOTHING, Message, message

FULFILLED, BROKEN, NOT_APPLICABLE, OPEN = "fulfilled", "broken", "not_applicable", "to_confirm"
STATES = (FULFILLED, BROKEN, NOT_APPLICABLE, OPEN)
SHORT = re.compile(r"(?<!\w)(ЕС|EU|E\.U\.)(?!\w)")
SLANTED = ("i", "em", "cite", "var", "dfn", "address")
LINED = ("u", "ins", "a")
EFFECTS = ("text-shadow", "-webkit-text-stroke", "background-clip", "text-transform", "font-variant", "letter-spacing")
PLAIN = frozenset({"", "none", "normal", "1", "100%", "border-box", "0", "auto"})
PUSHES = (
    "margin",
    "margin-top",
    "margin-block",
    "margin-block-start",
    "padding",
    "padding-top",
    "padding-block",
    "top",
)


@dataclass(frozen=True)
class Finding:
    """What a rule finds on a page."""

    rule: str
    state: str
    what: Message = NOTHING
    in_source: bool = False
    """Whether the content lacks it, which is told there."""


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What a page has to show."""

    lines: tuple[str, ...]
    """The words beside the emblem."""
    strange: tuple[str, ...]
    """The names of the funds that do not pay."""
    emblem: str
    """The name of the emblem in the page's language."""
    height: int
    ratio: float
    colours: tuple[str, ...]
    screen: tuple[int, ...]
    fonts: tuple[str, ...]
    inks: tuple[str, ...]


@lru_cache(maxsize=256)
def judged(top: str, css: str, expected: Expected) -> tuple[Finding, ...]:
    """Every rule about the emblem and the words beside it; `top`: the page down to the end of its header."""
    return tuple(Look(elements(top), css, expected).findings())


class Look:
    """A look at the top of a page."""

    def __init__(self, root: Element, css: str, expected: Expected) -> None:
        self.root, self.css, self.expected = root, css, expected

    def findings(self) -> Iterator[Finding]:
        """The rules in order; without an emblem there is nothing more to say of it."""
        emblem = self.emblem
        if emblem is None:
            yield Finding("emblem", BROKEN, message("the emblem of the Union is missing in the header"))
            return
        yield Finding("emblem", FULFILLED)
        yield self.shape(emblem)
        yield self.colours(emblem)
        yield self.height(emblem)
        yield self.seen(emblem)
        yield self.first_screen(emblem)
        yield self.logos(emblem)
        yield from self.statement(emblem)

    @cached_property
    def emblem(self) -> Element | None:
        """The drawing or picture that is named, or marked, as the emblem, within the header where there is one."""
        pictures = [one for one in self.root.walk() if one.node.tag in ("svg", "img")]
        return next((one for one in pictures if self.is_emblem(one)), None)

    def is_emblem(self, one: Element) -> bool:
        """Whether a picture is the emblem."""
        names = (one.node.get("aria-label"), one.node.get("alt"), one.node.get("title"))
        return "emblem" in one.node.classes or self.expected.emblem in names

    def styles(self, one: Element) -> dict[str, str]:
        """What the styles say of an element on the smallest screen."""
        return dict(declared(self.css, one.chain, self.expected.screen[0]))

    def inherited(self, one: Element, name: str) -> str:
        """What is said of an element, or of the nearest one it stands in."""
        found = (self.styles(each).get(name, "") for each in (one, *one.above))
        return next((value for value in found if value not in ("", "inherit")), "")

    def faults(self, emblem: Element) -> tuple[str, ...]:
        """What of the drawing is wrong; of a picture in a file of its own nothing can be told."""
        if emblem.node.tag != "svg":
            return ()
        field, star = self.expected.colours
        return emblem_shape.faults(source(emblem), self.expected.ratio, field, star)

    def shape(self, emblem: Element) -> Finding:
        """The geometry, and what styles do to it."""
        if emblem.node.tag != "svg":
            what = message("the emblem is a picture in a file: compare it with the official one")
            return Finding("emblem_shape", OPEN, what)
        width, height = self.size(emblem)
        is_drawn = not {"shape", "field", "stars"} & set(self.faults(emblem))
        is_right = not width or not height or abs(width / height - self.expected.ratio) < 0.02
        bent = [name for name in ("transform", "rotate", "scale", "clip-path", "mask") if self.changed(emblem, name)]
        if is_drawn and is_right and not bent:
            return Finding("emblem_shape", FULFILLED)
        what = message("the emblem is not the true one: its proportions or its stars are altered")
        return Finding("emblem_shape", BROKEN, what)

    def colours(self, emblem: Element) -> Finding:
        """Its two colours, which neither the drawing nor the styles may change."""
        fills = [self.styles(one).get("fill", "") for one in emblem.walk() if one is not emblem]
        dimmed = [name for name in ("filter", "opacity", "mix-blend-mode") if self.changed(emblem, name)]
        if "colours" in self.faults(emblem) or any(fills) or dimmed:
            field, stars = self.expected.colours
            what = message("the emblem is not in its colours: field {field}, stars {stars}", field=field, stars=stars)
            return Finding("emblem_colours", BROKEN, what)
        return Finding("emblem_colours", FULFILLED if emblem.node.tag == "svg" else OPEN)

    def changed(self, one: Element, name: str) -> bool:
        """Whether a property is set on an element, or on what it stands in."""
        return any(self.styles(each).get(name, "") not in PLAIN for each in (one, *one.above))

    def size(self, picture: Element) -> tuple[float, float]:
        """Width and height in pixels; 0 for what cannot be told."""
        styles, node = self.styles(picture), picture.node
        em = self.em
        given = {name: pixels(styles.get(name, ""), em) for name in ("width", "height")}
        width = given["width"] if "width" in styles else number(node.get("width"))
        height = given["height"] if "height" in styles else number(node.get("height"))
        ratio = ratio_of(picture)
        if height is None and styles.get("height", "auto") == "auto" and width and ratio:
            height = width / ratio
        if width is None and styles.get("width", "auto") == "auto" and height and ratio:
            width = height * ratio
        for name in ("max-height", "max-width"):
            limit = pixels(styles.get(name, ""), em)
            now = height if name == "max-height" else width
            if limit is not None and now and now > limit:
                part = limit / now
                width, height = (width or 0) * part, (height or 0) * part
        return width or 0.0, height or 0.0

    @cached_property
    def em(self) -> float:
        """The size of type of the page, in pixels."""
        html = next((one for one in self.root.walk() if one.node.tag == "html"), None)
        size = self.styles(html).get("font-size", "") if html else ""
        return 16 * float(size[:-1]) / 100 if re.fullmatch(r"\d+\.?\d*%", size) else pixels(size) or 16.0

    def height(self, emblem: Element) -> Finding:
        """How high it is."""
        _, height = self.size(emblem)
        if not height:
            what = message(
                "the height of the emblem depends on the browser: check --report visibility --measure tells it"
            )
            return Finding("emblem_height", OPEN, what)
        if height < self.expected.height:
            what = message(
                "the emblem is {height} px high, less than {least} px",
                height=f"{height:g}",
                least=self.expected.height,
            )
            return Finding("emblem_height", BROKEN, what)
        return Finding("emblem_height", FULFILLED)

    def seen(self, emblem: Element) -> Finding:
        """Whether anything hides it."""
        for one in (emblem, *emblem.above):
            styles, attributes = self.styles(one), dict(one.node.attributes)
            hidden = styles.get("display") == "none" or styles.get("visibility") in ("hidden", "collapse")
            clipped = styles.get("clip-path", "none") != "none" or styles.get("content-visibility") == "hidden"
            nothing = styles.get("opacity") in ("0", "0%") or "hidden" in attributes or one.node.tag == "noscript"
            if hidden or clipped or nothing:
                what = message("the emblem is hidden: '{tag}'", tag=one.source[:80])
                return Finding("emblem_visible", BROKEN, what)
        return Finding("emblem_visible", FULFILLED)

    def first_screen(self, emblem: Element) -> Finding:
        """Whether it stands in the header, and nothing pushes it down; a browser knows how far."""
        in_header = any(one.node.tag == "header" for one in emblem.above)
        pushed = sum(max(0.0, push) for one in (emblem, *emblem.above) for push in self.pushes(one))
        is_away = any(self.is_away(one) for one in (emblem, *emblem.above))
        if not in_header or pushed + self.expected.height > self.expected.screen[1] or is_away:
            width, height = self.expected.screen
            what = message("the emblem is not in the first screen of {width} × {height} px", width=width, height=height)
            return Finding("first_screen", BROKEN, what)
        return Finding("first_screen", FULFILLED)

    def pushes(self, one: Element) -> Iterator[float]:
        """How far an element is moved down by its styles."""
        styles = self.styles(one)
        for name in PUSHES:
            first = styles.get(name, "").split(" ")[0]
            height = re.fullmatch(r"(\d+\.?\d*)[dls]?vh", first)
            length = float(height[1]) * self.expected.screen[1] / 100 if height else pixels(first, self.em)
            if length and not (name == "top" and styles.get("position", "static") == "static"):
                yield length

    def is_away(self, one: Element) -> bool:
        """Whether an element is put where nobody looks, or behind the rest of the page."""
        styles = self.styles(one)
        far = (pixels(styles.get(name, ""), self.em) or 0.0 for name in ("left", "top", "text-indent", "margin-left"))
        is_fixed = styles.get("position") in ("absolute", "fixed", "sticky") and "bottom" in styles
        return is_fixed or any(length < -100 for length in far)

    def logos(self, emblem: Element) -> Finding:
        """Other logos of the page; those whose size is unknown are left to a browser."""
        width, height = self.size(emblem)
        for one in self.root.walk():
            is_logo = one.node.tag in ("img", "svg") and one is not emblem and self.is_logo(one)
            other = self.size(one) if is_logo else (0.0, 0.0)
            if other[0] > width > 0 and other[1] > height > 0:
                what = message("a logo of {size} px is larger than the emblem", size=f"{other[0]:g} × {other[1]:g}")
                return Finding("largest_logo", BROKEN, what)
        return Finding("largest_logo", FULFILLED)

    def is_logo(self, one: Element) -> bool:
        """Whether a picture is a logo: it is called so, or stands in the header."""
        return any("logo" in name for name in one.node.classes) or any(a.node.tag == "header" for a in one.above)

    # ── the words ───────────────────────────────────────────────────────────────────────────────────────────

    def statement(self, emblem: Element) -> Iterator[Finding]:
        """The rules about the words beside it."""
        block = next((one for one in emblem.above if one.text.strip()), None)
        words = plain(block.text) if block else ""
        left = words
        first, *funds = self.expected.lines
        for line in self.expected.lines:
            left = left.replace(plain(line), " ", 1)
        missing = [] if plain(first) in words else [first]
        what = message("beside the emblem these words are missing: {words}", words=first)
        yield told("statement", what, missing)
        wrong = [name for name in funds if plain(name) not in words]
        what = message("the words beside the emblem do not name the fund: {words}", words=", ".join(wrong))
        strange = [name for name in self.expected.strange if plain(name) in left]
        if strange:
            what = message("the words beside the emblem name a fund that does not pay: {words}", words=strange[0])
        yield told("fund", what, [*wrong, *strange])
        short = SHORT.findall(" ".join(block.text.split())) if block else []
        what = message("the name of the Union is shortened: {words}", words=", ".join(short))
        yield told("in_full", what, short)
        if block:
            spoken = [one for one in block.walk() if one.node.tag != "svg" and has_words(one)]
            yield from self.lettering(spoken)

    def lettering(self, spoken: list[Element]) -> Iterator[Finding]:
        """Typeface, plainness and colour of the words."""
        families = (self.inherited(one, "font-family") for one in spoken)
        wrong = [family for family in families if first_of(family) not in self.expected.fonts]
        what = message("the words beside the emblem are set in: {words}", words=", ".join(wrong[:1]))
        yield told("statement_fonts", what, wrong)
        effects = list(dict.fromkeys(effect for one in spoken for effect in self.effects(one)))
        what = message("the words beside the emblem have: {words}", words=", ".join(effects))
        yield told("statement_plain", what, effects)
        inks = [self.inherited(one, "color") for one in spoken]
        strange = [ink for ink in inks if ink[:1] == "#" and colour(ink) not in self.expected.inks]
        what = message("the words beside the emblem have the colour: {words}", words=", ".join(strange[:1]))
        yield told("statement_colours", what, strange)

    def effects(self, one: Element) -> Iterator[str]:
        """What no word beside the emblem may have."""
        if one.node.tag in SLANTED or self.inherited(one, "font-style").startswith(("italic", "oblique")):
            yield "italic"
        above = (one, *one.above)
        if any(self.is_lined(each) for each in above):
            yield "underline"
        yield from (name for name in EFFECTS if self.inherited(one, name) not in PLAIN)

    def is_lined(self, one: Element) -> bool:
        """Whether an element has a line under it, by its styles or by itself."""
        styles = self.styles(one)
        line = styles.get("text-decoration-line", "") or styles.get("text-decoration", "")
        return "underline" in line or (one.node.tag in LINED and "none" not in line)


def told(rule: str, what: Message, wrong: list[str]) -> Finding:
    """A finding about words; nothing wrong is fine."""
    return Finding(rule, BROKEN, what) if wrong else Finding(rule, FULFILLED)


def plain(text: str) -> str:
    """Words for comparing: without soft hyphens, in one line and in small letters."""
    return " ".join(text.replace("\u00ad", "").split()).casefold()


def has_words(one: Element) -> bool:
    """Whether words stand right in an element."""
    return any(isinstance(child, str) and child.strip() for child in one.children)


def first_of(family: str) -> str:
    """The typeface that is tried first."""
    return family.split(",", maxsplit=1)[0].strip().strip("\"'")


def colour(value: str) -> str:
    """A colour in six digits and capital letters."""
    if re.fullmatch(r"#[0-9a-fA-F]{3}", value):
        return "#" + "".join(2 * sign for sign in value[1:]).upper()
    return value.upper()


def number(text: str) -> float | None:
    """The number of an attribute; None for what is none."""
    found = re.fullmatch(r"\s*(\d+\.?\d*|\.\d+)(?:px)?\s*", text)
    return float(found[1]) if found else None


def ratio_of(picture: Element) -> float:
    """Width to height as the picture itself has it; 0 where it cannot be told."""
    box = re.findall(r"-?\d+\.?\d*", picture.node.get("viewbox"))
    if len(box) == 4 and float(box[3]):
        return float(box[2]) / float(box[3])
    width, height = number(picture.node.get("width")), number(picture.node.get("height"))
    return width / height if width and height else 0.0


def source(picture: Element) -> str:
    """A drawing as text, for comparing it."""
    inside = "".join(source(child) for child in picture.children if isinstance(child, Element))
    return f"{picture.source.removesuffix('/>').removesuffix('>')}>{inside}</{picture.node.tag}>"
