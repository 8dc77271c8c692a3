"""Addresses: where pages and files stand, and how one leads to another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.address import address_of, default_slug, file_address, number_address, output_path, relative
from tests.model.small import WORDS


@pytest.mark.parametrize(("page_id", "address"), [
    ("index", "/bg/"),
    ("projects", "/bg/proekti/"),
    ("projects/park", "/bg/proekti/park/"),
    ("projects/park/events/2018-start", "/bg/proekti/park/sabitia/2018-start/"),
    ("projects/park/news/a", "/bg/proekti/park/novini/a/"),
    ("projects/park/more", "/bg/proekti/park/more/"),
    ("events/a", "/bg/sabitia/a/"),
    ("news/a", "/bg/novini/a/"),
    ("pages/about", "/bg/about/"),
    ("pages/about/team", "/bg/about/team/"),
    ("Обява 1", "/bg/obyava-1/"),
])  # fmt: skip
def test_a_page_stands_where_its_path_says(page_id: str, address: str) -> None:
    assert address_of(page_id, "bg", WORDS, lambda _: "") == address


def test_a_stated_slug_takes_the_place_of_the_name() -> None:
    slugs = {"projects/park": "zelen-park"}
    found = address_of("projects/park/events/start", "bg", WORDS, lambda name: slugs.get(name, ""))
    assert found == "/bg/proekti/zelen-park/sabitia/start/"


def test_a_default_slug_has_the_table_of_its_language() -> None:
    assert default_slug("Ще дойдем", "bg") == "shte-doydem"
    assert default_slug("Щит", "ru") == "shchit"
    assert default_slug("Щит", "en") == "shtit"


@pytest.mark.parametrize(("path", "address"), [
    ("projects/park/plan.bg.pdf", "/assets/projects/park/plan.bg.pdf"),
    ("Проекти/Дневен ред.BG.pdf", "/assets/proekti/dneven-red.bg.pdf"),
    ("a/….pdf", "/assets/a/x.pdf"),
])  # fmt: skip
def test_a_file_stands_below_assets_in_plain_letters(path: str, address: str) -> None:
    assert file_address(path) == address


@pytest.mark.parametrize(("address", "path"), [
    ("/", "index.html"),
    ("/bg/", "bg/index.html"),
    ("/bg/feed.xml", "bg/feed.xml"),
])  # fmt: skip
def test_an_address_is_served_by_a_file(address: str, path: str) -> None:
    assert output_path(address) == path


@pytest.mark.parametrize(("target", "here", "link"), [
    ("/en/", "/bg/proekti/", "../../en/index.html"),
    ("/bg/", "/bg/", "index.html"),
    ("/bg/", "/", "bg/index.html"),
    ("/", "/bg/", "../index.html"),
    ("/assets/a.css", "/404.html", "assets/a.css"),
    ("/bg/proekti/park/", "/bg/proekti/", "park/index.html"),
    ("/bg/feed.xml", "/bg/novini/", "../feed.xml"),
])  # fmt: skip
def test_a_relative_link_works_from_a_folder(target: str, here: str, link: str) -> None:
    assert relative(target, here) == link


ADDRESSES = st.lists(st.sampled_from(["a", "b", "index.html"]), max_size=4).map(
    lambda parts: "/" + "".join(part + "/" for part in parts)
)


@given(ADDRESSES, st.tuples(ADDRESSES, st.sampled_from(["", "feed.xml"])).map("".join))
def test_a_relative_link_leads_back_to_its_file(here: str, target: str) -> None:
    place = output_path(here).split("/")[:-1]
    for part in relative(target, here).split("/"):
        place = place[:-1] if part == ".." else [*place, part]
    assert "/".join(place) == output_path(target)


def test_the_address_of_a_number_is_that_of_its_plaque() -> None:
    assert number_address(7) == "/p/7/"
