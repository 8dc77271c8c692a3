"""Soft hyphens stand in long words only, where the language breaks them, and change nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.hyphenation import SHY, softened


@pytest.mark.parametrize(("text", "language", "shown"), [
    ("деинституционализация", "bg", "деин-с-ти-ту-ци-о-на-ли-зация"),
    ("взаимоотношения", "ru", "взаи-мо-от-но-шения"),
    ("deinstitutionalisation", "en", "dein-sti-tu-tion-al-isa-tion"),
    ("градина и училище", "bg", "градина и училище"),
    ("деинституционализация", "xx", "деинституционализация"),
    ("BG16RFOP001-5.001-0042-C01", "bg", "BG16RFOP001-5.001-0042-C01"),
])  # fmt: skip
def test_long_words_may_break(text: str, language: str, shown: str) -> None:
    assert softened(text, language).replace(SHY, "-") == shown


def test_words_that_are_set_already_stay() -> None:
    assert softened("деинституциона\u00adлизация", "bg") == "деинституциона\u00adлизация"


@given(st.text(), st.sampled_from(["bg", "en", "ru", "ro"]))
def test_only_soft_hyphens_come_in(text: str, language: str) -> None:
    assert softened(text, language).replace(SHY, "") == text.replace(SHY, "")


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъьюя", min_size=14, max_size=40))
def test_four_letters_stay_together(word: str) -> None:
    parts = softened(word, "bg").split(SHY)
    assert len(parts) == 1 or min(len(parts[0]), len(parts[-1])) >= 4
