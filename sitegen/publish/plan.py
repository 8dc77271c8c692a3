"""The plan: from what we have and what stands at the target to what is sent and deleted, in order. Touches nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.publish.manifest import Manifest, Seal
from sitegen.publish.standing import Found, Standing, is_temporary

THEME = "assets/theme/"
"""Files of the theme have a digest in their names and nobody's words in them: they may stay for a while."""
ABOUT_PAGES = frozenset({"xml", "ics", "json", "csv", "txt", "webmanifest", "htaccess", ""})
"""How the names of files end that tell of pages: sitemap, feeds, search, open data, `_redirects`."""
PACKED = (".gz", ".br")


@dataclass(frozen=True)
class Source:
    """A file of the site as it was built."""

    disk: Path
    seal: Seal
    title: str = ""
    """Of a page."""


Tree = Mapping[str, Source]
"""A built site: files by path from its root."""


@dataclass(frozen=True, order=True)
class Change:
    """A file that changes at the target."""

    path: str
    size: int
    """Bytes: of the new file, or of the one that goes."""
    title: str = ""
    """Of a page."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What a publication does."""

    manifest: Manifest
    """What stands afterwards."""
    tree: Tree
    """Where all files of the manifest are, but lingering ones."""
    before: Standing
    sends: tuple[str, ...] = ()
    """Files to send, in order: what pages need, new pages, changed pages, what tells of pages."""
    deletes: tuple[str, ...] = ()
    """Files to delete, after everything else; all of them are ours."""
    new: tuple[Change, ...] = ()
    changed: tuple[Change, ...] = ()
    removed: tuple[Change, ...] = ()
    """What visitors no longer find; without files that only linger or are left half."""
    foreign: tuple[str, ...] = ()
    """Files of others, which stay."""
    in_the_way: tuple[str, ...] = ()
    """Files of others, or ours that others have changed, which would be overwritten or deleted."""

    @property
    def is_empty(self) -> bool:
        """Whether the target has it all already."""
        return not (self.sends or self.deletes)

    @property
    def size(self) -> int:
        """Bytes to send."""
        return sum(self.manifest.files[path].size for path in self.sends)

    def source(self, path: str) -> Source:
        """Where a file is that is sent."""
        return self.tree[path]


def make_plan(tree: Tree, standing: Standing, *, number: str, by: str) -> Plan:
    """What has to be done so that the target has this site and keeps what others put there."""
    old, files = standing.manifest, {path: source.seal for path, source in tree.items()}
    lingering = {
        path: seal
        for path, seal in old.files.items()
        if path.startswith(THEME) and path not in files and is_intact(seal, standing.found.get(path))
    }
    manifest = Manifest(
        files=files,
        lingering=lingering,
        titles={path: source.title for path, source in tree.items() if source.title},
        number=number,
        by=by,
    )
    mine = {**standing.announced, **standing.begun, **old.ours}
    sends = sorted((path for path in files if not has_arrived(path, files[path], standing)), key=order(old.files))
    gone = [path for path in mine if path in standing.found and path not in files and path not in lingering]
    return Plan(
        manifest=manifest,
        tree=tree,
        before=standing,
        sends=tuple(sends),
        deletes=tuple(sorted([*gone, *filter(is_temporary, standing.found)], key=leaving)),
        new=tuple(sorted(changes((p for p in files if p not in old.files), manifest))),
        changed=tuple(sorted(changes((p for p in files if p in old.files and files[p] != old.files[p]), manifest))),
        removed=tuple(sorted(changes((p for p in old.files if p not in files and p not in lingering), old))),
        foreign=tuple(sorted(p for p in standing.found if p not in mine and p not in files and not is_temporary(p))),
        in_the_way=tuple(sorted(in_the_way([*sends, *gone], standing))),
    )


def is_intact(seal: Seal, found: Found | None) -> bool:
    """Whether what stands at the target is what we left there, as far as the target can tell."""
    return found is not None and found.size == seal.size and found.digest in {"", seal.digest}


def has_arrived(path: str, seal: Seal, standing: Standing) -> bool:
    """Whether the target has this very file already."""
    found = standing.found.get(path)
    if found and found.digest == seal.digest:
        return True
    known = standing.begun.get(path, None if path in standing.announced else standing.manifest.ours.get(path))
    return known == seal and is_intact(seal, found)


def in_the_way(paths: Iterable[str], standing: Standing) -> Iterator[str]:
    """The files among those to be replaced or deleted that stand there and are not as we left them."""
    for path in paths:
        found = standing.found.get(path)
        if found is None or path in standing.announced:  # half a file of ours looks like somebody else's
            continue
        seal = standing.manifest.ours.get(path)
        if not (seal and is_intact(seal, found)):
            yield path


def changes(paths: Iterable[str], manifest: Manifest) -> Iterator[Change]:
    """Files with the sizes and titles that a manifest knows."""
    for path in paths:
        yield Change(path, manifest.files[path].size, manifest.titles.get(path, ""))


# ── order ───────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class order:  # noqa: N801 - used as a function
    """In which order files are sent: no page comes before what it needs, nothing tells of a page that is not there."""

    old: Mapping[str, Seal]
    """What stands there already."""

    def __call__(self, path: str) -> tuple[int, bool, str]:
        """A key to sort by."""
        return *self.turn(path), path

    def turn(self, path: str) -> tuple[int, bool]:
        """Files of the same turn may be sent in any order."""
        return stage(path), path in self.old


def stage(path: str) -> int:
    """0: styles, pictures, documents; 1: pages; 2: what tells of pages."""
    name = unpacked(path).rpartition("/")[2]
    if name.endswith(".html"):
        return 1
    ending = name.rpartition(".")[2] if "." in name else ""
    return 2 if ending in ABOUT_PAGES else 0


def leaving(path: str) -> tuple[int, str]:
    """The other way round: what tells of pages goes first, then the pages, then what they needed."""
    return -stage(path), path


def unpacked(path: str) -> str:
    """The file that a packed copy is of."""
    return next((path.removesuffix(ending) for ending in PACKED if path.endswith(ending)), path)
