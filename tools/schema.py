"""Writes docs/schema/*.json: JSON Schemas of the front matter and of the settings, from the declarations of the fields.

    python tools/schema.py

They are for editors' programs that know JSON Schema (draft 2020-12). Such a program types a value as YAML does, so a
number, a date or yes and no are accepted in each form that the site reads; what a schema cannot say is left to `check`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sitegen.kinds.event import Event  # noqa: E402 - the checkout is put on the path first
from sitegen.kinds.news import News  # noqa: E402
from sitegen.kinds.page import FreePage  # noqa: E402
from sitegen.kinds.project import Project, UnitWords  # noqa: E402
from sitegen.model.colour import brand  # noqa: E402
from sitegen.model.config import Config, LanguageCodes, MapOf  # noqa: E402
from sitegen.model.dates import parse_day, parse_fuzzy, parse_moment  # noqa: E402
from sitegen.model.fields import Named, Reader, fields_of, has_words  # noqa: E402
from sitegen.model.funding import Programme  # noqa: E402
from sitegen.model.money import parse_money  # noqa: E402
from sitegen.model.organisation import Organisation  # noqa: E402
from sitegen.model.provisions import Amendment  # noqa: E402
from sitegen.model.readers import Choice, EachLanguage, Leaf, ListOf, Prose, Record, Records  # noqa: E402
from sitegen.model.targets import TARGET_TYPES, Target, Targets, plain, port, positive, remote, root, variable  # noqa: E402
from sitegen.model.values import (  # noqa: E402
    EMAIL,
    IDENTIFIER,
    NO,
    YES,
    LanguageName,
    alias,
    clock,
    degrees,
    eik,
    email,
    identifier,
    number,
    path,
    phone,
    report,
    site_address,
    slug,
    web_address,
    whole,
    yes_or_no,
)
from sitegen.text.slugs import LONGEST, SLUG  # noqa: E402

FOLDER = ROOT / "docs" / "schema"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]

OWN_KEYS: Schema = {"^x_": {"description": "a key of the site's own theme"}}
LANGUAGE = "^[a-z]{2,3}$"
DIGITS = "[0-9 \u00a0\u202f\u2009]+"
YEAR = "[0-9]{4}"
EMPTY = r"^\s*$|"
"""A pattern's other half: `""` is no value either."""
FULL: Schema = {"not": {"enum": [None, ""]}}
"""For what has to be written."""


def scalar(*types: str, pattern: str = "", **more: Any) -> Schema:
    """A value on one line of one of the types that YAML may give it; a key without a value counts as absent."""
    return {"type": [*types, "null"], **({"pattern": EMPTY + pattern} if pattern else {}), **more}


def any_case(words: Iterable[str]) -> str:
    """A pattern for words in any letter case, `-` and `_` alike."""
    return "^(" + "|".join("".join(map(any_letter, word)) for word in words) + ")$"


def any_letter(letter: str) -> str:
    """A pattern for a letter in both cases."""
    if letter in "-_":
        return "[-_]"
    return f"[{letter.lower()}{letter.upper()}]" if letter.isalpha() else re.escape(letter)


