"""Every kind of page as people meet it: accessible, private, whole at 320 pixels, without a script."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from itertools import product
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Look = Callable[..., Any]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "rules": {"target-size": {"enabled": True}}}
EMBLEM = 38
"""CSS pixels: 1 cm (`domain.md` 1.2)."""
KINDS = {
    "home": ("/bg/", "/en/", "/ru/"),
    "projects": ("/bg/proekti/", "/en/projects/", "/ru/proekty/"),
    "narrowed": ("/bg/proekti/status/priklyuchil/", "/en/projects/status/completed/", "/ru/proekty/status/zavershen/"),
    "project": ("/bg/proekti/kn-deinst/", "/en/projects/kn-deinst/", "/ru/proekty/kn-deinst/"),
    "phare": (
        "/bg/proekti/social-services-phare/",
        "/en/projects/social-services-phare/",
        "/ru/proekty/social-services-phare/",
    ),
    "event": (
        "/bg/proekti/kn-deinst/sabitia/startova-preskonferentsia/",
        "/en/projects/kn-deinst/events/opening-press-conference/",
        "/ru/proekty/kn-deinst/sobytiya/nachalnaya-press-konferentsiya/",
    ),
    "news": (
        "/bg/proekti/ruzhintsi-future/novini/project-start/",
        "/en/projects/ruzhintsi-future/news/project-start/",
        "/ru/proekty/ruzhintsi-future/novosti/project-start/",
    ),
    "page": ("/bg/za-primera/", "/en/about/", "/ru/o-primere/"),
    "events": ("/bg/sabitia/", "/en/events/", "/ru/sobytiya/"),
    "news list": ("/bg/novini/", "/en/news/", "/ru/novosti/"),
    "documents": ("/bg/dokumenti/", "/en/documents/", "/ru/dokumenty/"),
    "partners": ("/bg/partnyori/", "/en/partners/", "/ru/partnery/"),
    "contacts": ("/bg/kontakti/", "/en/contacts/", "/ru/kontakty/"),
    "search": ("/bg/tarsene/", "/en/search/", "/ru/poisk/"),
    "statement": ("/bg/dostapnost/", "/en/accessibility/", "/ru/dostupnost/"),
    "site map": ("/bg/karta-na-sayta/", "/en/sitemap/", "/ru/karta-sayta/"),
    "privacy": ("/bg/poveritelnost/", "/en/privacy/", "/ru/konfidentsialnost/"),
    "all languages": ("/", "/404.html", "/p/1/", "/data/"),
    "home with a crest": ("rich:/bg/", "rich:/en/", "rich:/ru/"),
    "map, charts, gallery": ("rich:/bg/proekti/park/", "rich:/en/projects/town-park/", "rich:/ru/proekty/park/"),
    "page of a project": ("rich:/bg/proekti/park/plan/",),
    "agenda": (
        "rich:/bg/proekti/park/sabitia/2018-02-20-start/",
        "rich:/en/projects/town-park/events/2018-02-20-start/",
        "rich:/ru/proekty/park/sobytiya/start/",
    ),
    "neighbours in news": (
        "rich:/bg/proekti/park/novini/purva-kopka/",
        "rich:/en/projects/town-park/news/purva-kopka/",
        "rich:/ru/novosti/ru-novost/",
    ),
    "events to come": ("rich:/bg/sabitia/", "rich:/en/events/", "rich:/ru/sobytiya/"),
    "documents of pages": ("rich:/bg/dokumenti/", "rich:/en/documents/", "rich:/ru/dokumenty/"),
    "logos": ("rich:/bg/partnyori/", "rich:/en/partners/", "rich:/ru/partnery/"),
    "pages below": ("rich:/bg/about/", "rich:/bg/about/team/", "rich:/en/about-us/"),
    "dates of barriers": ("rich:/bg/dostapnost/", "rich:/en/accessibility/", "rich:/ru/dostupnost/"),
}
EVERY = [address for addresses in KINDS.values() for address in addresses]
SAMPLE = [
    "/",
    "rich:/bg/proekti/park/",
    "/bg/proekti/kn-deinst/",
    "/en/projects/",
    "/ru/proekty/kn-deinst/sobytiya/nachalnaya-press-konferentsiya/",
]
FUNDED = [address for address in EVERY if not address.startswith("rich:")] + [*KINDS["map, charts, gallery"]]
"""Pages with the Union's emblem; the newest project of the rich site is a national one, which its lists go by."""
WIDTHS = (320, 768, 1280)
LOOKS = (("light", "none"), ("dark", "none"), ("light", "active"))
"""Colour schemes, and whether the reader's own colours are forced."""
FRAMED = [address for address in EVERY if address not in KINDS["all languages"]]


