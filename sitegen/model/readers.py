"""Readers: how the raw text of a field becomes a value of one type, in the source and in a translation."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sitegen.model.fields import Desk, Reader, fields_of, read_fields, translate_fields
from sitegen.model.language import Multilingual, Phrase
from sitegen.model.raw import Entries, Items, Raw, Scalar, is_empty
from sitegen.problems import Message, Mistake, message
from sitegen.text.nearest import nearest


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
