"""A build from top to bottom: read, model, plan, render, check. The caller writes the outcome or serves it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemBytecodeCache

from sitegen.builder.fingerprint import digest, fingerprint, see
from sitegen.builder.gather import assemble, gather
from sitegen.builder.judging import judge
from sitegen.builder.memo import Memo
from sitegen.builder.order import Order
from sitegen.builder.pages import Desk
from sitegen.builder.perform import NOTHING, NOTHING_MADE, Bench, Earlier, Made, perform
from sitegen.builder.plan import Plan, make_plan
from sitegen.builder.steps import CHECKING, PLANNING
from sitegen.checks.inspection import Inspection
from sitegen.checks.switches import SwitchedOff, without_switched_off
from sitegen.markup.parsing import parse_markdown
from sitegen.markup.words import MarkupWords
from sitegen.model.artifact import Artifact
from sitegen.model.config import Config
from sitegen.model.document import Document
from sitegen.model.gate import public
from sitegen.model.media import File
from sitegen.model.site import Site
from sitegen.model.translation import Ledger
from sitegen.outputs import OUTPUTS
from sitegen.problems import Location, Mistake, Problem, in_order, message
from sitegen.read.config import read_config
from sitegen.read.media import look_at
from sitegen.read.page import Parse, Reader
from sitegen.read.site import read_site, take_stock
from sitegen.read.source import Found
from sitegen.render.catalogue import Catalogue, ParseCatalogue, parse_catalogue
from sitegen.render.picture_store import PictureStore
from sitegen.render.theme import Theme, default_folder, load_theme, official_words
from sitegen.render.workshop import Workshop


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came of it; with an error among the problems the artifacts must not be published."""

    site: Site | None
    """As the public sees it; of the bodies of its pages only the covers."""
    whole: Site | None = None
    """Drafts and what is not public yet included."""
    made: Made = NOTHING_MADE
    problems: tuple[Problem, ...] = ()
    switched_off: tuple[SwitchedOff, ...] = ()
    """The checks that site.yaml switches off; what they found is not among the problems."""

    @property
    def artifacts(self) -> tuple[Artifact, ...]:
        """What is to be written."""
        return self.made.artifacts

    @property
    def has_errors(self) -> bool:
        """Whether the site that stands must stay."""
        return any(problem.is_error for problem in self.problems)


@dataclass(frozen=True, kw_only=True)
class Groundwork:
    """Settings and theme."""

    config: Config | None = None
    """None where it does not allow to read on; so for the theme."""
    theme: Theme | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Understood:
    """A content folder that was read and not yet judged."""

    site: Site | None = None
    """Drafts included; None where the settings or the theme do not allow to read on."""
    theme: Theme | None = None
    problems: tuple[Problem, ...] = ()


def build(order: Order, memo: Memo | None = None, earlier: Earlier = NOTHING) -> Outcome:
    """The five steps without the last one, writing; what earlier builds made is not made again."""
    memo = memo or Memo()
    ground = lay_ground(order, partial(parse_anew, memo))
    config, theme = ground.config, ground.theme
    if config is None or theme is None:
        return Outcome(site=None, problems=in_order(list(ground.problems)))
    stock = take_stock(order.content, config.languages, partial(look_at_anew, memo))
    works = gather(stock.inventory, desk_of(order, config, theme, stock.ledger), memo, order)
    gathered = assemble(stock, config, works, order.now, relative_links=order.relative_links)
    site = public(gathered.site, drafts=order.drafts)
    order.watcher.begin(PLANNING)
    basis = ground_of(order, config, theme)
    shown = shown_by(site, digest(basis, gathered.outside))
    plan = plan_anew(memo, site, shown)
    inspection = Inspection(gathered.site, site, frozenset(task.path for task in plan.tasks))
    bench = Bench(
        gathered=gathered,
        site=site,
        workshop=workshop_of(memo, order, theme, basis),
        inspection=inspection,
        ground=basis,
        words=fingerprint(words_of(theme)),
        earlier=earlier,
        stage=order.stage,
    )
    made = perform(plan, bench, order)
    bench.workshop.pictures.trim()
    order.watcher.begin(CHECKING)
    found = [*gathered.findings, *judge(memo, inspection, made.text, digest(shown, gathered.placed))]
    judged, switched_off = without_switched_off(found, config)
    whole = [*ground.problems, *gathered.problems, *plan.problems, *untold(made, gathered.problems), *judged]
    if not any(problem.is_error for problem in whole):
        whole += without_switched_off(made.found, config)[0]
    return Outcome(site=site, whole=gathered.site, made=made, problems=in_order(whole), switched_off=switched_off)


def untold(made: Made, known: Sequence[Problem]) -> Iterator[Problem]:
    """Why something could not be made, but for files that were refused when they were read."""
    refused = {problem.at for problem in known if problem.is_error}
    return (problem for problem in made.problems if problem.at not in refused)


