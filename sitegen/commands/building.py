"""Building anew: what `build` does when something changed."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

from sitegen.builder import last
from sitegen.builder.flow import Outcome, build, folders_read
from sitegen.builder.last import LastBuild
from sitegen.builder.memo import Memo, load, save
from sitegen.builder.order import Order
from sitegen.builder.packing import cannot_pack, packed
from sitegen.builder.stage import staging
from sitegen.builder.standing_output import StandingOutput
from sitegen.builder.steps import WRITING
from sitegen.builder.write import recover, write_site
from sitegen.commands import DONE, ERRORS
from sitegen.commands.build import asked
from sitegen.commands.options import content_of, order_of
from sitegen.commands.saying import Told, say
from sitegen.commands.telling import has_failed, told
from sitegen.commands.watching import Progress, watched
from sitegen.editing.recording import record
from sitegen.model.gate import public
from sitegen.problems import Location, Mistake, Problem, message
from sitegen.read.addresses import ADDRESSES
from sitegen.status.schedule import changes


def build_anew(arguments: Namespace, file: Path, ground: bytes, started: float) -> int:
    """Builds with the memo in `file`, and leaves it renewed; the exit status."""
    building = built_anew(arguments, file, ground)
    say(building.told, perf_counter() - started)
    if arguments.profile:
        print("\n".join(building.progress.profile()), file=sys.stderr)
    return ERRORS if building.failed else DONE


@dataclass(frozen=True)
class Building:
    """A build that was written, or was not."""

    outcome: Outcome
    failed: bool
    """Then the old site stands as before."""
    told: Told
    progress: Progress


def built_anew(arguments: Namespace, file: Path, ground: bytes) -> Building:
    """Builds with the memo in `file`, and leaves it renewed; what there is to tell is not printed yet."""
    begun, order = last.clock(), order_of(arguments)
    sources = last.sources_in(folders_read(order.content, order.theme))
    young = {path: last.content(path) for path in last.young(sources, begun)}
    recover(arguments.output)
    memo = load(file, ground)
    with watched(arguments) as progress:
        with staging(order.cache) as stage:
            outcome, failed = build_and_publish(replace(order, stage=stage, watcher=progress), memo, arguments)
        save(memo, file, ground)
    what = told(arguments, outcome, failed=failed)
    if not failed:
        assert outcome.whole
        noted = LastBuild(
            asked=asked(arguments),
            now=order.now,
            turns=tuple(moment for moment in changes(outcome.whole) if moment.date() == order.now.date()),
            sources=sources,
            young=young,
            output=last.output_in(arguments.output.resolve()),
            told=what,
        )
        last.note(noted, file, ground)
    return Building(outcome, failed, what, progress)


def build_and_publish(order: Order, memo: Memo, arguments: Namespace) -> tuple[Outcome, bool]:
    """What came of a build, and whether the old site stands as before."""
    standing = StandingOutput(memo, arguments.output.resolve())
    outcome = build(order, memo, standing)
    failed = has_failed(arguments, outcome.problems)
    order.watcher.begin(WRITING)
    if not failed:
        refused = publish(outcome, arguments) or recorded(outcome, arguments)
        outcome, failed = replace(outcome, problems=(*outcome.problems, *refused)), bool(refused)
    if failed:
        standing.leave()
    else:
        standing.settle(outcome.made)
    return outcome, failed


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
    config = outcome.site.config if outcome.site else None
    if config is None or not config.compress:
        return write_site(outcome.artifacts, arguments.output)
    small = () if (lacking := cannot_pack(config)) else packed(outcome.artifacts, config.compress, output)
    return lacking or write_site((*outcome.artifacts, *small), arguments.output)
