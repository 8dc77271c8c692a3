"""Quotation marks without a partner: what stands as whole, and where a lonely one stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.quotes import Lonely, Role, lonely, unclosed
from sitegen.text.typography import MARK, typeset


@pytest.mark.parametrize("text", [
    "",
    "Без кавички, the municipality's own, O’Neill",
    "Проект „Нов парк“ приключи.",
    "Проект „Нов парк” и „Сграда\".",
    "„Лога „Съфинансирано от ЕС““",
    'Лога "Лого "Съфинансирано от ЕС""',
    '"Програма 2020"',
    'екран 24"',
    'екран 24" и 27"',
    "5'10\" и 3°20'15\"",
    "„ Текст “",
    "”Текст” и “текст“",
    '("Х"), "У".',
    'проект"Х"и „У " край',
    '**"Парк"**, - "Да" - каза той.',
    "«Проект «Зелёная община»»",
    "“Regions in Growth”, “Good Governance”",
    "„80 %“ и „Стоп!“",
    "‟Text”",
    '""',
])  # fmt: skip
def test_whole_texts(text: str) -> None:
    assert lonely(text) is None


@pytest.mark.parametrize(("text", "place", "is_open"), [
    ("Проект „Нов парк приключи.", 7, True),
    ("Дейност 1:Организация на проекта”", 32, False),
    ("„А“ и Б”", 7, False),
    ("„Проект „А“ е готов", 0, True),
    ("«Проект «Зелёная община»", 0, True),
    ("“Regions” and “Growth", 14, True),
    ('"А", "Б" и "В', 11, True),
    ('Текст" и "друг', 5, False),
    ('"Програма 2020', 0, True),
    ("»Парк«", 0, False),
    ('"', 0, True),
    ("проект”парк", 6, True),
])  # fmt: skip
def test_lonely_marks(text: str, place: int, is_open: bool) -> None:
    assert lonely(text) == Lonely(place, is_open)


WHOLE = st.recursive(
    st.sampled_from(["парк", "община 2020", "нов парк, стар парк", "и"]),
    lambda inner: st.tuples(st.sampled_from(["„{}“", '"{}"', "«{}»", "“{}”", "„{}”"]), inner).map(
        lambda pair: f"за {pair[0].format(pair[1])}."
    ),
)


@given(st.lists(WHOLE, max_size=4).map(" ".join))
def test_nested_quotations_are_whole(text: str) -> None:
    assert lonely(text) is None


@given(st.text(alphabet='"„“”«»а1 ,.(', max_size=30))
def test_a_lonely_mark_is_a_mark(text: str) -> None:
    found = lonely(text)
    assert found is None or MARK.match(text, found.place)


@given(st.lists(WHOLE, min_size=1, max_size=3).map(" ".join), st.sampled_from(["bg", "en", "ru"]))
def test_what_is_whole_stays_whole_when_it_is_set(text: str, language: str) -> None:
    assert lonely(typeset(text, language)) is None


def test_what_closes_nothing_is_not_open() -> None:
    assert unclosed([(3, Role.CLOSES), (5, Role.CLOSES)]) == 3
    assert unclosed([(3, Role.CLOSES), (5, Role.OPENS), (9, Role.OPENS), (12, Role.CLOSES)]) == 5
