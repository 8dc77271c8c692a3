"""Performing: tasks become artifacts, in this process or in several, with the same bytes either way."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from time import perf_counter
from typing import Protocol

from jinja2 import TemplateError, TemplateSyntaxError

from sitegen.builder.fingerprint import digest, fingerprint
from sitegen.builder.gather import Gathered
from sitegen.builder.order import Order
from sitegen.builder.plan import Plan
from sitegen.builder.stage import lay
from sitegen.builder.steps import RENDERING, told
from sitegen.builder.workers import spread
from sitegen.checks import PAGE, prove
from sitegen.checks.inspection import Inspection
from sitegen.model.artifact import Artifact, Copy, Later, Task
from sitegen.model.site import Site
from sitegen.problems import Location, Mistake, Problem, message
from sitegen.render.theme import Theme
from sitegen.render.workshop import MissingTerm, Workshop

FEWEST = 100
"""Tasks below which starting processes costs more than it saves."""


@dataclass(frozen=True)
class Piece:
    """What became of a task."""

    artifact: Artifact | None
    """None for what could not be made."""
    problems: tuple[Problem, ...] = ()
    """Why not."""
    found: tuple[Problem, ...] = ()
    """What the proofs found in a page."""
    shown: bytes = b""
    """Digest of what the recipe saw."""
    seconds: float = 0.0
    """What it took."""


@dataclass(frozen=True)
class Made:
    """The pieces in the order of the tasks, and what each was made of."""

    pieces: tuple[Piece, ...]
    fingerprints: tuple[bytes, ...]

    @property
    def artifacts(self) -> tuple[Artifact, ...]:
        """What could be made."""
        return tuple(piece.artifact for piece in self.pieces if piece.artifact)

    @cached_property
    def by_path(self) -> Mapping[str, Artifact]:
        """The artifacts by their paths."""
        return {artifact.path: artifact for artifact in self.artifacts}

    def text(self, path: str) -> str | None:
        """The text of a file; None for what was not made."""
        artifact = self.by_path.get(path)
        if artifact is None:
            return None
        return content_of(artifact).decode("utf-8", "replace")

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Why the rest could not."""
        return tuple(problem for piece in self.pieces for problem in piece.problems)

    @property
    def found(self) -> tuple[Problem, ...]:
        """What the proofs found."""
        return tuple(problem for piece in self.pieces for problem in piece.found)


NOTHING_MADE = Made((), ())


class Earlier(Protocol):
    """What earlier builds made."""

    def same(self, task: Task, fingerprint: bytes) -> Piece | None:
        """The piece of a task that depends on the same as then."""

    def alike(self, task: Task, shown: bytes) -> Piece | None:
        """The piece of a task whose recipe sees the same as then, whatever that depends on."""

    def paths(self) -> frozenset[str]:
        """All that was published then."""


class Nothing(Earlier):
    """For the first build."""

    def same(self, task: Task, fingerprint: bytes) -> None:
        """Nothing is known."""

    def alike(self, task: Task, shown: bytes) -> None:
        """Nothing is known."""

    def paths(self) -> frozenset[str]:
        """Nothing was published."""
        return frozenset()


NOTHING = Nothing()


