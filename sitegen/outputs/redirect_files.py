"""Redirections as hosts know them: `_redirects` for Netlify, `redirects.map` for nginx."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sitegen.model.artifact import Task
from sitegen.model.site import Site
from sitegen.render.redirections import Moves, moves, netlify_redirects, nginx_map
from sitegen.render.workshop import Workshop

FILES: dict[str, tuple[str, Callable[[Moves], str]]] = {
    "netlify": ("_redirects", netlify_redirects),
    "nginx": ("redirects.map", nginx_map),
}
"""By the host of site.yaml."""


def tasks(site: Site) -> Iterator[Task]:
    """The file of the site's host; none where the host knows none, or in copies without a server."""
    name, _ = FILES.get(site.config.host, ("", None))
    if name and not site.relative_links and (found := moves(site)):
        yield Task(path=name, recipe=render_lines, inputs=(site.config.host, found), origin="sitegen: redirects")


def render_lines(_workshop: Workshop, inputs: tuple[str, tuple[tuple[str, str], ...]]) -> bytes:
    """The lines for a host."""
    host, found = inputs
    return FILES[host][1](found).encode()
