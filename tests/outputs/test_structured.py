"""JSON-LD: each value stands on the page for people too, addresses are absolute, and no title can break out of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from sitegen.model.money import Money
from sitegen.render.formats import Formats
from tests.outputs.web import Page, Web, web_of
from tests.sites import ORGANISATIONS, PROJECT, Built, build_content, build_site

EXAMPLE = Path(__file__).parents[2] / "content"
GOLDEN = Path(__file__).parents[1] / "golden" / "content"
DATA = "//script[@type='application/ld+json']"
FIXED = {"@type", "@context", "position", "eventStatus", "currency", "@id", "inLanguage"}
ADDRESSES = {"url", "item", "logo", "image"}
DATES = {"startDate", "endDate", "datePublished", "dateModified", "foundingDate", "dissolutionDate"}
HEAVIEST = 500
"""Bytes that the data add to a packed page."""
EVIL = "А </script><script>alert(1)</script> <!-- <script> & ]]>"


def graph(page: Page) -> list[dict[str, Any]]:
    """The things that a page tells machines of."""
    (block,) = page.find(DATA)
    told = json.loads(block.text)
    assert told["@context"] == "https://schema.org"
    return list(told["@graph"])


def thing(page: Page, kind: str) -> dict[str, Any]:
    """The one thing of a kind."""
    (found,) = [entry for entry in graph(page) if entry["@type"] == kind]
    return found


def leaves(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every value with the key that it stands under."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, name)
    else:
        yield name, value


def listed(value: Any) -> list[Any]:
    """One or several as a list."""
    return [value] if isinstance(value, dict) else list(value)


def seen(page: Page) -> str:
    """What people read, without the places where words may break."""
    words = "".join(page.find("//body//text()[not(ancestor::script)]"))
    return re.sub(r"[ \n\t]+", " ", words.replace("\u00ad", ""))


def unseen(page: Page) -> list[tuple[str, Any]]:
    """Every value that the page does not show."""
    text, language = seen(page), str(page.find("//html/@lang")[0])
    hrefs = {urljoin(page.canonical, str(link)) for link in page.find("//body//@href | //body//@src")}
    times = {str(time) for time in page.find("//time/@datetime")}
    missing = []
    for name, value in leaves(graph(page)):
        is_there = (
            name in FIXED
            or (name in ADDRESSES and value in hrefs | {page.canonical})
            or (name in DATES and value[:16] in times)
            or (name == "telephone" and f"tel:{value}" in hrefs)
            or (name == "value" and Formats(language).money(Money(round(value * 100), "EUR")) in text)
            or (isinstance(value, str) and re.sub(" +", " ", value) in text)
        )
        if not is_there:
            missing.append((name, value))
    return missing


@pytest.fixture(scope="module", params=["example", "golden"])
def pages(request: pytest.FixtureRequest) -> dict[str, Page]:
    content = EXAMPLE if request.param == "example" else GOLDEN
    web = Web(build_content(content, now=datetime.fromisoformat("2026-11-22T12:00")))
    return {path: page for path, page in web.pages.items() if page.find(DATA)}


@pytest.mark.sample(1)
def test_whatever_machines_are_told_people_see_too(pages: dict[str, Page]) -> None:
    assert len(pages) > 30
    assert {path: unseen(page) for path, page in pages.items() if unseen(page)} == {}


def test_each_kind_of_page_tells_what_it_is(pages: dict[str, Page]) -> None:
    kinds = {entry["@type"] for page in pages.values() for entry in graph(page)}
    assert kinds >= {"GovernmentOrganization", "Project", "Event", "NewsArticle", "BreadcrumbList"}
    for path, page in pages.items():
        told = [entry["@type"] for entry in graph(page)]
        assert told.count("GovernmentOrganization") == 1
        assert told.count("BreadcrumbList") == (0 if path.count("/") == 1 else 1)


def test_every_address_is_absolute(pages: dict[str, Page]) -> None:
    told = [value for page in pages.values() for name, value in leaves(graph(page)) if name in ADDRESSES | {"@id"}]
    assert [value for value in told if not value.startswith("https://")] == []


def test_breadcrumbs_are_counted_and_the_last_is_the_page_itself(pages: dict[str, Page]) -> None:
    for page in pages.values():
        for entry in (e for e in graph(page) if e["@type"] == "BreadcrumbList"):
            steps = entry["itemListElement"]
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
            assert ["item" in step for step in steps] == [True] * (len(steps) - 1) + [False]


def test_the_money_of_a_project_is_told_by_its_sources(pages: dict[str, Page]) -> None:
    told = [entry for page in pages.values() for entry in graph(page) if entry["@type"] == "Project"]
    grants = [grant for entry in told for grant in listed(entry.get("funding", ()))]
    assert {grant["@type"] for grant in grants} <= {"MonetaryGrant", "Grant"}
    assert {grant["amount"]["currency"] for grant in grants if "amount" in grant} == {"EUR"}


def test_the_data_are_light(pages: dict[str, Page]) -> None:
    import gzip

    from lxml import html

    for path, page in pages.items():
        whole = html.tostring(page.tree, encoding="utf-8")
        bare = re.sub(rb"<script type=\"application/ld\+json\">.*?</script>", b"", whole, flags=re.DOTALL)
        cost = len(gzip.compress(whole, 6, mtime=0)) - len(gzip.compress(bare, 6, mtime=0))
        assert 0 < cost <= HEAVIEST, f"{path}: {cost}"


# ── single facts ────────────────────────────────────────────────────────────────────────────────────────────


def built(root: Path, head: str = "", body: str = "", organisations: str = ORGANISATIONS) -> Built:
    files = f"-- organisations.yaml --\n{organisations}-- projects/park/index.bg.md --\n---\n{PROJECT}{head}---\n"
    return build_site(root, files + body)


def test_parts_of_the_money(tmp_path: Path) -> None:
    head = 'total_value: 1 955,83 лв.\nfunding: {eu: "1 564,66 лв.", own: "391,17 лв."}\n'
    page = Web(built(tmp_path, head)).pages["bg/proekti/park/index.html"]
    union, own = thing(page, "Project")["funding"]
    assert union == {
        "@type": "MonetaryGrant",
        "name": "Европейски съюз",
        "funder": {"@type": "Organization", "name": "Европейски съюз"},
        "amount": {"@type": "MonetaryAmount", "value": 800.0, "currency": "EUR"},
    }
    assert own["funder"] == {"@type": "Organization", "name": "Община"}
    assert own["amount"]["value"] == 200.0


def test_without_parts_the_total_and_the_fund_are_told(tmp_path: Path) -> None:
    fund = {"@type": "Organization", "name": "European Regional Development Fund"}
    page = Web(built(tmp_path / "a", "total_value: 1 955,83 лв.\n")).pages["en/projects/park/index.html"]
    assert thing(page, "Project")["funding"] == {
        "@type": "MonetaryGrant",
        "name": "Total value",
        "amount": {"@type": "MonetaryAmount", "value": 1000.0, "currency": "EUR"},
        "funder": [fund],
    }
    page = Web(built(tmp_path / "b")).pages["en/projects/park/index.html"]
    assert thing(page, "Project")["funding"] == {"@type": "Grant", "funder": [fund]}


def test_nothing_is_told_that_is_not_known(tmp_path: Path) -> None:
    page = Web(built(tmp_path)).pages["bg/proekti/park/index.html"]
    assert set(thing(page, "Project")) == {"@type", "name", "url", "identifier", "funding"}
    assert set(thing(page, "GovernmentOrganization")) == {"@type", "@id", "name", "url"}


@pytest.mark.parametrize(
    ("start", "told"),
    [
        ("2018-02-20 11:00", "2018-02-20T11:00+02:00"),
        ("2018-07-20 11:00", "2018-07-20T11:00+03:00"),
        ("2018-07-20", "2018-07-20"),
    ],
)
def test_an_events_hour_is_that_of_sofia(tmp_path: Path, start: str, told: str) -> None:
    body = f"-- events/a.bg.md --\n---\ntitle: Ден\ntype: training\nstart: {start}\nplace: Зала 1\n---\n"
    event = thing(Web(built(tmp_path, body=body)).pages["bg/sabitia/a/index.html"], "Event")
    assert event["startDate"] == told
    assert "endDate" not in event
    assert event["location"] == {"@type": "Place", "name": "Зала 1", "address": "Зала 1"}
    assert event["eventStatus"] == "https://schema.org/EventScheduled"


def test_a_cancelled_event_is_told_as_such_and_one_without_a_day_not_at_all(tmp_path: Path) -> None:
    head = "title: Ден\ntype: training\n"
    body = f"-- events/a.bg.md --\n---\n{head}start: 2018-02-20\nstatus: cancelled\n---\n-- events/b.bg.md --\n---\n{head}---\n"
    pages = Web(built(tmp_path, body=body)).pages
    assert thing(pages["bg/sabitia/a/index.html"], "Event")["eventStatus"].endswith("/EventCancelled")
    assert [entry["@type"] for entry in graph(pages["bg/sabitia/b/index.html"])] == [
        "GovernmentOrganization",
        "BreadcrumbList",
    ]


def test_an_owner_that_is_no_authority_is_not_called_one(tmp_path: Path) -> None:
    site = built(tmp_path, organisations=ORGANISATIONS.replace("municipality", "ngo"))
    assert thing(Web(site).pages["bg/index.html"], "Organization")["name"] == "Община"


def test_no_title_breaks_out_of_the_data(tmp_path: Path) -> None:
    body = f"-- news/a.bg.md --\n---\ntitle: '{EVIL}'\ndate: 2026-05-01\n---\n.\n"
    site = built(tmp_path, body=body)
    page = Web(site).pages["bg/novini/a/index.html"]
    assert thing(page, "NewsArticle")["headline"] == page.text("//h1").replace("\u00ad", "")
    assert "alert(1)" in thing(page, "NewsArticle")["headline"]
    raw = site["bg/novini/a/index.html"].partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert not set("<>&") & set(raw)
    assert json.loads(raw)
    assert len(page.find("//script")) == 2


def test_addresses_of_a_copy_without_a_server_are_those_of_the_site() -> None:
    web = web_of(GOLDEN, url="https://obshtina.example/eu/", relative_links=True)
    served = web_of(GOLDEN, url="https://obshtina.example/eu/")
    for path in ("bg/proekti/park/index.html", "bg/index.html", "en/news/index.html"):
        assert graph(web.pages[path]) == graph(served.pages[path])
