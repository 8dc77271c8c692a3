"""A build from top to bottom: read, model, plan, render, check. The caller writes the outcome or serves it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache

from sitegen.builder.perform import Made, perform
from sitegen.builder.plan import Plan, make_plan
from sitegen.checks import CHECKS, PROOFS, examine
from sitegen.checks.inspection import Inspection
from sitegen.checks.switches import SwitchedOff, without_switched_off
from sitegen.markup.parsing import parse_markdown
from sitegen.markup.words import MarkupWords
from sitegen.model.artifact import Artifact
from sitegen.model.config import Config
from sitegen.model.document import Document
from sitegen.model.gate import public
from sitegen.model.site import Site
from sitegen.outputs import OUTPUTS
from sitegen.problems import Location, Mistake, Problem, in_order, message
from sitegen.read.config import read_config
from sitegen.read.page import Parse
from sitegen.read.site import read_site
from sitegen.render.catalogue import Catalogue
from sitegen.render.theme import Theme, load_theme
from sitegen.render.workshop import Workshop


@dataclass(frozen=True, kw_only=True)
class Order:
    """What a command asks for."""

    content: Path
    theme: Path | None = None
    base_url: str = ""
    cache: Path | None = None
    """A folder for what may be forgotten at any time."""
    now: datetime
    """Local time, Europe/Sofia, without zone."""
    jobs: int = 1
    drafts: bool = False
    relative_links: bool = False


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came of it; with an error among the problems the artifacts must not be published."""

    site: Site | None
    whole: Site | None = None
    """The same with its drafts, and with what is before or after its time."""
    artifacts: tuple[Artifact, ...] = ()
    problems: tuple[Problem, ...] = ()
    switched_off: tuple[SwitchedOff, ...] = ()
    """The checks that site.yaml switches off; what they found is not among the problems."""

    @property
    def has_errors(self) -> bool:
        """Whether the site that stands must stay."""
        return any(problem.is_error for problem in self.problems)


@dataclass(frozen=True, kw_only=True)
class Understood:
    """A content folder that was read and not yet judged."""

    site: Site | None = None
    """Drafts included; None where the settings or the theme do not allow to read on."""
    theme: Theme | None = None
    problems: tuple[Problem, ...] = ()


def build(order: Order) -> Outcome:
    """The five steps without the last one, writing."""
    read = understand(order)
    if read.site is None or read.theme is None:
        return Outcome(site=None, problems=in_order(list(read.problems)))
    site = public(read.site, drafts=order.drafts)
    plan = make_plan(site, OUTPUTS)
    made = perform(plan.tasks, Workshop(read.theme, bytecode(order.cache)), order.jobs)
    inspection = Inspection(read.site, site, (*made.artifacts, *unmade(plan, made)))
    judged, switched_off = without_switched_off(examine(inspection, CHECKS), site.config)
    whole = [*read.problems, *plan.problems, *made.problems, *judged]
    if not any(problem.is_error for problem in whole):
        whole += examine(inspection, PROOFS)
    return Outcome(
        site=site, whole=read.site, artifacts=made.artifacts, problems=in_order(whole), switched_off=switched_off
    )


def understand(order: Order) -> Understood:
    """The first step: settings, theme and content."""
    config, problems = read_config(order.content)
    if config is None:
        return Understood(problems=problems)
    theme, found = load_theme(
        theme_folder(order, config),
        config.languages,
        config.at("languages"),
        has_fonts=config.font != "system",
        brand=config.brand,
    )
    found += unknown_theme(order, config)
    problems += found
    if any(problem.is_error for problem in found):
        return Understood(problems=problems)
    config = replace(
        config,
        section_words=theme.section_words(),
        theme_files=tuple(theme.files.values()),
        url=order.base_url or config.url,
    )
    reading = read_site(
        order.content, config, now=order.now, parse=parser(theme.catalogues), relative_links=order.relative_links
    )
    return Understood(site=reading.site, theme=theme, problems=(*problems, *reading.problems))


def unmade(plan: Plan, made: Made) -> Iterator[Artifact]:
    """Stand-ins for what could not be made, so that links to it are not reported too."""
    paths = {artifact.path for artifact in made.artifacts}
    for task in plan.tasks:
        if task.path not in paths:
            yield Artifact(path=task.path, content=None, copy_of="", origin=task.origin)


def bytecode(cache: Path | None) -> BytecodeCache | None:
    """Where compiled templates are kept; None when there is no place."""
    try:
        folder = cache / "templates" if cache else None
        if folder is None:
            return None
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))


def theme_folder(order: Order, config: Config) -> Path | None:
    """The site's own theme; None for the default one."""
    if order.theme:
        return order.theme
    own = order.content.parent / "themes" / config.theme
    return own if own.is_dir() else None


def unknown_theme(order: Order, config: Config) -> tuple[Problem, ...]:
    """The problem of a theme that is named and not there."""
    folder = theme_folder(order, config)
    if (folder and folder.is_dir()) or (folder is None and config.theme == "default"):
        return ()
    name = str(order.theme or config.theme)
    mistake = Mistake(
        "THM-05",
        message("there is no theme '{name}'", name=name),
        message("A theme is a folder under themes/; write 'theme: default' for the one that comes along."),
    )
    return (mistake.at(config.at("theme")),)


def parser(catalogues: Mapping[str, Catalogue]) -> Parse:
    """The Markdown parser with the words of each language; it places the findings in the file."""
    words = {code: markup_words(catalogue) for code, catalogue in catalogues.items()}

    def parse(text: str, language: str, first_line: int, path: str) -> tuple[Document, tuple[Problem, ...]]:
        parsed = parse_markdown(text, language=language, first_line=first_line, words=words[language])
        found = (
            Problem(Location(path, f.line, f.column), f.code, f.message, f.hint, f.severity) for f in parsed.problems
        )
        return parsed.document, tuple(found)

    return parse


def markup_words(catalogue: Catalogue) -> MarkupWords:
    """The few words that bodies need."""
    keys = ("footnote_back", "note", "warning", "quote")
    back, note, warning, quote = (catalogue.texts.get(key, key) for key in keys)
    return MarkupWords(back_to_text=back, note=note, warning=warning, quote=quote)
