"""`build`: reads, checks and renders the site, then exchanges the output folder."""

from __future__ import annotations

import shutil
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from sitegen.builder.fingerprint import program
from sitegen.builder.flow import Outcome, build
from sitegen.builder.memo import file_of, load, save
from sitegen.builder.standing_output import StandingOutput
from sitegen.builder.write import recover, write_site
from sitegen.commands import DONE, ERRORS
from sitegen.commands.options import add_common, add_format, cache_of, content_of, order_of
from sitegen.commands.telling import has_failed, tell
from sitegen.editing.recording import record
from sitegen.model.gate import public
from sitegen.problems import Location, Mistake, Problem, message
from sitegen.read.addresses import ADDRESSES


def add_options(command: ArgumentParser) -> None:
    """The common options."""
    add_common(command)
    add_format(command, "text", "json", "github")
    command.add_argument(
        "--record-addresses",
        action="store_true",
        help="note in addresses.lock what is published, to answer for ever",
    )


def run(arguments: Namespace) -> int:
    """Builds, reports and, without an error, exchanges the output folder."""
    started = perf_counter()
    if arguments.clean:
        shutil.rmtree(cache_of(arguments), ignore_errors=True)
    recover(arguments.output)
    order = order_of(arguments)
    file = memo_file(arguments)
    memo = load(file, program())
    standing = StandingOutput(memo, arguments.output.resolve())
    outcome = build(order, memo, standing)
    failed = has_failed(arguments, outcome.problems)
    if not failed:
        refused = publish(outcome, arguments) or recorded(outcome, arguments)
        outcome, failed = replace(outcome, problems=(*outcome.problems, *refused)), bool(refused)
    if failed:
        standing.leave()
    else:
        standing.settle(outcome.made)
    save(memo, file, program())
    tell(arguments, outcome, perf_counter() - started, failed=failed)
    return ERRORS if failed else DONE


def memo_file(arguments: Namespace) -> Path:
    """Where the memo of such builds lies."""
    content, output, theme = (
        path and path.resolve() for path in (arguments.content, arguments.output, arguments.theme)
    )
    return file_of(cache_of(arguments), content, output, theme, arguments.base_url, arguments.drafts)


def recorded(outcome: Outcome, arguments: Namespace) -> tuple[Problem, ...]:
    """Notes the public addresses of a site that was written, where that is asked for, or says why not."""
    if not arguments.record_addresses or outcome.whole is None:
        return ()
    try:
        record(content_of(arguments), public(outcome.whole))
    except Mistake as mistake:
        return (mistake.at(Location(f"{content_of(arguments).name}/{ADDRESSES}")),)
    return ()


def publish(outcome: Outcome, arguments: Namespace) -> tuple[Problem, ...]:
    """Exchanges the output folder for the new site, or says why not."""
    content, output = arguments.content.resolve(), arguments.output.resolve()
    if content.is_relative_to(output) or output.is_relative_to(content):
        mistake = Mistake(
            "ADR-13",
            message("the output folder and the content folder lie in each other"),
            message("Choose another folder with --output."),
        )
        return (mistake.at(Location(str(arguments.output))),)
    return write_site(outcome.artifacts, arguments.output)
