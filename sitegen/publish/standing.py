"""What stands at a target before anything is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.publish.manifest import NOTHING_STANDS, Manifest, Seal


@dataclass(frozen=True)
class Found:
    """A file that stands at the target."""

    size: int
    digest: str = ""
    """SHA-256 in hexadecimal digits, where the target can tell; "" where only the size is known."""


@dataclass(frozen=True)
class Standing:
    """What stands at a target before anything is sent."""

    manifest: Manifest = NOTHING_STANDS
    found: Mapping[str, Found] = field(default_factory=dict)
    """All files there but those of `OURS`, whoever wrote them."""
    begun: Mapping[str, Seal] = field(default_factory=dict)
    """What an interrupted publication has sent for certain; ours too."""
    announced: Mapping[str, Seal] = field(default_factory=dict)
    """What an interrupted publication meant to send; such a file may be old, new or half, and is ours."""


def temporary(path: str, token: str) -> str:
    """The name under which a file grows: in the same folder, so that a rename puts it in its place."""
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}.{name[:80]}.{token}.sitegen-part"


def is_temporary(path: str) -> bool:
    """Whether a file is one that some publication left half."""
    return path.endswith(".sitegen-part")
