"""Problems as people and programs read them: text with a caret, JSON, annotations for GitHub."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from sitegen.problems import Message, Mistake, Problem, Severity, message
from sitegen.render.catalogue import Catalogue, editor_catalogue

Excerpt = Callable[[Problem], str]
"""The source line that a problem is about; "" for none."""
WIDEST = 100
"""Characters of a source line that are shown."""
LONGEST = 2000
"""Characters of a source line that go into JSON: a thousand problems of one endless line would fill the disk."""
COLOURS = {Severity.ERROR: "\033[31m", Severity.WARNING: "\033[33m", Severity.INFO: "\033[36m"}
PLAIN = "\033[0m"


class Words:
    """The program's messages in the editor's language."""

    def __init__(self, language: str) -> None:
        self.language = language

    @cached_property
    def catalogue(self) -> Catalogue:
        """Read when something is said."""
        return editor_catalogue(self.language)

    def __call__(self, template: str, /, **values: object) -> str:
        """A sentence; its English template is its id."""
        return message(template, **values).translated(self.translate)

    def translate(self, template: str) -> str:
        """The template in the editor's language."""
        return self.catalogue.texts.get(template, template)

    def shown(self, sentence: Message) -> str:
        """A message in the editor's language."""
        return sentence.translated(self.translate)

    def severity(self, severity: Severity) -> str:
        """The word for a severity."""
        words = {
            Severity.ERROR: message("error"),
            Severity.WARNING: message("warning"),
            Severity.INFO: message("advice"),
        }
        return words[severity].translated(self.translate)


def as_text(problem: Problem, words: Words, excerpt: Excerpt, *, in_colour: bool = False) -> str:
    """`path:line:column  грешка CODE  message`, the line with a caret, one line of advice."""
    word = words.severity(problem.severity)
    if in_colour:
        word = COLOURS[problem.severity] + word + PLAIN
    lines = [f"{problem.at}  {word} {problem.code}  {problem.message.translated(words.translate)}"]
    source = excerpt(problem)
    if source:
        lines += pointed(source, problem.at.column)
    if problem.hint.template:
        lines.append("    → " + problem.hint.translated(words.translate))
    if problem.corrections:
        lines.append("    " + words("Correction: {command}", command=f"python3 build.py fix {problem.code}"))
    return "\n".join(lines)


def pointed(source: str, column: int) -> list[str]:
    """A source line with a caret under a column, cut around it where it is long."""
    start = max(0, column - 1 - WIDEST // 2) if len(source) > WIDEST else 0
    shown = source[start : start + WIDEST].replace("\t", " ")
    return [f"    {shown}", "    " + " " * (column - 1 - start) + "^"]


def as_sentence(mistake: Mistake, words: Words) -> str:
    """A complaint without a place, about the command itself."""
    return f"{words.shown(mistake.message)} {words.shown(mistake.hint)}".strip()


def as_json(problems: Sequence[Problem], words: Words, excerpt: Excerpt, **facts: object) -> str:
    """One JSON object: the problems and facts about the build."""
    listed = [
        {
            "path": problem.at.path,
            "line": problem.at.line,
            "column": problem.at.column,
            "severity": str(problem.severity),
            "code": problem.code,
            "message": problem.message.translated(words.translate),
            "hint": problem.hint.translated(words.translate),
            "excerpt": excerpt(problem)[:LONGEST],
        }
        | corrections_of(problem)
        for problem in problems
    ]
    return json.dumps({"problems": listed, **facts}, ensure_ascii=False, indent=1)


def corrections_of(problem: Problem) -> dict[str, list[dict[str, object]]]:
    """The key `corrections`, where a problem has any."""
    listed: list[dict[str, object]] = [
        {"line": c.at.line, "column": c.at.column, "old": c.old, "new": c.new} for c in problem.corrections
    ]
    return {"corrections": listed} if listed else {}


def as_github(problem: Problem, words: Words) -> str:
    """A workflow command that annotates the line."""
    level = "notice" if problem.severity is Severity.INFO else str(problem.severity)
    text = f"{problem.message.translated(words.translate)} {problem.hint.translated(words.translate)}".strip()
    place = f"file={escaped(problem.at.path, property_=True)},line={problem.at.line},col={problem.at.column}"
    return f"::{level} {place},title={problem.code}::{escaped(text)}"


def escaped(text: str, *, property_: bool = False) -> str:
    """A text for a workflow command."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if property_ else text


def counted(problems: Sequence[Problem]) -> dict[str, int]:
    """How many problems there are of each severity."""
    return {str(severity): sum(p.severity is severity for p in problems) for severity in Severity}


def summary(words: Words, facts: Mapping[str, int], seconds: str, *, written_to: Path | None) -> str:
    """One line: what was made, what was found, how long it took, and where to look."""
    counts = {"errors": facts["error"], "warnings": facts["warning"], "infos": facts["info"]}
    found = words("errors: {errors}, warnings: {warnings}, advice: {infos}", **counts)
    made = words("pages: {pages}, languages: {languages}", pages=facts["pages"], languages=facts["languages"])
    end = words("The site is in {output}.", output=written_to) if written_to else words("Nothing was written.")
    return f"{made} · {found} · {seconds} s. {end}"
