"""Placing: the words of a translation's front matter are put under their keys, found by their id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import yaml

from sitegen.editing.front_matter import head_of, name_of, set_value
from sitegen.editing.source_file import Misfit, SourceFile
from sitegen.model.fields import fields_of
from sitegen.model.page import Page
from sitegen.model.raw import Entries, Raw, Scalar, is_empty
from sitegen.model.readers import Records, same_name
from sitegen.model.wordings import worded_fields, wordings
from sitegen.problems import Correction
from sitegen.read.frontmatter import split_page
from sitegen.read.mending import Loader, quoted

Keys = tuple[str, ...]
STEP = "  "
"""Spaces by which a map is set in."""


@dataclass(frozen=True)
class Way:
    """The keys that lead to a word."""

    keys: Keys
    bare: Keys
    """For each number of keys what a bare text behind them would mean; "" where none may stand there."""
    is_alone: bool = False
    """Whether the source has no other words in the same item of a list, so that they may stand bare."""

    @property
    def shortest(self) -> Keys:
        """The keys to where the words may stand."""
        may_be_bare = self.is_alone and len(self.keys) > 2 and self.bare[len(self.keys) - 1] == self.keys[-1]
        return self.keys[:-1] if may_be_bare else self.keys


# ── the keys ────────────────────────────────────────────────────────────────────────────────────────────────────────


def ways(page: Page) -> dict[str, Way]:
    """The ways to all words of a source by their id."""
    found = {wording.id: way(page, wording.id) for wording in wordings(page)}
    inside = Counter(one.keys[:length] for one in found.values() for length in range(len(one.keys)))
    return {name: replace(one, is_alone=inside[one.keys[:-1]] == 1) for name, one in found.items()}


def way(page: Page, name: str) -> Way:
    """The way to a word by its id, in which the names of items may have dots."""
    owner: Any = page
    keys: list[str] = []
    bare = [""]
    rest = name
    while rest:
        field, _, rest = rest.partition(".")
        keys.append(field)
        if not rest:
            break
        owner_type: type = type(owner)
        reader = next(one.mark.reader for one in worded_fields(owner_type) if one.name == field)
        value = getattr(owner, field, None)
        if isinstance(reader, Records):
            items = {str(getattr(item, reader.key)): item for item in value or ()}
            item = max((key for key in items if rest.startswith(f"{key}.")), key=len)
            owner, rest = items[item], rest.removeprefix(f"{item}.")
            keys.append(item)
            bare += ["", first_words(owner)]
        elif value is None or isinstance(value, tuple):  # units: all that is left is one key
            keys.append(rest)
            bare.append("")
            break
        else:
            owner = value
            bare.append(first_words(owner))
    return Way(tuple(keys), tuple(bare))


def first_words(record: object) -> str:
    """The field of a record that a bare text means; "" for none."""
    owner: type = type(record)
    return next((field.name for field in fields_of(owner) if field.mark.is_words), "")


# ── a file that is there ────────────────────────────────────────────────────────────────────────────────────────────


def placed(file: SourceFile, path: str, texts: Iterable[tuple[Way, str]]) -> SourceFile:
    """A translation with texts put under their keys; raises Misfit where there is no place for one."""
    for to, text in texts:
        head = split_page(file.text, path).head
        keys, known = spelled(head, to.keys)
        stands = value_behind(head, keys[:known])
        is_bare = known < len(keys) and isinstance(stands, Scalar) and not is_empty(stands)
        if is_bare and keys[known:] == (to.bare[known],):
            keys = keys[:known]
        else:
            file = widened(file, path, keys[:known], to.bare[known]) if is_bare else file
            keys = keys[: len(to.shortest)] if known < len(keys) - 1 else keys
        file = set_value(file, path, keys, text)
    return file


def spelled(head: Entries, keys: Keys) -> tuple[Keys, int]:
    """The keys as the file spells them, and how many of them it has."""
    raw: Raw | None = head
    for number, key in enumerate(keys):
        pairs = raw.pairs if isinstance(raw, Entries) else ()
        found = next(((name.text, value) for name, value in pairs if same_name(name.text) == key), None)
        if found is None:
            return keys, number
        keys = (*keys[:number], found[0], *keys[number + 1 :])
        raw = found[1]
    return keys, len(keys)


def value_behind(head: Entries, keys: Keys) -> Raw:
    """What stands behind keys that are there."""
    raw: Raw = head
    for key in keys:
        pairs = raw.pairs if isinstance(raw, Entries) else ()
        raw = next(value for name, value in pairs if name.text == key)
    return raw


def widened(file: SourceFile, path: str, keys: Keys, name: str) -> SourceFile:
    """The file with a map in the place of a bare text, which becomes its first value; raises Misfit."""
    head = head_of(file.text, path)
    node = yaml.compose(head.text, Loader=Loader)
    for key in keys:
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        node = next((value for known, value in pairs if known.value == key), None)
    if not isinstance(node, yaml.ScalarNode) or not name:
        raise Misfit(f"there is no place for more than a bare text: {path}")
    start, end = node.start_mark.index, node.end_mark.index
    old = head.text[start:end].rstrip()
    new = "{" + name_of(name) + ": " + quoted(" ".join(node.value.split())) + "}"
    return file.corrected([Correction(file.place(head.start + start, path), old, new)])


# ── a new file ──────────────────────────────────────────────────────────────────────────────────────────────────────


def new_head(texts: Iterable[tuple[Way, str]]) -> str:
    """The front matter of a new translation, between its two lines."""
    tree: dict[str, Any] = {}
    for to, text in texts:
        *outer, last = to.shortest
        inside = tree
        for key in outer:
            inside = inside.setdefault(key, {})
        inside[last] = text
    return "\n".join(("---", *lines(tree), "---", ""))


def lines(tree: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """The lines of a map, whose values are texts or maps."""
    for key, value in tree.items():
        if isinstance(value, str):
            yield f"{indent}{name_of(key)}: {quoted(value)}"
        else:
            yield f"{indent}{name_of(key)}:"
            yield from lines(value, indent + STEP)
