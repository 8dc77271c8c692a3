"""What the room has to say about a body: a complaint with its line and column; the file is known to the caller."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.problems import NOTHING, Message, Severity


@dataclass(frozen=True)
class Finding:
    """Something wrong in a body; lines count as in the file, columns from 1 in characters."""

    line: int
    column: int
    code: str
    message: Message
    hint: Message = NOTHING
    severity: Severity = Severity.ERROR


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """The findings from top to bottom, each told once."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda f: (f.line, f.column, f.code, str(f.message))))
