"""Addresses of every kind of page, in three languages (`content-format.md` 6, `visitor-and-editor.md` 1.2)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outputs.web import Web
from tests.sites import PROJECT, build_site

EVERYWHERE = {
    "home": ("bg/", "en/", "ru/"),
    "projects": ("bg/proekti/", "en/projects/", "ru/proekty/"),
    "by programme": (
        "bg/proekti/programa/oprg-2014-2020/",
        "en/projects/programme/oprg-2014-2020/",
        "ru/proekty/programma/oprg-2014-2020/",
    ),
    "by status": (
        "bg/proekti/status/v-izpalnenie/",
        "en/projects/status/in-progress/",
        "ru/proekty/status/vypolnyaetsya/",
    ),
    "by period": ("bg/proekti/period/2014-2020/", "en/projects/period/2014-2020/", "ru/proekty/period/2014-2020/"),
    "project": ("bg/proekti/park/", "en/projects/town-park/", "ru/proekty/park/"),
    "event of a project": (
        "bg/proekti/park/sabitia/2018-02-20-start/",
        "en/projects/town-park/events/2018-02-20-start/",
        "ru/proekty/park/sobytiya/start/",
    ),
    "events": ("bg/sabitia/", "en/events/", "ru/sobytiya/"),
    "event": ("bg/sabitia/2026-12-01-den/", "en/events/2026-12-01-den/", "ru/sobytiya/2026-12-01-den/"),
    "news": ("bg/novini/", "en/news/", "ru/novosti/"),
    "documents": ("bg/dokumenti/", "en/documents/", "ru/dokumenty/"),
    "partners": ("bg/partnyori/", "en/partners/", "ru/partnery/"),
    "contacts": ("bg/kontakti/", "en/contacts/", "ru/kontakty/"),
    "accessibility": ("bg/dostapnost/", "en/accessibility/", "ru/dostupnost/"),
    "site map": ("bg/karta-na-sayta/", "en/sitemap/", "ru/karta-sayta/"),
    "privacy": ("bg/poveritelnost/", "en/privacy/", "ru/konfidentsialnost/"),
}
ELSEWHERE = [
    "",
    "404.html",
    "p/7/",
    "p/21/",
    "bg/novini/2026-05-01-otkrivane/",
    "bg/proekti/park/novini/purva-kopka/",
    "en/projects/town-park/news/purva-kopka/",
    "ru/novosti/ru-novost/",
    "bg/about/",
    "bg/about/team/",
    "en/about-us/",
    "bg/proekti/park/plan/",
    "bg/za-nas/",
    "en/old-park/",
    "stara.html",
    "CNAME",
    "google123.html",
    "img/crest.svg",
    "assets/pages/about/rules.bg.pdf",
    "assets/projects/park/gallery/01.png",
    "sitemap.xml",
    "robots.txt",
]
ABSENT = [
    "en/news/2026-05-01-otkrivane/",  # words only: no page without a translation
    "ru/proekty/park/novosti/purva-kopka/",
    "ru/about/",
    "bg/novini/ru-novost/",
    "bg/draft/",
    "bg/novini/embargo/",
]


@pytest.mark.parametrize("name", EVERYWHERE)
def test_addresses_in_three_languages(name: str, web: Web) -> None:
    for address in EVERYWHERE[name]:
        assert f"{address}index.html" in web.built


@pytest.mark.parametrize("address", ELSEWHERE)
def test_addresses(address: str, web: Web) -> None:
    assert address + ("index.html" if address in ("",) or address.endswith("/") else "") in web.built


@pytest.mark.parametrize("address", ABSENT)
def test_what_has_no_page(address: str, web: Web) -> None:
    assert f"{address}index.html" not in web.built


def test_fault_13_every_language_has_its_prefix(web: Web) -> None:
    roots = {path.partition("/")[0] for path in web.built if path.endswith("index.html")}
    assert roots == {"bg", "en", "ru", "p", "data", "index.html"}


def test_fault_14_a_language_code_inside_a_word(tmp_path: Path) -> None:
    built = build_site(
        tmp_path,
        "-- pages/genres-en-ru.bg.md --\n---\ntitle: Жанрове\n---\nТекст.\n-- pages/genres-en-ru.en.md --\n---\ntitle: Genres\n---\nText.\n",
    )
    assert {"bg/genres-en-ru/index.html", "en/genres-en-ru/index.html"} <= set(built)


def test_fault_6_names_in_cyrillic_follow_the_act_and_the_russian_scheme(tmp_path: Path) -> None:
    built = build_site(
        tmp_path,
        "-- pages/Щъркелът в България.bg.md --\n---\ntitle: Щ\n---\n.\n-- pages/Щъркелът в България.ru.md --\n---\ntitle: Щ\n---\n.\n-- pages/Щъркелът в България.en.md --\n---\ntitle: Щ\n---\n.\n",
    )
    assert built.errors == []
    assert {"bg/shtarkelat-v-bulgaria/index.html", "en/shtarkelat-v-bulgaria/index.html"} <= set(built)
    assert "ru/shchrkelt-v-bulgaria/index.html" in built


def test_a_programme_of_the_site_with_an_odd_id_has_an_address(tmp_path: Path) -> None:
    built = build_site(
        tmp_path,
        "-- programmes.yaml --\n'ОПРР 2014':\n  name: {bg: А, en: B, ru: C}\n  regime: 2014-2020\n  funds: [erdf]\n"
        "-- projects/park/index.bg.md --\n---\n" + PROJECT.replace("oprg-2014-2020", "'ОПРР 2014'") + "---\n",
    )
    assert built.errors == []
    assert "bg/proekti/programa/oprr-2014/index.html" in built


def test_the_root_speaks_all_languages_and_leads_into_them(web: Web) -> None:
    root = web.pages["index.html"]
    doors = root.find("//main//a")
    assert [(a.get("href"), a.get("hreflang")) for a in doors] == [("/bg/", "bg"), ("/en/", "en"), ("/ru/", "ru")]
    assert not root.find("//meta[@http-equiv]")
    assert not root.find("//script")
    assert root.alternates["x-default"] == "https://proekti.example/"
    assert not root.is_noindex


def test_short_addresses_have_three_links_and_are_not_indexed(web: Web) -> None:
    for number, name in ((7, "town-park"), (21, "school")):
        page = web.pages[f"p/{number}/index.html"]
        assert [a.get("hreflang") for a in page.find("//main//a[@hreflang]")] == ["bg", "en", "ru"]
        assert page.find("//main//a")[1].get("href") == f"/en/projects/{name}/"
        assert page.is_noindex
        assert not page.find("//meta[@http-equiv]")
        assert web.address(page.path) not in web.sitemap
    assert "https://proekti.example/p/7/" in web.pages["bg/proekti/park/index.html"].text()


def test_stubs_lead_from_old_addresses(web: Web) -> None:
    for path, new in (
        ("bg/za-nas/index.html", "/bg/about/"),
        ("stara.html", "/bg/about/"),
        ("en/old-park/index.html", "/en/projects/town-park/"),
    ):
        stub = web.pages[path]
        assert [a.get("href") for a in stub.find("//a")] == [new]
        assert stub.find("//meta[@http-equiv='refresh']")[0].get("content") == f"0; url={new}"
        assert stub.canonical == f"https://proekti.example{new}"
        assert stub.is_noindex
        assert web.address(path) not in web.sitemap


@pytest.mark.sample(3)
@pytest.mark.parametrize(
    ("alias", "path"),
    [
        ("/bg/stara", "bg/stara/index.html"),
        ("/bg//stara/", "bg/stara/index.html"),
        ("/./stara/", "stara/index.html"),
        ("/bg/%D0%BD%D0%BE%D0%B2/", "bg/нов/index.html"),
        ("/index.php", "index.php/index.html"),
        ("/bg/a.html", "bg/a.html"),
    ],
)
def test_aliases_as_visitors_knew_them(tmp_path: Path, alias: str, path: str) -> None:
    built = build_site(tmp_path, f"-- pages/a.bg.md --\n---\ntitle: А\naliases: ['{alias}']\n---\n.\n")
    assert built.errors == []
    assert path in built


def test_fault_16_the_404_page_speaks_all_languages_and_works_at_any_depth(web: Web) -> None:
    page = web.pages["404.html"]
    assert [section.get("lang") for section in page.find("//main/section")] == ["bg", "en", "ru"]
    assert page.is_noindex
    hrefs = [a.get("href") for a in page.find("//a")]
    assert {"/bg/", "/en/projects/", "/ru/"} <= set(hrefs)
    assert all(href.startswith("/") for href in hrefs)


def test_drafts_and_embargoed_pages_leave_no_trace(web: Web) -> None:
    for path in web.built:
        assert b"\xd0\xa2\xd0\xb0\xd0\xb9\xd0\xbd\xd0\xb0" not in web.built.bytes(path)  # Тайна
        assert "embargo" not in path
        assert "Само за редактори".encode() not in web.built.bytes(path)
        assert "Още не.".encode() not in web.built.bytes(path)


def test_fault_27_drafts_are_shown_with_a_banner_when_asked_for(tmp_path: Path) -> None:
    text = "-- pages/a.bg.md --\n---\ntitle: А\ndraft: yes\n---\n.\n"
    assert "bg/a/index.html" not in build_site(tmp_path, text)
    assert "Чернова" in build_site(tmp_path, text, drafts=True)["bg/a/index.html"]
