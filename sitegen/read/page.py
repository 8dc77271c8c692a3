"""Pages: the files of one page in its languages become one frozen value per language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sitegen.kinds import Kind, kind_of
from sitegen.model.document import EMPTY, Document
from sitegen.model.fields import Desk, missing_key, read_fields, translate_fields
from sitegen.model.page import Page
from sitegen.model.raw import Entries, Items, Raw, Scalar
from sitegen.model.readers import scalar
from sitegen.model.source import Source
from sitegen.problems import Location, Mistake, Problem, message
from sitegen.read.decoding import PlacedMistake, read_text
from sitegen.read.frontmatter import Split, split_page
from sitegen.read.source import Found

Parse = Callable[[str, str, int, str], tuple[Document, tuple[Problem, ...]]]
"""`(text, language, first line, path) -> (document, problems)`."""


@dataclass(kw_only=True)
class PageReading:
    """What became of one page."""

    versions: list[Page] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    has_whole_source: bool = True
    """Whether the front matter of the source is free of errors, so that what it lacks is really absent."""
    doubtful: frozenset[str] = frozenset()
    """The fields of the source with mistakes in them."""

    def is_short_of(self, files: Mapping[str, Found]) -> bool:
        """Whether one of the page's files could not be read."""
        return sum(version.is_translated for version in self.versions) < len(files)


