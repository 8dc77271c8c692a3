"""The command line: arguments in, exit status out."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from sitegen import __version__
from sitegen.commands import COMMANDS, ERRORS, INTERRUPTED


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command; without one, `build`. Returns the exit status of `commands.md`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    given = with_command(list(sys.argv[1:] if argv is None else argv))
    arguments = parser(given[0]).parse_args(given)
    try:
        status: int = importlib.import_module(f"sitegen.commands.{arguments.command}").run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ERRORS
    return status


def with_command(argv: list[str]) -> list[str]:
    """The arguments with `build` in front where no command is given."""
    if argv and (argv[0] in COMMANDS or argv[0] in ("-h", "--help", "--version") or not argv[0].startswith("-")):
        return argv
    return ["build", *argv]


def parser(command: str = "") -> argparse.ArgumentParser:
    """All commands, and the options of one of them."""
    top = argparse.ArgumentParser(prog="sitegen", description="Multilingual static sites for publicly funded projects.")
    top.add_argument("--version", action="version", version=f"sitegen {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, about in COMMANDS.items():
        one = commands.add_parser(name, help=about, description=about)
        if name == command:
            importlib.import_module(f"sitegen.commands.{name}").add_options(one)
    return top
