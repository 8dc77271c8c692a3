"""The search page and its index: all that the public may see, in every language, and nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sitegen.builder.flow import build
from sitegen.builder.order import Order
from sitegen.outputs import search
from sitegen.text.compression import gzipped
from tests.outputs.web import Web
from tests.sites import NOW, PROJECT, SITE, Built, build_site, write_files
from tests.sites.pdfs import pdf

FIELDS = ("href", "title", "summary", "type", "project", "language", "codes", "more", "body")
CONTENT = f"""
-- organisations.yaml --
obshtina: {{type: municipality, name: {{bg: Община, en: Municipality, ru: Община}}}}
-- projects/park/index.bg.md --
---
{PROJECT}short: Паркът
summary: Нов парк за „града“.
procedure_code: BG16RFOP001-5.001
goals: [{{id: g1, text: Повече зеленина, measures: [{{id: m1, text: Засаждане}}]}}]
results: [{{id: r1, text: Нови алеи}}]
places: [{{id: p1, name: Градската градина}}]
target_groups: [{{id: t1, text: Пешеходци}}]
activities: [{{id: a1, title: Строителство, outputs: [{{id: o1, text: Пейки}}]}}]
documents: [{{file: plan.pdf, title: Генерален чертеж}}]
---
## Осветление

Лампите светят в парка.
-- projects/park/index.en.md --
---
title: Park
short: The park
summary: A new park.
goals: {{g1: More green}}
---
The lamps are lit.
-- projects/park/events/start/index.bg.md --
---
title: Начало
type: first_sod
start: 2018-02-20 11:00
place: Зала „Изток“
agenda: [{{id: i1, time: "11:00", text: Откриване, speaker: Кметът}}]
---
-- news/vest.bg.md --
---
title: Новина за всички
date: 2026-05-01
---
Текст на новината.
-- pages/about.bg.md --
---
title: За нас
---
Текст.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = tmp_path_factory.mktemp("searched")
    plan = root / "content" / "projects" / "park" / "plan.pdf"
    plan.parent.mkdir(parents=True)
    plan.write_bytes(pdf())
    return build_site(root, CONTENT)


def index(built: Built, path: str = "bg/tarsene/index.json") -> dict[str, Any]:
    """The index as the script reads it, its pages by address."""
    data: dict[str, Any] = json.loads(built[path])
    return data | {"pages": {row[0]: dict(zip(FIELDS, row, strict=True)) for row in data["pages"]}}


def test_all_titles_stand_on_the_page_by_type(built: Built) -> None:
    page = Web(built).pages["bg/tarsene/index.html"]
    shown = page.text("//div[@id='titles']")
    assert page.text("//h1") == "Търсене"
    assert [h.text_content() for h in page.find("//h2[not(ancestor::footer)]")] == [
        "Проекти", "Събития", "Новини", "Други страници",
    ]  # fmt: skip
    assert "Проекти Парк Събития Начало Паркът Новини Новина за всички Други страници" in shown
    assert page.find("//div[@id='titles']//a[.='За нас']/@href") == ["/bg/about/"]
    assert "Търсене" not in shown


def test_the_form_works_in_the_page_and_asks_no_one_else(built: Built) -> None:
    page = Web(built).pages["bg/tarsene/index.html"]
    assert page.find("//form/@data-index") == ["/bg/tarsene/index.json"]
    assert page.find("//form/@action") == []
    assert [script.partition("/search.")[0] for script in page.find("//script/@src")[1:]] == ["/assets/theme"]
    assert page.find("//meta[@name='referrer']/@content")[-1] == "no-referrer"
    assert page.text("//noscript").startswith("Полето за търсене работи само")
    assert not page.is_noindex


def test_menus_and_the_404_page_lead_to_the_search(built: Built) -> None:
    web = Web(built)
    assert "Търсене" in web.pages["bg/index.html"].text("//nav[contains(@class, 'menu')]")
    assert set(web.pages["404.html"].find("//a/@href")) >= {"/bg/tarsene/", "/en/search/", "/ru/poisk/"}
    assert "https://proekti.example/bg/tarsene/" in web.sitemap


def test_a_page_is_found_by_all_that_it_says(built: Built) -> None:
    park = index(built)["pages"]["/bg/proekti/park/"]
    assert (park["title"], park["summary"]) == ("Парк", "Нов парк за „града“.")
    assert park["codes"] == "bg16rfop00150010042c01 bg16rfop0015001"
    stems = ("осветл", "зелен", "засажда", "але", "градск", "градин", "пешеходк", "строителств", "пейк", "чертеж")
    words = f" {park['more']} "
    assert [stem for stem in stems if f" {stem}" not in words] == []
    assert "общин" in words
    assert " реги" in words
    assert park["body"] == "ламп свет"
    start = index(built)["pages"]["/bg/proekti/park/sabitia/start/"]
    assert start["more"] == "зал изток кмет откриван"
    assert start["project"] == "Паркът"


