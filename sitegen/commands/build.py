"""`build`: reads, checks and renders the site, then exchanges the output folder; where nothing changed, it says so."""

from __future__ import annotations

import os
import shutil
import sys
from argparse import ArgumentParser, Namespace
from importlib import import_module
from pathlib import Path
from time import perf_counter

from sitegen.builder import last
from sitegen.builder.fingerprint import program
from sitegen.builder.memo import file_of
from sitegen.commands import DONE
from sitegen.commands.options import add_common, add_format, cache_of, order_of
from sitegen.commands.saying import say


def add_options(command: ArgumentParser) -> None:
    """The common options."""
    add_common(command)
    add_format(command, "text", "json", "github")
    command.add_argument(
        "--record-addresses",
        action="store_true",
        help="note in addresses.lock what is published, to answer for ever",
    )
    command.add_argument("--profile", action="store_true", help="print where the time went")


def run(arguments: Namespace) -> int:
    """Builds, reports and, without an error, exchanges the output folder."""
    started = perf_counter()
    if arguments.clean:
        shutil.rmtree(cache_of(arguments), ignore_errors=True)
    memo, ground = memo_file(arguments), program()
    earlier, seen = last.of(memo, ground), last.clock()
    is_plain = not (arguments.profile or arguments.record_addresses)
    if earlier and is_plain and earlier.stands(asked(arguments), order_of(arguments).now):
        if earlier.young:
            last.note(earlier.settled(seen), memo, ground)
        os.utime(arguments.output / ".sitegen")
        say(earlier.told, perf_counter() - started)
        return DONE
    building = import_module("sitegen.commands.building")  # the whole house, for which there was no need so far
    status: int = building.build_anew(arguments, memo, ground, started)
    return status


def asked(arguments: Namespace) -> object:
    """The options that decide what a build finds, writes and tells."""
    names = ("theme", "base_url", "drafts", "strict", "lang", "quiet", "format", "output")
    return [str(getattr(arguments, name)) for name in names], sys.stdout.isatty(), os.environ.get("NO_COLOR")


def memo_file(arguments: Namespace) -> Path:
    """Where the memo of such builds lies."""
    folders = (folder and str(folder.resolve()) for folder in (arguments.content, arguments.output, arguments.theme))
    return file_of(cache_of(arguments), *folders, arguments.base_url, arguments.drafts)
