"""What published texts make a browser do: each way to ask, to set a cookie, to keep something; and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.markup.requests import reader_of, requests
from sitegen.text.requests import Act, Request

OTHER = "https://other.example/x"


def told(path: str, text: str) -> list[str]:
    return [f"{one.act} {one.said}" for one in requests(path, text)]


LOADING = [
    '<img src="{}">',
    "<IMG SRC={}>",
    '<img srcset="/a.png 1x, {} 2x">',
    '<picture><source srcset="{} 2x"></picture>',
    '<video poster="{}"></video>',
    '<audio src="{}"></audio>',
    '<track src="{}">',
    '<script src="{}"></script>',
    '<script type="module">import x from "{}"</script>',
    '<script type="importmap">{{"imports": {{"a": "{}"}}}}</script>',
    '<link rel="stylesheet" href="{}">',
    '<link rel="alternate stylesheet" href="{}">',
    '<link rel="preconnect" href="{}">',
    '<link rel="dns-prefetch" href="{}">',
    '<link rel="icon" href="{}">',
    '<link rel="preload" as="image" imagesrcset="{} 2x">',
    '<iframe src="{}"></iframe>',
    "<iframe srcdoc='<img src=\"{}\">'></iframe>",
    '<embed src="{}">',
    '<object data="{}"></object>',
    '<form action="{}"></form>',
    '<button formaction="{}">x</button>',
    '<input type="image" src="{}">',
    '<base href="{}">',
    '<a href="/a" ping="/own {}">x</a>',
    '<table background="{}"></table>',
    '<meta http-equiv="Refresh" content="0; url={}">',
    "<style>p {{ background: url({}) }}</style>",
    "<p style=\"background: url('{}')\">x</p>",
    '<svg><image href="{}"/></svg>',
    '<svg><use xlink:href="{}"/></svg>',
    '<svg><rect fill="url({})"/></svg>',
    '<svg><image href="#a"><set attributeName="xlink:href" to="{}"/></image></svg>',
    "<p onclick=\"fetch('{}')\">x</p>",
    "<p/onclick=\"fetch('{}')\">x</p>",
    '<a href="/" style="background: url({})">x</a>',
    "<a href=\"javascript:fetch('{}')\">x</a>",
]


@pytest.mark.parametrize("page", LOADING)
@pytest.mark.parametrize("address", [OTHER, "//other.example/x"])
def test_a_page_asks(page: str, address: str) -> None:
    assert told("a.html", f"<!doctype html>\n<p>Дума</p>\n{page.format(address)}") == [f"ask {address}"]


@pytest.mark.parametrize("page", LOADING)
def test_a_page_that_asks_its_own_host_is_fine(page: str) -> None:
    assert told("a.html", page.format("/x")) == []


@pytest.mark.parametrize(
    "page",
    [
        f'<a href="{OTHER}">{OTHER}</a>',
        f'<a href="{OTHER}" rel="noopener" target="_blank">x</a><area href="{OTHER}">',
        f'<link rel="canonical" href="{OTHER}"><link rel="alternate" hreflang="en" href="{OTHER}">',
        f'<link rel="license author me" href="{OTHER}">',
        f'<meta property="og:image" content="{OTHER}"><meta name="twitter:image" content="{OTHER}">',
        f'<script type="application/ld+json">{{"@context": "https://schema.org", "url": "{OTHER}"}}</script>',
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><a href="https://b.c/"/></svg>',
        f'<blockquote cite="{OTHER}">x</blockquote><code>{OTHER}</code><p>src="{OTHER}"</p>',
        f'<img alt="url({OTHER})" src="/a.png"><p title="url({OTHER})">x</p>',
        "<img src='data:image/gif;base64,//8='>",
        f"<!-- <img src='{OTHER}'> -->",
    ],
)
def test_what_visitors_follow_themselves_is_no_request(page: str) -> None:
    assert told("a.html", page) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.css", '@import "{}";'),
        ("a.css", "@import url({}) screen;"),
        ("a.css", "p{{src:url( '{}' )}}"),
        ("a.css", "p{{background:image-set('/a.png' 1x, \"{}\" 2x)}}"),
        ("a.svg", "<svg><style><![CDATA[p{{fill:url({})}}]]></style></svg>"),
        ("a.xml", '<?xml-stylesheet type="text/xsl" href="{}"?><a/>'),
        ("a.xsl", '<xsl:stylesheet><xsl:import href="{}"/></xsl:stylesheet>'),
        ("feed.xml", "<feed><entry><content type='html'>&lt;img src='{}'&gt;</content></entry></feed>"),
        ("feed.xml", "<feed><content><![CDATA[<img src='{}'>]]></content></feed>"),
        ("feed.xml", "<feed><icon>{}</icon></feed>"),
        ("feed.xml", '<rss><enclosure url="{}"/></rss>'),
        ("a.ics", "BEGIN:VCALENDAR\r\nIMAGE;VALUE=URI:{}\r\n"),
        ("a.ics", 'X-ALT-DESC;FMTTYPE=text/html:<img src="{}">\r\n'),
        ("m.webmanifest", '{{"icons": [{{"src": "{}"}}]}}'),
        ("_headers", "/*\n  Link: <{}>; rel=preconnect"),
        (".htaccess", "Header set Content-Security-Policy \"default-src 'self'; report-uri {}\""),
        ("_headers", '  Reporting-Endpoints: a="{}"'),
        ("_headers", '  Report-To: {{"endpoints": [{{"url": "{}"}}]}}'),
        ("_headers", "  Refresh: 5; url={}"),
        ("a.js", "fetch('{}')"),
        ("a.js", "new WebSocket(`{}`)"),
        ("a.js", 'const a = x / 2; new Image().src = "{}" / 1'),
        ("a.js", "import('{}')"),
        ("a.js", "document.body.innerHTML = \"<img src='{}'>\""),
        ("a.js", "let s = /[\"'/]/.test(a) ? '{}' : 0"),
        ("a.js", "`a ${{ f(`b ${{ {{a: 1}}.a }} c`, '{}') }} d`"),
        ("a.mjs", "a = `url({})`"),
    ],
)
def test_other_files_ask(path: str, text: str) -> None:
    assert told(path, text.format(OTHER)) == [f"ask {OTHER}"]
    assert told(path, text.format("/x")) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.css", f'/* url({OTHER}) */ @namespace svg url(http://www.w3.org/2000/svg); p{{content:"{OTHER}"}}'),
        ("a.css", "p{background:url(data:image/png;base64,//8=)}"),
        ("a.js", f"// {OTHER}\n/* '{OTHER}' */ a = 1 // '{OTHER}'"),
        ("a.js", "document.createElementNS('http://www.w3.org/2000/svg', 'a')"),
        ("a.js", f"throw Error('see {OTHER} for more')"),
        ("a.js", f"x = \"<a href='{OTHER}'>x</a>\""),
        ("a.js", "a = b / c; d = '//' / 2; e = /https?:\\/\\//.test(f)"),
        ("a.js", "a.startsWith('https://'); if (x) /\"/.test(y); return /'/g"),
        ("a.js", "`${a}//${b}`"),
        ("sitemap.xml", f"<urlset xmlns='http://www.sitemaps.org/x'><url><loc>{OTHER}</loc></url></urlset>"),
        ("feed.xml", f"<feed><link rel='alternate' href='{OTHER}'/><id>{OTHER}</id></feed>"),
        ("a.ics", f"URL:{OTHER}\r\nDESCRIPTION:{OTHER}\r\n"),
        ("a.json", f'{{"src": "{OTHER}"}}'),
        ("a.txt", f"<img src='{OTHER}'> document.cookie"),
        ("_headers", f"# Link: <{OTHER}>; rel=preconnect\n  Link: <{OTHER}>; rel=license"),
        ("a.pdf", f"<img src='{OTHER}'>"),
    ],
)
def test_other_files_that_ask_nobody(path: str, text: str) -> None:
    assert told(path, text) == []


@pytest.mark.parametrize(
    ("path", "text", "act"),
    [
        ("a.js", "document.cookie = 'a=1'", "keep document.cookie"),
        ("a.js", "document['cookie'] = 'a=1'", "keep cookie"),
        ("a.js", "cookieStore.set('a', 1)", "keep cookieStore"),
        ("a.html", "<script>document.cookie</script>", "keep document.cookie"),
        ("a.html", "<p onclick='document.cookie=1'>", "keep document.cookie"),
        ("a.html", "<meta http-equiv='Set-Cookie' content='a=1'>", "keep set-cookie"),
        ("_headers", "/*\n  Set-Cookie: a=1", "keep Set-Cookie"),
        (".htaccess", "CookieTracking on", "keep CookieTracking on"),
        (".htaccess", "RewriteRule ^ - [CO=a:1]", "keep [CO=a:1]"),
        (".nginx.conf", "userid on;", "keep userid on"),
        ("a.js", "localStorage.a = 1", "keep localStorage"),
        ("a.js", "window[ 'sessionStorage' ].a = 1", "keep sessionStorage"),
        ("a.js", "indexedDB.open('a')", "keep indexedDB"),
        ("a.js", "caches.open('a')", "keep caches.open"),
        ("a.js", "navigator.serviceWorker.register('/a.js')", "keep serviceWorker"),
        ("a.svg", "<svg><script>localStorage.a = 1</script></svg>", "keep localStorage"),
        ("m.webmanifest", '{"serviceworker": {"src": "/a.js"}}', "keep serviceworker"),
    ],
)
def test_cookies_and_what_is_kept(path: str, text: str, act: str) -> None:
    assert told(path, text) == [act]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.js", "// document.cookie\nt('localStorage'); caches = {}; a.cookies; a.cookieEnabled"),
        ("a.html", "<p>document.cookie localStorage</p><script type='text/plain'>document.cookie</script>"),
        ("_headers", "# Set-Cookie: a=1\n  Cookie-Free: yes"),
    ],
)
def test_what_only_speaks_of_them(path: str, text: str) -> None:
    assert told(path, text) == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.html", f"<p>\n  <img alt='x'\n   src='{OTHER}'>"),
        ("a.html", f"<p>\n<style>\np {{ color: red }}\n</style>\n<script>\n\nlocalStorage\n</script><img src={OTHER}>"),
        ("_headers", f"/*\n  Link: <{OTHER}>; rel=icon\n  Set-Cookie: a=1"),
        ("a.js", "/* x */\n  document.cookie + indexedDB"),
    ],
)
def test_the_place_is_where_the_words_stand(path: str, text: str) -> None:
    lines = text.split("\n")
    found = requests(path, text)
    assert found
    for one in found:
        assert lines[one.line - 1].startswith(one.said, one.column - 1)


def test_entities_are_undone() -> None:
    text = '<p>Текст</p>\n<p>а</p> <img src="https://other.example/?a&amp;b">'
    assert requests("a.html", text) == (Request(Act.ASK, "https://other.example/?a&b", 2, 20),)


@pytest.mark.parametrize("tag", [
    r'<img src="\\other.example\x.png">',
    '<img src="&#47;&#47;other.example/x">',
    '<img src="ht\ntps://other.example/x">',
    '<img src=/a onerror="document.cookie=1">',
    "<form action='https:other.example'></form>",
])  # fmt: skip
def test_disguises(tag: str) -> None:
    assert len(requests("a.html", tag)) == 1


@pytest.mark.parametrize(("path", "text"), [
    ("a.js", r"fetch('https://other.example/\ud83d')"),
    ("a.js", r"fetch('https://other.example/\u{110000}')"),
    ("a.css", r"p { src: url(https://other.example/\d83d ) }"),
    ("a.html", "<img src='https://other.example/&#xd83d;'>"),
])  # fmt: skip
def test_halves_of_signs_can_be_told(path: str, text: str) -> None:
    [one] = requests(path, text)
    assert one.said.encode().startswith(b"https://other.example/")


PIECES = [
    "<img src=", "'", '"', "`", "${", "}", "//other.example/", "https:", "\\ud83d", "\\d800 ", "\\u{110000}", "&#xd800;",
    "<script>", "</script>", "<style>", "@import ", "url(", ")", "<!--", "<![CDATA[", "/*", "srcdoc=", "Link: <", "\n",
    "<content type='html'>&lt;", "on=", "Set-Cookie", "а",
]  # fmt: skip
NAMES = ("a.html", "a.svg", "a.js", "a.css", "a.ics", "a.webmanifest", ".htaccess")


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=25).map("".join))
def test_nothing_that_is_read_ends_in_a_traceback(text: str) -> None:
    lines = text.split("\n")
    for name in NAMES:
        for one in requests(name, text):
            assert one.said.encode()
            assert 1 <= one.line <= len(lines)


@pytest.mark.parametrize(("path", "is_read"), [
    ("a.html", True), ("b/_headers", True), ("a/.htaccess", True), ("a.SVG", True), ("x.html/a", False),
    ("a.html.gz", False), ("html", False), ("a.pdf", False), ("a.csv", False),
])  # fmt: skip
def test_which_files_do_something(path: str, is_read: bool) -> None:
    assert (reader_of(path) is not None) is is_read
