"""FORMS: what may be written in the front matter of each kind of page and in the settings, field by field."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.kinds import KINDS
from sitegen.model.config import Config, MapOf
from sitegen.model.fields import Named, Reader, fields_of
from sitegen.model.funding import Programme
from sitegen.model.organisation import Organisation
from sitegen.model.provisions import Amendment
from sitegen.model.readers import Choice, ListOf, Record, Records
from sitegen.read.law import shipped_law
from sitegen.report import Words

FORMS: dict[str, type] = {kind.name: kind.page for kind in KINDS} | {
    "site": Config,
    "organisations": Organisation,
    "programmes": Programme,
    "law": Amendment,
}
"""What an editor can ask about, and the class whose fields answer."""


def as_text(name: str, words: Words) -> str:
    """Every field: its name, whether it is required, what may be written and what it is for; inner fields below."""
    head = words("'!': required. Words stand in every language, facts in the source file alone.")
    return "\n".join((head, *lines(FORMS[name], words, "  ")))


def lines(owner: type, words: Words, indent: str) -> Iterator[str]:
    """The fields of a class, and below each those of its records."""
    for field in fields_of(owner):
        sign = "!" if field.mark.required else ""
        about = words.translate(field.mark.about) if field.mark.about else ""
        yield f"{indent}{field.name}{sign} ({sort(field, words)}, {expected(field.mark.reader, words)})  {about}".rstrip()
        inner = records_of(field.mark.reader)
        if inner:
            yield from lines(inner, words, indent + "    ")


def sort(field: Named, words: Words) -> str:
    """Whether a field is words or a fact."""
    return words("words of each language") if field.mark.is_words else words("fact")


def expected(reader: Reader, words: Words) -> str:
    """What may be written."""
    match reader:
        case Choice(options):
            return words("one of: {names}", names=", ".join(options))
        case ListOf(each):
            return words("list: {each}", each=expected(each, words))
        case Records(_, key):
            return words("list of entries, each with its '{key}'", key=key)
        case Record():
            return words("entry")
        case MapOf(each, _, by_language):
            key = words("language") if by_language else words("name")
            return words("map from {key} to {each}", key=key, each=expected(each, words))
        case _:
            return words.translate(reader.expects)


def records_of(reader: Reader) -> type | None:
    """The class of the records that a field holds; None for single values."""
    if isinstance(reader, ListOf):
        return records_of(reader.each)
    return reader.owner if isinstance(reader, Record | Records) else None


def texts() -> Iterator[str]:
    """All sentences that stand in marks, readers and the law, for the catalogues."""
    yield from (text for owner in FORMS.values() for text in texts_of(owner) if text)
    yield from (one.source for one in shipped_law().provisions.values())


def texts_of(owner: type) -> Iterator[str]:
    """Those of one class and of the records inside."""
    for field in fields_of(owner):
        reader, inner = field.mark.reader, records_of(field.mark.reader)
        yield field.mark.about
        yield leaf(reader)
        if inner:
            yield from texts_of(inner)


def leaf(reader: Reader) -> str:
    """What a reader of single values expects; "" for those that are described by their parts."""
    if isinstance(reader, ListOf | MapOf):
        return leaf(reader.each)
    return "" if isinstance(reader, Choice | Record | Records) else reader.expects
