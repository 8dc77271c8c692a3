"""security.txt: whom to tell of a weakness of the site (RFC 9116); only where site.yaml names somebody."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.artifact import Task
from sitegen.model.site import Site

PATH = ".well-known/security.txt"


def tasks(site: Site) -> Iterator[Task]:
    """The file; it counts at the root of a host only, so a site below a path has none."""
    security = site.config.security
    if security and security.contact and security.expires and not site.config.base_path:
        lines = (
            ("Contact", security.contact if "://" in security.contact else f"mailto:{security.contact}"),
            ("Expires", f"{security.expires.isoformat()}T00:00:00Z"),
            ("Preferred-Languages", ", ".join(site.config.languages)),
            ("Canonical", site.url(f"/{PATH}")),
        )
        yield Task(path=PATH, recipe=written, inputs=lines, origin="sitegen: security.txt")


def written(_workshop: object, lines: tuple[tuple[str, str], ...]) -> bytes:
    """The fields, a line each."""
    return "".join(f"{name}: {value}\n" for name, value in lines).encode()
