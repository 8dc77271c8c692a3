"""`fix`: shows the safe corrections that problems offer, and makes them."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence

from sitegen import report
from sitegen.builder.flow import build
from sitegen.commands import BAD_COMMAND, DONE, ERRORS
from sitegen.commands.asking import terminal
from sitegen.commands.options import add_common, content_of, order_of
from sitegen.commands.telling import in_colour, words_by
from sitegen.editing.corrections import CORRECTABLE, Change, changes, offered, write
from sitegen.editing.difference import Hunk, hunks, overlooked
from sitegen.explanations import EXPLANATIONS
from sitegen.problems import Problem, message
from sitegen.read.config import read_config
from sitegen.read.excerpt import excerpt

MOST_ROUNDS = 9
"""A correction may uncover another; so often the content is read again."""
COLOURS = {"-": "\033[31m", "+": "\033[32m", "@": "\033[36m"}
PLAIN = "\033[0m"


def add_options(command: ArgumentParser) -> None:
    """The common options, the code, and whether to write and to ask."""
    add_common(command)
    command.add_argument("code", nargs="?", default="", type=str.upper, metavar="CODE", help="this code's alone")
    command.add_argument("--dry-run", action="store_true", help="show the corrections, write nothing")
    command.add_argument("--yes", action="store_true", help="do not ask before writing")


def run(arguments: Namespace) -> int:
    """Corrects round by round, until nothing more is offered."""
    config, problems = read_config(content_of(arguments))
    words = words_by(arguments, config)
    if arguments.code and arguments.code not in CORRECTABLE:
        return refuse(arguments.code, words)
    if config is None and not any(problem.corrections for problem in problems):
        show_problems(arguments, problems, words)
        return ERRORS
    done: list[Change] = []
    refused: list[Problem] = []
    found: Sequence[Change] = ()
    for found in rounds(arguments):
        if not arguments.quiet:
            show(found, words)
        if arguments.dry_run or not is_wanted(arguments, found, words):
            break
        refused = [problem for change in found if (problem := write(content_of(arguments), change))]
        done += [change for change in found if change.path not in {problem.at.path for problem in refused}]
        if refused:
            break
    show_problems(arguments, refused, words)
    if not arguments.quiet:
        print(done_so_far(arguments, done, words) if done else nothing_done(arguments, found, words))
    return ERRORS if refused else DONE


def rounds(arguments: Namespace) -> Iterator[tuple[Change, ...]]:
    """The changes that are offered, read anew after each round."""
    order = order_of(arguments)
    for _ in range(MOST_ROUNDS):
        found = changes(order.content, offered(order, arguments.code))
        if not found:
            return
        yield found


def is_wanted(arguments: Namespace, found: Sequence[Change], words: report.Words) -> bool:
    """Whether the changes are to be written: somebody at a terminal is asked."""
    someone = None if arguments.yes else terminal(words)
    try:
        return someone is None or someone.agrees(message("{count} Make them? [Y/n]", count=counted(found, words)))
    except EOFError:
        return False


# ── what is told ────────────────────────────────────────────────────────────────────────────────────────────────────


def refuse(code: str, words: report.Words) -> int:
    """Says that a code has no corrections, or that there is none of the name."""
    is_known = any(explanation.code == code for explanation in EXPLANATIONS)
    complaint = message("there is no code '{code}'", code=code)
    if is_known:
        complaint = message("problems of the code {code} have to be corrected by hand", code=code)
    hint = message("Safe corrections are made for: {codes}.", codes=", ".join(CORRECTABLE))
    print(f"{words.shown(complaint)}\n    → {words.shown(hint)}", file=sys.stderr)
    return ERRORS if is_known else BAD_COMMAND


def show_problems(arguments: Namespace, problems: Iterable[Problem], words: report.Words) -> None:
    """Prints problems as `check` does."""
    content = content_of(arguments)
    for problem in problems:
        print(report.as_text(problem, words, lambda p: excerpt(content, p.at), in_colour=in_colour()) + "\n")


def show(found: Sequence[Change], words: report.Words) -> None:
    """Prints the changes as a unified diff."""
    for change in found:
        print(f"--- {change.path}\n+++ {change.path}")
        for hunk in hunks(change):
            print("\n".join((coloured(hunk.heading), *map(coloured, hunk.lines))))
            print("".join(f"    {remark}\n" for remark in remarks(hunk, words)), end="")
        print()


def coloured(line: str) -> str:
    """A line of a diff as terminals show it."""
    colour = COLOURS.get(line[:1], "") if in_colour() else ""
    return f"{colour}{line}{PLAIN}" if colour else line


def remarks(hunk: Hunk, words: report.Words) -> tuple[str, ...]:
    """What the eye does not find in the lines, each once a line."""
    found = (
        words(
            "line {line}: {before} → {after}",
            line=correction.at.line,
            before=words.shown(before),
            after=words.shown(after),
        )
        for correction in hunk.corrections
        for before, after in overlooked(correction)
    )
    return tuple(dict.fromkeys(found))


def counted(found: Sequence[Change], words: report.Words) -> str:
    """How much is changed in how many files."""
    files = len({change.path for change in found})
    return words("Corrections: {count}, files: {files}.", count=sum(len(c.corrections) for c in found), files=files)


def done_so_far(arguments: Namespace, done: Sequence[Change], words: report.Words) -> str:
    """What was written, what is left, and what to do next."""
    left = report.counted(build(order_of(arguments)).problems)
    numbers = {"errors": left["error"], "warnings": left["warning"], "infos": left["info"]}
    rest = words("errors: {errors}, warnings: {warnings}, advice: {infos}", **numbers)
    following = "python3 build.py check" if left["error"] or left["warning"] else "python3 build.py"
    return f"{counted(done, words)} " + words("Left: {rest}. Next: {command}", rest=rest, command=following)


def nothing_done(arguments: Namespace, found: Sequence[Change], words: report.Words) -> str:
    """Why nothing was written."""
    if not found:
        return words("There is nothing to correct.")
    command = " ".join(["python3 build.py fix", *([arguments.code] if arguments.code else [])])
    return words("Nothing was written. The corrections are made by: {command}", command=command)
