"""Feeds: valid Atom with whole addresses, of what is written in the language, told on days that are true."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from sitegen.model.language import Phrase
from sitegen.outputs import feeds
from sitegen.render.feeds import render_feed
from sitegen.render.theme import load_theme
from sitegen.render.views.around import FeedView, TidingView
from sitegen.render.views.body import Block
from sitegen.render.workshop import Workshop
from tests.outputs.web import Web, web_of
from tests.sites import Built, build_site, whole, write_files

ATOM = {"a": "http://www.w3.org/2005/Atom"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
SITE = "https://proekti.example"
NEWS = "-- news/{name}.bg.md --\n---\ntitle: Новина {name}\n{head}---\n{body}\n"


def news(name: str, head: str = "date: 2026-05-01\n", body: str = "Текст.") -> str:
    return NEWS.format(name=name, head=head, body=body)


def valid(data: bytes) -> etree._Element:
    """A feed that has everything which RFC 4287 asks for."""
    feed = etree.fromstring(data)
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    assert feed.get(LANG)
    one(feed, "a:author/a:name")
    owned = [feed, *feed.findall("a:entry", ATOM)]
    for element in owned:
        for name in ("a:id", "a:title", "a:updated"):
            one(element, name)
        assert INSTANT.fullmatch(one(element, "a:updated"))
        assert one(element, "a:id").startswith("urn:uuid:")
        kinds = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in element.findall("a:link", ATOM)]
        assert len(kinds) == len(set(kinds))
        assert "alternate" in {kind for kind, _, _ in kinds}
    ids = [one(element, "a:id") for element in owned]
    assert len(ids) == len(set(ids))
    assert feed.xpath("count(a:link[@rel='self'])", namespaces=ATOM) == 1
    entries = owned[1:]
    assert one(feed, "a:updated") == max(one(entry, "a:updated") for entry in entries)
    for entry in entries:
        (content,) = entry.findall("a:content", ATOM)
        assert content.get("type") == "html"
        for address in references(content.text or ""):
            assert re.match(r"(https?|mailto|tel):", address), address
    return feed


def one(element: etree._Element, path: str) -> str:
    """The text of the one element that is there, which is not empty."""
    (found,) = element.findall(path, ATOM)
    assert found.text
    assert found.text.strip()
    return found.text


def references(content: str) -> list[str]:
    """What the HTML of an entry leads to."""
    found: Any = fragment(content).xpath("//@href | //@src")
    return [str(value) for value in found]


def fragment(content: str) -> Any:
    return html.fromstring(f"<div>{content}</div>")


def titles(built: Built, path: str = "bg/feed.xml") -> list[str]:
    return [one(entry, "a:title") for entry in valid(built.bytes(path)).findall("a:entry", ATOM)]


def entry_of(built: Built, title: str, path: str = "bg/feed.xml") -> etree._Element:
    entries = valid(built.bytes(path)).findall("a:entry", ATOM)
    return next(entry for entry in entries if one(entry, "a:title") == title)


def test_those_of_the_golden_site_are_valid_and_their_addresses_are_there(web: Web) -> None:
    made = [path for path in web.built if path.endswith("feed.xml")]
    assert made == [
        "bg/feed.xml",
        "bg/proekti/park/feed.xml",
        "en/feed.xml",
        "en/projects/town-park/feed.xml",
        "ru/feed.xml",
        "ru/proekty/park/feed.xml",
    ]
    for path in made:
        feed = valid(web.built.bytes(path))
        assert feed.xpath("string(a:link[@rel='self']/@href)", namespaces=ATOM) == f"{web.url}{path}"
        assert feed.get(LANG) == path[:2]
        for link in feed.findall(".//a:link", ATOM):
            assert web.is_good(path, str(link.get("href"))), link.get("href")
        for content in feed.findall(".//a:content", ATOM):
            assert all(web.is_good(path, address) for address in references(content.text or ""))


def test_a_feed_tells_what_is_written_in_its_language_the_newest_first(web: Web) -> None:
    assert titles(web.built) == [
        "Ден на отворените врати",
        "Открихме детската площадка",
        "Първа копка",
        "Стартова пресконференция",
    ]
    assert "Ден на отворените врати" not in titles(web.built, "en/feed.xml")
    assert titles(web.built, "bg/proekti/park/feed.xml") == ["Първа копка", "Стартова пресконференция"]


def test_every_page_names_the_feeds_that_are_there(web: Web) -> None:
    for path, page in web.pages.items():
        found = [link.get("href") for link in page.find("//link[@type='application/atom+xml']")]
        for address in found:
            assert web.is_good(path, address)
        if path.startswith("bg/proekti/park/") and not page.find("//meta[@http-equiv]"):
            assert found == ["/bg/feed.xml", "/bg/proekti/park/feed.xml"]
    assert web.pages["bg/novini/index.html"].find("//main//a[@href='/bg/feed.xml']")
    assert web.pages["bg/index.html"].find("//footer//a[@href='/bg/feed.xml']")
    assert not web.pages["404.html"].find("//link[@type='application/atom+xml']")


def test_where_nothing_is_told_there_is_no_feed_and_no_link(tmp_path: Path) -> None:
    built = build_site(tmp_path, news("a", "") + "-- pages/b.bg.md --\n---\ntitle: Б\n---\n.\n")
    assert not [path for path in built if path.endswith("feed.xml")]
    assert not [path for path in built if path.endswith(".html") and "atom+xml" in built[path]]


@pytest.mark.sample(3)
@pytest.mark.parametrize(
    ("head", "updated", "published"),
    [
        ("date: 2026-05-01\n", "2026-05-01T00:00:00+03:00", "2026-05-01T00:00:00+03:00"),
        ("date: 2026-01-01\nupdated: 2026-11-22\n", "2026-11-22T00:00:00+02:00", "2026-01-01T00:00:00+02:00"),
        ("updated: 2026-11-22\n", "2026-11-22T00:00:00+02:00", ""),
        ("date: 2026-05-01\nupdated: 2026-11-23\n", "2026-05-01T00:00:00+03:00", "2026-05-01T00:00:00+03:00"),
        ("date: 2026-11-23\n", "", ""),
        ("date: 2026-12-01\npublish_at: 2026-11-20 10:00\n", "2026-11-20T00:00:00+02:00", ""),
        ("publish_at: 2026-11-22 11:00\n", "2026-11-22T00:00:00+02:00", ""),
        ("", "", ""),
    ],
)
def test_days_are_true_and_never_in_the_future(tmp_path: Path, head: str, updated: str, published: str) -> None:
    built = build_site(tmp_path, news("a", head) + news("b"))
    if not updated:
        assert titles(built) == ["Новина b"]
        return
    entry = entry_of(built, "Новина a")
    assert one(entry, "a:updated") == updated
    assert entry.findtext("a:published", "", ATOM) == published


def test_the_clock_of_the_build_changes_nothing(tmp_path: Path) -> None:
    one_, two = (build_site(tmp_path, news("a"), now=datetime.fromisoformat(f"{year}-06-01")) for year in (2026, 2031))
    assert one_.bytes("bg/feed.xml") == two.bytes("bg/feed.xml")


@pytest.mark.parametrize("more", ["", "status: cancelled\n"])
def test_a_coming_event_is_told_with_its_own_day_which_stays(tmp_path: Path, more: str) -> None:
    text = f"-- events/den/index.bg.md --\n---\ntitle: Ден\ntype: other\nstart: 2026-12-01 10:00\n{more}---\nЕлате.\n"
    before, after = (
        build_site(tmp_path, text, now=datetime.fromisoformat(day)) for day in ("2026-11-20T09:00", "2026-11-21T18:00")
    )
    assert before.bytes("bg/feed.xml") == after.bytes("bg/feed.xml")
    held = build_site(tmp_path, text, now=datetime.fromisoformat("2027-01-05T09:00"))
    entries = [entry_of(built, "Ден") for built in (before, held)]
    assert [one(entry, "a:updated") for entry in entries] == ["2026-12-01T00:00:00+02:00"] * 2
    assert len({one(entry, "a:id") for entry in entries}) == 1


def test_what_is_known_of_a_coming_event_goes_before_its_day(tmp_path: Path) -> None:
    text = (
        "-- events/den/index.bg.md --\n---\ntitle: Ден\ntype: other\nstart: 2026-12-01\nupdated: 2026-11-02\n---\n.\n"
    )
    assert one(entry_of(build_site(tmp_path, text), "Ден"), "a:updated") == "2026-11-02T00:00:00+02:00"


def test_ids_stay_when_titles_addresses_and_the_protocol_change(tmp_path: Path) -> None:
    text = news("a") + "-- projects/park/index.bg.md --\n---\n" + whole() + "---\n.\n"
    text += "-- projects/park/news/b.bg.md --\n---\ntitle: Б\ndate: 2026-01-01\n---\n.\n"
    before = write_files(tmp_path / "one", text)
    renamed = text.replace("title: Новина a", "title: Друго\nslug: drugo").replace(
        "title: Парк", "title: Гора\nslug: gora"
    )
    after = write_files(tmp_path / "two", renamed)
    first, second = web_of(before), web_of(after, url="http://proekti.example/")
    for old, new in (("bg/feed.xml", "bg/feed.xml"), ("bg/proekti/park/feed.xml", "bg/proekti/gora/feed.xml")):
        assert ids(first.built.bytes(old)) == ids(second.built.bytes(new))
    assert ids(web_of(before, url="https://other.example/").built.bytes("bg/feed.xml")) != ids(
        first.built.bytes("bg/feed.xml")
    )


def ids(data: bytes) -> list[str]:
    return [str(element.text) for element in valid(data).iter("{http://www.w3.org/2005/Atom}id")]


def test_a_feed_ends_after_the_newest(tmp_path: Path) -> None:
    made = "".join(news(f"n{number:02}", f"date: 2026-01-{number:02}\n") for number in range(1, 32))
    found = titles(build_site(tmp_path, made))
    assert len(found) == feeds.LARGEST == 30
    assert found[0] == "Новина n31"
    assert found[-1] == "Новина n02"


def test_fault_29_pictures_links_and_anchors_are_absolute(tmp_path: Path) -> None:
    body = """\
