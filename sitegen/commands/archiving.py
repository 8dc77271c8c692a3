"""Archiving: what `build --archive DIR` does, a copy of the whole site that outlives the program."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from sitegen import report
from sitegen.builder.archive import SUMS, write_archive
from sitegen.builder.flow import Outcome, build
from sitegen.builder.stage import staging
from sitegen.builder.steps import WRITING
from sitegen.builder.write import recover
from sitegen.commands import DONE, ERRORS
from sitegen.commands.options import content_of, order_of
from sitegen.commands.telling import has_failed, tell, words_for
from sitegen.commands.watching import Progress
from sitegen.problems import Location, Mistake, Problem, message


def archive_site(arguments: Namespace, started: float) -> int:
    """Builds with links from file to file, and writes the archive if there is no error; the exit status."""
    progress = Progress(report.Words(arguments.lang or "bg"), is_shown=sys.stderr.isatty() and not arguments.quiet)
    order = replace(order_of(arguments), watcher=progress, relative_links=True)
    recover(arguments.archive)
    with staging() as stage:
        order = replace(order, stage=stage)
        outcome = build(order)
        failed = has_failed(arguments, outcome.problems)
        order.watcher.begin(WRITING)
        if not failed:
            refused = beside_content(arguments) or write_archive(outcome, arguments.archive.resolve(), stage)
            outcome, failed = replace(outcome, problems=(*outcome.problems, *refused)), bool(refused)
    progress.end()
    arguments.output = arguments.archive
    tell(arguments, outcome, perf_counter() - started, failed=failed)
    if not failed and not arguments.quiet and arguments.format == "text":
        print(proved(arguments, outcome))
    return ERRORS if failed else DONE


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
