"""Files: those that a page names must be there; those that no page uses are named."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator

from sitegen.checks.inspection import Inspection
from sitegen.model.attachments import beside
from sitegen.model.gate import is_below
from sitegen.model.links import nearest_path, other_case
from sitegen.model.media import document_name
from sitegen.model.page import Downloadable, Page
from sitegen.model.readers import unknown_language
from sitegen.model.site import Site
from sitegen.problems import Location, Mistake, Problem, Severity, message

LISTS = frozenset({"documents", "gallery", "image"})
"""The fields that name files."""


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Missing files, unused ones, and pictures without words."""
    site = inspection.whole
    for page in inspection.originals:
        yield from missing_files(inspection, page)
        if page.image and not page.image_alt:
            yield no_alt().at(page.at("image"))
    for organisation in site.config.organisations.values():
        if organisation.logo and organisation.logo not in site.files:
            yield missing(site, ".", organisation.logo).at(site.config.at(f"organisations.{organisation.id}.logo"))
    yield from names(site)
    yield from unused(inspection)


def missing_files(inspection: Inspection, page: Page) -> Iterator[Problem]:
    """Documents, photographs and the picture that a page names."""
    site, seen = inspection.whole, inspection.site
    named = [("image", page.image)] if page.image else []
    if isinstance(page, Downloadable):
        named += [(f"documents.{number}.file", entry.file) for number, entry in enumerate(page.documents)]
        named += [(f"gallery.{number}.file", photo.file) for number, photo in enumerate(page.gallery)]
    for field, name in named:
        path = beside(page, name)
        if path == ".." or path.startswith("../"):
            out = Mistake(
                "LNK-06",
                message("'{target}' leads out of the content folder", target=name),
                message("Copy the file beside the page."),
            )
            yield out.at(page.at(field))
        elif path not in site.files:
            yield missing(site, beside(page, ""), name).at(page.at(field))
        elif not field.startswith("documents") and not site.files[path].is_picture:
            yield no_picture(name).at(page.at(field))
        elif path not in seen.files and page.id not in seen.hidden:
            yield not_public(name).at(page.at(field), Severity.WARNING)


def missing(site: Site, folder: str, name: str) -> Mistake:
    """The complaint about a file that is not there; `name` is written from the folder on."""
    path = posixpath.normpath(posixpath.join(folder, name))
    same = next((other for other in site.files if other.casefold() == path.casefold()), None)
    if same:
        return other_case(name, posixpath.relpath(same, folder))
    near = nearest_path(path, tuple(site.files))
    hint = (
        message("Did you mean '{near}'?", near=posixpath.relpath(near, folder))
        if near
        else message("Put the file beside the page.")
    )
    return Mistake("DOC-01", message("there is no file '{name}'", name=name), hint)


def no_picture(name: str) -> Mistake:
    """The complaint about a document in the place of a picture."""
    return Mistake(
        "LNK-09",
        message("'{target}' is not a picture", target=name),
        message("Name a JPEG, PNG, WebP, GIF, AVIF or SVG file."),
    )


def not_public(name: str) -> Mistake:
    """The remark about a file beside a page that is not public."""
    return Mistake(
        "LNK-07",
        message("'{target}' lies beside a page that is not public now; it is left out", target=name),
        message("It appears by itself when that page is published."),
    )


def no_alt() -> Mistake:
    """The complaint about a picture without words for those who cannot see it."""
    return Mistake(
        "A11Y-01", message("the picture has no alternative text"), message("Write image_alt: what the picture shows.")
    )


def names(site: Site) -> Iterator[Problem]:
    """Documents whose names give a language that the site does not have."""
    for path, file in site.files.items():
        name = document_name(file.name)
        if name and has_wrong_language(site, path):
            yield unknown_language(name[1], site.config.languages).at(Location(f"{site.root}/{path}"))


def has_wrong_language(site: Site, path: str) -> bool:
    """Whether a file is named like a document in a language that the site does not have."""
    name = document_name(site.files[path].name)
    return name is not None and name[1] not in site.config.languages


def unused(inspection: Inspection) -> Iterator[Problem]:
    """Files that no page uses; those beside a draft or embargoed page count as used."""
    whole = inspection.whole
    unsure = unsure_pages(whole)
    for path in inspection.site.files:
        if path not in inspection.used_files and not has_wrong_language(whole, path) and not lies_beside(path, unsure):
            mistake = Mistake(
                "DOC-06",
                message("no page uses this file; it is not published"),
                message("Link to it, name it <type>.<language>.<ending>, or delete it."),
            )
            yield mistake.at(Location(f"{whole.root}/{path}"), Severity.WARNING)


def unsure_pages(site: Site) -> frozenset[str]:
    """Ids of the pages that may use files which nobody knows of, since they or their lists could not be read."""
    listing = (page_id for page_id, fields in site.doubtful.items() if not LISTS.isdisjoint(fields))
    return site.lost.union(listing)


def lies_beside(path: str, pages: Collection[str]) -> bool:
    """Whether a file lies in the folder of one of these pages, or beside it."""
    folder = path.rpartition("/")[0]
    return is_below(path, pages) or any(page_id.rpartition("/")[0] == folder for page_id in pages)