@dataclass(frozen=True, kw_only=True)
class Bench:
    """What every task is performed with."""

    gathered: Gathered
    site: Site
    """As the public sees it, of covers."""
    workshop: Workshop
    inspection: Inspection
    ground: bytes
    """Digest of all that tasks depend on beside their inputs."""
    words: bytes
    """Digest of the theme's words, all that timeless tasks depend on beside their inputs."""
    earlier: Earlier = NOTHING
    stage: Path | None = None

    def fingerprint(self, task: Task, asked: bytes) -> bytes:
        """Of all that a task's bytes depend on: tasks with the same one have the same bytes."""
        match task.inputs:
            case Later(_, None):
                return digest(self.ground, self.outside, asked, self.everything)
            case Later(_, pages):
                seen = [self.gathered.inside(page_id) for page_id, _ in pages or ()]
                return digest(self.ground, self.outside, asked, *seen)
        return digest(self.ground_of(task), asked)

    def ground_of(self, task: Task) -> bytes:
        """Digest of what a task depends on beside its inputs."""
        return self.words if task.is_timeless else self.ground

    @cached_property
    def outside(self) -> bytes:
        """Digest of what pages may show of one another, and of what is hidden, or would be."""
        now = self.site.now
        closed = [
            (page.id, page.is_early(now), page.is_over(now)) for page in self.site.pages if not page.is_public(now)
        ]
        hidden = (sorted(self.site.hidden), sorted(self.site.closed), closed)
        return digest(self.gathered.outside, fingerprint(hidden))

    @cached_property
    def everything(self) -> bytes:
        """Digest of all that all pages show."""
        return digest(*(work.inside for work in self.gathered.works.values()))

    def inputs(self, task: Task) -> object:
        """What the recipe may see."""
        match task.inputs:
            case Later(make, pages, rest):
                seen = self.site.pages if pages is None else (self.site.index[page] for page in pages)
                return make(self.site, tuple(map(self.gathered.opened, seen)), *rest)
        return task.inputs

    @cached_property
    def holds_what_was_proved(self) -> bool:
        """Whether links of earlier pages still lead where they led: the same files are published."""
        return self.earlier.paths() == self.inspection.paths

    def proved(self, task: Task, piece: Piece) -> Piece:
        """A piece of an earlier build with what the proofs find in it today."""
        artifact = piece.artifact
        if self.holds_what_was_proved or task.is_given or artifact is None or not artifact.path.endswith(PAGE):
            return piece
        return replace(piece, found=prove(self.inspection, artifact.path, content_of(artifact)))

    def make(self, task: Task) -> Piece:
        """One task's artifact, or why there is none, with the time that it took."""
        started = perf_counter()
        piece = self.made(task)
        return replace(piece, seconds=perf_counter() - started)

    def made(self, task: Task) -> Piece:
        """One task's artifact, or why there is none; a bug of the program is not caught."""
        try:
            inputs = self.inputs(task)
            shown = digest(self.ground_of(task), fingerprint((task.recipe, inputs)))
            if piece := self.earlier.alike(task, shown):
                return self.proved(task, piece)
            content = task.recipe(self.workshop, inputs)
        except Mistake as mistake:
            return Piece(None, (mistake.at(Location(task.origin)),))
        except Exception as error:
            problem = theme_problem(error, self.workshop.theme)
            if problem is None:
                raise
            return Piece(None, (problem,))
        if isinstance(content, Copy):
            return Piece(Artifact(path=task.path, content=None, copy_of=content.disk, origin=task.origin), shown=shown)
        return Piece(self.laid(task, content), found=prove(self.inspection, task.path, content), shown=shown)

    def laid(self, task: Task, content: bytes) -> Artifact:
        """What was made, on the stage if there is one."""
        place = lay(self.stage, task.path, content) if self.stage else None
        if place:
            return Artifact(path=task.path, content=None, copy_of=place, is_staged=True, origin=task.origin)
        return Artifact(path=task.path, content=content, origin=task.origin)


def content_of(artifact: Artifact) -> bytes:
    """The bytes of a file, wherever they are."""
    return Path(artifact.copy_of).read_bytes() if artifact.copy_of else artifact.content or b""


def perform(plan: Plan, bench: Bench, order: Order) -> Made:
    """All tasks; those that would give the same bytes as in an earlier build are recalled."""
    tasks, prints = plan.tasks, tuple(map(bench.fingerprint, plan.tasks, plan.asked))
    known = map(bench.earlier.same, tasks, prints)
    pieces = {task.path: bench.proved(task, piece) for task, piece in zip(tasks, known, strict=True) if piece}
    fresh = [task for task in tasks if task.path not in pieces]
    order.watcher.begin(RENDERING, len(fresh))
    for task, piece in zip(fresh, told(order.watcher, spread(bench.make, fresh, order.jobs, FEWEST)), strict=True):
        pieces[task.path] = piece
        order.watcher.spent(task.path, piece.seconds)
    return Made(tuple(pieces[task.path] for task in tasks), prints)


def theme_problem(error: Exception, theme: Theme) -> Problem | None:
    """A theme's fault with the template's file and line; None for a fault of the program."""
    if isinstance(error, TemplateSyntaxError):
        return broken("THM-01", error.message or "", Location(shown(error.filename or error.name or ""), error.lineno))
    place = place_in_template(error, theme, theme.template_folders)
    if isinstance(error, MissingTerm):
        return error.mistake.at(place or Location("themes"))
    if isinstance(error, TemplateError):
        return broken("THM-02", error.message or type(error).__name__, place or Location(str(error)))
    own = place_in_template(error, theme, theme.template_folders[:-1])  # the last folder is the default theme's
    return broken("THM-02", f"{type(error).__name__}: {error}", own) if own else None


def place_in_template(error: Exception, theme: Theme, folders: Sequence[Path]) -> Location | None:
    """The line of a template in one of the folders that was at work when an error came up; the innermost one."""
    frames = ((Path(f.filename), f.lineno or 1) for f in reversed(traceback.extract_tb(error.__traceback__)))
    places = (theme.place(file, line) for file, line in frames)
    found = next((place for place in places if any(place[0].is_relative_to(folder) for folder in folders)), None)
    return Location(shown(str(found[0])), found[1]) if found else None


def broken(code: str, reason: str, place: Location) -> Problem:
    """The problem of a template that cannot be rendered."""
    complaint = message("the template cannot be rendered: {reason}", reason=reason)
    return Mistake(code, complaint, message("Correct this line of the template.")).at(place)


def shown(file: str) -> str:
    """A template's path as a reader knows it: from the theme's folder on."""
    parts = Path(file).parts
    return "/".join(parts[-4:]) if "themes" in parts[-4:-3] else "/".join(parts[-3:])
