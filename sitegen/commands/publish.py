"""`publish`: builds and checks, shows what changes at a target, sends it, looks whether it arrived."""

from __future__ import annotations

import shutil
import sys
from argparse import ArgumentParser, Namespace
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from sitegen import report
from sitegen.builder.fingerprint import program
from sitegen.builder.write import site_files
from sitegen.commands import BAD_COMMAND, DONE, ERRORS, FAILED_TO_PUBLISH, INTERRUPTED
from sitegen.commands.build import memo_file
from sitegen.commands.building import Building, built_anew
from sitegen.commands.options import add_common, add_format, cache_of, content_of
from sitegen.commands.saying import say
from sitegen.commands.sending import (
    Declined,
    add_sending,
    carry_out,
    chosen_target,
    errand,
    place_of,
)
from sitegen.commands.telling import in_colour, line_of, words_by
from sitegen.commands.watching import watched
from sitegen.editing.recording import record
from sitegen.model.config import Config
from sitegen.model.gate import public
from sitegen.model.site import Site
from sitegen.model.targets import Folder, Target
from sitegen.problems import Mistake, Problem, message
from sitegen.publish import faults
from sitegen.publish.plan import Plan, Tree, make_plan
from sitegen.publish.target import Errand, Session
from sitegen.publish.targets import kind_of
from sitegen.publish.tree import tree_of
from sitegen.publish.verify import asked_for, differing
from sitegen.read.config import read_config
from sitegen.report import Words

VERIFYING = message("asking the site for what was sent")

REQUIRED = "LNG-01"
"""The warning about a language that site.yaml requires: here it stops."""


def add_options(command: ArgumentParser) -> None:
    """The common options, and those of sending."""
    add_common(command)
    add_format(command, "text", "github")
    add_sending(command)
    command.set_defaults(record_addresses=False, profile=False)


def run(arguments: Namespace) -> int:
    """Builds; without an error and with all required languages, sends."""
    started = perf_counter()
    config, problems = read_config(content_of(arguments))
    words = words_by(arguments, config)
    is_sound = not any(problem.is_error for problem in problems)  # else the build tells what the matter is
    if refusal := wrong_command(arguments, config if is_sound else None):
        print(report.as_sentence(refusal, words), file=sys.stderr)
        return BAD_COMMAND
    if arguments.clean:
        shutil.rmtree(cache_of(arguments), ignore_errors=True)
    building = built_anew(arguments, memo_file(arguments), program())
    say(building.told, perf_counter() - started)
    if building.failed or config is None:
        print(words("Nothing was published."), file=sys.stderr)
        return ERRORS
    if lacking := sum(problem.code == REQUIRED for problem in building.outcome.problems):
        print(
            words("Nothing was published: required translations are missing ({count}).", count=lacking), file=sys.stderr
        )
        return ERRORS
    return sent(arguments, building, config, words)


def wrong_command(arguments: Namespace, config: Config | None) -> Mistake | None:
    """The complaint about a target that is not there, and about what may only be looked at."""
    if not arguments.dry_run and (arguments.drafts or arguments.now or arguments.today):
        return Mistake(
            "FLD-03",
            message("a site with drafts or of another day cannot be published"),
            message("Leave out --drafts, --now and --today, or add --dry-run."),
        )
    try:
        if config:
            assert_apart(chosen_target(config, arguments.target), arguments)
    except Mistake as mistake:
        return mistake
    return None


def assert_apart(target: Target, arguments: Namespace) -> None:
    """Raises Mistake where the target is the folder that is built or written in, or lies around or inside it."""
    if not isinstance(target, Folder):
        return
    content = content_of(arguments)
    place = (content.parent / Path(target.path).expanduser()).resolve()
    for folder in (content.resolve(), arguments.output.resolve()):
        if place.is_relative_to(folder) or folder.is_relative_to(place):
            raise Mistake(
                "FLD-03",
                message(
                    "the target '{target}' and the folder '{folder}' lie in each other",
                    target=target.name,
                    folder=folder,
                ),
                message("Choose another folder for the target: this one is where the site is written or built."),
            )


