"""Earlier publications in `.publications/`, for targets that cannot keep them: each file once, by its digest."""

from __future__ import annotations

import shutil
from pathlib import Path

from sitegen.publish.manifest import Manifest, read_manifest, written
from sitegen.publish.plan import Source, Tree
from sitegen.publish.target import Publication

FOLDER = ".publications"
"""Beside the content folder; unlike `.cache/` it cannot be made anew."""


class Kept:
    """What is kept of one target: `files/` by digest, and one manifest a publication."""

    def __init__(self, project: Path, target: str) -> None:
        self.folder = project / FOLDER / target
        self.files = self.folder / "files"

    def keep(self, manifest: Manifest, tree: Tree, most: int) -> None:
        """Keeps a publication, and of all of them the newest `most`; raises OSError."""
        self.files.mkdir(parents=True, exist_ok=True)
        (self.folder.parent / ".gitignore").write_text("*\n")
        for source in tree.values():
            self.put(source)
        place = self.folder / f"{manifest.number}.json"
        new = place.with_suffix(".new")
        new.write_bytes(written(manifest))
        new.replace(place)
        self.forget(most, manifest.number)

    def put(self, source: Source) -> None:
        """Keeps a file; one that is there already stays."""
        place = self.files / source.seal.digest
        if place.is_file() and place.stat().st_size == source.seal.size:
            return
        new = place.with_suffix(".new")
        shutil.copyfile(source.disk, new)
        new.replace(place)

    def forget(self, most: int, current: str) -> None:
        """Deletes all but the newest publications and the one that stands, then the files that none of them needs."""
        manifests = self.manifests()
        stay = [manifest for at, manifest in enumerate(manifests) if at < most or manifest.number == current]
        for manifest in manifests:
            if manifest not in stay:
                (self.folder / f"{manifest.number}.json").unlink(missing_ok=True)
        needed = {seal.digest for manifest in stay for seal in manifest.files.values()}
        for place in self.files.iterdir():
            if place.name not in needed:
                place.unlink(missing_ok=True)

    def manifests(self) -> list[Manifest]:
        """The newest first; one that cannot be read, or whose files are not all there, is no publication any more."""
        found = []
        for place in sorted(self.folder.glob("*.json"), reverse=True):
            try:
                manifest = read_manifest(place.read_bytes())
            except (OSError, ValueError):
                continue
            if all((self.files / seal.digest).is_file() for seal in manifest.files.values()):
                found.append(manifest)
        return found

    def publications(self, current: str) -> tuple[Publication, ...]:
        """Those that can be put back, the newest first."""
        return tuple(
            Publication(manifest, self.tree(manifest), is_current=manifest.number == current)
            for manifest in self.manifests()
        )

    def tree(self, manifest: Manifest) -> Tree:
        """The files of a publication."""
        return {
            path: Source(self.files / seal.digest, seal, manifest.titles.get(path, ""))
            for path, seal in manifest.files.items()
        }
