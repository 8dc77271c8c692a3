"""sitemap.xml and robots.txt: valid, of real translations only, with days that are true."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from lxml import etree

from sitegen.outputs import robots, sitemap
from sitegen.outputs.sitemap import Entry
from tests.outputs.web import Web
from tests.sites import Built, build_site

SCHEMA = """
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9"
            xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" elementFormDefault="qualified">
  <xsd:simpleType name="address"><xsd:restriction base="xsd:anyURI"><xsd:minLength value="12"/><xsd:maxLength value="2048"/>
    <xsd:pattern value="https?://[!-~]+"/></xsd:restriction></xsd:simpleType>
  <xsd:element name="urlset"><xsd:complexType><xsd:sequence>
    <xsd:element name="url" minOccurs="1" maxOccurs="50000"><xsd:complexType><xsd:sequence>
      <xsd:element name="loc" type="address"/>
      <xsd:element name="lastmod" type="xsd:date" minOccurs="0"/>
      <xsd:any namespace="http://www.w3.org/1999/xhtml" processContents="skip" minOccurs="0" maxOccurs="unbounded"/>
    </xsd:sequence></xsd:complexType></xsd:element>
  </xsd:sequence></xsd:complexType></xsd:element>
  <xsd:element name="sitemapindex"><xsd:complexType><xsd:sequence>
    <xsd:element name="sitemap" minOccurs="1" maxOccurs="50000"><xsd:complexType><xsd:sequence>
      <xsd:element name="loc" type="address"/>
    </xsd:sequence></xsd:complexType></xsd:element>
  </xsd:sequence></xsd:complexType></xsd:element>
</xsd:schema>
"""


def validated(data: bytes) -> etree._Element:
    root = etree.fromstring(data)
    etree.XMLSchema(etree.fromstring(SCHEMA)).assertValid(root)
    return root


def test_it_is_valid_and_sorted(web: Web) -> None:
    validated(web.built.bytes("sitemap.xml"))
    assert list(web.sitemap) == sorted(web.sitemap)


def test_a_large_one_is_an_index_with_parts(web: Web) -> None:
    site = web.built.outcome.site
    assert site
    whole = len(web.sitemap)
    made = {task.path: task.recipe(None, task.inputs) for task in sitemap.tasks(site, largest=10)}
    index = validated(made.pop("sitemap.xml"))  # type: ignore[arg-type]
    assert [loc.text for loc in index.iter("{*}loc")] == [f"https://proekti.example/{name}" for name in made]
    parts = [len(validated(part)) for part in made.values()]  # type: ignore[arg-type]
    assert sum(parts) == whole
    assert max(parts) == 10
    assert min(parts) >= 1
    exact = {task.path for task in sitemap.tasks(site, largest=whole)}
    assert exact == {"sitemap.xml"}


def test_addresses_are_escaped() -> None:
    entry = Entry("https://x.example/?a=1&b=<2>", None, (("bg", 'https://x.example/"&'),))
    validated(sitemap.sitemap(None, [entry]).replace(b"&lt;2&gt;", b"2"))


def test_facts_only_pages_and_all_that_is_noindex_stay_out(web: Web) -> None:
    assert "https://proekti.example/bg/proekti/school/" in web.sitemap
    assert "https://proekti.example/en/projects/school/" not in web.sitemap
    assert web.sitemap["https://proekti.example/bg/proekti/school/"][1].keys() == {"bg", "x-default"}
    noindex = {web.address(path) for path, page in web.pages.items() if page.is_noindex}
    assert not noindex & web.sitemap.keys()


def lastmod(built: Built, address: str) -> str:
    return Web(built).sitemap[f"https://proekti.example{address}"][0]


@pytest.mark.sample(3)
@pytest.mark.parametrize(
    ("source", "translation", "bg", "en"),
    [
        ("", "", "", ""),
        ("updated: 2026-01-02\n", "", "2026-01-02", "2026-01-02"),
        ("updated: 2026-01-02\n", "updated: 2026-03-04\n", "2026-01-02", "2026-03-04"),
        ("", "updated: 2026-03-04\n", "", "2026-03-04"),
        ("updated: 2026-11-22\n", "", "2026-11-22", "2026-11-22"),
        ("updated: 2026-11-23\n", "", "", ""),
    ],
)
def test_lastmod_of_a_page(tmp_path: Path, source: str, translation: str, bg: str, en: str) -> None:
    built = build_site(
        tmp_path,
        f"-- pages/a.bg.md --\n---\ntitle: А\n{source}---\n.\n-- pages/a.en.md --\n---\ntitle: A\n{translation}---\n.\n",
    )
    assert (lastmod(built, "/bg/a/"), lastmod(built, "/en/a/")) == (bg, en)


@pytest.mark.sample(3)
@pytest.mark.parametrize(
    ("place", "fields", "day"),
    [
        ("news", "date: 2026-05-01\n", "2026-05-01"),
        ("news", "date: 2026-12-01\n", ""),
        ("news", "date: 2026-05-01\nupdated: 2026-06-01\n", "2026-06-01"),
        ("events", "type: training\nstart: 2026-05-01\n", "2026-05-01"),
        ("events", "type: training\nstart: 2026-05-01\nstatus: cancelled\n", ""),
        ("events", "type: training\nstart: 2027-05-01\n", ""),
        ("events", "type: training\n", ""),
    ],
)
def test_lastmod_of_what_has_a_day(tmp_path: Path, place: str, fields: str, day: str) -> None:
    built = build_site(tmp_path, f"-- {place}/a.bg.md --\n---\ntitle: А\n{fields}---\n.\n")
    assert lastmod(built, f"/bg/{ {'news': 'novini', 'events': 'sabitia'}[place] }/a/") == day


def test_fault_28_lastmod_is_not_the_time_of_the_build(tmp_path: Path) -> None:
    text = "-- pages/a.bg.md --\n---\ntitle: А\n---\n.\n"
    one, two = (
        build_site(tmp_path, text, now=datetime.fromisoformat(f"{year}-05-05")).bytes("sitemap.xml")
        for year in (2024, 2026)
    )
    assert one == two
    assert b"lastmod" not in one


def test_robots_name_the_sitemap(web: Web) -> None:
    assert web.built["robots.txt"] == "User-agent: *\nAllow: /\n\nSitemap: https://proekti.example/sitemap.xml\n"
    assert robots.robots(None, "x").endswith(b"Sitemap: x\n")
