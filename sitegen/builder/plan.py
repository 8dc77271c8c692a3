"""The plan: every output's tasks, each path once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.model.artifact import Task
from sitegen.model.site import Site
from sitegen.outputs import Output
from sitegen.problems import Location, Mistake, Problem, message


@dataclass(frozen=True)
class Plan:
    """What will be made, in order of path, and what two sources both want."""

    tasks: tuple[Task, ...]
    problems: tuple[Problem, ...]


def make_plan(site: Site, outputs: Iterable[Output]) -> Plan:
    """The tasks of all outputs; two on one path are a problem that names both sources."""
    taken: dict[str, Task] = {}
    rivals: list[tuple[Task, Task]] = []
    for task in (task for output in outputs for task in output(site)):
        other = taken.setdefault(task.path.casefold(), task)
        if other is not task:
            rivals.append((other, task))
    rivals += files_for_folders(taken)
    tasks = sorted(taken.values(), key=lambda task: task.path)
    return Plan(tuple(tasks), tuple(same_path(*pair) for pair in rivals))


def files_for_folders(taken: Mapping[str, Task]) -> Iterator[tuple[Task, Task]]:
    """Files that stand where others need a folder, with one of those others; the list of our own files is such a file."""
    files = {MANIFEST: Task(path=MANIFEST, recipe=made_last, inputs=(), origin="sitegen: manifest"), **taken}
    for path, task in taken.items():
        if path == MANIFEST:
            yield files[path], replace(task, origin=task.origin)
        for folder in folders_above(path):
            if folder in files:
                yield files[folder], task


def same_path(one: Task, other: Task) -> Problem:
    """The problem of two sources for one address."""
    first, second = sorted((one, other), key=lambda task: task.origin)
    address = "/" + second.path.removesuffix("index.html")
    if first.origin == second.origin:
        complaint = message("the address {address} is asked for twice by this file", address=address)
    else:
        complaint = message("'{other}' has the same address: {address}", other=first.origin, address=address)
    hint = message("Give one of them another slug, alias or file name.")
    return Mistake("ADR-02", complaint, hint).at(Location(second.origin))
