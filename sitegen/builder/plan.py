"""The plan: every output's tasks, each path once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.builder.write import MANIFEST
from sitegen.model.artifact import Task
from sitegen.model.site import Site, folders_above
from sitegen.outputs import Output
from sitegen.problems import Location, Mistake, Problem, message


@dataclass(frozen=True)
class Plan:
    """What will be made, in order of path, and what two sources both want."""

    tasks: tuple[Task, ...]
    problems: tuple[Problem, ...]


def make_plan(site: Site, outputs: Iterable[Output]) -> Plan:
    """The tasks of all outputs; two on one path are a problem that names both sources."""
    origins = {MANIFEST: "sitegen: manifest"}
    tasks: list[Task] = []
    problems: list[Problem] = []
    for task in (task for output in outputs for task in output(site)):
        first = origins.setdefault(task.path.casefold(), task.origin)
        if len(origins) > len(tasks) + 1:
            tasks.append(task)
        else:
            problems.append(same_path(task.path, first, task.origin))
    problems += files_for_folders(tasks, origins)
    return Plan(tuple(sorted(tasks, key=lambda task: task.path)), tuple(problems))


def files_for_folders(tasks: Iterable[Task], origins: Mapping[str, str]) -> Iterator[Problem]:
    """Files at paths that other files need as folders."""
    for task in tasks:
        for folder in folders_above(task.path):
            if folder.casefold() in origins:
                yield same_path(folder, origins[folder.casefold()], task.origin)


def same_path(path: str, one: str, other: str) -> Problem:
    """The problem of two sources for one address."""
    address = "/" + path.removesuffix("index.html")
    first, second = sorted((one, other), key=lambda origin: (origin.startswith("sitegen: "), origin))
    if first == second:
        complaint = message("the address {address} is asked for twice by this file", address=address)
    elif second.startswith("sitegen: "):
        complaint = message("the address {address} belongs to a page of the site itself", address=address)
    else:
        complaint = message("'{other}' has the same address: {address}", other=second, address=address)
    hint = message("Give one of them another slug, alias or file name.")
    return Mistake("ADR-02", complaint, hint).at(Location(first))
