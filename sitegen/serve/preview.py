"""The preview: what lives between two builds, and what browsers are shown at a moment."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from threading import Condition
from time import sleep, time_ns

from sitegen.builder.flow import Outcome
from sitegen.builder.order import Order
from sitegen.model.artifact import Artifact
from sitegen.model.site import Site
from sitegen.problems import Problem
from sitegen.status.schedule import next_change

Tree = Mapping[str, Artifact]
"""The files of a site by their path."""
SETTLING = 0.2
"""Seconds until a build is tried again that a file failed which went while it was read."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What browsers are shown, taken over as a whole: never half of one build and half of the next."""

    tree: Tree = field(default_factory=dict)
    base_path: str = ""
    """The path under which the site lies: "" or `/eu`."""
    site: Site | None = None
    """As the last build that came so far understood it, drafts included."""
    problems: tuple[Problem, ...] = ()
    crash: str = ""
    """The traceback of a bug in the program; "" where the build came to its end."""
    pages: str = ""
    """Another text whenever a file of the tree is another: then browsers load their page again."""
    number: int = 0
    """How many builds there have been."""
    timed: Site | None = None
    """The site that may change by itself; None where the last build did not understand it."""

    @cached_property
    def due(self) -> datetime | None:
        """When the site changes by itself; None where nothing is to come. No browser waits until somebody asks."""
        return next_change(self.timed) if self.timed else None


class Preview:
    """The one thing that lives between builds: the build with its memory, the last good pages, what is shown."""

    def __init__(self, build: Callable[[Order], Outcome]) -> None:
        self.build = build
        self.good: Tree = {}
        """Each file as it last came from a source without an error."""
        self.stamps: Mapping[str, tuple[int, int]] = {}
        self.shown = Shown()
        self.news = Condition()

    def rebuild(self, order: Order) -> Shown:
        """Builds the site and shows it, or what is wrong with it; nothing that is wrong with a site ends it."""
        outcome = self.attempt(order)
        shown = self.failed(outcome) if isinstance(outcome, str) else self.built(outcome)
        with self.news:
            self.shown = shown
            self.news.notify_all()
        return shown

    def attempt(self, order: Order) -> Outcome | str:
        """A build, or the traceback of what stopped it; a file that went meanwhile is forgiven once."""
        try:
            try:
                return self.build(order)
            except OSError:
                sleep(SETTLING)
                return self.build(order)
        except Exception:  # noqa: BLE001 # a recipe with a bug is shown; the editor's next change may avoid it
            return traceback.format_exc()

    def failed(self, crash: str) -> Shown:
        """The pages that stood, and the bug."""
        old = self.shown
        return Shown(
            tree=old.tree,
            base_path=old.base_path,
            site=old.site,
            crash=crash,
            pages=old.pages,
            number=old.number + 1,
        )

    def built(self, outcome: Outcome) -> Shown:
        """The pages of a build, good old ones where it has an error."""
        old = self.shown
        tree, self.good = standing(outcome, self.good)
        stamps = stamps_of(tree)
        is_same = bool(old.pages) and tree == old.tree and stamps == self.stamps
        self.stamps = stamps
        return Shown(
            tree=tree,
            base_path=outcome.site.config.base_path if outcome.site else old.base_path,
            site=outcome.whole or old.site,
            problems=outcome.problems,
            pages=old.pages if is_same else f"{time_ns():x}",
            number=old.number + 1,
            timed=outcome.whole,
        )

    def after(self, number: int, seconds: float) -> Shown:
        """What is shown after a build, as soon as there is one, and in some seconds in any case."""
        with self.news:
            self.news.wait_for(lambda: self.shown.number > number, seconds)
            return self.shown


def standing(outcome: Outcome, good: Tree) -> tuple[Tree, Tree]:
    """The files to show, and the good ones among them and before them.

    Where a source has an error its last good page stays; so do all pages after an error in the settings.
    """
    made = {artifact.path: artifact for artifact in outcome.artifacts}
    if not outcome.has_errors:
        return made, made
    wrong = {problem.at.path for problem in outcome.problems if problem.is_error}
    if any(path.endswith(".yaml") for path in wrong):
        return {**made, **good}, good
    sound = {path: artifact for path, artifact in made.items() if artifact.origin not in wrong}
    return {**made, **good, **sound}, {**good, **sound}


def stamps_of(tree: Tree) -> Mapping[str, tuple[int, int]]:
    """Size and time of the files on disk that go out as they are; those that have gone have none."""
    stamps = {}
    for path, artifact in tree.items():
        if artifact.copy_of is not None:
            try:
                found = Path(artifact.copy_of).stat()
            except OSError:
                continue
            stamps[path] = (found.st_size, found.st_mtime_ns)
    return stamps
