"""The letters of pictures: none is missing, Bulgarian and Russian forms differ, and a text fits or is cut after a word."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.render.lettering import (
    BOLD,
    FOLDER,
    KNOWN,
    REGULAR,
    RUSSIAN_FORMS,
    STATEMENT,
    Face,
    drawable,
    fitted,
    font,
)

FONTS = (REGULAR, BOLD, STATEMENT)
BULGARIAN = "абвгдежзийклмнопрстуфхцчшщъьюя" + "ѝ"
RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
ENGLISH = "abcdefghijklmnopqrstuvwxyz"
MARKS = "0123456789.,:;!?()[]/%+-–—„“”‘’«»…№€§×°•·@&#*\"'<>=_"
WANTED = {letter for word in (BULGARIAN, RUSSIAN, ENGLISH) for letter in word + word.upper()} | {*MARKS}
NOBODY = "\uffff"
FACE = Face(BOLD, (60, 40, 30))
LARGEST = 170_000
"""Bytes of all fonts, which lie in the package and are not published."""


@pytest.mark.parametrize("name", FONTS)
def test_no_letter_is_missing(name: str) -> None:
    cmap = TTFont(FOLDER / f"{name}.ttf").getBestCmap()
    assert cmap.keys() >= KNOWN
    assert {ord(letter) for letter in WANTED} <= KNOWN
    assert set(RUSSIAN_FORMS.values()) <= cmap.keys()


@pytest.mark.parametrize("name", FONTS)
@pytest.mark.parametrize("language", ["bg", "ru", "en"])
def test_each_letter_is_drawn_as_itself(name: str, language: str) -> None:
    nothing = bytes(font(name, 40).getmask(NOBODY))
    drawn = {letter: bytes(font(name, 40).getmask(drawable(letter, language))) for letter in WANTED}
    assert [letter for letter, mask in drawn.items() if mask == nothing or not any(mask)] == []


@pytest.mark.parametrize("name", [REGULAR, BOLD])
def test_bulgarian_and_russian_forms(name: str) -> None:
    differing = {
        letter
        for letter in BULGARIAN
        if bytes(font(name, 40).getmask(drawable(letter, "bg")))
        != bytes(font(name, 40).getmask(drawable(letter, "ru")))
    }
    assert {*"вгджзийклптцшщю"} <= differing
    assert not differing & {*"аеорсух"}


def test_the_fonts_are_small_and_their_licences_lie_beside_them() -> None:
    assert sum(file.stat().st_size for file in FOLDER.glob("*.ttf")) <= LARGEST
    assert sorted(file.stem for file in FOLDER.glob("*.ttf")) == sorted(FONTS)
    assert "SIL Open Font License, Version 1.1" in (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert "UBUNTU FONT LICENCE Version 1.0" in (FOLDER / "UFL.txt").read_text(encoding="utf-8")
    assert "derivative" in str(TTFont(FOLDER / f"{STATEMENT}.ttf")["name"].getDebugName(1))


@pytest.mark.parametrize("name", FONTS)
def test_nothing_is_left_to_a_shaper_or_a_hinter(name: str) -> None:
    made = TTFont(FOLDER / f"{name}.ttf")
    assert not {"GSUB", "GPOS", "fpgm"} & set(made.keys())
    assert len(made["prep"].program.getBytecode()) > 7  # with less FreeType hints by itself
    letters = font(name, 100)
    assert letters.getlength("То") + letters.getlength("Ау") > letters.getlength("ТоАу") - 1
    assert letters.getlength("Т") + letters.getlength("о") > letters.getlength("То")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Ĉasopis ½", "Casopis 1/2"),
        ("е\u0301", "е"),
        ("a\u2011b", "a-b"),
        ("дом 😀 Ελλάδα", "дом  "),
        ("парк в село", "парк в\u00a0село"),
        ("и с него", "и\u00a0с\u00a0него"),
    ],
)
def test_what_there_is_not_is_written_plainly_or_left_out(written: str, shown: str) -> None:
    assert drawable(written, "bg") == shown


def test_a_short_text_has_the_largest_size_and_a_long_one_a_smaller() -> None:
    short, long = fitted(("Парк",), FACE, 600, 100), fitted(("Нов парк в града",) * 2, FACE, 600, 100)
    assert (short.size, short.lines) == (60, ("Парк",))
    assert long.size == 40
    assert not long.is_cut


def test_what_fits_nowhere_is_cut_after_a_word() -> None:
    text = "Изграждане на детска градина, " * 9
    whole = fitted((text,), FACE, 600, 100)
    assert whole.is_cut
    assert whole.size == 30
    assert len(whole.lines) == 2
    shown = " ".join(whole.lines)
    assert shown.endswith("…")
    assert text.startswith(shown.removesuffix("…"))
    assert not shown.endswith(",…")
    assert text[len(shown) - 1] in " ,"


WORDS = st.lists(st.text("абвщЖ wW–iі", min_size=1, max_size=60), min_size=1, max_size=20).map(" ".join)


@settings(max_examples=settings().max_examples // 8)
@given(WORDS, st.integers(60, 900), st.integers(20, 400))
def test_no_line_is_wider_than_the_space_and_no_word_is_lost(text: str, width: int, height: int) -> None:
    text = drawable(text, "bg")
    made = fitted((text,), FACE, width, height)
    assert all(made.letters.getlength(line) <= width + 2 for line in made.lines)
    assert made.height <= max(height, made.pitch)
    if not made.is_cut and max((made.letters.getlength(word) for word in text.split(" ")), default=0) <= width:
        assert " ".join(made.lines).split(" ") == [word for word in text.split(" ") if word] or not made.lines
