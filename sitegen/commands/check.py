"""`check`: finds everything that `build` would find, and writes nothing."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from time import perf_counter

from sitegen import report
from sitegen.builder.flow import build
from sitegen.builder.stage import staging
from sitegen.commands import BAD_COMMAND, DONE, ERRORS
from sitegen.commands.options import add_common, add_format, content_of, order_of
from sitegen.commands.telling import has_failed, tell, words_by
from sitegen.explanations.showing import explained
from sitegen.problems import Mistake
from sitegen.read.config import read_config


def add_options(command: ArgumentParser) -> None:
    """The common options, and `--explain`."""
    add_common(command)
    add_format(command, "text", "json", "github")
    command.add_argument(
        "--explain", metavar="CODE", help="what a code or a kind of page means: TXT-01, project; checks nothing"
    )


def run(arguments: Namespace) -> int:
    """Builds in memory and reports."""
    if arguments.explain:
        return explain(arguments)
    started = perf_counter()
    with staging() as stage:
        outcome = build(replace(order_of(arguments), stage=stage))
    failed = has_failed(arguments, outcome.problems)
    tell(arguments, outcome, perf_counter() - started, failed=failed)
    return ERRORS if failed else DONE


def explain(arguments: Namespace) -> int:
    """Prints what is known about a code or a kind; an unknown one is a wrong command."""
    config, _ = read_config(content_of(arguments))
    words = words_by(arguments, config)
    try:
        print(explained(arguments.explain, words))
    except Mistake as mistake:
        print(report.as_sentence(mistake, words), file=sys.stderr)
        return BAD_COMMAND
    return DONE
