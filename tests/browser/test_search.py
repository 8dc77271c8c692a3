"""The search in a real browser: three languages, keyboard and screen reader, with a script and without."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sitegen.render.theme import default_folder
from sitegen.text.stemming import folded, stem, table_of, words
from tests.browser.test_site import Look, violations
from tests.text.word_forms import LANGUAGES, RECALL, lines, pairs, strangers

pytestmark = pytest.mark.browser

PAGES = {"bg": "/bg/tarsene/", "en": "/en/search/", "ru": "/ru/poisk/"}
COMMON = {"bg": "услугите", "en": "services", "ru": "услугами"}
"""In many pages."""
TITLES = "[...document.querySelectorAll('#hits a')].map(link => link.textContent)"
NASTY = (
    "Ёлка ѝ й И\u0306 Наде\u0301жда ко\u00adмуна Țară Cтapт ПAРK ВG16RFOP001-5.001-0042-С01 Яndex Municipality’s CITY's "
    "прес-конференция 5.3.2018 т.е. a_b ½ №5 x² ΑΣ ß İ 漢字 'sжена '’s constructor __proto__ toString"
)


@pytest.fixture(scope="module")
def search(chromium: Any) -> Any:
    """A blank page that knows the script."""
    page = chromium.new_page()
    page.add_script_tag(content=(default_folder() / "assets" / "search.js").read_text(encoding="utf-8"))
    yield page
    page.close()


def in_script(search: Any, language: str, texts: list[str]) -> list[list[str]]:
    """The stems of the words of texts as the browser has them."""
    table = table_of(language, tuple(PAGES)).data
    script = "([table, texts]) => texts.map(text => Search.words(text, table).map(word => Search.stem(word, table)))"
    stems: list[list[str]] = search.evaluate(script, [table, texts])
    return stems


@pytest.mark.sample(3)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_cuts_words_as_the_program_does(search: Any, folder: Path, language: str) -> None:
    table = table_of(language, tuple(PAGES))
    index = json.loads((folder / PAGES[language].strip("/") / "index.json").read_bytes())
    content = [text for page in index["pages"] for text in page[1:3]]
    listed = [word for pair in (*pairs(language), *strangers(language)) for word in pair]
    texts = [*listed, *content, NASTY, *(" ".join(line) for line in lines("snowball"))]
    assert in_script(search, language, texts) == [[stem(word, table) for word in words(text)] for text in texts]
    fold = search.evaluate("([table, texts]) => texts.map(text => Search.fold(text, table))", [table.data, texts])
    assert fold == [folded(text) for text in texts]


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_the_script_too_forms_fall_together_and_other_words_do_not(search: Any, language: str) -> None:
    for listed, is_same in ((pairs(language), True), (strangers(language), False)):
        ones, others = (in_script(search, language, [pair[place] for pair in listed]) for place in (0, 1))
        wrong = [pair for pair, one, other in zip(listed, ones, others, strict=True) if (one == other) != is_same]
        assert len(wrong) <= (1 - RECALL) * len(listed) + (not is_same), wrong


def found(page: Any, question: str) -> list[str]:
    """The titles that are shown for a question that is typed."""
    page.fill("#q", "")
    page.wait_for_function("document.getElementById('found').textContent === ''")
    page.fill("#q", question)
    page.wait_for_function("document.getElementById('found').textContent !== ''")
    titles: list[str] = page.evaluate(TITLES)
    return titles


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("language", "question", "title"),
    [
        ("bg", "пресконференциите", "Стартова пресконференция"),
        ("bg", "прес-конференция", "Стартова пресконференция"),
        ("bg", "стартови пресконф", "Стартова пресконференция"),
        ("bg", "CTAPTОВА", "Стартова пресконференция"),
        ("bg", "деинституционализацията", "Подобряване на социалната инфраструктура в Община Кюстендил – гарант за устойчив модел за деинституционализация"),
        ("bg", "контактите", "Контакти"),
        ("en", "press conferences", "Opening press conference"),
        ("en", "municipalities", "A Future for the Children and Families in the Municipality of Ruzhintsi"),
        ("ru", "пресс-конференциями", "Стартовая пресс-конференция"),
        ("ru", "ОБЩИНАХ РУЖИНЦИ", "Будущее для детей и семей в общине Ружинци"),
        ("ru", "детьми", "Будущее для детей и семей в общине Ружинци"),
    ],
)  # fmt: skip
def test_words_are_found_in_any_form(look: Look, language: str, question: str, title: str) -> None:
    page = look(PAGES[language])
    assert title in found(page, question)
    assert page.is_hidden("#titles")
    assert page.said == []


@pytest.mark.sample(1)
@pytest.mark.parametrize("code", ["BG16RFOP001-5.001-0042-C01", "bg16rfop0015001 0042", "ВG16RFОР001", "0042-С01"])
@pytest.mark.parametrize("language", PAGES)
def test_contracts_are_found_by_any_part_of_their_number(look: Look, language: str, code: str) -> None:
    page = look(PAGES[language])
    found(page, code)
    assert page.evaluate("[...document.querySelectorAll('#hits a')].map(a => a.pathname.split('/')[3])") == [
        "kn-deinst"
    ]


def test_titles_come_before_summaries_and_summaries_before_texts(search: Any) -> None:
    table = table_of("bg", ()).data | {"types": ["Т"], "languages": {}}
    rows = [["/4", "А", "", 0, "", "", "", "", "паркинг парк"], ["/3", "А", "", 0, "", "", "", "парк", ""], ["/2", "А", "Нов парк", 0, "", "", "", "", ""], ["/1", "Паркове", "", 0, "", "", "", "", ""], ["/5", "Паркинг", "", 0, "", "", "", "", ""]]  # fmt: skip
    find = "([data, text]) => Search.find(text, Search.open(data)).map(page => page.href)"
    assert search.evaluate(find, [{**table, "pages": rows}, "парка"]) == ["/1", "/2", "/3", "/4"]
    assert search.evaluate(find, [{**table, "pages": rows}, "парк"]) == ["/1", "/5", "/2", "/3", "/4"]
    assert search.evaluate(find, [{**table, "pages": rows}, "нов парк"]) == ["/2"]
    assert search.evaluate(find, [{**table, "pages": rows}, "нов към парк"]) == ["/2"]
    assert search.evaluate(find, [{**table, "pages": rows}, "парковет"]) == ["/1", "/2", "/3", "/4"]
    assert search.evaluate(find, [{**table, "pages": rows}, "няма"]) == []
    assert search.evaluate(find, [{**table, "pages": rows}, "…"]) == []


def test_the_question_is_kept_in_the_address_and_can_be_gone_back_to(look: Look) -> None:
    page = look(PAGES["bg"])
    page.focus("#q")
    page.keyboard.type("пресконференциите")
    page.keyboard.press("Enter")
    page.wait_for_selector("#hits a")
    assert page.evaluate("new URLSearchParams(location.search).get('q')") == "пресконференциите"
    page.fill("#q", "контакти")
    page.wait_for_function("document.getElementById('hits').textContent.includes('Контакти')")
    page.click("#hits a >> text=Контакти")
    page.wait_for_url("**/bg/kontakti/")
    page.go_back()
    page.wait_for_selector("#hits a >> text=Контакти")
    assert page.input_value("#q") == "контакти"
    page.go_back()
    page.wait_for_selector("#hits a >> text=Стартова")
    assert page.input_value("#q") == "пресконференциите"
    page.go_back()
    page.wait_for_selector("#titles", state="visible")
    assert page.input_value("#q") == ""
    assert page.text_content("#found") == ""


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("language", "said"), [("bg", "Намерени страници: "), ("en", "Pages found: "), ("ru", "Найдено страниц: ")]
)
def test_a_shared_question_is_answered_and_the_number_is_announced(look: Look, language: str, said: str) -> None:
    page = look(PAGES[language] + "?q=" + COMMON[language])
    page.wait_for_selector("#hits a")
    assert page.text_content("#found") == f"{said}{len(page.evaluate(TITLES))}"
    assert page.get_attribute("#found", "role") == "status"
    assert violations(page) == []
    page.fill("#q", "ъъъъ")
    page.wait_for_function("!document.querySelector('#hits a')")
    assert page.is_visible("#titles")
    assert page.text_content("#found") == page.get_attribute("form.search", "data-none")


def test_the_index_is_fetched_on_first_use_and_once(look: Look, base: str) -> None:
    page = look(PAGES["bg"])
    assert [url for url in page.asked if url.endswith(".json")] == []
    found(page, "парк")
    found(page, "община")
    assert [url for url in page.asked if url.endswith(".json")] == [base + "/bg/tarsene/index.json"]
    assert [url for url in page.asked if not url.startswith(base + "/")] == []


def test_an_index_that_does_not_come_is_said_and_asked_for_again(look: Look) -> None:
    page = look(PAGES["bg"])
    page.route("**/index.json", lambda route: route.abort())
    page.fill("#q", "парк")
    page.wait_for_function(
        "document.getElementById('found').textContent === document.querySelector('form.search').dataset.failed"
    )
    assert page.is_visible("#titles")
    page.unroute("**/index.json")
    assert found(page, "община")


@pytest.mark.sample(1)
@pytest.mark.parametrize("language", PAGES)
def test_without_scripts_the_titles_are_there_and_no_field_that_does_nothing(look: Look, language: str) -> None:
    page = look(PAGES[language], width=320, java_script_enabled=False)
    assert page.is_hidden("form.search")
    assert page.is_visible("noscript p")
    assert page.locator("#titles a").count() > 15
    page.click("#titles a >> nth=0")
    assert page.url.rstrip("/").count("/") > 4


@pytest.mark.sample(1)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", PAGES)
def test_results_are_accessible_and_fit_a_phone(look: Look, language: str, scheme: str) -> None:
    page = look(PAGES[language] + "?q=" + COMMON[language], width=320, height=256, scheme=scheme)
    page.wait_for_selector("#hits a")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    box = page.locator("#q").bounding_box()
    assert box["height"] >= 24
    page.focus("#q")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "BUTTON"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#hits') !== null")


def test_it_works_below_a_path_and_behind_a_strict_policy(look: Look, below_a_path: str) -> None:
    page = look(f"{below_a_path}/bg/tarsene/?q=пресконференциите")
    page.wait_for_selector("#hits a")
    page.click("#hits a >> nth=0")
    page.wait_for_url(f"{below_a_path}/bg/proekti/**")
    assert page.said == []
    blocked = look(f"{below_a_path}/bg/tarsene/")
    blocked.evaluate("document.body.append(Object.assign(document.createElement('script'), {textContent: '1'}))")
    assert any("Content Security Policy" in line for line in blocked.said)


def test_words_of_a_page_are_shown_as_words(search: Any, look: Look) -> None:
    page = look(PAGES["bg"])
    page.route("**/index.json", lambda route: route.fulfill(json=hostile(route)))
    page.fill("#q", "злонамерен")
    page.wait_for_selector("#hits a")
    assert page.evaluate(TITLES) == ["<img src=x onerror=alert(1)> злонамерен"]
    assert page.locator("#hits img").count() == 0


def hostile(route: Any) -> Any:
    """The site's index with a title that looks like HTML."""
    index = route.fetch().json()
    index["pages"] = [["/bg/", "<img src=x onerror=alert(1)> злонамерен", "<b>", 0, "", "", "", "", ""]]
    return index
