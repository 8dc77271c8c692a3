"""Fields: what a key of a front matter may hold. A field's annotation is its validator and its documentation.

`Annotated[T, Fact(reader)]` stands in the source file only, `Annotated[T, Words(reader)]` in every language.
A reader turns raw text into a value or raises `Mistake`; the desk collects the problems and their places.
"""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any, ClassVar, Protocol, get_type_hints

from sitegen.model.language import Multilingual, Phrase
from sitegen.model.raw import Entries, Items, Raw, Scalar, is_empty
from sitegen.problems import Location, Message, Mistake, Problem, Severity, message
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

    def report(self, mistake: Mistake, at: Location, severity: Severity = Severity.ERROR) -> None:
        """Notes a mistake at a place."""
        self.problems.append(mistake.at(at, severity))

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


def wrong_shape(expected: Message) -> Mistake:
    """The complaint about a list where a text stands, and the like."""
    return Mistake("FLD-05", expected, message("See docs/content-format.md for an example."))


def scalar(raw: Raw) -> str:
    """The text of a scalar, trimmed; raises Mistake for a list or a map."""
    if not isinstance(raw, Scalar):
        raise wrong_shape(message("a single value is expected here, not a list or a map"))
    return raw.text.strip()


def entries(raw: Raw) -> Entries:
    """A map; raises Mistake for anything else."""
    if not isinstance(raw, Entries):
        raise wrong_shape(message("a map of 'key: value' is expected here"))
    return raw


def items(raw: Raw) -> tuple[Raw, ...]:
    """The values of a list; raises Mistake for anything else."""
    if not isinstance(raw, Items):
        raise wrong_shape(message("a list is expected here: one '- …' a line, or […]"))
    return raw.values


@dataclass(frozen=True)
class Leaf:
    """A value made of one text by one function."""

    make: Callable[[str], Any]
    expects: str

    def read(self, raw: Raw, desk: Desk) -> Any:
        """What the function makes of the text; raises its Mistake."""
        return self.make(scalar(raw))


@dataclass(frozen=True)
class Prose:
    """Words of the file's language; line breaks become spaces."""

    expects: str = "words"

    def read(self, raw: Raw, desk: Desk) -> Phrase:
        """The words, with inner white space folded."""
        return Phrase(" ".join(scalar(raw).split()), desk.language)


@dataclass(frozen=True)
class Choice:
    """One of some names; `-` and `_` are the same."""

    options: tuple[str, ...]

    @property
    def expects(self) -> str:
        """The names."""
        return "one of `" + "` `".join(self.options) + "`"

    def read(self, raw: Raw, desk: Desk) -> str:
        """The name as it is declared."""
        text = scalar(raw)
        for option in self.options:
            if text.lower().replace("-", "_") == option.lower().replace("-", "_"):
                return option
        near = nearest(text, self.options)
        hint = (
            message("Did you mean '{near}'?", near=near)
            if near
            else message("Choose one of: {all}.", all=", ".join(self.options))
        )
        raise Mistake("FLD-03", message("'{value}' is not a value of this field", value=text), hint)


@dataclass(frozen=True)
class ListOf:
    """A list of values of one reader."""

    each: Reader
    unique: bool = False

    @property
    def expects(self) -> str:
        """What each of them is."""
        return f"list: {self.each.expects}"

    def read(self, raw: Raw, desk: Desk) -> tuple[Any, ...]:
        """The values that are right; the others are reported."""
        found: list[Any] = []
        for value in items(raw):
            made = desk.read(self.each, value, str(len(found)))
            if self.unique and made in found:
                desk.report(
                    Mistake(
                        "FLD-08", message("'{value}' stands here twice", value=made), message("Delete one of them.")
                    ),
                    value.at,
                )
            elif made is not None:
                found.append(made)
        return tuple(found)


@dataclass(frozen=True)
class EachLanguage:
    """A text in several languages: `{bg: "…", en: "…"}`."""

    expects: str = "map from language to words"

    def read(self, raw: Raw, desk: Desk) -> Multilingual:
        """The texts in the order of the site's languages."""
        given = dict(self.texts(entries(raw), desk))
        return Multilingual(tuple((name, given[name]) for name in desk.languages if name in given))

    def texts(self, raw: Entries, desk: Desk) -> Iterator[tuple[str, str]]:
        """Language and text of each entry."""
        for key, value in raw:
            if key.text not in desk.languages:
                desk.report(unknown_language(key.text, desk.languages), key.at)
            elif not is_empty(value):
                text = desk.attempt(scalar, value, key.text)
                if text is not None:
                    yield key.text, " ".join(text.split())


