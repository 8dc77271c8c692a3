"""Figures: what is the same in every language, and what is not."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.figures import Figure, figures, mails, unshared
from sitegen.text.months import MONTHS


def left(source: str, translation: str) -> tuple[list[str], list[str]]:
    """What only the source and only the translation has, as it is written."""
    missing, strange = unshared([*figures(source)], [*figures(translation)])
    return [figure.text for figure in missing], [figure.text for figure in strange]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        # numbers and amounts
        ("1 234,50 лв.", "BGN 1,234.50"),
        ("1 234,50", "1234.5"),
        ("1.234,50", "1,234.50"),
        ("1 234 567,891", "1,234,567.891"),
        ("1.234.567", "1 234 567"),
        ("515.000", "515 000,00"),
        ("12,5 %", "12.50%"),
        ("0,125", "0.125"),
        ("007", "7"),
        ("1,5 млн. лв.", "BGN 1,500,000"),
        ("1,5 млн.", "1.5 million"),
        ("20 хил. лв.", "20 000 лв."),
        ("3 милиарда", "3 billion"),
        ("2 тысячи", "2,000"),
        ("точка 9.1.2.2", "clause 9.1.2.2"),
        ("т. 1,2,3", "items 1.2.3"),
        ("1,2345,678", "1.2345.678"),
        ("чл. 50, ал. 3", "Article 50(3)"),
        ("18-годишна", "aged 18"),
        ("(5)", "5"),
        ("+5", "5"),
        # dates
        ("9 януари 2018 г.", "9 January 2018"),
        ("9 януари 2018 г.", "January 9, 2018"),
        ("9 января 2018 г.", "the 9th of January 2018"),
        ("9 януари 2018 г.", "09.01.2018"),
        ("2018-01-09", "9. 1. 2018 г."),
        ("09.01.18 г.", "2018-01-09"),
        ("25/12/2026", "12/25/2026"),
        ("03/04/2026", "4 March 2026"),
        ("03/04/2026", "3 April 2026"),
        ("11.04.2016 – 11.10.2017", "11.04.2016-11.10.2017"),
        ("1–5 март 2018 г.", "March 1–5, 2018"),
        ("на 5.03. и 6.03.2018", "on 5 and 6 March 2018"),
        ("01.2018", "January 2018"),
        ("от 1 март 2018 до 5 май 2018", "from 1 March to 5 May 2018"),
        ("99.99.2018", "99, 99, 2018"),
        ("през 1990-те, 90-те", "in the 1990s, 1990s"),
        ("2014–2020 г.", "2014–20"),
        ("над 65 години може", "over 65 may"),
        # times
        ("от 11.00 ч.", "at 11 a.m."),
        ("в 11 часа", "at 11:00"),
        ("от 11.30 ч.", "at 11:30"),
        ("11.30", "11:30"),
        ("14 ч.", "2 p.m."),
        ("12.15 ч.", "12:15 pm"),
        ("0.30 ч.", "12:30 a.m."),
        ("5 ч. и 2 ч.", "5 pm and 2"),
        # telephones
        ("078 55 11 66", "+359 78 551166"),
        ("078/55 11 66", "00359 78 55 11 66"),
        ("(078) 55-11-66", "+359 (0)78 55 11 66"),
        ("078 55 11 66, 078 55 11 66", "078 551166"),
        ("+44 20 7946 0000", "+44 2079460000"),
        # codes
        ("BG05M9OP001-2.002-0120-C001", "BG05M9OP001-2.002-0120-С001"),
        ("100 м2, А3", "100 sq. m, A3"),
        ("А4", "format 4"),
    ],
)
def test_ways_of_writing_agree(source: str, translation: str) -> None:
    assert left(source, translation) == ([], [])
    assert left(translation, source) == ([], [])


@pytest.mark.parametrize(
    ("source", "translation", "missing", "strange"),
    [
        ("30 места", "13 places", ["30"], ["13"]),
        ("1 234,50", "1,234.05", ["1 234,50"], ["1,234.05"]),
        ("8 места и 8 деца", "8 places", ["8"], []),
        ("8 places", "8 места и 8 деца", [], ["8"]),
        ("9 януари 2018", "9 February 2018", ["януари"], ["February"]),
        ("9 януари 2018", "10 January 2018", ["9"], ["10"]),
        ("2018 г.", "2019", ["2018"], ["2019"]),
        ("в 11:30", "at 11:45", ["11:30"], ["11:45"]),
        ("1,5 млн.", "1.5 billion", ["1,5 млн"], ["1.5 billion"]),
        ("1,5 млн.", "15 million", ["1,5 млн"], ["15 million"]),
        ("078 55 11 66", "078 55 11 67", ["078 55 11 66"], ["078 55 11 67"]),
        ("BG05M9OP001-2.002", "BG05M9OP001-2.003", ["05M9OP001-2.002"], ["05M9OP001-2.003"]),
        ("BG05M9OP001", "", ["05M9OP001"], []),
        ("CO2", "", [], []),
    ],
)
def test_differences_are_found(source: str, translation: str, missing: list[str], strange: list[str]) -> None:
    assert left(source, translation) == (missing, strange)


def test_a_figure_knows_its_place() -> None:
    text = "От 9 януари 2018 г. има 1 234,50 лв."
    assert [(f.text, text.index(f.text) == f.start) for f in figures(text)] == [
        ("9", True),
        ("януари", True),
        ("2018", True),
        ("1 234,50", True),
    ]


def test_mail_addresses_are_figures_of_their_own() -> None:
    [found] = mails("Пишете на Info@Example.bg.")
    assert found == Figure(("mail info@example.bg",), "Info@Example.bg", 10, is_once_enough=True)
    assert not [*mails("без @ адрес")]


def test_each_figure_takes_one_partner() -> None:
    either, one, other = (Figure(readings, "", 0) for readings in (("1", "2"), ("2",), ("1",)))
    assert unshared([either, either], [one, other]) == ([], [])
    assert unshared([either, either], [one]) == ([either], [])
    wide, third = Figure(("5", "1", "2"), "", 0), Figure(("6", "2"), "", 0)
    assert unshared([Figure(("7", "1"), "", 0), third], [wide]) == ([third], [])


@given(st.lists(st.integers(0, 10**9)), st.randoms())
def test_the_order_does_not_matter(numbers: list[int], chance: object) -> None:
    other = sorted(numbers)
    assert left("; ".join(map(str, numbers)), "; ".join(f"{n:,}" for n in other)) == ([], [])


@given(st.lists(st.integers(1, 50)), st.lists(st.integers(1, 50)))
def test_plain_numbers_differ_as_multisets(ones: list[int], others: list[int]) -> None:
    missing, strange = left("; ".join(map(str, ones)), "; ".join(map(str, others)))
    assert Counter(missing) == Counter(map(str, ones)) - Counter(map(str, others))
    assert Counter(strange) == Counter(map(str, others)) - Counter(map(str, ones))


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.integers(0, 2))
def test_every_day_is_the_same_in_figures_and_words(day: date, language: int) -> None:
    word = MONTHS[day.month - 1].split()[language]
    forms = (f"{day.day} {word} {day.year}", day.isoformat(), f"{day:%d.%m.%Y}", f"{day.day}/{day.month}/{day.year}")
    for form in forms[1:]:
        assert left(forms[0], form) == ([], [])


@given(st.text(alphabet="0159 .,:/-–()+\u00a0годмайAa@мlнs"))
def test_any_text_agrees_with_itself(text: str) -> None:
    assert left(text, text) == ([], [])
    assert all(text[figure.start :].startswith(figure.text) for figure in figures(text))
