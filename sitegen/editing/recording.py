"""Recording: what a site has published is written down in `addresses.lock`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sitegen.editing.source_file import SourceFile, save, unwritable
from sitegen.model.page import Funded, Page
from sitegen.model.recorded import NO_BODY, Recorded
from sitegen.model.site import Site
from sitegen.read.addresses import ADDRESSES, read_addresses, written
from sitegen.render.redirections import redirections


def record(root: Path, site: Site) -> bool:
    """Writes the addresses of a public site in the place of what was recorded; whether anything changed.

    Raises Mistake.
    """
    before = read_addresses(root).data
    data = written(entries(site))
    if data == before.replace(b"\r\n", b"\n"):
        return False
    disk = root / ADDRESSES
    try:
        disk.touch()
    except OSError as error:
        raise unwritable(error) from None
    save(root, disk, SourceFile(before), SourceFile(data))
    return True


def entries(site: Site) -> Iterator[Recorded]:
    """Every page of a public site, and every address of earlier times with the page that answers there today.

    What is gone, or hidden for a time, stays as it was.
    """
    for page in site.pages:
        yield entry(site, site.address(page), page)
    standing = set(site.addresses.values())
    leads = {one.source: one.page for one in redirections(site)}
    for one in site.recorded:
        if one.address in leads:
            yield entry(site, one.address, leads[one.address])
        elif one.address not in standing:
            yield one


def entry(site: Site, address: str, page: Page) -> Recorded:
    """The line of an address that a page answers."""
    digest = site.digests.get((page.id, address.split("/")[1]), NO_BODY) if page.file else NO_BODY
    return Recorded(address, page.id, page.number if isinstance(page, Funded) else None, digest)