def sent(arguments: Namespace, building: Building, config: Config, words: Words) -> int:
    """Sends what was built; the exit status."""
    target = chosen_target(config, arguments.target)
    site = building.outcome.site
    assert site
    assert building.outcome.whole
    try:
        with kind_of(target.type).open(target, bound := errand(arguments, target, words)) as session:
            if not arguments.dry_run:
                session.lock(break_it=arguments.break_lock)
            plan = plan_for(tree(arguments, site), session, bound)
            transfer(arguments, plan, session, target, words)
        if not arguments.dry_run:
            verify(arguments, plan, target, config, words)
            note_addresses(arguments, building.outcome.whole, target)
    except Declined:
        print(words("Nothing was published."), file=sys.stderr)
        return DONE
    except KeyboardInterrupt:
        print("\n" + words("Broken off. Publish again: what has arrived is not sent twice."), file=sys.stderr)
        return INTERRUPTED
    except Mistake as mistake:
        tell(mistake.at(place_of(target, config)), arguments, words)
        return FAILED_TO_PUBLISH
    return DONE


def tree(arguments: Namespace, site: Site) -> Tree:
    """The site as it lies in the output folder, its pages with their titles."""
    titles = {path: str(page.title) for path, page in site.at_path.items()}
    return tree_of(arguments.output.resolve(), site_files(arguments.output), titles)


def plan_for(files: Tree, session: Session, bound: Errand) -> Plan:
    """What has to be done at the target."""
    return make_plan(files, session.standing(), number=number_of(files, bound.now), by=bound.holder.by)


def number_of(files: Tree, now: datetime) -> str:
    """The number of a publication: moment and digest."""
    digest = sha256("\n".join(f"{path} {source.seal.digest}" for path, source in files.items()).encode())
    return f"{now:%Y%m%dT%H%M%S%fZ}-{digest.hexdigest()[:6]}"


def transfer(arguments: Namespace, plan: Plan, session: Session, target: Target, words: Words) -> None:
    """Shows, asks, sends, tells; raises Mistake or Declined."""
    print(words("Target {name} ({type}):", name=target.name, type=target.type))
    before = plan.before
    if plan.is_empty and not before.announced and before.manifest.files == plan.manifest.files:
        print(words("It has this very site already."))
        return
    seconds = carry_out(partial(session.send, plan), plan, target, arguments, words)
    if not arguments.dry_run:
        print(words("Published as {number} in {seconds} s.", number=plan.manifest.number, seconds=seconds))


def verify(arguments: Namespace, plan: Plan, target: Target, config: Config, words: Words) -> None:
    """Asks the site for what changed, where that is wanted; raises Mistake."""
    if not arguments.verify:
        return
    base = (target.url or arguments.base_url or config.url).rstrip("/")
    count = sum(1 for _ in asked_for(plan))
    with watched(arguments) as progress:
        progress.begin(VERIFYING, count)
        wrong = differing(plan, base, arguments.verify, progress.advance)
    if wrong:
        raise faults.not_the_same(wrong[0].address, wrong[0].reason, len(wrong) - 1)
    if count:
        print(words("Asked the site for {count} files: all are as they were sent.", count=count))


def note_addresses(arguments: Namespace, whole: Site, target: Target) -> None:
    """Writes the ledger of addresses, which answer for ever from now on; raises Mistake."""
    if target.record_addresses:
        record(content_of(arguments), public(whole))


def tell(problem: Problem, arguments: Namespace, words: Words) -> None:
    """Prints why nothing, or not everything, was published."""
    if arguments.format == "github":
        print(report.as_github(problem, words))
        return
    excerpt = partial(line_of, content_of(arguments))
    print(report.as_text(problem, words, excerpt, in_colour=in_colour()))
