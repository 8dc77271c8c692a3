"""Workers: one function over many things in several processes, where the platform forks and it pays."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")
SHARES = 8
"""Into so many shares for each process the things are cut: few enough to cost little, enough to end together."""


class Shift:
    """What the processes inherit when they are forked."""

    work: Callable[[Any], Any] | None = None
    things: Sequence[Any] = ()


def spread(work: Callable[[Thing], Result], things: Sequence[Thing], jobs: int, fewest: int) -> Iterator[Result]:
    """The results in the order of the things; below `fewest` of them, starting processes costs more than it saves."""
    if jobs == 1 or len(things) < fewest or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(work, things)
        return
    Shift.work, Shift.things = work, things
    gc.freeze()  # a collection in a child would copy the memory that it shares with its parent
    try:
        with multiprocessing.get_context("fork").Pool(jobs) as pool:
            yield from pool.imap(work_on, range(len(things)), chunksize=-(-len(things) // (jobs * SHARES)))
    finally:
        gc.unfreeze()
        Shift.work, Shift.things = None, ()


def work_on(number: int) -> Any:
    """The result for the thing of a number, in a worker."""
    assert Shift.work is not None
    return Shift.work(Shift.things[number])
