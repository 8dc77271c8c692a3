"""Scaffolds: a page that does not exist yet is composed, judged as `check` would judge it, and written as a whole.

The files are made in a hidden folder beside their place, and the folder then gets its name: all of them or none.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sitegen.checks import CHECKS, examine
from sitegen.checks.inspection import Inspection
from sitegen.checks.references import number_problems
from sitegen.checks.switches import without_switched_off
from sitegen.editing.forms import Tell, front_matter, source_form, translation_form
from sitegen.editing.ground import Ground, without_body
from sitegen.editing.source_file import Misfit, SourceFile, leads_out, unwritable
from sitegen.model.dates import FuzzyDate, Moment
from sitegen.model.gate import public
from sitegen.model.language import Phrase
from sitegen.model.money import Money, canonical
from sitegen.model.page import Funded, Page
from sitegen.model.raw import Scalar
from sitegen.model.site import Site
from sitegen.problems import Location, Mistake, Problem, message
from sitegen.read.decoding import PlacedMistake
from sitegen.read.frontmatter import split_page
from sitegen.read.mending import quoted
from sitegen.read.page import PageReading, Reader
from sitegen.read.site import absent_sections
from sitegen.read.source import Found, twins, wrong_names

HOMES: Mapping[str, str] = {"project": "projects", "event": "events", "news": "news", "page": "pages"}
"""The folder of each kind; events and news also have one in every project."""
PARTS_OF_PROJECT = frozenset({"events", "news", "documents", "gallery"})
"""Names of folders that have a meaning in a project."""
PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
"""What YAML, and whoever reads it as YAML, takes for itself."""


@dataclass(frozen=True, kw_only=True)
class Scaffold:
    """A new page: its kind, its place and what is known of it."""

    kind: str
    project: str = ""
    """The id of the project that it lies in; "" for none."""
    name: str
    """Of its folder."""
    answers: Mapping[str, str]
    """As the editor gave them, by field; "" for what is not known."""
    beneficiary: str = ""
    """Of a project: an id of organisations.yaml; "" for the owner of the site."""

    @property
    def fields(self) -> Mapping[str, str]:
        """The answers that say something."""
        return {key: text for key, text in self.answers.items() if text}

    @property
    def id(self) -> str:
        """The id that the page will have."""
        return "/".join(filter(None, (self.project, self.home, self.name)))

    @property
    def home(self) -> str:
        """The folder of its kind; a free page of a project lies right below it."""
        return "" if self.project and self.kind == "page" else HOMES[self.kind]

    def file(self, language: str, root: str) -> str:
        """The path of a version in problems."""
        return f"{root}/{self.id}/index.{language}.md"


@dataclass(frozen=True)
class Trial:
    """How a scaffold would be read and judged."""

    texts: Mapping[str, str]
    """By language."""
    source: Page | None
    """None where the front matter cannot be read at all."""
    problems: tuple[Problem, ...]
    """The errors."""
    file: str
    """Of the facts."""

    def about(self, key: str) -> tuple[Problem, ...]:
        """The problems of one key's value; of the folder's name the first, since all languages share it."""
        if key == "folder":
            return tuple(problem for problem in self.problems if problem.code.startswith("ADR-"))[:1]
        return tuple(p for p in self.problems if p.at.path == self.file and p.at.line == self.line(key))

    def line(self, key: str) -> int:
        """The line of a key in the source, from 1; 0 where it is absent."""
        lines = self.texts[next(iter(self.texts))].split("\n")
        return next((number for number, line in enumerate(lines, 1) if line.startswith(f"{key}:")), 0)

    def corrected(self, key: str) -> str:
        """The value of a key with the corrections that its problems offer; "" where one offers none."""
        problems = self.about(key)
        source = SourceFile(next(iter(self.texts.values())).encode())
        try:
            made = source.corrected({c for problem in problems for c in problem.corrections}).text
            value = split_page(made, self.file).head.get(key)
        except (Misfit, PlacedMistake):
            return ""
        return value.text if isinstance(value, Scalar) and all(p.corrections for p in problems) else ""


# ── composing ───────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Composer:
    """Makes the texts of scaffolds for one site, with remarks in the editor's language."""

    ground: Ground
    tell: Tell

    def texts(self, scaffold: Scaffold, values: Mapping[str, str]) -> dict[str, str]:
        """The text of each language, the source first; `values` are YAML by field."""
        first, *others = self.ground.config.languages
        facts = {"draft": "yes", **self.partners(scaffold), **values}
        source = front_matter(source_form(scaffold.kind, facts, first), facts, self.tell)
        return {first: source} | {other: self.translation(scaffold, values, other) for other in others}

    def translation(self, scaffold: Scaffold, values: Mapping[str, str], language: str) -> str:
        """The text of another language; a title that only names the type of an event is translated already."""
        first, kind = self.ground.language, scaffold.answers.get("type", "")
        is_type = scaffold.answers.get("title", "") == self.ground.name_of_type(kind, first) != ""
        title = self.ground.name_of_type(kind, language) if is_type else ""
        words = {"title": quoted(title)} if title else {key: values[key] for key in ("title",) if key in values}
        form = translation_form(scaffold.kind, f"index.{first}.md", has_title=bool(title))
        return front_matter(form, words, self.tell)

    def partners(self, scaffold: Scaffold) -> dict[str, str]:
        """Who answers for a new project: the owner of the site, unless another is named."""
        if scaffold.kind != "project":
            return {}
        beneficiary = scaffold.beneficiary or self.ground.config.owner
        return {"partners": f"\n  - org: {plain(beneficiary)}\n    role: beneficiary"}

    def try_out(self, scaffold: Scaffold) -> Trial:
        """The scaffold with the answers as they were given."""
        return self.trial(scaffold, {key: as_typed(key, text) for key, text in scaffold.fields.items()})

    def finish(self, scaffold: Scaffold) -> Trial:
        """The scaffold with each answer in its canonical form; one that cannot be read stays as it was given."""
        first = self.try_out(scaffold)
        read = {key: getattr(first.source, key, None) for key in scaffold.fields if not first.about(key)}
        given = {key: as_typed(key, text) for key, text in scaffold.fields.items()}
        return self.trial(scaffold, given | {key: in_yaml(value) for key, value in read.items() if value})

    def trial(self, scaffold: Scaffold, values: Mapping[str, str]) -> Trial:
        """Reads the texts as the site will, and judges them by all checks."""
        texts = self.texts(scaffold, values)
        reading = self.read(scaffold, texts)
        found = [*reading.problems, *wrong_name(scaffold), *judged(reading, self.ground)]
        weighed, _ = without_switched_off(found, self.ground.config)
        problems = tuple(problem for problem in weighed if problem.is_error)
        source = reading.versions[0] if reading.versions else None
        return Trial(texts, source, problems, scaffold.file(self.ground.language, self.ground.site.root))

    def read(self, scaffold: Scaffold, texts: Mapping[str, str]) -> PageReading:
        """What the site would make of the texts."""
        site, config = self.ground.site, self.ground.config
        reader = Reader(languages=config.languages, root_name=site.root, parse=without_body)
        with tempfile.TemporaryDirectory() as folder:
            files = {language: Path(folder, f"{language}.md") for language in texts}
            for language, disk in files.items():
                disk.write_text(texts[language], encoding="utf-8", newline="\n")
            places = {language: f"{scaffold.id}/index.{language}.md" for language in texts}
            return reader.read(scaffold.id, {name: Found(places[name], disk) for name, disk in files.items()})


