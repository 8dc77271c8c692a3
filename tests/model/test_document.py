"""Bodies: links stand as marks in the text until a page knows where they lead."""

from __future__ import annotations

from sitegen.model.document import MARK, closing_mark, opening_mark


def test_the_marks_of_a_link_are_found_again() -> None:
    text = f"Виж {opening_mark(12)}плана{closing_mark(12)} и {opening_mark(3)}"
    assert MARK.findall(text) == [("", "12"), ("/", "12"), ("", "3")]
    assert MARK.sub("", text) == "Виж плана и "
