"""Money on the built site: what the source recorded is kept, euro are derived by the rule, the rate stands once."""

from __future__ import annotations

import json
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from lxml import html

from sitegen.model.money import Currency, Money, euro_of_all
from tests.outputs.web import Web
from tests.sites import build_site, whole

N = "\u00a0"
HOMES = {"bg": "bg/proekti/{}/index.html", "en": "en/projects/{}/index.html", "ru": "ru/proekty/{}/index.html"}
RATES = {
    "bg": "По официалния курс 1 EUR = 1,95583 BGN",
    "en": "At the official rate of EUR 1 = BGN 1.95583",
    "ru": "По официальному курсу 1 EUR = 1,95583 BGN",
}
LEVA = 'total_value: 515 000,00 лв.\nfunding: {eu: "437 750,02 лв.", national: "77 249,98 лв."}\n'


def web(root: Path, **projects: str) -> Web:
    """A site of projects by their names, each with the lines of its money."""
    return Web(
        build_site(
            root,
            "".join(
                f"\n-- projects/{name}/index.bg.md --\n---\nnumber: {number}\n{whole(head)}---\nТекст.\n"
                for number, (name, head) in enumerate(projects.items(), 1)
            ),
        )
    )


def spoken(tree: html.HtmlElement) -> str:
    return " ".join(tree.text_content().split(" "))


@pytest.mark.parametrize(
    ("language", "total", "agreed", "part"),
    [
        ("bg", f"263{N}315,32{N}€", f"515{N}000,00{N}лв. по договор", f"223{N}818,03{N}€"),
        ("en", "€263,315.32", f"BGN{N}515,000.00 in the contract", "€223,818.03"),
        ("ru", f"263{N}315,32{N}€", f"515{N}000,00{N}лв. по договору", f"223{N}818,03{N}€"),
    ],
)
def test_leva_are_shown_as_euro_first_with_the_contract_behind(
    tmp_path: Path, language: str, total: str, agreed: str, part: str
) -> None:
    page = web(tmp_path, park=LEVA).pages[HOMES[language].format("park")]
    (row,) = [dd for dd in page.find("//aside//dd") if total in dd.text_content()]
    words = " ".join(row.text_content().split())
    assert words.replace(N, " ") == f"{total} {agreed}".replace(N, " ")
    assert part in page.text()
    assert [data.get("value") for data in row.findall(".//data")] == ["263315.32"]
    assert page.text().replace(N, " ").count(RATES[language]) == 1


@pytest.mark.parametrize("language", HOMES)
def test_what_was_agreed_in_euro_is_euro_alone(tmp_path: Path, language: str) -> None:
    head = 'total_value: "1 550,00 €"\nfunding: {eu: "1 000,00 €", own: "550,00 €"}\n'
    made = web(tmp_path, park=head)
    for path in (HOMES[language].format("park"), f"{language}/index.html"):
        text = made.pages[path].text()
        assert "1,550.00" in text or f"1{N}550,00" in text
        assert not any(sign in text for sign in ("лв.", "BGN", "95583", "договор ·"))


def test_every_page_with_converted_money_says_the_rate_once(tmp_path: Path) -> None:
    made = web(tmp_path, park=LEVA, school="total_value: 65 лв.\n", road='total_value: "10,00 €"\n')
    for language, rate in RATES.items():
        told = {
            path: page.text().replace(N, " ").count(rate.replace(N, " "))
            for path, page in made.pages.items()
            if path.startswith(f"{language}/") and page.text("//main").count("€")
        }
        is_euro_alone = HOMES[language].format("road")
        assert told.pop(is_euro_alone) == 0
        assert len(told) > 4
        assert set(told.values()) == {1}, told


def test_funding_without_a_total_says_the_rate_too(tmp_path: Path) -> None:
    page = web(tmp_path, park='funding: {eu: "65,00 лв."}\n').pages[HOMES["bg"].format("park")]
    assert page.text().replace(N, " ").count(RATES["bg"]) == 1
    assert f"33,23{N}€" in page.text()


@pytest.mark.parametrize(
    ("head", "shown", "note"),
    [
        ("total_value: 1 000 000,00 BGL\n", f"511,29{N}€", "1 BGN = 1000 BGL"),
        ("total_value: 1 000,00 XEU\n", f"1{N}000,00{N}€", "1 екю (XEU) = 1 евро"),
    ],
)
def test_older_money(tmp_path: Path, head: str, shown: str, note: str) -> None:
    made = web(tmp_path, park=head)
    for path in (HOMES["bg"].format("park"), "bg/index.html", "bg/proekti/index.html"):
        assert shown in made.pages[path].text()
        assert made.pages[path].text().replace(N, " ").count(note) == 1


def test_the_rate_of_old_leva_tells_of_leva_too(tmp_path: Path) -> None:
    made = web(tmp_path, park=LEVA, old="total_value: 1 000,00 BGL\n", ecu="total_value: 5,00 XEU\n")
    text = made.pages["bg/index.html"].text().replace(N, " ")
    assert text.count("1,95583") == 1
    assert text.count("1000 BGL") == text.count("екю (XEU)") == 1


