"""Problems as data: what is wrong, where it stands, and what to write instead.

A leaf raises a `Mistake`, which knows no place; the stage that called it knows the place and makes a `Problem` of it.
Messages are gettext msgids in English with `{placeholders}`, so that a report can show them in the editor's language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

LONGEST_VALUE = 500
"""Characters of a value that a message quotes."""


class Severity(StrEnum):
    """How grave a problem is: an error stops a build, a warning and an advice do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, order=True)
class Location:
    """A place in a source file; line and column count from 1, columns in characters."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Message:
    """A translatable sentence: an English template and the values of its placeholders."""

    template: str
    values: tuple[tuple[str, str | Message], ...] = ()
    """A message among them is translated too."""

    def __str__(self) -> str:
        return self.translated(str)

    def translated(self, translate: Callable[[str], str]) -> str:
        """The sentence in the language of `translate`, a gettext function."""
        if not self.template:
            return ""
        shown = {
            name: value.translated(translate) if isinstance(value, Message) else value for name, value in self.values
        }
        return translate(self.template).format(**shown)


def message(template: str, /, **values: object) -> Message:
    """A `Message`; its template is extracted into the catalogues."""
    return Message(
        template,
        tuple((name, value if isinstance(value, Message) else shortened(str(value))) for name, value in values.items()),
    )


def listed(words: Iterable[Message]) -> Message:
    """Several words as one message, with commas between them."""
    values = tuple((f"word{number}", word) for number, word in enumerate(words))
    return Message(", ".join(f"{{{name}}}" for name, _ in values), values)


def shortened(text: str) -> str:
    """A quoted value, cut where no reader would follow it any more."""
    return text if len(text) <= LONGEST_VALUE else text[:LONGEST_VALUE] + "…"


NOTHING = Message("")


@dataclass(frozen=True)
class Correction:
    """A safe change of one piece of a source file, for `fix`: what stands at a place and what belongs there."""

    at: Location
    """Of the first character of `old`."""
    old: str
    """Exactly as it stands in the file, line ends as `\\n`; "" where `new` is put in."""
    new: str


class Mistake(Exception):
    """A leaf's complaint about one value, without a place: a code of `commands.md`, what is wrong, what to write."""

    def __init__(self, code: str, complaint: Message, hint: Message = NOTHING) -> None:
        super().__init__(str(complaint))
        self.code = code
        self.message = complaint
        self.hint = hint

    def at(
        self, place: Location, severity: Severity = Severity.ERROR, corrections: tuple[Correction, ...] = ()
    ) -> Problem:
        """The same complaint as a `Problem` at a place."""
        return Problem(place, self.code, self.message, self.hint, severity, corrections)


@dataclass(frozen=True)
class Problem:
    """Something an editor has to know, with its place, a stable code and advice."""

    at: Location
    code: str
    message: Message
    hint: Message = NOTHING
    severity: Severity = Severity.ERROR
    corrections: tuple[Correction, ...] = ()
    """What `fix` may do about it, all or nothing."""

    @property
    def is_error(self) -> bool:
        """Whether the problem stops the build."""
        return self.severity is Severity.ERROR


def in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """The problems by path, line and column, each told once."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.at, p.code, str(p.message))))
