"""Returned: what an outside translator sends back goes to its places, where nobody wrote anything newer meanwhile."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from sitegen.editing.acceptance import Pair, has_errors, left_out, unsound
from sitegen.editing.bilingual import Bilingual, beside
from sitegen.editing.composing import Composed, composed
from sitegen.editing.fitting import Fitted, Fitting, page_problem
from sitegen.editing.source_file import Misfit, SourceFile, changed_meanwhile, read_file, save, unwritable
from sitegen.editing.xliff import Exchange, Unit
from sitegen.markup.pairing import Taken, accepted_in_part
from sitegen.markup.paragraphs import FIELD
from sitegen.markup.standing import text_of
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.model.source import Source
from sitegen.model.translation import Ledger
from sitegen.model.wordings import wordings
from sitegen.problems import Location, Mistake, Problem, Severity, message
from sitegen.read.page import Parse, Reader
from sitegen.read.source import Found, files_in


@dataclass(frozen=True)
class Rewritten:
    """A translation's file as it will be, and as it is then read."""

    path: str
    """As in problems, `content/…`."""
    disk: Path
    before: SourceFile | None
    """None for a new file."""
    after: SourceFile
    version: Page
    source: Source


@dataclass(frozen=True)
class Return:
    """What becomes of one page."""

    pair: Pair
    fitted: Fitted
    rewritten: Rewritten | None = None
    """None where the file stays as it is."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """Of the paragraphs in the translation's body, by the name of the source's that they answer."""


@dataclass(frozen=True)
class Homecoming:
    """What becomes of a returned file."""

    returns: tuple[Return, ...]
    problems: tuple[Problem, ...]
    """Those that no page has; the others are in the returns."""

    @property
    def rewritten(self) -> tuple[Rewritten, ...]:
        """The files that change."""
        return tuple(one.rewritten for one in self.returns if one.rewritten)


@dataclass(frozen=True)
class Receiver:
    """Takes a returned file in: the site as it is, and what is needed to read its pages again."""

    site: Site
    ledger: Ledger
    problems: tuple[Problem, ...]
    """Of the content."""
    parse: Parse
    content: Path

    def received(self, exchange: Exchange, path: str) -> Homecoming:
        """What becomes of the units of a file that is called `path` in problems; raises Mistake. Nothing is written."""
        language = language_of(self.site, exchange.language)
        source_language = language_of(self.site, exchange.source_language)
        disks = {f"{self.site.root}/{one.path}": one.disk for one in files_in(self.content, [])}
        returns, problems = [], []
        for batch in exchange.batches:
            try:
                two = self.pair(batch.page, language, source_language)
                returns.append(self.taken_in(two, language, batch.units, disks))
            except Mistake as mistake:
                problems.append(page_problem(batch.units[0], mistake))
        return Homecoming(tuple(returns), tuple(problems))

    def pair(self, page_id: str, language: str, source_language: str) -> Bilingual:
        """A page beside its translation; raises Mistake where it may not have one, or has errors."""
        if page_id in self.site.lost:
            raise unsound(page_id)
        if not any(known == page_id for known, _ in self.site.standings):
            raise no_page(page_id)
        if (page_id, language) not in self.site.standings:
            raise left_out(page_id, language)
        two = beside(self.site, self.ledger, page_id, language)
        if two.source.language != source_language or language == source_language:
            raise another_source(two.source.language)
        if any(has_errors(page, self.problems) for page in (two.source, two.translation) if page):
            raise unsound(page_id)
        return two

    def taken_in(self, two: Bilingual, language: str, units: tuple[Unit, ...], disks: Mapping[str, Path]) -> Return:
        """The units of one page in their places; raises Mistake where its file cannot be read."""
        pair = (two.source.id, language)
        fitted = Fitting(two, language, units).fitted()
        if not fitted.texts:
            return Return(pair, fitted, numbers=fitted.numbers)
        source = disks[two.source.file]
        path = two.translation_file.path or renamed(two.source.file, two.source.language, language)
        disk = disks.get(path) or source.with_name(renamed(source.name, two.source.language, language))
        before = read_file(disk) if two.translation else None
        if before and before.text != two.translation_file.text:
            raise changed_meanwhile()
        try:
            made = composed(two, before, fitted.texts, fitted.numbers)
        except Misfit:
            raise no_room() from None
        version, text = self.read_again(two, language, path, made)
        if not is_as_meant(two, fitted.texts, made, version, text):
            raise no_room()
        fitted.problems += untranslated_titles(made, path)
        numbers = {name: number for number, (name, _) in enumerate(made.body) if name}
        return Return(pair, fitted, Rewritten(path, disk, before, made.file, version, text), numbers)

    def read_again(self, two: Bilingual, language: str, path: str, made: Composed) -> tuple[Page, Source]:
        """The translation as the site will read it; raises Mistake for errors in it."""
        reader = Reader(languages=self.site.config.languages, root_name=self.site.root, parse=self.parse)
        with tempfile.TemporaryDirectory() as folder:
            disks = [Path(folder, "source.md"), Path(folder, "translation.md")]
            disks[0].write_text(two.source_file.text, encoding="utf-8", newline="\n")
            disks[1].write_bytes(made.file.data)
            places = [place.removeprefix(f"{self.site.root}/") for place in (two.source.file, path)]
            found = [Found(place, disk) for place, disk in zip(places, disks, strict=True)]
            reading = reader.read(two.source.id, {two.source.language: found[0], language: found[1]})
        wrong = next((problem for problem in reading.problems if problem.is_error), None)
        if wrong:
            raise Mistake(wrong.code, wrong.message, wrong.hint)
        version = next(page for page in reading.versions if page.language == language)
        return version, next(source for source in reading.sources if source.path == path)


def renamed(path: str, old: str, new: str) -> str:
    """The name of a version in another language."""
    return f"{path.removesuffix(f'.{old}.md')}.{new}.md"


def is_as_meant(two: Bilingual, texts: Mapping[str, str], made: Composed, version: Page, source: Source) -> bool:
    """Whether a file is read with the texts in their places, and all others as they were."""
    fields = {name: text for name, text in texts.items() if two.paragraphs[name].kind == FIELD}
    words = {wording.id: wording.text for wording in wordings(version)}
    return words == {**two.words, **fields} and text_of(version, source).blocks == tuple(text for _, text in made.body)


def untranslated_titles(made: Composed, path: str) -> Iterator[Problem]:
    """The titles of boxes in a new body, which stand in no paragraph."""
    for title in made.titles:
        complaint = message("the title of the block '{title}' is still the source's", title=title)
        line = next(number for number, line in enumerate(made.file.lines, 1) if line.startswith(":") and title in line)
        hint = message("Translate it in this file.")
        yield Mistake("LNG-08", complaint, hint).at(Location(path, line), Severity.WARNING)


# ── what is then accepted and written ───────────────────────────────────────────────────────────────────────────────


def site_after(site: Site, returns: Iterable[Return]) -> Site:
    """The site with the files as they will be."""
    made = [one.rewritten for one in returns if one.rewritten]
    versions = {(one.version.id, one.version.language): one.version for one in made}
    kept = tuple(page for page in site.pages if (page.id, page.language) not in versions)
    sources = {**site.sources, **{one.path: one.source for one in made}}
    return replace(site, pages=(*kept, *versions.values()), sources=sources)


def ledger_after(site: Site, ledger: Ledger, returns: Iterable[Return]) -> Ledger:
    """The ledger once the texts are put in; `site` is the one with them."""
    found = {}
    for one in returns:
        version = site.index.get(one.pair)
        if one.fitted.sources and version:
            source = site.index[version.id, version.original]
            before, after = (text_of(page, site.sources[page.file]) for page in (source, version))
            sources = one.fitted.sources.items()
            taken = {name: Taken(text, one.numbers.get(name, 0)) for name, text in sources}
            found[one.pair] = accepted_in_part(one.pair, ledger.get(one.pair, {}), before, after, taken)
    return {**ledger, **found}


def write(content: Path, rewritten: Rewritten) -> Problem | None:
    """Writes a file; the problem when it stays as it is."""
    try:
        if rewritten.before is None:
            create(content, rewritten.disk, rewritten.after)
        else:
            save(content, rewritten.disk, rewritten.before, rewritten.after)
    except Mistake as mistake:
        return mistake.at(Location(rewritten.path))
    return None


def create(content: Path, disk: Path, file: SourceFile) -> None:
    """Writes a file where none is, whole or not at all; raises Mistake."""
    try:
        disk.open("xb").close()
    except FileExistsError:
        raise changed_meanwhile() from None
    except OSError as error:
        raise unwritable(error) from None
    try:
        save(content, disk, SourceFile(b""), file)
    except BaseException:
        with suppress(OSError):
            disk.unlink()
        raise


# ── complaints ──────────────────────────────────────────────────────────────────────────────────────────────────────


def language_of(site: Site, name: str) -> str:
    """A language of the site for `en`, `EN` or `en-GB`; raises Mistake for another one."""
    for code in (name.lower(), name.lower().partition("-")[0]):
        if code in site.config.languages:
            return code
    raise Mistake(
        "LNG-07",
        message("'{language}' in the translator's file is not a language of the site", language=name),
        message("The languages are {languages}; site.yaml lists them.", languages=", ".join(site.config.languages)),
    )


def another_source(language: str) -> Mistake:
    """The complaint about a translation from another language than that of the facts."""
    return Mistake(
        "LNG-08",
        message("the page is translated from '{language}', and the file says another language", language=language),
        message("Export the page again."),
    )


def no_page(page_id: str) -> Mistake:
    """The complaint about a page that went, or got another folder."""
    return Mistake(
        "REF-01",
        message("there is no page '{name}'", name=page_id),
        message("It was renamed or deleted since the file was made; export what is missing again."),
    )


def no_room() -> Mistake:
    """The complaint about texts that the file has no place for."""
    return Mistake(
        "LNG-08",
        message("they could not be put into its file without changing anything else"),
        message("Put them in by hand."),
    )
