"""`check`: finds everything that `build` would find, and writes nothing."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from time import perf_counter

from sitegen.builder.flow import build
from sitegen.commands import DONE, ERRORS
from sitegen.commands.options import add_common, add_format, order_of
from sitegen.commands.telling import has_failed, tell


def add_options(command: ArgumentParser) -> None:
    """The common options."""
    add_common(command)
    add_format(command, "text", "json", "github")


def run(arguments: Namespace) -> int:
    """Builds in memory and reports."""
    started = perf_counter()
    outcome = build(order_of(arguments))
    failed = has_failed(arguments, outcome.problems)
    tell(arguments, outcome, perf_counter() - started, failed=failed)
    return ERRORS if failed else DONE
