"""What pages show: facts in the reader's format, documents with their facts, links that follow the reader's language."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.outputs.web import Page, Web
from tests.sites import PROJECT, Built, build_site

N = "\u00a0"


def park(web: Web, language: str) -> Page:
    return web.pages[
        {"bg": "bg/proekti/park", "en": "en/projects/town-park", "ru": "ru/proekty/park"}[language] + "/index.html"
    ]


def page_of(built: Built, path: str) -> Page:
    return Web(built).pages[path]


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        (
            "bg",
            [
                f"263{N}315,32{N}€",
                f"515{N}000,00{N}лв.",
                f"9{N}януари{N}2018{N}г.",
                f"24{N}месеца",
                f"223{N}818,03{N}€",
                "1500",
                "1502,5",
            ],
        ),
        (
            "en",
            [
                "€263,315.32",
                f"BGN{N}515,000.00",
                f"9{N}January{N}2018",
                f"24{N}months",
                "€223,818.03",
                "1,500",
                "1,502.5",
            ],
        ),
        (
            "ru",
            [
                f"263{N}315,32{N}€",
                f"515{N}000,00{N}лв.",
                f"9{N}января{N}2018{N}г.",
                f"24{N}месяца",
                f"223{N}818,03{N}€",
                f"1{N}500",
                f"1{N}502,5",
            ],
        ),
    ],
)
def test_facts_of_a_project_in_the_readers_format(web: Web, language: str, shown: list[str]) -> None:
    text = park(web, language).text()
    assert [fact for fact in shown if fact not in text] == []


def test_the_rate_stands_once_and_euro_alone_has_none(web: Web) -> None:
    assert park(web, "bg").text().count("1,95583") == 1
    assert "1,95583" not in web.pages["bg/proekti/school/index.html"].text()
    assert f"1{N}550,00{N}€" in web.pages["bg/proekti/school/index.html"].text()


def test_a_missing_fact_has_no_row(tmp_path: Path) -> None:
    page = page_of(
        build_site(tmp_path, f"-- projects/park/index.bg.md --\n---\n{PROJECT}---\n"), "bg/proekti/park/index.html"
    )
    assert not re.search(r"n/a|None|няма данни", page.text())
    assert {"Договор\u00a0№", "Програма"} <= {dt.text_content() for dt in page.find("//dl//dt")}
    assert "Обща стойност" not in page.text()


def test_documents_say_type_size_pages_and_language(web: Web) -> None:
    for language, words in (
        ("bg", rf"\(PDF, 1{N}kB, 1{N}?\s?страница, на български\)"),
        ("en", rf"\(PDF, 1{N}kB, 1{N}?\s?page, in Bulgarian\)"),
        ("ru", rf"\(PDF, 1{N}кБ, 1{N}?\s?страница, на болгарском\)"),
    ):
        path = {
            "bg": "bg/proekti/park/sabitia/2018-02-20-start",
            "en": "en/projects/town-park/events/2018-02-20-start",
            "ru": "ru/proekty/park/sobytiya/start",
        }[language]
        (link,) = web.pages[f"{path}/index.html"].find("//section[@id='documents']//a")
        assert re.search(words, link.text_content()), link.text_content()
        assert link.get("hreflang") == "bg"


def test_the_list_of_documents_has_those_of_projects_events_and_pages(web: Web) -> None:
    hrefs = [a.get("href") for a in web.pages["ru/dokumenty/index.html"].find("//main//ul[@class='documents']//a")]
    assert hrefs == [
        "/assets/projects/park/documents/contract.bg.pdf",
        "/assets/projects/park/documents/contract.en.pdf",
        "/assets/projects/park/events/2018-02-20-start/invitation.bg.pdf",
    ]


def test_a_file_without_an_ending(tmp_path: Path) -> None:
    built = build_site(
        tmp_path, "-- pages/a/index.bg.md --\n---\ntitle: А\n---\n[Прочети](README)\n-- pages/a/README --\nx\n"
    )
    assert f"Прочети (1{N}kB)" in page_of(built, "bg/a/index.html").text()


def test_facets_have_counts_and_the_chosen_one_says_so(web: Web) -> None:
    page = web.pages["bg/proekti/index.html"]
    assert "2 проекта" in page.text().replace(N, " ")
    options = {a.get("href"): a.text_content() for a in page.find("//details[@class='filters']//a")}
    assert options["/bg/proekti/status/v-izpalnenie/"] == "В изпълнение (1)"
    assert options["/bg/proekti/programa/lokalna/"] == "Зелено (1)"
    assert len(options) == 6
    narrowed = web.pages["bg/proekti/status/v-izpalnenie/index.html"]
    assert "1 проект" in narrowed.text().replace(N, " ")
    assert [a.get("href") for a in narrowed.find("//*[@aria-current='page'][@href]")] == [
        "/bg/proekti/status/v-izpalnenie/"
    ]
    assert [a.get("href") for a in narrowed.find("//main//*[contains(@class, 'cards')]//a")] == ["/bg/proekti/school/"]


def test_a_list_that_the_default_language_lacks_has_one_default_for_all(tmp_path: Path) -> None:
    head = f"---\n{PROJECT}only: [en, ru]\n---\n"
    text = f"-- projects/park/index.en.md --\n{head}-- projects/park/index.ru.md --\n---\ntitle: П\n---\n"
    built = build_site(tmp_path, text)
    pages = [page_of(built, f"{path}/2014-2020/index.html") for path in ("en/projects/period", "ru/proekty/period")]
    assert pages[0].alternates == pages[1].alternates
    assert pages[0].alternates["x-default"] == "https://proekti.example/en/projects/period/2014-2020/"


def test_a_list_that_is_empty_in_a_language_leads_there_to_the_whole_list(tmp_path: Path) -> None:
    built = build_site(tmp_path, f"-- projects/park/index.ru.md --\n---\n{PROJECT}only: [ru]\n---\n")
    assert built.errors == []
    page = page_of(built, "ru/proekty/programma/oprg-2014-2020/index.html")
    assert page.switcher["bg"].get("href") == "/bg/proekti/"
    assert page.alternates.keys() == {"ru", "x-default"}


@pytest.mark.parametrize(
    ("network", "language"), [("viber", "bg"), ("x", "en"), ("telegram", "ru"), ("email", "ru"), ("facebook", "bg")]
)
def test_share_links_are_percent_encoded(web: Web, network: str, language: str) -> None:
    starts = {
        "viber": "viber://forward?text=",
        "x": "https://x.com/intent/tweet?text=",
        "telegram": "https://t.me/share/url?url=",
        "email": "mailto:?subject=",
        "facebook": "https://www.facebook.com/sharer/sharer.php?u=",
    }
    (href,) = [h for h in park(web, language).references if h.startswith(starts[network])]
    assert re.fullmatch(r"[A-Za-z0-9_.~:/?=&%-]+", href)
    assert "+" not in href
    title = {
        "bg": "Обновяване на градския парк",
        "en": "Renewal of the town park",
        "ru": "Обновление городского парка",
    }[language]
    assert network == "facebook" or title in unquote(href)
    assert "https%3A%2F%2Fproekti.example%2F" in href


def test_links_in_bodies_follow_the_readers_language(web: Web) -> None:
    links = {a.text_content(): a for a in web.pages["en/about-us/index.html"].find("//div[@class='prose']//a")}
    assert links["the park"].get("href") == "/en/projects/town-park/"
    assert links["the park"].get("hreflang") is None
    assert (links["the news"].get("href"), links["the news"].get("hreflang"), links["the news"].get("lang")) == (
        "/bg/novini/2026-05-01-otkrivane/",
        "bg",
        "bg",
    )
    assert "the news (in Bulgarian)" in web.pages["en/about-us/index.html"].text()
    (rules,) = [text for text in links if text.startswith("the rules")]
    assert rules == f"the rules (PDF, 1{N}kB, 2{N}pages, in Bulgarian)"
    assert links[rules].get("hreflang") == "bg"


def test_links_to_items_and_hidden_pages(web: Web) -> None:
    about = {a.text_content(): a.get("href") for a in web.pages["bg/about/index.html"].find("//div[@class='prose']//a")}
    assert about["дейност 1"] == "/bg/proekti/park/#a1"
    text = park(web, "bg").text("//div[contains(., 'черновата')]")
    assert "черновата" in text
    assert not [a for a in park(web, "bg").find("//a") if a.text_content() == "черновата"]


def test_pictures_of_bodies(tmp_path: Path) -> None:
    built = build_site(
        tmp_path,
        "-- pages/a/index.bg.md --\n---\ntitle: А\n---\n![Герб](/crest.svg) ![Чужда](https://x.example/a.jpg) ![Стр](../b) ![](x.svg){.decorative} край\n"
        "-- pages/b.bg.md --\n---\ntitle: Б\n---\n.\n-- pages/a/x.svg --\n<svg xmlns='http://www.w3.org/2000/svg'/>\n-- static/crest.svg --\n<svg xmlns='http://www.w3.org/2000/svg'/>\n",
    )
    page = page_of(built, "bg/a/index.html")
    assert [(i.get("src"), i.get("alt")) for i in page.find("//main//img")] == [
        ("/crest.svg", "Герб"),
        ("/assets/pages/a/x.svg", ""),
    ]
    assert not page.find("//div[@class='prose']//a")  # a picture of another host would tell it who reads


def test_untranslated_pages_keep_their_prose_marked_under_a_notice(web: Web) -> None:
    page = web.pages["en/projects/school/index.html"]
    assert page.find("//p[@class='notice']")
    assert [div.get("lang") for div in page.find("//div[@class='prose']")] == ["bg"]
    assert page.find("//h1//span[@lang='bg']")
    assert "In progress" in page.text()
    assert f"March{N}2026" in page.text()
    assert page.is_noindex
    assert page.canonical == "https://proekti.example/en/projects/school/"
    assert not page.alternates


def test_news_of_other_languages_is_listed_with_its_language(web: Web) -> None:
    page = web.pages["en/news/index.html"]
    (link,) = [a for a in page.find("//main//a") if a.get("href") == "/bg/novini/2026-05-01-otkrivane/"]
    assert link.get("hreflang") == "bg"
    assert "(in Bulgarian)" in link.text_content()
    assert link.find("span[@lang='bg']") is not None


def test_a_section_that_asks_for_a_place_in_the_menu_stands_there_once(tmp_path: Path) -> None:
    built = build_site(
        tmp_path,
        "-- contacts.bg.md --\n---\ntitle: К\nmenu: 15\n---\n.\n-- index.bg.md --\n---\ntitle: Н\nmenu: 1\n---\n.\n",
    )
    menu = [a.get("href") for a in page_of(built, "bg/index.html").find("(//nav[contains(@class, 'menu')]/ul)[1]//a")]
    assert menu[:3] == ["/bg/", "/bg/kontakti/", "/bg/proekti/"]
    assert len(menu) == len(set(menu)) == 8


def test_the_switcher_names_what_it_leads_to(web: Web) -> None:
    school = web.pages["bg/proekti/school/index.html"].switcher
    assert school["en"].text_content() == "English · in Bulgarian"
    assert school["ru"].text_content() == "Русский · на болгарском"
    news = web.pages["bg/novini/2026-05-01-otkrivane/index.html"].switcher
    assert (news["en"].get("href"), news["ru"].get("href")) == ("/en/news/", "/ru/novosti/")
    team = web.pages["bg/about/team/index.html"].switcher
    assert (team["en"].get("href"), team["ru"].get("href")) == ("/en/about-us/", "/ru/")


def test_breadcrumbs_lead_home(web: Web) -> None:
    crumbs = web.pages["en/projects/town-park/events/2018-02-20-start/index.html"].find(
        "//nav[contains(@class, 'breadcrumbs')]//li/*"
    )
    assert [c.get("href") for c in crumbs] == ["/en/", "/en/projects/", "/en/projects/town-park/", None]
    assert crumbs[-1].get("aria-current") == "page"


def test_sections_without_public_words_stay(tmp_path: Path) -> None:
    built = build_site(tmp_path, "-- index.bg.md --\n---\ntitle: Тайна\ndraft: yes\n---\nТайна\n")
    assert built.errors == []
    assert "Тайна" not in built["bg/index.html"]
