"""How translations stand to their source: what is accepted is current, and only what changed is stale."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sitegen.markup.standing import Text, acceptance, standing
from sitegen.model.translation import Accepted, Standing, State
from tests.read.folder import page, project, read_folder

EN = page("summary: Short\n", "One.\n\n## Two\n\nThree.").replace("Страница", "Page")
BG = page("summary: Кратко\n", "Едно.\n\n## Две\n\nТри.")
FIELDS = st.dictionaries(st.sampled_from(["title", "summary", "goals.g1.text"]), st.sampled_from("абв"))
BODY = st.lists(st.sampled_from(["а", "б", "в", "# г", "- д", "1"]), max_size=6)
TEXTS = st.builds(lambda fields, body: Text(fields, tuple(body)), FIELDS, BODY)


def entries(source: Text, translation: Text) -> dict[str, Accepted]:
    return {entry.paragraph: entry for entry in acceptance("a", "en", source, translation)}


def stale(found: Standing) -> list[str]:
    return [drift.paragraph for drift in found.stale]


def body(*blocks: str) -> Text:
    return Text({}, blocks)


# ── properties ──────────────────────────────────────────────────────────────────────────────────────────────


@given(TEXTS, TEXTS)
def test_what_is_accepted_is_current(source: Text, translation: Text) -> None:
    accepted = entries(source, translation)
    if accepted:
        assert standing(accepted, source, translation) == Standing(State.CURRENT)


@given(TEXTS, TEXTS, st.data())
def test_an_edit_of_one_paragraph_makes_it_stale_and_no_other(
    source: Text, translation: Text, data: st.DataObject
) -> None:
    names = [*source.fields, *range(len(source.blocks))]
    if not names:
        return
    name = data.draw(st.sampled_from(names))
    if isinstance(name, str):
        edited = Text({**source.fields, name: "ново"}, source.blocks)
        expected = name
    else:
        edited = Text(source.fields, (*source.blocks[:name], "ново", *source.blocks[name + 1 :]))
        expected = f"p{name + 1}"
    found = standing(entries(source, translation), edited, translation)
    assert (found.state, stale(found)) == (State.STALE, [expected])
    assert found.stale[0].after == "ново"


@given(TEXTS, TEXTS, st.integers(0, 6))
def test_an_inserted_paragraph_alone_is_stale(source: Text, translation: Text, place: int) -> None:
    accepted = entries(source, translation)
    if not source.blocks:
        return
    place = min(place, len(source.blocks))
    edited = Text(source.fields, (*source.blocks[:place], "ново", *source.blocks[place:]))
    found = standing(accepted, edited, translation)
    assert (found.state, stale(found)) == (State.STALE, [f"p{place + 1}"])
    assert (found.stale[0].before, found.stale[0].after) == ("", "ново")


@given(TEXTS, TEXTS)
def test_any_edit_of_the_translation_alone_is_a_change(source: Text, translation: Text) -> None:
    accepted = entries(source, translation)
    edited = Text(translation.fields, (*translation.blocks, "ново"))
    if accepted:
        assert standing(accepted, source, edited) == Standing(State.CHANGED)


@given(TEXTS, TEXTS, st.data())
def test_the_order_of_the_entries_does_not_matter(source: Text, translation: Text, data: st.DataObject) -> None:
    accepted = entries(source, translation)
    shuffled = dict(data.draw(st.permutations(list(accepted.items()))))
    edited = Text(source.fields, ("ново", *source.blocks))
    changed = Text(translation.fields, (*translation.blocks, "ново"))
    for one, other in ((source, translation), (edited, translation), (source, changed)):
        assert state_and_ids(standing(shuffled, one, other)) == state_and_ids(standing(accepted, one, other))


def state_and_ids(found: Standing) -> tuple[State, list[str]]:
    return found.state, sorted(stale(found))


# ── what answers what ───────────────────────────────────────────────────────────────────────────────────────


def test_a_changed_paragraph_is_answered_by_its_counterpart_alone() -> None:
    accepted = entries(body("а", "б", "в"), body("a", "b", "c"))
    source = body("а", "Б", "в")
    assert standing(accepted, source, body("A", "b", "c")).state is State.STALE
    answered = standing(accepted, source, body("a", "B", "c"))
    assert (answered.state, stale(answered)) == (State.CHANGED, ["p2"])
    assert answered.unanswered == ()


def test_a_new_paragraph_is_answered_by_one_at_its_place() -> None:
    accepted = entries(body("а", "б"), body("a", "b"))
    source = body("а", "нов", "б")
    assert standing(accepted, source, body("a", "b", "new")).state is State.STALE
    assert standing(accepted, source, body("a", "new", "b")).state is State.CHANGED
    two = body("а", "нов", "още", "б")
    found = standing(accepted, two, body("a", "new", "b"))
    assert [drift.paragraph for drift in found.unanswered] == ["p3"]


def test_a_removed_paragraph_is_answered_by_its_removal() -> None:
    accepted = entries(body("а", "б", "в"), body("a", "b", "c"))
    source = body("а", "в")
    found = standing(accepted, source, body("a", "b", "c"))
    assert [(d.paragraph, d.before, d.after) for d in found.stale] == [("p2", "б", "")]
    assert standing(accepted, source, body("a", "c")).state is State.CHANGED


def test_bodies_that_are_not_built_alike_answer_as_a_whole() -> None:
    accepted = entries(body("а", "б", "- в"), body("a and b", "- c"))
    assert len({entry.translation for entry in accepted.values()}) == 1
    source = body("а", "Б", "- в")
    assert standing(accepted, source, body("a and b", "- c")).state is State.STALE
    assert standing(accepted, source, body("a and B", "- c")).state is State.CHANGED


def test_a_body_of_the_translation_alone_is_watched() -> None:
    accepted = entries(body(), body("own"))
    assert list(accepted) == ["p1"]
    assert standing(accepted, body(), body("own")).state is State.CURRENT
    assert standing(accepted, body(), body("other")).state is State.CHANGED
    grown = standing(accepted, body("ново"), body("own"))
    assert (grown.state, stale(grown)) == (State.STALE, ["p1"])


def test_a_word_that_the_translation_leaves_to_the_source_goes_stale_with_it() -> None:
    accepted = entries(Text({"title": "а", "summary": "б"}, ()), Text({"title": "a"}, ()))
    source = Text({"title": "а", "summary": "Б"}, ())
    assert standing(accepted, source, Text({"title": "a"}, ())).state is State.STALE
    assert standing(accepted, source, Text({"title": "a", "summary": "B"}, ())).state is State.CHANGED


def test_a_word_that_is_gone_is_told_last() -> None:
    accepted = entries(Text({"a": "1", "b": "2"}, ()), Text({}, ()))
    assert stale(standing(accepted, Text({"b": "3"}, ()), Text({}, ()))) == ["b", "a"]


def test_what_is_nothing_but_targets_is_no_change() -> None:
    accepted = entries(body("а", "[x]: https://a.example/"), body("a"))
    assert standing(accepted, body("а", "[x]: https://b.example/"), body("a")).state is State.CURRENT
    assert standing(accepted, body("а"), body("a")).state is State.CURRENT


def test_lines_of_two_branches_may_disagree_about_the_body() -> None:
    alike, whole = entries(body("а", "б"), body("a", "b")), entries(body("а", "б"), body("ab"))
    assert standing({**alike, "p2": whole["p2"]}, body("а", "б"), body("ab")).state is State.CURRENT


# ── a whole site ────────────────────────────────────────────────────────────────────────────────────────────


def states(root: Path, text: str) -> dict[tuple[str, str], str]:
    site = read_folder(root, text).site
    assert site is not None
    return {pair: str(found.state) for pair, found in site.standings.items()}


def test_every_page_stands_in_every_language_that_it_may_have(tmp_path: Path) -> None:
    park = project()
    site = f"""
-- projects/park/index.bg.md --
{park}-- projects/park/index.en.md --
---
title: Park
---
-- pages/a.ru.md --
{page("only: [ru, en]" + chr(10))}-- pages/a.en.md --
{EN}"""
    assert states(tmp_path, site) == {
        ("pages/a", "ru"): "original",
        ("pages/a", "en"): "new",
        ("projects/park", "bg"): "original",
        ("projects/park", "en"): "new",
        ("projects/park", "ru"): "missing",
    }


def test_places_of_links_typography_and_lines_do_not_count(tmp_path: Path) -> None:
    text = "Виж [тук](a.bg.md)\nи „там“ – 5 г."
    same = 'Виж [тук](../b.bg.md){.x} и "там" - 5\u00a0г.'
    found = [
        read_folder(tmp_path / name, f"-- pages/a.bg.md --\n{page(body=body_)}")
        for name, body_ in (("a", text), ("b", same))
    ]
    assert bodies(found[0].site) == bodies(found[1].site)


def bodies(site: object) -> Sequence[str]:
    from sitegen.markup.standing import text_of
    from sitegen.model.site import Site

    assert isinstance(site, Site)
    return text_of(site.index["pages/a", "bg"], site.sources["content/pages/a.bg.md"]).body
