"""The golden site, built once for all tests of the outputs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outputs.web import Web, web_of

__all__ = ["GOLDEN", "web"]

GOLDEN = Path(__file__).parents[1] / "golden" / "content"


@pytest.fixture(scope="session")
def web() -> Web:
    return web_of(GOLDEN)
