"""The colours of the theme can be read: each declared one on the grounds where it stands (WCAG 2.2, 1.4.3, 1.4.11)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.checks.inspection import Inspection
from sitegen.markup.tokens import DARK, LIGHT, PRINT, SCHEMES, colour, painted, tokens
from sitegen.model.colour import contrast
from sitegen.problems import Message, Mistake, Problem, message

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
WHERE: Mapping[str, Message] = {
    LIGHT: message("in light mode"),
    DARK: message("in dark mode"),
    PRINT: message("on paper"),
}


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Pairs that are too alike, in any of the schemes."""
    config = inspection.site.config
    told: set[tuple[str, str]] = set()
    for scheme in SCHEMES:
        for ink, ground, ratio, least in too_alike(config.theme_style, scheme):
            if (ink, ground) not in told:
                told.add((ink, ground))
                yield faint(ink, ground, ratio, least, WHERE[scheme]).at(config.at("theme"))


def too_alike(css: str, scheme: str) -> Iterator[tuple[str, str, float, float]]:
    """Colour, ground, their contrast and what it should be."""
    known = tokens(css, scheme)
    for ink, ground, least in PAIRS if scheme != PRINT else ():
        one = colour(f"var({ink})" if ink.startswith("--") else ink, known)
        other = colour(f"var({ground})", known)
        if one and other and contrast(one, other) < least:
            yield f"{ink} {one}" if ink != one else ink, f"{ground} {other}", contrast(one, other), least
    for rule in painted(css, scheme):
        if contrast(rule.ink, rule.ground) < WORDS:
            yield f"{rule.selector} {rule.ink}", rule.ground, contrast(rule.ink, rule.ground), WORDS


def faint(ink: str, ground: str, ratio: float, least: float, where: Message) -> Mistake:
    """The complaint about colours that are hard to tell apart."""
    complaint = message(
        "the colour {ink} on {ground} has the contrast {ratio}:1 {where}, {least}:1 is needed",
        ink=ink,
        ground=ground,
        ratio=f"{int(ratio * 100) / 100:.2f}",
        where=where,
        least=f"{least:g}",
    )
    return Mistake("THM-08", complaint, message("State a colour for light and one for dark in the theme's site.css."))
