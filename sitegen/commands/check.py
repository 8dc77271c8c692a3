"""`check`: finds everything that `build` would find, and writes nothing."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from sitegen import report
from sitegen.builder.flow import Outcome, build
from sitegen.builder.stage import staging
from sitegen.commands import BAD_COMMAND, DONE, ERRORS
from sitegen.commands.options import add_common, add_format, content_of, order_of
from sitegen.commands.telling import has_failed, tell, words_by, words_for
from sitegen.commands.watching import watched
from sitegen.explanations import law
from sitegen.explanations.showing import explained
from sitegen.model.config import Config
from sitegen.problems import Mistake, message
from sitegen.read.config import read_config
from sitegen.read.law import shipped_law

UNTRIED = message("--record keeps what a browser finds, and no browser is asked.")
ADVICE = message("Write --browser --record.")


def add_options(command: ArgumentParser) -> None:
    """The common options, and `--explain`."""
    add_common(command)
    add_format(command, "text", "json", "github")
    command.add_argument(
        "--explain",
        metavar="CODE",
        help="what a code or a kind of page means: TXT-01, project; or the law: law, law:2021-2027",
    )
    command.add_argument("--browser", action="store_true", help="try the pages in Chromium with axe-core too")
    command.add_argument(
        "--record", action="store_true", help="with --browser: write content/accessibility-evaluation.yaml"
    )
    command.add_argument("--external", action="store_true", help="ask the links that lead to other sites too")
    command.add_argument(
        "--report", nargs="+", metavar=("KIND", "PROJECT"), help="write evidence: visibility or publicity [PROJECT]"
    )
    command.add_argument("--out", type=Path, metavar="DIR", help="where --report writes")
    command.add_argument("--measure", action="store_true", help="with --report visibility: measure in Chromium too")


def run(arguments: Namespace) -> int:
    """Builds in memory and reports."""
    if arguments.report:
        from sitegen.commands import reporting

        return reporting.run(arguments)
    if arguments.explain:
        return explain(arguments)
    if arguments.record and not arguments.browser:
        return refuse(Mistake("SYN-07", UNTRIED, ADVICE), words_for(arguments, None))
    started = perf_counter()
    with staging() as stage:
        with watched(arguments) as progress:
            built = build(replace(order_of(arguments), stage=stage, watcher=progress))
        outcome, lack = tried(arguments, asked_outside(arguments, built))
        failed = has_failed(arguments, outcome.problems)
        tell(arguments, outcome, perf_counter() - started, failed=failed)
        if lack:
            return refuse(lack, words_for(arguments, outcome.site))
    return ERRORS if failed else DONE


def asked_outside(arguments: Namespace, outcome: Outcome) -> Outcome:
    """With what other sites answer, where it is asked for."""
    if not arguments.external:
        return outcome
    from sitegen.commands.outside_links import ask_outside

    return replace(outcome, problems=(*outcome.problems, *ask_outside(arguments, outcome)))


def tried(arguments: Namespace, outcome: Outcome) -> tuple[Outcome, Mistake | None]:
    """With what a browser finds, where it is asked for and the site stands; and why it could not be tried."""
    if not arguments.browser or outcome.has_errors:
        return outcome, None
    from sitegen.commands.evaluating import evaluate

    try:
        found = evaluate(arguments, outcome, words_for(arguments, outcome.site))
    except Mistake as mistake:
        return outcome, mistake
    return replace(outcome, problems=(*outcome.problems, *found)), None


def refuse(mistake: Mistake, words: report.Words) -> int:
    """Says why the command cannot be done."""
    print(report.as_sentence(mistake, words), file=sys.stderr)
    return BAD_COMMAND


def law_or_code(subject: str, config: Config | None, words: report.Words) -> str:
    """What is known; `law`, with an entry or a period behind a colon, shows what applies to this site."""
    name, _, wanted = subject.strip().partition(":")
    if name.lower() == "law":
        return law.as_text(config.law if config else shipped_law(), words, wanted)
    return explained(subject, words)


def explain(arguments: Namespace) -> int:
    """Prints what is known about a code or a kind; an unknown one is a wrong command."""
    config, _ = read_config(content_of(arguments))
    words = words_by(arguments, config)
    try:
        print(law_or_code(arguments.explain, config, words))
    except Mistake as mistake:
        return refuse(mistake, words)
    return DONE