def understand(order: Order) -> Understood:
    """The first step: settings, theme and content."""
    ground = lay_ground(order)
    if ground.config is None or ground.theme is None:
        return Understood(problems=ground.problems)
    reading = read_site(
        order.content,
        ground.config,
        now=order.now,
        parse=parser(ground.theme.catalogues),
        relative_links=order.relative_links,
    )
    return Understood(site=reading.site, theme=ground.theme, problems=(*ground.problems, *reading.problems))


def lay_ground(order: Order, parse: ParseCatalogue = parse_catalogue) -> Groundwork:
    """Settings and theme."""
    config, problems = read_config(order.content)
    if config is None:
        return Groundwork(problems=problems)
    theme, found = load_theme(
        theme_folder(order, config),
        config.languages,
        config.at("languages"),
        has_fonts=config.font != "system",
        brand=config.brand,
        parse=parse,
    )
    found += unknown_theme(order, config)
    problems += found
    if any(problem.is_error for problem in found):
        return Groundwork(problems=problems)
    config = replace(
        config,
        section_words=theme.section_words(),
        acknowledgements=official_words(theme, parse),
        theme_files=tuple(theme.files.values()),
        theme_style=theme.css,
        theme_texts=theme.own_texts,
        theme_own_styles=theme.own_styles,
        url=order.base_url or config.url,
    )
    return Groundwork(config=config, theme=theme, problems=problems)


def desk_of(order: Order, config: Config, theme: Theme, ledger: Ledger) -> Desk:
    """What every page is worked on with; the looks of the theme do not matter there."""
    alone = replace(config, theme_files=(), theme_style="", theme_texts=(), theme_own_styles=(), acknowledgements={})
    words = [(code, markup_words(catalogue)) for code, catalogue in theme.catalogues.items()]
    return Desk(
        reader=Reader(languages=config.languages, root_name=order.content.name, parse=parser(theme.catalogues)),
        config=alone,
        ledger=ledger,
        settings=fingerprint((order.content.name, *ordered(alone), words)),
    )


def ordered(config: Config) -> tuple[Config, list[str]]:
    """The settings as a value without sets."""
    return replace(config, incomplete=frozenset()), sorted(config.incomplete)


def ground_of(order: Order, config: Config, theme: Theme) -> bytes:
    """Digest of all that a page's bytes depend on beside the content: settings, theme and day."""
    settings = ordered(replace(config, positions={}))
    return digest(
        fingerprint((*settings, words_of(theme), order.now.date(), order.drafts, order.relative_links)),
        *theme.templates(),
    )


def words_of(theme: Theme) -> list[tuple[object, ...]]:
    """The words of a theme as a value."""
    return [(code, words.texts, words.plurals, words.rule) for code, words in theme.catalogues.items()]


def parse_anew(memo: Memo, data: bytes, language: str) -> Catalogue:
    """The words of a catalogue; those of one that is as it was are recalled."""
    key = digest(data)
    return memo.remember("words", f"{language} {key.hex()}", key, lambda: parse_catalogue(data, language))


def workshop_of(memo: Memo, order: Order, theme: Theme, basis: bytes) -> Workshop:
    """Where pages are rendered; a living build keeps its templates loaded while nothing of their theme changes."""
    pictures = PictureStore(order.cache / "pictures" if order.cache else None)
    return memo.remember("workshop", "", basis, lambda: Workshop(theme, bytecode(order.cache), pictures))


def shown_by(site: Site, basis: bytes) -> bytes:
    """Digest of all that a site may show beside the words of bodies."""
    doubtful = [(page, sorted(fields)) for page, fields in sorted(site.doubtful.items())]
    rest = (site.recorded, sorted(site.moved.items()), sorted(site.hidden), sorted(site.closed), sorted(site.lost))
    return digest(basis, fingerprint((rest, doubtful, site.root)))


def plan_anew(memo: Memo, site: Site, key: bytes) -> Plan:
    """The plan; where nothing changed but the words of bodies it is the one of the build before."""
    known, plan = memo.recall("plan", "")
    if known != key:
        plan = make_plan(site, OUTPUTS)
    if not plan.problems:  # they name places, which move
        memo.keep("plan", "", key, plan)
    found: Plan = plan
    return found


def look_at_anew(memo: Memo, found: Found) -> tuple[File, Mistake | None]:
    """The facts of a file; those of one that is as it was are recalled."""
    _, value = memo.recall("files", found.path)
    known, file = value or (None, None)
    sighting = see(found.disk, known)
    if file and known and known.digest == sighting.digest and file.disk == str(found.disk):
        mistake = None
    else:
        file, mistake = look_at(found)
        file = replace(file, digest=sighting.digest)
    if mistake is None:
        memo.keep("files", found.path, None, (sighting, file))
    return file, mistake


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


def folders_read(content: Path, theme: Path | None) -> tuple[Path, ...]:
    """The folders that a build reads; where the site might have a theme too."""
    return (content, *([theme] if theme else []), content.parent / "themes", default_folder())


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
