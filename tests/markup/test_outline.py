"""Outlines of built pages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sitegen.markup.outline import Anchor, Outline, PageHeading, outline

PAGE = """<!doctype html>
<html lang="bg">
<head><title>Проект &amp; още</title><meta property="og:image" content="/x.png">
<link rel="alternate" hreflang="en" href="/en/"><meta http-equiv="refresh" content="0; url=/bg/nov/"></head>
<body><h1 id="top">Голям <em>парк</em></h1>
<p id="a"><a href="../x/?a=1&amp;b=2">х</a> <img src="/a.jpg" srcset="/a-480.jpg 480w, /a-960.jpg 960w"></p>
<svg><title>знак</title><use href="#znak"></use></svg><form action="/tarsene/"><button formaction="/b">х</button></form>
</body></html>"""


def test_a_page() -> None:
    found = outline(PAGE)
    assert (found.language, found.title) == ("bg", "Проект & още")
    assert found.anchors == (Anchor("top", 5, 7), Anchor("a", 6, 1))
    assert found.ids == {"top", "a"}
    assert found.headings == (PageHeading(1, "Голям парк", "top", 5, 7),)
    assert [(one.target, one.tag, one.attribute, one.line, one.column) for one in found.references] == [
        ("/en/", "link", "href", 4, 1),
        ("/bg/nov/", "meta", "content", 4, 49),
        ("../x/?a=1&b=2", "a", "href", 6, 11),
        ("/a.jpg", "img", "src", 6, 45),
        ("/a-480.jpg", "img", "srcset", 6, 45),
        ("/a-960.jpg", "img", "srcset", 6, 45),
        ("#znak", "use", "href", 7, 25),
        ("/tarsene/", "form", "action", 7, 55),
        ("/b", "button", "formaction", 7, 80),
    ]
    assert (found.references[0].rel, found.references[0].hreflang) == ("alternate", "en")


def test_the_first_of_two_attributes_counts_as_in_browsers() -> None:
    assert outline("<a href=x href=y id></a>").references[0].target == "x"


def test_a_srcset_without_sizes() -> None:
    assert [one.target for one in outline("<img srcset='a.jpg, b.jpg 2x,c.jpg'>").references] == [
        "a.jpg", "b.jpg", "c.jpg",
    ]  # fmt: skip


def test_pages_that_are_none() -> None:
    assert outline("") == Outline()
    assert outline("<![foo <p id=x>").anchors == ()
    assert outline("<![foo]><p id=x>").ids == {"x"}
    assert outline("</h1></title>текст").headings == ()
    assert outline("<h1>а</title>б</h1>").headings[0].text == "аб"


@given(st.text(alphabet="<>!-[]/ =\"'ahi1pt\n&;") | st.text())
def test_any_text_is_answered(text: str) -> None:
    outline(text)
