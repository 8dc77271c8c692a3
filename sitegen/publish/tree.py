"""The tree: a built site as it lies in the output folder, with digests and the titles of its pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from sitegen.publish.manifest import Seal
from sitegen.publish.plan import Source


def tree_of(output: Path, paths: Iterable[str], titles: Mapping[str, str]) -> dict[str, Source]:
    """The files of a site by path; raises OSError."""
    return {path: source(output / path, titles.get(path, "")) for path in sorted(paths)}


def source(disk: Path, title: str) -> Source:
    """A file with its seal."""
    content = disk.read_bytes()
    return Source(disk, Seal(sha256(content).hexdigest(), len(content)), title)
