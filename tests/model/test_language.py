"""Words know the language that they are written in."""

from __future__ import annotations

from sitegen.model.language import Multilingual, Phrase

NAME = Multilingual((("bg", "Община"), ("en", "Municipality")))


def test_a_phrase_is_its_text() -> None:
    assert str(Phrase("Парк", "bg")) == "Парк"
    assert Phrase("Парк", "bg")
    assert not Phrase("", "bg")


def test_a_text_comes_in_the_language_asked_for_else_in_the_first() -> None:
    assert NAME.into("en") == Phrase("Municipality", "en")
    assert NAME.into("ru") == Phrase("Община", "bg")


def test_no_text_is_empty_words() -> None:
    assert NAME
    assert not Multilingual()
    assert Multilingual().into("ru") == Phrase("", "ru")
