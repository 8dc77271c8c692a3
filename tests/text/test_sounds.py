"""Texts that differ in their typography alone sound the same."""

from __future__ import annotations

import pytest

from sitegen.text.sounds import sounds


@pytest.mark.parametrize("text", [
    "Парк „Север“ – 2-ри етап", 'парк "Север" - 2-РИ ЕТАП', "Парк «Сe\u00adвер»\u00a0— 2-ри_етап".replace("e", "е"),
])  # fmt: skip
def test_typography_is_not_heard(text: str) -> None:
    assert sounds(text) == "парксевер2риетап"


def test_other_words_are() -> None:
    assert sounds("Парк Север") != sounds("Парк Юг")
    assert sounds("–") == ""
