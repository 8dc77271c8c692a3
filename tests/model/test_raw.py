"""Front matter before it has types: what counts as absent."""

from __future__ import annotations

import pytest

from sitegen.model.raw import Scalar, is_empty
from sitegen.problems import Location
from tests.model.small import FILE, head, raw


@pytest.mark.parametrize(("text", "empty"), [
    ("", True), ("'  '", True), ("no", False),
    ("[]", True), ("['']", False),
    ("{}", True), ("{bg: ''}", False),
])  # fmt: skip
def test_a_key_alone_is_as_good_as_none(text: str, empty: bool) -> None:
    assert is_empty(raw(text)) is empty


def test_a_map_gives_what_was_written_under_a_key() -> None:
    found = head("title: Парк\nsummary:\n")
    assert found.get("title") == Scalar("Парк", Location(FILE, 1, 8))
    assert found.get("summary") is None
    assert found.get("number") is None
