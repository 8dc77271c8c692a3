"""Corrections: what may safely be changed in a content folder, file by file, and the change itself."""

from __future__ import annotations

import os
from bisect import bisect, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from pathlib import Path

from sitegen.builder.flow import understand
from sitegen.builder.order import Order
from sitegen.checks import CHECKS, examine
from sitegen.checks.inspection import Inspection
from sitegen.checks.switches import without_switched_off
from sitegen.editing.source_file import Misfit, SourceFile, meet, read_file, save
from sitegen.editing.tidying import TIDYINGS, Draft
from sitegen.kinds import kind_of
from sitegen.model.config import Config
from sitegen.model.funding import Programme
from sitegen.model.gate import public
from sitegen.model.organisation import Organisation
from sitegen.model.site import Site
from sitegen.model.source import Source
from sitegen.problems import Correction, Location, Mistake, Problem, in_order
from sitegen.read.decoding import PlacedMistake, read_text
from sitegen.read.frontmatter import compose, split_page
from sitegen.read.source import files_in, page_id_of

CORRECTABLE = ("SYN-02", "SYN-03", "SYN-09", "SYN-13", "COD-01", "COD-02", "TXT-01", *TIDYINGS)
"""The codes of which a problem may have corrections."""
SETTINGS = {"site.yaml": Config, "organisations.yaml": Organisation, "programmes.yaml": Programme}


@dataclass(frozen=True)
class Change:
    """One file and all that is corrected in it."""

    path: str
    """As in problems, `content/…`."""
    disk: Path
    before: SourceFile
    problems: tuple[Problem, ...]
    """In the order of their places."""

    @cached_property
    def corrections(self) -> tuple[Correction, ...]:
        """All of them, in the order of their places."""
        return tuple(sorted((c for p in self.problems for c in p.corrections), key=lambda c: c.at))

    @cached_property
    def after(self) -> SourceFile:
        """The file as it will be."""
        return self.before.corrected(self.corrections)


# ── what is offered ─────────────────────────────────────────────────────────────────────────────────────────────────


def offered(order: Order, code: str = "") -> tuple[Problem, ...]:
    """The problems of a content folder that have corrections, tidyings among them; of one code, or of all.

    No page is made for it: what only the finished site shows has no corrections.
    """
    read = understand(order)
    found = list(read.problems)
    if read.site:
        inspection = Inspection(read.site, public(read.site, drafts=order.drafts))
        judged, _ = without_switched_off(examine(inspection, CHECKS), read.site.config)
        found += judged
        found += (p for draft in drafts(order.content, read.site) for tidy in TIDYINGS.values() for p in tidy(draft))
    return in_order([problem for problem in found if problem.corrections and code in ("", problem.code)])


def drafts(content: Path, site: Site) -> Iterator[Draft]:
    """All files that can be read."""
    for source in site.sources.values():
        folder, _, name = source.path.partition("/")[2].rpartition("/")
        page_id = page_id_of(folder, name.removesuffix(".md").rpartition(".")[0])
        yield Draft(source, split_page(source.text, source.path).head, kind_of(page_id).page)
    for name, owner in SETTINGS.items():
        path = f"{content.name}/{name}"
        try:
            text = read_text(content / name, path)
            head, _ = compose(text, path)
        except PlacedMistake:
            continue
        yield Draft(Source(path, text, text.count("\n") + 2), head, owner)


# ── what is done ────────────────────────────────────────────────────────────────────────────────────────────────────


def changes(content: Path, problems: Iterable[Problem]) -> tuple[Change, ...]:
    """The changes that the corrections of problems make; of two that meet, the first; each file once.

    A file that cannot be read any more, or that corrections do not fit, is left out.
    """
    disks = {f"{content.name}/{found.path}": found.disk for found in files_in(content, [])}
    made: dict[str, Change] = {}
    for path, mine in groupby(in_order(list(problems)), key=lambda problem: problem.at.path):
        if path in disks:
            change = change_of(path, disks[path], mine)
            if change:
                made.setdefault(os.path.realpath(disks[path]), change)
    return tuple(made.values())


def change_of(path: str, disk: Path, problems: Iterable[Problem]) -> Change | None:
    """The change of one file; None where nothing can be changed."""
    try:
        file = read_file(disk)
        chosen = compatible(file, path, problems)
        change = Change(path, disk, file, tuple(chosen))
        return change if change.after != file else None
    except (Mistake, Misfit):
        return None


def compatible(file: SourceFile, path: str, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems whose corrections all fit the file and meet no other's."""
    taken: list[tuple[int, int]] = []
    for problem in problems:
        try:
            spans = sorted(file.span(correction) for correction in problem.corrections)
        except Misfit:
            continue
        is_here = all(correction.at.path == path for correction in problem.corrections)
        if is_here and all(is_free(taken, span) for span in spans) and not any(meet(a, b) for a, b in pairwise(spans)):
            for span in spans:
                insort(taken, span)
            yield problem


def is_free(taken: Sequence[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Whether a span meets none of those that are taken, which are in order."""
    place = bisect(taken, span)
    before, after = taken[place - 1 : place] if place else (), taken[place : place + 1]
    return not any(meet(other, span) for other in before) and not any(meet(span, other) for other in after)


def write(content: Path, change: Change) -> Problem | None:
    """Changes the file; the problem when it stays as it is."""
    try:
        save(content, change.disk, change.before, change.after)
    except Mistake as mistake:
        return mistake.at(Location(change.path))
    return None
