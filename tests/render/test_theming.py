"""Themes of a site's own: single templates, blocks, macros, tokens, letters, files and words over the default theme."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from sitegen.render.theme import default_folder, minified
from tests.outputs.web import Page, Web
from tests.sites import FILE, PROJECT, SITE, Built, build_content, write_files

GUIDE = Path(__file__).parents[2] / "docs" / "theming.md"
EXAMPLE = re.compile(r"^`(themes/ours/[^`]+)`:\n\n```\w+\n(.*?)^```", re.MULTILINE | re.DOTALL)
FONT = default_folder() / "assets" / "fonts" / "sofia-sans-400.woff2"
CONTENT = f"""
-- site.yaml --
{SITE}theme: ours
-- projects/park/index.bg.md --
---
{PROJECT}summary: Накратко
x_team: Екип „Паркове“
---
Текст
-- projects/park/events/start/index.bg.md --
---
title: Начало
type: first_sod
start: 2018-02-20 11:00
---
Текст
"""
THEME = """
-- templates/news_list.html --
{% extends 'base.html' %}
{% block main %}<h1 class="whole">{{ page.title | words }}</h1>{% endblock %}
-- templates/project.html --
{% extends 'default/project.html' %}
{% block share %}
{{ super() }}
<p class="team">{{ t('team', name=dict(frame.extra).get('x_team', '?')) }}</p>
{% endblock %}
-- templates/base.html --
{% extends 'default/base.html' %}
{% block head %}
<meta name="author" content="{{ frame.owner | plain }}">
{% endblock %}
-- templates/macros.html --
{% macro tag(family, value) %}<mark>{{ default_tag(family, value) }}</mark>{% endmacro %}
-- assets/site.css --
:root { --link: #14532d }
@media (prefers-color-scheme: dark) { :root { --link: #86efac } }
.brand { background: url(oak.svg) }
-- assets/oak.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- assets/icon.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- locale/bg.po --
msgid "contacts"
msgstr "За връзка"

msgid "team"
msgstr "Работи: {name}"
-- locale/en.po --
msgid "team"
msgstr "At work: {name}"
-- locale/ru.po --
msgid "team"
msgstr "Работает: {name}"
"""


def themed(root: Path, files: Mapping[str, str | bytes], content: str = CONTENT) -> Built:
    """A site with a theme of its own."""
    for name, body in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body if isinstance(body, bytes) else body.encode())
    return build_content(write_files(root, content))


def parts(text: str) -> Iterator[tuple[str, str]]:
    """The files of a theme in one string."""
    found = FILE.split(text)
    for name, body in zip(found[1::2], found[2::2], strict=True):
        yield f"themes/ours/{name}", body.removeprefix("\n")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return themed(tmp_path_factory.mktemp("theme"), dict(parts(THEME)))


@pytest.fixture
def pages(built: Built) -> dict[str, Page]:
    return Web(built).pages


def test_nothing_is_wrong_and_every_link_leads_somewhere(built: Built) -> None:
    assert built.errors == []
    assert Web(built).broken() == []


def test_a_template_is_replaced_in_its_frame(pages: dict[str, Page]) -> None:
    page = pages["bg/novini/index.html"]
    assert page.text("//main") == "Новини"
    assert page.find("//h1/@class") == ["whole"]
    assert page.find("//div[@class='strip']")


def test_a_block_is_added_to_and_the_others_stay(pages: dict[str, Page]) -> None:
    page = pages["bg/proekti/park/index.html"]
    assert page.text("//p[@class='team']") == "Работи: Екип „Паркове“"
    assert page.find("//section[@id='share']")
    assert page.find("//aside[@class='facts']")
    assert pages["en/projects/park/index.html"].text("//p[@class='team']").startswith("At work: ")


def test_a_block_of_the_frame_reaches_every_page_in_it(pages: dict[str, Page]) -> None:
    framed = [page for path, page in pages.items() if re.match("(bg|en|ru)/", path)]
    assert len(framed) > 30
    assert {tuple(page.find("//meta[@name='author']/@content")) for page in framed} >= {("Община",), ("Municipality",)}
    assert all(page.find("//meta[@name='author']") for page in framed)


def test_a_macro_is_replaced_also_inside_the_others(pages: dict[str, Page]) -> None:
    (event,) = pages["bg/sabitia/index.html"].find("//ul[@class='cards']/li")
    assert event.xpath(".//mark/span[contains(@class, 'tag-held')]")


def test_a_token_wins_over_the_default_one(pages: dict[str, Page]) -> None:
    style = pages["bg/index.html"].text("//style")
    assert style.rindex("--link:#14532d") > style.rindex("--link:#0b3d91")


def test_an_asset_is_published_and_named_in_the_style(built: Built, pages: dict[str, Page]) -> None:
    (oak,) = (path for path in built if "oak" in path)
    assert re.fullmatch(r"assets/theme/oak\.[0-9a-f]{8}\.svg", oak)
    assert f"url(/{oak})" in pages["bg/index.html"].text("//style")
    assert [built[path] for path in built if "theme/icon." in path] == ['<svg xmlns="http://www.w3.org/2000/svg"/>\n']


def test_a_word_is_replaced_in_its_language_alone(pages: dict[str, Page]) -> None:
    assert pages["bg/kontakti/index.html"].text("//h1") == "За връзка"
    assert pages["en/contacts/index.html"].text("//h1") == "Contacts"


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("a:hover , b > i { color : red; margin: 0 1rem; }", "a:hover,b>i{color : red;margin:0 1rem}"),
        ("@media (min-width: 48rem) {\n  p { margin: 0 }\n}", "@media (min-width:48rem){p{margin:0}}"),
        ("nav :hover {}/* it's */ ul ::before {}", "nav :hover{}ul ::before{}"),
        ('q::before { content: "a:  b ; c" }', 'q::before{content:"a:  b ; c"}'),
        ("p { inset: calc( 1em + 2px ) }", "p{inset:calc( 1em + 2px )}"),
    ],
)
def test_style_texts_lose_what_browsers_do_not_need(written: str, published: str) -> None:
    assert minified(written) == published


# ── the guide ───────────────────────────────────────────────────────────────────────────────────────────────


def test_the_theme_of_the_guide_can_be_built(tmp_path: Path) -> None:
    files = dict(EXAMPLE.findall(GUIDE.read_text(encoding="utf-8")))
    assert len(files) == 10
    built = themed(tmp_path, {**files, "themes/ours/assets/fonts/municipal.woff2": FONT.read_bytes()})
    assert built.errors == []
    pages = Web(built).pages
    assert pages["en/index.html"].text("//footer//p[@class='motto']") == "An oak that remembers 400 summers"
    assert pages["bg/kontakti/index.html"].text("//h1") == "За връзка"
    assert pages["bg/proekti/park/index.html"].text("//div[@class='motto']/p[@class='lead']") == "Накратко"
    assert not pages["bg/proekti/park/sabitia/start/index.html"].find("//*[@id='share']")


def test_letters_of_its_own_take_the_place_of_the_shipped_ones(tmp_path: Path) -> None:
    files = dict(EXAMPLE.findall(GUIDE.read_text(encoding="utf-8")))
    built = themed(tmp_path, {**files, "themes/ours/assets/fonts/municipal.woff2": FONT.read_bytes()})
    assert [path.partition(".")[0] for path in built if path.endswith(".woff2")] == ["assets/theme/fonts/municipal"]
    page = Web(built).pages["bg/index.html"]
    assert "Sofia" not in page.text("//style")
    assert [link.partition(".")[0] for link in page.find("//link[@rel='preload']/@href")] == [
        "/assets/theme/fonts/municipal"
    ]


# ── faults ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("template", "text", "place", "reason"),
    [
        ("base.html", "\n{% extends 'base.html' %}", "templates/base.html:2:1 THM-01", "write 'default/base.html'"),
        ("macros.html", "{% macro a() %}\n", "templates/macros.html:1:1 THM-01", "endmacro"),
        ("macros.html", "\n\n{% macro lead(words) %}{{ words.x.y }}{% endmacro %}", "macros.html:3:1 THM-02", "'x'"),
        ("base.html", "{% extends 'default/none.html' %}", "base.html:1:1 THM-02", "none.html"),
    ],
)
def test_a_fault_is_told_where_it_stands(tmp_path: Path, template: str, text: str, place: str, reason: str) -> None:
    built = themed(tmp_path, {f"themes/ours/templates/{template}": text})
    assert {error.endswith(place) for error in built.errors} == {True}, built.errors
    assert reason in str(built.problem(place[-6:]).message)


def test_a_fault_behind_own_macros_is_told_where_the_default_one_stands(tmp_path: Path) -> None:
    files = {
        "themes/ours/templates/macros.html": "{# ours #}\n\n{% macro lead(words) %}{{ default_lead(words.x) }}{% endmacro %}",
        "themes/ours/locale/bg.po": "",
        "themes/ours/templates/page.html": "{% import 'macros.html' as m with context %}\n\n{{ m.tag('nothing', 'x') }}",
    }
    built = themed(
        tmp_path, files, "-- site.yaml --\n" + SITE + "theme: ours\n-- pages/a.bg.md --\n---\ntitle: А\n---\n.\n"
    )
    lines = (default_folder() / "templates" / "macros.html").read_text(encoding="utf-8").splitlines()
    wanted = next(number for number, line in enumerate(lines, 1) if "t(family ~ '.' ~ value)" in line and "tag" in line)
    assert [e for e in built.errors if "THM-03" in e] == [f"themes/default/templates/macros.html:{wanted}:1 THM-03"]
