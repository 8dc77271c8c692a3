"""Front matter before it has types: text with its place, lists and maps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.problems import Location


@dataclass(frozen=True)
class Scalar:
    """A value as the editor wrote it; `no` is the word no, `10:30` is these five characters."""

    text: str
    at: Location


@dataclass(frozen=True)
class Items:
    """A list."""

    values: tuple[Raw, ...]
    at: Location


@dataclass(frozen=True)
class Entries:
    """A map; its keys are unique."""

    pairs: tuple[tuple[Scalar, Raw], ...]
    at: Location

    def __iter__(self) -> Iterator[tuple[Scalar, Raw]]:
        return iter(self.pairs)

    def get(self, key: str) -> Raw | None:
        """The value under `key`; an empty value counts as absent."""
        return next((value for name, value in self.pairs if name.text == key and not is_empty(value)), None)


Raw = Scalar | Items | Entries


def is_empty(raw: Raw) -> bool:
    """Whether nothing was written: `key:` alone, `[]` or `{}`."""
    match raw:
        case Scalar(text):
            return not text.strip()
        case Items(values):
            return not values
        case _:
            return not raw.pairs
