"""The preview in a real browser: it follows the editor, keeps its place, and lays errors over the last good page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.browser.test_site import violations
from tests.serve.serving import Served, served
from tests.sites import write_files

pytestmark = pytest.mark.browser

LONG = "\n\n".join(f"Абзац номер {number} от текста." for number in range(200))
SITE = f"-- pages/a.bg.md --\n---\ntitle: Алфа\n---\n{LONG}\n"
WARNED = "-- pages/note.txt --\nникой\n"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Served]:
    with served(write_files(tmp_path, SITE)) as running:
        yield running


@pytest.fixture
def page(chromium: Any, site: Served) -> Iterator[Any]:
    context = chromium.new_context(viewport={"width": 1280, "height": 800})
    opened = context.new_page()
    opened.said = []
    opened.on("console", lambda line: opened.said.append(line.text))
    opened.on("pageerror", lambda error: opened.said.append(str(error)))
    opened.goto(f"http://127.0.0.1:{site.port}/bg/a/")
    yield opened
    context.close()


def save(site: Served, name: str, text: str) -> None:
    (site.order.content / name).write_text(text, encoding="utf-8")
    site.rebuild()


def test_a_saved_page_comes_by_itself_and_stays_where_it_was(page: Any, site: Served) -> None:
    page.evaluate("history.scrollRestoration = 'manual'")  # a browser that does nothing of the kind by itself
    page.evaluate("scrollTo(0, 3000)")
    page.wait_for_function("scrollY == 3000")
    page.evaluate("window.before = true")
    save(site, "pages/a.bg.md", f"---\ntitle: Алфа\n---\nПрибавен.\n\n{LONG}\n")
    page.wait_for_function("!window.before && document.body.textContent.includes('Прибавен.')")
    page.wait_for_function("scrollY == 3000")
    page.evaluate("window.before = true")
    save(site, "pages/a.bg.md", f"---\ntitle: Алфа\n---\nВтори път.\n\n{LONG}\n")
    page.wait_for_function("!window.before && document.body.textContent.includes('Втори път.')")
    page.wait_for_function("scrollY == 3000")
    assert page.said == []
    assert page.evaluate("sessionStorage.length") == 0


def test_errors_lie_over_the_last_good_page(page: Any, site: Served) -> None:
    page.evaluate("window.before = true")
    save(site, "site.yaml", "title: [")
    panel = page.locator("sitegen-preview section")
    panel.wait_for()
    assert "content/site.yaml:1:" in panel.inner_text()
    assert "грешка" in panel.inner_text()
    assert panel.locator("pre").inner_text().startswith("title: [")
    assert page.evaluate("window.before")  # the page under it was not loaded again
    assert page.locator("h1").inner_text() == "Алфа"
    assert panel.evaluate("panel => getComputedStyle(panel).position") == "fixed"  # its style is at work
    assert violations(page) == []
    page.keyboard.press("Escape")
    panel.wait_for(state="detached")
    save(site, "site.yaml", "\ntitle: {")
    panel.wait_for()  # there is something else to tell
    panel.get_by_role("button", name="Затваряне").click()
    panel.wait_for(state="detached")
    assert page.said == []


def test_errors_go_when_they_are_put_right(page: Any, site: Served) -> None:
    settings = (site.order.content / "site.yaml").read_text(encoding="utf-8")
    save(site, "site.yaml", "title: [")
    page.locator("sitegen-preview section").wait_for()
    page.reload()
    page.locator("sitegen-preview section").wait_for()
    save(site, "site.yaml", settings)
    page.locator("sitegen-preview section").wait_for(state="detached")


def test_warnings_stand_small_in_a_corner(page: Any, site: Served) -> None:
    assert page.locator("sitegen-preview details").count() == 0
    save(site, "pages/note.txt", "никой")
    box = page.locator("sitegen-preview details")
    box.wait_for()
    assert box.bounding_box()["height"] < 50
    assert not box.locator("ol").is_visible()
    box.locator("summary").click()
    assert "content/pages/note.txt" in box.inner_text()
    assert violations(page) == []
    box.get_by_role("link", name="Състояние на сайта").click()
    page.wait_for_url("**/_status/")
    assert page.locator("sitegen-preview section, sitegen-preview details").count() == 0
    save(site, "pages/other.txt", "и той")
    page.get_by_text("content/pages/other.txt").wait_for()
    assert violations(page) == []


def test_the_strictest_policy_does_not_forbid_it(chromium: Any, site: Served) -> None:
    policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'"
    context = chromium.new_context()
    page = context.new_page()
    address = f"http://127.0.0.1:{site.port}/bg/a/"

    def strict(route: Any) -> None:
        reply = route.fetch()
        route.fulfill(response=reply, headers={**reply.headers, "Content-Security-Policy": policy})

    page.route(address, strict)
    page.goto(address)
    save(site, "site.yaml", "title: [")
    page.locator("sitegen-preview section").wait_for()
    assert page.locator("sitegen-preview section").evaluate("panel => getComputedStyle(panel).position") == "fixed"
    context.close()


def test_pages_that_nobody_looks_at_keep_no_connection(chromium: Any, site: Served) -> None:
    """Browsers allow six connections to one server: the seventh tab would wait for ever."""
    context = chromium.new_context()
    tabs = [context.new_page() for _ in range(8)]
    for tab in tabs:
        tab.add_init_script("Object.defineProperty(document, 'hidden', {get: () => window.away === true})")
        tab.goto(f"http://127.0.0.1:{site.port}/bg/a/")
        tab.evaluate("window.away = true; document.dispatchEvent(new Event('visibilitychange'))")
    save(site, "pages/a.bg.md", "---\ntitle: Алфа\n---\nНов текст.\n")
    assert "Нов текст." not in tabs[0].inner_text("main")
    tabs[0].evaluate("window.away = false; document.dispatchEvent(new Event('visibilitychange'))")
    tabs[0].get_by_text("Нов текст.").wait_for()  # what was missed is made up for
    context.close()


def test_an_old_tab_follows_a_new_run(page: Any, site: Served) -> None:
    page.evaluate("window.before = true")
    site.preview.shown = replace(site.preview.shown, pages="")
    site.rebuild()
    page.wait_for_function("!window.before")


def test_a_page_that_does_not_exist_yet_comes_when_it_is_written(page: Any, site: Served) -> None:
    assert page.goto(f"http://127.0.0.1:{site.port}/bg/b/").status == 404
    save(site, "pages/b.bg.md", "---\ntitle: Бета\n---\nНова.\n")
    page.get_by_role("heading", name="Бета").wait_for()
