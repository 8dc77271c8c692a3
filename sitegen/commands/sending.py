"""Sending: what `publish` and `rollback` share: which target, who publishes, what is asked, how far it is."""

from __future__ import annotations

import getpass
import os
import secrets
import socket
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from time import perf_counter

from sitegen.commands.asking import Terminal, terminal
from sitegen.commands.options import content_of, positive
from sitegen.commands.watching import LINE, PACE, PATIENCE
from sitegen.model.config import Config
from sitegen.model.targets import Target
from sitegen.problems import Location, Mistake, message
from sitegen.publish import faults
from sitegen.publish.lock import Holder
from sitegen.publish.plan import Plan
from sitegen.publish.secrets import Secrets
from sitegen.publish.showing import shown, some
from sitegen.publish.target import Errand, Watch
from sitegen.render.formats import Formats
from sitegen.report import Words
from sitegen.text.nearest import nearest

AGREES = frozenset({"y", "yes", "д", "да"})
"""Answers that agree; Enter is none of them."""
MANY, SHARE = 20, 0.1
"""So many files, or such a share of them, vanish without a question."""


class Declined(Exception):
    """Somebody said no."""


def add_sending(command: ArgumentParser) -> None:
    """The target, and a flag for every question."""
    command.add_argument("target", nargs="?", metavar="TARGET", help="a name under `publish` in site.yaml")
    command.add_argument("--dry-run", action="store_true", help="show what would change, and change nothing")
    command.add_argument("--yes", action="store_true", help="do not ask whether to go on")
    command.add_argument("--max-deletes", type=count, metavar="N", help="so many files may vanish without a question")
    command.add_argument("--overwrite", action="store_true", help="replace files there that others have changed")
    command.add_argument("--break-lock", action="store_true", help="take the target from a publisher that broke off")
    command.add_argument(
        "--verify",
        nargs="?",
        type=positive,
        const=15,
        metavar="SECONDS",
        help="ask the site for what changed, and compare; for so long (15)",
    )


def count(text: str) -> int:
    """A number from 0 on; raises ValueError."""
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


# ── where to ────────────────────────────────────────────────────────────────────────────────────────────────


def chosen_target(config: Config, name: str | None) -> Target:
    """The target of a name, or the only one; raises Mistake."""
    known = {target.name: target for target in config.publish}
    if not known:
        raise Mistake(
            "FLD-02",
            message("site.yaml names no target to publish to"),
            message("Write: publish: {{web: {{type: folder, path: /var/www/proekti}}}}; see docs/publishing.md."),
        )
    if name is None and len(known) == 1:
        return next(iter(known.values()))
    if name in known:
        return known[name]
    listed = ", ".join(known)
    if name is None:
        raise Mistake(
            "REF-01", message("there are several targets: {names}", names=listed), message("Name one of them.")
        )
    near = nearest(name, list(known))
    hint = message("Did you mean '{near}'?", near=near) if near else message("There is: {names}.", names=listed)
    raise Mistake("REF-01", message("there is no target '{name}'", name=name), hint)


def errand(arguments: Namespace, target: Target, words: Words) -> Errand:
    """What the target is told: who comes, when, and where secrets are found."""
    now = datetime.now(UTC)
    asked = terminal(words)

    def prompt(what: str) -> str:
        return getpass.getpass(words("{target}, {what}: ", target=target.name, what=what))

    return Errand(
        name=target.name,
        project=content_of(arguments).parent,
        holder=Holder(f"{user()}@{socket.gethostname()}", now, secrets.token_hex(8), os.getpid()),
        now=now,
        secrets=Secrets(target.name, dict(os.environ), prompt if asked else None),
    )


