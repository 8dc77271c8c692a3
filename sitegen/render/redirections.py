"""Redirections: from where to which page, and the lines by which hosts know them.

A stub page always stands at the old address too; the hosts' own way answers with 301, which search engines prefer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from sitegen.model.address import output_path
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.render.links import old_address

Moves = Iterable[tuple[str, str]]
"""Old and new paths on the host; the old ones as a reader would write them, without percent signs."""
Gone = Iterable[str]
"""Paths on the host that ended on purpose, written in the same way."""
HEADING = "# old address, new address"
"""Of the file for a host, which so has a line when nothing has moved."""
QUOTED = re.compile(r'[\\"]')


@dataclass(frozen=True)
class Redirection:
    """An address that leads to a page."""

    source: str
    page: Page


def redirections(site: Site) -> tuple[Redirection, ...]:
    """All of them, right to where the pages stand today: what pages ask for, then what was published."""
    asked = [Redirection(old_address(alias), page) for page in site.pages for alias in page.aliases]
    return (*asked, *forwarded(site, {place_of(one.source) for one in asked}))


def forwarded(site: Site, asked: set[str]) -> Iterator[Redirection]:
    """From published addresses that nothing has today; one that ended on purpose stays ended."""
    taken = asked | {place_of(address) for address in site.addresses.values()}
    taken |= {file.path.casefold() for file in site.static} | ended(site)
    for address, page_id in sorted(site.moved.items()):
        page = site.nearest(page_id, address.split("/")[1])
        if page and place_of(address) not in taken:
            yield Redirection(address, page)


def ended(site: Site) -> set[str]:
    """The places that site.yaml says to be gone."""
    return {place_of(way) for address in site.config.gone for way in (address, address + "/")}


def place_of(address: str) -> str:
    """The file that serves an address, as on disks that see no capital letters."""
    return output_path(address).casefold()


def moves(site: Site) -> tuple[tuple[str, str], ...]:
    """Old and new paths on the host."""
    base = site.config.base_path
    return tuple((base + one.source, base + site.address(one.page)) for one in redirections(site))


def ended_paths(site: Site) -> tuple[str, ...]:
    """The paths on the host that site.yaml says to be gone."""
    return tuple(site.config.base_path + address for address in site.config.gone)


def netlify_redirects(found: Moves, gone: Gone = (), root: str = "/") -> str:
    """`_redirects`; with `!`, for else a stub that stands there is served. Cloudflare Pages passes over these lines."""
    moved = (f"{quote(old)} {new} 301!" for old, new in found)
    return "".join(f"{line}\n" for line in (HEADING, *moved, *(f"{quote(old)} {root}404.html 410!" for old in gone)))


def nginx_map(found: Moves, _gone: Gone = (), _root: str = "/") -> str:
    """What a `map $uri $moved { include …; }` includes; nginx compares decoded addresses."""
    return f"{HEADING}\n" + "".join(f'"{escaped(way)}" {new};\n' for old, new in found for way in ways(old))


def apache_redirects(found: Moves, gone: Gone = ()) -> tuple[str, ...]:
    """The lines of an `.htaccess`; each matches one address and nothing below it."""
    moved = (f'RedirectMatch 301 "{pattern(old)}" "{new}"' for old, new in found)
    return (*moved, *(f'RedirectMatch 410 "{pattern(address)}"' for address in gone))


def ways(address: str) -> tuple[str, ...]:
    """An address as hosts are asked for it: a folder with its page's name too."""
    return (address, address + "index.html") if address.endswith("/") else (address,)


def pattern(address: str) -> str:
    """The expression for an address in double quotes."""
    return escaped_quotes("^" + re.escape(address) + (r"(?:index\.html)?$" if address.endswith("/") else "$"))


def escaped(text: str) -> str:
    """A text in the double quotes of nginx; a variable's sign cannot be escaped there, and no key is a variable."""
    return QUOTED.sub(r"\\\g<0>", text)


def escaped_quotes(text: str) -> str:
    """An expression in the double quotes of Apache, where a backslash before anything else stays one."""
    return text.replace('"', '\\"')
