"""No kind of page is forgotten by the tests in the browser, in no language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sitegen.builder.flow import understand
from sitegen.builder.order import Order
from sitegen.builder.plan import make_plan
from sitegen.model.artifact import Task
from sitegen.model.gate import public
from sitegen.outputs import OUTPUTS
from tests.browser.conftest import CHECKOUT, NOW, RUNNING, furnished
from tests.browser.test_site import EVERY

LEAVES_AT_ONCE = "stub.html"
"""A page that only leads on, so that no browser stays on it."""


def pages(content: Path, now: datetime) -> Iterator[tuple[str, Task]]:
    """The addresses of a site's pages, with their tasks."""
    site = understand(Order(content=content, now=now)).site
    assert site is not None
    for task in make_plan(public(site), OUTPUTS).tasks:
        if task.path.endswith(".html"):
            yield "/" + task.path.removesuffix("index.html"), task


def language_of(address: str) -> str:
    """The first folder, where it is a language."""
    first = address.split("/")[1]
    return first if first in ("bg", "en", "ru") else ""


def test_every_kind_of_page_is_looked_at_in_every_language(tmp_path: Path) -> None:
    rich = pages(furnished(tmp_path / "content"), RUNNING)
    known = [*pages(CHECKOUT / "content", NOW), *(("rich:" + address, task) for address, task in rich)]
    kinds = {
        address: (name, language_of(address))
        for address, task in known
        for name in task.templates
        if name != LEAVES_AT_ONCE
    }
    assert set(EVERY) <= set(kinds)
    assert set(kinds.values()) == {kinds[address] for address in EVERY}
