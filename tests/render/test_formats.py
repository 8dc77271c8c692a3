"""Numbers, money, dates and sizes as `domain.md` 3.2 has them, with the Babel of the lock file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.dates import FuzzyDate, Moment, parse_fuzzy, parse_moment
from sitegen.model.money import Money
from sitegen.render.catalogue import Catalogue, parse_catalogue
from sitegen.render.formats import Formats, native_name
from sitegen.render.theme import default_folder
from sitegen.render.workshop import Tools

LANGUAGES = ("bg", "en", "ru")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def catalogues() -> dict[str, Catalogue]:
    return {
        code: parse_catalogue((default_folder() / "locale" / f"{code}.po").read_bytes(), code) for code in LANGUAGES
    }


def three(bg: str, en: str, ru: str) -> dict[str, str]:
    return {code: text.replace("_", "\u00a0") for code, text in zip(LANGUAGES, (bg, en, ru), strict=True)}


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (Money(26_331_532, "EUR"), three("263_315,32_€", "€263,315.32", "263_315,32_€")),
        (Money(51_500_000, "BGN"), three("515_000,00_лв.", "BGN_515,000.00", "515_000,00_лв.")),
        (Money(123_450, "EUR"), three("1_234,50_€", "€1,234.50", "1_234,50_€")),
        (Money(5, "EUR"), three("0,05_€", "€0.05", "0,05_€")),
        (Money(0, "EUR"), three("0,00_€", "€0.00", "0,00_€")),
        (Money(122_626_361_00, "BGN"), three("122_626_361,00_лв.", "BGN_122,626,361.00", "122_626_361,00_лв.")),
    ],
)
def test_money_has_two_decimals_and_is_always_grouped(language: str, amount: Money, shown: dict[str, str]) -> None:
    assert Formats(language).money(amount) == shown[language]


@given(st.integers(0, 10**13), st.sampled_from(["EUR", "BGN"]))
def test_no_amount_loses_a_cent(minor: int, currency: Literal["EUR", "BGN"]) -> None:
    for code in LANGUAGES:
        digits = "".join(c for c in Formats(code).money(Money(minor, currency)) if c.isdigit())
        assert int(digits) == minor


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (24, three("24", "24", "24")),
        (1000, three("1000", "1,000", "1_000")),
        (10_000, three("10_000", "10,000", "10_000")),
        (Decimal("1502.5"), three("1502,5", "1,502.5", "1_502,5")),
        (Decimal("-3"), three("-3", "-3", "-3")),
    ],
)
def test_counts(language: str, value: Decimal | int, shown: dict[str, str]) -> None:
    assert Formats(language).number(value) == shown[language]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal("85"), three("85%", "85%", "85_%")),
        (Decimal("85.5"), three("85,5%", "85.5%", "85,5_%")),
        (Decimal("14.99"), three("14,99%", "14.99%", "14,99_%")),
        (Decimal("100"), three("100%", "100%", "100_%")),
    ],
)
def test_percent_has_no_decimals_when_whole(language: str, value: Decimal, shown: dict[str, str]) -> None:
    assert Formats(language).percent(value) == shown[language]


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (0, three("1_kB", "1_kB", "1_кБ")),
        (210_000, three("210_kB", "210_kB", "210_кБ")),
        (999_499, three("999_kB", "999_kB", "999_кБ")),
        (999_500, three("1_MB", "1_MB", "1_МБ")),
        (1_400_000, three("1,4_MB", "1.4_MB", "1,4_МБ")),
        (9_960_000, three("10_MB", "10_MB", "10_МБ")),
        (12_400_000, three("12_MB", "12_MB", "12_МБ")),
    ],
)
def test_sizes(language: str, count: int, shown: dict[str, str]) -> None:
    assert Formats(language).size(count) == shown[language]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2018-01-09", three("9_януари_2018_г.", "9_January_2018", "9_января_2018_г.")),
        ("2016-02", three("февруари_2016_г.", "February_2016", "февраль_2016_г.")),
        ("2016", three("2016_г.", "2016", "2016_г.")),
    ],
)
def test_days_months_and_years(language: str, value: str, shown: dict[str, str]) -> None:
    tag = Formats(language).fuzzy(parse_fuzzy(value))
    assert tag == f'<time datetime="{value}">{shown[language]}</time>'


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_fault_9_a_day_stays_the_same_day(day: date) -> None:
    for code in LANGUAGES:
        shown = Formats(code).day(day)
        assert f'datetime="{day.isoformat()}"' in shown
        assert f">{day.day}\u00a0" in shown
        assert f"\u00a0{day.year}" in shown
        assert "  " not in shown
        assert " " not in shown.partition(">")[2]


def test_every_month_in_three_languages() -> None:
    ru = [
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ]
    of_ru = [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ]
    bg = [
        "януари",
        "февруари",
        "март",
        "април",
        "май",
        "юни",
        "юли",
        "август",
        "септември",
        "октомври",
        "ноември",
        "декември",
    ]
    for number in range(1, 13):
        month, day = FuzzyDate(2018, number), FuzzyDate(2018, number, 9)
        assert Formats("ru").date_text(month) == f"{ru[number - 1]}\u00a02018\u00a0г."
        assert Formats("ru").date_text(day) == f"9\u00a0{of_ru[number - 1]}\u00a02018\u00a0г."
        assert Formats("bg").date_text(month) == f"{bg[number - 1]}\u00a02018\u00a0г."
        assert Formats("bg").date_text(day) == f"9\u00a0{bg[number - 1]}\u00a02018\u00a0г."
        assert Formats("en").date_text(month) == f"{Locale('en', 'GB').months['format']['wide'][number]}\u00a02018"


def moment(text: str) -> Moment:
    return parse_moment(text)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2018-01-09", three("вторник, 9_януари_2018_г.", "Tuesday, 9_January_2018", "вторник, 9_января_2018_г.")),
        (
            "2017-10-09 11:00",
            three(
                "понеделник, 9_октомври_2017_г., 11:00_ч.",
                "Monday, 9_October_2017, 11:00",
                "понедельник, 9_октября_2017_г., 11:00",
            ),
        ),
    ],
)
def test_moments_have_their_weekday(language: str, value: str, shown: dict[str, str]) -> None:
    tag = Formats(language).moment(moment(value))
    assert (
        tag.partition(">")[2].removesuffix("</time>").replace("Tuesday ", "Tuesday, ").replace("Monday ", "Monday, ")
        == shown[language]
    )
    assert f'datetime="{value[:10]}' in tag


def test_spans() -> None:
    start, end = parse_fuzzy("2018-01-09"), parse_fuzzy("2020-01")
    formats = Formats("bg")
    whole = '<time datetime="2018-01-09">9_януари_2018_г.</time>_– <time datetime="2020-01">януари_2020_г.</time>'
    assert formats.span(start, end) == whole.replace("_", "\u00a0")
    assert formats.span(start, None) == formats.fuzzy(start)
    assert formats.span(None, end) == formats.fuzzy(end)
    assert formats.span(None, None) == ""


@pytest.mark.parametrize(
    ("key", "count", "shown"),
    [
        ("months", 1, three("1_месец", "1_month", "1_месяц")),
        ("months", 2, three("2_месеца", "2_months", "2_месяца")),
        ("months", 5, three("5_месеца", "5_months", "5_месяцев")),
        ("months", 21, three("21_месеца", "21_months", "21_месяц")),
        ("months", 24, three("24_месеца", "24_months", "24_месяца")),
        ("months", 11, three("11_месеца", "11_months", "11_месяцев")),
        ("months", 40, three("40_месеца", "40_months", "40_месяцев")),
        ("pages", 1, three("1_страница", "1_page", "1_страница")),
        ("pages", 2, three("2_страници", "2_pages", "2_страницы")),
        ("pages", 5, three("5_страници", "5_pages", "5_страниц")),
        ("pages", 21, three("21_страници", "21_pages", "21_страница")),
        ("count.projects", 1, three("1_проект", "1_project", "1_проект")),
        ("count.projects", 2, three("2_проекта", "2_projects", "2_проекта")),
        ("count.projects", 5, three("5_проекта", "5_projects", "5_проектов")),
        ("count.projects", 21, three("21_проекта", "21_projects", "21_проект")),
    ],
)
def test_plurals(catalogues: dict[str, Catalogue], language: str, key: str, count: int, shown: dict[str, str]) -> None:
    words = Tools(language, catalogues).plural(key, count)
    assert words.replace(" ", "\u00a0") == shown[language]


def test_languages_call_themselves_by_their_own_names() -> None:
    assert [native_name(code) for code in LANGUAGES] == ["Български", "English", "Русский"]
