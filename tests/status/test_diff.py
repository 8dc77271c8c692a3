"""The difference of a source since a translation of it was accepted, word by word."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.report import Words
from sitegen.status.diff import LONGEST, Difference, Fate, as_json, as_page, as_text, compared, difference
from tests.read.folder import read_content
from tests.sites.accepting import PAGE, accepted_site, edit

WORDS = Words("en")
GOOD = "The source has not changed since the translation was accepted."
TEXTS = st.lists(st.sampled_from(["а", "б", "в", "г"]))


def after(root: Path, *edits: tuple[str, str, str], language: str = "en", text: str = PAGE) -> Difference:
    """The difference of a page that was accepted, after pieces of its files were replaced."""
    content = accepted_site(root, text)
    for code, old, new in edits:
        edit(content / f"pages/a.{code}.md", old, new)
    site = read_content(content).site
    assert site
    return difference(site, "pages/a", language)


# ── words ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("а б", "а б", [("same", "а б")]),
        ("а б", "а в", [("same", "а"), ("removed", "б"), ("added", "в")]),
        ("а в", "а б в", [("same", "а"), ("added", "б"), ("same", "в")]),
        ("а б", "б", [("removed", "а"), ("same", "б")]),
        ("", "а", [("added", "а")]),
        ("а", "", [("removed", "а")]),
    ],
)
def test_words_stay_go_and_come(before: str, after: str, pieces: list[tuple[str, str]]) -> None:
    assert [(str(fate), text) for fate, text in compared(before.split(), after.split())] == pieces


@given(TEXTS, TEXTS)
def test_both_texts_are_in_the_pieces(before: list[str], after: list[str]) -> None:
    pieces = list(compared(before, after))
    for gone, words in ((Fate.ADDED, before), (Fate.REMOVED, after)):
        assert " ".join(text for fate, text in pieces if fate is not gone) == " ".join(words)


def test_a_text_without_end_counts_as_replaced() -> None:
    words = ["а"] * (LONGEST + 1)
    assert [fate for fate, _ in compared(words, [*words, "б"])] == [Fate.REMOVED, Fate.ADDED]
    assert [fate for fate, _ in compared(words[1:], words[1:])] == [Fate.SAME]


# ── paragraphs ──────────────────────────────────────────────────────────────────────────────────────────────


def test_changed_words_with_their_place_and_translation(tmp_path: Path) -> None:
    found = after(tmp_path, ("bg", "Има 25 места.", "Вече има 26 места."), ("bg", "Накратко", "Кратко"))
    assert (
        as_text(found, WORDS)
        == """\
pages/a en: out of date. Changed paragraphs of the source: 2

summary  content/pages/a.bg.md:3:10
  [-Накратко-] {+Кратко+}
  en  content/pages/a.en.md:3:10
    In short

p1  content/pages/a.bg.md:5:1
  [-Има 25-] {+Вече има 26+} места.
  en  content/pages/a.en.md:5:1
    There are 25 places."""
    )


def test_colours_come_on_top_of_the_marks(tmp_path: Path) -> None:
    found = after(tmp_path, ("bg", "25", "26"))
    assert "  Има \033[31m[-25-]\033[0m \033[32m{+26+}\033[0m места." in as_text(found, WORDS, in_colour=True)


def test_a_translation_that_followed_is_marked(tmp_path: Path) -> None:
    found = after(tmp_path, ("bg", "25", "26"), ("en", "25", "26"))
    assert as_text(found, WORDS).splitlines()[0].startswith("pages/a en: edited, not accepted. Changed")
    assert "  en  content/pages/a.en.md:5:1  (edited since)" in as_text(found, WORDS)


def test_what_is_gone_has_no_place_and_may_have_no_translation(tmp_path: Path) -> None:
    found = after(tmp_path, ("bg", "Има 25 места.\n\n", ""), ("bg", "summary: Накратко\n", ""))
    assert (
        as_text(found, WORDS)
        == """\
pages/a en: out of date. Changed paragraphs of the source: 2

summary  (gone from the source)
  [-Накратко-]
  en  content/pages/a.en.md:3:10
    In short

p1  (gone from the source)
  [-Има 25 места.-]"""
    )


def test_what_is_new_has_no_translation(tmp_path: Path) -> None:
    found = after(tmp_path, ("bg", "Пристроени", "Ново.\n\nПристроени"))
    assert as_text(found, WORDS).splitlines()[2:] == ["p2  content/pages/a.bg.md:7:1", "  {+Ново.+}"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", f"pages/a en: up to date. {GOOD}"),
        ("bg", "pages/a bg: original. This is the original."),
        ("ru", "pages/a ru: missing. There is no translation."),
    ],
)
def test_where_nothing_changed_it_says_so(tmp_path: Path, language: str, said: str) -> None:
    assert as_text(after(tmp_path, language=language), WORDS) == said


def test_what_was_never_accepted_cannot_be_compared(tmp_path: Path) -> None:
    content = accepted_site(tmp_path)
    (content / "translations.lock").unlink()
    site = read_content(content).site
    assert site
    assert as_text(difference(site, "pages/a", "en"), WORDS).startswith(
        "pages/a en: never accepted. The translation was"
    )


# ── other forms ─────────────────────────────────────────────────────────────────────────────────────────────


def test_the_json(tmp_path: Path) -> None:
    found = after(tmp_path, ("bg", "25", "26"), ("bg", "\nПристроени са деца.\n", ""))
    assert json.loads(as_json(found)) == {
        "page": "pages/a",
        "language": "en",
        "state": "stale",
        "paragraphs": [
            {
                "id": "p1",
                "path": "content/pages/a.bg.md",
                "line": 5,
                "pieces": [
                    {"fate": "same", "text": "Има"},
                    {"fate": "removed", "text": "25"},
                    {"fate": "added", "text": "26"},
                    {"fate": "same", "text": "места."},
                ],
                "answered": False,
                "translation": None,
            },
            {
                "id": "p2",
                "path": None,
                "line": None,
                "pieces": [{"fate": "removed", "text": "Пристроени са деца."}],
                "answered": False,
                "translation": None,
            },
        ],
    }


def test_the_page(tmp_path: Path) -> None:
    found = after(tmp_path, ("bg", "25", "<26>"), ("bg", "са деца", "са"))
    root = ET.fromstring(as_page(found, "bg", Words("bg")))
    assert root.get("lang") == "bg"
    assert [heading.text for heading in root.findall(".//h2")] == ["p1", "p2"]
    first, second = root.findall(".//p[@lang='bg']")
    assert "".join(first.itertext()) == "Има 25 <26> места."
    assert [(part.tag, part.text) for part in first] == [("del", "25"), ("ins", "<26>")]
    assert [(part.tag, part.text) for part in second] == [("del", "са деца."), ("ins", "са.")]
    assert [quote.text for quote in root.findall(".//blockquote[@lang='en']")] == [
        "There are 25 places.",
        "Children moved in.",
    ]


def test_the_page_of_a_paragraph_without_translation(tmp_path: Path) -> None:
    found = after(tmp_path, ("bg", "Има 25 места.\n\n", ""))
    assert ET.fromstring(as_page(found, "bg", WORDS)).find(".//blockquote") is None
