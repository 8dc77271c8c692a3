"""Releases: whole sites beside the one that stands, and how one of them takes its place in one step.

The root of the site is `place`. Beside it lies `.<name>.sitegen/`: `releases/<number>/` with earlier sites, `new/`, where
the next one grows, `switching` with the number of the one that is about to be put in place, and the lock. Each tree has its
own manifest in `OURS`, so that manifest and files change together. Where the root is a link, it is turned to a release;
where it is a folder, folder and release change names.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from sitegen.builder.exchange import discard, swap_at_once
from sitegen.publish.manifest import NOTHING_STANDS, OURS, Manifest, read_manifest

FIRST = "00000000T000000Z-before"
"""The release of what stood there before the first publication; it is never deleted, and never put back by itself."""


class Releases:
    """The sites of one place. Methods raise OSError."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.folder = place.parent / f".{place.name}.sitegen"
        self.trees = self.folder / "releases"
        self.new = self.folder / "new"
        self.switching = self.folder / "switching"

    def manifest(self, tree: Path) -> Manifest:
        """What a tree says of itself; nothing where it does not."""
        try:
            return read_manifest((tree / OURS / "manifest.json").read_bytes())
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return NOTHING_STANDS

    def recover(self) -> None:
        """Finishes or takes back what a crash left between two steps. Called with the lock held."""
        self.trees.mkdir(parents=True, exist_ok=True)
        aside = self.folder / "aside"
        if aside.is_dir():
            if os.path.lexists(self.place):
                self.put_away(aside)
            else:
                aside.rename(self.place)
        with suppress(FileNotFoundError):
            self.undo(self.switching.read_text().strip())
        for tree in list(self.trees.iterdir()):
            number = self.manifest(tree).number
            if number and tree.name != number and not self.is_linked(tree):
                self.put_away(tree)

    def undo(self, number: str) -> None:
        """A release that never stood is no earlier publication: it is the tree that grows."""
        tree = self.trees / number
        if number and self.manifest(self.place).number != number and self.manifest(tree).number == number:
            discard(self.new)
            tree.rename(self.new)
        self.switching.unlink()

    def put_away(self, tree: Path) -> None:
        """Files a tree under its number, among the releases."""
        number = self.manifest(tree).number or FIRST
        target = self.trees / number
        if os.path.lexists(target):
            discard(tree)
        else:
            tree.rename(target)

    def is_linked(self, tree: Path) -> bool:
        """Whether a tree is the site that stands."""
        return self.place.is_symlink() and tree.samefile(self.place)

    def switch(self, number: str) -> None:
        """Puts a release in place; the site that stood there becomes one."""
        tree = self.trees / number
        if self.place.is_symlink():
            self.turn(tree)
        elif not os.path.lexists(self.place):
            tree.rename(self.place)
        else:
            if not swap_at_once(tree, self.place):
                self.swap_by_renames(tree)
            if tree.exists():
                self.put_away(tree)

    def turn(self, tree: Path) -> None:
        """Turns the link at the place to a tree."""
        before = Path(os.path.realpath(self.place))
        link = self.folder / "link"
        link.unlink(missing_ok=True)
        link.symlink_to(os.path.relpath(tree, self.place.parent), target_is_directory=True)
        link.replace(self.place)
        if before.parent != self.trees and not (self.trees / FIRST).exists() and before.is_dir():
            (self.trees / FIRST).symlink_to(before, target_is_directory=True)

    def swap_by_renames(self, tree: Path) -> None:
        """Two renames, where the system cannot do both at once: for a moment nothing stands there."""
        aside = self.folder / "aside"
        self.place.rename(aside)
        try:
            tree.rename(self.place)
        except BaseException:
            aside.rename(self.place)
            raise
        self.put_away(aside)

    def earlier(self) -> Iterator[Manifest]:
        """The manifests of the releases, the newest first, the one that stands among them."""
        found = {manifest.number: manifest for tree in self.listed() if (manifest := self.manifest(tree)).number}
        yield from (found[number] for number in sorted(found, reverse=True))

    def listed(self) -> list[Path]:
        """All trees that could stand at the place."""
        trees = list(self.trees.iterdir()) if self.trees.is_dir() else []
        return [tree for tree in [*trees, self.place] if tree.is_dir()]

    def forget(self, most: int) -> None:
        """Deletes all but the newest releases; the one that stands counts and stays."""
        current = self.manifest(self.place).number
        numbers = [manifest.number for manifest in self.earlier()]
        for number in numbers[most:]:
            if number != current:
                discard(self.trees / number)
