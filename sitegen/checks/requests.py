"""What published pages and files make a browser do by itself: ask another host, keep something on the device.

Both need consent that nobody asked for (Directive 2002/58/EC Art. 5(3); GDPR Art. 6), so neither can be switched off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.checks.inspection import Inspection
from sitegen.markup.requests import requests
from sitegen.model.config import Config
from sitegen.problems import Location, Mistake, Problem, message
from sitegen.text.hosts import host_of
from sitegen.text.requests import Act, Request

MOST = 20
"""Told of one file of a theme."""


def problems(inspection: Inspection) -> Iterator[Problem]:
    """What files of the editor and of the site's own theme do."""
    config = inspection.whole.config
    for path, file in inspection.published_files:
        yield from complaints(config, path, file.requests)
    for path, text in config.theme_texts:
        yield from complaints(config, path, requests(path, text)[:MOST])


def proof(inspection: Inspection, path: str, data: bytes) -> Iterator[Problem]:
    """What a finished page or file does."""
    yield from complaints(inspection.site.config, f"output/{path}", requests(path, data.decode()))


def complaints(config: Config, path: str, found: Iterable[Request]) -> Iterator[Problem]:
    """The requests that may not be, in their places."""
    own = host_of(config.url)
    for one in found:
        if one.act is Act.KEEP:
            yield keeping(one).at(Location(path, one.line, one.column))
        elif host_of(one.said) != own:
            yield asking(one).at(Location(path, one.line, one.column))


def asking(one: Request) -> Mistake:
    """The complaint about an address of another host."""
    return Mistake(
        "PRV-11",
        message("browsers ask another host by themselves: {address}", address=one.said),
        message("Put the file beside your own and name that, or write a link that people follow if they want to."),
    )


def keeping(one: Request) -> Mistake:
    """The complaint about cookies and storage."""
    return Mistake(
        "PRV-12",
        message("'{name}' keeps or reads something on the visitor's device", name=one.said),
        message("Do without it: the site has no cookies and no storage, and so needs to ask for no consent."),
    )
