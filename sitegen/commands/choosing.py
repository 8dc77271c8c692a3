"""Choosing: the page and the language that somebody names on the command line."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from unicodedata import normalize

from sitegen.model.readers import unknown_language
from sitegen.model.site import Site
from sitegen.problems import Mistake, message
from sitegen.read.source import page_id_of
from sitegen.text.nearest import nearest

MOST_NAMED = 5
"""So many pages are named where a name means several."""


def chosen_page(site: Site, name: str, content: Path) -> str:
    """The id of the page that is named by its id, by the end of its id or by one of its files.

    Raises Mistake where there is no such page, or several.
    """
    known = ids_of(site)
    name = normalize("NFC", name)
    ways = dict.fromkeys((name.strip("/"), id_of_file(name, content, site.config.languages)))
    exact = next((way for way in ways if way in known), None)
    if exact:
        return exact
    ends = [page_id for page_id in known if any(page_id.endswith(f"/{way}") for way in ways)]
    if len(ends) > 1:
        raise several(name, ends)
    if not ends:
        raise unknown_page(name, known)
    return ends[0]


def ids_of(site: Site) -> tuple[str, ...]:
    """The pages that have a file, those that could not be read among them."""
    return tuple(sorted({page_id for page_id, _ in site.standings} | site.lost))


def id_of_file(name: str, content: Path, languages: Sequence[str]) -> str:
    """The id of the page whose file or folder a path names, from here or from the content folder."""
    path = Path(os.path.abspath(name))  # noqa: PTH100 - resolve() would follow links out of the content folder
    if path.is_relative_to(content):
        inside = path.relative_to(content).as_posix()
    else:
        inside = Path(name).as_posix().removeprefix(f"{content.name}/")
    stem, _, language = inside.removesuffix(".md").rpartition(".")
    if not inside.endswith(".md") or language not in languages:
        return inside
    folder, _, last = stem.rpartition("/")
    return page_id_of(folder, last)


def chosen_language(site: Site, name: str) -> str:
    """A language of the site, however it is written; raises Mistake for another one."""
    if name.lower() in site.config.languages:
        return name.lower()
    raise unknown_language(name, site.config.languages)


def several(name: str, ids: Sequence[str]) -> Mistake:
    """The complaint about a name that means more than one page."""
    shown = ", ".join(ids[:MOST_NAMED]) + ("…" if len(ids) > MOST_NAMED else "")
    return Mistake(
        "REF-01",
        message("'{name}' can mean several pages: {pages}", name=name, pages=shown),
        message("Write the whole name of one of them."),
    )


def unknown_page(name: str, ids: Sequence[str]) -> Mistake:
    """The complaint about a page that is not there, with the nearest one."""
    near = nearest(name, ids) or short_nearest(name, ids)
    hint = (
        message("Did you mean '{near}'?", near=near)
        if near
        else message("A page is named by its folder: projects/<name>, pages/<name>.")
    )
    return Mistake("REF-01", message("there is no page '{name}'", name=name), hint)


def short_nearest(name: str, ids: Sequence[str]) -> str | None:
    """The page whose last part is most like a name."""
    last = {page_id.rpartition("/")[2]: page_id for page_id in reversed(ids)}
    near = nearest(name.rpartition("/")[2], last)
    return last[near] if near else None
