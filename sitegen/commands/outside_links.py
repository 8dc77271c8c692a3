"""`check --external`: asks the links that lead to other sites, politely, and tells of those that lead nowhere.

A host is asked one thing after another, several hosts at once; what an answer does not prove is not told.
"""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urldefrag, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from sitegen import __version__
from sitegen.builder.flow import Outcome
from sitegen.builder.steps import Watcher
from sitegen.commands.watching import watched
from sitegen.model.links import ToAddress, follow
from sitegen.model.site import Site
from sitegen.problems import Location, Mistake, Problem, Severity, message

AT_ONCE = 8
"""Hosts that are asked at the same time."""
PAUSE = 0.3
"""Seconds between two questions to one host."""
PATIENCE = 15.0
"""Seconds for one answer."""
DEAD = (404, 410)
FOR_EVER = (301, 308)
WRONG = 400
"""From here on an answer is a refusal."""
BROKEN = 500
"""From here on an answer tells of a fault of the host."""
SAFE = "%/:?#[]@!$&'()*+,;=~-._"
"""Signs that stay as they are in an address (RFC 3986)."""
ASKING = message("asking other sites")


@dataclass(frozen=True)
class Answer:
    """What became of a question."""

    status: int = 0
    """Of HTTP; 0 where nobody answered."""
    moved: str = ""
    """The new address, where the old one has been left for ever."""
    reason: str = ""
    """Why nobody answered."""


@dataclass
class Steps(HTTPRedirectHandler):
    """Follows redirects and keeps their kinds."""

    kinds: list[int] = field(default_factory=list)

    def redirect_request(  # noqa: PLR0913, PLR0917 - that of the standard library
        self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        """Notes the kind of a redirect, and follows it."""
        self.kinds.append(code)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def outside(site: Site) -> Mapping[str, list[Location]]:
    """Address of another site, without anchor, to the places where it is written."""
    found: dict[str, list[Location]] = {}
    for address, place in (*in_bodies(site), *in_settings(site)):
        found.setdefault(urldefrag(address)[0], []).append(place)
    return found


def in_bodies(site: Site) -> Iterator[tuple[str, Location]]:
    """The links of the editors' texts."""
    for page in site.written:
        for link in page.body.links:
            destination = follow(site, page, link.target)
            if isinstance(destination, ToAddress) and not destination.is_ours:
                address = f"https:{destination.address}" if destination.address[:2] == "//" else destination.address
                if is_web(address):
                    yield address, Location(page.file, link.line, link.column)


def is_web(address: str) -> bool:
    """Whether a host can be asked for it."""
    return address.lower().startswith(("http://", "https://"))


def in_settings(site: Site) -> Iterator[tuple[str, Location]]:
    """The sites of organisations, and the form for reports about security."""
    form = site.config.security.contact if site.config.security else ""
    if is_web(form):
        yield form, site.config.at("security.contact")
    for name, organisation in site.config.organisations.items():
        if organisation.website:
            yield organisation.website, site.config.at(f"organisations.{name}.website")


def ask_outside(arguments: Namespace, outcome: Outcome) -> tuple[Problem, ...]:
    """What the answers of other sites prove."""
    if outcome.whole is None:
        return ()
    places = outside(outcome.whole)
    agent = f"sitegen/{__version__} (+{outcome.whole.config.url})"
    with watched(arguments) as progress:
        answers = ask_all(places, agent, progress)
    return tuple(
        mistake.at(place, severity)
        for address, answer in sorted(answers.items())
        for mistake, severity in told(address, answer)
        for place in places[address]
    )


def ask_all(addresses: Iterable[str], agent: str, watcher: Watcher) -> dict[str, Answer]:
    """The answers by address."""
    hosts: dict[str, list[str]] = {}
    for address in addresses:
        hosts.setdefault(urlsplit(address).netloc.lower(), []).append(address)
    watcher.begin(ASKING, sum(map(len, hosts.values())))

    def one_host(waiting: list[str]) -> list[tuple[str, Answer]]:
        answers = []
        for number, address in enumerate(waiting):
            time.sleep(PAUSE if number else 0)
            answers.append((address, ask(address, agent)))
            watcher.advance()
        return answers

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return {address: answer for answers in pool.map(one_host, hosts.values()) for address, answer in answers}


def ask(address: str, agent: str) -> Answer:
    """The answer to an address: by HEAD, and by GET where a host does not answer that as it should."""
    answer = asked("HEAD", address, agent)
    return answer if 0 < answer.status < WRONG else asked("GET", address, agent)


def asked(method: str, address: str, agent: str) -> Answer:
    """The answer to one question; nothing of its body is read."""
    steps = Steps()
    try:
        request = Request(written(address), method=method, headers={"User-Agent": agent, "Accept": "*/*"})
        with build_opener(steps).open(request, timeout=PATIENCE) as answer:
            is_moved = bool(steps.kinds) and all(kind in FOR_EVER for kind in steps.kinds)
            return Answer(answer.status, answer.url if is_moved else "")
    except HTTPError as error:
        with error:
            return Answer(error.code)
    except (URLError, HTTPException, OSError, ValueError) as error:
        return Answer(reason=str(getattr(error, "reason", "") or error) or type(error).__name__)


def written(address: str) -> str:
    """An address as it goes over the net: the host in ASCII, other signs in percent; raises ValueError."""
    parts = urlsplit(address)
    host = parts.netloc.encode("idna").decode("ascii")
    return urlunsplit((parts.scheme, host, quote(parts.path, SAFE), quote(parts.query, SAFE), ""))


def told(address: str, answer: Answer) -> Iterator[tuple[Mistake, Severity]]:
    """What an answer proves; a host that lets no programs in, or has had enough, proves nothing."""
    if answer.status in DEAD:
        complaint = message("the other site has no such page any more: {address}", address=address)
        yield Mistake("NET-16", complaint, message("Find its new address, or delete the link.")), Severity.WARNING
    elif answer.moved and answer.moved != written(address):
        complaint = message("the page of the other site has moved for ever to {address}", address=answer.moved)
        yield Mistake("NET-17", complaint, message("Write the new address.")), Severity.INFO
    elif answer.status == 0 or answer.status >= BROKEN:
        reason = answer.reason or str(answer.status)
        complaint = message("the other site does not answer: {address} ({reason})", address=address, reason=reason)
        yield Mistake("NET-18", complaint, message("Try again later; if it stays so, look for it.")), Severity.INFO