def user() -> str:
    """Who is logged in; "?" where the system does not know."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"


def place_of(target: Target, config: Config) -> Location:
    """Where the target stands in site.yaml."""
    return config.at(f"publish.{target.name}")


# ── what is asked ───────────────────────────────────────────────────────────────────────────────────────────


def tell_plan(plan: Plan, words: Words, arguments: Namespace) -> None:
    """Prints what changes; all of it where nothing is done."""
    if not arguments.quiet:
        print(
            "\n".join(shown(plan, words, words.language, **({"most": None} if arguments.dry_run else {}))), flush=True
        )


def carry_out(act: Callable[[Watch], None], plan: Plan, target: Target, arguments: Namespace, words: Words) -> str:
    """Shows, asks, acts; the seconds that it took. Raises Mistake or Declined."""
    tell_plan(plan, words, arguments)
    if arguments.dry_run:
        return ""
    assert_wanted(plan, target, arguments, words)
    started, progress = perf_counter(), watch(arguments, words)
    try:
        act(progress)
    finally:
        progress.end()
    return f"{perf_counter() - started:.1f}"


def assert_wanted(plan: Plan, target: Target, arguments: Namespace, words: Words) -> None:
    """Asks what has to be asked; raises Mistake where nobody can answer, Declined where the answer is no."""
    asked = terminal(words)
    if plan.in_the_way and not arguments.overwrite:
        question = words("Replace files that others have put there or changed? [y/N]")
        mistake = faults.foreign(target.name, some(plan.in_the_way, 10), len(plan.in_the_way))
        assert_agreed(asked, question, mistake)
    if is_too_much(plan, arguments.max_deletes):
        standing = len(plan.before.manifest.files)
        mistake = faults.too_many_removed(target.name, len(plan.removed), standing)
        question = words("Remove {count} of {standing} files? [y/N]", count=len(plan.removed), standing=standing)
        assert_agreed(asked, question, mistake)
    if asked and not arguments.yes and not agrees(asked, words("Go on? [y/N]")):
        raise Declined


def assert_agreed(asked: Terminal | None, question: str, mistake: Mistake) -> None:
    """Goes on only after a yes; raises Mistake where nobody can answer, Declined after a no."""
    if asked is None:
        raise mistake
    if not agrees(asked, question):
        raise Declined


def agrees(asked: Terminal, question: str) -> bool:
    """Whether the answer is a yes that was typed; the end of input is none."""
    try:
        return asked.line(f"{question} ").lower() in AGREES
    except EOFError:
        return False


def is_too_much(plan: Plan, most: int | None) -> bool:
    """Whether more files vanish than anybody would by habit."""
    removed, standing = len(plan.removed), len(plan.before.manifest.files)
    if most is not None:
        return removed > most
    return removed > MANY or removed > SHARE * standing


# ── telling ─────────────────────────────────────────────────────────────────────────────────────────────────


class Sending(Watch):
    """Progress on a terminal: files and bytes of all."""

    def __init__(self, words: Words, language: str, *, is_shown: bool) -> None:
        self.words, self.size_of, self.is_shown = words, Formats(language).size, is_shown
        self.started = self.last = perf_counter()
        self.files = self.done = self.size = self.bytes = 0
        self.has_written = False

    def begin(self, files: int, size: int) -> None:
        """Notes how much there is to do."""
        self.files, self.size, self.done, self.bytes = files, size, 0, 0

    def sent(self, path: str, size: int) -> None:
        """Counts, and shows it where it is worth it."""
        self.done, self.bytes = self.done + 1, self.bytes + size
        now = perf_counter()
        if self.is_shown and now - self.started > PATIENCE and now - self.last > PACE:
            sizes = {"done": self.size_of(self.bytes), "all": self.size_of(self.size)}
            sums = self.words("sending: {done} of {all}", **sizes)
            sys.stderr.write(f"{LINE}{sums} · {self.done} / {self.files}")
            sys.stderr.flush()
            self.last, self.has_written = now, True

    def end(self) -> None:
        """Leaves the terminal as it was."""
        if self.has_written:
            sys.stderr.write(LINE)
            sys.stderr.flush()


def watch(arguments: Namespace, words: Words) -> Sending:
    """Progress, where somebody sees it."""
    return Sending(words, words.language, is_shown=sys.stderr.isatty() and not arguments.quiet)
