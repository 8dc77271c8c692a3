"""Settings that contradict the site or hold no longer, and secrets that settings must not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from sitegen.checks.inspection import Inspection
from sitegen.model.address import output_path
from sitegen.model.config import Config
from sitegen.model.raw import Entries, Items, Raw
from sitegen.problems import Location, Mistake, Problem, Severity, message

NOTICE = timedelta(days=30)
SECRET = re.compile(
    r"(?:^|[-_ ])(?:pass|pwd)(?:$|[-_ ])|passw|passphrase|secret|token|credential|парола"
    r"|(?:api|access|private)[-_ ]?key",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(r"[-_](?:env|file|command)$", re.IGNORECASE)
"""How a key ends that says where a secret is kept."""
IN_ADDRESS = re.compile(r"://[^/\s:@]{1,200}:[^/\s@]{1,200}@")
"""A name and a password before the host."""


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Addresses that are gone and there, a contact that has expired, and passwords."""
    config = inspection.whole.config
    for number, address in enumerate(config.gone):
        if not {output_path(address), output_path(address + "/")}.isdisjoint(inspection.paths):
            yield alive(address).at(config.at(f"gone.{number}"))
    if config.security:
        yield from expiry(config, config.security.expires, inspection.whole.today)
    if config.publish:
        yield from (secret().at(place) for place in secrets(config.publish))


def expiry(config: Config, expires: date | None, today: date) -> Iterator[Problem]:
    """A contact for weaknesses that holds no longer, or not for long: nobody may use it then (RFC 9116, 2.5.5)."""
    if expires is None or today < expires - NOTICE:
        return
    hint = message("Make sure that the contact is still right, and write a day less than a year ahead.")
    is_over = today >= expires  # it ends at the beginning of the day
    told = message("security.txt has expired on {day}; nobody may rely on it any more", day=expires)
    soon = message("security.txt expires on {day}", day=expires)
    yield Mistake("FLD-12", told if is_over else soon, hint).at(config.at("security.expires"), Severity.WARNING)


def secrets(publish: Raw) -> Iterator[Location]:
    """Where something stands that looks like a password: its key, or the address that holds it."""
    waiting = [publish]
    while waiting:
        match waiting.pop():
            case Entries(pairs):
                yield from (key.at for key, _ in pairs if SECRET.search(key.text) and not ELSEWHERE.search(key.text))
                waiting += [value for _, value in pairs]
            case Items(values):
                waiting += values
            case found:
                if IN_ADDRESS.search(found.text):
                    yield found.at


def alive(address: str) -> Mistake:
    """The complaint about an address that would be published and denied at once."""
    return Mistake(
        "ADR-14",
        message("{address} is said to be gone, and the site has it", address=address),
        message("Delete it here, or give the page that has it another address."),
    )


def secret() -> Mistake:
    """The complaint about a password; it is never quoted."""
    return Mistake(
        "FLD-11",
        message("a password must never stand in site.yaml"),
        message("Delete the line and change the password: copies of this file may exist."),
    )
