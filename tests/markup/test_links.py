"""Links and pictures: taken out of the HTML, each with its place in the file."""

from __future__ import annotations

import pytest

from sitegen.markup.addresses import plain_target
from sitegen.markup.parsing import Parsed, parse_markdown
from sitegen.markup.words import MarkupWords
from sitegen.model.document import MARK

WORDS = MarkupWords(back_to_text="{number}", note="Забележка", warning="Внимание", quote="Цитат")


def parsed(text: str, first_line: int = 1) -> Parsed:
    return parse_markdown(text, language="bg", first_line=first_line, words=WORDS)


def places(text: str) -> list[tuple[str, int, int]]:
    return [(link.target, link.line, link.column) for link in parsed(text).document.links]


@pytest.mark.parametrize(
    ("text", "target", "column"),
    [
        ("а [б](в.md)", "в.md", 3),
        ('а [б](в.md "Заглавие")', "в.md", 3),
        ("а [б](<в г.pdf>)", "в г.pdf", 3),
        ("а [б](в%20г.pdf)", "в г.pdf", 3),
        ("а [](в.md)", "в.md", 3),
        ("а ![б](в.jpg)", "в.jpg", 3),
        ("а ![](в.jpg)", "в.jpg", 3),
        ("а <https://x.bg/?a=1&b=2>", "https://x.bg/?a=1&b=2", 3),
        ("а <info@x.bg>", "mailto:info@x.bg", 3),
        ("а <mailto:info@x.bg>", "mailto:info@x.bg", 3),
        ("а [б][в]\n\n[в]: г.md", "г.md", 3),
        ("а [б][]\n\n[б]: г.md", "г.md", 3),
        ("а [б]\n\n[б]: <г.md> 'д'", "г.md", 3),
        ("а ![б][в]\n\n[в]: г.jpg", "г.jpg", 3),
        ("а ![б]\n\n[б]: г.jpg", "г.jpg", 3),
        ("а <a href='б&amp;в'>г</a>", "б&в", 3),
        ("<div>\n<a href='б'>г</a></div>", "б", 1),
        ("а [^б](в)", "в", 3),
        ("а \\![б](в)", "в", 5),
        ("а [б](page:projects/kn#a3)", "page:projects/kn#a3", 3),
        ("а [б](#цел)", "#цел", 3),
    ],
)
def test_every_kind_of_link_is_found_with_its_place(text: str, target: str, column: int) -> None:
    (link,) = parsed(text).document.links
    assert (link.target, link.column) == (target, column)
    assert link.is_picture == ("img" in text or text.startswith("а !"))


def test_links_keep_their_places_whatever_stands_around() -> None:
    text = (
        "`[код](x)` [а](x) и [а](x), <http://x.bg> [![п](x.jpg)](x)\n"
        "- ред [а](x)\n\n"
        "> цитат [а][р]\n\n"
        "```\n[а](x)\n```\n\n"
        "    [а](x)\n\n"
        "| А |\n|---|\n| [а](x) |\n\n"
        "::: note [а](x)\nтекст <b>[а](x)</b>\n:::\n\n"
        "[р]: x\n"
    )
    assert places(text) == [
        ("x", 1, 12), ("x", 1, 21), ("http://x.bg", 1, 29), ("x", 1, 43), ("x.jpg", 1, 44),
        ("x", 2, 7), ("x", 4, 9), ("x", 14, 3), ("x", 16, 10), ("x", 17, 10),
    ]  # fmt: skip


def test_the_first_line_of_a_body_has_its_number_in_the_file() -> None:
    (link,) = parsed("\n[а](x)", first_line=12).document.links
    assert (link.line, link.column) == (13, 1)


def test_raw_html_pictures_are_links_too() -> None:
    found = parsed(
        '<figure><img src="а%20б.jpg" alt="Площад" width="4" class="wide"><figcaption>в</figcaption></figure>'
    )
    (picture,) = found.document.links
    assert found.problems == ()
    assert (picture.target, picture.alt, picture.is_picture, picture.column) == ("а б.jpg", "Площад", True, 9)
    assert picture.attributes == (("class", "wide"), ("width", "4"))
    assert found.document.sections[0].html == "<figure>\ue0000\ue001<figcaption>в</figcaption></figure>"


def test_links_carry_their_other_attributes() -> None:
    (link,) = parsed('[а](б "Заглавие"){#x .y lang=en hreflang=en}').document.links
    assert link.attributes == (
        ("class", "y"), ("hreflang", "en"), ("id", "x"), ("lang", "en"), ("title", "Заглавие"),
    )  # fmt: skip


def test_a_picture_without_alternative_text_is_an_error() -> None:
    found = parsed("![Площад](а.jpg) ![](б.jpg){.decorative} ![](в.jpg) <img src='г.jpg' alt=''>")
    assert [(problem.code, problem.column, str(problem.message)) for problem in found.problems] == [
        ("A11Y-01", 42, "the picture 'в.jpg' has no alternative text"),
        ("A11Y-01", 53, "the picture 'г.jpg' has no alternative text"),
    ]
    assert "![](в.jpg){.decorative}" in str(found.problems[0].hint)
    assert [link.is_decorative for link in found.document.links] == [False, True, False, False]
    assert found.document.links[1].attributes == ()


@pytest.mark.parametrize(
    ("text", "alt"),
    [("`стар` площад", "стар площад"), ("[площад]", "[площад]"), ("1 < 2 & <b>", "1 < 2 & <b>"), ("`<i>`", "<i>")],
)
def test_an_alternative_text_is_plain_text(text: str, alt: str) -> None:
    assert parsed(f"![{text}](а.jpg)").document.links[0].alt == alt


def test_a_tangled_alternative_text_holds_nothing_of_the_librarys() -> None:
    links = parsed("![CDATA[</p><!--<img src=x>?>](а.jpg)").document.links
    assert not any("zz" in link.alt for link in links)


def test_marks_stand_for_tags() -> None:
    html = parsed("[а](x) и [![п](y.jpg)](z)").document.sections[0].html
    assert html == "<p>\ue0000\ue001а\ue000/0\ue001 и \ue0001\ue001\ue0002\ue001\ue000/1\ue001</p>"
    assert MARK.sub(r"<\1\2>", html) == "<p><0>а</0> и <1><2></1></p>"


def test_an_editors_own_marks_are_removed() -> None:
    found = parsed("а\ue0000\ue001б <http://x.bg/\ue000> [в\ue001](г\ue000)")
    assert found.document.text == "а0б http://x.bg/ в"
    assert [link.target for link in found.document.links] == ["http://x.bg/", "г"]


def test_anchors_without_an_address_are_no_links() -> None:
    found = parsed('<a id="x">а</a> <a>б</a>')
    assert found.document.links == ()
    assert found.document.anchors == {"x"}
    assert found.document.sections[0].html == '<p><a id="x">а</a> б</p>'


@pytest.mark.parametrize(
    ("address", "target"),
    [
        (" %D0%B0%20b.pdf ", "а b.pdf"),
        ("%ff.pdf", "%ff.pdf"),
        ("100%.pdf", "100%.pdf"),
        ("page:%D0%B0", "page:а"),
        ("https://x.bg/?q=a%26b", "https://x.bg/?q=a%26b"),
        ("//x.bg/%26", "//x.bg/%26"),
    ],
)
def test_addresses_are_read_without_their_encoding(address: str, target: str) -> None:
    assert plain_target(address) == target
