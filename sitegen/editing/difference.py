"""Difference: how a change of a file looks, as the lines of a unified diff with remarks on what nobody sees."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.editing.corrections import Change
from sitegen.problems import Correction, Message, message

AROUND = 2
"""Lines that are shown before and after the changed ones."""


@dataclass(frozen=True)
class Block:
    """Lines next to each other that are changed together, counted from 0."""

    first: int
    end: int
    """Of the old lines, the one after the last."""
    growth: int
    """New lines more than old ones."""


@dataclass(frozen=True)
class Hunk:
    """Changed lines and those around them, as a unified diff has them, and what a reader might overlook."""

    heading: str
    lines: tuple[str, ...]
    """Each with a space, - or + in front."""
    corrections: tuple[Correction, ...]


def hunks(change: Change) -> Iterator[Hunk]:
    """The changed places of a file."""
    shift = 0
    for group in groups(blocks(change.corrections)):
        first, end = max(0, group[0].first - AROUND), min(len(change.before.lines), group[-1].end + AROUND)
        growth = sum(block.growth for block in group)
        yield Hunk(
            f"@@ -{first + 1},{end - first} +{first + 1 + shift},{end - first + growth} @@",
            tuple(shown(change, group, first, end, shift)),
            tuple(c for c in change.corrections if group[0].first < c.at.line <= group[-1].end),
        )
        shift += growth


def blocks(corrections: Sequence[Correction]) -> Iterator[Block]:
    """The lines that corrections change, in order; those that share a line are one block."""
    block = None
    for correction in corrections:
        first, more = correction.at.line - 1, correction.old.count("\n")
        end, growth = first + more + 1, correction.new.count("\n") - more
        if block and first < block.end:
            block = Block(block.first, max(block.end, end), block.growth + growth)
        else:
            if block:
                yield block
            block = Block(first, end, growth)
    if block:
        yield block


def groups(found: Iterator[Block]) -> Iterator[list[Block]]:
    """Blocks that stand so near that they are shown together."""
    group: list[Block] = []
    for block in found:
        if group and block.first - group[-1].end > 2 * AROUND:
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def shown(change: Change, group: Sequence[Block], first: int, end: int, shift: int) -> Iterator[str]:
    """The lines of a hunk, from one old line to another; `shift` new lines came before."""
    before, after = change.before.lines, change.after.lines
    for block in group:
        yield from (f" {line}" for line in before[first : block.first])
        old, new = before[block.first : block.end], after[block.first + shift : block.end + shift + block.growth]
        yield from exchanged(old, new)
        first, shift = block.end, shift + block.growth
    yield from (f" {line}" for line in before[first:end])


def exchanged(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """Old lines and those in their place; what stays at the beginning and the end is shown once."""
    same = [one == other for one, other in zip(old, new, strict=False)]
    head = next((number for number, is_same in enumerate(same) if not is_same), len(same))
    rest = [one == other for one, other in zip(reversed(old[head:]), reversed(new[head:]), strict=False)]
    tail = next((number for number, is_same in enumerate(rest) if not is_same), len(rest))
    yield from (f" {line}" for line in old[:head])
    yield from (f"-{line}" for line in old[head : len(old) - tail])
    yield from (f"+{line}" for line in new[head : len(new) - tail])
    yield from (f" {line}" for line in old[len(old) - tail :])


# ── what nobody sees ────────────────────────────────────────────────────────────────────────────────────────────────


def overlooked(correction: Correction) -> tuple[tuple[Message, Message], ...]:
    """The characters that a correction exchanges for others that look the same, each pair once."""
    old, new = correction.old, correction.new
    if unicodedata.normalize("NFC", old) == unicodedata.normalize("NFC", new):
        return ((named(old), named(new)),)
    if len(old) != len(new):
        return ()
    pairs = dict.fromkeys((a, b) for a, b in zip(old, new, strict=True) if (a + b).isalpha())
    return tuple((named(a), named(b)) for a, b in pairs if script(a) != script(b))


def named(letters: str) -> Message:
    """What a letter is, and its numbers."""
    numbers = " ".join(f"U+{ord(letter):04X}" for letter in letters)
    values = {"letter": letters, "numbers": numbers}
    match script(letters):
        case "CYRILLIC":
            return message("Cyrillic '{letter}' ({numbers})", **values)
        case "LATIN":
            return message("Latin '{letter}' ({numbers})", **values)
        case "GREEK":
            return message("Greek '{letter}' ({numbers})", **values)
        case _:
            return message("'{letter}' ({numbers})", **values)


def script(letters: str) -> str:
    """The writing that a letter belongs to, as Unicode names it."""
    return unicodedata.name(letters[0], "").partition(" ")[0]
