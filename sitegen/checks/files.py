"""Files: those that a page names must be there; those that no page uses are named."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.inspection import Inspection
from sitegen.model.attachments import beside, used_files
from sitegen.model.gate import is_below
from sitegen.model.media import document_name
from sitegen.model.page import Downloadable, Page
from sitegen.model.site import Site
from sitegen.problems import Location, Mistake, Problem, Severity, message
from sitegen.text.nearest import nearest


def problems(inspection: Inspection) -> Iterator[Problem]:
    """Missing files, unused ones, and pictures without words."""
    site = inspection.whole
    for page in inspection.originals:
        yield from missing_files(site, page)
        if page.image and not page.image_alt:
            yield no_alt().at(page.at("image"))
    for organisation in site.config.organisations.values():
        if organisation.logo and organisation.logo not in site.files:
            yield missing(organisation.logo, site).at(Location(f"{site.root}/organisations.yaml"))
    yield from names(site)
    yield from unused(inspection)


def missing_files(site: Site, page: Page) -> Iterator[Problem]:
    """Documents, photographs and the picture that a page names."""
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
            yield missing(path, site, name).at(page.at(field))


def missing(path: str, site: Site, written: str = "") -> Mistake:
    """The complaint about a file that is not there."""
    same = next((name for name in site.files if name.casefold() == path.casefold()), None)
    if same:
        return Mistake(
            "LNK-05",
            message("'{target}' differs in capital letters from '{name}'", target=written or path, name=same),
            message("Write it exactly so; most servers tell capital letters apart."),
        )
    near = nearest(path, list(site.files))
    hint = message("Did you mean '{near}'?", near=near) if near else message("Put the file beside the page.")
    return Mistake("DOC-01", message("there is no file '{name}'", name=written or path), hint)


def no_alt() -> Mistake:
    """The complaint about a picture without words for those who cannot see it."""
    return Mistake(
        "A11Y-01", message("the picture has no alternative text"), message("Write image_alt: what the picture shows.")
    )


def names(site: Site) -> Iterator[Problem]:
    """Documents whose names give a language that the site does not have."""
    for path, file in site.files.items():
        name = document_name(file.name)
        if name and name[1] not in site.config.languages:
            mistake = Mistake(
                "ADR-05",
                message("'{name}' is not a language of the site", name=name[1]),
                message(
                    "The languages are {languages}; site.yaml lists them.", languages=", ".join(site.config.languages)
                ),
            )
            yield mistake.at(Location(f"{site.root}/{path}"))


def unused(inspection: Inspection) -> Iterator[Problem]:
    """Files that no page uses; those beside a draft or embargoed page count as used."""
    whole = inspection.whole
    used = used_files(whole)
    closed = {page.folder for page in whole.pages if page.id in inspection.site.hidden and page.folder}
    for path in whole.files:
        if path not in used and not is_below(path, closed):
            mistake = Mistake(
                "DOC-06",
                message("no page uses this file; it is not published"),
                message("Link to it, name it <type>.<language>.<ending>, or delete it."),
            )
            yield mistake.at(Location(f"{whole.root}/{path}"), Severity.WARNING)
