"""What a host is told about the files: one file in its own words, as `host` of site.yaml names it.

A host that is not named is told nothing, and neither is a copy that opens without one.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model.artifact import Task
from sitegen.model.site import Site
from sitegen.render.headers import WRITERS, Hosting, header_lines
from sitegen.render.redirections import apache_redirects, ended_paths, moves
from sitegen.render.workshop import Workshop


def tasks(site: Site) -> Iterator[Task]:
    """The file of the headers."""
    host = site.config.host
    if host in WRITERS and not site.relative_links:
        path, _ = WRITERS[host]
        yield Task(path=path, recipe=headers, inputs=(host, hosting_of(site)), origin="sitegen: host")


def hosting_of(site: Site) -> Hosting:
    """What the headers depend on beside the theme."""
    config = site.config
    has_hsts = bool(config.security and config.security.hsts)
    endings = {"gzip": "gz", "br": "br"}
    compressed = tuple(endings[name] for name in config.compress)
    return Hosting(
        root=config.base_path + "/",
        has_hsts=has_hsts,
        compressed=compressed,
        redirects=apache_lines(site) if config.host == "apache" else (),
        gone=ended_paths(site),
        folders=(*config.languages, "p"),
    )


def apache_lines(site: Site) -> tuple[str, ...]:
    """Old addresses that lead on, and those that ended on purpose."""
    return apache_redirects(moves(site), ended_paths(site))


def headers(workshop: Workshop, inputs: tuple[str, Hosting]) -> bytes:
    """The file as the host reads it."""
    return header_lines(workshop, *inputs).encode()
