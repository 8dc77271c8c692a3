"""Reads the law that the package knows, and over it a site's own law.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from sitegen.model.fields import Desk, unknown_key
from sitegen.model.provisions import Amendment, Law, Provision, unfit
from sitegen.model.raw import Entries
from sitegen.model.readers import Record
from sitegen.read.decoding import PlacedMistake, read_text
from sitegen.read.frontmatter import compose

FILES = ("visibility.yaml", "duties.yaml", "bodies.yaml", "keeping.yaml")


@cache
def shipped_law() -> Law:
    """What the package knows."""
    return Law({one.id: one for name in FILES for one in shipped(name)})


def shipped(name: str) -> Iterator[Provision]:
    """The entries of one of the package's files; raises Mistake for one that cannot be read."""
    raw, _ = compose((files("sitegen.law") / name).read_text(encoding="utf-8"), name)
    desk = Desk(language="en", languages=("en",), file=name)
    for key, value in raw:
        made = desk.read(Record(Provision), value, key.text)
        if desk.problems:
            raise ValueError(str(desk.problems[0]))
        yield replace(made, id=key.text)


def read_law(root: Path, desk: Desk) -> Law:
    """The law that applies to a site; what is wrong in its own file is told to the desk."""
    law, file = shipped_law(), root / "law.yaml"
    if not file.exists():
        return law
    try:
        raw, found = compose(read_text(file, desk.file), desk.file)
    except PlacedMistake as placed:
        desk.problems.append(placed.problem)
        return law
    desk.problems.extend(found)
    return Law({**law.provisions, **dict(amended(law, raw, desk))})


def amended(law: Law, raw: Entries, desk: Desk) -> Iterator[tuple[str, Provision]]:
    """The entries that a site says otherwise."""
    for key, value in raw:
        known = law.provisions.get(key.text)
        if known is None:
            desk.report(unknown_key(key.text, law.provisions), key.at)
            continue
        made: Amendment | None = desk.read(Record(Amendment), value, key.text)
        wrong = unfit(known, made.value) if made else None
        if wrong and isinstance(value, Entries):
            given = value.get("value")
            desk.report(wrong, given.at if given else value.at)
        elif made:
            yield (
                key.text,
                replace(known, value=made.value, source=made.source, confidence=made.confidence, is_own=True),
            )
