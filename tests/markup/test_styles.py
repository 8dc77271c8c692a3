"""Style texts read in the small: which declaration wins for an element, and what a static look leaves alone."""

from __future__ import annotations

import pytest

from sitegen.markup.elements import Node, elements
from sitegen.markup.styles import declared, pixels, rules

CHAIN = (
    Node("html"),
    Node("body", (("class", "home"),)),
    Node("header", (("id", "top"),)),
    Node("div", (("class", "strip wide"),)),
    Node("svg", (("class", "emblem"), ("role", "img"))),
)


@pytest.mark.parametrize("selector", [
    "svg", ".emblem", "*", ".strip svg", ".strip>svg", "header .emblem", "header>div>svg", "#top svg", "body.home svg",
    "svg[role]", "svg[role=img]", 'svg[role="img"]', "[class^=emb]", ":is(img,svg)", ":is(nav,header) svg",
    "svg:not(.logo)", ".strip.wide svg", ":root svg", ":where(.strip) svg", "a,svg",
])  # fmt: skip
def test_what_fits(selector: str) -> None:
    assert declared(f"{selector}{{height:9px}}", CHAIN, 320) == {"height": "9px"}


@pytest.mark.parametrize("selector", [
    "img", ".logo", "nav svg", "header>svg", "#main svg", "svg:hover", "svg::before", "svg:not(.emblem)", "svg[role=presentation]",
    ".strip .wide svg", "p+svg", "p~svg", "svg:first-child", ":is(img,path)",
])  # fmt: skip
def test_what_does_not_fit_or_cannot_be_told(selector: str) -> None:
    assert declared(f"{selector}{{height:9px}}", CHAIN, 320) == {}


@pytest.mark.parametrize(("css", "height"), [
    ("svg{height:1px}svg{height:2px}", "2px"),
    (".emblem{height:1px}svg{height:2px}", "1px"),
    ("#top svg{height:1px}.strip .emblem{height:2px}", "1px"),
    ("svg{height:1px!important}#top svg{height:2px}", "1px"),
    ("@media (max-width:30rem){svg{height:1px}}", "1px"),
    ("svg{height:3px}@media (min-width:48rem){svg{height:1px}}", "3px"),
    ("svg{height:3px}@media print{svg{height:1px}}", "3px"),
    ("svg{height:3px}@media (prefers-color-scheme:dark){svg{height:1px}}", "3px"),
    ("@supports (display:grid){svg{height:1px}}", "1px"),
    ("@font-face{height:9px}svg{height:1px}", "1px"),
    ("/* svg{height:9px} */svg{height:1px}", "1px"),
    ('svg::after{content:"}svg{"}svg{height:1px}', "1px"),
])  # fmt: skip
def test_which_declaration_wins(css: str, height: str) -> None:
    assert declared(css, CHAIN, 320).get("height") == height


def test_a_font_says_family_style_and_size() -> None:
    found = declared("svg{font:italic 700 16px/1.3 'Trebuchet MS',sans-serif}", CHAIN, 320)
    assert (found["font-style"], found["font-size"]) == ("italic", "16px")
    assert found["font-family"] == "'Trebuchet MS',sans-serif"


@pytest.mark.parametrize(
    ("text", "length"), [("38px", 38), ("2rem", 36), ("1.5em", 27), ("0", 0), ("50%", None), ("calc(1px + 1em)", None)]
)
def test_lengths(text: str, length: float | None) -> None:
    assert pixels(text, 18) == length


def test_a_broken_style_text_is_no_trouble() -> None:
    for css in ("}", "a{", "a{b", "@media{", "a{b:c}}d{e:f}", "'", "a[{b:c}"):
        assert isinstance(rules(css), tuple)
        declared(css, CHAIN, 320)


def test_elements_know_what_they_stand_in() -> None:
    page = elements("<body><p>Едно <b>две<br>три</b></p><svg><path d='M0'/></svg></p></body>")
    bold = next(one for one in page.walk() if one.node.tag == "b")
    assert [one.tag for one in bold.chain] == ["", "body", "p", "b"]
    assert bold.text.split() == ["две", "три"]
    assert next(one for one in page.walk() if one.node.tag == "path").parent is not None