def violations(page: Any) -> list[str]:
    """What axe finds, with the first place of each."""
    script = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    page.evaluate(script)
    found = page.evaluate("options => axe.run(document, options)", OPTIONS)["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found]


@pytest.mark.sample(3)
@pytest.mark.parametrize("address", SAMPLE)
def test_axe_finds_nothing(look: Look, address: str) -> None:
    assert violations(look(address, width=320, scheme="dark")) == []
    assert violations(look(address)) == []


@pytest.mark.long
@pytest.mark.parametrize("address", EVERY)
def test_axe_finds_nothing_anywhere(look: Look, address: str) -> None:
    page = look(address)
    for width, (scheme, forced) in product(WIDTHS, LOOKS):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme, forced_colors=forced)
        assert (width, scheme, forced, violations(page)) == (width, scheme, forced, [])


def assert_calm(look: Look, address: str) -> None:
    """Nothing to scroll sideways, no other host, no word in the console, no cookie, nothing stored."""
    page = look(address, width=320, height=256)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate("window.scrollTo(500, 0)")
    assert page.evaluate("window.scrollX") == 0
    assert [url for url in page.asked if not url.startswith(page.home + "/")] == []
    assert [line for line in page.said if "favicon" not in line] == []
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.sample(2)
@pytest.mark.parametrize("address", SAMPLE)
def test_calm(look: Look, address: str) -> None:
    assert_calm(look, address)


@pytest.mark.long
@pytest.mark.parametrize("address", EVERY)
def test_calm_everywhere(look: Look, address: str) -> None:
    assert_calm(look, address)


def assert_emblem(look: Look, address: str) -> None:
    """The Union's emblem is large enough, and on the first screen of a small phone as a whole."""
    page = look(address, width=320, height=256)
    for emblem in page.query_selector_all("svg.emblem"):
        box = emblem.bounding_box()
        assert box["height"] >= EMBLEM
        assert abs(box["width"] / box["height"] - 1.5) < 0.02
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= 320
        assert box["y"] + box["height"] <= 256
    assert page.query_selector("svg.emblem")


@pytest.mark.sample(2)
@pytest.mark.parametrize("address", SAMPLE[1:])
def test_the_emblem_is_seen_at_once(look: Look, address: str) -> None:
    assert_emblem(look, address)


@pytest.mark.long
@pytest.mark.parametrize("address", FUNDED)
def test_the_emblem_is_seen_at_once_everywhere(look: Look, address: str) -> None:
    assert_emblem(look, address)


@pytest.mark.sample(1)
@pytest.mark.parametrize("address", SAMPLE[1:3])
def test_the_skip_link_comes_first_and_works(look: Look, address: str) -> None:
    page = look(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    box = page.evaluate("(r => [r.left, r.top, r.width, r.height])(document.activeElement.getBoundingClientRect())")
    assert box[0] >= 0
    assert box[1] >= 0
    assert box[2] > 24
    assert box[3] >= 24
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


def test_it_works_without_scripts(look: Look) -> None:
    page = look("/bg/", width=320, java_script_enabled=False)
    page.click("nav.menu summary")
    page.click("nav.menu details a[href='/bg/proekti/']")
    page.click("details.filters summary")
    page.click("details.filters a >> nth=0")
    page.click("ul.languages a[lang='ru']")
    assert "/ru/proekty/" in page.url
    assert page.get_attribute("html", "lang") == "ru"


def test_a_wrong_address_shows_the_404_page_and_leads_back(look: Look) -> None:
    page = look("/bg/няма/такава/страница")
    page.click("section[lang='en'] a[href='/en/']")
    assert page.url.endswith("/en/")
    assert page.get_attribute("html", "lang") == "en"


@pytest.mark.long
@pytest.mark.parametrize("address", FRAMED)
def test_at_400_percent_with_wider_spacing_nothing_is_cut(look: Look, address: str) -> None:
    page = look(address, width=320, height=256)
    page.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
