"""Vanished addresses: what was published is answered for ever, or said to be gone."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.inspection import Inspection
from sitegen.model.address import number_address
from sitegen.problems import Location, Mistake, Problem, message
from sitegen.render.redirections import ended, place_of


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Recorded addresses, those of plaques among them, that nothing answers; a page hidden for a time keeps its own."""
    site, whole = inspection.site, inspection.whole
    if not whole.recorded:
        return
    answered = {path.casefold() for path in inspection.paths} | ended(whole)
    lines = {one.address: one for one in reversed(whole.recorded)}
    lines |= {number_address(one.number): one for one in reversed(whole.recorded) if one.number is not None}
    for address, one in sorted(lines.items()):
        is_resting = whole.found_again.get(one.address) in site.hidden or one.page in whole.lost
        if place_of(address) not in answered and not is_resting:
            yield vanished(address).at(Location(f"{whole.root}/addresses.lock", one.line))


def vanished(address: str) -> Mistake:
    """The complaint about an address whose page nobody finds."""
    return Mistake(
        "ADR-15",
        message("{address} was published, and nothing stands there any more", address=address),
        message(
            "Write 'aliases: [{address}]' in the page that took its place, or, if nothing did, 'gone: [{address}]' in"
            " site.yaml.",
            address=address,
        ),
    )