def unknown_language(name: str, languages: Sequence[str]) -> Mistake:
    """The complaint about a language that the site does not have."""
    return Mistake(
        "ADR-05",
        message("'{name}' is not a language of the site", name=name),
        message("The languages are {languages}; site.yaml lists them.", languages=", ".join(languages)),
    )


@dataclass(frozen=True)
class Record:
    """A map with the fields of a dataclass; a bare text stands for the field named `short`."""

    owner: type
    short: str = ""
    unique: str = ""
    """Of the records of a list: the field that names one, for translations and links."""

    @property
    def expects(self) -> str:
        """The names of its fields."""
        return "`{" + ", ".join(f.name for f in fields_of(self.owner)) + "}`"

    def read(self, raw: Raw, desk: Desk) -> Any:
        """The record; raises Mistake when something required is missing."""
        before = len(desk.problems)
        if isinstance(raw, Scalar) and self.short:
            return self.owner(**{self.short: desk.read(self.reader(self.short), raw, self.short)})
        values = read_fields(self.owner, entries(raw), desk, raw.at)
        return self.owner(**values) if len(desk.problems) == before else None

    def reader(self, name: str) -> Reader:
        """The reader of one of the fields."""
        return next(f.mark.reader for f in fields_of(self.owner) if f.name == name)

    def translate(self, value: Any, raw: Raw, desk: Desk) -> Any:
        """The record with the words of a translation; a bare text is its first word field."""
        if value is None and not desk.trusts_source:
            return None
        if value is None:
            raise Mistake(
                "FLD-06",
                message("the source file has nothing that these words could translate"),
                message("Write it in the source file first, or delete it here."),
            )
        if isinstance(raw, Scalar):
            return dataclasses.replace(value, **{self.first_words: Phrase(" ".join(raw.text.split()), desk.language)})
        return dataclasses.replace(value, **translate_fields(value, entries(raw), desk))

    @property
    def first_words(self) -> str:
        """The field that a bare text translates."""
        return next(f.name for f in fields_of(self.owner) if f.mark.is_words)


@dataclass(frozen=True)
class Records:
    """A list of records, each named by its `key`; in a translation a map from key to words."""

    owner: type
    key: str = "id"

    @property
    def expects(self) -> str:
        """The fields of each."""
        return f"list of {Record(self.owner).expects}"

    def read(self, raw: Raw, desk: Desk) -> tuple[Any, ...]:
        """The records that are right; the others are reported."""
        found: dict[str, Any] = {}
        for value in items(raw):
            made = desk.read(Record(self.owner), value, str(len(found)))
            if made is None:
                continue
            name = getattr(made, self.key)
            if name in found:
                again = Mistake(
                    "FLD-08",
                    message("'{value}' stands here twice", value=name),
                    message("Give each its own '{key}'.", key=self.key),
                )
                desk.report(again, value.at)
            found.setdefault(name, made)
        return tuple(found.values())

    def translate(self, value: tuple[Any, ...], raw: Raw, desk: Desk) -> tuple[Any, ...]:
        """The records with the words of a translation, in the source's order."""
        if isinstance(raw, Items):
            raise list_in_translation(self.key)
        named = {getattr(record, self.key): record for record in value}
        for key, words in entries(raw):
            name = same_name(key.text)
            if name not in named:
                if desk.trusts_source:
                    desk.report(unknown_item(key.text, list(named)), key.at)
            elif not is_empty(words):
                old = named[name]
                named[name] = desk.attempt(partial(self.translate_one, old, desk=desk), words, name) or old
        return tuple(named.values())

    def translate_one(self, old: Any, raw: Raw, desk: Desk) -> Any:
        """One record with its words."""
        return Record(self.owner).translate(old, raw, desk)


def same_name(text: str) -> str:
    """An id or a file's name as the source has it, however the Mac or the editor spells it."""
    return unicodedata.normalize("NFC", text.strip()).removeprefix("./")


def list_in_translation(key: str) -> Mistake:
    """The complaint about a translation that repeats the source's list."""
    return Mistake(
        "FLD-05",
        message("in a translation this is a map from '{key}' to words, not a list", key=key),
        message("Write each as '<{key}>: words', so that order and number stay those of the source.", key=key),
    )


def unknown_item(name: str, known: Sequence[str]) -> Mistake:
    """The complaint about words for an item that the source does not have."""
    near = nearest(name, known)
    if near:
        hint = message("Did you mean '{near}'?", near=near)
    else:
        hint = message("The source file has: {known}.", known=", ".join(known) or "–")
    return Mistake("FLD-06", message("the source file has no '{name}' here", name=name), hint)
