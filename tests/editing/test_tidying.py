"""Tidyings: dates, amounts and letters get one form, mean the same as before, and remarks keep what they quote."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.editing.source_file import SourceFile
from sitegen.editing.tidying import AMOUNTS, DATES, TIDYINGS, Draft
from sitegen.kinds.event import Event
from sitegen.kinds.project import Project
from sitegen.model.config import Config
from sitegen.model.dates import parse_day, parse_fuzzy, parse_moment
from sitegen.model.fields import Reader
from sitegen.model.money import parse_money
from sitegen.model.source import Source
from sitegen.model.values import AMOUNT, DAY, FUZZY, MOMENT
from sitegen.problems import Mistake, Problem, Severity
from sitegen.read.frontmatter import compose, split_page
from sitegen.text.months import MONTHS


def found(text: str, owner: type = Project) -> list[Problem]:
    """What the tidyings find in a page."""
    split = split_page(text, "a.md")
    draft = Draft(Source("a.md", text, split.body_line), split.head, owner)
    return [problem for tidy in TIDYINGS.values() for problem in tidy(draft)]


def tidied(head: str, body: str = "", owner: type = Project) -> str:
    """The head and body after all corrections."""
    text = f"---\n{head}\n---\n{body}"
    corrections = [correction for problem in found(text, owner) for correction in problem.corrections]
    made = SourceFile(text.encode()).corrected(corrections).text
    assert found(made, owner) == []
    return made[len("---\n") :] if body else made[len("---\n") : -len("\n---\n")]


# ── dates ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("before", "after"), [
    ("start: 9.1.2018 г.", "start: 2018-01-09"),
    ("start: 09.01.2018", "start: 2018-01-09"),
    ("start: февруари 2016 г.", "start: 2016-02"),
    ("start: 2016 г.", "start: 2016"),
    ("end: 31 декември 2019 година # по договор", "end: 2019-12-31 # по договор"),
    ('start: "9.1.2018 г."', 'start: "2018-01-09"'),
    ("start: '9.1.2018 г.'", "start: '2018-01-09'"),
    ("start: 25/12/2018", "start: 2018-12-25"),
    ("durable_until: 9 януари 2025 г.", "durable_until: 2025-01-09"),
    ("updated: 9.1.2025", "updated: 2025-01-09"),
    ("periods:\n  - {id: p1, start: 1.2.2018, label: Доставка}", "periods:\n  - {id: p1, start: 2018-02-01, label: Доставка}"),
    ("periods:\n  - id: p1\n    start: 1.2.2018", "periods:\n  - id: p1\n    start: 2018-02-01"),
    ("documents: [{file: a.pdf, date: май 2018 г.}]", "documents: [{file: a.pdf, date: 2018-05}]"),
])  # fmt: skip
def test_dates_are_written_in_figures(before: str, after: str) -> None:
    assert tidied(before) == after


@pytest.mark.parametrize(("before", "after"), [
    ("start: 20.02.2018 г. 11:00 ч.", "start: 2018-02-20 11:00"),
    ("start: 2018-02-20T11:00", "start: 2018-02-20 11:00"),
    ("end: 20 февруари 2018 г. в 9 часа", "end: 2018-02-20 09:00"),
    ("publish_at: 1.3.2018 г.", "publish_at: 2018-03-01"),
])  # fmt: skip
def test_moments_keep_their_time(before: str, after: str) -> None:
    assert tidied(before, owner=Event) == after


def test_dates_of_the_settings_are_tidied() -> None:
    text = "accessibility:\n  prepared: 22.11.2026 г.\n  items:\n    - {fix_by: 1 март 2027 г.}\n"
    head, _ = compose(text, "site.yaml")
    draft = Draft(Source("site.yaml", text, 5), head, Config)
    assert [str(c.new) for tidy in TIDYINGS.values() for p in tidy(draft) for c in p.corrections] == [
        "2026-11-22",
        "2027-03-01",
    ]


@pytest.mark.parametrize("head", [
    "start: 2018-01-09", "start: 03/04/2026", "start: скоро", "title: 9.1.2018 г.", "x_date: 9.1.2018 г.",
    "contract: 09.01.2018", "start: >-\n  9.1.2018\n  г.", 'start: "9.1.\\u0032018"', "start: [9.1.2018]",
    "start: 9 януари\n  2018 г.",
])  # fmt: skip
def test_other_values_and_other_spellings_stay(head: str) -> None:
    assert tidied(head) == head


DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
WORDS = st.sampled_from([lambda d, n=n: f"{d.day} {MONTHS[d.month - 1].split()[n]} {d.year} г." for n in range(3)])
WAYS = st.sampled_from([
    lambda d: f"{d.day}.{d.month}.{d.year} г.", lambda d: f"{d:%d.%m.%Y}", lambda d: d.isoformat(), lambda d: f"{d:%Y-%m}",
    lambda d: f"{d.month}.{d.year} г.", lambda d: str(d.year), lambda d: f"{d:%d.%m.%Y} {d.day % 24:02}:{d.day:02}",
    lambda d: f"{d:%d.%m.%Y} г., {d.day % 24} ч.",
]) | WORDS  # fmt: skip


@given(DAYS, WAYS)
def test_a_date_means_the_same_in_its_form(day: date, way: Callable[[date], str]) -> None:
    text = way(day)
    parsers: dict[Reader, Callable[[str], object]] = {DAY: parse_day, FUZZY: parse_fuzzy, MOMENT: parse_moment}
    for reader, parse in parsers.items():
        try:
            value = parse(text)
        except Mistake:
            continue
        form = DATES[reader](text)
        assert parse(form) == value
        assert DATES[reader](form) == form


# ── amounts ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("before", "after"), [
    ("total_value: 515000.00 лева", "total_value: 515 000,00 лв."),
    ("total_value: €263 315,32", "total_value: 263 315,32 €"),
    ('total_value: "515 000 BGN"', 'total_value: "515 000,00 лв."'),
    ("total_value: 515\u00a0000,00 лв.", "total_value: 515 000,00 лв."),
    ("funding: {eu: 437750.02 лв, own: 1 лв.}", 'funding: {eu: "437 750,02 лв.", own: "1,00 лв."}'),
    ('funding: {eu: "437750,02 лв"}', 'funding: {eu: "437 750,02 лв."}'),
    ("funding:\n  eu: 437750.02 лв", "funding:\n  eu: 437 750,02 лв."),
    ("funding: {\n  eu: 437750.02 лв\n}", 'funding: {\n  eu: "437 750,02 лв."\n}'),
])  # fmt: skip
def test_amounts_are_written_one_way(before: str, after: str) -> None:
    assert tidied(before) == after


@pytest.mark.parametrize("head", ["total_value: 515 000,00 лв.", "total_value: 515.000 лв.", "total_value: много"])
def test_amounts_without_another_reading_stay(head: str) -> None:
    assert tidied(head) == head


@given(
    st.integers(0, 10**12),
    st.sampled_from(["лв", "лв.", "лева", "BGN", "€", "EUR", "евро", "BGL", "ECU"]),
    st.sampled_from(["{:,.2f} {}", "{:.2f} {}", "{:,.2f}{}"]),
    st.sampled_from([" ", "\u00a0", ""]),
    st.booleans(),
)
def test_an_amount_means_the_same_in_its_form(minor: int, unit: str, shape: str, mark: str, flips: bool) -> None:
    text = shape.format(minor / 100, unit).replace(",", mark)
    text = text.replace(".", ",", 1) if flips else text
    form = AMOUNTS[AMOUNT](text)
    assert parse_money(form) == parse_money(text)
    assert AMOUNTS[AMOUNT](form) == form


# ── letters ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_letters_of_a_mac_become_one_character_wherever_they_stand() -> None:
    before = "title: Мои\u0306\nsummary: 'И\u0306 и\u0300'"
    assert tidied(before) == "title: Мой\nsummary: 'Й ѝ'"
    assert tidied("title: А", "Мои\u0306, тои\u0306.\n").endswith("Мой, той.\n")


@pytest.mark.parametrize("text", ["а\u0301 е\u0301", "…\u2026 ½ ﬁ ²", "1\u0306 \u0306", "и" + "\u0306" * 40])
def test_other_characters_stay(text: str) -> None:
    assert tidied(f"title: А {text}") == f"title: А {text}"


def test_letters_are_told_once_a_line() -> None:
    [first, second] = found("---\ntitle: А\n---\nМои\u0306 тои\u0306\nкои\u0306\n")
    assert [(p.code, str(p.at), len(p.corrections), p.severity) for p in (first, second)] == [
        ("TXT-09", "a.md:4:3", 2, Severity.INFO),
        ("TXT-09", "a.md:5:3", 1, Severity.INFO),
    ]


@given(st.text(st.sampled_from("ийеЙКaо\u0306\u0300\u0301\u0308\u0327\u0483 .\u212b"), max_size=30))
def test_letters_mean_the_same_to_unicode(text: str) -> None:
    made = tidied("title: А", f"x{text}\n")
    assert unicodedata.normalize("NFC", made) == unicodedata.normalize("NFC", f"title: А\n---\nx{text}\n")


# ── remarks ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("head", [
    'notes:\n  - {field: start, printed: "Мои\u0306"}',
    'notes:\n  - field: start\n    printed: "Мои\u0306"\nstart: 2018',
    'notes: [{field: start, printed: "Мои\u0306"}]\ntitle: А',
])  # fmt: skip
def test_remarks_stay(head: str) -> None:
    assert tidied(head) == head


def test_what_stands_around_remarks_is_tidied() -> None:
    head = 'summary: Мои\u0306\nnotes:\n  - {field: a, printed: "и\u0306"}\nstart: 9.1.2018'
    assert tidied(head, "Тои\u0306\n") == (
        'summary: Мой\nnotes:\n  - {field: a, printed: "и\u0306"}\nstart: 2018-01-09\n---\nТой\n'
    )
