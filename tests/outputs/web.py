"""A built site as a browser and a search engine see it: pages, links, and what a link leads to."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from sitegen.builder.flow import build
from sitegen.builder.order import Order
from tests.sites import NOW, Built

REFRESH = re.compile(r"\d+;\s*url=(.*)")
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@dataclass(frozen=True)
class Page:
    """A built HTML page."""

    path: str
    tree: html.HtmlElement

    def find(self, expression: str) -> list[html.HtmlElement]:
        """Elements by a CSS-like XPath."""
        return list(self.tree.xpath(expression))

    def text(self, expression: str = "//body") -> str:
        """The words of the first element that is found, spaces drawn together except no-break ones."""
        found = self.find(expression)
        return re.sub(r"[ \n\t]+", " ", found[0].text_content()).strip() if found else ""

    @property
    def is_noindex(self) -> bool:
        """Whether search engines are asked to stay away."""
        return bool(self.find("//meta[@name='robots'][contains(@content, 'noindex')]"))

    @property
    def canonical(self) -> str:
        """The canonical address; "" without one."""
        return next((link.get("href") for link in self.find("//link[@rel='canonical']")), "")

    @property
    def alternates(self) -> dict[str, str]:
        """hreflang to address."""
        return {link.get("hreflang"): link.get("href") for link in self.find("//link[@rel='alternate'][@hreflang]")}

    @property
    def switcher(self) -> dict[str, html.HtmlElement]:
        """Language to its entry in the switcher."""
        return {entry.get("lang"): entry for entry in self.find("//ul[@class='languages']/li/*")}

    @property
    def references(self) -> Iterator[str]:
        """Everything that a browser or a search engine would follow."""
        for name in ("href", "src"):
            yield from (str(value) for value in self.tree.xpath(f"//@{name}"))
        for element in self.find("//meta[@http-equiv='refresh']"):
            found = REFRESH.match(element.get("content"))
            assert found
            yield found[1]


@dataclass(frozen=True)
class Web:
    """A build under its public address."""

    built: Built
    url: str = "https://proekti.example/"

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The HTML pages by path; files of static/ are not ours."""
        made = [a for a in self.built.outcome.artifacts if a.path.endswith(".html") and a.content is not None]
        return {a.path: Page(a.path, html.fromstring((a.content or b"").decode())) for a in made}

    @property
    def sitemap(self) -> dict[str, tuple[str, dict[str, str]]]:
        """Address to lastmod and alternates."""
        root = etree.fromstring(self.built.bytes("sitemap.xml"))
        return {
            url.findtext("s:loc", "", SITEMAP): (
                url.findtext("s:lastmod", "", SITEMAP),
                {link.get("hreflang", ""): link.get("href", "") for link in url.findall("x:link", SITEMAP)},
            )
            for url in root.findall("s:url", SITEMAP)
        }

    def address(self, path: str) -> str:
        """The public address of a file."""
        return self.url.rstrip("/") + "/" + path.removesuffix("index.html")

    def leads_to(self, here: str, reference: str) -> str | None:
        """The built file that a reference on a page opens; None for other hosts and programs.

        Seen from a server; a page from disk opens files only.
        """
        parts = urlsplit(reference)
        if (parts.scheme or parts.netloc) and not reference.startswith(self.url):
            return None
        base = urlsplit(self.url).path.rstrip("/")
        path = unquote(parts.path)
        if not path:
            return here
        if path.startswith("/"):
            assert path.startswith(base + "/"), f"{here}: {reference} leaves {self.url}"
            path = path.removeprefix(base).lstrip("/")
        else:
            path = posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) + (
                "/" if path.endswith("/") else ""
            )
        return path + "index.html" if path.endswith("/") or not path else path

    def broken(self) -> list[str]:
        """Every reference that leads to no file, and every anchor that no element has."""
        return [
            f"{path}: {ref}"
            for path, page in self.pages.items()
            for ref in page.references
            if not self.is_good(path, ref)
        ]

    def is_good(self, here: str, reference: str) -> bool:
        """Whether a reference leads to a file that is there, and its anchor to an element."""
        target = self.leads_to(here, reference)
        if target is None:
            return True
        anchor = unquote(urlsplit(reference).fragment)
        page = self.pages.get(target)
        return target in self.built and (not anchor or page is None or bool(page.find(f"//*[@id='{anchor}']")))


def web_of(content: Path, *, url: str = "", relative_links: bool = False) -> Web:
    """A content folder built under an address, or with relative links."""
    outcome = build(Order(content=content, now=NOW, base_url=url, relative_links=relative_links))
    assert not outcome.has_errors, [f"{p.at} {p.code} {p.message}" for p in outcome.problems if p.is_error]
    assert outcome.site
    return Web(Built(outcome), outcome.site.config.url)