def plain(text: str) -> str:
    """A code or an id, in quotes only where YAML could take it for something else."""
    return text if PLAIN.fullmatch(text) else quoted(text)


def as_typed(key: str, text: str) -> str:
    """An answer as YAML before anybody has read it; a list is written with commas."""
    if key == "fund":
        return "[" + ", ".join(quoted(name.strip()) for name in text.split(",")) + "]"
    return quoted(unicodedata.normalize("NFC", " ".join(text.split())))


def in_yaml(value: Any) -> str:
    """A value of a field in the one form that `new` and `fix` write."""
    match value:
        case Phrase():
            return quoted(value.text)
        case Money():
            return quoted(canonical(value))
        case FuzzyDate() | Moment():
            return value.iso.replace("T", " ")
        case date():
            return value.isoformat()
        case tuple():
            return "[" + ", ".join(map(in_yaml, value)) + "]"
        case _:
            return plain(str(value))


# ── judging ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def judged(reading: PageReading, ground: Ground) -> Iterator[Problem]:
    """What the checks say of a new page beside the project that it lies in, and beside the rest of the site."""
    site, versions = ground.site, reading.versions
    if not versions:
        return
    kin = [page for page in site.pages if page.id == site.project_of(versions[0].id)]
    alone = replace(
        site,
        pages=(*kin, *versions, *absent_sections(site.config, [])),
        sources={**site.sources, **{source.path: source for source in reading.sources}},
    )
    own = {page.file for page in versions}
    found = examine(Inspection(alone, public(alone)), CHECKS)
    yield from (problem for problem in found if problem.at.path in own)
    yield from shared_number(site, versions[0])
    yield from (problem for page in versions for problem in shared_address(site, page, alone.address(page)))


