"""The manifest: which files of a target are ours, with their digests. Only what it names is ever deleted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

OURS = ".sitegen-publish"
"""The folder in a target that holds manifest, progress and lock, and never a page."""
FORMAT = 1
"""Raised when an older program could not read it."""


@dataclass(frozen=True, order=True)
class Seal:
    """The content of a file: same seal, same bytes."""

    digest: str
    """SHA-256 in hexadecimal digits."""
    size: int
    """Bytes."""


Seals = Mapping[str, Seal]
"""Files by path from the root of the site, with `/`."""


@dataclass(frozen=True)
class Manifest:
    """What one publication left at the target."""

    files: Seals
    lingering: Seals = field(default_factory=dict)
    """Files of a theme that only pages ask for which visitors still have open; the next publication deletes them."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Of pages, by path: so that one that goes can be named."""
    number: str = ""
    """The publication: moment and some of its digest, `20261123T074512000000Z-1f0c2a`; they sort by time."""
    by: str = ""
    """Who published: user and machine."""

    @property
    def ours(self) -> dict[str, Seal]:
        """All that is ours there, lingering files included."""
        return {**self.lingering, **self.files}


NOTHING_STANDS = Manifest({})
"""Before the first publication."""


def written(manifest: Manifest) -> bytes:
    """The manifest as JSON, the same bytes for the same manifest."""
    data = {
        "format": FORMAT,
        "number": manifest.number,
        "by": manifest.by,
        "files": {path: [seal.digest, seal.size] for path, seal in sorted(manifest.files.items())},
        "lingering": {path: [seal.digest, seal.size] for path, seal in sorted(manifest.lingering.items())},
        "titles": dict(sorted(manifest.titles.items())),
    }
    return json.dumps(data, ensure_ascii=False, indent=0).encode()


def read_manifest(data: bytes) -> Manifest:
    """The manifest that was written; raises ValueError for anything else, also for paths that lead elsewhere."""
    try:
        found = json.loads(data)
        if found["format"] != FORMAT:
            raise ValueError(f"format {found['format']}")
        return Manifest(
            files=seals(found["files"]),
            lingering=seals(found["lingering"]),
            titles={str(path): str(title) for path, title in found["titles"].items()},
            number=str(found["number"]),
            by=str(found["by"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


def seals(found: Mapping[str, tuple[str, int]]) -> dict[str, Seal]:
    """Files as they stand in JSON; raises ValueError."""
    if odd := [path for path in found if not is_inside(path)]:
        raise ValueError(odd[0])
    return {path: Seal(str(digest), int(size)) for path, (digest, size) in found.items()}


def is_inside(path: str) -> bool:
    """Whether a path stays below the root of the site and outside of what is kept for ourselves."""
    parts = path.split("/")
    return {"", ".", ".."}.isdisjoint(parts) and parts[0] != OURS and {"\\", "\0", "\n"}.isdisjoint(path)
