"""What a text makes a browser do by itself, in every kind of text that does anything."""

from __future__ import annotations

import pytest

from sitegen.text.requests import Act, Request, host_of, requests

FOREIGN = "https://cdn.example/x"


def said(path: str, text: str) -> list[str]:
    return [f"{one.act} {one.said}" for one in requests(path, text)]


@pytest.mark.parametrize("tag", [
    f'<script src="{FOREIGN}"></script>',
    f"<script src={FOREIGN}></script>",
    f"<SCRIPT ASYNC SRC='{FOREIGN}'></SCRIPT>",
    f'<img alt="a > b" src="{FOREIGN}">',
    f'<img src="/a.jpg" srcset="/b.jpg 1x, {FOREIGN} 2x">',
    f'<picture><source srcset="{FOREIGN} 480w"></picture>',
    f'<iframe src="{FOREIGN}"></iframe>',
    f'<object data="{FOREIGN}"></object>',
    f'<video poster="{FOREIGN}"></video>',
    f'<link rel="stylesheet" href="{FOREIGN}">',
    f'<link rel="preconnect" href="{FOREIGN}">',
    f'<link href="{FOREIGN}" rel="shortcut icon">',
    f'<form action="{FOREIGN}"></form>',
    f'<input type="image" src="{FOREIGN}">',
    f'<button formaction="{FOREIGN}">а</button>',
    f'<a href="/" ping="{FOREIGN}">а</a>',
    f'<base href="{FOREIGN}">',
    f'<body background="{FOREIGN}">',
    f'<meta http-equiv="refresh" content="0;url={FOREIGN}">',
    f'<svg><use href="{FOREIGN}"/></svg>',
    f'<svg><image xlink:href="{FOREIGN}"/></svg>',
    f"<style>@import '{FOREIGN}';</style>",
    f"<style>p{{background:url({FOREIGN})}}</style>",
    f"<p style=\"background:url('{FOREIGN}')\">",
    f'<script>fetch("{FOREIGN}")</script>',
    f'<?xml-stylesheet type="text/css" href="{FOREIGN}"?>',
])  # fmt: skip
def test_a_page_asks_another_host(tag: str) -> None:
    assert said("a.html", f"<p>Текст</p>\n{tag}") == [f"ask {FOREIGN}"]


@pytest.mark.parametrize("tag", [
    f'<a href="{FOREIGN}">навън</a>',
    f'<link rel="canonical" href="{FOREIGN}">',
    f'<link rel="alternate" hreflang="en" href="{FOREIGN}">',
    f'<meta property="og:image" content="{FOREIGN}">',
    f'<script type="application/ld+json">{{"@context": "{FOREIGN}"}}</script>',
    '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
    "<script>document.createElementNS('http://www.w3.org/2000/svg', 'svg')</script>",
    '<img src="/a//b.jpg">',
    '<img src="a.jpg?next=https://cdn.example/x">',
    "<script>const half = a // b</script>",
    f"<p>Пишете <code>&lt;img src={FOREIGN}&gt;</code></p>",
    '<p style="color:red">',
    '<link href="/a.css">',
])  # fmt: skip
def test_what_waits_for_a_click_or_is_no_address_asks_nobody(tag: str) -> None:
    assert requests("a.html", tag) == ()


@pytest.mark.parametrize("script", [
    "document.cookie='a=b'", 'document["cookie"]', "cookieStore.get('a')", "localStorage.x = 1",
    "window.sessionStorage", "indexedDB.open('a')", "caches.open('a')", "navigator.serviceWorker.register('/w.js')",
    "navigator.storage.persist()",
])  # fmt: skip
def test_a_script_keeps_something(script: str) -> None:
    assert [one.act for one in requests("a.js", script)] == [Act.KEEP]
    assert [one.act for one in requests("a.html", f"<script>{script}</script>")] == [Act.KEEP]


@pytest.mark.parametrize(("path", "text", "expected"), [
    ("a.css", "@import url(//fonts.example/a.css);", ["ask //fonts.example/a.css"]),
    ("a.css", "p { background: url(a.png) }", []),
    ("a.mjs", "import('https://cdn.example/x')", [f"ask {FOREIGN}"]),
    ("a.js", "const words = 'caches'", []),
    ("a.svg", f'<svg><script href="{FOREIGN}"/></svg>', [f"ask {FOREIGN}"]),
    ("site.webmanifest", f'{{"icons": [{{"src": "{FOREIGN}"}}]}}', [f"ask {FOREIGN}"]),
    ("site.webmanifest", '{"icons": [{"src": "/icon.png"}]}', []),
    ("_headers", "/*\n  Set-Cookie: a=b", ["keep Set-Cookie"]),
    (".htaccess", "Header set set-cookie a=b", ["keep set-cookie"]),
    ("a.html", '<meta http-equiv="Set-Cookie" content="a=b">', ["keep Set-Cookie"]),
    ("plan.txt", f"<script src={FOREIGN}>", []),
    ("data.json", f'{{"src": "{FOREIGN}"}}', []),
])  # fmt: skip
def test_each_kind_is_read_in_its_own_way(path: str, text: str, expected: list[str]) -> None:
    assert said(path, text) == expected


def test_places_count_from_one_and_entities_are_undone() -> None:
    text = '<p>Текст</p>\n<p>а</p> <img src="https://cdn.example/?a&amp;b">'
    assert requests("a.html", text) == (Request(Act.ASK, "https://cdn.example/?a&b", 2, 20),)


@pytest.mark.parametrize(("address", "host"), [
    ("https://User@CDN.example:8080/a", "cdn.example"),
    ("//cdn.example", "cdn.example"),
    ("wss://[::1]:80/a", "[::1]"),
    ("/a", ""),
])  # fmt: skip
def test_hosts(address: str, host: str) -> None:
    assert host_of(address) == host
