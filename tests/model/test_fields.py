"""Fields: every reader with right and wrong input, sources, and translations onto them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import pytest

from sitegen.model.fields import Fact, Reader, Words, fields_of, has_words, read_fields, translate_fields
from sitegen.model.language import Multilingual, Phrase
from sitegen.model.media import NOBODY
from sitegen.model.raw import Raw
from sitegen.model.readers import Choice, EachLanguage, Leaf, ListOf, Prose, Record, Records, entries, items, scalar
from sitegen.problems import Location, Mistake, Severity, message
from tests.model.small import FILE, bg, desk, en, head, raw, told, translation


def in_capitals(text: str) -> str:
    if text.isdigit():
        raise Mistake("FLD-03", message("'{value}' has no letters", value=text), message("Write letters."))
    return text.upper()


CAPITALS = Leaf(in_capitals, "letters")


@dataclass(frozen=True, kw_only=True)
class Step:
    id: Annotated[str, Fact(CAPITALS, required=True)] = ""
    text: Annotated[Phrase, Words(Prose(), required=True)] = NOBODY


@dataclass(frozen=True, kw_only=True)
class Way:
    id: Annotated[str, Fact(CAPITALS, required=True)] = ""
    name: Annotated[Phrase, Words(Prose())] = NOBODY
    length: Annotated[str, Fact(CAPITALS)] = ""
    steps: Annotated[tuple[Step, ...], Fact(Records(Step))] = ()
    best: Annotated[Step | None, Fact(Record(Step, "text"))] = None
    secret: str = ""


START = Location(FILE)


def read(reader: Reader, text: str, language: str = "bg") -> tuple[Any, list[str]]:
    """What a reader makes of a value, and what it complains of."""
    where = desk(language)
    return where.read(reader, raw(text), "v"), told(where.problems)


def source(text: str) -> tuple[dict[str, Any], list[str]]:
    where = desk()
    return read_fields(Way, head(text), where, START), told(where.problems)


def translated(way: Way, text: str, **facts: Any) -> tuple[dict[str, Any], list[str]]:
    where = translation(**facts)
    return translate_fields(way, head(text), where), told(where.problems)


# ── shapes ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("shape", "text", "complaint"), [
    (scalar, "[a]", "a single value is expected here, not a list or a map"),
    (scalar, "{a: b}", "a single value is expected here, not a list or a map"),
    (entries, "a", "a map of 'key: value' is expected here"),
    (entries, "[a]", "a map of 'key: value' is expected here"),
    (items, "a", "a list is expected here: one '- …' a line, or […]"),
    (items, "{a: b}", "a list is expected here: one '- …' a line, or […]"),
])  # fmt: skip
def test_a_wrong_shape_is_named(shape: Any, text: str, complaint: str) -> None:
    with pytest.raises(Mistake) as found:
        shape(raw(text))
    assert (found.value.code, str(found.value)) == ("FLD-05", complaint)
    assert "docs/content-format.md" in str(found.value.hint)


def test_a_scalar_is_trimmed_and_never_guessed() -> None:
    assert [scalar(raw(text)) for text in ("no", "10:30", "036", "' 1.10 '")] == ["no", "10:30", "036", "1.10"]


# ── readers ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_leaf_is_what_its_function_makes() -> None:
    assert read(CAPITALS, " abc ") == ("ABC", [])
    assert read(CAPITALS, "12") == (None, ["1:4 FLD-03 '12' has no letters → Write letters."])


def test_prose_folds_its_lines_and_knows_its_language() -> None:
    assert read(Prose(), "|\n  Два\n  реда\n", "ru") == (Phrase("Два реда", "ru"), [])


@pytest.mark.parametrize("text", ["media_info", "media-info", "Media-Info"])
def test_a_choice_is_spelled_either_way(text: str) -> None:
    assert read(Choice(("agenda", "media_info")), text) == ("media_info", [])


@pytest.mark.parametrize(("text", "advice"), [
    ("agend", "Did you mean 'agenda'?"),
    ("чертеж", "Choose one of: agenda, media_info."),
])  # fmt: skip
def test_a_wrong_choice_gets_the_nearest_or_all(text: str, advice: str) -> None:
    assert read(Choice(("agenda", "media_info")), text) == (
        None,
        [f"1:4 FLD-03 '{text}' is not a value of this field → {advice}"],
    )


def test_a_list_keeps_what_is_right_and_tells_what_is_not() -> None:
    assert read(ListOf(CAPITALS), "[a, 1, b, a]") == (
        ("A", "B", "A"),
        ["1:8 FLD-03 '1' has no letters → Write letters."],
    )
    assert read(ListOf(CAPITALS), "a")[0] is None


def test_a_list_of_different_things_tells_the_second() -> None:
    assert read(ListOf(CAPITALS, unique=True), "[a, b, A]") == (
        ("A", "B"),
        ["1:11 FLD-08 'A' stands here twice → Delete one of them."],
    )


def test_a_text_in_each_language_has_the_order_of_the_site() -> None:
    made, complaints = read(EachLanguage(), "{en: Town\n   hall, bg: Община, ru: ''}")
    assert made == Multilingual((("bg", "Община"), ("en", "Town hall")))
    assert not complaints


def test_a_text_in_an_unknown_language_and_one_of_a_wrong_shape_are_told() -> None:
    made, complaints = read(EachLanguage(), "{bg: Община, de: Gemeinde, en: [Town]}")
    assert made == Multilingual((("bg", "Община"),))
    assert complaints == [
        "1:17 ADR-05 'de' is not a language of the site → The languages are bg, en, ru; site.yaml lists them.",
        "1:35 FLD-05 a single value is expected here, not a list or a map → See docs/content-format.md for an example.",
    ]


def test_a_record_is_a_dataclass() -> None:
    assert read(Record(Step), "{id: a, text: Стъпка}") == (Step(id="A", text=bg("Стъпка")), [])


def test_a_record_with_a_mistake_is_none_and_the_mistake_is_told() -> None:
    assert read(Record(Step), "{id: a}") == (None, ["1:4 FLD-02 'text' is missing → Add a line 'text: …'."])
    assert read(Record(Step), "a")[1] == [
        "1:4 FLD-05 a map of 'key: value' is expected here → See docs/content-format.md for an example."
    ]


def test_a_bare_text_is_the_short_form_of_a_record() -> None:
    assert read(Record(Step, "text"), "Стъпка") == (Step(text=bg("Стъпка")), [])


def test_records_are_told_apart_by_their_key() -> None:
    made, complaints = read(Records(Step), "[{id: a, text: едно}, {id: 1, text: две}, {id: A, text: три}]")
    assert [step.id for step in made] == ["A"]
    assert complaints == [
        "1:31 FLD-03 '1' has no letters → Write letters.",
        "1:46 FLD-08 'A' stands here twice → Give each its own 'id'.",
    ]


@pytest.mark.parametrize(("reader", "expects"), [
    (Prose(), "words"),
    (CAPITALS, "letters"),
    (Choice(("a", "b")), "one of `a` `b`"),
    (ListOf(CAPITALS), "list: letters"),
    (EachLanguage(), "map from language to words"),
    (Record(Step), "`{id, text}`"),
    (Records(Step), "list of `{id, text}`"),
])  # fmt: skip
def test_a_reader_says_what_it_expects(reader: Reader, expects: str) -> None:
    assert reader.expects == expects


# ── declarations ────────────────────────────────────────────────────────────────────────────────────────────


def test_only_marked_fields_are_the_editors() -> None:
    assert [field.name for field in fields_of(Way)] == ["id", "name", "length", "steps", "best"]


def test_words_and_what_holds_words_may_stand_in_translations() -> None:
    assert [field.name for field in fields_of(Way) if field.in_translations] == ["name", "steps", "best"]
    assert has_words(Records(Step))
    assert not has_words(CAPITALS)


# ── source files ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_source_gives_values_by_name() -> None:
    assert source("id: a\nname: Път\nlength:\nsteps: [{id: b, text: Стъпка}]\nbest: Тази") == (
        {
            "id": "A",
            "name": bg("Път"),
            "steps": (Step(id="B", text=bg("Стъпка")),),
            "best": Step(text=bg("Тази")),
        },
        [],
    )


def test_a_source_without_a_required_key_is_told_so_at_its_start() -> None:
    assert source("name: Път")[1] == ["1:1 FLD-02 'id' is missing → Add a line 'id: …'."]
    assert source("name: Път\nid:\n")[1] == ["1:1 FLD-02 'id' is missing → Add a line 'id: …'."]


def test_a_wrong_value_is_left_out() -> None:
    assert source("id: a\nlength: 12") == ({"id": "A"}, ["2:9 FLD-03 '12' has no letters → Write letters."])


@pytest.mark.parametrize(("text", "doubtful"), [
    ("id: a\nlength: 12", {"length"}),
    ("id: a\nsteps: [{id: b, text: Крачка}, {id: 1, text: []}]", {"steps"}),
    ("id: a\nbest: {id: b}", {"best"}),
    ("id: a\nlengt: a", set()),
    ("name: Път", set()),
])  # fmt: skip
def test_a_field_with_a_mistake_in_it_is_doubtful(text: str, doubtful: set[str]) -> None:
    where = desk()
    read_fields(Way, head(text), where, START)
    assert where.doubtful == doubtful


@pytest.mark.parametrize(("key", "advice"), [
    ("lenght", "Did you mean 'length'?"),
    ("lеngth", "Did you mean 'length'? Some letters here are Cyrillic and only look like it."),
    ("цвят", "Known keys: id, name, length, steps, best. A key of your own begins with x_."),
])  # fmt: skip
def test_an_unknown_key_gets_the_nearest_or_all(key: str, advice: str) -> None:
    assert source(f"id: a\n{key}: 1")[1] == [f"2:1 FLD-01 unknown key '{key}' → {advice}"]


# ── translations ────────────────────────────────────────────────────────────────────────────────────────────

WAY = Way(
    id="W",
    name=bg("Път"),
    length="LONG",
    steps=(Step(id="A", text=bg("едно")), Step(id="B", text=bg("две"))),
    best=Step(text=bg("Тази")),
)


def test_a_translation_gives_words() -> None:
    words, complaints = translated(WAY, "name: Way\nsteps: {B: two, A: {text: one}}\nbest: This\n")
    assert words == {
        "name": en("Way"),
        "steps": (Step(id="A", text=en("one")), Step(id="B", text=en("two"))),
        "best": Step(text=en("This")),
    }
    assert not complaints


def test_words_that_are_left_out_stay_the_sources() -> None:
    assert translated(WAY, "name:\nsteps: {A: one, B: ''}") == (
        {"steps": (Step(id="A", text=en("one")), Step(id="B", text=bg("две")))},
        [],
    )


def test_a_fact_in_a_translation_is_told_where_it_belongs() -> None:
    fact = "is a fact and does not belong in a translation"
    advice = "Facts stand once, in content/projects/a/index.bg.md. Write it there and delete it here."
    assert translated(WAY, "length: LONG\nsteps: {A: {id: C, text: one}}") == (
        {"steps": (Step(id="A", text=en("one")), Step(id="B", text=bg("две")))},
        [f"1:1 FLD-04 'length' {fact} → {advice}", f"2:13 FLD-04 'id' {fact} → {advice}"],
    )


def test_an_unknown_key_in_a_translation_is_told() -> None:
    assert translated(WAY, "nmae: Way")[1] == ["1:1 FLD-01 unknown key 'nmae' → Did you mean 'name'?"]


def test_words_of_a_wrong_shape_are_told_and_the_sources_stay() -> None:
    words, complaints = translated(WAY, "name: [Way]\nsteps: {A: [one]}")
    assert words == {"steps": WAY.steps}
    assert [line.split(" → ")[0] for line in complaints] == [
        "1:7 FLD-05 a single value is expected here, not a list or a map",
        "2:12 FLD-05 a map of 'key: value' is expected here",
    ]


def test_a_list_in_a_translation_is_told_to_be_a_map() -> None:
    assert translated(WAY, "steps: [one, two]")[1][0].startswith(
        "1:8 FLD-05 in a translation this is a map from 'id' to words, not a list"
    )


@pytest.mark.parametrize(("name", "advice"), [("stepp", "The source file has: A, B."), ("AA", "Did you mean 'A'?")])
def test_words_for_what_the_source_has_not(name: str, advice: str) -> None:
    assert translated(WAY, f"steps: {{{name}: one}}")[1] == [
        f"1:9 FLD-06 the source file has no '{name}' here → {advice}"
    ]


def test_words_for_an_empty_list() -> None:
    assert translated(Way(id="W"), "steps: {A: one}")[1] == [
        "1:9 FLD-06 the source file has no 'A' here → The source file has: –."
    ]


def test_words_for_a_record_that_the_source_has_not() -> None:
    words, complaints = translated(Way(id="W"), "best: This")
    assert (words, len(complaints)) == ({}, 1)
    complaint, advice = complaints[0].split(" → ")
    assert complaint == "1:7 FLD-06 the source file has nothing that these words could translate"
    assert advice == "Write it in the source file first, or delete it here."


def test_a_source_with_mistakes_is_not_blamed_twice() -> None:
    assert translated(Way(id="W"), "best: This\nsteps: {A: one}", trusts_source=False) == ({"steps": ()}, [])


# ── the desk ────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_desk_remembers_the_place_of_every_value() -> None:
    where = desk()
    read_fields(Way, head("id: a\nsteps:\n  - id: b\n    text: Стъпка\n"), where, START)
    assert where.positions["id"] == Location(FILE, 1, 5)
    assert where.positions["steps.0.text"] == Location(FILE, 4, 11)
    assert where.path == ()


def test_the_desk_notes_a_mistake_as_grave_as_it_is() -> None:
    where = desk()
    where.report(Mistake("TXT-08", message("long")), where.start, Severity.WARNING)
    assert [(problem.at, problem.severity) for problem in where.problems] == [(START, Severity.WARNING)]


def test_a_bug_in_a_reader_is_no_mistake_of_the_editor() -> None:
    def broken(value: Raw) -> None:
        raise ZeroDivisionError

    where = desk()
    with pytest.raises(ZeroDivisionError):
        where.attempt(broken, raw("1"), "v")
    assert (where.path, where.problems) == ((), [])
