"""Mixed scripts, letters that look alike."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.text.languages import CYRILLIC, LATIN
from sitegen.text.scripts import (
    CYRILLIC_OF,
    LATIN_OF,
    LONGEST,
    as_cyrillic,
    as_latin,
    main_script,
    meant_script,
    mixed_words,
    respelled,
    strangers,
    with_hyphen,
)


def test_the_table_goes_from_script_to_script_in_one_letter_case() -> None:
    for cyrillic, latin in LATIN_OF.items():
        assert unicodedata.name(cyrillic).startswith("CYRILLIC")
        assert unicodedata.name(latin).startswith("LATIN")
        assert cyrillic.isupper() == latin.isupper()
    assert len(CYRILLIC_OF) == len(LATIN_OF) - 6


@given(st.text())
def test_translating_keeps_the_length(text: str) -> None:
    assert len(as_latin(text)) == len(as_cyrillic(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cтартира нов парк", [(0, "Cтартира")]),
        ("нов пaрк, пaрк", [(4, "пaрк"), (10, "пaрк")]),
        ("Wi-Fiят", [(3, "Fiят")]),
        ("ХIХ век", [(0, "ХIХ")]),
        ("пaрк", [(0, "пaрк")]),  # a stressed letter
        ("под\u00adкрeпа", [(0, "под\u00adкрeпа")]),
        ("#EUвБългария #пaрк", [(14, "пaрк")]),
        # nothing mixed
        ("IT-специалист, e-услуги, ЕСФ+, C01, 2в1, BG05М9", []),
        ("Park in Sofia", []),
        ("Паркът на Москва", []),
        ("VIIIа и XXти, Яndex", []),
        ("a" * LONGEST + "в", []),
    ],
)
def test_mixed_words(text: str, expected: list[tuple[int, str]]) -> None:
    assert list(mixed_words(text)) == expected


@pytest.mark.parametrize(
    ("word", "usual", "meant", "right"),
    [
        ("Cтартира", CYRILLIC, CYRILLIC, "Стартира"),
        ("Cтартира", LATIN, CYRILLIC, "Стартира"),
        ("Coфия", CYRILLIC, CYRILLIC, "София"),
        ("EUROPЕ", CYRILLIC, LATIN, "EUROPE"),
        ("ХХI", CYRILLIC, LATIN, "XXI"),
        ("кWh", CYRILLIC, LATIN, "kWh"),
        ("Cе", CYRILLIC, CYRILLIC, "Се"),
        ("Cе", LATIN, LATIN, "Ce"),
        ("Cе", "", CYRILLIC, "Се"),
        # both are possible, and most letters speak against the language
        ("СOP", CYRILLIC, CYRILLIC, ""),
        ("СOP", LATIN, LATIN, "COP"),
        ("СOP", "", LATIN, "COP"),
        # neither is possible
        ("Iван", CYRILLIC, CYRILLIC, ""),
        ("онлайn", LATIN, CYRILLIC, ""),
        ("Fiят", LATIN, LATIN, ""),
        # an ending without its hyphen
        ("COVIDа", CYRILLIC, LATIN, ""),
        ("COVIDа", LATIN, LATIN, "COVIDa"),
    ],
)
def test_the_script_that_is_meant(word: str, usual: str, meant: str, right: str) -> None:
    assert meant_script(word, usual) == meant
    assert respelled(word, usual) == right


@pytest.mark.parametrize(
    ("word", "usual", "expected"),
    [
        ("PDFът", CYRILLIC, "PDF-ът"),
        ("COVIDа", CYRILLIC, "COVID-а"),
        ("COVIDа", LATIN, ""),
        ("Coфия", CYRILLIC, ""),
        ("онлайn", CYRILLIC, ""),
    ],
)
def test_with_hyphen(word: str, usual: str, expected: str) -> None:
    assert with_hyphen(word, usual) == expected


@pytest.mark.parametrize(
    ("word", "usual", "expected"),
    [("Cтарт", "", CYRILLIC), ("StаrT", "", LATIN), ("Cе", LATIN, LATIN), ("Cе", "", CYRILLIC), ("12", "", CYRILLIC)],
)
def test_main_script(word: str, usual: str, expected: str) -> None:
    assert main_script(word, usual) == expected


def test_the_letters_are_named_with_their_places() -> None:
    assert [(s.place, s.sign, s.right) for s in strangers("Cтаpтиra", CYRILLIC)] == [
        (0, "C", "С"),
        (3, "p", "р"),
        (6, "r", ""),
        (7, "a", "а"),
    ]


LOOKING_ALIKE = st.sampled_from(sorted(CYRILLIC_OF))


@settings(deadline=None)
@given(st.text(LOOKING_ALIKE, min_size=1), st.text(st.sampled_from("бгдйлпя"), min_size=1))
def test_a_word_with_letters_of_its_own_script_is_always_put_right(latin: str, cyrillic: str) -> None:
    word = latin + cyrillic
    assert respelled(word, CYRILLIC) == as_cyrillic(word)
    assert not list(mixed_words(respelled(word, CYRILLIC)))