NOTE = {"bg": "Поради закръгляване", "en": "Because of rounding", "ru": "Из-за округления"}


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("head", "is_told"),
    [
        (LEVA, False),
        ('total_value: 0,03 лв.\nfunding: {eu: "0,01 лв.", national: "0,01 лв.", own: "0,01 лв."}\n', True),  # 3 × 0,01 ≠ 0,02
        ('total_value: "3,00 €"\nfunding: {eu: "1,00 €", national: "1,00 €", own: "1,00 €"}\n', True),  # 3 × 33,33 %
        ('total_value: "4,00 €"\nfunding: {eu: "3,00 €", own: "1,00 €"}\n', False),
        ('funding: {eu: "1,00 €", national: "1,00 €", own: "1,00 €"}\n', True),
        ("total_value: 515 000,00 лв.\n", False),
    ],
)  # fmt: skip
def test_readers_are_told_where_parts_do_not_add_up(tmp_path: Path, head: str, is_told: bool) -> None:
    made = web(tmp_path, park=head)
    for language, note in NOTE.items():
        assert (note in made.pages[HOMES[language].format("park")].text().replace(N, " ")) is is_told


def test_shares_come_from_what_was_agreed(tmp_path: Path) -> None:
    """Of 0,03 лв. a third each; of the converted cents it would be a half."""
    head = 'total_value: 0,03 лв.\nfunding: {eu: "0,01 лв.", own: "0,02 лв."}\n'
    page = web(tmp_path, park=head).pages[HOMES["bg"].format("park")]
    cells = [td.text_content() for td in page.find("//table[1]/tbody//td[2]")]
    assert cells == ["33,33%", "66,67%"]


def test_the_sum_of_the_home_page_is_converted_once(tmp_path: Path) -> None:
    """Three times 0,01 лв. are 0,03 лв. or 0,02 €, and not three times 0,01 €."""
    made = web(tmp_path, a="total_value: 0,01 лв.\n", b="total_value: 0,01 лв.\n", c="total_value: 0,01 лв.\n")
    for language, note in NOTE.items():
        figures = made.pages[f"{language}/index.html"].text("//ul[@class='figures']")
        assert ("€0.02" if language == "en" else f"0,02{N}€") in figures
        assert note in made.pages[f"{language}/index.html"].text().replace(N, " ")


@pytest.mark.parametrize("currency", ["BGN", "EUR", "BGL", "XEU"])
@pytest.mark.parametrize("minor", [0, 1, 97, 98, 195, 196, 195583, 51500000, 10**15 + 1])
def test_the_rule_by_exact_fractions(currency: Currency, minor: int) -> None:
    """Regulation (EC) 1103/97, Art. 4 and 5: all figures of the rate, to the nearest cent, a half up."""
    rate = {"EUR": Decimal(1), "XEU": Decimal(1), "BGN": Decimal("1.95583"), "BGL": Decimal("1955.83")}[currency]
    exact = (Decimal(minor) / rate).quantize(Decimal(1), ROUND_HALF_UP)
    assert Money(minor, currency).euro.minor == int(exact)


def test_sums_of_several_currencies() -> None:
    amounts = [Money(1, "BGN"), Money(2, "BGN"), Money(10, "EUR"), Money(1, "XEU")]
    assert euro_of_all(amounts) == Money(2 + 10 + 1, "EUR")
    assert euro_of_all([]) == Money(0, "EUR")


def test_machines_get_both(tmp_path: Path) -> None:
    made = web(tmp_path, park=LEVA, road='total_value: "10,00 €"\n')
    operations = json.loads(made.built["data/projects.json"])["operations"]
    money = {one["number"]: one["total_cost"] for one in operations}
    assert money[1] == {"amount": "515000.00", "minor": 51500000, "currency": "BGN", "euro": "263315.32"}
    assert money[2] == {"amount": "10.00", "minor": 1000, "currency": "EUR", "euro": "10.00"}
    rows = made.built["data/projects.csv"].splitlines()
    assert any("515000.00,BGN,263315.32" in row for row in rows)
    (script,) = made.pages[HOMES["en"].format("park")].find("//script[@type='application/ld+json']")
    assert '"value":223818.03,"currency":"EUR"' in script.text.replace(" ", "") or "223818.03" in script.text
    assert "437750.02" not in script.text


def test_feeds_and_search_do_not_say_money_in_another_way(tmp_path: Path) -> None:
    """They tell titles and summaries alone: an amount that is not derived cannot contradict the page."""
    made = web(tmp_path, park=LEVA)
    for path in made.built.paths:
        if path.endswith((".xml", ".ics", "index.json")):
            assert not any(sign in made.built[path] for sign in ("515", "263315", "263\u00a0315", "437"))
