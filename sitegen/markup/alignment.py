"""Alignment: which pieces of a sequence stayed, which were replaced, came or went."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest


@dataclass(frozen=True)
class Change:
    """A piece that was replaced, that came (no `before`) or that went (no `after`)."""

    before: int | None
    after: int | None
    place: tuple[int, int]
    """Of the earlier sequence: the piece and 0; what comes before a piece is counted from 1."""


def changes(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """What differs between two sequences, in order; in time n · log n, however they differ."""
    head = alike(before, after)
    if head == len(before) == len(after):
        return
    tail = alike(before[head:][::-1], after[head:][::-1])
    old, new = len(before) - tail, len(after) - tail
    start, begin = head, head
    for end, finish in (*kept(before[head:old], after[head:new], head), (old, new)):
        yield from between(before, after, range(start, end), range(begin, finish))
        start, begin = end + 1, finish + 1


def alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many pieces two sequences begin with in common."""
    pairs = zip(one, other, strict=False)
    return next((count for count, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))


def between(before: Sequence[str], after: Sequence[str], olds: range, news: range) -> Iterator[Change]:
    """What stands between two pieces that stayed: one for one as far as they go, then what came or went."""
    for count, (old, new) in enumerate(zip_longest(olds, news)):
        if old is None:
            yield Change(None, new, (olds.stop, count - len(olds) + 1))
        elif new is None or before[old] != after[new]:
            yield Change(old, new, (old, 0))


def kept(before: Sequence[str], after: Sequence[str], first: int = 0) -> list[tuple[int, int]]:
    """The places of the longest common subsequence, counted from `first`; equal pieces are told apart by number."""
    places = {piece: place for place, piece in enumerate(numbered(after), first)}
    return rising([(place, places[piece]) for place, piece in enumerate(numbered(before), first) if piece in places])


def numbered(pieces: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Each piece with the number of equal ones before it."""
    seen: Counter[str] = Counter()
    for piece in pieces:
        yield piece, seen[piece]
        seen[piece] += 1


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs whose second numbers rise as the first ones do."""
    lowest: list[int] = []  # the lowest second number that ends a run of each length
    ends: list[int] = []  # the pair that has it
    previous: list[int | None] = []
    for number, (_, second) in enumerate(pairs):
        length = bisect_left(lowest, second)
        previous.append(ends[length - 1] if length else None)
        if length == len(lowest):
            lowest.append(second)
            ends.append(number)
        else:
            lowest[length], ends[length] = second, number
    run: list[tuple[int, int]] = []
    last = ends[-1] if ends else None
    while last is not None:
        run.append(pairs[last])
        last = previous[last]
    return run[::-1]
