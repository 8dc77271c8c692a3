"""Settings: site.yaml, organisations.yaml, programmes.yaml and law.yaml, the package's and the site's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from sitegen.model.config import Config, language_codes
from sitegen.model.evaluation import EVALUATION, Evaluation
from sitegen.model.fields import Desk, read_fields
from sitegen.model.funding import Programme
from sitegen.model.organisation import Organisation
from sitegen.model.raw import Entries
from sitegen.model.readers import Record
from sitegen.problems import Location, Mistake, Problem, message
from sitegen.read.decoding import PlacedMistake, read_text
from sitegen.read.frontmatter import compose
from sitegen.read.law import read_law

LAW_LANGUAGES = ("en", "bg", "ru")
ENTRIES = ("organisations", "programmes")
"""The files beside site.yaml, each a map from id to entry."""
Entry = TypeVar("Entry", Organisation, Programme)


def read_config(root: Path) -> tuple[Config | None, tuple[Problem, ...]]:
    """The settings; None when without them nothing can be read."""
    if not root.is_dir():
        return None, (missing(root.name, message("there is no content folder '{name}'", name=root.name)),)
    settings = root / "site.yaml"
    if not settings.is_file():
        return None, (missing(f"{root.name}/site.yaml", message("there is no site.yaml in the content folder")),)
    try:
        raw, problems = read_yaml(settings, f"{root.name}/site.yaml")
    except PlacedMistake as found:
        return None, (found.problem,)
    return make_config(root, raw, list(problems))


def missing(path: str, complaint: object) -> Problem:
    """The problem of a folder or file that must be there."""
    hint = message("Name the folder with --content, or make it with a file site.yaml.")
    return Mistake("SYN-07", complaint, hint).at(Location(path))  # type: ignore[arg-type]


def make_config(root: Path, raw: Entries, problems: list[Problem]) -> tuple[Config | None, tuple[Problem, ...]]:
    """The settings from the raw map of site.yaml and the two files beside it."""
    path = f"{root.name}/site.yaml"
    first = Desk(language="", languages=(), file=path)
    named = raw.get("languages")
    languages = first.attempt(language_codes, named) if named else None
    if not languages:
        absent = Mistake(
            "FLD-02", message("'{key}' is missing", key="languages"), message("Write: languages: [bg, en, ru]")
        )
        return None, (*problems, *(first.problems or [absent.at(Location(path))]))
    desk = Desk(language=languages[0], languages=languages, file=path)
    values = read_fields(Config, without_own_keys(raw), desk, Location(path)) | {"languages": languages}
    beside = {name: replace(desk, file=f"{root.name}/{name}.yaml", path=(name,), problems=[]) for name in ENTRIES}
    organisations = read_entries(root / "organisations.yaml", Organisation, beside["organisations"])
    programmes = read_entries(root / "programmes.yaml", Programme, beside["programmes"])
    recorded = replace(desk, file=f"{root.name}/{EVALUATION}", problems=[])
    evaluation = read_evaluation(root / EVALUATION, recorded)
    law = read_law(root, replace(desk, file=f"{root.name}/law.yaml", path=("law",), problems=problems))
    problems += [
        *desk.problems,
        *recorded.problems,
        *(problem for other in beside.values() for problem in other.problems),
    ]
    config = Config(
        **values,
        organisations=organisations,
        programmes={**shipped_programmes(tuple(languages)), **programmes},
        evaluation=evaluation,
        law=law,
        incomplete=frozenset(name for name, other in beside.items() if any(p.is_error for p in other.problems)),
        positions=desk.positions,
        file=path,
    )
    return (config if config.url and config.title else None), tuple(problems)


def without_own_keys(raw: Entries) -> Entries:
    """The map without the site's own `x_…` keys."""
    return Entries(tuple(pair for pair in raw if not pair[0].text.startswith("x_")), raw.at)


def read_yaml(file: Path, path: str) -> tuple[Entries, tuple[Problem, ...]]:
    """The map in a YAML file; raises `PlacedMistake`."""
    return compose(read_text(file, path), path)


def read_entries(file: Path, owner: type[Entry], desk: Desk) -> dict[str, Entry]:
    """Entries by id; what is wrong is told to the desk; an absent file has none."""
    if not file.exists():
        return {}
    try:
        raw, found = read_yaml(file, desk.file)
    except PlacedMistake as placed:
        desk.problems.append(placed.problem)
        return {}
    desk.problems.extend(found)
    return entries_of(raw, owner, desk)


def read_evaluation(file: Path, desk: Desk) -> Evaluation | None:
    """What was recorded of the site in a browser; an absent file has nothing, what is wrong is told to the desk."""
    if not file.exists():
        return None
    try:
        raw, found = read_yaml(file, desk.file)
    except PlacedMistake as placed:
        desk.problems.append(placed.problem)
        return None
    desk.problems.extend(found)
    evaluation: Evaluation | None = desk.read(Record(Evaluation), raw, "evaluation")
    return evaluation


def entries_of(raw: Entries, owner: type[Entry], desk: Desk) -> dict[str, Entry]:
    """Entries by id from a raw map."""
    made = {key.text: desk.read(Record(owner), value, key.text) for key, value in raw}
    return {name: replace(entry, id=name) for name, entry in made.items() if entry is not None}


@lru_cache(maxsize=8)
def shipped_programmes(languages: tuple[str, ...]) -> Mapping[str, Programme]:
    """The programmes that the package knows, in the site's languages first."""
    text = (files("sitegen.law") / "programmes.yaml").read_text(encoding="utf-8")
    raw, _ = compose(text, "programmes.yaml")
    known = tuple(dict.fromkeys((*languages, *LAW_LANGUAGES)))
    return entries_of(raw, Programme, Desk(language=known[0], languages=known, file="programmes.yaml"))
