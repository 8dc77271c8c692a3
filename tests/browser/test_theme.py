"""The theme as people meet it: its letters, its charts, its keyboard, its paper, and what a script adds."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.test_site import EVERY, violations

pytestmark = pytest.mark.browser

Look = Callable[..., Any]
PROJECT = "/bg/proekti/park/"
SHIFT = """
window.shift = 0;
new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shift += entry.value })
  .observe({type: 'layout-shift', buffered: true});
"""
LARGEST_SHIFT = 0.01
"""Of the design's budget; 0 is usual."""


def picture(page: Any, language: str, text: str) -> bytes:
    """How a text looks in a language."""
    page.evaluate(
        """([language, text]) => {
          const shown = document.createElement('p');
          shown.id = 'sample'; shown.lang = language; shown.textContent = text;
          document.querySelector('#sample')?.remove();
          document.querySelector('main').prepend(shown);
        }""",
        [language, text],
    )
    page.evaluate("document.fonts.ready")
    shot: bytes = page.locator("#sample").screenshot()
    return shot


def test_bulgarian_and_russian_letters_have_their_own_forms(look: Look) -> None:
    page = look("/bg/")
    page.wait_for_function(
        "[...document.fonts].filter(font => font.status == 'loaded' && font.family == 'Sofia').length == 2"
    )
    page.reload()  # a font that came late serves from the next page on
    assert picture(page, "bg", "дгтвиплк") != picture(page, "ru", "дгтвиплк")
    assert picture(page, "bg", "асенорх") == picture(page, "ru", "асенорх")


def late(route: Any) -> None:
    """Half a second after the page."""
    time.sleep(0.5)
    route.continue_()


@pytest.mark.long
def test_nothing_moves_when_the_fonts_come_late(look: Look, base: str) -> None:
    page = look("/404.html")
    page.route("**/*.woff2", late)
    page.add_init_script(SHIFT)
    for address in ("/bg/", PROJECT.replace("park", "kn-deinst")):
        page.goto(base + address)
        page.wait_for_timeout(900)
        assert page.evaluate("window.shift") <= LARGEST_SHIFT


def test_two_fonts_and_no_more_are_asked_for(look: Look) -> None:
    page = look(PROJECT.replace("park", "kn-deinst"))
    page.evaluate("document.fonts.ready")
    asked = [url.rpartition("/")[2] for url in page.asked]
    assert sum(name.endswith(".woff2") for name in asked) == 2
    assert len(asked) <= 5  # the page, its fonts, its script and the mark of the tab


@pytest.mark.sample(1)
@pytest.mark.parametrize("options", [{}, {"scheme": "dark"}, {"forced_colors": "active"}, {"width": 320}], ids=str)
def test_charts_are_accessible(look: Look, rich: str, options: dict[str, Any]) -> None:
    page = look(rich + PROJECT, **options)
    assert page.locator("svg.split").count() == 1
    assert page.locator("svg.bar").count() >= 3
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= options.get("width", 1280)


def test_parts_of_the_budget_are_as_wide_as_their_shares(look: Look, rich: str) -> None:
    page = look(rich + PROJECT)
    widths = [path.bounding_box()["width"] for path in page.locator("svg.split > path").all()]
    shares = [cell.inner_text() for cell in page.locator("#budget tbody td:last-child").all()]
    numbers = [float(share.replace("%", "").replace(",", ".").strip()) for share in shares]
    assert len(widths) == len(numbers) >= 2
    for width, number in zip(widths, numbers, strict=True):
        assert width / sum(widths) * 100 == pytest.approx(number, abs=2)


def assert_the_keyboard_reaches_everything(page: Any) -> None:
    """Each link, button and summary once, the skip link first, with a focus that is seen, and out again."""
    focusable = page.evaluate(
        "[...document.querySelectorAll('a[href], button, summary, [tabindex]')].filter(e => e.checkVisibility()).length"
    )
    seen: list[str] = []
    for _ in range(focusable):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e);
                 e.dataset.seen ??= String(Math.random());
                 const box = e.getBoundingClientRect();
                 const isSeen = box.width > 1 && box.bottom > 0 && box.top < innerHeight;
                 return [e.tagName, e.dataset.seen, s.outlineStyle, s.boxShadow, isSeen] }"""
        )
        assert found[0] != "BODY", "a trap, or the end too early"
        assert found[2] != "none" or found[3] != "none", found
        assert found[4], "what has the focus is not on the screen"
        seen.append(found[1])
    assert len(set(seen)) == focusable
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.seen ?? 'left'") in ("left", seen[0])


def test_the_keyboard_reaches_everything_in_order(look: Look, rich: str) -> None:
    assert_the_keyboard_reaches_everything(look(rich + PROJECT))


@pytest.mark.long
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("address", EVERY)
def test_the_keyboard_reaches_everything_everywhere(look: Look, address: str, width: int) -> None:
    assert_the_keyboard_reaches_everything(look(address, width=width))


@pytest.mark.long
@pytest.mark.parametrize("address", EVERY)
def test_nothing_is_missing_without_a_script(look: Look, address: str) -> None:
    with_it, without = (words_of(look(address, width=320, java_script_enabled=is_on)) for is_on in (True, False))
    added = [button.inner_text() for button in with_it.get_by_role("button").all()]
    text = with_it.inner_text()
    for words in added:
        text = text.replace(words, "", 1)
    assert text.split() == without.inner_text().split()
    assert without.get_by_role("button").count() == 0


def words_of(page: Any) -> Any:
    """What a page is for; of the search its titles, since the form stands there for its script alone."""
    titles = page.locator("#titles")
    return titles if titles.count() else page.locator("main")


def test_a_script_adds_buttons_that_work(look: Look, rich: str) -> None:
    page = look(rich + PROJECT, permissions=["clipboard-read", "clipboard-write"])
    button = page.get_by_role("button", name="Копирайте адреса")
    button.click()
    page.get_by_text("Адресът е копиран").wait_for()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/p/7/")
    assert page.said == []


def test_without_a_script_there_is_no_dead_button(look: Look, rich: str) -> None:
    assert look(rich + PROJECT, java_script_enabled=False).locator("button").count() == 0


def test_paper_has_the_facts_the_code_and_no_menu(look: Look, rich: str) -> None:
    page = look(rich + PROJECT, width=794)
    page.emulate_media(media="print")
    assert page.locator("svg.qr").is_visible()
    assert not page.locator("nav.menu").is_visible()
    assert page.locator(".facts").bounding_box()["y"] < page.locator("#goals, #budget").first.bounding_box()["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 794


def test_logos_are_never_larger_than_the_emblem(look: Look, rich: str) -> None:
    emblem = look(rich + PROJECT).locator("svg.emblem").bounding_box()
    for address in (PROJECT, "/bg/partnyori/"):
        page = look(rich + address)
        page.evaluate("Promise.all([...document.images].map(one => { one.loading = 'eager'; return one.decode() }))")
        logos = [logo.bounding_box() for logo in page.locator("img.logo").all()]
        assert len(logos) == 3
        assert all(0 < logo["width"] <= emblem["width"] and 0 < logo["height"] <= emblem["height"] for logo in logos)


def test_the_map_has_a_pin_for_each_place_and_its_list(look: Look, rich: str) -> None:
    page = look(rich + PROJECT, width=320)
    assert page.locator("svg.map circle").count() == 2
    assert page.locator(".facts ol > li").count() == 3
    assert page.locator("svg.map").bounding_box()["width"] <= 320
