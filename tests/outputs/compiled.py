"""Templates compiled once for all tests of a run: most of a small build's time goes there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sitegen.builder import flow
from sitegen.render.workshop import Memory

TEMPLATES = Memory()


@pytest.fixture(autouse=True, scope="module")
def compiled_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flow, "bytecode", lambda cache: TEMPLATES)
        yield
