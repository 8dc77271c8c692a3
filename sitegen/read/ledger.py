"""`translations.lock`: the source texts against which translations were accepted, one line an entry."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.model.translation import Accepted, Ledger
from sitegen.problems import Location, Mistake, Problem, Severity, message
from sitegen.read.decoding import unreadable

LEDGER = "translations.lock"
ABOUT = (
    "# Against which text each translation was accepted. Written by `accept`; of two lines for a text the later counts."
)
QUOTED = r'"[^"\\\ud800-\udfff]*(?:\\.[^"\\\ud800-\udfff]*)*"'
"""JSON; half of a pair stands for a byte that is not UTF-8, and fits no entry."""
NAME = rf'({QUOTED}|[^\s"\ud800-\udfff]+)'
LINE = re.compile(rf"{NAME} ([\w-]+) {NAME} (\*?(?:[0-9a-f]+|-)) ({QUOTED})\r?")
"""Page, language, paragraph, digest of the translation, text of the source."""
BARE = re.compile(r'[^\s"#<=>|\\\ud800-\udfff]+')
"""A name that needs no quotes."""
CONFLICT = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
"""What a version control system puts between two versions of a piece."""
MOST_NAMED = 10
"""So many damaged lines are named; a file with more of them is damaged as a whole."""


@dataclass(frozen=True)
class LedgerReading:
    """What was accepted, and what is wrong with the file."""

    ledger: Ledger = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    data: bytes = b""
    """The file as it was read."""


def read_ledger(root: Path) -> LedgerReading:
    """The file below a content folder; without one nothing was accepted."""
    path = f"{root.name}/{LEDGER}"
    try:
        data = (root / LEDGER).read_bytes()
    except FileNotFoundError:
        return LedgerReading()
    except OSError as error:
        return LedgerReading(problems=(unreadable(error).at(Location(path)),))
    accepted: list[Accepted] = []
    damaged: list[Problem] = []
    lines = data.removeprefix(BOM_UTF8).decode("utf-8", "surrogateescape").split("\n")
    for number, line in enumerate(lines, start=1):
        entry = entry_of(line)
        if entry:
            accepted.append(entry)
        elif len(damaged) < MOST_NAMED and line.strip() and not line.startswith("#"):
            damaged.append(complaint(line).at(Location(path, number), Severity.WARNING))
    return LedgerReading(ledger_of(accepted), tuple(damaged), data)


def ledger_of(entries: Iterable[Accepted]) -> Ledger:
    """Entries by page and language, then by paragraph; of two for one paragraph the later counts."""
    ledger: dict[tuple[str, str], dict[str, Accepted]] = {}
    for entry in entries:
        ledger.setdefault((entry.page, entry.language), {})[entry.paragraph] = entry
    return ledger


def entry_of(line: str) -> Accepted | None:
    """The entry of a line; None for one that holds none."""
    found = LINE.fullmatch(line)
    if not found:
        return None
    page, language, paragraph, digest, text = found.groups()
    try:
        return Accepted(unquoted(page), language, unquoted(paragraph), unquoted(text), digest)
    except ValueError:
        return None


def unquoted(text: str) -> str:
    """What a name or text in quotes means; raises ValueError."""
    if not text.startswith('"'):
        return text
    return text[1:-1] if "\\" not in text else str(json.loads(text))


def complaint(line: str) -> Mistake:
    """What is wrong with a line that should be an entry."""
    if line.startswith(CONFLICT):
        return Mistake(
            "LNG-06",
            message("two versions of this file were not merged: '{mark}' stands here", mark=line[: len(CONFLICT[0])]),
            message("Delete the lines with <<<<<<<, ======= and >>>>>>> and keep all others."),
        )
    return Mistake(
        "LNG-06",
        message("this line of the accepted translations cannot be read"),
        message("Delete it and accept the translation again, or restore the file from a copy."),
    )


def written(ledger: Ledger) -> bytes:
    """The file: a comment, then the entries in order."""
    entries = (entry for accepted in ledger.values() for entry in accepted.values())
    lines = [line_of(entry) for entry in sorted(entries, key=place_of)]
    return "".join(f"{line}\n" for line in (ABOUT, *lines)).encode("utf-8", "backslashreplace")


def line_of(entry: Accepted) -> str:
    """An entry as a line."""
    names = (quoted(entry.page), entry.language, quoted(entry.paragraph), entry.translation)
    return " ".join((*names, json.dumps(entry.source, ensure_ascii=False)))


def quoted(name: str) -> str:
    """A name as it is, in quotes where it has spaces or signs."""
    return name if BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def place_of(entry: Accepted) -> tuple[str, str, tuple[tuple[int, str], ...]]:
    """By page and language, then by paragraph, numbers by their value: p2 stands before p10."""
    parts = re.split("([0-9]+)", entry.paragraph)
    return entry.page, entry.language, tuple((len(part) if part.isdigit() else 0, part) for part in parts)
