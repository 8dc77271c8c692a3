"""Sentences and words: what ends a sentence, and what a word is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.sentences import count_words, sentences


@pytest.mark.parametrize(("text", "expected"), [
    ("", []),
    (" \n", []),
    ("Едно изречение", ["Едно изречение"]),
    ("Едно. Две! Три? Край…", ["Едно.", "Две!", "Три?", "Край…"]),
    ("На гр. Кюстендил, ул. „Х“ 5. Край", ["На гр. Кюстендил, ул. „Х“ 5.", "Край"]),
    ("През 2018 г. Паркът е готов.", ["През 2018 г.", "Паркът е готов."]),
    ("Пейки, храсти и др. за парка, т.е. за хората", ["Пейки, храсти и др. за парка, т.е. за хората"]),
    ("А. Иванов и инж. Б. Петров (вж. чл. 5).", ["А. Иванов и инж. Б. Петров (вж. чл. 5)."]),
    ("Казаха: „Готово.“ После си тръгнаха.", ["Казаха: „Готово.“", "После си тръгнаха."]),
    ("See Art. 5 of Reg. 1303, e.g. No. 7. The end.", ["See Art. 5 of Reg. 1303, e.g. No. 7.", "The end."]),
    ("Проект на сумму 5 млн. евро. Итог.", ["Проект на сумму 5 млн. евро.", "Итог."]),
    ("Да!!! . ? Не", ["Да!!!", ".", "?", "Не"]),
    (". Край", [".", "Край"]),
])  # fmt: skip
def test_sentences(text: str, expected: list[str]) -> None:
    found = list(sentences(text))
    assert [sentence.strip() for _, sentence in found] == expected
    assert all(text.startswith(sentence, place) for place, sentence in found)


@pytest.mark.parametrize(("text", "count"), [
    ("", 0),
    ("– „ “ …", 0),
    ("Нов парк", 2),
    ("515 000,00 лв. и 1\u00a0226\u00a0263,61 лева", 5),
    ("социално-икономически (и/или) д-р O’Neill", 4),
    ("от 2014–2020 г., 12.05.2020, 10:30 ч.", 6),
])  # fmt: skip
def test_words(text: str, count: int) -> None:
    assert count_words(text) == count


@given(st.text(alphabet="аБ.!? \n„“1г", max_size=40))
def test_sentences_lose_nothing(text: str) -> None:
    assert "".join(sentence for _, sentence in sentences(text)).rstrip() == text.rstrip()
