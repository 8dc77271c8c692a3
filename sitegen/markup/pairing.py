"""Pairing: which paragraph of a translation's body answers which one of its source, and what is accepted of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf

from sitegen.markup.alignment import changes
from sitegen.markup.normalising import digest
from sitegen.markup.standing import OF_BODY, WHOLE, Text, acceptance, in_order
from sitegen.model.translation import Accepted

Place = tuple[int, int]
"""Of the accepted paragraphs: one of them and 0; what came before one is counted from 1."""


def places(before: Sequence[str], after: Sequence[str]) -> tuple[Place, ...]:
    """Where each paragraph stands among the earlier ones: in the place of one, or as one that came."""
    found = list(changes(before, after))
    touched = {change.before for change in found}
    moved = {change.after: change.place for change in found}
    stayed = iter([number for number in range(len(before)) if number not in touched])
    return tuple(moved[number] if number in moved else (next(stayed), 0) for number in range(len(after)))


def body_of(accepted: Mapping[str, Accepted]) -> list[Accepted]:
    """The entries of a body as they follow in it."""
    return in_order(entry for name, entry in accepted.items() if OF_BODY.fullmatch(name))


def answers(accepted: Mapping[str, Accepted], source: Text, translation: Text) -> tuple[int | None, ...] | None:
    """For each paragraph of the source's body the number of the one that translates it, from 0; None where none does.

    None instead of all where the two bodies are not built alike, so that no paragraph can be told from the others.
    """
    body = body_of(accepted)
    if not translation.blocks:
        return (None,) * len(source.blocks)
    if not body or body[0].translation.startswith(WHOLE):
        return tuple(range(len(source.blocks))) if source.kinds == translation.kinds else None
    numbers = {place: number for number, place in enumerate(places_of_translation(body, translation))}
    return tuple(numbers.get(place) for place in places_of_source(body, source))


def places_of_source(body: Sequence[Accepted], source: Text) -> tuple[Place, ...]:
    """The places of the source's paragraphs."""
    return places([entry.source for entry in body], source.body)


def places_of_translation(body: Sequence[Accepted], translation: Text) -> tuple[Place, ...]:
    """The places of the translation's paragraphs."""
    return places([entry.translation for entry in body], list(map(digest, translation.body)))


# ── what is accepted of a page ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Taken:
    """What a paragraph of a translation matches."""

    source: str
    """The text of its source, normalised; an older one where the source has changed since."""
    number: int = 0
    """Of the paragraph in the translation's body, from 0; of no meaning for the front matter."""


def accepted_in_part(
    pair: tuple[str, str],
    accepted: Mapping[str, Accepted],
    source: Text,
    translation: Text,
    taken: Mapping[str, Taken],
) -> dict[str, Accepted]:
    """The entries once the paragraphs with some names match what was taken for them; the others stay as they were.

    The names are those of the source's present paragraphs.
    """
    whole = {entry.paragraph: entry for entry in acceptance(*pair, source, translation)}
    present = {**source.fields, **{f"p{number}": text for number, text in enumerate(source.body, 1)}}
    if all(name in taken and taken[name].source == text for name, text in present.items()):
        return whole
    now = {name: replace(whole[name], source=taken[name].source) for name in present if name in taken}
    fields = {name: entry for name, entry in (*accepted.items(), *now.items()) if not OF_BODY.fullmatch(name)}
    fresh = [(now[name], taken[name].number) for name in now if OF_BODY.fullmatch(name)]
    body = body_in_part(body_of(accepted), translation, fresh, is_whole=len(fresh) == len(source.blocks))
    return fields | {f"p{number}": replace(entry, paragraph=f"p{number}") for number, entry in enumerate(body, 1)}


def body_in_part(
    body: Sequence[Accepted], translation: Text, fresh: Sequence[tuple[Accepted, int]], *, is_whole: bool
) -> list[Accepted]:
    """The entries of a body in order, with those of some paragraphs of the translation as they are now."""
    if is_whole:
        return [entry for entry, _ in fresh]
    if body and body[0].translation.startswith(WHOLE):
        return list(body)
    spots = places_of_translation(body, translation)
    entries: dict[Place, Accepted] = {(number, 0): entry for number, entry in enumerate(body)}
    for entry, number in fresh:
        entries[spots[number]] = replace(entry, translation=digest(translation.body[number]))
    return [entries[place] for place in sorted(entries, key=lambda place: (place[0], place[1] or inf))]
