"""Stems: the forms of a word fall together, other words do not; letters that readers do not tell apart are one."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.stemming import TABLES, Rule, Table, bare, folded, runs, stem, table_of, words
from tests.text.word_forms import LANGUAGES, RECALL, alike_by_snowball, lines, pairs, strangers

NOTHING = Table()


def same(one: str, other: str, language: str) -> bool:
    """Whether two words, or words that a hyphen joins, have the same stems."""
    table = table_of(language, ())
    return [stem(word, table) for word in words(one)] == [stem(word, table) for word in words(other)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_forms_of_a_word_fall_together(language: str) -> None:
    forms = pairs(language)
    missed = [pair for pair in forms if not same(*pair, language)]
    assert len(set(forms)) == len(forms) >= LANGUAGES[language]
    assert len(missed) <= (1 - RECALL) * len(forms), missed


def test_english_words_fall_together_as_by_snowball() -> None:
    groups: dict[str, list[str]] = {}
    for word in (word for line in lines("snowball") for word in line):
        groups.setdefault(stem(word, TABLES["en"]), []).append(word)
    ours = {frozenset(pair) for group in groups.values() for pair in combinations(group, 2)}
    theirs = alike_by_snowball()
    assert len(theirs) >= 300
    assert len(ours & theirs) >= RECALL * len(theirs), sorted(map(sorted, theirs - ours))
    assert len(ours & theirs) >= RECALL * len(ours), sorted(map(sorted, ours - theirs))


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_words_are_told_apart(language: str) -> None:
    different = strangers(language)
    confused = [pair for pair in different if same(*pair, language)]
    assert len(different) >= 20
    assert len(confused) <= (1 - RECALL) * len(different) + 1, confused


@pytest.mark.parametrize("language", TABLES)
def test_the_tables_can_be_what_they_say(language: str) -> None:
    rules = [rule for step in TABLES[language].steps for rule in step]
    endings = [rule.endings.split() for rule in rules]
    assert [found for found in endings if found != sorted(found, key=len, reverse=True)] == []
    assert [rule for rule in rules if rule.after and rule.least < 1] == []
    every = [*TABLES[language].irregular, *TABLES[language].small, *(ending for found in endings for ending in found)]
    assert [word for word in every if folded(word) != word] == []


def test_every_language_has_a_table_for_both_scripts() -> None:
    for language, reads in (("bg", "bg en"), ("en", "en bg"), ("ru", "ru en"), ("ro", "bg"), ("uk", "en")):
        table = table_of(language, ("bg", "en", "ru"))
        assert table.steps == tuple(step for code in reads.split() for step in TABLES[code].steps)
    assert table_of("en", ("en", "ru")).steps[-1] == TABLES["ru"].steps[-1]
    assert table_of("bg", ()).small == TABLES["bg"].small | TABLES["en"].small


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Ёлка ЕЩЁ", "елка еще"),
        ("ѝ Ѝ", "и и"),
        ("и\u0306 И\u0306 й", "й й й"),
        ("Наде\u0301жда", "надежда"),
        ("ко\u00adму\u200bна", "комуна"),
        ("Țară și ă", "tara si a"),
        ("Cтapт", "старт"),
        ("ПAРK", "парк"),
        ("ВG16RFOP001", "bg16rfop001"),
        ("Яndex", "яndex"),
        ("Municipality’s CITY's", "municipality city"),
        ("'sжена", "'sжена"),
    ],
)
def test_what_readers_do_not_tell_apart_is_one(written: str, read: str) -> None:
    assert folded(written) == read


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = " ".join(word for run in runs(text) for word in run)
    assert " ".join(word for run in runs(once) for word in run) == once


@given(st.text(alphabet="абвгдеийнотъятн", min_size=1))
def test_something_is_left_of_every_word(word: str) -> None:
    assert stem(word, TABLES["bg"])


def test_joined_words_are_found_as_one_and_as_parts() -> None:
    assert [*words("Прес-конференция в 11:30, т.е. 5.3.2018")] == [
        *("прес", "конференция", "пресконференция", "в", "11", "30", "т", "е", "те", "5", "3", "2018"),
    ]


def test_codes_have_no_marks_and_latin_letters() -> None:
    assert bare("BG16RFOP001-5.001-0042-С01") == "bg16rfop00150010042c01"
    assert bare("BG051PO001/2.3.03") == "bg051po0012303"


def test_the_browser_gets_the_whole_table() -> None:
    data = Table(((Rule("те та", "т", 4, "ая"),),), {"дни": "ден"}, frozenset(("при", "във"))).data
    assert data["steps"] == [[[["те", "та"], "т", 4, "ая"]]]
    assert (data["irregular"], data["small"]) == ({"дни": "ден"}, ["във", "при"])
    assert [len(one) == len(other) for one, other in data["alike"]] == [True, True]


def test_a_language_without_a_table_keeps_its_words() -> None:
    assert stem("proiectele", NOTHING) == "proiectele"
