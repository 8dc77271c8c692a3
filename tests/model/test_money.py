"""Money: the values of domain.md 3.1, all ways of writing an amount, and what has no reading or two."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model.money import Currency, Money, canonical, euro_of_all, parse_money, wrong_euro
from sitegen.problems import Mistake

CURRENCIES: tuple[Currency, ...] = ("BGN", "EUR", "BGL", "XEU")
AMOUNTS = st.builds(Money, st.integers(0, 10**17 - 1), st.sampled_from(CURRENCIES))


@pytest.mark.parametrize(
    ("leva", "euro"),
    [
        ("515 000.00", "263315.32"),
        ("437 750.02", "223818.03"),
        ("77 249.98", "39497.29"),
        ("499 899.99", "255594.81"),
        ("499 339.97", "255308.47"),
        ("391 166.01", "200000.01"),
        ("391 166.00", "200000.00"),
        ("65", "33.23"),
        ("100", "51.13"),
        ("0.97", "0.50"),
        ("0.98", "0.50"),
        ("0.01", "0.01"),
        ("0.00", "0.00"),
        ("1.96", "1.00"),
        ("195 583 000 000.00", "100000000000.00"),
    ],
)
def test_euro_of_leva(leva: str, euro: str) -> None:
    assert parse_money(f"{leva} лв.").euro.decimal == euro


@pytest.mark.parametrize(
    ("money", "euro"),
    [
        (Money(195_583_000, "BGL"), 100_000),
        (Money(1_000_00, "BGL"), 51),
        (Money(123, "XEU"), 123),
        (Money(123, "EUR"), 123),
        (Money(-6500, "BGN"), -3323),
    ],
)
def test_euro_of_other_money(money: Money, euro: int) -> None:
    assert money.euro == Money(euro, "EUR")


def test_what_is_converted() -> None:
    assert [Money(1, currency).is_converted for currency in CURRENCIES] == [True, False, True, True]


@pytest.mark.parametrize(
    ("text", "minor", "currency"),
    [
        ("515 000,00 лв", 51500000, "BGN"),
        ("515000.00 лева", 51500000, "BGN"),
        ("515 000.00 BGN", 51500000, "BGN"),
        ("BGN 515,000.00", 51500000, "BGN"),
        ("515000 лв.", 51500000, "BGN"),
        ("515 000 лв.", 51500000, "BGN"),
        ("499 339.97 лв.", 49933997, "BGN"),
        ("391 166.01лв.", 39116601, "BGN"),
        ("1 226 263,61 лева", 122626361, "BGN"),
        ("1.226.263,61 ЛЕВА", 122626361, "BGN"),
        ("1.226.263 лв", 122626300, "BGN"),
        ("€263 315,32", 26331532, "EUR"),
        ("€ 263 315,32 EUR", 26331532, "EUR"),
        ("263 315,32 €", 26331532, "EUR"),
        ("EUR 263,315.32", 26331532, "EUR"),
        ("263\u00a0315,32\u00a0евро", 26331532, "EUR"),
        ("263\u202f315,32\u2009euro", 26331532, "EUR"),
        ("  5 евро ", 500, "EUR"),
        ("0,05 €", 5, "EUR"),
        ("5,00 XEU", 500, "XEU"),
        ("5,00 ecu", 500, "XEU"),
        ("5 000 000 BGL", 500000000, "BGL"),
        ("5 стари лева", 500, "BGL"),
    ],
)
def test_ways_of_writing(text: str, minor: int, currency: Currency) -> None:
    assert parse_money(text) == Money(minor, currency)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("515.000", "'515.000' can be read as 515 000,00 or as 515,00"),
        ("515,000 лв", "'515,000 лв' can be read as 515 000,00 лв or as 515,00 лв"),
        ("€1.234", "'€1.234' can be read as €1 234,00 or as €1,23"),
        ("515 000,00", "'515 000,00' has no currency"),
        ("515000", "'515000' has no currency"),
        ("5 кг", "'кг' in '5 кг' is not a currency"),
        ("€5 кг", "'кг' in '€5 кг' is not a currency"),
        ("€5 лв.", "'€5 лв.' has two currencies"),
        ("-5 лв.", "'-5 лв.' is negative"),
        ("€ −5", "'€ −5' is negative"),
        ("", "'' is not an amount of money"),
        ("петстотин лева", "'петстотин лева' is not an amount of money"),
        ("5,5 лв.", "'5,5 лв.' is not an amount of money"),
        ("0,500 лв.", "'0,500 лв.' is not an amount of money"),
        ("51 50 лв.", "'51 50 лв.' is not an amount of money"),
        ("1.226.26 лв.", "'1.226.26 лв.' is not an amount of money"),
        ("1,226.263 лв.", "'1,226.263 лв.' is not an amount of money"),
        ("5 - 6 лв.", "'5 - 6 лв.' is not an amount of money"),
        ("5 € / 3 €", "'5 € / 3 €' is not an amount of money"),
        ("5 лв. (3 стари лева)", "'5 лв. (3 стари лева)' is not an amount of money"),
        ("5 лв. / 3 кг", "'кг' in '3 кг' is not a currency"),
        ("515.000 лв. (263 315,32 €)", "'515.000 лв.' can be read as 515 000,00 лв. or as 515,00 лв."),
        (f"{'9' * 16} лв.", f"'{'9' * 16} лв.' is not an amount of money"),
    ],
)
def test_what_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(Mistake) as caught:
        parse_money(text)
    assert caught.value.code == "MON-02"
    assert str(caught.value.message) == complaint
    assert str(caught.value.hint).startswith("Write ")


@pytest.mark.parametrize("text", [
    "515 000,00 лв. (263 315,32 €)",
    "515 000,00 лв. (=263 315 €)",
    "515 000 лв. / 263 315,32 евро",
    "515 000,00 лв. /263 315,32 €/",
    "515 000,00 лв. = 263 315,32 €",
    "BGN 515,000.00 (EUR 263,315.32)",
    "263 315,32 € (515 000,00 лв.)",
    "515\u00a0000,00\u00a0лв. (263\u00a0315,32\u00a0€)",
])  # fmt: skip
def test_of_two_currencies_the_one_that_was_agreed_is_kept(text: str) -> None:
    assert parse_money(text) == Money(51500000, "BGN")


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("515 000,00 лв. (263 315,33 €)", "263 315,33 €"),
        ("515 000,00 лв. (263 315,00 €)", "263 315,00 €"),
        ("263 316 € (515 000,00 лв.)", "263 316,00 €"),
    ],
)
def test_the_euro_beside_an_amount_must_be_right(text: str, stated: str) -> None:
    with pytest.raises(Mistake) as caught:
        parse_money(text)
    assert caught.value.code == "MON-03"
    assert str(caught.value.message) == f"515 000,00 лв. are 263 315,32 €, not {stated}"
    assert str(caught.value.hint).startswith("Write 263 315,32 €; ")


@given(AMOUNTS)
def test_the_own_euro_of_an_amount_is_right(money: Money) -> None:
    assert wrong_euro(money, money.euro) is None
    assert wrong_euro(money, Money(money.euro.minor + 1, "EUR")) is not None


def test_both_readings_are_proposed() -> None:
    with pytest.raises(Mistake) as caught:
        parse_money("515.000 лв.")
    assert str(caught.value.hint) == "Write 515 000,00 лв. or 515,00 лв., whichever is meant."


def test_sums() -> None:
    assert Money(43775002, "BGN") + Money(7724998, "BGN") == Money(51500000, "BGN")
    with pytest.raises(ValueError, match="cannot add EUR to BGN"):
        Money(1, "BGN") + Money(1, "EUR")


@pytest.mark.parametrize(
    ("money", "text", "decimal"),
    [
        (Money(51500000, "BGN"), "515 000,00 лв.", "515000.00"),
        (Money(26331532, "EUR"), "263 315,32 €", "263315.32"),
        (Money(5, "XEU"), "0,05 XEU", "0.05"),
        (Money(-105, "BGL"), "-1,05 BGL", "-1.05"),
    ],
)
def test_ways_out(money: Money, text: str, decimal: str) -> None:
    assert canonical(money) == text
    assert money.decimal == decimal


@settings(deadline=None)
@given(AMOUNTS)
def test_what_is_written_is_read_again(money: Money) -> None:
    assert parse_money(canonical(money)) == money
    assert parse_money(f"{money.decimal} {money.currency}") == money


@settings(deadline=None)
@given(AMOUNTS)
def test_the_euro_are_the_nearest_cents(money: Money) -> None:
    per_euro = {"EUR": 100_000, "XEU": 100_000, "BGN": 195_583, "BGL": 195_583_000}[money.currency]
    assert abs(2 * (money.euro.minor * per_euro - money.minor * 100_000)) <= per_euro


@settings(deadline=None)
@given(st.text() | st.text("0123456789 .,-€лв\u00a0"))
def test_any_text_is_money_or_a_mistake(text: str) -> None:
    with suppress(Mistake):
        assert parse_money(text).minor >= 0


def test_what_is_added_up_is_converted_once() -> None:
    halves = [Money(1, "BGN")] * 3
    assert euro_of_all(halves) == Money(2, "EUR")
    assert sum(one.euro.minor for one in halves) == 3
    assert euro_of_all([Money(100, "BGN"), Money(10, "EUR")]) == Money(61, "EUR")
    assert euro_of_all([]) == Money(0, "EUR")
