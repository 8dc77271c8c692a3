"""`addresses.lock`: the addresses that were published, one line each."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sitegen.model.recorded import Recorded
from sitegen.problems import Location, Mistake, Problem, message
from sitegen.read.decoding import unreadable
from sitegen.read.ledger import CONFLICT, MOST_NAMED, NAME, quoted, unquoted

ADDRESSES = "addresses.lock"
ABOUT = "# The addresses that were published: address, page, number, digest of its text. Written by `build`."
LINE = re.compile(rf"(/[a-z0-9-]+/(?:[a-z0-9-]+/)*) {NAME} ([0-9]{{1,18}}|-) ([0-9a-f]{{16}}|-)\r?")


@dataclass(frozen=True)
class AddressesRead:
    """What was recorded, and what is wrong with the file."""

    recorded: tuple[Recorded, ...] = ()
    problems: tuple[Problem, ...] = ()
    data: bytes = b""
    """The file as it was read."""


def read_addresses(root: Path) -> AddressesRead:
    """The file below a content folder; without one nothing was recorded."""
    path = f"{root.name}/{ADDRESSES}"
    try:
        data = (root / ADDRESSES).read_bytes()
    except FileNotFoundError:
        return AddressesRead()
    except OSError as error:
        return AddressesRead(problems=(unreadable(error).at(Location(path)),))
    recorded: list[Recorded] = []
    damaged: list[Problem] = []
    lines = data.removeprefix(BOM_UTF8).decode("utf-8", "surrogateescape").split("\n")
    for number, line in enumerate(lines, start=1):
        entry = entry_of(line, number)
        if entry:
            recorded.append(entry)
        elif len(damaged) < MOST_NAMED and line.strip() and not line.startswith("#"):
            damaged.append(complaint(line).at(Location(path, number)))
    return AddressesRead(tuple(recorded), tuple(damaged), data)


def entry_of(line: str, number: int) -> Recorded | None:
    """The entry of a line; None for one that holds none."""
    found = LINE.fullmatch(line)
    if not found:
        return None
    address, page, permanent, digest = found.groups()
    try:
        return Recorded(address, unquoted(page), None if permanent == "-" else int(permanent), digest, number)
    except ValueError:
        return None


def complaint(line: str) -> Mistake:
    """What is wrong with a line that should be an entry."""
    if line.startswith(CONFLICT):
        return Mistake(
            "ADR-16",
            message("two versions of this file were not merged: '{mark}' stands here", mark=line[: len(CONFLICT[0])]),
            message("Delete the lines with <<<<<<<, ======= and >>>>>>> and keep all others."),
        )
    return Mistake(
        "ADR-16",
        message("this line of the published addresses cannot be read"),
        message("Restore the file from a copy: without the line its address would be forgotten."),
    )


def written(recorded: Iterable[Recorded]) -> bytes:
    """The file: a comment, then the entries in order."""
    lines = sorted({line_of(one) for one in recorded})
    return "".join(f"{line}\n" for line in (ABOUT, *lines)).encode("utf-8", "backslashreplace")


def line_of(one: Recorded) -> str:
    """An entry as a line."""
    number = "-" if one.number is None else str(one.number)
    return f"{one.address} {quoted(one.page)} {number} {one.digest}"