@dataclass(frozen=True, kw_only=True)
class Reader:
    """How pages are read: the site's languages, the name of the content folder and the Markdown parser."""

    languages: tuple[str, ...]
    root_name: str
    parse: Parse

    def read(self, page_id: str, files: Mapping[str, Found]) -> PageReading:
        """All versions of a page; none when its source cannot be read."""
        reading = PageReading()
        splits = {language: split for language, found in files.items() if (split := self.split(found, reading))}
        named = self.languages_named(self.only_of(files, splits))
        original = named[0] if named else self.languages[0]
        if original not in splits:
            if original not in files:
                reading.problems.append(self.no_source(page_id, original, files))
            return reading
        source = self.read_source(page_id, original, files[original], splits[original], reading)
        reading.versions.append(source)
        for language in named or self.languages:
            if language != original and language in splits:
                reading.versions.append(self.translate(source, language, files[language], splits[language], reading))
            elif language != original and language not in files and type(source).has_facts and not named:
                reading.versions.append(
                    replace(source, language=language, is_translated=False, slug="", aliases=(), updated=None)
                )
        self.refuse_others(named, files, reading)
        return reading

    def path(self, found: Found) -> str:
        """The path of a file in problems."""
        return f"{self.root_name}/{found.path}"

    def split(self, found: Found, reading: PageReading) -> Split | None:
        """Head and body of a file; None, and a problem, when it cannot be read."""
        try:
            text = read_text(found.disk, self.path(found))
            split = split_page(text, self.path(found))
        except PlacedMistake as placed:
            reading.problems.append(placed.problem)
            return None
        reading.problems.extend(split.problems)
        reading.sources.append(Source(self.path(found), text, split.body_line))
        return split

    def only_of(self, files: Mapping[str, Found], splits: Mapping[str, Split]) -> Raw | None:
        """The value of `only` in the default language's file, else in the file that it names before that one.

        Where the default language has no file, the first value counts.
        """
        first = self.languages[0]
        values = {language: value for language, split in splits.items() if (value := split.head.get("only"))}
        if first not in files or first in values:
            return values.get(first) or next(iter(values.values()), None)
        named = ((value, self.languages_named(value)) for value in values.values())
        return next((value for value, names in named if first in names[1:]), None)

    def languages_named(self, only: Raw | None) -> tuple[str, ...]:
        """The languages of `only`, each once, as far as they are the site's."""
        values = only.values if isinstance(only, Items) else (only,)
        names = (value.text.strip() for value in values if isinstance(value, Scalar))
        return tuple(dict.fromkeys(name for name in names if name in self.languages))

    def no_source(self, page_id: str, original: str, files: Mapping[str, Found]) -> Problem:
        """The problem of translations without a source."""
        language, found = next(iter(files.items()))
        mistake = Mistake(
            "REF-05",
            message("the page '{page}' has no file in its main language ({language})", page=page_id, language=original),
            message("Write that file, or add 'only: [{language}]' here.", language=language),
        )
        return mistake.at(Location(self.path(found)))

    def refuse_others(self, named: tuple[str, ...], files: Mapping[str, Found], reading: PageReading) -> None:
        """Files in languages that `only` leaves out are errors."""
        for language, found in files.items():
            if named and language not in named:
                mistake = Mistake(
                    "FLD-10",
                    message("'only' of this page does not name the language '{language}'", language=language),
                    message("Add it to 'only' in the source file, or delete this file."),
                )
                reading.problems.append(mistake.at(Location(self.path(found))))

    def read_source(self, page_id: str, language: str, found: Found, split: Split, reading: PageReading) -> Page:
        """The version that holds the facts."""
        kind = kind_of(page_id)
        desk = Desk(language=language, languages=self.languages, file=self.path(found))
        head, extra = own_keys(split.head, kind, desk)
        values = read_fields(kind.page, head, desk, desk.start)
        reading.has_whole_source = not any(problem.is_error for problem in (*split.problems, *desk.problems))
        reading.doubtful = frozenset(desk.doubtful)
        return kind.page(
            id=page_id,
            language=language,
            original=language,
            source=desk.file,
            **self.frame(language, desk, split, reading, extra),
            **values,
        )

    def translate(self, source: Page, language: str, found: Found, split: Split, reading: PageReading) -> Page:
        """The source's facts with the words of another file."""
        desk = Desk(
            language=language,
            languages=self.languages,
            file=self.path(found),
            source=source.file,
            trusts_source=reading.has_whole_source,
        )
        head, extra = own_keys(split.head, kind_of(source.id), desk)
        words = translate_fields(source, head, desk)
        if head.get("title") is None:
            desk.report(missing_key("title"), desk.start)
        own: dict[str, Any] = {"slug": "", "aliases": (), "updated": None} | words
        return replace(
            source, language=language, is_translated=True, **self.frame(language, desk, split, reading, extra), **own
        )

    def frame(
        self, language: str, desk: Desk, split: Split, reading: PageReading, extra: tuple[tuple[str, str], ...]
    ) -> dict[str, Any]:
        """What a version has from its own file beside the fields."""
        body, problems = (
            self.parse(split.body, language, split.body_line, desk.file) if split.body.strip() else (EMPTY, ())
        )
        reading.problems.extend((*desk.problems, *problems))
        return {
            "file": desk.file,
            "body": body,
            "body_language": language,
            "positions": desk.positions,
            "extra": extra,
        }


def own_keys(head: Entries, kind: Kind, desk: Desk) -> tuple[Entries, tuple[tuple[str, str], ...]]:
    """The head without `kind` and the site's own `x_…` keys, and those keys with their text."""
    rest, extra = [], []
    for key, value in head:
        if key.text == "kind":
            desk.attempt(lambda raw: confirm_kind(scalar(raw), kind), value)
        elif key.text.startswith("x_"):
            extra.append((key.text, value.text if isinstance(value, Scalar) else ""))
        else:
            rest.append((key, value))
    return Entries(tuple(rest), head.at), tuple(extra)


def confirm_kind(stated: str, kind: Kind) -> None:
    """Raises Mistake when a front matter says another kind than the page's place."""
    if stated not in (kind.name, "page" if kind.name == "section" else kind.name):
        raise Mistake(
            "FLD-07",
            message("in this folder a page is of the kind '{kind}', not '{stated}'", kind=kind.name, stated=stated),
            message("Delete the line, or move the file: projects/<name>/, …/events/, …/news/."),
        )
