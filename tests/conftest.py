"""What all tests share: hypothesis profiles, samples of what is long, and what every build of a run needs, made once."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import HealthCheck, settings

from sitegen.builder import flow
from sitegen.render.catalogue import parse_catalogue
from sitegen.render.workshop import Memory

settings.register_profile("quick", max_examples=16, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("long" if os.environ.get("CI") == "true" else "quick")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Of a test that is marked `sample(N)`, N of its cases stay quick, evenly spread; --long runs all."""
    cases: dict[pytest.Item | pytest.Collector | None, dict[str, list[pytest.Item]]] = {}
    for item in items:
        if item.get_closest_marker("sample"):
            name = item.name.partition("[")[0]
            cases.setdefault(item.parent, {}).setdefault(name, []).append(item)
    for found in (one for names in cases.values() for one in names.values()):
        mark = found[0].get_closest_marker("sample")
        count = mark.args[0] if mark else len(found)
        quick = {number * len(found) // count for number in range(count)}
        for number, item in enumerate(found):
            if number not in quick:
                item.add_marker(pytest.mark.long)


@pytest.fixture(autouse=True)
def _no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture(autouse=True, scope="session")
def _compiled_once() -> Iterator[None]:
    """Templates and catalogues cost a small build more than its pages; one memory serves all builds of a run."""
    memory = Memory()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flow, "bytecode", lambda _: memory)
        patch.setattr(flow, "parse_catalogue", cache(parse_catalogue))
        yield
