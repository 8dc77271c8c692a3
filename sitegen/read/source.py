"""What lies in the content folder: page sources by id and language, other files, and names that cannot be published."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.problems import Location, Mistake, Problem, message

LITTER = re.compile(r"\..*|thumbs\.db|desktop\.ini|~\$.*|.*\.tmp|.*\.swp", re.IGNORECASE)
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]')
SETTINGS = frozenset(
    {
        "site.yaml",
        "organisations.yaml",
        "programmes.yaml",
        "translations.lock",
        "addresses.lock",
        "accessibility-evaluation.yaml",
    }
)


@dataclass(frozen=True)
class Found:
    """A file on disk: its path below the content folder in NFC, and where it lies."""

    path: str
    disk: Path


@dataclass(kw_only=True)
class Inventory:
    """Everything in the content folder."""

    sources: dict[str, dict[str, Found]] = field(default_factory=dict)
    """Page id to language to file."""
    files: list[Found] = field(default_factory=list)
    static: list[Found] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def take_inventory(root: Path, languages: Sequence[str]) -> Inventory:
    """Sorts the files of the content folder into sources, files and what is wrong with their names."""
    inventory = Inventory()
    folded: dict[str, str] = {}
    for found in sorted(walk(root, root), key=lambda f: f.path):
        at = Location(f"{root.name}/{found.path}")
        inventory.problems.extend(mistake.at(at) for mistake in wrong_names(root, found, folded))
        if found.path.startswith("static/"):
            inventory.static.append(Found(found.path.removeprefix("static/"), found.disk))
        elif found.path.endswith(".md"):
            add_source(inventory, found, at, languages)
        elif found.path not in SETTINGS:
            inventory.files.append(found)
    return inventory


def walk(folder: Path, root: Path) -> Iterator[Found]:
    """All files below a folder but litter; links to folders are not followed."""
    is_static = folder.is_relative_to(root / "static")
    with os.scandir(folder) as listing:
        for entry in listing:
            if entry.is_dir(follow_symlinks=False):
                if not LITTER.fullmatch(entry.name) or is_static or entry.name == ".well-known":
                    yield from walk(Path(entry.path), root)
            elif entry.is_file() and (
                not LITTER.fullmatch(entry.name) or (is_static and entry.name[0] == "." and entry.name != ".DS_Store")
            ):
                disk = Path(entry.path)
                yield Found(unicodedata.normalize("NFC", disk.relative_to(root).as_posix()), disk)


def wrong_names(root: Path, found: Found, folded: dict[str, str]) -> Iterator[Mistake]:
    """Names that Windows refuses, links that lead out, and two names that differ only by case."""
    for part in found.path.split("/"):
        if RESERVED.fullmatch(part) or FORBIDDEN.search(part) or part.endswith((" ", ".")):
            yield Mistake(
                "ADR-07",
                message("the name '{name}' cannot exist on Windows", name=part),
                message("Rename it; use letters, digits, - and _."),
            )
    if found.disk.is_symlink() and not found.disk.resolve().is_relative_to(root.resolve()):
        yield Mistake(
            "LNK-06",
            message("the link '{name}' leads out of the content folder", name=found.path),
            message("Copy the file itself here."),
        )
    for path in (found.path, *folders(found.path)):
        other = folded.setdefault(path.casefold(), path)
        if other != path:
            yield Mistake(
                "ADR-06",
                message(
                    "'{name}' and '{other}' differ only by capital letters or spelling of a letter",
                    name=path,
                    other=other,
                ),
                message("Rename one of them; Windows and the Mac cannot tell them apart."),
            )
            break


def folders(path: str) -> Iterator[str]:
    """The folders that a path lies in."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def add_source(inventory: Inventory, found: Found, at: Location, languages: Sequence[str]) -> None:
    """Files a Markdown file under its page and language, or notes why it has none."""
    folder, _, name = found.path.rpartition("/")
    stem, _, language = name.removesuffix(".md").rpartition(".")
    if not stem or language not in languages:
        inventory.problems.append(wrong_language(name, stem, language, languages).at(at))
        return
    page_id = page_id_of(folder, stem)
    versions = inventory.sources.setdefault(page_id, {})
    if language in versions:
        inventory.problems.append(two_files(found.path, versions[language].path).at(at))
    else:
        versions[language] = found


def page_id_of(folder: str, stem: str) -> str:
    """`projects/kn/index` is the page `projects/kn`; the index of the content folder is `index`."""
    if stem == "index":
        return folder or "index"
    return f"{folder}/{stem}" if folder else stem


def wrong_language(name: str, stem: str, language: str, languages: Sequence[str]) -> Mistake:
    """The complaint about a Markdown file whose name gives no language of the site."""
    proposal = f"{stem or language}.{languages[0]}.md"
    if not stem:
        return Mistake(
            "ADR-05",
            message("the name '{name}' does not say the language of the page", name=name),
            message("Rename it to {proposal}.", proposal=proposal),
        )
    return Mistake(
        "ADR-05",
        message("'{language}' in the name '{name}' is not a language of the site", language=language, name=name),
        message("The languages are {languages}; site.yaml lists them.", languages=", ".join(languages)),
    )


def two_files(path: str, other: str) -> Mistake:
    """The complaint about two files for one page."""
    return Mistake(
        "ADR-01",
        message("'{path}' and '{other}' are the same page", path=path, other=other),
        message("Keep one of the two files."),
    )
