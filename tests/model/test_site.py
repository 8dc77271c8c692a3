"""The site: its pages by language, trait and place, their addresses and their days."""

from __future__ import annotations

from datetime import date

import pytest

from sitegen.model.dates import FuzzyDate, parse_moment
from sitegen.model.document import UNTOLD, Document, Section
from sitegen.model.funding import Programme
from sitegen.model.language import Multilingual, Phrase
from sitegen.model.operation import NOTHING_TOLD
from sitegen.model.organisation import Organisation
from sitegen.model.page import Article, Funded, Page, Scheduled
from sitegen.model.recorded import Recorded
from sitegen.model.site import Site
from tests.model.small import config, file, page, site

HOME, HOME_EN = page("index"), page("index", "en")
PARK = page("projects/park", kind=Funded, slug="zelen-park")
PARK_EN = page("projects/park", "en", kind=Funded)
PARK_RU = page("projects/park", "ru", kind=Funded, is_translated=False, file="")
NEWS = page("projects/park/news/start", kind=Article)
PARKING = page("projects/parking/news/a", kind=Article)
ONLY_RUSSIAN = page("pages/a", "ru", original="ru")
SITE = site(HOME, HOME_EN, PARK, PARK_EN, PARK_RU, NEWS, PARKING, ONLY_RUSSIAN, files=["a/1.pdf", "a/2.pdf", "b.pdf"])


def test_pages_are_found_by_id_and_language() -> None:
    assert SITE.page("projects/park", "en") is PARK_EN
    assert SITE.page("pages/a", "bg") is None


def test_every_id_once_in_order() -> None:
    assert SITE.ids == ("index", "projects/park", "projects/park/news/start", "projects/parking/news/a", "pages/a")


def test_what_editors_wrote() -> None:
    assert SITE.written == (HOME, HOME_EN, PARK, PARK_EN, NEWS, PARKING, ONLY_RUSSIAN)


def test_files_by_folder() -> None:
    assert SITE.folders == {"a": (file("a/1.pdf"), file("a/2.pdf")), "": (file("b.pdf"),)}


def test_the_nearest_language_of_a_page() -> None:
    assert SITE.nearest("projects/park", "en") is PARK_EN
    assert SITE.nearest("pages/a", "bg") is ONLY_RUSSIAN
    assert SITE.nearest("pages/b", "bg") is None


def test_versions_are_all_pages_alternates_only_translations() -> None:
    assert SITE.versions("projects/park") == (PARK, PARK_EN, PARK_RU)
    assert SITE.alternates(PARK) == (PARK, PARK_EN)


def test_what_was_read_with_a_mistake_may_be_there() -> None:
    found = site(PARK, NEWS, doubtful={"projects/park": frozenset({"partners"})})
    assert not found.is_sure(PARK, "partners")
    assert found.is_sure(PARK, "goals")
    assert found.is_sure(NEWS, "partners")


HERE = "https://proekti.example"


@pytest.mark.parametrize(("found", "told"), [
    (HOME_EN, [("bg", "/bg/"), ("en", "/en/"), ("x-default", "/")]),
    (PARK_EN, [("bg", "/bg/proekti/zelen-park/"), ("en", "/en/proekti/park/"), ("x-default", "/bg/proekti/zelen-park/")]),
    (ONLY_RUSSIAN, [("ru", "/ru/a/"), ("x-default", "/ru/a/")]),
    (PARK_RU, []),
])  # fmt: skip
def test_search_engines_are_told_of_translations_and_of_a_default(found: Page, told: list[tuple[str, str]]) -> None:
    assert SITE.hreflang(found) == tuple((code, HERE + address) for code, address in told)


def test_search_engines_are_told_of_a_list_below_a_page() -> None:
    lists = {"bg": "/bg/proekti/status/", "en": "/en/proekti/status/"}
    assert SITE.hreflang(PARK_EN, lists) == (
        ("bg", HERE + lists["bg"]),
        ("en", HERE + lists["en"]),
        ("x-default", HERE + lists["bg"]),
    )


def test_a_slug_is_of_one_language() -> None:
    assert (SITE.address(PARK), SITE.address(PARK_EN)) == ("/bg/proekti/zelen-park/", "/en/proekti/park/")
    assert SITE.address(NEWS) == "/bg/proekti/zelen-park/novini/start/"
    assert SITE.address_in("projects/park/news/start", "en") == "/en/proekti/park/novini/start/"
    assert SITE.slug("pages/b", "bg") == ""


