"""Intact: what of a paragraph's Markdown its translation must keep, so that no link, id or row is lost on the way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from sitegen.markup.paragraphs import HEADING, LIST, TABLE, TEXT, blocks, kind_of
from sitegen.problems import Message, message

TARGET = re.compile(r"\]\(\s{0,9}<?((?:[^()\s<>]|\([^()\s]{0,500}\)){0,2000})")
REFERENCE = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]{1,500}\]:[ \t]*(\S+)", re.MULTILINE)
FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,100}\]")
ATTRIBUTES = re.compile(r"\{:?([^{}\n]{1,500})\}")
TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,20}(?=[\s/>])")
LEVEL = re.compile(r" {0,3}(#{1,6})")
PIECES = {
    LIST: re.compile(r"^[ ]*(?:[*+-]|\d{1,9}[.)])[ ]", re.MULTILINE),
    TABLE: re.compile(r"\n|(?<!\\)\|"),
    TEXT: re.compile(r"^ {0,3}:[ ]", re.MULTILINE),
}
"""What of a block may be counted: items, rows with their cells, definitions."""


def damage(source: str, present: str, returned: str) -> Message | None:
    """What a returned translation of a paragraph lacks or has too much; None where all of it is there.

    A link may lead where that of the source does, or where it does in the present translation.
    """
    return next(damages(source, present, returned), None)


def damages(source: str, present: str, returned: str) -> Iterator[Message]:
    """All that is wrong, the gravest first."""
    found = [text for _, text in blocks(returned, 1)]
    if found != [returned]:
        yield message("it is not one paragraph any more")
    elif kind_of(returned) != kind_of(source):
        yield message("a heading, a list or a table became something else")
    elif shape(returned) != shape(source):
        yield message("the heading has another level, or the list or table has more or fewer items or cells")
    yield from differences(ids(source), ids(returned))
    yield from differences(FOOTNOTE.findall(source), FOOTNOTE.findall(returned))
    yield from differences(map(str.lower, TAG.findall(source)), map(str.lower, TAG.findall(returned)))
    yield from lost_targets(list(targets(source)), list(targets(present)), list(targets(returned)))


def shape(block: str) -> tuple[int, int]:
    """The level of a heading and the number of pieces."""
    kind = kind_of(block)
    level = LEVEL.match(block)
    if kind == HEADING:
        return (len(level[1]) if level else 1 + block.rstrip().endswith("-"), 0)
    pieces = PIECES.get(kind)
    return (0, len(pieces.findall(block)) if pieces else 0)


def targets(block: str) -> Iterator[str]:
    """Where the links and pictures of a block lead."""
    yield from TARGET.findall(block)
    yield from REFERENCE.findall(block)


def ids(block: str) -> Iterator[str]:
    """The ids that a block sets in attribute lists."""
    for attributes in ATTRIBUTES.findall(block):
        yield from (f"{{{word}}}" for word in attributes.split() if word.startswith("#"))


def differences(expected: Iterable[str], found: Iterable[str]) -> Iterator[Message]:
    """What of some signs is lost, and what came."""
    before, after = Counter(expected), Counter(found)
    yield from (message("'{sign}' is lost", sign=sign) for sign in before - after)
    yield from (message("'{sign}' was not there before", sign=sign) for sign in after - before)


def lost_targets(source: list[str], present: list[str], returned: list[str]) -> Iterator[Message]:
    """Links that lead elsewhere, or are fewer or more than before."""
    strange = [target for target in returned if target not in source and target not in present]
    gone = [target for target in source if target not in returned]
    if strange:
        yield message("the link to '{target}' was not there before", target=strange[0])
    elif len(returned) < len(source):
        yield message("the link to '{target}' is lost", target=gone[0] if gone else source[0])
    elif len(returned) > len(source):
        yield message("there are more links than before: {count}", count=len(returned))
