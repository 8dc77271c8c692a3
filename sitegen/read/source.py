"""What lies in the content folder: page sources by id and language, other files, and names that cannot be published."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.model.address import folders_above
from sitegen.problems import Location, Mistake, Problem, message
from sitegen.read.decoding import unreadable

LITTER = re.compile(r"\..*|thumbs\.db|desktop\.ini|~\$.*|.*\.tmp|.*\.swp", re.IGNORECASE)
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]')
HALVES = re.compile("[\ud800-\udfff]")
"""What Python makes of a file name that is not UTF-8."""
SETTINGS = frozenset(
    {
        "site.yaml",
        "organisations.yaml",
        "programmes.yaml",
        "translations.lock",
        "addresses.lock",
        "accessibility-evaluation.yaml",
        "outline.geojson",
    }
)


@dataclass(frozen=True)
class Found:
    """A file on disk: its path below the content folder in NFC, and where it lies."""

    path: str
    disk: Path
    is_link: bool = False
    """Whether it is a symbolic link."""


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
    for found in sorted(files_in(root, inventory.problems), key=lambda f: f.path):
        at = Location(f"{root.name}/{printable(found.path)}")
        hopeless = wrong_link(root, found) or wrong_bytes(found.path)
        if hopeless:
            inventory.problems.append(hopeless.at(at))
            continue
        inventory.problems.extend(mistake.at(at) for mistake in wrong_names(found, folded))
        if found.path.startswith("static/"):
            inventory.static.append(Found(found.path.removeprefix("static/"), found.disk))
        elif found.path.casefold().endswith(".md"):
            add_source(inventory, found, at, languages)
        elif found.path not in SETTINGS:
            inventory.files.append(found)
    return inventory


def files_in(root: Path, problems: list[Problem]) -> Iterator[Found]:
    """All files of the content folder but litter."""
    return walk(str(root), "", root, problems)


def walk(folder: str, prefix: str, root: Path, problems: list[Problem]) -> Iterator[Found]:
    """All files and links below a folder but litter, their paths after a prefix; links to folders are not followed."""
    is_static = prefix.startswith("static/")
    for entry in entries_of(folder, root, problems):
        name, is_litter = entry.name, LITTER.fullmatch(entry.name)
        if entry.is_dir(follow_symlinks=False):
            if not is_litter or is_static or name == ".well-known":
                yield from walk(entry.path, f"{prefix}{name}/", root, problems)
        elif not is_litter or (is_static and name[0] == "." and name != ".DS_Store"):
            is_link = entry.is_symlink()
            if is_link or entry.is_file():
                yield Found(unicodedata.normalize("NFC", prefix + name), Path(entry.path), is_link)


def entries_of(folder: str, root: Path, problems: list[Problem]) -> list[os.DirEntry[str]]:
    """What lies in a folder; nothing, and a problem, when it cannot be opened."""
    try:
        with os.scandir(folder) as listing:
            return list(listing)
    except OSError as error:
        problems.append(unreadable(error).at(Location(Path(folder).relative_to(root.parent).as_posix())))
        return []


def printable(path: str) -> str:
    """A path that can be written to any file or terminal."""
    return HALVES.sub("\ufffd", path)


def wrong_bytes(path: str) -> Mistake | None:
    """What is wrong with a name that is not UTF-8, as old archives leave them."""
    if not HALVES.search(path):
        return None
    return Mistake(
        "ADR-07",
        message("the name '{name}' is not written in UTF-8", name=printable(path.rpartition("/")[2])),
        message("Rename it; it may come from an old archive."),
    )


def wrong_link(root: Path, found: Found) -> Mistake | None:
    """What is wrong with a link of the file system: it leads out, or to no file."""
    if not found.is_link:
        return None
    target = Path(os.path.realpath(found.disk))
    if target.is_file() and target.is_relative_to(os.path.realpath(root)):
        return None
    leads_out = not target.is_relative_to(os.path.realpath(root))
    complaint = (
        message("the link '{name}' leads out of the content folder", name=printable(found.path))
        if leads_out
        else message("the link '{name}' leads to no file", name=printable(found.path))
    )
    return Mistake("LNK-06", complaint, message("Copy the files themselves here."))


def wrong_names(found: Found, folded: dict[str, str]) -> Iterator[Mistake]:
    """Names that Windows refuses, and two names that differ only by case or by the spelling of a letter."""
    for part in found.path.split("/"):
        if RESERVED.fullmatch(part) or FORBIDDEN.search(part) or part.endswith((" ", ".")):
            yield Mistake(
                "ADR-07",
                message("the name '{name}' cannot exist on Windows", name=part),
                message("Rename it; use letters, digits, - and _."),
            )
    if found.path.casefold() in folded:
        yield twins(found.path, folded[found.path.casefold()])
    for path in (found.path, *folders_above(found.path)):
        other = folded.setdefault(path.casefold(), path)
        if path not in (other, found.path):
            yield twins(path, other)
            break


def twins(path: str, other: str) -> Mistake:
    """The complaint about two names that some computers take for one."""
    return Mistake(
        "ADR-06",
        message(
            "'{name}' and '{other}' differ only by capital letters or spelling of a letter", name=path, other=other
        ),
        message("Rename one of them; Windows and the Mac cannot tell them apart."),
    )


def add_source(inventory: Inventory, found: Found, at: Location, languages: Sequence[str]) -> None:
    """Files a Markdown file under its page and language, or notes why it has none."""
    folder, _, name = found.path.rpartition("/")
    stem, _, language = name[: -len(".md")].rpartition(".")
    if not name.endswith(".md") or not stem or language not in languages:
        inventory.problems.append(wrong_ending(name, stem, language, languages).at(at))
        return
    versions = inventory.sources.setdefault(page_id_of(folder, stem), {})
    elsewhere = (version for version in versions.values() if version.path.rpartition("/")[0] != folder)
    other = versions.get(language) or next(elsewhere, None)
    if other:
        inventory.problems.append(two_files(found.path, other.path).at(at))
    else:
        versions[language] = found


def page_id_of(folder: str, stem: str) -> str:
    """`projects/kn/index` is the page `projects/kn`; the index of the content folder is `index`."""
    if stem == "index":
        return folder or "index"
    return f"{folder}/{stem}" if folder else stem


def wrong_ending(name: str, stem: str, language: str, languages: Sequence[str]) -> Mistake:
    """The complaint about a Markdown file whose name gives no language of the site."""
    proposal = message("Rename it to {proposal}.", proposal=right_name(stem, language, languages))
    if not stem:
        return Mistake(
            "ADR-05", message("the name '{name}' does not say the language of the page", name=name), proposal
        )
    if language.lower() in languages:
        return Mistake("ADR-06", message("the ending of '{name}' has capital letters", name=name), proposal)
    return Mistake(
        "ADR-05",
        message("'{language}' in the name '{name}' is not a language of the site", language=language, name=name),
        message("The languages are {languages}; site.yaml lists them.", languages=", ".join(languages)),
    )


def right_name(stem: str, language: str, languages: Sequence[str]) -> str:
    """The name that a source should have: with its language, else with the site's first."""
    return f"{stem}.{language.lower()}.md" if stem else f"{language}.{languages[0]}.md"


def two_files(path: str, other: str) -> Mistake:
    """The complaint about two files for one page."""
    return Mistake(
        "ADR-01",
        message("'{path}' and '{other}' are the same page", path=path, other=other),
        message("Keep one of the two files."),
    )