def test_an_address_becomes_absolute() -> None:
    assert SITE.url("/bg/") == "https://proekti.example/bg/"


def test_pages_of_a_trait() -> None:
    assert SITE.having(Article, "bg") == (NEWS, PARKING)
    assert SITE.having(Funded, "ru") == (PARK_RU,)
    assert SITE.having(Article, "de") == ()


def test_pages_below_a_page_are_not_its_namesakes() -> None:
    assert SITE.below(PARK, Article) == (NEWS,)
    assert SITE.below(PARK_EN, Article) == ()


def test_a_page_stands_in_a_tree() -> None:
    assert SITE.descendants["projects/park"] == ("projects/park/news/start",)
    assert SITE.children["projects/park"] == ("projects/park/news/start",)
    assert SITE.children["index"] == ("projects/park", "projects/parking/news/a", "pages/a")


def test_the_menu_has_the_pages_that_ask_for_it() -> None:
    first, second = page("pages/a", menu=1), page("pages/b", menu=0)
    assert site(first, second, page("pages/c")).in_menu["bg"] == (first, second)


def test_the_newest_project_comes_first() -> None:
    config_ = config(programmes={"p": Programme(id="p", regime="2014-2020"), "q": Programme(id="q", regime="rrf")})
    started = page("projects/a", kind=Funded, programme="p", start=FuzzyDate(2017))
    by_programme = page("projects/b", kind=Funded, programme="q")
    older = page("projects/c", kind=Funded, programme="p", number=1)
    twin = page("projects/d", kind=Funded, programme="p", number=2)
    unknown = page("projects/e", kind=Funded, programme="lost")
    whole = site(unknown, older, started, twin, by_programme, config=config_)
    assert whole.newest["bg"] == (by_programme, started, twin, older, unknown)


def test_a_page_tells_of_its_own_project_else_of_the_newest() -> None:
    old = page("projects/a", kind=Funded, number=1)
    new = page("projects/b", kind=Funded, number=2)
    story, about = page("projects/a/news/start", kind=Article), page("pages/about")
    whole = site(old, new, story, about)
    assert [whole.acknowledged(one) for one in (old, story, about)] == [old, old, new]
    assert site(about).acknowledged(about) is None


@pytest.mark.parametrize(("page_id", "project"), [
    ("projects/park/news/start", "projects/park"),
    ("projects/park", ""),
    ("projects", ""),
    ("news/a/b", ""),
])  # fmt: skip
def test_what_lies_in_a_project_is_of_it(page_id: str, project: str) -> None:
    assert SITE.project_of(page_id) == project


def test_organisations_and_programmes_by_id() -> None:
    whole = site(config=config(organisations={"a": Organisation(id="a")}, programmes={"p": Programme(id="p")}))
    assert (whole.organisation("a"), whole.organisation("b")) == (Organisation(id="a"), None)
    assert (whole.programme("p"), whole.programme("q")) == (Programme(id="p"), None)


def test_a_file_is_published_below_assets() -> None:
    assert SITE.file_address(file("a/План.pdf")) == "/assets/a/plan.pdf"


def test_today_is_the_day_of_now() -> None:
    assert SITE.today == date(2026, 11, 22)


OLD, NEW, FUTURE = date(2024, 1, 1), date(2025, 1, 1), date(2027, 1, 1)


@pytest.mark.parametrize(("own", "sources", "dated", "updated"), [
    (None, None, None, None),
    (None, None, OLD, OLD),
    (None, NEW, OLD, NEW),
    (OLD, NEW, None, OLD),
    (FUTURE, None, None, None),
])  # fmt: skip
def test_when_a_page_last_changed(
    own: date | None, sources: date | None, dated: date | None, updated: date | None
) -> None:
    source = page("news/a", kind=Article, updated=sources)
    translated = page("news/a", "en", kind=Article, updated=own, date=dated)
    assert site(source, translated).updated(translated) == updated


def test_a_page_without_a_source_has_no_day() -> None:
    lonely = page("news/a", "en", kind=Article)
    assert site(lonely).updated(lonely) is None


def test_search_engines_list_neither_fallbacks_nor_drafts() -> None:
    draft = page("pages/b", draft=True)
    assert [site(draft).is_indexed(found) for found in (PARK, PARK_RU, draft)] == [True, False, False]


