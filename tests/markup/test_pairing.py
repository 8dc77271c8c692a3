"""Pairing: which paragraphs of two bodies answer each other, and what is accepted of a page in part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.markup.pairing import Taken, accepted_in_part, answers, places
from sitegen.markup.standing import Text, acceptance, standing
from sitegen.model.translation import Accepted, State

PAIR = ("pages/a", "en")
WORDS = st.lists(st.sampled_from("абвгдежз"), max_size=7)


def text(body: str, **fields: str) -> Text:
    """A version whose paragraphs are single letters; a capital is a heading."""
    return Text(fields, tuple(f"# {one}" if one.isupper() else one for one in body))


def ledger(source: Text, translation: Text) -> dict[str, Accepted]:
    """What is accepted of two versions as they are."""
    return {entry.paragraph: entry for entry in acceptance(*PAIR, source, translation)}


@pytest.mark.parametrize(("before", "after", "found"), [
    ("абв", "абв", [(0, 0), (1, 0), (2, 0)]),
    ("абв", "агв", [(0, 0), (1, 0), (2, 0)]),
    ("абв", "ав", [(0, 0), (2, 0)]),
    ("ав", "абгв", [(0, 0), (1, 1), (1, 2), (1, 0)]),
    ("ав", "авб", [(0, 0), (1, 0), (2, 1)]),
    ("", "а", [(0, 1)]),
    ("а", "", []),
])  # fmt: skip
def test_every_paragraph_has_a_place_among_the_earlier_ones(
    before: str, after: str, found: list[tuple[int, int]]
) -> None:
    assert places(before, after) == tuple(found)


@given(WORDS, WORDS)
def test_no_two_paragraphs_have_one_place(before: list[str], after: list[str]) -> None:
    found = places(before, after)
    assert len(set(found)) == len(found) == len(after)
    assert all(number or before[place] == after[spot] or place < len(before)
               for spot, (place, number) in enumerate(found))  # fmt: skip


@pytest.mark.parametrize(("then", "now", "found"), [
    # ── source, translation: as accepted, and now
    (("абв", "abc"), ("абв", "abc"), (0, 1, 2)),
    (("абв", "abc"), ("агбв", "abc"), (0, None, 1, 2)),
    (("абв", "abc"), ("ав", "abc"), (0, 2)),
    (("абв", "abc"), ("агбв", "adbc"), (0, 1, 2, 3)),
    (("абв", "abc"), ("абв", "axbc"), (0, 2, 3)),
    (("абв", "abc"), ("абв", "ac"), (0, None, 1)),
    (("абв", "abc"), ("xyz", "abc"), (0, 1, 2)),
    (("абв", "abc"), ("абв", ""), (None, None, None)),
    # ── not built alike
    (("аб", "a"), ("аб", "a"), None),
    (("Аб", "ab"), ("Аб", "ab"), None),
    (("аб", "a"), ("аб", "ab"), (0, 1)),
    (("аб", ""), ("аб", ""), (None, None)),
    # ── never accepted
    (None, ("аб", "ab"), (0, 1)),
    (None, ("аб", "a"), None),
    (None, ("аб", ""), (None, None)),
])  # fmt: skip
def test_paragraphs_are_paired_by_what_was_accepted(
    then: tuple[str, str] | None, now: tuple[str, str], found: tuple[int | None, ...] | None
) -> None:
    accepted = ledger(text(then[0]), text(then[1])) if then else {}
    assert answers(accepted, text(now[0]), text(now[1])) == found


# ── what is accepted in part ────────────────────────────────────────────────────────────────────────────────


def taken(source: Text, names: str) -> dict[str, Taken]:
    """Paragraphs as `p3:1`: the third of the source, answered by the second of the translation."""
    found = {}
    for name, _, number in (word.partition(":") for word in names.split()):
        words = source.body[int(name[1:]) - 1] if name[0] == "p" else source.fields[name]
        found[name] = Taken(words, int(number or 0))
    return found


def after(then: tuple[Text, Text] | None, now: tuple[Text, Text], names: str) -> tuple[State, list[str]]:
    """The state once some paragraphs are accepted, and what of the source is still unanswered."""
    found = accepted_in_part(PAIR, ledger(*then) if then else {}, *now, taken(now[0], names))
    assert all(name == entry.paragraph for name, entry in found.items())
    state = standing(found, *now)
    return state.state, [drift.paragraph for drift in state.unanswered]


@pytest.mark.parametrize(("then", "now", "names", "found"), [
    # ── one replaced, one of two replaced, one inserted, one gone
    (("абв", "abc"), ("агв", "adc"), "p2:1", (State.CURRENT, [])),
    (("абв", "abc"), ("дгв", "abc"), "p2:1", (State.STALE, ["p1"])),
    (("абв", "abc"), ("агбв", "adbc"), "p2:1", (State.CURRENT, [])),
    (("абв", "abc"), ("агдбв", "axybc"), "p2:1 p3:2", (State.CURRENT, [])),
    (("абв", "abc"), ("агдбв", "axbc"), "p2:1", (State.STALE, ["p3"])),
    (("абв", "abc"), ("агдбв", "axbc"), "p3:1", (State.STALE, ["p2"])),
    (("абв", "abc"), ("дав", "xab"), "p1:0", (State.STALE, ["p3"])),
    (("абв", "abc"), ("абвг", "abcd"), "p4:3", (State.CURRENT, [])),
    (("абв", "abc"), ("дежбв", "xbc"), "p3:0", (State.STALE, ["p1", "p2"])),
    # ── all of it
    (("абв", "abc"), ("где", "xyz"), "p1:0 p2:1 p3:2", (State.CURRENT, [])),
    (None, ("аб", "ab"), "p1:0 p2:1", (State.CURRENT, [])),
    (("Аб", "ab"), ("Ав", "ab"), "p1:0 p2:1", (State.CURRENT, [])),
    # ── a body whose paragraphs cannot be told stays
    (("Аб", "ab"), ("Ав", "ab"), "p2:1", (State.STALE, ["p2"])),
    # ── what somebody edited elsewhere stays to be accepted
    (("абв", "abc"), ("агв", "adx"), "p2:1", (State.CHANGED, [])),
])  # fmt: skip
def test_only_the_named_paragraphs_are_accepted(
    then: tuple[str, str] | None, now: tuple[str, str], names: str, found: tuple[State, list[str]]
) -> None:
    before = (text(then[0]), text(then[1])) if then else None
    assert after(before, (text(now[0]), text(now[1])), names) == found


def test_fields_are_accepted_one_by_one() -> None:
    then = (text("", title="А", summary="Б"), text("", title="A", summary="B"))
    now = (text("", title="Х", summary="У"), text("", title="X", summary="Y"))
    assert after(then, now, "title") == (State.CHANGED, [])
    assert after(then, now, "title summary") == (State.CURRENT, [])
    assert after(then, (now[0], then[1]), "title") == (State.STALE, ["summary"])
    assert after(then, (text("в", **now[0].fields), now[1]), "title") == (State.STALE, ["p1"])


def test_what_translates_an_older_text_stays_out_of_date() -> None:
    then, now = (text("аб", title="А"), text("ab", title="A")), (text("вб", title="В"), text("cb", title="C"))
    old = {"p1": Taken("ю", 0), "title": Taken("Ю"), "p2": Taken("б", 1)}
    found = standing(accepted_in_part(PAIR, ledger(*then), *now, old), *now)
    assert [(drift.before, drift.after) for drift in found.unanswered] == [("Ю", "В"), ("ю", "в")]


@given(WORDS, WORDS)
def test_what_is_accepted_in_full_is_up_to_date(then: list[str], now: list[str]) -> None:
    source, old = text("".join(now)), text("".join(then))
    names = {f"p{number + 1}": Taken(one, number) for number, one in enumerate(source.body)}
    found = accepted_in_part(PAIR, ledger(old, old), source, source, names)
    assert standing(found, source, source).state is State.CURRENT


@given(WORDS.filter(bool), WORDS.filter(bool), st.data())
def test_what_is_accepted_is_never_unanswered(then: list[str], now: list[str], data: st.DataObject) -> None:
    old, source = text("".join(dict.fromkeys(then))), text("".join(dict.fromkeys(now)))
    chosen = data.draw(st.sets(st.integers(0, len(source.body) - 1)))
    names = {f"p{number + 1}": Taken(source.body[number], number) for number in chosen}
    found = accepted_in_part(PAIR, ledger(old, old), source, source, names)
    left = {drift.paragraph for drift in standing(found, source, source).unanswered if drift.after}
    assert not set(names) & left
