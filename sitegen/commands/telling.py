"""How a command tells what it found."""

from __future__ import annotations

import os
import sys
from argparse import Namespace

from sitegen import report
from sitegen.builder.flow import Outcome
from sitegen.commands.options import content_of
from sitegen.model.site import Site
from sitegen.problems import Problem, Severity
from sitegen.read.excerpt import excerpt


def words_for(arguments: Namespace, site: Site | None) -> report.Words:
    """The editor's language: as asked for, else as site.yaml has it."""
    return report.Words(arguments.lang or (site.config.editor_language if site else "bg"))


def in_colour() -> bool:
    """Whether standard output is a terminal that wants colours."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def print_problems(arguments: Namespace, problems: tuple[Problem, ...], words: report.Words) -> None:
    """Prints problems one by one, as text or as annotations."""
    content = content_of(arguments)
    for problem in problems:
        if arguments.format == "github":
            print(report.as_github(problem, words))
        else:
            print(report.as_text(problem, words, lambda p: excerpt(content, p.at), in_colour=in_colour()) + "\n")


def tell(arguments: Namespace, outcome: Outcome, seconds: float, *, failed: bool) -> None:
    """Prints the problems and, unless asked to be quiet, one line about the build."""
    content = content_of(arguments)
    words = words_for(arguments, outcome.site)
    if arguments.format == "json":
        listed = facts(outcome)
        found = report.as_json(
            outcome.problems, words, lambda p: excerpt(content, p.at), **listed, seconds=round(seconds, 3)
        )
        print(found)
    else:
        print_problems(arguments, outcome.problems, words)
    if not arguments.quiet:
        written_to = arguments.output if arguments.command == "build" and not failed else None
        line = report.summary(words, facts(outcome), seconds, written_to=written_to)
        print(line, file=sys.stderr if arguments.format != "text" else sys.stdout)


def facts(outcome: Outcome) -> dict[str, int]:
    """Pages, languages and problems of a build."""
    pages = sum(artifact.path.endswith(".html") for artifact in outcome.artifacts)
    languages = len(outcome.site.config.languages) if outcome.site else 0
    return {"pages": pages, "languages": languages} | report.counted(outcome.problems)


def has_failed(arguments: Namespace, problems: tuple[Problem, ...]) -> bool:
    """Whether problems make the exit status 1; with `--strict` warnings do."""
    gravest = (Severity.ERROR, Severity.WARNING) if arguments.strict else (Severity.ERROR,)
    return any(problem.severity in gravest for problem in problems)
