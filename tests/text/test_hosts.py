"""Hosts: which one an address asks, as browsers understand it."""

from __future__ import annotations

import pytest

from sitegen.text.hosts import host_of


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://example.org/a?b#c", "example.org"),
        ("HTTP://User:Pass@Example.ORG.:8080", "example.org"),
        ("//cdn.example/a.js", "cdn.example"),
        (r"\\cdn.example\a.js", "cdn.example"),
        (" \n//cdn.example", "cdn.example"),
        ("ht\ntps:/\t/cdn.example", "cdn.example"),
        ("wss:cdn.example", "cdn.example"),
        ("https://община.бг/", "xn--80abvuc1e.xn--90ae"),
        ("https://xn--80abvuc1e.xn--90ae/", "xn--80abvuc1e.xn--90ae"),
        (f"https://{'a' * 70}.org/", f"{'a' * 70}.org"),
        ("https://", ""),
        ("/a/b", ""),
        ("a.js", ""),
        ("", ""),
        ("#x", ""),
        ("data:image/png;base64,//AA", ""),
        ("mailto:a@example.org", ""),
        ("javascript:void(0)", ""),
    ],
)
def test_the_host_that_is_asked(address: str, host: str) -> None:
    assert host_of(address) == host
