"""Copying: what `build --archive` and `preview` share, a build with links from file to file that goes elsewhere."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

from sitegen.builder.flow import Outcome, build
from sitegen.builder.order import Order
from sitegen.builder.stage import staging
from sitegen.builder.steps import WRITING
from sitegen.commands.telling import has_failed, tell
from sitegen.commands.watching import watched
from sitegen.problems import Problem

Write = Callable[[Outcome, Order], tuple[Problem, ...]]
"""Writes the copy of a build that was made as ordered, or says why not."""


def copied(arguments: Namespace, order: Order, started: float, write: Write) -> Outcome | None:
    """Builds with relative links, writes the copy if there is no error, and tells; None where nothing was written."""
    with watched(arguments) as progress, staging() as stage:
        order = replace(order, watcher=progress, relative_links=True, stage=stage)
        outcome = build(order)
        failed = has_failed(arguments, outcome.problems)
        progress.begin(WRITING)
        if not failed:
            refused = write(outcome, order)
            outcome, failed = replace(outcome, problems=(*outcome.problems, *refused)), bool(refused)
    tell(arguments, outcome, perf_counter() - started, failed=failed)
    return None if failed else outcome


def may_say_more(arguments: Namespace) -> bool:
    """Whether a person reads what is printed."""
    return not arguments.quiet and arguments.format == "text"
