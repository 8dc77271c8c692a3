"""One thing that a piece of text makes a browser do, as the readers of each format hand it on."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.text.requests import Act


@dataclass(frozen=True)
class Found:
    """What is done, what says so, and where in the text."""

    act: Act
    said: str
    start: int

    def moved(self, by: int) -> Found:
        """The same in a text that begins earlier."""
        return Found(self.act, self.said, self.start + by)


def asks(address: str, start: int) -> Found:
    """A request."""
    return Found(Act.ASK, address.strip(), start)
