"""Links of a body: what the editor's target leads to on the site."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.model.media import File
from sitegen.model.page import Page
from sitegen.model.site import Site
from sitegen.problems import Message, Mistake, message
from sitegen.text.nearest import nearest

ELSEWHERE = re.compile(r"(https?:|mailto:|tel:|geo:|//)", re.IGNORECASE)


@dataclass(frozen=True)
class ToPage:
    """A page, in the reader's language or the nearest one that it has."""

    page: Page
    anchor: str = ""


@dataclass(frozen=True)
class ToFile:
    """A file of the content folder."""

    file: File


@dataclass(frozen=True)
class ToAddress:
    """An address of the site, or one elsewhere, as it stands."""

    address: str
    is_ours: bool


@dataclass(frozen=True)
class Closed:
    """A page that is not public: the words stay, the link goes."""

    page_id: str
    """Its id, or its address where the editor wrote that."""


@dataclass(frozen=True)
class Dead:
    """Nothing; `mistake` is None where the reason has been reported already."""

    mistake: Mistake | None


Destination = ToPage | ToFile | ToAddress | Closed | Dead


def follow(site: Site, page: Page, target: str) -> Destination:
    """Where a target written on a page leads."""
    own = site.config.base_url + "/"
    if target.startswith(own):
        target = target.removeprefix(site.config.base_url)
    if ELSEWHERE.match(target):
        return ToAddress(target, is_ours=False)
    path, _, anchor = target.partition("#")
    if path.startswith("/"):
        return Closed(path) if is_closed(site, path) else ToAddress(target, is_ours=True)
    if not path and not anchor:
        return Dead(
            Mistake("LNK-01", message("the link leads nowhere"), message("Write an address between the brackets."))
        )
    if not path:
        return ToPage(page, anchor)
    if re.match(r"[a-z][a-z0-9+.-]*:", path, re.IGNORECASE) and not path.startswith("page:"):
        return Dead(
            Mistake(
                "LNK-01",
                message("'{target}' is not an address that a browser can open", target=target),
                message("Use https://, mailto: or a path."),
            )
        )
    return inside(site, page, path, anchor)


def is_closed(site: Site, address: str) -> bool:
    """Whether an address is that of a page that is not public."""
    path = address.partition("#")[0].partition("?")[0].rstrip("/")
    return path in site.closed or f"{path}/" in site.closed


def inside(site: Site, page: Page, path: str, anchor: str) -> Destination:
    """Where a path of the content folder leads: `page:…` from its root, others from the page's folder."""
    by_id = path.startswith("page:")
    whole = (
        posixpath.normpath(path.removeprefix("page:").strip("/"))
        if by_id
        else posixpath.normpath(posixpath.join(page.folder, path))
    )
    whole = unicodedata.normalize("NFC", whole)
    if whole == ".." or whole.startswith("../"):
        return Dead(
            Mistake(
                "LNK-06",
                message("'{target}' leads out of the content folder", target=path),
                message("Link to a page or a file inside it."),
            )
        )
    if not by_id and whole in site.files:
        return ToFile(site.files[whole])
    page_id = page_id_of(whole, site.config.languages)
    found = site.nearest(page_id, page.language)
    if found:
        return ToPage(found, anchor)
    if page_id in site.hidden:
        return Closed(page_id)
    if page_id in site.lost:
        return Dead(None)
    return Dead(dead_link(site, page, path, whole, page_id))


def page_id_of(path: str, languages: tuple[str, ...]) -> str:
    """The page id that a path names: with or without file name and language."""
    stem = path.removesuffix(".md")
    if stem != path and stem.rpartition(".")[2] in languages:
        stem = stem.rpartition(".")[0]
    if stem.rpartition("/")[2] == "index" and "/" in stem:
        stem = stem.rpartition("/")[0]
    return "index" if stem in (".", "") else stem


def dead_link(site: Site, page: Page, written: str, path: str, page_id: str) -> Mistake:
    """The complaint about a path that leads nowhere, with the nearest name that exists, as this page writes it."""
    names = tuple(dict.fromkeys((*site.ids, *site.files)))
    same = next((name for name in names if name.casefold() in (path.casefold(), page_id.casefold())), None)
    if same:
        return other_case(written, spelled(same, page, written))
    return Mistake(
        "LNK-01",
        message("'{target}' leads to no page and no file", target=written),
        whole_address(written) or did_you_mean(page, written, nearest_path(page_id, names)),
    )


def other_case(written: str, right: str) -> Mistake:
    """The complaint about capital letters that the name does not have, or lacks."""
    return Mistake(
        "LNK-05",
        message("'{target}' differs in capital letters from '{name}'", target=written, name=right),
        message("Write it exactly so; most servers tell capital letters apart."),
    )


def whole_address(written: str) -> Message | None:
    """The advice for what was meant as an address outside the site, or written as Windows does."""
    if re.match(r"www\.", written, re.IGNORECASE):
        return message("Write the address whole: https://{target}", target=written)
    if re.fullmatch(r"[^@\s/]+@[^@\s/]+", written):
        return message("Write: mailto:{target}", target=written)
    if "\\" in written:
        return message("Write: {target}", target=written.replace("\\", "/"))
    return None


def did_you_mean(page: Page, written: str, near: str | None) -> Message:
    """The advice with the nearest name, or where to look for one."""
    if near is None:
        return message("Look at the name of the file or folder.")
    return message("Did you mean '{near}'?", near=spelled(near, page, written))


def spelled(name: str, page: Page, written: str) -> str:
    """A page or file as a link of this page has to name it."""
    path = posixpath.relpath(name, page.folder or ".")
    return f"page:{name}" if written.startswith("page:") or path == "." else path


def nearest_path(path: str, names: Sequence[str]) -> str | None:
    """The path with the nearest last part; of several the one that is most like the whole path."""
    last = nearest(path.rpartition("/")[2], {name.rpartition("/")[2] for name in names})
    same = [name for name in names if name.rpartition("/")[2] == last]
    return (nearest(path, same) or same[0]) if same else None
