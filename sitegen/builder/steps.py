"""Steps: how a build gets on, for those who watch it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from sitegen.problems import Message, message

Thing = TypeVar("Thing")

READING = message("reading")
PLANNING = message("planning")
RENDERING = message("rendering")
CHECKING = message("checking")
WRITING = message("writing")


class Watcher(Protocol):
    """Who is told."""

    def begin(self, step: Message, size: int = 0) -> None:
        """A step begins; so many things are to be done in it."""

    def advance(self) -> None:
        """One of them is done."""

    def spent(self, name: str, seconds: float) -> None:
        """What a single file took."""


class Nobody(Watcher):
    """For those who do not watch."""

    def begin(self, step: Message, size: int = 0) -> None:
        """Says nothing."""

    def advance(self) -> None:
        """Says nothing."""

    def spent(self, name: str, seconds: float) -> None:
        """Says nothing."""


NOBODY = Nobody()


def told(watcher: Watcher, things: Iterable[Thing]) -> list[Thing]:
    """The things, each told when it comes."""
    made = []
    for thing in things:
        made.append(thing)
        watcher.advance()
    return made
