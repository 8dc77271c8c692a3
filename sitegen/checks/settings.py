"""Settings that contradict the site."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.inspection import Inspection
from sitegen.model.address import output_path
from sitegen.problems import Mistake, Problem, message


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Addresses that are gone and there."""
    config = inspection.whole.config
    for number, address in enumerate(config.gone):
        if not {output_path(address), output_path(address + "/")}.isdisjoint(inspection.paths):
            yield alive(address).at(config.at(f"gone.{number}"))


def alive(address: str) -> Mistake:
    """The complaint about an address that would be published and denied at once."""
    return Mistake(
        "ADR-14",
        message("{address} is said to be gone, and the site has it", address=address),
        message("Delete it here, or give the page that has it another address."),
    )
