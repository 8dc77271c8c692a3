"""Settings that contradict the site, and secrets that settings must not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.checks.inspection import Inspection
from sitegen.model.address import output_path
from sitegen.model.raw import Entries, Items, Raw
from sitegen.problems import Location, Mistake, Problem, message

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
    """Addresses that are gone and there, and passwords."""
    config = inspection.whole.config
    for number, address in enumerate(config.gone):
        if not {output_path(address), output_path(address + "/")}.isdisjoint(inspection.paths):
            yield alive(address).at(config.at(f"gone.{number}"))
    if config.publish:
        yield from (secret().at(place) for place in secrets(config.publish))


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
