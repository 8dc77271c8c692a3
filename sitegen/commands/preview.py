"""`preview`: the site with its drafts in one ZIP file, to be looked at before publication; each page says so."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from sitegen.builder.drafting import Drafting
from sitegen.builder.flow import Outcome, lay_ground
from sitegen.builder.order import Order
from sitegen.builder.previewing import write_preview
from sitegen.commands import DONE, ERRORS
from sitegen.commands.copying import copied, may_say_more
from sitegen.commands.options import add_common, add_format, content_of, order_of
from sitegen.commands.telling import words_for
from sitegen.problems import Location, Mistake, Problem, message
from sitegen.render.workshop import Workshop

KILOBYTE = 1000


def add_options(command: ArgumentParser) -> None:
    """The common options, and where to write."""
    add_common(command)
    add_format(command, "text", "json", "github")
    command.add_argument("--out", type=Path, required=True, metavar="FILE.zip", help="the file to write")


def run(arguments: Namespace) -> int:
    """Builds drafts and all with links from file to file, marks each page, and writes the file."""

    def write(outcome: Outcome, order: Order) -> tuple[Problem, ...]:
        return misplaced(arguments) or written(outcome, order, arguments.out)

    outcome = copied(arguments, replace(order_of(arguments), drafts=True), perf_counter(), write)
    if outcome and may_say_more(arguments):
        words = words_for(arguments, outcome.site)
        size = -(-arguments.out.stat().st_size // KILOBYTE)
        print(words("{size} kB. Whoever gets it unpacks it first, then opens index.html.", size=size))
    return DONE if outcome else ERRORS


def misplaced(arguments: Namespace) -> tuple[Problem, ...]:
    """The problem of a file in the content folder, where it would be content, or in the output folder."""
    place: Path = arguments.out.resolve()
    for folder in (content_of(arguments).resolve(), arguments.output.resolve()):
        if place.is_relative_to(folder):
            mistake = Mistake(
                "ADR-13",
                message("'{file}' would lie in the folder '{folder}'", file=place.name, folder=folder.name),
                message("Choose a place outside it with --out."),
            )
            return (mistake.at(Location(str(arguments.out))),)
    return ()


def written(outcome: Outcome, order: Order, file: Path) -> tuple[Problem, ...]:
    """Writes the file, or says why not."""
    theme = lay_ground(order).theme
    assert outcome.site
    assert theme
    drafting = Drafting(Workshop(theme), outcome.site.config.default_language, order.now)
    return write_preview(outcome, drafting, file, order.stage)