LEAVES: Mapping[Callable[[str], Any], Schema] = {
    str: scalar("string", "number", "boolean"),
    whole: scalar("integer", "string", minimum=0, pattern=f"^{DIGITS}$"),
    number: scalar("number", "string", pattern=f"^-?{DIGITS}([.,][0-9]+)?$"),
    degrees: scalar("number", "string", pattern="^-?[0-9]+([.,][0-9]+)?$"),
    yes_or_no: scalar("boolean", "string", pattern=any_case(sorted(YES | NO))),
    slug: scalar("string", "integer", pattern=f"^{SLUG.pattern}$", maxLength=LONGEST),
    alias: scalar("string", pattern="^/."),
    identifier: scalar("string", "integer", pattern=f"^{IDENTIFIER.pattern}$"),
    parse_day: scalar("string", pattern=YEAR),
    parse_fuzzy: scalar("string", "number", pattern=YEAR),
    parse_moment: scalar("string", pattern=YEAR),
    parse_money: scalar("string", pattern="[0-9]"),
    site_address: scalar("string", pattern="^https?://"),
    web_address: scalar("string", pattern="^https?://"),
    email: scalar("string", pattern=f"^{EMAIL.pattern}$"),
    report: scalar("string", pattern=f"^(https?://.*|{EMAIL.pattern})$"),
    phone: scalar("string", "integer"),
    clock: scalar("string", "number", pattern="^[0-9]{1,2}[:.][0-9]{2}"),
    eik: scalar("string", "integer", pattern="^[0-9]{9}([0-9]{4})?$"),
    path: scalar("string", "number", pattern=r"^[^/\\][^\\]*$"),
    plain: scalar("string", "integer", pattern=r"^[^\s\-][^\s]*$"),
    root: scalar("string", pattern="[^/.~]"),
    remote: scalar("string", pattern="^(:[a-z0-9]|[^\\s:,/-][^:,/]).*:"),
    positive: scalar("integer", "string", minimum=1, pattern=f"^{DIGITS}$"),
    port: scalar("integer", "string", minimum=1, maximum=65535, pattern="^[0-9]+$"),
    variable: scalar("string", pattern="^[A-Za-z_][A-Za-z0-9_]*$"),
    brand: scalar("string", pattern="^#"),
}
"""What may stand for each function that makes a value of a text."""


SPECIAL: Mapping[type, Schema] = {
    LanguageName: scalar("string", pattern=LANGUAGE),
    LanguageCodes: {
        "type": "array",
        "items": {"type": "string", "pattern": LANGUAGE},
        "minItems": 1,
        "uniqueItems": True,
    },
}


class Writer:
    """One schema; what several fields share is written once and referred to."""

    def __init__(self) -> None:
        self.shared: dict[str, Schema] = {}

    def value(self, reader: Reader) -> Schema:
        """What a reader takes in a source file; raises TypeError for a reader that has no schema yet."""
        match reader:
            case Leaf(make):
                return self.leaf(make)
            case Prose():
                return self.leaf(str)
            case Choice(options):
                return {"anyOf": [{"enum": [*options, None]}, {"type": "string", "pattern": EMPTY + any_case(options)}]}
            case ListOf(each, unique):
                return {"type": ["array", "null"], "items": self.value(each)} | (
                    {"uniqueItems": True} if unique else {}
                )
            case Records(owner):
                return {"type": ["array", "null"], "items": self.record(owner)}
            case _:
                return self.map(reader)

    def map(self, reader: Reader) -> Schema:
        """What a reader of a map takes; raises TypeError for a reader that has no schema yet."""
        match reader:
            case Record(owner, short):
                return either(self.value(reader.reader(short)), self.record(owner)) if short else self.record(owner)
            case EachLanguage():
                return mapping(self.leaf(str), LANGUAGE)
            case MapOf(each, names, by_language):
                keys = LANGUAGE if by_language else f"^({'|'.join(names)})$" if names else ""
                return mapping(self.value(each), keys)
            case Targets():
                return mapping(either(*map(self.target, TARGET_TYPES)), IDENTIFIER.pattern)
            case UnitWords():
                return mapping(self.leaf(str))
        if type(reader) not in SPECIAL:
            raise TypeError(reader)
        return SPECIAL[type(reader)]

    def target(self, kind: tuple[str, type[Target]]) -> Schema:
        """The settings of a target of one type."""
        name, owner = kind
        return {"allOf": [self.record(owner), {"properties": {"type": {"enum": [name]}}}]}

    def leaf(self, make: Callable[[str], Any]) -> Schema:
        """A reference to the values that a function makes."""
        name = "text" if make is str else make.__name__.removeprefix("parse_")
        return self.refer(name, lambda: LEAVES[make])

    def record(self, owner: type, *, in_translation: bool = False) -> Schema:
        """A reference to the record of a class."""
        name = owner.__name__ + ("Words" if in_translation else "")
        return self.refer(name, lambda: self.object(fields_of(owner), in_translation=in_translation))

    def refer(self, name: str, make: Callable[[], Schema]) -> Schema:
        """A reference to what is made the first time."""
        if name not in self.shared:
            self.shared[name] = {}  # keeps its place before those within it
            self.shared[name] = make()
        return {"$ref": f"#/$defs/{name}"}

    def words(self, reader: Reader) -> Schema:
        """What a reader takes in a translation: words, or a map from id to words."""
        match reader:
            case Records(owner):
                return mapping(either(self.leaf(str), self.record(owner, in_translation=True)))
            case Record(owner) if has_words(reader):
                return either(self.leaf(str), self.record(owner, in_translation=True))
            case _:
                return self.value(reader)

    def object(self, fields: Iterable[Named], *, in_translation: bool = False) -> Schema:
        """A map with these fields and no others."""
        known = [f for f in fields if f.in_translations] if in_translation else list(fields)
        needed = [f.name for f in known if f.mark.required and not in_translation]
        return {
            "type": ["object", "null"],
            "properties": {f.name: self.described(f, in_translation=in_translation) for f in known},
            **({"required": needed} if needed else {}),
            "additionalProperties": False,
        }

    def described(self, named: Named, *, in_translation: bool) -> Schema:
        """A field with its meaning; a required one may not be empty."""
        read = self.words if in_translation else self.value
        full = FULL if named.mark.required and not in_translation else {}
        return {"description": named.mark.about or "the file", **read(named.mark.reader), **full}


