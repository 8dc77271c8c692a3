"""Offline copies: the files of a site under names that every disk takes, with links from file to file.

What templates write leads from file to file already (`Order.relative_links`). Here the rest follows: files of
`static/`, a theme's own templates and style sheets, names that some computer refuses.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize
from urllib.parse import quote, unquote

from sitegen.builder.perform import content_of
from sitegen.builder.stage import lay
from sitegen.markup.outline import outline
from sitegen.markup.readdressing import READ, addresses_in, readdressed
from sitegen.model.address import output_path
from sitegen.model.artifact import Artifact
from sitegen.model.config import Config
from sitegen.problems import Location, Mistake, Problem, message

ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices."""
ODD = re.compile(r"[^A-Za-z0-9._~+=@,()-]+")
STAGED = "offline:"
"""Before the name of a file on the stage, where the page that it was made of lies too."""
LONGEST_PATH = 150
"""Characters; Windows' 260 include the folder into which a copy is unpacked."""
SHORT = 24
"""Characters that a name keeps where its path is too long."""
MARKED = 6
"""Hexadecimal digits that tell shortened names apart."""

Dress = Callable[[str, str], str]
"""`(path, page) -> page`: what a copy adds to each page."""


def as_it_is(_path: str, page: str) -> str:
    """For copies that add nothing."""
    return page


@dataclass(frozen=True)
class Offline:
    """A copy: from the path of each published file to its name in it."""

    config: Config
    names: Mapping[str, str]
    stage: Path | None = None
    """Where texts that change are laid, so that no process holds a whole site."""

    def files(self, artifacts: Iterable[Artifact], dress: Dress = as_it_is) -> Iterator[Artifact]:
        """The files of the copy."""
        for artifact in artifacts:
            name = self.names[artifact.path]
            ending = artifact.path.rpartition(".")[2].lower()
            before = text_of(artifact) if ending in READ else None
            if before is None:
                yield replace(artifact, path=name)
                continue
            after = readdressed(before, ending, partial(self.route, artifact.path))
            after = dress(artifact.path, after) if ending in ("html", "htm") else after
            if after == before:
                yield replace(artifact, path=name)
            else:
                yield self.laid(name, after.encode(), artifact.origin)

    def laid(self, name: str, content: bytes, origin: str) -> Artifact:
        """A file that changed, on the stage if there is one."""
        place = lay(self.stage, f"{STAGED}{name}", content) if self.stage else None
        if place:
            return Artifact(path=name, content=None, copy_of=place, is_staged=True, origin=origin)
        return Artifact(path=name, content=content, origin=origin)

    def route(self, here: str, tag: str, address: str) -> str:
        """The address as it opens from the file at `here` of the site; what is no file of the copy stays."""
        whole, mark, rest = split_at_end(address)
        target = self.target(here, whole)
        if target not in self.names or (tag == "link" and ELSEWHERE.match(address)):
            return address  # `canonical` and the like say where the page is at home
        folder = posixpath.dirname(self.names[here])
        return quote(posixpath.relpath(self.names[target], folder or ".")) + mark + rest

    def target(self, here: str, address: str) -> str:
        """The published path that an address means; "" for anchors and other sites."""
        path = unquote(address)
        if path.startswith(self.config.base_url + "/"):
            return output_path(path.removeprefix(self.config.base_url))
        if not path or ELSEWHERE.match(path):
            return ""
        if path.startswith("/"):
            return output_path(path.removeprefix(self.config.base_path))
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(here), path))
        return posixpath.normpath(f"{joined}/index.html") if posixpath.basename(path) in ("", ".", "..") else joined


def split_at_end(address: str) -> tuple[str, str, str]:
    """An address, its first `?` or `#`, and what follows."""
    end = min(len(address.partition(mark)[0]) for mark in "?#")
    return address[:end], address[end : end + 1], address[end + 1 :]


def text_of(artifact: Artifact) -> str | None:
    """A file's text; None where it is in another encoding than UTF-8, and nobody can tell its addresses."""
    try:
        return content_of(artifact).decode()
    except UnicodeDecodeError:
        return None


# ── names ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def names_for(paths: Iterable[str], longest: int = 0) -> dict[str, str]:
    """A name for each path: plain ASCII, none that Windows refuses, none twice by case; 0 allows any length."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for path in sorted(paths):
        name = "/".join(map(plain, path.split("/")))
        if longest and len(name) > longest:
            name = "/".join(map(short, name.split("/")))
        if name.casefold() in taken:
            name = marked(name, path)
        taken.add(name.casefold())
        names[path] = name
    return names


def plain(name: str) -> str:
    """The name of a file or folder as every computer takes it; another one for each name."""
    ascii_ = normalize("NFKD", name).encode("ascii", "ignore").decode()
    sound = ODD.sub("-", ascii_).rstrip(". ")
    if RESERVED.fullmatch(sound):
        sound = f"-{sound}"
    return sound if sound == name else marked(sound, name)


def short(name: str) -> str:
    """A name that is too long, cut before its ending."""
    stem, dot, ending = name.rpartition(".") if "." in name[1:] else (name, "", "")
    return name if len(stem) <= SHORT else marked(f"{stem[:SHORT]}{dot}{ending}", name)


def marked(name: str, original: str) -> str:
    """A name told apart by what it was made of."""
    folder, slash, last = name.rpartition("/")
    stem, dot, ending = last.partition(".") if "." in last[1:] else (last, "", "")
    return f"{folder}{slash}{stem}-{sha256(original.encode()).hexdigest()[:MARKED]}{dot}{ending}"


# ── proof ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def dead_links(files: Iterable[Artifact]) -> tuple[Problem, ...]:
    """The addresses of a copy that open nothing without a server: at the root, or a file that is not in it."""
    files = tuple(files)
    names = frozenset(file.path for file in files)
    return tuple(problem for file in files for problem in dead_in(file, names))


def dead_in(file: Artifact, names: frozenset[str]) -> Iterator[Problem]:
    """Those of one file, each once."""
    ending = file.path.rpartition(".")[2].lower()
    text = text_of(file) if ending in READ else None
    for address in dict.fromkeys(addresses_of(text, ending) if text else ()):
        whole = unquote(split_at_end(address)[0])
        opened = posixpath.normpath(posixpath.join(posixpath.dirname(file.path), whole))
        if whole and not ELSEWHERE.match(whole) and opened not in names:
            mistake = Mistake(
                "LNK-08",
                message("a link of the copy leads nowhere: {target}", target=address),
                message("Copies open without a server: link to a page or file of the site, or to a whole address."),
            )
            yield mistake.at(Location(file.origin if file.origin.startswith("content") else file.path))


def addresses_of(text: str, ending: str) -> Iterator[str]:
    """Every address of a file; those of a page as another reader finds them than the one that wrote them."""
    if ending != "css":
        yield from (reference.target for reference in outline(text).references)
    yield from addresses_in(text, ending)
