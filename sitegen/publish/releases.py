"""Releases: whole sites beside the one that stands, and how one of them takes its place in one step.

The root of the site is `place`. Beside it lies `.<name>.sitegen/`: `releases/<number>/` with earlier sites, `new/`,
where the next one grows, `switching` with its number as long as it is put in place, and the lock. Each tree has its own
manifest in `OURS`, so that manifest and files change together. Where the root is a link, it is turned to a release;
where it is a folder, the folder and the new tree change names.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
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
        self.aside = self.folder / "aside"
        self.doomed = self.folder / "doomed"
        self.switching = self.folder / "switching"

    def manifest(self, tree: Path) -> Manifest:
        """What a tree says of itself; nothing where it does not."""
        try:
            return read_manifest((tree / OURS / "manifest.json").read_bytes())
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return NOTHING_STANDS

    def tree(self, number: str) -> Path:
        """Where a publication lies: that of a root that is a folder stands there itself."""
        return self.place if self.manifest(self.place).number == number else self.trees / number

    # ── the switch ──────────────────────────────────────────────────────────────────────────────────────────

    def switch(self, number: str) -> None:
        """Puts the new tree in place; the site that stood there becomes a release."""
        self.switching.write_text(number)
        if hasattr(os, "sync"):
            os.sync()  # after a power failure there is a whole site, old or new
        if self.place.is_symlink():
            self.turn(self.trees / number)
        elif not os.path.lexists(self.place):
            self.new.rename(self.place)
        elif not swap_at_once(self.new, self.place):
            self.swap_by_renames()
        self.settle(number)

    def turn(self, tree: Path) -> None:
        """Turns the link at the place to the new tree, which becomes a release; an earlier one of this number goes."""
        before = Path(os.path.realpath(self.place))
        if tree.exists():
            tree.rename(self.doomed)
        self.new.rename(tree)
        link = self.folder / "link"
        link.unlink(missing_ok=True)
        link.symlink_to(os.path.relpath(tree, self.place.parent), target_is_directory=True)
        link.replace(self.place)
        first = self.trees / FIRST
        if before.is_dir() and before.parent != Path(os.path.realpath(self.trees)) and not os.path.lexists(first):
            first.symlink_to(before, target_is_directory=True)

    def swap_by_renames(self) -> None:
        """Two renames, where the system cannot do both at once: for a moment nothing stands there."""
        self.place.rename(self.aside)
        try:
            self.new.rename(self.place)
        except BaseException:
            self.aside.rename(self.place)
            raise

    def settle(self, number: str) -> None:
        """Files what stood there before, and forgets that anything was going on."""
        for tree in (self.aside, self.new):
            if tree.exists():
                self.put_away(tree)
        if not self.place.is_symlink():
            discard(self.trees / number)  # it was put back, and stands at the place now
        discard(self.doomed)
        self.switching.unlink()

    def put_away(self, tree: Path) -> None:
        """Files a tree under its number, among the releases."""
        target = self.trees / (self.manifest(tree).number or FIRST)
        if os.path.lexists(target):
            discard(tree)
        else:
            tree.rename(target)

    # ── after a crash ───────────────────────────────────────────────────────────────────────────────────────

    def recover(self) -> None:
        """Finishes or takes back what a crash left between two steps. Called with the lock held."""
        self.trees.mkdir(parents=True, exist_ok=True)
        if self.aside.is_dir() and not os.path.lexists(self.place):
            self.aside.rename(self.place)
        try:
            number = self.switching.read_text().strip()
        except FileNotFoundError:
            return
        if number and self.manifest(self.place).number == number:
            self.settle(number)
        else:
            self.take_back(self.trees / number)
            self.switching.unlink()

    def take_back(self, tree: Path) -> None:
        """A release that never stood is no earlier publication: it is the tree that grows."""
        if self.doomed.exists():
            discard(tree)
            self.doomed.rename(tree)
        elif not self.new.exists() and tree.exists():
            tree.rename(self.new)

    # ── earlier publications ────────────────────────────────────────────────────────────────────────────────

    def earlier(self) -> Iterator[Manifest]:
        """The manifests of the releases, the newest first, the one that stands among them."""
        trees = [self.place, *(self.trees.iterdir() if self.trees.is_dir() else ())]
        found = {manifest.number: manifest for tree in trees if (manifest := self.manifest(tree)).number}
        yield from (found[number] for number in sorted(found, reverse=True))

    def forget(self, most: int) -> None:
        """Deletes all but the newest releases; the one that stands counts and stays."""
        current = self.manifest(self.place).number
        for number in [manifest.number for manifest in self.earlier()][most:]:
            if number != current:
                discard(self.trees / number)