def either(*schemas: Schema) -> Schema:
    """One of several forms."""
    return {"anyOf": list(schemas)}


def mapping(values: Schema, keys: str = "") -> Schema:
    """A map with values of one form; `keys` is a pattern, "" for any key."""
    inside = {"patternProperties": {keys: values}, "additionalProperties": False} if keys else {}
    return {"type": ["object", "null"], **(inside or {"additionalProperties": values})}


# ── the files ───────────────────────────────────────────────────────────────────────────────────────────────────────

KINDS: Mapping[str, type] = {"project": Project, "event": Event, "news": News, "page": FreePage}


def whole_schema(title: str, body: Schema, writer: Writer) -> Schema:
    """A schema with its frame."""
    shared = {"$defs": writer.shared} if writer.shared else {}
    return {"$schema": DIALECT, "title": title, **body, "type": "object", **shared}


def source(kind: str) -> Schema:
    """The front matter of a source file."""
    writer = Writer()
    fields = [named for named in fields_of(KINDS[kind]) if not isinstance(named.mark.reader, UnitWords)]
    return whole_schema(f"{kind}, the file with the facts", with_own_keys(writer.object(fields), kind), writer)


def translation(kind: str) -> Schema:
    """The front matter of a translation: words only."""
    writer = Writer()
    body = writer.object(fields_of(KINDS[kind]), in_translation=True)
    body["properties"]["title"] |= FULL
    return whole_schema(f"{kind}, a translation", with_own_keys(body | {"required": ["title"]}, kind), writer)


def with_own_keys(body: Schema, kind: str = "") -> Schema:
    """A map that may also hold the site's own keys, and a page's kind."""
    names = {"kind": {"description": "as the folder has it", "enum": [kind, *["section"] * (kind == "page")]}}
    properties = {**body["properties"], **(names if kind else {})}
    return {**body, "properties": properties, "patternProperties": OWN_KEYS}


def settings() -> Schema:
    """site.yaml."""
    writer = Writer()
    return whole_schema("site.yaml", with_own_keys(writer.object(fields_of(Config))), writer)


def entries(title: str, owner: type) -> Schema:
    """A file with a map from id to record."""
    writer = Writer()
    return whole_schema(title, {"additionalProperties": writer.record(owner)}, writer)


def schemas() -> Iterator[tuple[str, Schema]]:
    """Name and content of each file."""
    for kind in KINDS:
        yield f"{kind}.json", source(kind)
        yield f"{kind}.translation.json", translation(kind)
    yield "site.json", settings()
    yield "organisations.json", entries("organisations.yaml", Organisation)
    yield "programmes.json", entries("programmes.yaml", Programme)
    yield "law.json", entries("law.yaml", Amendment)


def written(schema: Schema) -> str:
    """A schema as a file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Writes the files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas():
        (FOLDER / name).write_text(written(schema), encoding="utf-8", newline="\n")
        print((FOLDER / name).relative_to(ROOT))


if __name__ == "__main__":
    main()
