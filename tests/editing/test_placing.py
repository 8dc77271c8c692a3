"""Placing: words are put under the keys that their id means, in whatever form the file has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.editing.placing import new_head, placed, way, ways
from sitegen.editing.source_file import Misfit, SourceFile
from sitegen.model.page import Page
from sitegen.model.wordings import wordings
from tests.read.folder import read_folder
from tests.sites import whole

FACTS = """\
contact: {unit: Отдел, address: Улица}
goals:
  - id: g1
    text: Една
  - id: g2
    text: Две
    measures: [{id: m1, text: Мярка}]
activities:
  - id: a1
    title: Дейност
    outputs: [{id: o1, text: Обект, count: 2}]
  - id: a2
    title: Друга
    text: Подробно
results: [{id: r1, text: Деца, unit: кв. м, target: 5}]
documents: [{file: contract.bg.pdf, type: contract, title: Договор}]
"""
FILE = "projects/park/contract.bg.pdf"


@pytest.fixture
def page(tmp_path: Path) -> Page:
    source = f"-- projects/park/index.bg.md --\n---\n{whole(FACTS)}---\n"
    return read_folder(tmp_path, source, {FILE: b"%PDF-1.4"}).page("projects/park")


def test_every_word_of_a_source_has_its_keys(page: Page) -> None:
    found = {name: " ".join(one.shortest) for name, one in ways(page).items()}
    assert found == {
        "title": "title",
        "summary": "summary",
        "contact.unit": "contact unit",
        "contact.address": "contact address",
        "goals.g1.text": "goals g1",
        "goals.g2.text": "goals g2 text",
        "goals.g2.measures.m1.text": "goals g2 measures m1",
        "activities.a1.title": "activities a1 title",
        "activities.a1.outputs.o1.text": "activities a1 outputs o1",
        "activities.a2.title": "activities a2 title",
        "activities.a2.text": "activities a2 text",
        "results.r1.text": "results r1",
        "documents.contract.bg.pdf.title": "documents contract.bg.pdf",
        "units.кв. м": "units кв. м",
    }


@pytest.mark.parametrize(("head", "name", "made"), [
    ("title: Park\n", "goals.g1.text", 'title: Park\ngoals:\n  g1: "New"\n'),
    ("title: Park\n", "goals.g2.text", 'title: Park\ngoals:\n  g2:\n    text: "New"\n'),
    ("title: Park\n", "units.кв. м", 'title: Park\nunits:\n  "кв. м": "New"\n'),
    ("title: Park\n", "documents.contract.bg.pdf.title", 'title: Park\ndocuments:\n  contract.bg.pdf: "New"\n'),
    ("documents: {./contract.bg.pdf: Old}\n", "documents.contract.bg.pdf.title", "documents: {./contract.bg.pdf: New}\n"),
    ("goals: {g1: One}\n", "goals.g1.text", "goals: {g1: New}\n"),
    ("goals: {g1: {text: One}}\n", "goals.g1.text", "goals: {g1: {text: New}}\n"),
    ("goals: {g1: One}\n", "goals.g2.text", 'goals: {g1: One, g2: {text: "New"}}\n'),
    ("contact: Office\n", "contact.unit", "contact: New\n"),
    # ── a bare text has to become a map
    ("contact: Office\n", "contact.address", 'contact: {unit: "Office", address: "New"}\n'),
    ("goals:\n  g2: Two, and more # remark\n", "goals.g2.measures.m1.text",
     'goals:\n  g2: {text: "Two, and more", measures: {m1: "New"}} # remark\n'),
    ("activities:\n  a2: |\n    Other\n  a1: One\n", "activities.a2.text",
     'activities:\n  a2: {title: "Other", text: "New"}\n  a1: One\n'),
    # ── a key with nothing
    ("goals:\n  g1:\n", "goals.g1.text", 'goals:\n  g1:\n    text: "New"\n'),
    ("goals:\n", "goals.g1.text", 'goals:\n  g1: "New"\n'),
])  # fmt: skip
def test_a_word_is_put_where_the_file_has_its_place(page: Page, head: str, name: str, made: str) -> None:
    file = SourceFile(f"---\n{head}---\n".encode())
    assert placed(file, "a.md", [(ways(page)[name], "New")]).text == f"---\n{made}---\n"


@pytest.mark.parametrize(("head", "name"), [
    ("goals: [a]\n", "goals.g1.text"),
    ("goals: One\n", "goals.g1.text"),
    ("goals: {g1: [a]}\n", "goals.g1.text"),
    ("title: [a]\n", "title"),
])  # fmt: skip
def test_a_word_without_a_place_is_refused(page: Page, head: str, name: str) -> None:
    with pytest.raises(Misfit):
        placed(SourceFile(f"---\n{head}---\n".encode()), "a.md", [(ways(page)[name], "New")])


def test_several_words_are_put_one_by_one(page: Page) -> None:
    names = ("goals.g2.text", "goals.g2.measures.m1.text", "title", "goals.g1.text")
    made = placed(SourceFile(b"---\ngoals: {g2: Two}\n---\n"), "a.md", [(ways(page)[name], name) for name in names])
    assert made.text == (
        "---\ngoals: {g2: {text: \"goals.g2.text\", measures: {m1: \"goals.g2.measures.m1.text\"}}, "
        "g1: \"goals.g1.text\"}\ntitle: \"title\"\n---\n"
    )  # fmt: skip


def test_a_new_front_matter_is_read_as_it_was_meant(page: Page, tmp_path: Path) -> None:
    texts = [(one, f"„{name}“: \"а\", 'б' # {number}") for number, (name, one) in enumerate(ways(page).items())]
    head = new_head(texts)
    source = f"-- projects/park/index.bg.md --\n---\n{whole(FACTS)}---\n-- projects/park/index.en.md --\n{head}"
    folder = read_folder(tmp_path, source, {FILE: b"%PDF-1.4"})
    assert [found for found in folder.errors if "index" in found] == []
    made: Page = folder.page("projects/park", "en")
    assert {wording.id: wording.text for wording in wordings(made)} == {".".join(one.keys): text for one, text in texts}


def test_names_of_items_may_have_dots(page: Page) -> None:
    assert way(page, "documents.contract.bg.pdf.title").keys == ("documents", "contract.bg.pdf", "title")
