"""The site behind the headers that it asks for itself: nothing is refused, and what only a script can do is done."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import rules
from tests.browser.test_site import Look, violations

pytestmark = pytest.mark.browser

LISTEN = "addEventListener('securitypolicyviolation', event => console.log('refused: ' + event.violatedDirective))"
WITH_BUTTON = "/bg/proekti/kn-deinst/"


def pages_of(folder: Path) -> list[str]:
    """Every page but the old addresses, which lead away."""
    pages = (path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.html")))
    return ["/" + page.removesuffix("index.html") for page in pages]


@pytest.mark.sample(1)
@pytest.mark.parametrize("share", range(5))
def test_no_page_asks_for_what_the_policy_refuses(look: Look, below_a_path: str, folder: Path, share: int) -> None:
    page = look(below_a_path + "/")
    page.context.add_init_script(LISTEN)
    said: dict[str, list[str]] = {}
    for address in pages_of(folder)[share::5]:
        page.said.clear()
        answer = page.goto(below_a_path + address)
        assert "style-src 'sha256-" in answer.headers["content-security-policy"]
        assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px", address
        if page.said:
            said[address] = list(page.said)
    assert said == {}


def test_the_policy_bites(look: Look, below_a_path: str) -> None:
    page = look(below_a_path + "/bg/")
    page.evaluate(LISTEN)
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('style'), {textContent: 'body{margin:9px}'}))"
    )
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
    assert any("style-src" in line for line in page.said)


def test_the_deferred_script_works_behind_it(look: Look, below_a_path: str) -> None:
    page = look(below_a_path + WITH_BUTTON)
    assert page.locator("[data-copy] + button").count() > 0
    assert page.said == []


def test_files_of_the_theme_are_kept_and_open_data_are_open(look: Look, below_a_path: str, tmp_path: Path) -> None:
    page: Any = look(below_a_path + "/bg/")
    src = page.locator("script[src]").first.get_attribute("src")
    kept = page.request.get(below_a_path.removesuffix("/proekti") + src).headers
    assert kept["cache-control"] == "public, max-age=31536000, immutable"
    assert page.request.get(below_a_path + "/data/projects.json").headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in page.request.get(below_a_path + "/bg/").headers


def test_a_file_of_rules_is_read_path_by_path(tmp_path: Path) -> None:
    file = tmp_path / "_headers"
    file.write_text("/*\n  A: 1\n/data/*\n  B: x: y\n", encoding="utf-8")
    assert rules(file) == [("/*", [("A", "1")]), ("/data/*", [("B", "x: y")])]


def test_axe_finds_nothing_on_the_page_of_open_data(look: Look, below_a_path: str) -> None:
    assert violations(look(below_a_path + "/data/", width=320, scheme="dark")) == []
    assert violations(look(below_a_path + "/data/")) == []
