"""An explanation: what an editor is told who asks for more than the message."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.problems import NOTHING, Message, Severity


@dataclass(frozen=True)
class Example:
    """What is wrong, and how it is right."""

    wrong: str
    right: str
    place: str = ""
    """Where both are written, so that a test can try them: lines of the head of a `page`, `project` or `translation`,
    its `body`, a `whole project` or `file`, lines of `site` or `organisations` settings; "" for what is only shown."""


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """One code."""

    code: str
    severity: Severity
    """The gravest that it comes with."""
    what: Message
    why: Message
    law: Message = NOTHING
    """The rule behind it, where there is one."""
    example: Example
