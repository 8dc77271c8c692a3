"""What a browser measures of the emblem and the words beside it: the default theme fulfils all, changes are caught."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sitegen.markup.measured import SCRIPT, judged_measures
from sitegen.markup.visibility import BROKEN, Expected

pytestmark = [pytest.mark.long, pytest.mark.browser]

PAGE = "/bg/proekti/kn-deinst/"
EXPECTED = Expected(
    lines=("Европейски съюз", "Европейски фонд за регионално развитие"),
    strange=(),
    emblem="Емблема на Европейския съюз",
    height=38,
    ratio=1.5,
    colours=("#003399", "#FFCC00"),
    screen=(320, 256),
    fonts=("Arial", "Verdana"),
    inks=("#003399", "#000000", "#FFFFFF"),
)


def broken(page: Any) -> set[str]:
    """The rules that are broken on an open page."""
    found = judged_measures(page.evaluate(SCRIPT, EXPECTED.emblem), EXPECTED)
    return {one.rule for one in found if one.state == BROKEN}


@pytest.mark.parametrize("address", [PAGE, "/bg/", "/bg/dokumenti/", "/bg/partnyori/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_default_theme_fulfils_all(look: Callable[..., Any], address: str, scheme: str) -> None:
    assert broken(look(address, width=320, height=256, scheme=scheme)) == set()


@pytest.mark.parametrize(("css", "rule"), [
    (".emblem{height:30px!important;width:45px}", "emblem_height"),
    (".emblem{transform:scale(.5)}", "emblem_height"),
    (".emblem{transform:scaleX(2)}", "emblem_shape"),
    (".emblem path{fill:#060!important}", "emblem_colours"),
    ("header{filter:grayscale(1)}", "emblem_colours"),
    (".strip{display:none}", "emblem_visible"),
    (".strip{visibility:hidden}", "emblem_visible"),
    ("main{position:fixed;inset:0;background:#fff}", "emblem_visible"),
    (".top{min-height:300px;display:block}", "first_screen"),
    (".strip{margin-left:-200px}", "first_screen"),
    (".strip p{font-style:italic}", "statement_plain"),
    (".strip{text-decoration:underline}", "statement_plain"),
    (".strip p{text-shadow:0 0 2px #000}", "statement_plain"),
    (".strip{font-family:Georgia}", "statement_fonts"),
    (".strip p{color:#a00}", "statement_colours"),
    (".strip p{margin-left:-60px}", "text_apart"),
])  # fmt: skip
def test_a_change_is_caught(look: Callable[..., Any], css: str, rule: str) -> None:
    page = look(PAGE, width=320, height=256)
    page.add_style_tag(content=css)
    assert rule in broken(page)


def test_a_larger_logo_and_a_missing_emblem_are_caught(look: Callable[..., Any]) -> None:
    page = look(PAGE, width=320, height=256)
    page.evaluate("""document.querySelector('.strip p').insertAdjacentHTML('beforebegin',
        '<svg viewBox="0 0 90 60" width="90" height="60" style="flex:none"><path d="M0 0h90v60z"/></svg>')""")
    assert "largest_logo" in broken(page)
    page.evaluate("document.querySelector('.emblem').remove()")
    assert broken(page) == {"emblem"}
