"""`init`: asks what a new site needs to know, or takes flags, and writes it with one example project."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sitegen import report
from sitegen.commands import BAD_COMMAND, DONE, ERRORS, INTERRUPTED
from sitegen.commands.asking import Terminal, terminal
from sitegen.commands.new import complain, no_answer, refuse
from sitegen.commands.options import clock, day
from sitegen.editing.founders import FOUNDERS_QUESTIONS, FoundersQuestion
from sitegen.editing.founding import LANGUAGES, Founding, assert_free, found
from sitegen.problems import Mistake, message
from sitegen.report import Words


def add_options(command: ArgumentParser) -> None:
    """The folder, and a flag for every question."""
    command.add_argument("folder", type=Path, metavar="DIR", help="a folder that is empty or does not exist yet")
    for question in FOUNDERS_QUESTIONS:
        command.add_argument(question.flag, dest=question.name, metavar=question.metavar, help=question.about)
    command.add_argument("--lang", choices=("bg", "en"), help="language of messages, now and later; default: bg")
    command.add_argument("--today", type=day, metavar="YYYY-MM-DD", help="sets the clock to noon of a day")
    command.add_argument("--now", type=datetime.fromisoformat, metavar="YYYY-MM-DDTHH:MM", help="sets the clock")
    command.add_argument("--quiet", action="store_true", help="print problems only")


def run(arguments: Namespace) -> int:
    """Asks, writes and tells; nothing is written before everything is right."""
    words = report.Words(arguments.lang or "bg")
    folder: Path = arguments.folder.resolve()
    try:
        assert_free(folder)
        answers, status = held(arguments, terminal(words), words)
        return status or make(Founding(answers, clock(arguments), folder), arguments, words)
    except Mistake as mistake:
        return refuse(words, [mistake])
    except (EOFError, KeyboardInterrupt):
        print("\n" + words("Nothing was written."), file=sys.stderr)
        return INTERRUPTED


def held(arguments: Namespace, asked: Terminal | None, words: Words) -> tuple[dict[str, str], int]:
    """All answers, and the exit status where flags are missing or wrong."""
    answers = {f"name_{code}": "" for code in LANGUAGES} | {"editor_language": arguments.lang or "bg"}
    status = DONE
    for question in FOUNDERS_QUESTIONS:
        given = getattr(arguments, question.name)
        is_due = question.is_due(answers) and bool(question.prompt.template)
        if given is None and is_due and asked:
            answers[question.name] = ask(asked, question, answers)
            continue
        try:
            answers[question.name] = question.read(question.default(answers) if given is None else given)
            if question.is_required and is_due and not answers[question.name]:
                raise missing(question)
        except Mistake as mistake:
            if asked:
                asked.explain([mistake])
                answers[question.name] = ask(asked, question, answers)
                continue
            complain(f"{question.flag}: ", mistake, words)
            answers[question.name], status = question.default(answers), BAD_COMMAND
    return answers, status


def ask(asked: Terminal, question: FoundersQuestion, answers: dict[str, str]) -> str:
    """The answer to one question, which is asked until it is right."""
    while True:
        typed = asked.ask(question.prompt, question.default(answers), question.options)
        try:
            if answer := question.read(typed):
                return answer
            if not question.is_required:
                return ""
            asked.explain([no_answer()])
        except Mistake as mistake:
            asked.explain([mistake])


def missing(question: FoundersQuestion) -> Mistake:
    """The complaint about a flag without which nothing can be written."""
    return Mistake(
        "FLD-02",
        message("this is missing, and without a terminal nobody can be asked"),
        message("Add {flag} and its value, or run the command in a terminal.", flag=question.flag),
    )


def make(founding: Founding, arguments: Namespace, words: Words) -> int:
    """Writes the site, and tells what was written and what comes next; raises Mistake."""
    written, problems = found(founding)
    if not written:
        refuse(words, [problem for problem in problems if problem.is_error])
        return ERRORS
    if not arguments.quiet:
        for line in story(written, arguments.folder, words):
            print(line)
    return DONE


def story(written: tuple[str, ...], folder: Path, words: Words) -> Iterator[str]:
    """What was written, and what comes next."""
    yield words("Written:")
    yield from (f"  {(folder / path).as_posix()}" for path in written)
    yield words("Next: cd {folder}, then: sitegen serve. All else stands in README.md.", folder=folder.as_posix())
