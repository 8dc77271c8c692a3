"""`rollback`: shows the publications that a target can have back, and puts one of them in its place."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from sitegen import report
from sitegen.commands import BAD_COMMAND, DONE, ERRORS, FAILED_TO_PUBLISH, INTERRUPTED
from sitegen.commands.asking import Terminal, terminal
from sitegen.commands.options import ZONE, base_url, content_of
from sitegen.commands.publish import tell, verify
from sitegen.commands.sending import (
    Declined,
    add_sending,
    carry_out,
    chosen_target,
    errand,
    place_of,
)
from sitegen.commands.telling import problem_lines, words_by
from sitegen.model.config import Config
from sitegen.model.targets import Target
from sitegen.problems import Mistake, message
from sitegen.publish import faults
from sitegen.publish.plan import make_plan
from sitegen.publish.target import Publication
from sitegen.publish.targets import kind_of
from sitegen.read.config import read_config
from sitegen.report import Words


def add_options(command: ArgumentParser) -> None:
    """The target, the publication, and a flag for every question."""
    add_sending(command)
    command.add_argument("--list", action="store_true", help="show the publications that can be put back")
    command.add_argument("--to", metavar="NUMBER", default="", help="the publication; its first characters will do")
    command.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="the content folder")
    command.add_argument("--base-url", type=base_url, metavar="URL", help="overrides url of site.yaml")
    command.add_argument("--lang", choices=("bg", "en"), help="language of messages")
    command.add_argument("--quiet", action="store_true", help="print problems only")
    command.set_defaults(format="text")


def run(arguments: Namespace) -> int:
    """Lists, asks, puts back; the site is not built."""
    config, problems = read_config(content_of(arguments))
    words = words_by(arguments, config)
    if config is None or any(problem.is_error for problem in problems):
        print("\n".join(problem_lines(arguments, problems, words)))
        return ERRORS
    try:
        target = chosen_target(config, arguments.target)
    except Mistake as mistake:
        print(report.as_sentence(mistake, words), file=sys.stderr)
        return BAD_COMMAND
    return put_back(arguments, target, config, words)


def put_back(arguments: Namespace, target: Target, config: Config, words: Words) -> int:
    """Puts the chosen publication back; the exit status."""
    try:
        with kind_of(target.type).open(target, bound := errand(arguments, target, words)) as session:
            if arguments.list:
                print("\n".join(lines(session.publications(), words)))
                return DONE
            if not arguments.dry_run:
                session.lock(break_it=arguments.break_lock)
            chosen = choice(session.publications(), arguments.to, target, terminal(words), words)
            plan = make_plan(chosen.tree, session.standing(), number=chosen.number, by=bound.holder.by)
            print(words("Back to {number} at {name}:", number=chosen.number, name=target.name))
            seconds = carry_out(partial(session.restore, plan, chosen), plan, target, arguments, words)
            if not arguments.dry_run:
                print(words("{number} stands again after {seconds} s.", number=chosen.number, seconds=seconds))
        if not arguments.dry_run:
            verify(arguments, plan, target, config, words)
    except Declined:
        print(words("Nothing was put back."), file=sys.stderr)
    except KeyboardInterrupt:
        print("\n" + words("Broken off. Publish again: what has arrived is not sent twice."), file=sys.stderr)
        return INTERRUPTED
    except Mistake as mistake:
        tell(mistake.at(place_of(target, config)), arguments, words)
        return FAILED_TO_PUBLISH
    return DONE


def choice(
    publications: Sequence[Publication], named: str, target: Target, asked: Terminal | None, words: Words
) -> Publication:
    """The publication that is named or asked for, else the one before that which stands; raises Mistake."""
    if named:
        fitting = [one for one in publications if one.number.startswith(named)]
        if len(fitting) != 1:
            raise faults.nothing_to_restore(target.name, named)
        return fitting[0]
    current = next((one.number for one in publications if one.is_current), "~")
    earlier = [one for one in publications if one.number < current]
    if not earlier:
        raise faults.nothing_to_restore(target.name, "")
    if not asked:
        return earlier[0]
    print("\n".join(lines(publications, words)))
    typed = asked.ask(message("Which of them (its number in the list)"), str(publications.index(earlier[0]) + 1))
    if not (typed.isdecimal() and 1 <= int(typed) <= len(publications)):
        raise faults.nothing_to_restore(target.name, typed)
    return publications[int(typed) - 1]


def lines(publications: Sequence[Publication], words: Words) -> list[str]:
    """The publications, one a line."""
    if not publications:
        return [words("There are no publications that could be put back.")]
    return [
        f"{at:>3}  {moment(one.number)}  {one.number}  "
        + words("pages: {pages}, by {by}", pages=len(one.manifest.titles), by=one.manifest.by)
        + (" · " + words("this one stands") if one.is_current else "")
        for at, one in enumerate(publications, 1)
    ]


def moment(number: str) -> str:
    """When a publication was made, by the clock in Sofia."""
    made = datetime.strptime(number.partition("-")[0], "%Y%m%dT%H%M%S%fZ").replace(tzinfo=UTC)
    return made.astimezone(ZoneInfo(ZONE)).strftime("%Y-%m-%d %H:%M")
