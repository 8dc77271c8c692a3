"""Showing: what a publication changes, in words for the editor: pages by title, other files by number, with sizes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.publish.plan import Change, Plan
from sitegen.render.formats import Formats
from sitegen.report import Words

MOST_SHOWN = 20
"""Pages of a group that are named, unless all are asked for."""


def shown(plan: Plan, words: Words, language: str, *, most: int | None = MOST_SHOWN) -> Iterator[str]:
    """Lines about what is new, what changes and what goes; then one with the sums."""
    size = Formats(language).size
    groups = (("+", plan.new), ("~", plan.changed), ("-", plan.removed))
    for sign, changes in groups:
        yield from group(sign, changes, words, language, most)
    counts = {"new": len(plan.new), "changed": len(plan.changed), "removed": len(plan.removed)}
    yield (
        words("new: {new}, changed: {changed}, removed: {removed}", **counts)
        + " · "
        + words("to send: {files} files, {size}", files=len(plan.sends), size=size(plan.size) if plan.size else "0")
    )
    if plan.foreign:
        yield words("Files of others, which stay: {count} ({files})", count=len(plan.foreign), files=some(plan.foreign))
    if plan.in_the_way:
        yield words(
            "Files of others that would be replaced or removed: {count} ({files})",
            count=len(plan.in_the_way),
            files=some(plan.in_the_way),
        )


def group(sign: str, changes: Sequence[Change], words: Words, language: str, most: int | None) -> Iterator[str]:
    """The pages of a group by title, and a line about its other files."""
    size = Formats(language).size
    pages = sorted((change for change in changes if change.title), key=lambda change: change.path)
    for change in pages[:most]:
        yield f"  {sign} {cut(change.title)}  ({change.path}, {size(change.size)})"
    if most is not None and len(pages) > most:
        yield f"  {sign} " + words("pages more: {count}", count=len(pages) - most)
    others = [change for change in changes if not change.title]
    if others:
        total = size(sum(change.size for change in others))
        names = some([change.path for change in others])
        yield f"  {sign} " + words("other files: {count}, {size} ({files})", count=len(others), size=total, files=names)


def cut(title: str, most: int = 70) -> str:
    """A title on one line of a terminal."""
    return title if len(title) <= most else title[: most - 1].rstrip() + "…"


def some(paths: Sequence[str], most: int = 3) -> str:
    """A few of many names."""
    return ", ".join(paths[:most]) + ("…" if len(paths) > most else "")
