"""An order: what a command asks of a build."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sitegen.builder.steps import NOBODY, Watcher


@dataclass(frozen=True, kw_only=True)
class Order:
    """What a command asks for."""

    content: Path
    theme: Path | None = None
    base_url: str = ""
    cache: Path | None = None
    """A folder for what may be forgotten at any time."""
    stage: Path | None = None
    """A folder for what is made; None keeps it in memory."""
    now: datetime
    """Local time, Europe/Sofia, without zone."""
    jobs: int = 1
    drafts: bool = False
    relative_links: bool = False
    watcher: Watcher = NOBODY
