"""Receiving: `accept --from FILE` takes back what an outside translator has translated."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen import report
from sitegen.builder.flow import Understood, parser
from sitegen.commands import DONE, ERRORS
from sitegen.commands.options import content_of
from sitegen.commands.telling import has_failed, in_colour
from sitegen.editing.acceptance import save_ledger
from sitegen.editing.returned import Homecoming, Receiver, Return, ledger_after, site_after, write
from sitegen.editing.source_file import read_file
from sitegen.editing.xliff import read_xliff
from sitegen.markup.standing import standings
from sitegen.model.site import Site
from sitegen.model.translation import STATE_WORDS, Ledger, State
from sitegen.problems import Location, Mistake, Problem, in_order
from sitegen.read.decoding import PlacedMistake
from sitegen.read.ledger import LedgerReading
from sitegen.report import Words


@dataclass(frozen=True)
class Counter:
    """Where returned texts are received: what was read, and the words to tell of it."""

    arguments: Namespace
    read: Understood
    site: Site
    ledger: LedgerReading
    words: Words

    @property
    def path(self) -> str:
        """The translator's file as it was named."""
        return str(self.arguments.source)

    @property
    def content(self) -> Path:
        """The content folder."""
        return content_of(self.arguments)

    def receive(self) -> int:
        """Puts the texts in, accepts them and tells; nothing is written where the file as a whole cannot be trusted."""
        try:
            home = self.homecoming()
        except PlacedMistake as placed:
            self.tell_problems([placed.problem])
            return ERRORS
        except Mistake as mistake:
            self.tell_problems([mistake.at(Location(self.path))])
            return ERRORS
        failed = [] if self.arguments.dry_run else self.write(home)
        lost = {problem.at.path for problem in failed}
        done = [one for one in home.returns if not (one.rewritten and one.rewritten.path in lost)]
        problems = [*home.problems, *failed, *(problem for one in done for problem in one.fitted.problems)]
        try:
            self.accept(done)
        except Mistake as mistake:
            problems.append(mistake.at(Location(f"{self.site.root}/translations.lock")))
        self.tell_problems(problems)
        self.tell_counts(home, done)
        return ERRORS if has_failed(self.arguments, tuple(problems)) else DONE

    def homecoming(self) -> Homecoming:
        """What becomes of the file; raises PlacedMistake or Mistake where it cannot be trusted."""
        exchange = read_xliff(read_file(Path(self.path)).data, self.path)
        parse = parser(self.read.theme.catalogues if self.read.theme else {})
        receiver = Receiver(self.site, self.ledger.ledger, self.read.problems, parse, self.content)
        return receiver.received(exchange, self.path)

    def write(self, home: Homecoming) -> list[Problem]:
        """Writes the translations; the problems of those that stay as they were."""
        found = (write(self.content, rewritten) for rewritten in home.rewritten)
        return [problem for problem in found if problem]

    def accept(self, done: Iterable[Return]) -> None:
        """Notes what matches the source now, and tells how the translations stand; raises Mistake."""
        returns = [one for one in done if one.rewritten or one.fitted.sources]
        site = site_after(self.site, returns)
        ledger = ledger_after(site, self.ledger.ledger, returns)
        if not self.arguments.dry_run and returns:
            save_ledger(self.content, self.ledger, ledger)
        if not self.arguments.quiet:
            print("".join(f"{line}\n" for line in self.lines(site, ledger, returns)), end="")

    def lines(self, site: Site, ledger: Ledger, returns: Iterable[Return]) -> Iterator[str]:
        """How each translation stood and stands; where it is not up to date, how to see why."""
        after = standings(site.pages, site.sources, site.config.languages, ledger)
        for one in returns:
            before, now = self.site.standings[one.pair].state, after[one.pair].state
            states = dict.fromkeys(self.words.shown(STATE_WORDS[state]) for state in (before, now))
            count = self.words("put in: {count}", count=len(one.fitted.texts))
            yield f"{' '.join(one.pair)}: {' → '.join(states)}, {count}"
            if now is State.STALE:
                yield f"    python3 build.py status --diff {' '.join(one.pair)}"

    def tell_problems(self, problems: Iterable[Problem]) -> None:
        """Prints what did not fit."""
        for problem in in_order(list(problems)):
            print(report.as_text(problem, self.words, lambda _: "", in_colour=in_colour()) + "\n")

    def tell_counts(self, home: Homecoming, done: Iterable[Return]) -> None:
        """One line about all texts."""
        if self.arguments.quiet:
            return
        fitted = [one.fitted for one in done]
        counts = {
            "put_in": sum(len(one.texts) for one in fitted),
            "confirmed": sum(one.confirmed for one in fitted),
            "empty": sum(one.empty for one in fitted),
        }
        print(self.words("put in: {put_in}, there already: {confirmed}, not translated: {empty}", **counts))
        if self.arguments.dry_run:
            print(self.words("Nothing was written."))
