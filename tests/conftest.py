"""What all tests share: hypothesis profiles, whether the long proofs run in full, and templates compiled once."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from sitegen.builder import flow
from sitegen.render.workshop import Memory

settings.register_profile("quick", max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("long" if os.environ.get("CI") == "true" else "quick")


@pytest.fixture(autouse=True)
def _no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture(autouse=True, scope="session")
def _compiled_once() -> Iterator[None]:
    """Most of a small build's time goes into the compiling of its templates; one memory serves all builds of a run."""
    memory = Memory()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flow, "bytecode", lambda cache: memory)
        yield
