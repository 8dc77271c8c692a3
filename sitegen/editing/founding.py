"""Founding: a new site from a few answers, with one invented project; built for trial before it gets its place."""

from __future__ import annotations

import os
import re
import shlex
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from sitegen import __version__
from sitegen.builder.flow import build, understand
from sitegen.builder.order import Order
from sitegen.editing.acceptance import accepted, save_ledger
from sitegen.editing.source_file import unwritable
from sitegen.model.address import default_slug
from sitegen.model.translation import State
from sitegen.problems import Mistake, Problem, message
from sitegen.read.frontmatter import compose
from sitegen.read.ledger import read_ledger
from sitegen.read.mending import quoted

STARTER = "starter"
"""The folder of the texts beside this file."""
LANGUAGES = ("bg", "en", "ru")
"""In which the example is written and the default theme has words."""
TOKEN = re.compile(r"<<([a-z0-9_]+)>>")
PROJECT = "projects/primeren-proekt"
OWN_THEME = "own"
LONGEST_ID = 30
LITTER = frozenset({".git", ".DS_Store", "desktop.ini", "Thumbs.db"})
"""What may lie in the folder of a new site."""

Answers = Mapping[str, str]


@dataclass(frozen=True)
class Founding:
    """A site to be made."""

    answers: Answers
    """By question: `name_bg url languages phone email address theme brand hosting editor_language`."""
    now: datetime
    folder: Path
    """Where it will stand."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Of the site; the first is the default one."""
        return tuple(part.strip() for part in self.answers["languages"].split(",") if part.strip())

    @property
    def owner(self) -> str:
        """The id of the municipality: its name without the word for what it is, in letters of an address."""
        first = self.languages[0]
        words = default_slug(self.answers[f"name_{first}"], first)
        short = re.sub(r"^(obshtina|municipality-of|munitsipalitet)-|-municipality$", "", words)
        return short[:LONGEST_ID].strip("-") or "obshtina"

    def texts(self) -> Iterator[tuple[str, str]]:
        """The path and the text of every file, the same for the same answers and day."""
        values, first = self.values(), self.languages[0]
        for path, name in self.plain_files():
            yield path, filled(starter(name), values)
        for language in self.languages:
            words = {key: filled(text, self.named(language)) for key, text in words_of(language).items()}
            form = "source" if language == first else "translation"
            known = {**values, **words}
            yield f"content/index.{language}.md", filled(starter("index.md"), known)
            yield f"content/{PROJECT}/index.{language}.md", filled(starter(f"project.{form}.md"), known)
            event = f"content/{PROJECT}/events/{self.now.year}-06-20-open-day/index.{language}.md"
            yield event, filled(starter(f"event.{form}.md"), known)

    def plain_files(self) -> Iterator[tuple[str, str]]:
        """The files that each site has once, with the starter's names for them."""
        yield "content/site.yaml", "site.yaml"
        yield "content/organisations.yaml", "organisations.yaml"
        yield "README.md", f"README.{self.answers['editor_language']}.md"
        yield ".gitignore", "gitignore"
        yield "requirements.txt", "requirements.txt"
        yield ".github/workflows/site.yml", "github.yml"
        yield ".gitlab-ci.yml", "gitlab.yml"
        if self.answers["theme"] == OWN_THEME:
            yield f"themes/{OWN_THEME}/assets/site.css", "site.css"

    def values(self) -> Answers:
        """What fills the places of the texts, beside the words."""
        answers, first = self.answers, words_of(self.languages[0])
        return {
            "version": __version__,
            "name": answers[f"name_{self.languages[0]}"],
            "names": self.in_each(lambda language: answers[f"name_{language}"]),
            "titles": self.in_each(lambda language: filled(words_of(language)["title"], self.named(language))),
            "barriers": self.in_each(lambda language: words_of(language)["barrier"]),
            "egov": self.in_each(lambda language: words_of(language)["egov"]),
            "url": answers["url"],
            "languages": ", ".join(self.languages),
            "owner": self.owner,
            "contact": self.contact(),
            "feedback": f"email: {quoted(answers['email'])}, " if answers["email"] else "",
            "theme": answers["theme"],
            "host": answers["hosting"],
            "brand": f"brand: {quoted(answers['brand'])}\n" if answers["brand"] else "",
            "editor_language": answers["editor_language"],
            "today": self.now.date().isoformat(),
            "year": str(self.now.year),
            "next_year": str(self.now.year + 1),
            "folder": shlex.quote(self.folder.as_posix()),
            "source_unit1": first["unit1"],
            "source_unit2": first["unit2"],
        }

    def contact(self) -> str:
        """The lines below the unit that are known."""
        phones = ", ".join(quoted(part.strip()) for part in self.answers["phone"].split(",") if part.strip())
        lines = {
            "phones": f"[{phones}]" if phones else "",
            "email": quoted(self.answers["email"]) if self.answers["email"] else "",
            "address": f"{{{self.languages[0]}: {quoted(self.answers['address'])}}}" if self.answers["address"] else "",
        }
        return "".join(f"  {key}: {value}\n" for key, value in lines.items() if value)

    def named(self, language: str) -> Answers:
        """The municipality's name in a language."""
        return {"name": self.answers[f"name_{language}"]}

    def in_each(self, words: Callable[[str], str]) -> str:
        """A text in each language, as YAML."""
        return "{" + ", ".join(f"{language}: {quoted(words(language))}" for language in self.languages) + "}"


