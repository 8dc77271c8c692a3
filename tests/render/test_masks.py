"""The mask that is chosen fast is the one that the library chooses by looking at each module."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from segno import make_qr

from sitegen.render.masks import masked


def agrees(address: str) -> bool:
    return masked(address) == tuple(map(bytes, make_qr(address, error="m").matrix))


@settings(deadline=None, max_examples=60)
@given(st.from_regex(r"https://[a-z-]{1,60}\.bg/eu/p/[1-9][0-9]{0,3}/", fullmatch=True))
def test_addresses(address: str) -> None:
    assert agrees(address)


@pytest.mark.parametrize("length", [1, 20, 40, 60, 80, 100, 120, 200])
def test_short_and_long_ones(length: int) -> None:
    assert agrees("a" * length)


@pytest.mark.long
@settings(deadline=None, max_examples=3000)
@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789-./:", min_size=1, max_size=125))
def test_all_kinds(address: str) -> None:
    assert agrees(address)
