"""A fourth language, Romanian: a catalogue and translations make it, and no line of the program."""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from sitegen.render.formats import Formats, native_name
from sitegen.render.theme import default_folder
from tests.outputs.web import Page, Web
from tests.sites import Built, build_content, write_files

N = "\u00a0"
WORDS: Mapping[str, str | tuple[str, ...]] = {
    "skip": "Salt la conținut",
    "og_locale": "ro_RO",
    "home": "Acasă",
    "projects": "Proiecte",
    "events": "Evenimente",
    "slug.projects": "proiecte",
    "slug.events": "evenimente",
    "slug.news": "noutati",
    "slug.status": "stare",
    "status.completed": "Finalizat",
    "in_language.bg": "în bulgară",
    "untranslated": "Acest text nu este încă tradus; descrierea este {language}.",
    "count.projects": ("{count} proiect", "{count} proiecte", "{count} de proiecte"),
    "months": ("{count} lună", "{count} luni", "{count} de luni"),
    "continue": "Continuați în română",
}
"""What the test looks at; the other keys keep their English words."""
SITE = """
-- site.yaml --
title: {bg: Проекти, en: Projects, ro: Proiecte}
url: https://proekti.example/
languages: [bg, en, ro]
owner: obshtina
theme: ours
-- organisations.yaml --
obshtina: {type: municipality, name: {bg: Община, en: Municipality, ro: Primăria}}
-- projects/park/index.bg.md --
---
title: Парк
summary: Нов парк за града.
programme: oprg-2014-2020
contract: BG16RFOP001-5.001-0042-C01
start: 9.1.2018
end: 2020-01-09
months: 24
total_value: 263 315,32 EUR
partners: [{org: obshtina, role: beneficiary}]
goals: [{id: g1, kind: overall, text: Парк}]
results: [{id: r1, text: Алея}]
---
Парк от 5 км – за 2014–2020 г.
-- projects/park/index.en.md --
---
title: Park
summary: A new park.
goals: {g1: Park}
results: {r1: Lane}
---
A park of 5 km, for 2014–2020.
-- projects/park/index.ro.md --
---
title: Dezinstituționalizarea serviciilor
summary: Un parc nou.
goals: {g1: Parc}
results: {r1: Alee}
---
Un parc de 5 km, "nou" - pentru 2014-2020.
-- projects/park/events/start/index.bg.md --
---
title: Начало
type: first_sod
start: 2018-02-20 11:00
---
Само на български.
-- news/veste.ro.md --
---
title: O veste
date: 2026-05-01
only: [ro]
---
Text.
"""


def catalogue() -> bytes:
    """A catalogue with every key of the English one."""
    english = read_po(BytesIO((default_folder() / "locale" / "en.po").read_bytes()), locale="en")
    romanian = Catalog(locale="ro", charset="utf-8")
    for entry in filter(lambda entry: entry.id, english):
        key = entry.id if isinstance(entry.id, str) else entry.id[0]
        words = [entry.string] if isinstance(entry.string, str) else [*(entry.string or ())]
        other = (*words, words[-1]) if entry.pluralizable else words[0]
        romanian.add(entry.id, WORDS.get(key, other))
    out = BytesIO()
    write_po(out, romanian)
    return out.getvalue()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = tmp_path_factory.mktemp("romanian")
    file = root / "themes" / "ours" / "locale" / "ro.po"
    file.parent.mkdir(parents=True)
    file.write_bytes(catalogue())
    return build_content(write_files(root, SITE))


@pytest.fixture
def pages(built: Built) -> dict[str, Page]:
    return Web(built).pages


def test_nothing_is_wrong(built: Built) -> None:
    assert (built.errors, built.warnings) == ([], [])
    assert Web(built).broken() == []


def test_addresses_have_the_words_of_the_catalogue(pages: dict[str, Page]) -> None:
    assert {path for path in pages if path.startswith("ro/p")} >= {
        "ro/proiecte/index.html",
        "ro/proiecte/park/index.html",
        "ro/proiecte/stare/finalizat/index.html",
        "ro/proiecte/park/evenimente/start/index.html",
    }
    assert [path for path in pages if path.endswith("veste/index.html")] == ["ro/noutati/veste/index.html"]


