"""Redirections as hosts know them: `_redirects` for Netlify, `redirects.map` for nginx.

They are there even without a line: nginx does not start when a file that it is to include is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sitegen.model.artifact import Task
from sitegen.model.site import Site
from sitegen.render.redirections import Gone, Moves, ended_paths, moves, netlify_redirects, nginx_map
from sitegen.render.workshop import Workshop

FILES: dict[str, tuple[str, Callable[[Moves, Gone, str], str]]] = {
    "netlify": ("_redirects", netlify_redirects),
    "nginx": ("redirects.map", nginx_map),
}
"""By the host of site.yaml."""


def tasks(site: Site) -> Iterator[Task]:
    """The file of the site's host; none where the host knows none, or in copies without a server."""
    name, _ = FILES.get(site.config.host, ("", None))
    if name and not site.relative_links:
        inputs = (site.config.host, moves(site), ended_paths(site), site.config.base_path + "/")
        yield Task(path=name, recipe=render_lines, inputs=inputs, origin="sitegen: redirects")


def render_lines(_workshop: Workshop, inputs: tuple[str, Moves, Gone, str]) -> bytes:
    """The lines for a host."""
    host, found, gone, root = inputs
    return FILES[host][1](found, gone, root).encode()
