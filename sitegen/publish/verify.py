"""Verifying: what visitors get over the net is what was sent, byte for byte."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

from sitegen.builder.steps import NOBODY
from sitegen.problems import Message, message
from sitegen.publish.plan import PACKED, Plan

AT_ONCE = 4
"""Files that are asked for at the same time: servers take many more for an attack."""
PATIENCE = 20.0
"""Seconds for one answer."""
FIRST_WAIT, LONGEST_WAIT = 0.5, 15.0
"""Seconds before asking again for what was wrong; each time twice as long."""


@dataclass(frozen=True, order=True)
class Wrong:
    """A file that visitors do not get as it was sent."""

    address: str
    reason: Message


def differing(plan: Plan, base: str, patience: float, asked: Callable[[], None]) -> list[Wrong]:
    """What is wrong after so many seconds: caches and hosts may need some time. `base` has no last slash.

    `asked` is told of each file that was asked for the first time.
    """
    until, wait = time.monotonic() + patience, FIRST_WAIT
    wrong = ask(plan, base, asked_for(plan), asked)
    while wrong and time.monotonic() + wait < until:
        time.sleep(wait)
        wait = min(wait * 2, LONGEST_WAIT)
        wrong = ask(plan, base, list(wrong))
    return sorted(wrong.values())


def ask(plan: Plan, base: str, paths: Iterable[str], asked: Callable[[], None] = NOBODY.advance) -> dict[str, Wrong]:
    """What is wrong now, by path."""

    def one(path: str) -> tuple[str, Wrong | None]:
        address = f"{base}/{quote(address_of(path))}"
        seal = plan.manifest.files.get(path)
        reason = complaint(address, seal.digest if seal else None)
        asked()
        return path, Wrong(address, reason) if reason else None

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return {path: wrong for path, wrong in pool.map(one, paths) if wrong}


def asked_for(plan: Plan) -> Iterator[str]:
    """The files that changed and have an address, those that are gone among them."""
    for path in (*plan.sends, *(change.path for change in plan.removed)):
        name = path.rpartition("/")[2]
        if not (name.startswith((".", "_")) or path.endswith(PACKED)):  # servers keep or exchange them
            yield path


def address_of(path: str) -> str:
    """The address of a file below that of the site."""
    return path.removesuffix("index.html") if path.rpartition("/")[2] == "index.html" else path


def complaint(address: str, digest: str | None) -> Message | None:
    """What is wrong with an answer; with no digest the file must not be there any more."""
    request = Request(address, headers={"Cache-Control": "no-cache", "Accept-Encoding": "identity"})
    try:
        with urlopen(request, timeout=PATIENCE) as answer:
            content: bytes = answer.read()
    except HTTPError as error:
        with error:
            is_gone = digest is None and error.code in (404, 410)
            return None if is_gone else message("the server answers {status}", status=error.code)
    except (URLError, HTTPException, OSError) as error:
        return message("no answer: {reason}", reason=getattr(error, "reason", None) or error)
    if digest is None:
        return message("it was removed and is still there")
    if sha256(content).hexdigest() != digest:
        return message("other content of {size} B", size=len(content))
    return None
