"""The plan: every output's tasks, each path once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sitegen.builder.fingerprint import fingerprint
from sitegen.builder.write import MANIFEST
from sitegen.model.address import folders_above, output_path
from sitegen.model.artifact import Later, Task
from sitegen.model.site import Site
from sitegen.outputs import Output
from sitegen.problems import Location, Mistake, Problem, message
from sitegen.render.links import old_address


@dataclass(frozen=True)
class Plan:
    """What will be made, in order of path, and what two sources both want."""

    tasks: tuple[Task, ...]
    problems: tuple[Problem, ...]

    @cached_property
    def asked(self) -> tuple[bytes, ...]:
        """Digest of what each task asks for; of one whose inputs are made later, of how they are made."""
        return tuple(fingerprint(what_is_asked(task)) for task in self.tasks)


@dataclass(frozen=True)
class Wish:
    """Who wants a path."""

    origin: str
    path: str
    """The path itself, or one below it."""


def what_is_asked(task: Task) -> object:
    """All that a task says of its bytes."""
    match task.inputs:
        case Later(make, pages, rest):
            return task.path, task.recipe, make, pages, rest
    return task.path, task.recipe, task.inputs


def make_plan(site: Site, outputs: Iterable[Output]) -> Plan:
    """The tasks of all outputs; two on one path are a problem that names both sources."""
    origins = {MANIFEST: "sitegen: manifest"}
    tasks: list[Task] = []
    clashes: list[tuple[str, Wish, Wish]] = []
    for task in (task for output in outputs for task in output(site)):
        first = origins.setdefault(task.path.casefold(), task.origin)
        if len(origins) > len(tasks) + 1:
            tasks.append(task)
        else:
            clashes.append((task.path, Wish(first, task.path), Wish(task.origin, task.path)))
    clashes += files_for_folders(tasks, origins)
    places = places_of_wishes(site) if clashes else {}
    problems = tuple(same_path(path, one, other, places) for path, one, other in clashes)
    return Plan(tuple(sorted(tasks, key=lambda task: task.path)), problems)


def files_for_folders(tasks: Iterable[Task], origins: Mapping[str, str]) -> Iterator[tuple[str, Wish, Wish]]:
    """Files at paths that other files need as folders."""
    for task in tasks:
        for folder in folders_above(task.path):
            if folder.casefold() in origins:
                yield folder, Wish(origins[folder.casefold()], folder), Wish(task.origin, task.path)


def places_of_wishes(site: Site) -> dict[tuple[str, str], Location]:
    """The alias or slug in each page's file that asks for a path; paths as on disks that see no capital letters."""
    places: dict[tuple[str, str], Location] = {}
    for page in (page for page in site.pages if page.is_translated):
        for number, alias in enumerate(page.aliases):
            path = output_path(old_address(alias)).casefold()
            places.setdefault((page.file, path), page.at(f"aliases.{number}"))
        places.setdefault((page.file, output_path(site.address(page)).casefold()), page.at("slug"))
    return places


def same_path(path: str, one: Wish, other: Wish, known: Mapping[tuple[str, str], Location]) -> Problem:
    """The problem of two sources for one address: at the value that asks for it, else at the file."""
    address = "/" + path.removesuffix("index.html")
    places = {wish: known.get((wish.origin, wish.path.casefold()), Location(wish.origin)) for wish in (one, other)}
    first, second = sorted(
        (one, other), key=lambda wish: (wish.origin.startswith("sitegen: "), places[wish].line == 1, wish.origin)
    )
    if first.origin == second.origin:
        complaint = message("the address {address} is asked for twice by this file", address=address)
    elif second.origin.startswith("sitegen: "):
        complaint = message("the address {address} belongs to a page of the site itself", address=address)
    else:
        complaint = message("'{other}' has the same address: {address}", other=second.origin, address=address)
    hint = message("Give one of them another slug, alias or file name.")
    return Mistake("ADR-02", complaint, hint).at(places[first])
