"""How a command tells what it found."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from sitegen import report
from sitegen.builder.flow import Outcome
from sitegen.checks.switches import SwitchedOff
from sitegen.commands.options import content_of
from sitegen.commands.saying import TOOK, Told, say
from sitegen.model.config import Config
from sitegen.model.site import Site
from sitegen.problems import Problem, Severity
from sitegen.read.excerpt import excerpt
from sitegen.status import phrases
from sitegen.status.schedule import next_change

SECRET = frozenset({"FLD-11", "PRV-01", "PRV-06", "PRV-07"})
"""Problems whose line is not shown: reports are kept and mailed, and it holds a password or somebody's number."""

BUILDERS = ("build", "publish")
"""Commands that write the output folder."""


PLACES = {"build": "output", "publish": "output", "preview": "out"}
"""The option that names where a command writes a site."""


def words_for(arguments: Namespace, site: Site | None) -> report.Words:
    """The editor's language: as asked for, else as site.yaml has it."""
    return words_by(arguments, site.config if site else None)


def words_by(arguments: Namespace, config: Config | None) -> report.Words:
    """The same where only the settings were read."""
    return report.Words(arguments.lang or (config.editor_language if config else "bg"))


def in_colour() -> bool:
    """Whether standard output is a terminal that wants colours."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def problem_lines(arguments: Namespace, problems: tuple[Problem, ...], words: report.Words) -> Iterator[str]:
    """The problems one by one, as text or as annotations."""
    line = lines_of(content_of(arguments), problems)
    for problem in problems:
        if arguments.format == "github":
            yield report.as_github(problem, words)
        else:
            yield report.as_text(problem, words, line, in_colour=in_colour()) + "\n"


def line_of(content: Path, problem: Problem) -> str:
    """The source line of a problem; "" where it is nobody's business."""
    return "" if problem.code in SECRET else excerpt(content, problem.at)


def lines_of(content: Path, problems: Iterable[Problem]) -> report.Excerpt:
    """The source line of each problem; "" for all on a line with a secret, be it another problem's."""
    secret = {(problem.at.path, problem.at.line) for problem in problems if problem.code in SECRET}

    def line(problem: Problem) -> str:
        return "" if (problem.at.path, problem.at.line) in secret else line_of(content, problem)

    return line


def tell(arguments: Namespace, outcome: Outcome, seconds: float, *, failed: bool) -> None:
    """Prints the problems and, unless asked to be quiet, a line about the build and one about when the next is due."""
    say(told(arguments, outcome, failed=failed), seconds)


def told(arguments: Namespace, outcome: Outcome, *, failed: bool) -> Told:
    """What there is to tell of a build."""
    content = content_of(arguments)
    words = words_for(arguments, outcome.site)
    due = next_change(outcome.whole) if arguments.command in BUILDERS and outcome.whole else None
    if arguments.format == "json":
        listed = {**facts(outcome), "switched_off": [asdict(check) for check in outcome.switched_off]}
        if arguments.command == "build":
            listed["next"] = due.isoformat(timespec="minutes") if due else None
        line = lines_of(content, outcome.problems)
        problems = [report.as_json(outcome.problems, words, line, **listed, seconds=TOOK)]
    else:
        problems = list(problem_lines(arguments, outcome.problems, words))
    if arguments.quiet:
        return written(problems), ""
    place = getattr(arguments, PLACES.get(arguments.command, ""), None)
    written_to = None if failed else place
    about = report.summary(words, facts(outcome), TOOK, written_to=written_to)
    lines = [*(switched_off(words, check) for check in outcome.switched_off), about]
    if due and written_to:
        lines.append(phrases.next_change(due, words))
    return (written([*problems, *lines]), "") if arguments.format == "text" else (written(problems), written(lines))


def written(lines: Iterable[str]) -> str:
    """Lines as text."""
    return "".join(f"{line}\n" for line in lines)


def switched_off(words: report.Words, check: SwitchedOff) -> str:
    """One line: which check is off, why, and how much it would have told."""
    return words(
        "{code} is switched off: {reason} (problems left out: {count})",
        code=check.code,
        reason=check.reason,
        count=check.count,
    )


def facts(outcome: Outcome) -> dict[str, int]:
    """Pages, languages and problems of a build."""
    pages = sum(artifact.path.endswith(".html") for artifact in outcome.artifacts)
    languages = len(outcome.site.config.languages) if outcome.site else 0
    return {"pages": pages, "languages": languages} | report.counted(outcome.problems)


def has_failed(arguments: Namespace, problems: tuple[Problem, ...]) -> bool:
    """Whether problems make the exit status 1; with `--strict` warnings do."""
    gravest = (Severity.ERROR, Severity.WARNING) if arguments.strict else (Severity.ERROR,)
    return any(problem.severity in gravest for problem in problems)
