"""Fields: what a key of a front matter may hold. A field's annotation is its validator and its documentation.

`Annotated[T, Fact(reader)]` stands in the source file only, `Annotated[T, Words(reader)]` in every language.
A reader turns raw text into a value or raises `Mistake`; the desk collects the problems and their places.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, ClassVar, Protocol, get_type_hints

from sitegen.model.raw import Entries, Raw, is_empty
from sitegen.problems import Location, Mistake, Problem, Severity, message
from sitegen.text.nearest import nearest


class Reader(Protocol):
    """Turns raw text into a value of one type."""

    @property
    def expects(self) -> str:
        """What may be written, in a few words, for the reference page."""

    def read(self, raw: Raw, desk: Desk) -> Any:
        """The value; raises Mistake when the whole of it is wrong, reports to the desk what is wrong inside."""


class Translatable(Reader, Protocol):
    """A reader whose values hold words beside facts."""

    def translate(self, value: Any, raw: Raw, desk: Desk) -> Any:
        """The value with the words that the translation gives."""


@dataclass(kw_only=True)
class Desk:
    """Where one file is read: its language and the site's, the problems found and the places of the values."""

    language: str
    languages: tuple[str, ...]
    file: str
    source: str = ""
    """The file of the facts, when this one is a translation."""
    trusts_source: bool = True
    """Whether the source was read without a mistake, so that what it lacks is really absent."""
    problems: list[Problem] = field(default_factory=list)
    positions: dict[str, Location] = field(default_factory=dict)
    path: tuple[str, ...] = ()
    doubtful: set[str] = field(default_factory=set)
    """The fields with mistakes in them, so that what they lack may be written there."""

    def report(self, mistake: Mistake, at: Location, severity: Severity = Severity.ERROR) -> None:
        """Notes a mistake at a place."""
        self.problems.append(mistake.at(at, severity))
        self.doubtful.update(self.path[:1])

    def attempt(self, act: Callable[[Raw], Any], raw: Raw, *name: str) -> Any:
        """What `act` makes of `raw`; None, and a problem noted, when it raises Mistake."""
        outside, self.path = self.path, (*self.path, *name)
        self.positions[".".join(self.path)] = raw.at
        try:
            return act(raw)
        except Mistake as mistake:
            self.report(mistake, raw.at)
            return None
        finally:
            self.path = outside

    def read(self, reader: Reader, raw: Raw, *name: str) -> Any:
        """What a reader makes of `raw`; None, and a problem noted, when it raises Mistake."""
        return self.attempt(lambda value: reader.read(value, self), raw, *name)

    @property
    def is_source(self) -> bool:
        """Whether this is the file of the facts."""
        return not self.source

    @property
    def start(self) -> Location:
        """The place for what the file lacks as a whole."""
        return Location(self.file)


@dataclass(frozen=True)
class Fact:
    """Marks a field whose facts stand in the source file only."""

    reader: Reader
    required: bool = False
    about: str = ""
    is_words: ClassVar[bool] = False
    inherited: ClassVar[bool] = True


@dataclass(frozen=True)
class Words:
    """Marks a field that every language has for itself."""

    reader: Reader
    required: bool = False
    inherited: bool = True
    """Whether a translation without it shows the source's."""
    about: str = ""
    is_words: ClassVar[bool] = True


@dataclass(frozen=True)
class Named:
    """A field of a class with its mark."""

    name: str
    mark: Fact | Words

    @property
    def in_translations(self) -> bool:
        """Whether a translation may give this field or something within it."""
        return self.mark.is_words or has_words(self.mark.reader)


@cache
def fields_of(owner: type) -> tuple[Named, ...]:
    """The fields that an editor writes, in the order of declaration, those of the bases first."""
    hints = get_type_hints(owner, include_extras=True)
    return tuple(
        Named(name, mark)
        for name in (f.name for f in dataclasses.fields(owner))
        for mark in getattr(hints[name], "__metadata__", ())
        if isinstance(mark, Fact | Words)
    )


def has_words(reader: Reader) -> bool:
    """Whether values of this reader hold something to translate."""
    owner = getattr(reader, "owner", None)
    return owner is not None and any(f.in_translations for f in fields_of(owner))


def read_fields(owner: type, raw: Entries, desk: Desk, missing_at: Location) -> dict[str, Any]:
    """The values of a source's map by field name; `missing_at` is the place for required fields that are absent."""
    known = {f.name: f for f in fields_of(owner)}
    values: dict[str, Any] = {}
    for key, value in raw:
        if key.text not in known:
            desk.report(unknown_key(key.text, known), key.at)
        elif not is_empty(value):
            values[key.text] = desk.read(known[key.text].mark.reader, value, key.text)
    for name, found in known.items():
        if found.mark.required and raw.get(name) is None:
            desk.report(missing_key(name), missing_at)
    return {name: value for name, value in values.items() if value is not None}


def translate_fields(owner: object, raw: Entries, desk: Desk) -> dict[str, Any]:
    """The words that a translation's map gives, by field name; facts in it are reported."""
    owner_type: type = type(owner)
    known = {f.name: f for f in fields_of(owner_type)}
    words: dict[str, Any] = {}
    for key, value in raw:
        if key.text not in known:
            desk.report(unknown_key(key.text, known), key.at)
        elif not known[key.text].in_translations:
            desk.report(fact_in_translation(key.text, desk.source), key.at)
        elif not is_empty(value):
            act = translator(known[key.text].mark, getattr(owner, key.text), desk)
            words[key.text] = desk.attempt(act, value, key.text)
    return {name: value for name, value in words.items() if value is not None}


def translator(mark: Fact | Words, value: Any, desk: Desk) -> Callable[[Raw], Any]:
    """How a field is read in a translation: afresh when it is words, onto the source's value when it holds words."""
    if mark.is_words:
        return lambda raw: mark.reader.read(raw, desk)
    translate = mark.reader.translate  # type: ignore[attr-defined]
    return lambda raw: translate(value, raw, desk)


def unknown_key(key: str, known: Mapping[str, object] | Sequence[str]) -> Mistake:
    """The complaint about a key that the format does not have."""
    near = nearest(key, list(known))
    if near and not key.isascii():
        hint = message("Did you mean '{near}'? Some letters here are Cyrillic and only look like it.", near=near)
    elif near:
        hint = message("Did you mean '{near}'?", near=near)
    else:
        hint = message("Known keys: {keys}. A key of your own begins with x_.", keys=", ".join(known))
    return Mistake("FLD-01", message("unknown key '{key}'", key=key), hint)


def missing_key(key: str) -> Mistake:
    """The complaint about a required key that is absent."""
    return Mistake("FLD-02", message("'{key}' is missing", key=key), message("Add a line '{key}: …'.", key=key))


def fact_in_translation(key: str, source: str) -> Mistake:
    """The complaint about a fact outside the source file."""
    return Mistake(
        "FLD-04",
        message("'{key}' is a fact and does not belong in a translation", key=key),
        message("Facts stand once, in {source}. Write it there and delete it here.", source=source),
    )