def test_the_funds_of_a_project_are_its_programmes_as_far_as_it_names_them() -> None:
    programme = Programme(id="p", regime="2014-2020", funds=("erdf", "esf"))
    whole = site(config=config(programmes={"p": programme}))
    funds = [
        whole.funds_of(page("projects/a", kind=Funded, programme="p", fund=named)) for named in ((), ("esf",), ("x",))
    ]
    assert funds == [("erdf", "esf"), ("esf",), ("erdf", "esf")]
    assert whole.funds_of(page("projects/a", kind=Funded, programme="unknown")) == ()


def test_the_owners_name_is_in_the_readers_language() -> None:
    named = Organisation(id="a", name=Multilingual((("bg", "Община"), ("en", "Municipality"))))
    whole = site(config=config(owner="a", organisations={"a": named}))
    assert [whole.owner_name(language) for language in ("en", "ru")] == [
        Phrase("Municipality", "en"),
        Phrase("Община", "bg"),
    ]
    assert site(config=config(owner="nobody")).owner_name("en") == Phrase("", "en")


def test_news_come_newest_first_and_the_undated_last() -> None:
    old, new = (page(f"news/{name}", kind=Article, date=date(2026, month, 1)) for name, month in (("a", 1), ("b", 2)))
    foreign, undated = (
        page("news/c", "ru", kind=Article, original="ru", date=date(2026, 1, 15)),
        page("news/d", kind=Article),
    )
    found = site(old, new, foreign, undated, page("pages/a"))
    assert [article.id for article in found.news["bg"]] == ["news/b", "news/c", "news/a", "news/d"]
    assert found.places_of_news["en"] == {"news/b": 0, "news/c": 1, "news/a": 2, "news/d": 3}


def test_the_words_for_search_stand_beside_its_page() -> None:
    assert site().search_index("bg") == "/bg/tarsene/index.json"
    assert site(relative_links=True).search_index("bg") == ""


def test_other_pages_see_covers() -> None:
    body = Document(sections=(Section(heading=None, html="<p>Дума</p>"),), text="Дума  " * 500)
    cover = body.cover
    assert cover.sections == (UNTOLD,)
    assert cover.length == body.length == len(body.text)
    assert cover.text == " ".join(body.text[:600].split())
    assert page("pages/b").body.cover.sections == ()


def test_what_is_made_of_a_site_is_made_once() -> None:
    made: list[Site] = []

    def make(found: Site) -> int:
        made.append(found)
        return len(found.pages)

    assert SITE.once(make) == SITE.once(make) == len(SITE.pages)
    assert made == [SITE]


def test_recorded_pages_are_found_again() -> None:
    park = page("projects/green", kind=Funded, number=7)
    known = (Recorded("/bg/proekti/park/", "projects/park", 7), Recorded("/bg/nyama/", "pages/none"))
    assert site(park, NEWS, recorded=known).found_again == {"/bg/proekti/park/": "projects/green"}
    assert site(park).found_again == {}


def test_news_by_language_and_project() -> None:
    own = page("news/b", kind=Article)
    found = site(PARK, NEWS, own).news_below
    assert found["bg", "projects/park"] == (NEWS,)
    assert found["bg", ""] == (own,)


def test_feeds_tell_what_has_a_day_the_newest_first() -> None:
    old = page("projects/park/news/a", kind=Article, date=date(2020, 1, 1))
    new = page("news/b", kind=Article, date=date(2024, 1, 1))
    coming = page("news/c", kind=Article, date=date(2030, 1, 1))
    opened = page("news/d", kind=Article, publish_at=parse_moment("2025-05-05"))
    event = page("events/e", kind=Scheduled, start=parse_moment("2031-01-01"))
    undated = page("events/f", kind=Scheduled)
    told = site(PARK, old, new, coming, opened, event, undated, NEWS).tidings
    assert told["bg", ""] == (event, opened, new, old)
    assert told["bg", "projects/park"] == (old,)


def test_calendars_have_events_with_a_day_the_first_one_first() -> None:
    late = page("projects/park/events/b", kind=Scheduled, start=parse_moment("2026-12-02 11:00"))
    early = page("events/a", kind=Scheduled, start=parse_moment("2026-12-01"))
    undated = page("events/c", kind=Scheduled)
    known = site(PARK, late, early, undated).appointments
    assert known == {("bg", ""): (early, late), ("bg", "projects/park"): (late,)}


def test_what_any_funded_page_tells() -> None:
    assert PARK.place_names == ()
    assert PARK.kept_until is None
    assert PARK.responsible == ("", "")
    assert PARK.operation == NOTHING_TOLD
