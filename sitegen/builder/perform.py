"""Performing: tasks become artifacts, in this process or in several, with the same bytes either way."""

from __future__ import annotations

import multiprocessing
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError

from sitegen.model.artifact import Artifact, Copy, Later, Task
from sitegen.model.site import Site
from sitegen.problems import Location, Mistake, Problem, message
from sitegen.render.theme import Theme
from sitegen.render.workshop import MissingTerm, Workshop

FEWEST_FOR_WORKERS = 400
"""Tasks below which starting processes costs more than it saves."""
CHUNK = 64


@dataclass(frozen=True)
class Made:
    """The artifacts in the order of the tasks, and what could not be made."""

    artifacts: tuple[Artifact, ...]
    problems: tuple[Problem, ...]


def perform(tasks: Sequence[Task], site: Site, workshop: Workshop, jobs: int = 1) -> Made:
    """All tasks; several processes where the platform forks, `jobs` allows it and it pays."""
    can_fork = "fork" in multiprocessing.get_all_start_methods()
    if jobs > 1 and can_fork and len(tasks) >= FEWEST_FOR_WORKERS:
        results = in_processes(tasks, site, workshop, jobs)
    else:
        results = [make(task, site, workshop) for task in tasks]
    artifacts = tuple(result for result in results if isinstance(result, Artifact))
    return Made(artifacts, tuple(result for result in results if isinstance(result, Problem)))


def inputs_of(task: Task, site: Site) -> object:
    """What the recipe may see."""
    match task.inputs:
        case Later(make, None, rest):
            return make(site, *rest)
        case Later(make, page, rest) if page:
            return make(site.covers, site.index[page], *rest)
    return task.inputs


def make(task: Task, site: Site, workshop: Workshop) -> Artifact | Problem:
    """One task's artifact, or why there is none; a bug of the program is not caught."""
    try:
        content = task.recipe(workshop, inputs_of(task, site))
    except Mistake as mistake:
        return mistake.at(Location(task.origin))
    except Exception as error:
        problem = theme_problem(error, workshop.theme)
        if problem is None:
            raise
        return problem
    if isinstance(content, Copy):
        return Artifact(path=task.path, content=None, copy_of=content.disk, origin=task.origin)
    return Artifact(path=task.path, content=content, origin=task.origin)


class Shift:
    """What the worker processes inherit when they are forked."""

    tasks: Sequence[Task] = ()
    site: Site | None = None
    workshop: Workshop | None = None


def in_processes(tasks: Sequence[Task], site: Site, workshop: Workshop, jobs: int) -> list[Artifact | Problem]:
    """The results of all tasks, made by `jobs` forked processes."""
    Shift.tasks, Shift.site, Shift.workshop = tasks, site, workshop
    try:
        with multiprocessing.get_context("fork").Pool(jobs) as pool:
            return pool.map(make_numbered, range(len(tasks)), chunksize=CHUNK)
    finally:
        Shift.tasks, Shift.site, Shift.workshop = (), None, None


def make_numbered(number: int) -> Artifact | Problem:
    """The task of a number, in a worker."""
    assert Shift.site is not None
    assert Shift.workshop is not None
    return make(Shift.tasks[number], Shift.site, Shift.workshop)


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
