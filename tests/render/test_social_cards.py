"""The cards as pictures: size, colours, margins, the emblem by its geometry, and the same bytes everywhere."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from math import cos, pi, sin
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from sitegen.model.dates import FuzzyDate
from sitegen.model.language import Phrase
from sitegen.model.money import Money
from sitegen.render.emblem import emblem
from sitegen.render.png import SIGNATURE, png
from sitegen.render.social_cards import BAND, EDGE, EMBLEM, HEIGHT, PLATE, WIDTH, CardView, draw_card
from sitegen.render.theme import load_theme
from sitegen.render.views.body import Term
from sitegen.render.views.frame import StripView
from sitegen.render.workshop import Workshop

LARGEST = 45_000
"""Bytes of a card with as much text as there is room for."""
LONG = {
    "bg": "Подобряване на социалната инфраструктура и гарантиране на устойчив модел за деинституционализация " * 4,
    "en": "Improving the social infrastructure and guaranteeing a sustainable model of deinstitutionalisation " * 4,
    "ru": "Улучшение социальной инфраструктуры и обеспечение устойчивой модели деинституционализации объектов " * 4,
}
STRIP = StripView(regime="2014-2020", acknowledgement="legacy", funds=("erdf",))
CARD = CardView(
    language="bg",
    owner=Phrase("Община Пример", "bg"),
    title=Phrase("Обновяване на парка", "bg"),
    lead=Phrase("", "bg"),
    total=Money(26331532, "EUR"),
    start=FuzzyDate(2018, 1, 9),
    end=FuzzyDate(2020),
    spot_key="place",
    spot=(Phrase("Градски парк", "bg"),),
    strip=STRIP,
)
BLUE, GOLD, WHITE, NAVY = (0x00, 0x33, 0x99), (0xFF, 0xCC, 0x00), (255, 255, 255), (0x0B, 0x2F, 0x6B)
DRAW = "import hashlib; from tests.render.test_social_cards import CARD, workshop_of; from sitegen.render.social_cards import draw_card; print(hashlib.sha256(draw_card(workshop_of(), CARD)).hexdigest())"


def workshop_of() -> Workshop:
    return Workshop(load_theme(None, ("bg", "en", "ru"))[0])


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return workshop_of()


def picture(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def light(made: Image.Image, x: float, y: float) -> int:
    value = made.getpixel((round(x), round(y)))
    assert isinstance(value, int)
    return value


@pytest.mark.parametrize("language", ["bg", "en", "ru"])
def test_a_card_is_what_networks_want_and_light(workshop: Workshop, language: str) -> None:
    content = draw_card(workshop, replace(CARD, language=language, title=Phrase(LONG[language], language)))
    with Image.open(BytesIO(content)) as made:
        assert (made.format, made.mode, made.size, made.info) == ("PNG", "P", (1200, 630), {})
        made.load()
    assert len(content) <= LARGEST


@pytest.mark.parametrize("language", ["bg", "en", "ru"])
def test_nothing_stands_in_the_margins(workshop: Workshop, language: str) -> None:
    card = replace(
        CARD,
        language=language,
        title=Phrase(LONG[language], language),
        owner=Phrase(LONG[language], language),
        spot=(Phrase(LONG[language], language),),
    )
    made = picture(draw_card(workshop, card))
    for side in ((0, BAND, EDGE - 2, HEIGHT - PLATE), (WIDTH - EDGE + 4, BAND, WIDTH, HEIGHT - PLATE)):
        assert made.crop(side).getcolors() == [((side[2] - side[0]) * (side[3] - side[1]), WHITE)]
    for side in ((0, 0, EDGE - 2, BAND), (WIDTH - EDGE + 4, 0, WIDTH, BAND)):
        assert made.crop(side).getcolors() == [((side[2] - side[0]) * BAND, NAVY)]


def test_the_emblem_is_drawn_by_its_geometry() -> None:
    made = emblem(180, 0, 255)
    assert made.size == (270, 180)
    for hour in range(12):
        x, y = 135 + 60 * sin(pi * hour / 6), 90 - 60 * cos(pi * hour / 6)
        assert light(made, x, y) == 255
        assert light(made, x, y - 8) > 128  # one point straight up
        assert light(made, x, y + 8) == 0  # and none straight down
        assert light(made, x, y - 12) == 0
    for corner in ((0, 0), (269, 0), (0, 179), (269, 179), (135, 90)):
        assert made.getpixel(corner) == 0
    area = sum(level * count for count, level in made.getcolors() or [] if isinstance(level, int)) / 255
    assert area == pytest.approx(12 * 1.1226 * 10**2, rel=0.05)  # of a pentagram with radius 10


def test_the_emblem_stands_in_colour_and_nothing_covers_it(workshop: Workshop) -> None:
    made = picture(draw_card(workshop, CARD))
    top = HEIGHT - PLATE + (PLATE - EMBLEM) // 2
    flag = made.crop((EDGE, top, EDGE + EMBLEM * 3 // 2, top + EMBLEM))
    counted = {colour: count for count, colour in flag.getcolors() or []}
    assert sum(counted.values()) == EMBLEM * EMBLEM * 3 // 2
    assert counted[BLUE] > counted[GOLD] > 200
    around = made.crop((0, top - 6, EDGE - 1, top + EMBLEM + 6))
    assert around.getcolors() == [(around.width * around.height, WHITE)]


def test_what_the_state_alone_pays_for_bears_no_emblem(workshop: Workshop) -> None:
    strip = StripView(regime="national", acknowledgement="legacy", funds=("national",))
    made = picture(draw_card(workshop, replace(CARD, strip=strip)))
    assert not {BLUE, GOLD} & {colour for _, colour in made.getcolors(1 << 20) or []}


def test_the_band_has_the_colour_of_the_site(workshop: Workshop) -> None:
    made = picture(draw_card(workshop, replace(CARD, brand="#14532d")))
    assert made.getpixel((5, 5)) == (0x14, 0x53, 0x2D)


@pytest.mark.parametrize(
    "change",
    [
        {"language": "ru"},
        {"owner": Phrase("Община Друга", "bg")},
        {"title": Phrase("Обновяване на улицата", "bg")},
        {"lead": Phrase("Накратко", "bg")},
        {"total": Money(26331533, "EUR")},
        {"start": FuzzyDate(2018, 1, 10)},
        {"end": None},
        {"spot_key": "role.beneficiary"},
        {"spot": (Phrase("Център", "bg"),)},
        {"strip": replace(STRIP, funds=("esf",))},
        {"brand": "#14532d"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_a_card_is_given_is_seen_on_it(workshop: Workshop, change: dict[str, object]) -> None:
    assert draw_card(workshop, replace(CARD, **change)) != draw_card(workshop, CARD)  # type: ignore[arg-type]


def test_a_title_without_a_letter_that_can_be_drawn_is_no_bug(workshop: Workshop) -> None:
    card = replace(CARD, title=Phrase("საქართველო", "ka"), owner=Phrase("", ""))
    assert picture(draw_card(workshop, card)).size == (1200, 630)


@pytest.mark.long
def test_another_process_draws_the_same_bytes(workshop: Workshop) -> None:
    here = hashlib.sha256(draw_card(workshop, CARD)).hexdigest()
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "LANG": "C"}
        told = subprocess.run(
            [sys.executable, "-c", DRAW],
            check=True,
            capture_output=True,
            text=True,
            env=environment,
            cwd=Path(__file__).parents[2],
        )
        assert told.stdout.strip() == here


def test_a_written_png_is_read_as_it_was_drawn() -> None:
    drawn = Image.new("L", (37, 23), 1)
    ImageDraw.Draw(drawn).ellipse((3, 2, 30, 20), fill=3, outline=2)
    content = png(drawn, bytes(range(12)))
    assert content.startswith(SIGNATURE)
    with Image.open(BytesIO(content)) as read:
        read.load()
        assert read.tobytes() == drawn.tobytes()
        assert read.getpalette()[:12] == list(range(12))  # type: ignore[index]


@pytest.mark.parametrize(
    ("regime", "acknowledgement", "funds", "keys"),
    [
        ("2021-2027", "cofunded", ("erdf",), ["acknowledgement.cofunded"]),
        ("2021-2027", "funded", ("erdf",), ["acknowledgement.funded"]),
        ("rrf", "funded", ("rrf",), ["acknowledgement.rrf"]),
        ("rrf", "cofunded", ("rrf",), ["acknowledgement.cofunded"]),
        ("phare", "legacy", ("phare",), ["acknowledgement.phare"]),
        ("national", "legacy", ("national",), ["acknowledgement.national"]),
        ("2014-2020", "legacy", ("erdf", "national"), ["acknowledgement.union", "fund.erdf"]),
        ("2014-2020", "legacy", ("erdf", "esf"), ["acknowledgement.union", "acknowledgement.esi"]),
        ("2007-2013", "legacy", ("erdf", "esf"), ["acknowledgement.union", "fund.erdf", "fund.esf"]),
    ],
)
def test_the_words_beside_the_emblem(
    regime: str, acknowledgement: str, funds: tuple[str, ...], keys: list[str]
) -> None:
    strip = StripView(regime=regime, acknowledgement=acknowledgement, funds=funds)
    assert strip.lines == tuple(Term(key) for key in keys)