def shared_number(site: Site, page: Page) -> Iterator[Problem]:
    """A number that another project has."""
    others = [p for p in site.pages if isinstance(p, Funded) and p.language == p.original]
    if isinstance(page, Funded):
        yield from (problem for problem in number_problems([*others, page]) if problem.at.path == page.file)


def shared_address(site: Site, page: Page, address: str) -> Iterator[Problem]:
    """An address that another page has, or had."""
    for other in (other for other in site.pages if other.file):
        if address in (site.address(other), *other.aliases):
            mistake = Mistake(
                "ADR-02",
                message("'{other}' has the same address: {address}", other=other.file, address=address),
                message("Choose another name for the folder."),
            )
            yield mistake.at(page.at("slug"))
            return


def wrong_name(scaffold: Scaffold) -> Iterator[Problem]:
    """A name that Windows refuses, or one that a project needs for itself."""
    at = Location(scaffold.id)
    yield from (mistake.at(at) for mistake in wrong_names(Found(scaffold.id, Path()), {}))
    if not scaffold.home and scaffold.name in PARTS_OF_PROJECT:
        mistake = Mistake(
            "ADR-04",
            message("the name '{name}' has a meaning of its own in a project", name=scaffold.name),
            message("Choose another name for the folder."),
        )
        yield mistake.at(at)


# ── writing ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def write(root: Path, page_id: str, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Writes the files of a new page, all or none, and returns their paths below `root`; raises Mistake."""
    try:
        folder, names = room_for(root, page_id)
        beside = Path(tempfile.mkdtemp(prefix=".new-", dir=folder))
        try:
            home = beside.joinpath(*names)
            home.mkdir(parents=True)
            for language, text in texts.items():
                (home / f"index.{language}.md").write_text(text, encoding="utf-8", newline="\n")
            (beside / names[0]).rename(folder / names[0])
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise unwritable(error) from None
    return tuple(f"{page_id}/index.{language}.md" for language in texts)


def room_for(root: Path, page_id: str) -> tuple[Path, tuple[str, ...]]:
    """The folder that exists, and the names to be made in it; raises Mistake where something stands there already."""
    folder, names = root, tuple(page_id.split("/"))
    while True:
        lying = names_in(folder)
        like = next((name for name in lying if is_like(name, names[0]) and name != names[0]), None)
        if like:
            raise twins(names[0], like)
        page = next((name for name in lying if len(names) == 1 and is_page(name, names[0])), None)
        if page:
            raise exists((folder / lying[page]).relative_to(root).as_posix())
        if names[0] not in lying:
            return folder, names
        folder, names = folder / lying[names[0]], names[1:]
        if folder.is_symlink():
            raise leads_out(folder.name)


def names_in(folder: Path) -> dict[str, str]:
    """The names in a folder, in NFC, and as the disk spells them; raises Mistake where it cannot be opened."""
    try:
        return {unicodedata.normalize("NFC", path.name): path.name for path in folder.iterdir()}
    except OSError as error:
        raise unwritable(error) from None


def is_like(name: str, other: str) -> bool:
    """Whether some computers take two names for one."""
    return name.casefold() == other.casefold()


def is_page(name: str, page: str) -> bool:
    """Whether a file or folder is a page of a name, in either of its two spellings: `about`, `about.bg.md`."""
    stem = re.sub(r"(\.[^.]*)?\.md$", "", name.casefold())
    return stem == page.casefold()


def exists(path: str) -> Mistake:
    """The complaint about a place that is taken."""
    return Mistake(
        "ADR-01",
        message("'{path}' exists already; nothing is overwritten", path=path),
        message("Choose another name for the folder."),
    )
