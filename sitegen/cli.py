"""The command line: arguments in, exit code out; the only clock, environment and exit."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from time import perf_counter

from sitegen import __version__
from sitegen.builder.flow import Order, Outcome
from sitegen.model.values import site_address
from sitegen.problems import Location, Mistake, Problem, Severity, message

DONE, ERRORS, BAD_COMMAND, INTERRUPTED = 0, 1, 2, 130
ZONE = "Europe/Sofia"
COMMANDS = {
    "build": "read, check and render the site, then exchange the output folder",
    "check": "check everything, write nothing",
}
NOON = time(12)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command; without one, `build`. Returns the exit status of `commands.md`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = parser().parse_args(with_command(list(sys.argv[1:] if argv is None else argv)))
    try:
        return run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ERRORS


def with_command(argv: list[str]) -> list[str]:
    """The arguments with `build` in front where no command is given."""
    if argv and (argv[0] in COMMANDS or argv[0] in ("-h", "--help", "--version") or not argv[0].startswith("-")):
        return argv
    return ["build", *argv]


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(prog="sitegen", description="Multilingual static sites for publicly funded projects.")
    top.add_argument("--version", action="version", version=f"sitegen {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, about in COMMANDS.items():
        add_options(commands.add_parser(name, help=about, description=about))
    return top


def add_options(command: argparse.ArgumentParser) -> None:
    """The options common to all commands that read content."""
    command.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="the content folder")
    command.add_argument("--output", type=Path, default=Path("output"), metavar="DIR", help="the folder of the site")
    command.add_argument("--theme", type=Path, metavar="DIR", help="a theme instead of the one in site.yaml")
    command.add_argument("--base-url", type=base_url, metavar="URL", help="overrides url of site.yaml")
    command.add_argument("--today", type=day, metavar="YYYY-MM-DD", help="sets the clock to noon of a day")
    command.add_argument(
        "--now", type=datetime.fromisoformat, metavar="YYYY-MM-DDTHH:MM", help=f"sets the clock ({ZONE})"
    )
    command.add_argument("--jobs", type=positive, default=os.cpu_count() or 1, metavar="N", help="processes to use")
    command.add_argument("--drafts", action="store_true", help="include drafts and embargoed pages")
    command.add_argument("--strict", action="store_true", help="warnings count as errors")
    command.add_argument(
        "--format", choices=("text", "json", "github"), default="text", help="how problems are printed"
    )
    command.add_argument("--lang", choices=("bg", "en"), help="language of messages")
    command.add_argument("--clean", action="store_true", help="forget what earlier builds remembered")
    command.add_argument("--quiet", action="store_true", help="print problems only")


def positive(text: str) -> int:
    """A number from 1 on; raises ValueError."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def day(text: str) -> date:
    """A day as YYYY-MM-DD; raises ValueError."""
    return date.fromisoformat(text)


def base_url(text: str) -> str:
    """The address of a site; raises ValueError."""
    try:
        return site_address(text)
    except Mistake as mistake:
        raise ValueError(text) from mistake


def clock(arguments: argparse.Namespace) -> datetime:
    """Local time in Sofia without zone: what was asked for, else now."""
    from zoneinfo import ZoneInfo

    if arguments.now:
        now: datetime = arguments.now
        return now.astimezone(ZoneInfo(ZONE)).replace(tzinfo=None) if now.tzinfo else now
    if arguments.today:
        return datetime.combine(arguments.today, NOON)
    return datetime.now(ZoneInfo(ZONE)).replace(tzinfo=None)


def run(arguments: argparse.Namespace) -> int:
    """Builds, reports, and for `build` exchanges the output folder."""
    from sitegen.builder.flow import build
    from sitegen.builder.write import recover

    started = perf_counter()
    if arguments.clean:
        shutil.rmtree(cache_of(arguments), ignore_errors=True)
    if arguments.command == "build":
        recover(arguments.output)
    outcome = build(order_of(arguments))
    failed = outcome.has_errors or (arguments.strict and any(p.severity is not Severity.INFO for p in outcome.problems))
    if arguments.command == "build" and not failed:
        refused = publish(outcome, arguments)
        outcome, failed = replace(outcome, problems=(*outcome.problems, *refused)), bool(refused)
    tell(arguments, outcome, perf_counter() - started, failed=failed)
    return ERRORS if failed else DONE


def order_of(arguments: argparse.Namespace) -> Order:
    """What the arguments ask of a build."""
    from sitegen.builder.flow import Order

    return Order(
        content=content_of(arguments),
        theme=arguments.theme.resolve() if arguments.theme else None,
        cache=cache_of(arguments) if arguments.command == "build" else None,
        base_url=arguments.base_url or "",
        now=clock(arguments),
        jobs=arguments.jobs,
        drafts=arguments.drafts,
    )


def content_of(arguments: argparse.Namespace) -> Path:
    """The content folder under the name that the editor knows, be it a link."""
    content: Path = arguments.content
    return content.resolve() if ".." in content.parts else content.absolute()


def cache_of(arguments: argparse.Namespace) -> Path:
    """The folder of what may be forgotten at any time."""
    return content_of(arguments).parent / ".cache" / "sitegen"


def publish(outcome: Outcome, arguments: argparse.Namespace) -> tuple[Problem, ...]:
    """Exchanges the output folder for the new site, or says why not."""
    from sitegen.builder.write import write_site

    content, output = arguments.content.resolve(), arguments.output.resolve()
    if content.is_relative_to(output) or output.is_relative_to(content):
        mistake = Mistake(
            "ADR-13",
            message("the output folder and the content folder lie in each other"),
            message("Choose another folder with --output."),
        )
        return (mistake.at(Location(str(arguments.output))),)
    return write_site(outcome.artifacts, arguments.output)


def tell(arguments: argparse.Namespace, outcome: Outcome, seconds: float, *, failed: bool) -> None:
    """Prints the problems and, unless asked to be quiet, one line about the build."""
    from sitegen import report
    from sitegen.read.excerpt import excerpt

    content = content_of(arguments)
    words = report.Words(arguments.lang or (outcome.site.config.editor_language if outcome.site else "bg"))

    def line_of(problem: Problem) -> str:
        return excerpt(content, problem.at)

    if arguments.format == "json":
        print(report.as_json(outcome.problems, words, line_of, **facts(outcome), seconds=round(seconds, 3)))
    elif arguments.format == "github":
        for problem in outcome.problems:
            print(report.as_github(problem, words))
    else:
        in_colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        for problem in outcome.problems:
            print(report.as_text(problem, words, line_of, in_colour=in_colour) + "\n")
    if not arguments.quiet:
        written_to = arguments.output if arguments.command == "build" and not failed else None
        line = report.summary(words, facts(outcome), seconds, written_to=written_to)
        print(line, file=sys.stderr if arguments.format != "text" else sys.stdout)


def facts(outcome: Outcome) -> dict[str, int]:
    """Pages, languages and problems of a build."""
    from sitegen.report import counted

    pages = sum(artifact.path.endswith(".html") for artifact in outcome.artifacts)
    languages = len(outcome.site.config.languages) if outcome.site else 0
    return {"pages": pages, "languages": languages} | counted(outcome.problems)
