"""Which files belong to which page, and which are used at all."""

from __future__ import annotations

import posixpath

from sitegen.model.links import ToFile, follow
from sitegen.model.media import Attachment, File, document_name
from sitegen.model.page import Downloadable, Page
from sitegen.model.site import Site

FIRST_DOCUMENTS = ("agenda", "invitation", "media_info", "presentation")
"""The four that a press conference has, in their fixed order."""


def beside(page: Page, name: str) -> str:
    """The path below the content folder of a file that a field of a page names."""
    return posixpath.normpath(posixpath.join(page.source.partition("/")[2].rpartition("/")[0], name))


def owns_folder(page: Page) -> bool:
    """Whether a page lies in a folder of its own, so that the files in it are its own."""
    return page.id in (page.folder, "index")


def document_files(site: Site, page: Downloadable) -> tuple[tuple[Attachment, File], ...]:
    """The documents of a page: those it names, then those in its folder whose names say what they are."""
    named = {beside(page, entry.file): entry for entry in page.documents}
    found = [(entry, site.files[path]) for path, entry in named.items() if path in site.files]
    around = (*site.folders.get(page.folder, ()), *site.folders.get(f"{page.folder}/documents".lstrip("/"), ()))
    for file in around if owns_folder(page) else ():
        name = document_name(file.name)
        if name and name[1] in site.config.languages and file.path not in named:
            found.append((Attachment(file=file.name, type=name[0]), file))
    return tuple(sorted(found, key=lambda pair: place_of(pair[0].type)))


def place_of(kind: str) -> int:
    """Where a kind of document stands in a list."""
    return FIRST_DOCUMENTS.index(kind) if kind in FIRST_DOCUMENTS else len(FIRST_DOCUMENTS)


def files_of(site: Site, page: Page) -> set[str]:
    """Paths of the files that a page shows or offers."""
    used = {
        destination.file.path
        for link in page.body.links
        if isinstance(destination := follow(site, page, link.target), ToFile)
    }
    if page.image:
        used.add(beside(page, page.image))
    if isinstance(page, Downloadable):
        used |= {file.path for _, file in document_files(site, page)}
        used |= {beside(page, photo.file) for photo in page.gallery}
    return used & site.files.keys()


def offered_files(site: Site) -> frozenset[str]:
    """Paths of the files that some page offers as its documents."""
    pages = (page for page in site.pages if isinstance(page, Downloadable))
    return frozenset(file.path for page in pages for _, file in document_files(site, page))


def used_files(site: Site) -> frozenset[str]:
    """Paths of the files that some page shows or offers, organisations' logos among them."""
    logos = {organisation.logo for organisation in site.config.organisations.values() if organisation.logo}
    return frozenset().union(*(files_of(site, page) for page in site.pages), logos & site.files.keys())
