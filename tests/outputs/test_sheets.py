"""Long lists on several pages: nothing is out of reach, each page has an address, a name and a translation of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from sitegen.model.page import Page
from sitegen.outputs.sections.sheets import Sheet, count_of, part_of, shown_numbers, spot_of_sheet
from sitegen.render.frames import Spot
from sitegen.render.links import Links
from tests.model import small
from tests.outputs.web import Web
from tests.sites import ORGANISATIONS, SITE, Built, build_site, whole

MANY = 65
NAMES = [f"{number:02}" for number in range(MANY)]
ITEM = "//main//ul[@class='cards']/li//a"


def project(number: str) -> str:
    summary = f"summary: Обновен район номер {number}.\n"
    head = whole(summary).replace("title: Парк", f"title: Проект {number}").replace("0042", f"00{number}")
    return (
        f"-- projects/p{number}/index.bg.md --\n---\n{head}documents: [{{file: plan.txt, title: План {number}}}]\n---\n"
    )


def event(number: str) -> str:
    day = date(2026, 10, 1) + timedelta(days=int(number))
    head = f"title: Среща {number}\ntype: training\nstart: {day}\n"
    return f"-- events/e{number}/index.bg.md --\n---\n{head}---\n"


def news(number: str) -> str:
    text = f"-- news/n{number}.bg.md --\n---\ntitle: Новина {number}\ndate: 2026-01-{int(number) % 28 + 1:02}\n---\n"
    return text if int(number) >= 40 else text + f"-- news/n{number}.en.md --\n---\ntitle: News {number}\n---\n"


def site_of(kinds: str, tmp_path: Path) -> Built:
    content = tmp_path / "content"
    makers = {"p": project, "e": event, "n": news}
    parts = [makers[kind](number) for kind in kinds for number in NAMES]
    for number in NAMES if "p" in kinds else ():
        (content / f"projects/p{number}").mkdir(parents=True)
        (content / f"projects/p{number}/plan.txt").write_text("План", encoding="utf-8")
    russian = re.compile(r", ru(: \"\w+\")?")
    settings = f"-- site.yaml --\n{russian.sub('', SITE)}-- organisations.yaml --\n{russian.sub('', ORGANISATIONS)}"
    return build_site(tmp_path, settings + "".join(parts))


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Web:
    return Web(site_of("pen", tmp_path_factory.mktemp("many")))


def on(web: Web, address: str) -> list[str]:
    """The titles in the list at an address."""
    page = web.pages[f"{address}index.html"]
    return [link.text_content().replace("\u00ad", "").replace("\u00a0", " ") for link in page.find(ITEM)]


@pytest.mark.parametrize(
    ("first", "title"), [("bg/proekti/", "Проект"), ("bg/sabitia/", "Среща"), ("bg/novini/", "Новина")]
)
def test_pages_of_thirty_hold_everything_once(web: Web, first: str, title: str) -> None:
    sheets = [on(web, address) for address in (first, f"{first}stranitsa/2/", f"{first}stranitsa/3/")]
    assert [len(found) for found in sheets] == [30, 30, 5]
    assert sorted(name for found in sheets for name in found) == [
        f"{title}\u00a0{number}" for number in NAMES
    ] or sorted(name for found in sheets for name in found) == [f"{title} {number}" for number in NAMES]
    assert f"{first}stranitsa/4/index.html" not in web.pages
    assert f"{first}stranitsa/1/index.html" not in web.pages


def test_everything_is_reached_from_the_home_page_by_links(web: Web) -> None:
    reached, waiting = set(), ["bg/index.html"]
    while waiting:
        path = waiting.pop()
        if path in reached or path not in web.pages:
            continue
        reached.add(path)
        links = web.pages[path].find("//body//a/@href")
        waiting += [target for link in links if (target := web.leads_to(path, str(link)))]
    assert {path for path in web.pages if path.startswith(("bg/", "en/"))} - reached == set()
    assert web.broken() == []


def test_no_page_is_heavy_and_nothing_clashes(web: Web) -> None:
    assert web.built.errors == []
    assert not [found for found in web.built.warnings if "THM-07" in found]


def test_the_way_to_the_other_pages(web: Web) -> None:
    page = web.pages["bg/novini/stranitsa/2/index.html"]
    links = page.find("//nav[@aria-label='Страници на списъка']//a")
    assert [(link.text, link.get("href"), link.get("aria-current")) for link in links] == [
        ("Предишна страница", "/bg/novini/", None),
        ("1", "/bg/novini/", None),
        ("2", "/bg/novini/stranitsa/2/", "page"),
        ("3", "/bg/novini/stranitsa/3/", None),
        ("Следваща страница", "/bg/novini/stranitsa/3/", None),
    ]
    assert not page.find("//main//a[@rel]")
    first, last = web.pages["bg/novini/index.html"], web.pages["bg/novini/stranitsa/3/index.html"]
    assert "Предишна страница" not in first.text()
    assert "Следваща страница" in first.text()
    assert "Следваща страница" not in last.text()
    assert "Предишна страница" in last.text()


def test_a_page_of_a_list_says_which_it_is(web: Web) -> None:
    page = web.pages["en/news/page/2/index.html"]
    assert page.text("//title") == "News, Page 2 – Projects"
    assert page.text("//h1") == "News – Page 2"
    crumbs = page.find("//nav[@class='breadcrumbs wrap']//li")
    assert [(crumb.text_content().strip(), crumb.xpath("string(.//a/@href)")) for crumb in crumbs] == [
        ("Home", "/en/"),
        ("News", "/en/news/"),
        ("Page 2", ""),
    ]
    assert page.canonical == "https://proekti.example/en/news/page/2/"
    assert page.alternates["bg"] == "https://proekti.example/bg/novini/stranitsa/2/"
    assert page.alternates["x-default"] == page.alternates["bg"]
    assert page.switcher["bg"].get("href") == "/bg/novini/stranitsa/2/"


def test_a_page_of_a_narrowed_list_lies_below_it(web: Web) -> None:
    page = web.pages["bg/proekti/programa/oprg-2014-2020/stranitsa/3/index.html"]
    crumbs = [link.get("href") for link in page.find("//nav[@class='breadcrumbs wrap']//a")]
    assert crumbs == ["/bg/", "/bg/proekti/", "/bg/proekti/programa/oprg-2014-2020/"]
    assert page.canonical == "https://proekti.example/bg/proekti/programa/oprg-2014-2020/stranitsa/3/"
    assert "65\u00a0проекта" in page.text("//main")
    assert len(on(web, "bg/proekti/programa/oprg-2014-2020/stranitsa/3/")) == 5


def test_another_language_is_told_of_only_where_it_has_that_page() -> None:
    page = small.page("events", kind=Page)
    site = small.site(page, replace(page, language="en"))
    spot = Spot(page=page, address="/bg/e/", others={"bg": "/bg/e/", "en": "/en/e/"}, title=page.title)
    far = spot_of_sheet(site, spot, Sheet({"bg": range(61), "en": range(31)}, 3), Links(site, "/bg/e/"))
    near = spot_of_sheet(site, spot, Sheet({"bg": range(61), "en": range(31)}, 2), Links(site, "/bg/e/"))
    assert list(far.others) == ["bg"]
    assert list(near.others) == ["bg", "en"]


def test_the_words_of_the_editor_stand_on_the_first_page_only(tmp_path: Path) -> None:
    own = "-- news/index.bg.md --\n---\ntitle: Вести\nsummary: Всичко ново.\n---\nДобре дошли.\n"
    web = Web(build_site(tmp_path, own + "".join(map(news, NAMES[:31]))))
    assert "Добре дошли" in web.pages["bg/novini/index.html"].text("//main")
    second = web.pages["bg/novini/stranitsa/2/index.html"].text("//main")
    assert "Добре дошли" not in second
    assert "Всичко ново" not in second


def test_further_pages_stay_out_of_the_sitemap_for_machines(web: Web) -> None:
    assert "https://proekti.example/bg/novini/" in web.sitemap
    assert not [address for address in web.sitemap if "/stranitsa/" in address or "/page/" in address]
    assert not web.pages["bg/novini/stranitsa/2/index.html"].is_noindex


def test_a_short_list_has_no_further_pages(tmp_path: Path) -> None:
    web = Web(build_site(tmp_path, "".join(map(news, NAMES[:30]))))
    assert not [path for path in web.pages if "stranitsa" in path]
    assert not web.pages["bg/novini/index.html"].find("//nav[@aria-label='Страници на списъка']")


def test_documents_go_on_where_the_page_before_ended(web: Web) -> None:
    found = [
        web.pages[f"bg/dokumenti/{part}index.html"].find("//main//h2") for part in ("", "stranitsa/2/", "stranitsa/3/")
    ]
    assert [len(titles) for titles in found] == [30, 30, 5]


def test_the_site_map_goes_on_below_the_same_section(web: Web) -> None:
    second = web.pages["bg/karta-na-sayta/stranitsa/2/index.html"]
    top = [link.get("href") for link in second.find("//main//ul[not(ancestor::li) and not(ancestor::nav)]/li/a")]
    shown = [len(web.pages[path].find("//main//ul[not(ancestor::nav)]//a")) for path in web.pages if "karta" in path]
    ids = {page for page in web.pages if page.startswith("bg/") and "stranitsa" not in page}
    assert "/bg/novini/" in top
    assert sum(shown) >= len([path for path in ids if "/programa/" not in path]) - 5


def test_search_shows_the_first_titles_of_many(web: Web) -> None:
    page = web.pages["bg/tarsene/index.html"]
    groups = page.find("//div[@id='titles']/ul")
    assert [len(group) for group in groups[:3]] == [MANY, MANY, MANY] or [len(group) for group in groups[:3]] == [
        30
    ] * 3


@pytest.mark.parametrize("section", ["projects", "events", "news"])
def test_the_word_for_further_pages_is_reserved_below_lists(tmp_path: Path, section: str) -> None:
    texts = {"projects": project("01"), "events": event("01"), "news": news("41")}
    built = build_site(tmp_path, texts[section].replace("title:", "slug: stranitsa\ntitle:", 1))
    assert [found.split()[-1] for found in built.errors if "ADR" in found] == ["ADR-04"]


def test_the_word_is_free_elsewhere(tmp_path: Path) -> None:
    built = build_site(tmp_path, "-- pages/stranitsa.bg.md --\n---\ntitle: Страница\n---\n")
    assert not [found for found in built.errors if "ADR-04" in found]
    assert "bg/stranitsa/index.html" in built


def test_counting() -> None:
    assert [count_of(range(n)) for n in (0, 1, 30, 31, 60, 61)] == [1, 1, 1, 2, 2, 3]
    assert part_of(range(65), 3) == tuple(range(60, 65))
    sheet = Sheet({"bg": range(61), "en": ()}, 1)
    assert sheet.counts == {"bg": 3, "en": 1}
    assert replace(sheet, length=100).counts == {"bg": 1, "en": 1}


def test_any_page_is_few_steps_away() -> None:
    assert shown_numbers(1, 3) == [1, 2, 3]
    assert shown_numbers(50, 334) == [1, 40, 48, 49, 50, 51, 52, 60, 150, 334]
    known, edge, steps = {1}, {1}, 0
    while edge:
        edge = {n for here in edge for n in shown_numbers(here, 1112)} - known
        known, steps = known | edge, steps + 1
    assert known == set(range(1, 1113))
    assert steps <= 14
