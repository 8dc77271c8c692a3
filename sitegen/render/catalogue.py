"""Catalogues: words by key in one language, from gettext files."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from io import BytesIO

PluralRule = str
"""A C expression of `n`, as gettext's header has it."""
ParseCatalogue = Callable[[bytes, str], "Catalogue"]
"""`(content of a .po file, language) -> catalogue`; raises ValueError."""


@dataclass(frozen=True)
class Catalogue:
    """The words of one language; a key without words is absent."""

    language: str
    texts: Mapping[str, str] = field(default_factory=dict)
    plurals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rule: PluralRule = "(n != 1)"

    def __contains__(self, key: str) -> bool:
        return key in self.texts or key in self.plurals

    def text(self, key: str) -> str:
        """The words under a key; raises KeyError."""
        return self.texts[key]

    def plural(self, key: str, count: int) -> str:
        """The form of the words for a count; raises KeyError."""
        forms = self.plurals[key]
        return forms[min(self.form(count), len(forms) - 1)]

    @cached_property
    def form(self) -> Callable[[int], int]:
        """Which form a count takes."""
        rule: Callable[[int], int] = gettext.c2py(self.rule)
        return rule

    def over(self, other: Catalogue) -> Catalogue:
        """This catalogue, with the other's words where it has none."""
        rule = self.rule if self.plurals else other.rule
        return Catalogue(self.language, {**other.texts, **self.texts}, {**other.plurals, **self.plurals}, rule)


def parse_catalogue(data: bytes, language: str) -> Catalogue:
    """The catalogue in a .po file; raises ValueError when it is none."""
    from babel.localedata import exists
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalog = read_po(BytesIO(data), locale=language if exists(language) else None, abort_invalid=True)
    except PoFileError as error:
        raise ValueError(str(error)) from None
    texts: dict[str, str] = {}
    plurals: dict[str, tuple[str, ...]] = {}
    for entry in catalog:
        if not entry.id or not entry.string:
            continue
        if isinstance(entry.id, str):
            texts[entry.id] = str(entry.string)
        elif all(entry.string):
            plurals[entry.id[0]] = tuple(entry.string)
    return Catalogue(language, texts, plurals, catalog.plural_expr)


@cache
def editor_catalogue(language: str) -> Catalogue:
    """The program's messages in the editor's language; English is the language of their ids."""
    source = files("sitegen") / "locale" / f"{language}.po"
    return parse_catalogue(source.read_bytes(), language) if source.is_file() else Catalogue(language)
