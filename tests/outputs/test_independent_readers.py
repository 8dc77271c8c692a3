"""What others make of the outputs: feedparser of the feeds, extruct of what stands in pages for machines."""

from __future__ import annotations

from typing import Any

import extruct
import feedparser
import pytest

from tests.outputs.web import Web

SITE = "https://proekti.example"
SOFT = "\u00ad"
"""Where a long word may be parted."""


def read(web: Web, path: str) -> dict[str, Any]:
    """The data of a page, as search engines and networks collect them."""
    found: dict[str, Any] = extruct.extract(
        web.built[path], base_url=f"{SITE}/{path.removesuffix('index.html')}", syntaxes=["json-ld", "opengraph"]
    )
    return found


def feeds(web: Web) -> list[str]:
    """The paths of all feeds."""
    return [path for path in web.built if path.endswith("feed.xml")]


def test_feedparser_reads_every_feed(web: Web) -> None:
    assert {path.partition("/")[0] for path in feeds(web)} == {"bg", "en", "ru"}
    for path in feeds(web):
        feed = feedparser.parse(web.built.bytes(path))
        assert (feed.bozo, feed.version) == (False, "atom10"), path
        assert feed.feed.language == path.partition("/")[0]
        assert feed.feed.title
        for entry in feed.entries:
            assert entry.link.startswith(f"{SITE}/{path.partition('/')[0]}/")
            assert entry.link.removeprefix(f"{SITE}/") + "index.html" in web.pages
            assert entry.updated_parsed >= entry.get("published_parsed", entry.updated_parsed)
            assert entry.summary == entry.summary.strip() != ""


def test_feeds_tell_of_what_the_site_tells(web: Web) -> None:
    entries = [entry for path in feeds(web) for entry in feedparser.parse(web.built.bytes(path)).entries]
    assert entries
    for entry in entries:
        page = web.pages[entry.link.removeprefix(f"{SITE}/") + "index.html"]
        assert entry.title in page.text("//h1").replace(SOFT, "")


@pytest.mark.parametrize("language", ["bg", "en", "ru"])
def test_extruct_reads_the_home_page(web: Web, language: str) -> None:
    found = read(web, f"{language}/index.html")
    [told] = found["json-ld"]
    [owner] = [one for one in told["@graph"] if one["@type"] == "GovernmentOrganization"]
    assert owner["url"].startswith(SITE)
    properties = dict(found["opengraph"][0]["properties"])
    assert properties["og:url"] == f"{SITE}/{language}/"
    assert properties["og:image"].startswith(SITE)


def test_extruct_reads_all_pages_without_a_fault(web: Web) -> None:
    kinds = set()
    for path in web.pages:
        found = read(web, path)
        for told in found["json-ld"]:
            kinds |= {one["@type"] for one in told["@graph"]}
        for told in found["opengraph"]:
            names = [name for name, _ in told["properties"]]
            assert {"og:title", "og:type", "og:url", "og:image"} <= set(names), path
    assert {"GovernmentOrganization", "Project", "Event", "NewsArticle", "BreadcrumbList"} <= kinds
