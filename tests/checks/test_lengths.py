"""Lengths of paragraphs and sentences; those of summaries stand with the references."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.problems import Severity
from tests.read.folder import Folder, page, project, read_folder

SENTENCE = "Дума " * 34 + "край."
LONG = "Дума " * 35 + "край."


def read(root: Path, body: str) -> Folder:
    """A page; its body begins on line 4."""
    return read_folder(root, f"-- pages/a.bg.md --\n{page('', body)}")


@pytest.mark.parametrize("body", [
    SENTENCE,
    f"{SENTENCE} {SENTENCE} {SENTENCE} {SENTENCE}",
    f"- {LONG}\n- {LONG}",
    f"| {LONG} |\n|---|\n| {LONG} |",
    f"> {LONG}",
    f"Текст.[^1]\n\n[^1]: {LONG}",
    f"## {LONG}",
    f"```\n{LONG}\n```",
    "Правят се:\n" + "- нова пейка\n" * 80,
    "Дума " * 30 + "[" + "а" * 9 + "](https://example.org/" + "a/" * 40 + ")",
])  # fmt: skip
def test_short_texts_and_lists(tmp_path: Path, body: str) -> None:
    assert read(tmp_path, body).found == []


@pytest.mark.parametrize(("body", "place", "said"), [
    (LONG, "4:1", "the sentence has 36 words; up to 35 read easily | Make two sentences of it, or a list."),
    (f"Кратко, на ул. „Х“ през 2018 г. {LONG} {LONG}", "4:33", "the sentence has 36 words"),
    (f"Ред.\nОще ред.\n\nДве.\n**{LONG}**", "8:1", "the sentence has 36 words"),
    (f"  {SENTENCE} {SENTENCE} {SENTENCE} {SENTENCE} {SENTENCE}", "4:3",
     "the paragraph has 175 words; up to 150 read easily | Divide it, or make a list of it."),
    (f"{LONG}\n- нова пейка", "4:1", "the sentence has 36 words"),
])  # fmt: skip
def test_a_long_text_is_advice_told_once(tmp_path: Path, body: str, place: str, said: str) -> None:
    folder = read(tmp_path, body)
    assert folder.found == [f"pages/a.bg.md:{place} TXT-07"]
    assert folder.says("TXT-07").startswith(said)
    assert folder.problems[0].severity is Severity.INFO


def test_fields_with_sentences_are_texts_too(tmp_path: Path) -> None:
    head = f"goals: [{{id: g1, text: {LONG}}}]\nprocedure: {LONG}\n"
    folder = read_folder(tmp_path, f"-- projects/park/index.bg.md --\n{project(head)}")
    assert folder.found == ["projects/park/index.bg.md:7:24 TXT-07"]


@pytest.mark.parametrize(("language", "body", "count"), [
    ("en", "The project of the municipality, which began in 2018 (see Art. 5 of Reg. 1303/2013), gives children, young people and their families, who live in the villages of the district, new services, for example a day centre, a home and advice.", 41),
    ("ru", "Проект общины, который начался в 2018 г. на ул. Левского, 5, даёт детям, молодёжи и их семьям, живущим в сёлах и городах области, новые услуги, в том числе дневной центр, жильё под наблюдением, консультации и помощь в поиске работы.", 39),
])  # fmt: skip
def test_other_languages(tmp_path: Path, language: str, body: str, count: int) -> None:
    folder = read_folder(tmp_path, f"-- pages/a.bg.md --\n{page()}-- pages/a.{language}.md --\n{page('', body)}")
    assert folder.says("TXT-07").startswith(f"the sentence has {count} words")
