"""The tags of a page, cut once: whoever looks only at them misses nothing that a careful reader finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.markup.requests.found import Found
from sitegen.markup.requests.pages import in_page, read
from sitegen.markup.tags import tag_places, tags, visible
from sitegen.text.hosts import host_of
from sitegen.text.requests import Act

PAGE = "<!doctype html>\n"


def far(found: tuple[Found, ...]) -> set[Found]:
    return {one for one in found if one.act is Act.KEEP or host_of(one.said)}


def test_each_tag_has_its_name_its_attributes_and_the_text_behind_it() -> None:
    cut = tags(f'{PAGE}<p class="а > б">в<br/></p>\n')
    assert cut.found == (("p", ' class="а > б"', "в"), ("br", "/", ""), ("/p", "", "\n"))
    assert cut.attributes == (("class", "а > б"),)
    assert cut.is_plain


@pytest.mark.parametrize("hidden", [
    "<!--> <p> -->", "<!-- а --!> <p> -->", "<!-- <p>", "<template><img></template>", "<textarea><p></textarea>", "<p <b>", "<p class='а\">", "< p>", "а < б",
    "<![CDATA[а]]>", "<?xml?>", "<!doctype html>",
])  # fmt: skip
def test_what_hides_something_is_read_with_care(hidden: str) -> None:
    assert not tags(PAGE + hidden).is_plain


@pytest.mark.parametrize("plain", [
    "", "<p>а</p>", "<!-- <p> - -- -->", "<!---->", "<script>if (a < b) '<p>'</script>", "<style>a > b { }</style>", '<p title="а > б">', "<P CLASS=а>",
])  # fmt: skip
def test_what_hides_nothing(plain: str) -> None:
    assert tags(PAGE + plain).is_plain
    assert not tags(plain).is_plain  # it begins like no page of ours


@pytest.mark.parametrize(
    "written", ["<p id='а'>", "<p id=а>", '<p id = "а">', '<p id=а class="б">', '<p class="б"id=а>']
)
def test_attributes_that_are_written_another_way_are_not_cut(written: str) -> None:
    assert tags(PAGE + written).attributes is None


def test_attributes_without_a_value_are_passed_over() -> None:
    cut = tags(f'{PAGE}<input hidden ID="а" required><p hidden><a HREF="/б/"></a>')
    assert cut.attributes == (("id", "а"), ("href", "/б/"))


def test_nothing_is_moved_by_what_no_one_perceives() -> None:
    html = "<p>а</p><script>1 < '\n</p>'</script><b>б</b><!--\n<i> --><i>в</i>"
    assert len(visible(html)) == len(html)
    assert visible(html).count("\n") == 2
    assert [html[start : start + 2] for start in tag_places(html)] == ["<p", "</", "<s", "</", "<b", "</", "<i", "</"]


PIECES = [
    '<a href="https://b.example/">', "</a>", '<a href="javascript:fetch(1)">', '<a ping="//b.example/">', '<p onclick="a()">',
    '<img src="//b.example/a.png">', '<img src="/a.png" alt="">', "<IMG SRC=//b.example/>", "<img src='//b.example/'>",
    '<img srcset="//b.example/ 2x">', '<base href="//b.example/">', '<link rel="canonical" href="https://b.example/">',
    '<link rel="preload" href="https://b.example/">', '<meta property="og:image" content="https://b.example/">',
    '<meta http-equiv="refresh" content="0; url=//b.example/">', '<script type="application/ld+json">{"@id": "https://b.example/"}</script>',
    '<script src="/a.js"></script>', '<script src="//b.example/a.js"></script>', "<script>fetch('//b.example/')</script>",
    "<style>p { color: red }</style>", "<style>p { background: url(//b.example/) }</style>", '<style media="print">p { background: url(//b.example/) }</style>',
    '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', '<use href="#a"/>', '<iframe srcdoc="&lt;img src=//b.example/&gt;">',
    '<p style="background: url(//b.example/)">', '<p title="&#x2f;">', '<img src="&#x2f;/b.example/">', "<!--", "-->", "--!>", "<!-- а -->", "-", "<template>", "</template>",
    '<a style="background: url(//b.example/)">', '<p/onclick="a()">', '<img/src="//b.example/">', '<a/ping="//b.example/">',
    '<p onclick ="fetch(1)">', '<a href="/"STYLE="background: url(//b.example/)">',
    '"', "'", ">", "<", "а", " ", "\n", "<textarea>", "</textarea>", "</style>", "</script>", "<title>", "</title>", '<a title="<img src=//b.example/>">',
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=6).map("".join))
def test_a_look_in_a_hurry_misses_nothing(body: str) -> None:
    assert far(read(PAGE + body)) <= far(in_page(PAGE + body))