def test_every_language_leads_to_every_other(pages: dict[str, Page]) -> None:
    expected = {
        "bg": "https://proekti.example/bg/proekti/park/",
        "en": "https://proekti.example/en/projects/park/",
        "ro": "https://proekti.example/ro/proiecte/park/",
        "x-default": "https://proekti.example/bg/proekti/park/",
    }
    for path in ("bg/proekti/park/index.html", "en/projects/park/index.html", "ro/proiecte/park/index.html"):
        assert pages[path].alternates == expected
        assert [entry.text_content() for entry in pages[path].switcher.values()] == ["Български", "English", "Română"]
    assert "Continuați în română" in pages["index.html"].text()


def test_the_search_engines_map_knows_it(built: Built) -> None:
    assert "ro" in Web(built).sitemap["https://proekti.example/bg/proekti/park/"][1]


def test_it_is_searched_by_whole_words(built: Built, pages: dict[str, Page]) -> None:
    index = json.loads(built["ro/search/index.json"])
    park = next(row for row in index["pages"] if row[0] == "/ro/proiecte/park/")
    assert "parc" in park[7].split()
    assert "pentru" in park[8].split()
    assert "Dezinstituționalizarea serviciilor" in pages["ro/search/index.html"].text("//main").replace("\u00ad", "")
    veste = next(row for row in json.loads(built["bg/tarsene/index.json"])["pages"] if row[1] == "O veste")
    assert (veste[0], veste[5]) == ("/ro/noutati/veste/", "ro")


def test_words_dates_numbers_and_counts(pages: dict[str, Page]) -> None:
    park = pages["ro/proiecte/park/index.html"]
    shown = [
        "Acasă",
        "Finalizat",
        f"263.315,32{N}EUR",
        f"9{N}ianuarie{N}2018{N}–",
        "24 de luni",
    ]
    assert [words for words in shown if words not in park.text()] == []
    assert park.find("/html/@lang") == ["ro"]
    assert park.find("//meta[@property='og:locale']/@content") == ["ro_RO"]
    assert "1 proiect" in pages["ro/proiecte/index.html"].text()
    assert f"marți, 20{N}februarie{N}2018" in pages["ro/proiecte/park/evenimente/start/index.html"].text()


def test_texts_are_set_and_long_words_can_break(pages: dict[str, Page]) -> None:
    park = pages["ro/proiecte/park/index.html"]
    assert f'Un parc de 5{N}km, "nou" – pentru 2014–2020.' in park.text("//div[@class='prose']")
    assert park.text("//h1").count("\u00ad") > 2
    assert "\u00ad" not in park.text("//title")
    assert park.text("//h1").replace("\u00ad", "") == "Dezinstituționalizarea serviciilor"


def test_readers_can_share_where_everybody_does(pages: dict[str, Page]) -> None:
    hosts = [href.partition("?")[0] for href in pages["ro/proiecte/park/index.html"].find("//*[@id='share']//a/@href")]
    assert hosts == ["https://www.facebook.com/sharer/sharer.php", "mailto:"]


def test_what_is_not_translated_is_shown_with_its_language(pages: dict[str, Page]) -> None:
    event = pages["ro/proiecte/park/evenimente/start/index.html"]
    assert event.text("//p[@class='notice']") == "Acest text nu este încă tradus; descrierea este în bulgară."
    assert event.find("//div[@class='prose']/@lang") == ["bg"]
    assert event.is_noindex
    start = pages["bg/proekti/park/sabitia/start/index.html"].switcher
    assert start["ro"].text_content() == "Română · în bulgară"


def test_a_language_that_the_other_catalogues_do_not_know_goes_by_its_name(pages: dict[str, Page]) -> None:
    assert "O veste (румънски)" in pages["bg/novini/index.html"].text()
    assert "O veste (Romanian)" in pages["en/news/index.html"].text()


def test_a_language_that_nobody_has_counted_in_yet() -> None:
    assert native_name("zzz") == "Zzz"
    assert Formats("zzz").number(1500) == "1,500"
    assert Formats("zzz").language_name("bg") == "Bulgarian"


def test_a_site_in_a_language_beyond_the_tables(tmp_path: Path) -> None:
    content = write_files(tmp_path, "-- site.yaml --\ntitle: {zzz: A}\nurl: https://x.example/\nlanguages: [zzz]\nowner: obshtina\ntheme: ours\n-- organisations.yaml --\nobshtina: {name: {zzz: O}}\n")  # fmt: skip
    file = tmp_path / "themes" / "ours" / "locale" / "zzz.po"
    file.parent.mkdir(parents=True)
    file.write_bytes((default_folder() / "locale" / "en.po").read_bytes())
    built = build_content(content)
    assert built.errors == []
    assert "Skip to main content" in built["zzz/index.html"]
