"""A source: its body, and where a value is spelled letter by letter."""

from __future__ import annotations

import pytest

from sitegen.model.source import Source
from sitegen.problems import Location

PATH = "content/a.bg.md"


def test_the_body_begins_on_its_line() -> None:
    source = Source(PATH, "---\ntitle: А\n---\nЕдно\nдве", 4)
    assert source.body == "Едно\nдве"
    assert source.lines[1] == "title: А"


@pytest.mark.parametrize(("line", "value", "column"), [
    ('x: "два"', "два", 5), ("x: 'два'", "два", 5), ("x: два # бел", "два", 4), ("x: 'a''b'", "a'b", None),
    ("x: |", "два\nреда", None), ("x: два", "", None), ("x: две", "два", None),
])  # fmt: skip
def test_the_spelling_of_a_value(line: str, value: str, column: int | None) -> None:
    found = Source(PATH, line, 2).spelling(Location(PATH, 1, 4), value)
    assert found == (Location(PATH, 1, column) if column else None)


def test_a_place_behind_the_end_spells_nothing() -> None:
    assert Source(PATH, "x: два", 2).spelling(Location(PATH, 9, 4), "два") is None