def test_what_is_not_translated_is_found_with_its_language(built: Built) -> None:
    english = index(built, "en/search/index.json")
    news = english["pages"]["/bg/novini/vest/"]
    assert (news["title"], news["language"]) == ("Новина за всички", "bg")
    assert english["languages"] == {"bg": "in Bulgarian"}
    assert english["pages"]["/en/projects/park/"]["title"] == "Park"
    start = english["pages"]["/en/projects/park/events/start/"]
    assert (start["language"], start["project"]) == ("bg", "The park")
    shown = Web(built).pages["en/search/index.html"]
    assert [link.get("hreflang") for link in shown.find("//a[@href='/bg/novini/vest/']")] == ["bg"]
    assert shown.find("//a[@href='/bg/novini/vest/']/span/@lang") == ["bg"]


def test_a_programme_is_found_by_its_names_in_other_languages(tmp_path: Path) -> None:
    programmes = (
        "-- programmes.yaml --\nolder:\n  name: {bg: Програма ФАР, en: Phare programme, ru: Программа ФАР}\n"
        "  short: {bg: ФАР, en: Phare, ru: ФАР}\n  regime: phare\n  funds: [phare]\n"
    )
    project = PROJECT.replace("programme: oprg-2014-2020", "programme: older")
    assert project != PROJECT
    text = f"{programmes}-- projects/park/index.bg.md --\n---\n{project}---\n"
    park = index(build_site(tmp_path, text))["pages"]["/bg/proekti/park/"]
    assert {"фар", "phar"} <= set(park["more"].split())


def test_the_words_of_the_other_script_are_cut_too(built: Built) -> None:
    bulgarian, english = (index(built, path)["steps"] for path in ("bg/tarsene/index.json", "en/search/index.json"))
    assert bulgarian != english
    assert sorted(map(str, bulgarian)) == sorted(map(str, english))


@pytest.mark.parametrize("hidden", ["draft: yes", "publish_at: 2026-12-01", "unpublish_at: 2026-01-01"])
def test_what_is_not_public_is_in_no_byte(tmp_path: Path, hidden: str) -> None:
    secret = f"-- projects/secret/index.bg.md --\n---\n{PROJECT.replace('Парк', 'Тайнобор')}{hidden}\n---\nТайнобор.\n"
    built = build_site(tmp_path, secret)
    told = [path for path in built if "search" in path or "tarsene" in path or "poisk" in path]
    assert len([path for path in told if path.endswith(".json")]) == 3
    assert [path for path in told if "айнобор" in built[path] or "secret" in built[path]] == []


def test_beyond_its_weight_an_index_does_without_the_bodies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small = build_site(tmp_path / "a", CONTENT)
    assert index(small)["bodies"] is True
    monkeypatch.setattr(search, "HEAVIEST", len(gzipped(small.bytes("bg/tarsene/index.json"))) - 1)
    large = build_site(tmp_path / "b", CONTENT)
    bulgarian = index(large)
    assert bulgarian["bodies"] is False
    assert {page["body"] for page in bulgarian["pages"].values()} == {""}
    assert "осветл" in bulgarian["pages"]["/bg/proekti/park/"]["more"]
    told = [problem for problem in large.problems if problem.code == "TXT-10"]
    assert [dict(problem.message.values)["language"] for problem in told][:1] == ["bg"]
    assert "TXT-10" not in {problem.code for problem in small.problems}


def test_it_works_below_a_path(tmp_path: Path) -> None:
    site = SITE.replace("https://proekti.example/", "https://example.bg/proekti/")
    built = build_site(tmp_path, f"-- site.yaml --\n{site}{CONTENT}")
    page = Web(built).pages["bg/tarsene/index.html"]
    assert page.find("//form/@data-index") == ["/proekti/bg/tarsene/index.json"]
    assert "/proekti/bg/proekti/park/" in index(built)["pages"]


def test_a_copy_without_a_server_has_the_titles_alone(tmp_path: Path) -> None:
    order = Order(content=write_files(tmp_path, CONTENT), now=NOW)
    built = Built(build(replace(order, relative_links=True)))
    page = Web(built).pages["bg/tarsene/index.html"]
    assert (page.find("//form"), page.find("//*[@id='found']")) == ([], [])
    assert not any("search" in script for script in page.find("//script/@src"))
    assert "../proekti/park/index.html" in page.find("//div[@id='titles']//a/@href")
    assert not [path for path in built if path.endswith("index.json")]


def test_editors_give_the_page_words_of_their_own(tmp_path: Path) -> None:
    built = build_site(tmp_path, "-- search.bg.md --\n---\ntitle: Намерете\nsummary: Всичко тук.\n---\nСъвет.\n")
    page = Web(built).pages["bg/tarsene/index.html"]
    assert page.text("//h1") == "Намерете"
    assert "Съвет." in page.text("//main")
