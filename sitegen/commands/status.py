"""`status`: how the translations stand, what publicity is done, what is due; writes nothing."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from datetime import datetime
from zoneinfo import ZoneInfo

from sitegen import report
from sitegen.builder.flow import Understood, understand
from sitegen.builder.write import MANIFEST
from sitegen.commands import BAD_COMMAND, DONE, ERRORS, NOTHING_DUE
from sitegen.commands.choosing import chosen_language, chosen_page
from sitegen.commands.handing import hand_over
from sitegen.commands.options import ZONE, add_common, add_format, content_of, order_of
from sitegen.commands.telling import in_colour, words_for
from sitegen.editing.acceptance import left_out, unsound
from sitegen.model.site import Site
from sitegen.problems import Mistake
from sitegen.report import Words, counted
from sitegen.status import data, diff, page, text
from sitegen.status.overview import lacks, overview
from sitegen.status.schedule import missed_change, next_change


def add_options(command: ArgumentParser) -> None:
    """What is asked, in which form, and the common options."""
    command.epilog = (
        "With --strict the exit status is 1 when a translation is out of date, edited and not accepted, or never "
        "accepted, and when one is missing that site.yaml requires."
    )
    command.add_argument(
        "--diff", nargs=2, metavar=("PAGE", "LANG"), help="what of the source changed since a translation was accepted"
    )
    command.add_argument(
        "--export",
        nargs=2,
        metavar=("LANG", "DIR"),
        help="write what is missing or out of date in a language into a file for a translator (XLIFF 2.1)",
    )
    command.add_argument(
        "--due",
        action="store_true",
        help="exit status 0 when a scheduled change has come since the site was built, 4 when not",
    )
    add_common(command)
    add_format(command, "text", "json", "html", "csv")


def run(arguments: Namespace) -> int:
    """Reads the content, renders nothing, and answers."""
    read = understand(order_of(arguments))
    words = words_for(arguments, read.site)
    if arguments.diff and (arguments.due or arguments.format == "csv"):
        print(words("--diff goes neither with --due nor with --format csv."), file=sys.stderr)
        return BAD_COMMAND
    tell_errors(read, words)
    if read.site is None:
        return ERRORS
    if arguments.due:
        return due(arguments, read.site, words)
    try:
        if arguments.export:
            return hand_over(arguments, read, read.site, words)
        return show_difference(arguments, read.site, words) if arguments.diff else show(arguments, read.site, words)
    except Mistake as mistake:
        print(report.as_sentence(mistake, words), file=sys.stderr)
        return ERRORS


def tell_errors(read: Understood, words: Words) -> None:
    """One line about pages that could not be read as they should."""
    errors = counted(read.problems)["error"]
    if errors:
        print(words("Errors in the content: {count}; 'check' shows them.", count=errors), file=sys.stderr)


def show(arguments: Namespace, site: Site, words: Words) -> int:
    """Prints the overview in the form that is asked for."""
    found = overview(site)
    match arguments.format:
        case "json":
            print(data.as_json(found, words))
        case "csv":
            print_exactly(data.as_csv(found))
        case "html":
            print(page.as_page(found, words), end="")
        case _:
            print(text.as_text(found, words))
    return ERRORS if arguments.strict and any(lacks(site, *pair) for pair in site.standings) else DONE


def print_exactly(table: str) -> None:
    """Prints a text whose line ends the system must leave as they are."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(newline="")
    print(table, end="")


def show_difference(arguments: Namespace, site: Site, words: Words) -> int:
    """Prints what changed since a translation was accepted; raises Mistake where there is no such page or language."""
    page_id = chosen_page(site, arguments.diff[0], content_of(arguments))
    language = chosen_language(site, arguments.diff[1])
    if page_id in site.lost:
        raise unsound(page_id)
    if (page_id, language) not in site.standings:
        raise left_out(page_id, language)
    found = diff.difference(site, page_id, language)
    match arguments.format:
        case "json":
            print(diff.as_json(found))
        case "html":
            print(diff.as_page(found, site.nearest(page_id, language).original, words), end="")  # type: ignore[union-attr]
        case _:
            print(diff.as_text(found, words, in_colour=in_colour()))
    return ERRORS if arguments.strict and lacks(site, page_id, language) else DONE


def due(arguments: Namespace, site: Site, words: Words) -> int:
    """Whether the site that stands has to be built again."""
    written = written_at(arguments)
    missed = missed_change(site, written) if written else None
    if missed:
        sentence = words("A scheduled change is due since {moment}.", moment=shown(missed))
    elif written is None:
        sentence = words("There is no site in {output} yet.", output=arguments.output)
    else:
        coming = next_change(site)
        sentence = words("Nothing is due.")
        if coming:
            sentence = words("Nothing is due before {moment}.", moment=shown(coming))
    if not arguments.quiet:
        print(sentence)
    return DONE if missed or written is None else NOTHING_DUE


def shown(moment: datetime) -> str:
    """A moment as editors write it."""
    return f"{moment:%Y-%m-%d %H:%M}"


def written_at(arguments: Namespace) -> datetime | None:
    """When the standing site was written, local time in Sofia; None where there is none."""
    try:
        seconds = (arguments.output / MANIFEST).stat().st_mtime
    except OSError:
        return None
    return datetime.fromtimestamp(seconds, ZoneInfo(ZONE)).replace(tzinfo=None)
