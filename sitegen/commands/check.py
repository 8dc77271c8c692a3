"""`check`: finds everything that `build` would find, and writes nothing."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from sitegen import report
from sitegen.builder.flow import build
from sitegen.builder.stage import staging
from sitegen.commands import BAD_COMMAND, DONE, ERRORS
from sitegen.commands.options import add_common, add_format, content_of, order_of
from sitegen.commands.telling import has_failed, tell, words_by, words_for
from sitegen.explanations import law
from sitegen.explanations.showing import explained
from sitegen.model.config import Config
from sitegen.problems import Mistake
from sitegen.read.config import read_config
from sitegen.read.law import shipped_law


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
    started = perf_counter()
    with staging() as stage:
        outcome = build(replace(order_of(arguments), stage=stage))
        failed = has_failed(arguments, outcome.problems)
        tell(arguments, outcome, perf_counter() - started, failed=failed)
        if arguments.browser and not outcome.has_errors:
            from sitegen.commands.evaluating import evaluate

            return evaluate(arguments, outcome, words_for(arguments, outcome.site)) or (ERRORS if failed else DONE)
    return ERRORS if failed else DONE


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
        print(report.as_sentence(mistake, words), file=sys.stderr)
        return BAD_COMMAND
    return DONE
