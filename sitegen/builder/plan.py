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
    problems = []
    for output in outputs:
        for task in output(site):
            other = taken.setdefault(task.path.casefold(), task)
            if other is not task:
                first, second = sorted((other, task), key=lambda t: t.origin)
                problems.append(same_path(first, second))
    return Plan(tuple(sorted(taken.values(), key=lambda task: task.path)), tuple(problems))


def same_path(first: Task, second: Task) -> Problem:
    """The problem of two sources for one address."""
    address = "/" + second.path.removesuffix("index.html")
    if first.origin == second.origin:
        complaint = message("the address {address} is asked for twice by this file", address=address)
    else:
        complaint = message("'{other}' has the same address: {address}", other=first.origin, address=address)
    hint = message("Give one of them another slug, alias or file name.")
    return Mistake("ADR-02", complaint, hint).at(Location(second.origin))
