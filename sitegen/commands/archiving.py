"""Archiving: what `build --archive DIR` does, a copy of the whole site that outlives the program."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sitegen.builder.archive import SUMS, write_archive
from sitegen.builder.flow import Outcome
from sitegen.builder.order import Order
from sitegen.builder.write import recover
from sitegen.commands import DONE, ERRORS
from sitegen.commands.copying import copied, may_say_more
from sitegen.commands.options import content_of, order_of
from sitegen.commands.telling import words_for
from sitegen.problems import Location, Mistake, Problem, message


def archive_site(arguments: Namespace, started: float) -> int:
    """Builds with links from file to file, and writes the archive if there is no error; the exit status."""
    recover(arguments.archive)

    def write(outcome: Outcome, order: Order) -> tuple[Problem, ...]:
        return beside_content(arguments) or write_archive(outcome, arguments.archive.resolve(), order.stage)

    told_of = Namespace(**{**vars(arguments), "output": arguments.archive})
    outcome = copied(told_of, order_of(arguments), started, write)
    if outcome and may_say_more(arguments):
        print(proved(arguments, outcome))
    return DONE if outcome else ERRORS


def beside_content(arguments: Namespace) -> tuple[Problem, ...]:
    """The problem of an archive in the content folder or around it, or in the output folder."""
    archive: Path = arguments.archive.resolve()
    for other in (content_of(arguments).resolve(), arguments.output.resolve()):
        if archive.is_relative_to(other) or other.is_relative_to(archive):
            mistake = Mistake(
                "ADR-13",
                message("'{folder}' and '{other}' lie in each other", folder=archive.name, other=other.name),
                message("Choose a folder of its own for the archive."),
            )
            return (mistake.at(Location(str(arguments.archive))),)
    return ()


def proved(arguments: Namespace, outcome: Outcome) -> str:
    """That the archive was read again, and how anybody can prove it later."""
    words = words_for(arguments, outcome.site)
    return words("Every file was read again and is as it was written. Later: sha256sum -c {file}", file=SUMS)