def starter(name: str) -> str:
    """A text of the starter."""
    return (files("sitegen.editing") / STARTER / name).read_text(encoding="utf-8")


def words_of(language: str) -> Answers:
    """The words of the example in a language."""
    raw, _ = compose(starter(f"words/{language}.yaml"), f"{language}.yaml")
    return {key.text: value.text for key, value in raw if hasattr(value, "text")}


def filled(text: str, values: Answers) -> str:
    """A text with the values in their places; those that are not known yet stay."""
    return TOKEN.sub(lambda found: values.get(found[1], found[0]), text)


# ── writing ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def found(founding: Founding) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Writes the site if it builds without an error: its files, and the problems of the trial. Raises Mistake."""
    folder = founding.folder
    assert_free(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}.new-", dir=folder.parent) as beside:
            place = Path(beside, "site")
            paths = tuple(lay(place, founding.texts()))
            order = Order(content=place / "content", now=founding.now)
            outcome = build(order)
            if outcome.has_errors:
                return (), outcome.problems
            accept_example(order)
            move(place, folder)
    except OSError as error:
        raise unwritable(error) from None
    return paths, outcome.problems


def accept_example(order: Order) -> None:
    """Notes that the translations of the example match; raises Mistake."""
    site = understand(order).site
    assert site
    pairs = [pair for pair, standing in site.standings.items() if standing.state is State.NEW]
    save_ledger(order.content, read_ledger(order.content), accepted(site, {}, pairs))


def lay(place: Path, texts: Iterator[tuple[str, str]]) -> Iterator[str]:
    """Writes the files, and tells their paths."""
    for path, text in texts:
        file = place / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        yield path


def move(place: Path, folder: Path) -> None:
    """Lets the new site stand at its place; into a folder with a repository its parts go one by one."""
    with suppress(OSError):
        folder.rmdir()  # an empty one
    if not os.path.lexists(folder):
        place.rename(folder)
        return
    for part in sorted(place.iterdir()):
        part.rename(folder / part.name)


def assert_free(folder: Path) -> None:
    """Raises Mistake for a place where something stands."""
    if not os.path.lexists(folder):
        return
    lying = [] if folder.is_dir() else [folder.name]
    with suppress(OSError):
        lying += sorted(path.name for path in folder.iterdir() if path.name not in LITTER)
    if lying:
        raise Mistake(
            "ADR-10",
            message("'{folder}' is not empty: {names}", folder=folder.name, names=", ".join(lying[:5])),
            message("Name a folder that is empty or does not exist yet; nothing is overwritten."),
        )
