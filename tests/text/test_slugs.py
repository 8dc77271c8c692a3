"""Slugs: made, recognised, kept apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.text.slugs import LONGEST, is_slug, slugify, unique


@pytest.mark.parametrize(
    ("text", "language", "slug"),
    [
        ("Щъркелът се връща в България", "bg", "shtarkelat-se-vrashta-v-bulgaria"),
        ("„Зелена община“ – 2014–2020 г.", "bg", "zelena-obshtina-2014-2020-g"),
        ("Хорошие события", "ru", "khoroshie-sobytia"),
        ("Кюстендил", "en", "kyustendil"),
        ("The municipality's day", "en", "the-municipalitys-day"),
        ("  --Двор__ 120 м² -- ", "bg", "dvor-120-m2"),
        ("№5/2018", "bg", "no5-2018"),
        ("ЕСФ+", "bg", "esf"),
        ("…", "bg", ""),
        ("漢字", "bg", ""),
    ],
)
def test_slugify(text: str, language: str, slug: str) -> None:
    assert slugify(text, language) == slug


def test_a_long_slug_is_cut_between_words() -> None:
    slug = slugify("деинституционализация " * 9, "bg")
    assert slug == "-".join(["deinstitutsionalizatsia"] * 3)
    assert slugify("a" * 100, "en") == "a" * LONGEST
    assert slugify("a" * LONGEST + " b", "en") == "a" * LONGEST


@pytest.mark.parametrize("slug", ["a", "a-1", "2018-02-20-start", "x" * LONGEST])
def test_slugs(slug: str) -> None:
    assert is_slug(slug)


@pytest.mark.parametrize("text", ["", "-", "a-", "-a", "a--b", "A", "а", "a b", "a_b", "a\n", "x" * (LONGEST + 1)])
def test_no_slugs(text: str) -> None:
    assert not is_slug(text)


def test_unique() -> None:
    assert unique("cilj", ()) == "cilj"
    assert unique("cilj", {"cilj"}) == "cilj-2"
    assert unique("cilj", {"cilj", "cilj-2", "cilj-4"}) == "cilj-3"


def test_unique_keeps_the_length() -> None:
    long = "a" * 77 + "-bb"
    assert unique(long, {long}) == "a" * 77 + "-2"


@settings(deadline=None)
@given(st.text(), st.sampled_from(["bg", "en", "ru"]))
def test_every_text_has_a_slug_or_none(text: str, language: str) -> None:
    slug = slugify(text, language)
    assert slug == "" or is_slug(slug)
    assert slugify(slug, language) == slug


@settings(deadline=None)
@given(st.lists(st.sampled_from(["a", "b", "a-2", "x" * LONGEST])))
def test_unique_slugs_are_different_slugs(slugs: list[str]) -> None:
    taken: set[str] = set()
    for slug in slugs:
        taken.add(unique(slug, taken))
    assert len(taken) == len(slugs)
    assert all(map(is_slug, taken))