[тук](#x) [там](b#y) [файл](plan.bg.txt) [адрес](/bg/novini/) [сайт](https://x.example/)[^1]

![план](p.svg)

Код `<a href="#не">` и <a href="#x" title='a > b'>връзка</a>.

## Х {#x}

[^1]: Бележка."""
    files = "-- news/plan.bg.txt --\nплан\n-- news/p.svg --\n<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/>\n"
    built = build_site(tmp_path, news("a", body=body) + news("b", body="## У {#y}\n") + files)
    assert built.errors == []
    content = entry_of(built, "Новина a").findtext("a:content", "", ATOM)
    found = references(content)
    assert {
        f"{SITE}/bg/novini/a/#x",
        f"{SITE}/bg/novini/b/#y",
        f"{SITE}/assets/news/plan.bg.txt",
        f"{SITE}/assets/news/p.svg",
        f"{SITE}/bg/novini/",
        "https://x.example/",
    } < set(found)
    assert found.count(f"{SITE}/bg/novini/a/#x") == 2
    assert 'href="#не"' in fragment(content).text_content()


def test_under_a_path_addresses_are_whole_and_links_begin_with_it(tmp_path: Path) -> None:
    web = web_of(write_files(tmp_path, news("a")), url="https://x.example/eu/")
    feed = valid(web.built.bytes("bg/feed.xml"))
    assert feed.xpath("string(a:entry/a:link/@href)", namespaces=ATOM) == "https://x.example/eu/bg/novini/a/"
    assert web.pages["bg/index.html"].find("//link[@href='/eu/bg/feed.xml']")


def test_untranslated_events_are_absent(tmp_path: Path) -> None:
    text = "-- events/a.bg.md --\n---\ntitle: А\ntype: training\nstart: 2026-05-01\n---\n.\n"
    built = build_site(tmp_path, text)
    assert "en/events/a/index.html" in built
    assert "en/feed.xml" not in built
    assert titles(built) == ["А"]


def test_an_event_tells_when_and_where_and_that_it_is_off(tmp_path: Path) -> None:
    text = (
        "-- events/a.bg.md --\n---\ntitle: А\ntype: training\nstart: 2026-12-01 11:00\nplace: Зала & сцена\n"
        "status: cancelled\nupdated: 2026-11-01\n---\n.\n"
    )
    content = entry_of(build_site(tmp_path, text), "А").findtext("a:content", "", ATOM)
    shown = fragment(content).text_content()
    assert "1\u00a0декември\u00a02026\u00a0г., 11:00\u00a0ч." in shown
    assert "Зала & сцена" in shown
    assert "Отменено" in shown


def test_drafts_of_a_preview_are_absent(tmp_path: Path) -> None:
    built = build_site(tmp_path, news("a", "date: 2026-05-01\ndraft: yes\n") + news("b"), drafts=True)
    assert "bg/novini/a/index.html" in built
    assert titles(built) == ["Новина b"]


SIGNS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
NASTY = st.one_of(SIGNS, st.sampled_from(["]]>", "<b>&amp;\"'", "\x00\x07\x1b\ufffe", "🦔 – „а“", "&#0;", "{{ x }}"]))
THEME, _ = load_theme(None, ["bg"])
WORKSHOP = Workshop(THEME)
DAY = date(2026, 5, 1)


def feed_with(text: str) -> FeedView:
    phrase = Phrase("я" + text, "bg")
    entry = TidingView(
        identity="1",
        title=phrase,
        href=SITE,
        updated=DAY,
        published=None,
        summary=phrase,
        lead=phrase,
        place=phrase,
        image=None,
        blocks=(Block(heading=phrase, html="<p>я</p>", language="bg"),),
        documents=(),
    )
    return FeedView(
        identity="2", href=SITE, page=SITE, title=phrase, owner=phrase, site=SITE, updated=DAY, tidings=(entry,)
    )


@settings(deadline=None)
@given(NASTY)
def test_any_text_gives_valid_xml_and_safe_html(text: str) -> None:
    feed = valid(render_feed(WORKSHOP, ("feed.xml", "bg", feed_with(text))))
    content = fragment(feed.findtext("a:entry/a:content", "", ATOM))
    assert {str(element.tag) for element in content.iter()} <= {"div", "dl", "dt", "dd", "p", "h2"}
    plain = feed.findtext("a:entry/a:title", "", ATOM)
    if text.isalnum() and "\u00ad" not in text:
        assert plain == "я" + text


def test_a_view_without_a_summary_has_none() -> None:
    bare = feed_with("")
    entry = replace(bare.tidings[0], summary=Phrase("", "bg"), lead=Phrase("", "bg"))
    feed = valid(render_feed(WORKSHOP, ("feed.xml", "bg", replace(bare, tidings=(entry,)))))
    assert feed.find("a:entry/a:summary", ATOM) is None
