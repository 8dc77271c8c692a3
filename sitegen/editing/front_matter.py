"""Front matter: one text is set under its keys, in whatever style the file is written; all around it stays."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from sitegen.editing.source_file import Misfit, SourceFile
from sitegen.model.raw import Entries, Raw, Scalar
from sitegen.problems import Correction
from sitegen.read.decoding import PlacedMistake
from sitegen.read.frontmatter import FENCE, compose
from sitegen.read.mending import Loader, quoted

PLAIN = re.compile(r"\w[^:#,\[\]{}\"'\\]*")
"""What needs no quotes, be it in braces or not."""
KEY = re.compile(r"\w[\w./-]*")
STEP = "  "
"""Spaces by which a map is set in."""


@dataclass(frozen=True)
class Head:
    """The YAML of a file and where it begins in the text."""

    text: str
    start: int


def set_value(file: SourceFile, path: str, keys: Sequence[str], text: str) -> SourceFile:
    """The file with the text under keys that lead to it, which are added where they are absent.

    Line ends and double spaces of the text become single spaces. Raises Misfit where the file cannot be read, or has
    a list, a map or another text on the way.
    """
    words = " ".join(text.split())
    head = head_of(file.text, path)
    try:
        node = yaml.compose(head.text, Loader=Loader)
        start, old, new = change(head, node, keys, words)
        made = file.corrected([Correction(file.place(head.start + start, path), old, new)])
        written = value_at(compose(head_of(made.text, path).text, path)[0], keys)
    except (yaml.YAMLError, PlacedMistake) as error:
        raise Misfit(f"the front matter cannot be read: {path}") from error
    if written != words:
        raise Misfit(f"there is no place for {'.'.join(keys)}: {path}")
    return made


def head_of(text: str, path: str) -> Head:
    """The front matter of a page, or the whole of another file; raises Misfit where it is not closed."""
    if not path.endswith(".md"):
        return Head(text, 0)
    fences = list(FENCE.finditer(text))[:2]
    if len(fences) < 2 or text[: fences[0].start()].strip("\n \t\ufeff"):
        raise Misfit(f"the front matter is not closed: {path}")
    return Head(text[fences[0].end() + 1 : fences[1].start()], fences[0].end() + 1)


def value_at(raw: Raw | None, keys: Sequence[str]) -> str | None:
    """The text under keys; None where there is none."""
    for key in keys:
        raw = raw.get(key) if isinstance(raw, Entries) else None
    return raw.text if isinstance(raw, Scalar) else None


def change(head: Head, node: yaml.Node | None, keys: Sequence[str], words: str) -> tuple[int, str, str]:
    """Where the head changes, what stands there and what belongs there; raises Misfit."""
    left, key = list(keys), None
    while left and isinstance(node, yaml.MappingNode):
        pair = next((pair for pair in node.value if pair[0].value == left[0]), None)
        if pair is None:
            return added(head, node, left, words)
        (key, node), left = pair, left[1:]
    if node is None:
        return 0, "", lines(left, words, "") + "\n"
    if not isinstance(node, yaml.ScalarNode):
        raise Misfit("a list or map stands there")
    if key and not node.value and not node.style:
        return filled(head, key, left, words)
    if left:
        raise Misfit("another text stands there")
    old = head.text[node.start_mark.index : node.end_mark.index].rstrip()
    is_bare = not node.style and PLAIN.fullmatch(words)
    return node.start_mark.index, old, words if is_bare else quoted(words)


def added(head: Head, node: yaml.MappingNode, keys: Sequence[str], words: str) -> tuple[int, str, str]:
    """The change that adds keys to a map."""
    if node.flow_style:
        end = node.end_mark.index - 1
        rest = head.text[:end].rstrip()
        return len(rest), "", ("" if rest[-1] in "{," else ", ") + inline(keys, words)
    column = node.start_mark.column
    last = head.text[: node.end_mark.index].rstrip()
    return len(last), "", "\n" + lines(keys, words, " " * column)


def filled(head: Head, key: yaml.Node, keys: Sequence[str], words: str) -> tuple[int, str, str]:
    """The change that gives a value to a key that has none."""
    behind = head.text.index(":", key.end_mark.index) + 1
    if not keys:
        return behind, "", " " + quoted(words)
    return behind, "", "\n" + lines(keys, words, " " * key.start_mark.column + STEP)


def lines(keys: Sequence[str], words: str, indent: str) -> str:
    """Keys under each other, the text behind the last."""
    heads = (f"{indent}{STEP * depth}{name_of(key)}:" for depth, key in enumerate(keys))
    return "\n".join(heads) + " " + quoted(words)


def inline(keys: Sequence[str], words: str) -> str:
    """Keys in braces, the text behind the last."""
    return ": {".join(map(name_of, keys)) + f": {quoted(words)}" + "}" * (len(keys) - 1)


def name_of(key: str) -> str:
    """A key as it is written."""
    return key if KEY.fullmatch(key) else quoted(key)
