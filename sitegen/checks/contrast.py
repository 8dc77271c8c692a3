"""The colours of the theme can be read: each declared one on the grounds where it stands (WCAG 2.2, 1.4.3, 1.4.11)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.checks.inspection import Inspection
from sitegen.markup.tokens import DARK, LIGHT, PRINT, SCHEMES, colour, declared_at, painted, selected_at, tokens
from sitegen.model.colour import contrast
from sitegen.model.config import Config
from sitegen.problems import Location, Message, Mistake, Problem, message
from sitegen.text.spots import spot

WORDS = 4.5
"""Of words with their ground (SC 1.4.3)."""
SIGNS = 3.0
"""Of what is no word: borders of controls, parts of charts (SC 1.4.11)."""
INKS = ("--ink", "--muted", "--link", "--hover", "--visited")
PAIRS: tuple[tuple[str, str, float], ...] = (
    *((ink, ground, WORDS) for ink in INKS for ground in ("--bg", "--soft")),
    ("--ink", "--tint", WORDS),
    ("--link", "--tint", WORDS),
    ("--ok", "--ok-bg", WORDS),
    ("--warn", "--warn-bg", WORDS),
    ("--ink", "--warn-bg", WORDS),
    ("--err", "--err-bg", WORDS),
    ("#fff", "--brand", WORDS),
    ("--brand-sub", "--brand", WORDS),
    ("#14213d", "--gold", WORDS),
    *((sign, "--bg", SIGNS) for sign in ("--control", "--s1", "--s2", "--s3")),
    ("--control", "--soft", SIGNS),
)  # fmt: skip
"""What stands on what in the default templates, and how far apart they must be."""
JUDGED = frozenset((ink, ground) for ink, ground, _ in PAIRS)
ON_PAPER = tuple((ink, "#ffffff", WORDS) for ink in ("--ink", "--muted", "--link", "--visited"))
"""The same where browsers leave the grounds out."""
WHERE: Mapping[str, Message] = {
    LIGHT: message("in light mode"),
    DARK: message("in dark mode"),
    PRINT: message("on paper"),
}


@dataclass(frozen=True)
class Faint:
    """Two colours that are too alike."""

    ink: str
    """How it is called: a token, a colour, or the rule that has both."""
    inked: str
    ground: str
    grounded: str
    least: float
    said: tuple[str, str]
    """The tokens, or what else the colours are stated by."""

    @property
    def ratio(self) -> float:
        """Their contrast."""
        return contrast(self.inked, self.grounded)


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Pairs that are too alike, in any of the schemes."""
    config = inspection.site.config
    told: set[tuple[str, str]] = set()
    for scheme in SCHEMES:
        for pair in too_alike(config.theme_style, scheme):
            if (pair.ink, pair.ground) not in told:
                told.add((pair.ink, pair.ground))
                yield complaint(pair, WHERE[scheme]).at(place(config, pair, scheme))


def too_alike(css: str, scheme: str) -> Iterator[Faint]:
    """The pairs whose contrast is not enough; on paper there is no ground but the paper."""
    known = tokens(css, scheme)
    for ink, ground, least in PAIRS if scheme != PRINT else ON_PAPER:
        one = colour(f"var({ink})" if ink.startswith("--") else ink, known)
        other = colour(f"var({ground})" if ground.startswith("--") else ground, known)
        if one and other and contrast(one, other) < least:
            yield Faint(ink, one, ground, other, least, (ink, ground))
    for rule in painted(css, scheme, known):
        if rule.said not in JUDGED and contrast(rule.ink, rule.ground) < WORDS:
            yield Faint(rule.selector, rule.ink, "", rule.ground, WORDS, rule.said)


def place(config: Config, pair: Faint, scheme: str) -> Location:
    """Where the site's own theme states one of the colours, else where it is chosen."""
    known = tokens(config.theme_style, scheme)
    for file, text in reversed(config.theme_own_styles):
        for at in (
            selected_at(text, pair.ink) if not pair.ground else None,
            declared_at(text, pair.said[0], pair.inked, known),
            declared_at(text, pair.said[1], pair.grounded, known),
        ):
            if at is not None:
                return Location(file, *spot(text, at))
    return config.at("theme")


def complaint(pair: Faint, where: Message) -> Mistake:
    """What is told of colours that are hard to tell apart."""
    what = message(
        "the colour {ink} on {ground} has the contrast {ratio}:1 {where}, {least}:1 is needed",
        ink=called(pair.ink, pair.inked),
        ground=called(pair.ground, pair.grounded),
        ratio=f"{int(pair.ratio * 100) / 100:.2f}",
        where=where,
        least=f"{pair.least:g}",
    )
    return Mistake("THM-08", what, message("State a colour for light and one for dark in the theme's site.css."))


def called(name: str, value: str) -> str:
    """A colour with the name of its token or rule."""
    return f"{name} {value}" if name and name != value else value
