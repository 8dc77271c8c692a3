"""Compression: gzip that any gzip can read, the same for the same content."""

from __future__ import annotations

import gzip

from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.compression import gzipped


@given(st.binary(), st.integers(1, 9))
def test_it_comes_back(content: bytes, level: int) -> None:
    packed = gzipped(content, level)
    assert gzip.decompress(packed) == content
    assert gzipped(content, level) == packed


def test_the_head_has_no_time() -> None:
    assert gzipped(b"x")[4:8] == bytes(4)
