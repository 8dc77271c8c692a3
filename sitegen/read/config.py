"""Settings: site.yaml, organisations.yaml and programmes.yaml, the package's and the site's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from sitegen.model.config import Config, language_codes
from sitegen.model.fields import Desk, Record, read_fields
from sitegen.model.funding import Programme
from sitegen.model.organisation import Organisation
from sitegen.model.raw import Entries
from sitegen.problems import Location, Mistake, Problem, message
from sitegen.read.decoding import PlacedMistake, read_text
from sitegen.read.frontmatter import compose

LAW_LANGUAGES = ("en", "bg", "ru")
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
    values = read_fields(Config, without_own_keys(raw), desk, Location(path))
    values["languages"] = languages
    config = Config(**values, positions=desk.positions, file=path)
    organisations = read_entries(
        root / "organisations.yaml", Organisation, languages, f"{root.name}/organisations.yaml", problems
    )
    programmes = shipped_programmes(languages) | read_entries(
        root / "programmes.yaml", Programme, languages, f"{root.name}/programmes.yaml", problems
    )
    problems.extend(desk.problems)
    if not config.url or not config.title:
        return None, tuple(problems)
    return replace(config, organisations=organisations, programmes=programmes), tuple(problems)


def without_own_keys(raw: Entries) -> Entries:
    """The map without the site's own `x_…` keys."""
    return Entries(tuple(pair for pair in raw if not pair[0].text.startswith("x_")), raw.at)


def read_yaml(file: Path, path: str) -> tuple[Entries, tuple[Problem, ...]]:
    """The map in a YAML file; raises `PlacedMistake`."""
    return compose(read_text(file, path), path)


def read_entries(
    file: Path, owner: type[Entry], languages: Sequence[str], path: str, problems: list[Problem]
) -> dict[str, Entry]:
    """Entries by id; what is wrong joins `problems`; an absent file has none."""
    if not file.is_file():
        return {}
    try:
        raw, found = read_yaml(file, path)
    except PlacedMistake as placed:
        problems.append(placed.problem)
        return {}
    problems.extend(found)
    return entries_of(raw, owner, languages, path, problems)


def entries_of(
    raw: Entries, owner: type[Entry], languages: Sequence[str], path: str, problems: list[Problem]
) -> dict[str, Entry]:
    """Entries by id from a raw map."""
    desk = Desk(language=languages[0], languages=tuple(languages), file=path)
    made = {key.text: desk.read(Record(owner), value, key.text) for key, value in raw}
    problems.extend(desk.problems)
    return {name: replace(entry, id=name) for name, entry in made.items() if entry is not None}


def shipped_programmes(languages: Sequence[str]) -> dict[str, Programme]:
    """The programmes that the package knows, in the site's languages first."""
    text = (files("sitegen.law") / "programmes.yaml").read_text(encoding="utf-8")
    raw, _ = compose(text, "programmes.yaml")
    return entries_of(raw, Programme, tuple(dict.fromkeys((*languages, *LAW_LANGUAGES))), "programmes.yaml", [])
