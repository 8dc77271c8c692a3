"""Links of the bodies: pages, files, anchors and letter case, at the place where they are written."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.checks.inspection import Inspection
from sitegen.model.address import output_path
from sitegen.model.document import Link
from sitegen.model.links import Dead, ToAddress, ToFile, ToPage, follow, is_closed
from sitegen.model.media import File
from sitegen.model.page import Page
from sitegen.problems import Location, Mistake, Problem, Severity, message
from sitegen.text.nearest import nearest


def problems(inspection: Inspection) -> Iterator[Problem]:
    """All links that lead nowhere, or to what is not public."""
    for page in inspection.sources:
        for link in page.body.links:
            yield from link_problems(inspection, page, link)


def link_problems(inspection: Inspection, page: Page, link: Link) -> Iterator[Problem]:
    """What is wrong with one link."""
    place = Location(page.file, link.line, link.column)
    match follow(inspection.whole, page, link.target):
        case Dead(mistake):
            if mistake:
                yield mistake.at(place)
        case ToPage() | ToFile(File(is_picture=False)) if link.is_picture:
            yield no_picture(link.target).at(place)
        case ToAddress(is_ours=False) if link.is_picture:
            yield from_elsewhere(link.target).at(place)
        case ToPage(found, anchor):
            if found.id in inspection.site.hidden and page.id not in inspection.site.hidden:
                yield not_public(link.target).at(place, Severity.WARNING)
            elif anchor:
                yield from (mistake.at(place) for mistake in anchor_mistakes(inspection, found, anchor))
        case ToFile(file) if file.path not in inspection.site.files and page.id not in inspection.site.hidden:
            yield not_public(link.target).at(place, Severity.WARNING)
        case ToAddress(address, is_ours) if is_ours and is_closed(inspection.site, address):
            if page.id not in inspection.site.hidden:
                yield not_public(link.target).at(place, Severity.WARNING)
        case ToAddress(address, is_ours) if is_ours:
            yield from (mistake.at(place) for mistake in address_mistakes(inspection, address))


def no_picture(target: str) -> Mistake:
    """The complaint about a picture that is a page or a document."""
    return Mistake(
        "LNK-09",
        message("'{target}' is not a picture", target=target),
        message("Name a JPEG, PNG, WebP, GIF, AVIF or SVG file; to link without showing, delete the !."),
    )


def from_elsewhere(target: str) -> Mistake:
    """The complaint about a picture of another host, which would learn who reads the page."""
    return Mistake(
        "PRV-03",
        message("the picture '{target}' lies on another site", target=target),
        message("Copy it beside the page, if you may; pages load nothing from elsewhere."),
    )


def not_public(target: str) -> Mistake:
    """The remark about a link to a draft, or to a page before or after its time."""
    return Mistake(
        "LNK-07",
        message("'{target}' is not public now; the words appear without a link", target=target),
        message("The link comes by itself when that page is published."),
    )


def anchor_mistakes(inspection: Inspection, page: Page, anchor: str) -> Iterator[Mistake]:
    """An anchor that the page does not have."""
    own = page.body.anchors | frozenset(page.item_ids)
    if anchor in own:
        return
    built = inspection.outline(output_path(inspection.whole.address(page)))
    known = own | (built.ids if built else frozenset())
    if anchor not in known:
        yield no_anchor(anchor, page.id, known)


def no_anchor(anchor: str, where: str, known: frozenset[str]) -> Mistake:
    """The complaint about a missing anchor."""
    near = nearest(anchor, sorted(known))
    hint = (
        message("Did you mean '#{near}'?", near=near)
        if near
        else message("Give the heading an id: ## Title {{#{anchor}}}", anchor=anchor)
    )
    return Mistake("LNK-04", message("'{page}' has no place named '#{anchor}'", page=where, anchor=anchor), hint)


def address_mistakes(inspection: Inspection, address: str) -> Iterator[Mistake]:
    """An address from the site's root that is not there, or whose anchor is not."""
    whole, _, anchor = address.partition("#")
    path = output_path(whole.partition("?")[0])
    if path not in inspection.paths:
        other = output_path(whole + "/") if not whole.endswith("/") else ""
        near = other if other in inspection.paths else nearest(path, sorted(inspection.paths))
        hint = (
            message("Did you mean '{near}'?", near="/" + near.removesuffix("index.html"))
            if near
            else message("Open the site and copy the address from there.")
        )
        yield Mistake("LNK-01", message("'{target}' is no address of this site", target=whole), hint)
    elif anchor and (page := inspection.outline(path)) and anchor not in page.ids:
        yield no_anchor(anchor, whole, page.ids)
