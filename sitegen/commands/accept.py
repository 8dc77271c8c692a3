"""`accept`: notes that translations match their source as both are now."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen import report
from sitegen.builder.flow import Understood, understand
from sitegen.commands import BAD_COMMAND, DONE, ERRORS
from sitegen.commands.asking import Terminal, terminal
from sitegen.commands.choosing import chosen_language, chosen_page
from sitegen.commands.options import add_common, content_of, order_of
from sitegen.commands.receiving import Counter
from sitegen.commands.telling import words_for
from sitegen.editing.acceptance import (
    Pair,
    accepted,
    assert_acceptable,
    only_misspelled,
    passed,
    save_ledger,
    without_obsolete,
)
from sitegen.markup.standing import standings
from sitegen.model.site import Site
from sitegen.model.translation import STATE_WORDS, Drift, Ledger, Standing, State
from sitegen.problems import Mistake, Problem, in_order, message
from sitegen.read.excerpt import excerpt
from sitegen.read.ledger import LedgerReading, read_ledger

AROUND = 3
"""Words that are shown before and after a correction."""


def add_options(command: ArgumentParser) -> None:
    """What is to be accepted, and the common options."""
    command.add_argument(
        "page", nargs="?", metavar="PAGE", help="a page by its id, the end of it, or one of its files; with LANG"
    )
    command.add_argument("language", nargs="?", metavar="LANG", help="the language of the translation")
    command.add_argument("--all", action="store_true", help="all translations: the first baseline")
    command.add_argument(
        "--minor", action="store_true", help="those whose source had but its spelling corrected, without a question"
    )
    command.add_argument(
        "--from", dest="source", metavar="FILE", help="take back the texts of a translator's file (XLIFF 2)"
    )
    command.add_argument("--dry-run", action="store_true", help="show what would be accepted, write nothing")
    add_common(command)


def run(arguments: Namespace) -> int:
    """Accepts one translation, all, or those that only a correction of spelling made old."""
    read = understand(order_of(arguments))
    desk = Desk(arguments, read, read_ledger(content_of(arguments)), words_for(arguments, read.site))
    if not is_whole(arguments):
        print(desk.words("Name a page and a language, or --all, or --minor, or --from FILE."), file=sys.stderr)
        return BAD_COMMAND
    if read.site is None or any(problem.is_error for problem in desk.ledger.problems):
        desk.tell_problems(problem for problem in (*read.problems, *desk.ledger.problems) if problem.is_error)
        return ERRORS
    try:
        return desk.serve(read.site)
    except Mistake as mistake:
        desk.refuse(mistake)
        return ERRORS


def is_whole(arguments: Namespace) -> bool:
    """Whether the arguments name one thing to do: a page with its language, or one of the flags, or nothing."""
    ways = (bool(arguments.page), arguments.all, arguments.minor, bool(arguments.source))
    return sum(ways) <= 1 and bool(arguments.page) is bool(arguments.language)


@dataclass(frozen=True)
class Desk:
    """What was read, and the words to tell of it."""

    arguments: Namespace
    read: Understood
    ledger: LedgerReading
    words: report.Words

    def serve(self, site: Site) -> int:
        """What the arguments ask for; raises Mistake."""
        if self.arguments.source:
            return Counter(self.arguments, self.read, site, self.ledger, self.words).receive()
        if self.arguments.all:
            return self.accept_all(site)
        return self.accept_one(site) if self.arguments.page else self.pass_minor(site)

    def accept_one(self, site: Site) -> int:
        """The translation that the arguments name; raises Mistake."""
        page_id = chosen_page(site, self.arguments.page, content_of(self.arguments))
        language = chosen_language(site, self.arguments.language)
        assert_acceptable(site, page_id, language, self.read.problems)
        self.save(site, accepted(site, self.ledger.ledger, [(page_id, language)]), [(page_id, language)])
        return DONE

    def accept_all(self, site: Site) -> int:
        """Every translation; those with errors are told of, and stay as they were. Raises Mistake."""
        good: list[Pair] = []
        refused: dict[str, Mistake] = {}
        for pair, standing in site.standings.items():
            if standing.state not in (State.ORIGINAL, State.MISSING):
                try:
                    assert_acceptable(site, *pair, self.read.problems)
                    good.append(pair)
                except Mistake as mistake:
                    refused.setdefault(pair[0], mistake)
        for reason in refused.values():
            self.refuse(reason)
        kept = without_obsolete(site, self.ledger.ledger, (*site.lost, *refused))
        self.save(site, accepted(site, kept, good), good)
        return ERRORS if refused or site.lost else DONE

    def pass_minor(self, site: Site) -> int:
        """The translations that are old by corrections of spelling alone, as far as somebody agrees. Raises Mistake."""
        found = only_misspelled(site)
        if not found:
            self.tell(self.words("No translation is out of date by corrections of spelling alone."))
        asked = None if self.arguments.minor else terminal(self.words)
        agreed: dict[Pair, Standing] = {}
        for page_id in dict.fromkeys(page_id for page_id, _ in found):
            of_page = {pair: standing for pair, standing in found.items() if pair[0] == page_id}
            self.show_minor(page_id, of_page)
            if self.arguments.minor or (asked and agrees(asked)):
                agreed |= of_page
        if agreed:
            self.save(site, passed(self.ledger.ledger, agreed), list(agreed))
        elif found and not asked:
            self.tell(self.words("To accept these, give the option --minor."))
        return DONE

    def show_minor(self, page_id: str, of_page: Mapping[Pair, Standing]) -> None:
        """The corrections of a page's source, each once."""
        print(page_id, ", ".join(language for _, language in of_page))
        for drift in dict.fromkeys(drift for standing in of_page.values() for drift in standing.stale):
            print(f"  {drift.paragraph}: " + " → ".join(around(drift)))

    def save(self, site: Site, ledger: Ledger, pairs: list[Pair]) -> None:
        """Writes the ledger, and tells what became of the translations; raises Mistake."""
        self.tell_problems(self.ledger.problems)
        if not self.arguments.dry_run:
            save_ledger(content_of(self.arguments), self.ledger, ledger)
        after = standings(site.pages, site.sources, site.config.languages, ledger)
        changed = [pair for pair in pairs if site.standings[pair] != after[pair]]
        for pair in changed if len(pairs) > 1 else pairs:
            self.tell_of(pair, site.standings[pair].state, after[pair].state, len(ledger[pair]))
        if len(pairs) != 1:
            self.tell(self.words("accepted: {new}, as before: {old}", new=len(changed), old=len(pairs) - len(changed)))
        if self.arguments.dry_run:
            self.tell(self.words("Nothing was written."))

    def tell_of(self, pair: Pair, before: State, after: State, paragraphs: int) -> None:
        """One line about a translation."""
        states = [self.words.shown(STATE_WORDS[state]) for state in (before, after)]
        count = self.words("paragraphs: {count}", count=paragraphs)
        self.tell(f"{pair[0]} {pair[1]}: {' → '.join(dict.fromkeys(states))}, {count}")

    def tell(self, sentence: str) -> None:
        """Prints a line, unless asked to be quiet."""
        if not self.arguments.quiet:
            print(sentence)

    def refuse(self, mistake: Mistake) -> None:
        """Prints why something cannot be accepted."""
        print(f"{self.words.shown(mistake.message)}\n    → {self.words.shown(mistake.hint)}", file=sys.stderr)

    def tell_problems(self, problems: Iterable[Problem]) -> None:
        """Prints what is wrong with the files."""
        for problem in in_order(list(problems)):
            shown = report.as_text(problem, self.words, lambda p: excerpt(content_of(self.arguments), p.at))
            print(shown, file=sys.stderr)


def agrees(asked: Terminal) -> bool:
    """Whether a change of the source leaves its translation right; the end of the input is a no."""
    try:
        return asked.agrees(message("Only a correction of spelling? [Y/n]"))
    except EOFError:
        asked.say("")
        return False


def around(drift: Drift) -> tuple[str, str]:
    """What a correction replaced and by what, with a few words on both sides."""
    before, after = drift.before.split(" "), drift.after.split(" ")
    start = same(before, after)
    end = same(before[start:][::-1], after[start:][::-1])
    first = max(0, start - AROUND)

    def shown(words: list[str]) -> str:
        last = len(words) - max(0, end - AROUND)
        return ("… " if first else "") + " ".join(words[first:last]) + (" …" if last < len(words) else "")

    return shown(before), shown(after)


def same(one: list[str], other: list[str]) -> int:
    """How many words two texts begin with in common."""
    pairs = zip(one, other, strict=False)
    return next((count for count, (left, right) in enumerate(pairs) if left != right), min(len(one), len(other)))
