"""The web manifest: name, colours and icons for a site on the screen of a phone (W3C Web App Manifest)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.model.artifact import Task
from sitegen.model.site import Site
from sitegen.render.links import Links
from sitegen.render.workshop import Workshop

PATH = "manifest.webmanifest"
PAPER, BRAND = "#ffffff", "#0b2f6b"
"""The colour behind a page and that of the theme, unless site.yaml says otherwise."""
ICONS = (
    ("icon.svg", "any", "image/svg+xml"),
    ("icon-192.png", "192x192", "image/png"),
    ("icon-512.png", "512x512", "image/png"),
)
"""Name, size and type of the theme's icons; what a theme lacks is left out."""


@dataclass(frozen=True)
class Described:
    """What the manifest tells beside the icons."""

    root: str
    language: str
    name: str
    short: str
    colour: str


def tasks(site: Site) -> Iterator[Task]:
    """The manifest, in the default language; a copy without a host has none."""
    if site.relative_links:
        return
    config = site.config
    owner = site.organisation(config.owner)
    name = config.title.into(config.default_language).text
    short = owner.short_name.into(config.default_language).text if owner and owner.short_name else name
    described = Described(Links(site, "/").root, config.default_language, name, short, config.brand or BRAND)
    yield Task(path=PATH, recipe=manifest, inputs=described, origin="sitegen: manifest of the web")


def manifest(workshop: Workshop, site: Described) -> bytes:
    """The manifest as JSON; it opens in the browser, with its address bar."""
    root = site.root
    named = ((workshop.asset(root, name), size, type_) for name, size, type_ in ICONS)
    content = {
        "name": site.name,
        "short_name": site.short,
        "lang": site.language,
        "start_url": root,
        "scope": root,
        "display": "browser",
        "background_color": PAPER,
        "theme_color": site.colour,
        "icons": [{"src": src, "sizes": size, "type": type_} for src, size, type_ in named if src],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
