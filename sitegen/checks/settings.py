"""Settings that contradict the site or hold no longer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sitegen.checks.inspection import Inspection
from sitegen.model.address import output_path
from sitegen.model.config import Config
from sitegen.problems import Mistake, Problem, Severity, message

NOTICE = timedelta(days=30)


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Addresses that are gone and there, and a contact that has expired."""
    config = inspection.whole.config
    for number, address in enumerate(config.gone):
        if not {output_path(address), output_path(address + "/")}.isdisjoint(inspection.paths):
            yield alive(address).at(config.at(f"gone.{number}"))
    if config.security:
        yield from expiry(config, config.security.expires, inspection.whole.today)


def expiry(config: Config, expires: date | None, today: date) -> Iterator[Problem]:
    """A contact for weaknesses that holds no longer, or not for long: nobody may use it then (RFC 9116, 2.5.5)."""
    if expires is None or today < expires - NOTICE:
        return
    hint = message("Make sure that the contact is still right, and write a day less than a year ahead.")
    is_over = today >= expires  # it ends at the beginning of the day
    told = message("security.txt has expired on {day}; nobody may rely on it any more", day=expires)
    soon = message("security.txt expires on {day}", day=expires)
    yield Mistake("FLD-12", told if is_over else soon, hint).at(config.at("security.expires"), Severity.WARNING)


def alive(address: str) -> Mistake:
    """The complaint about an address that would be published and denied at once."""
    return Mistake(
        "ADR-14",
        message("{address} is said to be gone, and the site has it", address=address),
        message("Delete it here, or give the page that has it another address."),
    )
