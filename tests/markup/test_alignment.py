"""What stayed, changed, came and went between two sequences."""

from __future__ import annotations

from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from sitegen.markup.alignment import changes, kept

WORDS = st.lists(st.sampled_from("abcd"), max_size=12)


def seen(before: str, after: str) -> list[tuple[int | None, int | None, tuple[int, int]]]:
    return [(change.before, change.after, change.place) for change in changes(before, after)]


def test_what_came_moves_nothing_else() -> None:
    assert seen("abc", "axbc") == [(None, 1, (1, 1))]
    assert seen("abc", "xyabcz") == [(None, 0, (0, 1)), (None, 1, (0, 2)), (None, 5, (3, 1))]


def test_what_went_keeps_its_place() -> None:
    assert seen("abc", "ac") == [(1, None, (1, 0))]
    assert seen("abc", "") == [(0, None, (0, 0)), (1, None, (1, 0)), (2, None, (2, 0))]


def test_what_changed_is_paired_in_its_order() -> None:
    assert seen("abcd", "axyd") == [(1, 1, (1, 0)), (2, 2, (2, 0))]
    assert seen("abd", "axyd") == [(1, 1, (1, 0)), (None, 2, (2, 1))]


def test_equal_pieces_are_told_apart() -> None:
    assert seen("aba", "aaba") == [(None, 1, (1, 1))]
    assert seen("aaa", "aa") == [(2, None, (2, 0))]


@given(WORDS)
def test_equal_sequences_do_not_differ(pieces: list[str]) -> None:
    assert list(changes(pieces, pieces)) == []


@given(WORDS, WORDS)
def test_the_changes_make_the_one_of_the_other(before: list[str], after: list[str]) -> None:
    found = list(changes(before, after))
    gone = {change.before for change in found}
    came = {change.after for change in found}
    assert [p for i, p in enumerate(before) if i not in gone] == [p for i, p in enumerate(after) if i not in came]
    assert len({change.place for change in found}) == len(found)


@given(st.permutations(range(8)), st.permutations(range(8)))
def test_as_much_as_can_stays(before: list[int], after: list[int]) -> None:
    pairs = kept([str(n) for n in before], [str(n) for n in after])
    longest = [0]
    for number in (after.index(n) for n in before):  # the length of the longest rising run, by brute force
        longest.append(
            1 + max((run for run, last in zip(longest, lasts(before, after), strict=False) if last < number), default=0)
        )
    assert len(pairs) == max(longest)


def lasts(before: list[int], after: list[int]) -> list[int]:
    return [-1, *(after.index(n) for n in before)]


def test_a_large_body_is_compared_in_a_moment() -> None:
    before = [f"абзац {n}" for n in range(50_000)]
    after = [f"{text}!" if n % 2 else text for n, text in enumerate(before)]
    start = perf_counter()
    assert len(list(changes(before, after))) == 25_000
    assert len(list(changes(before, before[::-1]))) >= 49_998
    assert len(list(changes(["а"] * 50_000, ["а"] * 49_000))) == 1_000
    assert perf_counter() - start < 6
