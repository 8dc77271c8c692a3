"""Front matter: a text is set under its keys, and nothing else in the file is another than before."""

from __future__ import annotations

from codecs import BOM_UTF8

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.editing.front_matter import set_value
from sitegen.editing.source_file import Misfit, SourceFile


def after(head: str, keys: str, text: str) -> str:
    """A page's head after a text was set."""
    made = set_value(SourceFile(f"---\n{head}---\nТекст: да.\n".encode()), "a.md", keys.split(" "), text).text
    assert made.startswith("---\n")
    assert made.endswith("---\nТекст: да.\n")
    return made.removeprefix("---\n").removesuffix("---\nТекст: да.\n")


@pytest.mark.parametrize(("head", "keys", "text", "made"), [
    # ── another text
    ("title: Парк\nx: y\n", "title", "Паркове", "title: Паркове\nx: y\n"),
    ("title: Парк\n", "title", "Парк: нов", 'title: "Парк: нов"\n'),
    ("title: Парк # бележка\n", "title", "Парк #1", 'title: "Парк #1" # бележка\n'),
    ('title: "Парк"\n', "title", "Паркове", 'title: "Паркове"\n'),
    ("title: 'Парк'\n", "title", 'Парк "Зора"', "title: 'Парк \"Зора\"'\n"),
    ("title: >-\n  Парк\n  нов\n\nx: y\n", "title", "Друг", 'title: "Друг"\n\nx: y\n'),
    ("title: Парк\n  нов\nx: y\n", "title", "Друг", "title: Друг\nx: y\n"),
    ("goals: {g1: Една, g2: Две}\n", "goals g2", "Три, четири", 'goals: {g1: Една, g2: "Три, четири"}\n'),
    ("goals:\n  g1:\n    text: Една\n", "goals g1 text", "Друга", "goals:\n  g1:\n    text: Друга\n"),
    # ── a key that has nothing
    ("title:\nx: y\n", "title", "Парк", 'title: "Парк"\nx: y\n'),
    ("title:   # няма\nx: y\n", "title", "Парк", 'title: "Парк"   # няма\nx: y\n'),
    ("goals:\nx: y\n", "goals g1 text", "Една", 'goals:\n  g1:\n    text: "Една"\nx: y\n'),
    ("goals: {g1: , g2: Две}\n", "goals g1", "Една", 'goals: {g1: "Една" , g2: Две}\n'),
    # ── no key
    ("", "title", "Парк", 'title: "Парк"\n'),
    ("title: Парк\n", "summary", "Един", 'title: Парк\nsummary: "Един"\n'),
    ("title: Парк # бележка\n", "summary", "Един", 'title: Парк # бележка\nsummary: "Един"\n'),
    ("goals:\n  g1: А\n\nx: y\n", "goals g2", "Б", 'goals:\n  g1: А\n  g2: "Б"\n\nx: y\n'),
    ("goals:\n  g1:\n    text: А\nx: y\n", "goals g2 text", "Б", 'goals:\n  g1:\n    text: А\n  g2:\n    text: "Б"\nx: y\n'),
    ("goals: {g1: А}\n", "goals g2 text", "Б", 'goals: {g1: А, g2: {text: "Б"}}\n'),
    ("goals: {}\n", "goals g2", "Б", 'goals: {g2: "Б"}\n'),
    ("goals: {g1: А, }\n", "goals g2", "Б", 'goals: {g1: А,g2: "Б" }\n'),
    ("x: y\n", "units м²:ч", "m²/h", 'x: y\nunits:\n  "м²:ч": "m²/h"\n'),
    ("x: y\n", "gallery 01-a.jpg alt", "Мост", 'x: y\ngallery:\n  01-a.jpg:\n    alt: "Мост"\n'),
])  # fmt: skip
def test_a_text_is_set_in_the_style_of_the_file(head: str, keys: str, text: str, made: str) -> None:
    assert after(head, keys, text) == made


@pytest.mark.parametrize(("head", "keys"), [
    ("goals: [а, б]\n", "goals"),
    ("goals: {g1: А}\n", "goals"),
    ("goals: [{id: g1}]\n", "goals g1 text"),
    ("goals: {g1: А}\n", "goals g1 text"),
    ("a: [\n", "title"),
    ("- a\n", "title"),
    ("x: y\n", "<<"),
])  # fmt: skip
def test_what_has_no_place_is_refused(head: str, keys: str) -> None:
    with pytest.raises(Misfit):
        after(head, keys, "Парк")


@pytest.mark.parametrize("text", ["", "Текст.", "---\ntitle: А\n", "Текст.\n---\ntitle: А\n---\n"])
def test_a_page_without_front_matter_is_refused(text: str) -> None:
    with pytest.raises(Misfit):
        set_value(SourceFile(text.encode()), "a.md", ["title"], "Б")


def test_bom_and_line_ends_stay() -> None:
    data = BOM_UTF8 + b"\r\n---\r\ntitle: A\r\n---\r\n\r\nBody\r\n"
    made = set_value(SourceFile(data), "a.md", ["summary"], "B")
    assert made.data == data.replace(b"title: A\r\n", b'title: A\r\nsummary: "B"\r\n')


def test_settings_are_yaml_from_the_first_line_on() -> None:
    made = set_value(SourceFile(b"title:\n  bg: A\n"), "site.yaml", ["title", "en"], "B")
    assert made.text == 'title:\n  bg: A\n  en: "B"\n'


HEADS = st.sampled_from(
    ["", "title: А\n", "title: 'А'\n", "t: {a: б}\n", "title:\n", "title: |\n  А\n\nx: [б]\n", "t:\n  a: б\nx: y\n"]
)
KEYS = st.sampled_from([["title"], ["t", "a"], ["t", "b"], ["z", "a", "b"], ["г"]])
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" "), min_size=1, max_size=20)


@given(HEADS, KEYS, WORDS)
def test_any_words_read_as_they_were_set(head: str, keys: list[str], words: str) -> None:
    file = SourceFile(f"---\n{head}---\nТекст.\n".encode())
    if words.strip():
        made = set_value(file, "a.md", keys, words)  # proves by itself that the words are read so
        assert set_value(made, "a.md", keys, words) == made
