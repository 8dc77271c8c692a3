"""Judging: what the site checks find; where nothing that they look at is another, what they found the last time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from sitegen.builder.fingerprint import digest
from sitegen.builder.memo import Memo
from sitegen.checks import SITE_CHECKS, examine
from sitegen.checks.inspection import Inspection
from sitegen.problems import Problem

ROOM = "judged"
Text = Callable[[str], str | None]
"""The text of a built file by its path; None for what is none."""


@dataclass(frozen=True)
class Judgement:
    """What was found, and the digests of the built files that were looked at for it."""

    found: tuple[Problem, ...]
    seen: Mapping[str, bytes]


def judge(memo: Memo, inspection: Inspection, text: Text, key: bytes) -> tuple[Problem, ...]:
    """What the site checks find; `key` is a digest of all that they may look at but the built files."""
    known, earlier = memo.recall(ROOM, "")
    stands = known == key and all(digest_of(text(path)) == then for path, then in earlier.seen.items())
    judgement: Judgement = earlier if stands else judged(inspection, text)
    memo.keep(ROOM, "", key, judgement)
    return judgement.found


def judged(inspection: Inspection, text: Text) -> Judgement:
    """A judgement of today, which notes what it looks at."""
    seen: dict[str, bytes] = {}

    def noted(path: str) -> str | None:
        found = text(path)
        seen[path] = digest_of(found)
        return found

    return Judgement(tuple(examine(replace(inspection, text=noted), SITE_CHECKS)), seen)


def digest_of(text: str | None) -> bytes:
    """Of a built file; empty where there is none."""
    return b"" if text is None else digest(text.encode())
