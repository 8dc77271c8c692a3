"""Asking: questions on a terminal, one line each, in the editor's language."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import UnsupportedOperation
from typing import TextIO

from sitegen.editing.interview import Complaint, Option
from sitegen.problems import Message
from sitegen.report import Words

YES = frozenset({"", "y", "yes", "д", "да"})
"""Answers that agree; Enter is one of them."""


@dataclass(frozen=True)
class Terminal:
    """Somebody who reads and types."""

    source: TextIO
    sink: TextIO
    words: Words

    def ask(self, prompt: Message, default: str = "", options: Sequence[Option] = ()) -> str:
        """What is typed, trimmed: the default for Enter, options for their numbers; raises EOFError."""
        for number, option in enumerate(options, 1):
            self.say(f"  {number:>2}  {option.label}")
        typed = self.line(self.words.shown(prompt) + (f" [{default}]" if default else "") + ": ")
        return by_number(typed, options) or default

    def agrees(self, question: Message) -> bool:
        """Whether the answer is yes; Enter is one."""
        return self.line(f"    {self.words.shown(question)} ").lower() in YES

    def line(self, prompt: str) -> str:
        """One line from the terminal; raises EOFError where there are no more."""
        self.sink.write(prompt)
        self.sink.flush()
        typed = self.source.readline()
        if not typed:
            raise EOFError
        return typed.strip()

    def say(self, text: str) -> None:
        """Shows a line."""
        print(text, file=self.sink, flush=True)

    def explain(self, complaints: Iterable[Complaint]) -> None:
        """Shows what is wrong with an answer, and the advice."""
        for complaint in complaints:
            self.say(f"  ! {self.words.shown(complaint.message)}")
            if complaint.hint.template:
                self.say(f"    → {self.words.shown(complaint.hint)}")


def by_number(typed: str, options: Sequence[Option]) -> str:
    """The options whose numbers are typed, with commas between; anything else as it is typed."""
    parts = [part.strip() for part in typed.split(",")]
    if all(part.isdecimal() and 1 <= int(part) <= len(options) for part in parts):
        return ", ".join(options[int(part) - 1].value for part in parts)
    return typed


def terminal(words: Words) -> Terminal | None:
    """The terminal that the program runs in; None where nobody reads or types."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    if hasattr(sys.stdin, "reconfigure"):
        with suppress(UnsupportedOperation):  # something was read already, so it was done already
            sys.stdin.reconfigure(errors="surrogateescape")  # a stray byte is a wrong answer, not the end
    return Terminal(sys.stdin, sys.stdout, words)
