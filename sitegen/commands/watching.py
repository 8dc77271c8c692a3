"""Watching a build: progress on a terminal, and a profile of where the time went."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from heapq import nlargest
from time import perf_counter

from sitegen.builder.steps import Watcher
from sitegen.problems import Message
from sitegen.report import Words

PATIENCE = 1.0
"""Seconds before progress is shown at all."""
PACE = 0.1
"""Seconds between two signs of it."""
SLOWEST = 10
"""So many files are named in a profile."""
LINE = "\r\033[K"
"""Begins the line of a terminal anew."""


@contextmanager
def watched(arguments: Namespace) -> Iterator[Progress]:
    """Progress of what a command does, on a terminal that does not ask for quiet."""
    progress = Progress(Words(arguments.lang or "bg"), is_shown=sys.stderr.isatty() and not arguments.quiet)
    try:
        yield progress
    finally:
        progress.end()


class Progress(Watcher):
    """Notes the steps; on a terminal a long build shows how far it is."""

    def __init__(self, words: Words, *, is_shown: bool) -> None:
        self.words, self.is_shown = words, is_shown
        self.started = self.last = perf_counter()
        self.steps: list[tuple[Message, float]] = []
        self.files: list[tuple[float, str]] = []
        self.size = self.done = 0
        self.has_written = False

    def begin(self, step: Message, size: int = 0) -> None:
        """Notes when a step begins."""
        self.steps.append((step, perf_counter()))
        self.size, self.done = size, 0
        self.show()

    def advance(self) -> None:
        """Counts."""
        self.done += 1
        self.show()

    def spent(self, name: str, seconds: float) -> None:
        """Notes what a file took."""
        self.files.append((seconds, name))

    def show(self) -> None:
        """Writes the line anew, where it is worth it."""
        now = perf_counter()
        if self.is_shown and now - self.started > PATIENCE and now - self.last > PACE:
            count = f" {self.done} / {self.size}" if self.size else ""
            sys.stderr.write(f"{LINE}{self.words.shown(self.steps[-1][0])}{count}")
            sys.stderr.flush()
            self.last, self.has_written = now, True

    def end(self) -> None:
        """Leaves the terminal as it was."""
        if self.has_written:
            sys.stderr.write(LINE)
            sys.stderr.flush()

    def profile(self) -> Iterator[str]:
        """Where the time went: by step, and the files that took longest."""
        ends = [*(when for _, when in self.steps[1:]), perf_counter()]
        for (step, begun), ended in zip(self.steps, ends, strict=True):
            yield f"{ended - begun:8.2f} s  {self.words.shown(step)}"
        slow = nlargest(SLOWEST, self.files)
        if slow:
            yield self.words("The slowest files:")
        yield from (f"{seconds * 1000:8.1f} ms {name}" for seconds, name in slow)
