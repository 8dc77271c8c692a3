"""Readdressing: every address that a browser follows is found, and nothing else of the text changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.markup.readdressing import addresses_in, readdressed


def starred(_tag: str, address: str) -> str:
    """Every address that begins at the root, with a star in front."""
    return "*" + address if address.startswith("/") else address


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="/a/">x</a>', '<a href="*/a/">x</a>'),
        ("<a\nclass=b  href='/a/?x=1&amp;y=2#z'>x</a>", '<a\nclass=b  href="*/a/?x=1&amp;y=2#z">x</a>'),
        ("<A HREF=/a/>x</A>", '<A HREF="*/a/">x</A>'),
        ('<img alt="href=/no" src="/a.png">', '<img alt="href=/no" src="*/a.png">'),
        ('<img srcset="/a,1.png 1x, /b.png 2x" alt="">', '<img srcset="*/a,1.png 1x, */b.png 2x" alt="">'),
        ('<img srcset="/a.png, /b.png 2x,c.png 3x">', '<img srcset="*/a.png, */b.png 2x,c.png 3x">'),
        ('<meta http-equiv="refresh" content="0; url=/a/">', '<meta http-equiv="refresh" content="0; url=*/a/">'),
        ('<meta name="x" content="0; url=/a/">', '<meta name="x" content="0; url=/a/">'),
        ("<style>a{background:url(/a.png)} @import '/b.css';</style>", "<style>a{background:url(*/a.png)} @import '*/b.css';</style>"),
        ('<p style="background:url(/a.png)">x', '<p style="background:url(*/a.png)">x'),
        ('<svg><use xlink:href="/a.svg#i"/><image href="/b.png"/></svg>', '<svg><use xlink:href="*/a.svg#i"/><image href="*/b.png"/></svg>'),
        ('<video poster="/p.png" src="/v.mp4"></video>', '<video poster="*/p.png" src="*/v.mp4"></video>'),
        ('<form action="/s/"><button formaction="/t/">x</button></form>', '<form action="*/s/"><button formaction="*/t/">x</button></form>'),
        ('<script>a = "<a href=/a/>"</script>', '<script>a = "<a href=/a/>"</script>'),
        ('<!-- <a href="/a/"> --><p>href="/a/"', '<!-- <a href="/a/"> --><p>href="/a/"'),
        ('<a data-href="/a/" href="b">x</a>', '<a data-href="/a/" href="b">x</a>'),
        ('<![if x]><a href="/a/">', '<![if x]><a href="*/a/">'),
    ],
)  # fmt: skip
def test_pages(before: str, after: str) -> None:
    assert readdressed(before, "html", starred) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('a{b:url("/a b.png")}', 'a{b:url("*/a b.png")}'),
        ("a{b:URL( '/a.png' )}", "a{b:URL( '*/a.png' )}"),
        ('@import "/a.css" print; @import url(/b.css);', '@import "*/a.css" print; @import url(*/b.css);'),
        ("a{b:url(data:image/png;base64,/9j/)}", "a{b:url(data:image/png;base64,/9j/)}"),
    ],
)
def test_style_sheets(before: str, after: str) -> None:
    assert readdressed(before, "css", starred) == after


def test_all_addresses_are_told() -> None:
    assert addresses_in('<a href="b">x</a><style>a{b:url(c)}</style><img srcset="d 1x, e 2x">', "html") == tuple("bcde")


@given(st.text(alphabet="<>ahref=\"'/ \n!-[]?x&;", max_size=60))
def test_what_need_not_change_stays_to_the_last_byte(text: str) -> None:
    assert readdressed(text, "html", lambda _tag, address: address) == text
