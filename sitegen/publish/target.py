"""Targets: what each of them promises, what it is asked, and what it may complain of.

There are two families. A *whole* target (folder, SSH, git) builds the new site beside the old one and switches: it
implements `Session` itself. A *stepwise* target (SFTP, FTPS, S3, rclone) knows files one by one: it implements `Store`,
and `stepwise.Stepwise` makes a `Session` of it, with order, resumption, lock, manifest and earlier publications.

A target complains with `Mistake`, made by a function of `faults.py`; the command gives it its place in site.yaml.
No message, exception text or command line of a target ever holds a secret.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any, Protocol

from sitegen.problems import Mistake
from sitegen.publish.examination import PROBE, Examination
from sitegen.publish.lock import Holder
from sitegen.publish.manifest import OURS, Manifest
from sitegen.publish.plan import Plan, Tree
from sitegen.publish.secrets import Secrets
from sitegen.publish.standing import Found, Standing


class Promise(Enum):
    """What a reader sees while a site is published, and after it was cut short."""

    WHOLE_SITE = "site"
    """The whole old site or the whole new one."""
    WHOLE_PAGE = "page"
    """Each page whole, old or new, with all its assets."""
    NEXT_RUN = "next run"
    """What the protocol leaves; the next run repairs it."""


@dataclass(frozen=True)
class Publication:
    """An earlier publication that can be put back."""

    manifest: Manifest
    tree: Tree
    """Its files; a whole target, which has them itself, leaves their places on disk empty."""
    is_current: bool = False

    @property
    def number(self) -> str:
        """Its name: moment and a few letters."""
        return self.manifest.number


class Watch(Protocol):
    """Who is told how far a publication is."""

    def begin(self, files: int, size: int) -> None:
        """So many files and bytes will be sent."""

    def sent(self, path: str, size: int) -> None:
        """A file has arrived."""


class Session(Protocol):
    """A target that was reached. Each method raises Mistake with a code of the NET family."""

    def standing(self) -> Standing:
        """What stands there, foreign files included; nothing at the target changes."""

    def lock(self, *, break_it: bool) -> None:
        """Takes the target for us alone until the session ends; `break_it` takes it away from another holder.

        Raises the Mistake of `faults.locked`, which names holder and moment, where another one has it.
        """

    def send(self, plan: Plan, watch: Watch) -> None:
        """Makes the plan true. Called with the lock held; when it raises, the promise holds and a next run resumes."""

    def publications(self) -> tuple[Publication, ...]:
        """Those that can be put back, the newest first, the one that stands among them."""

    def restore(self, plan: Plan, publication: Publication, watch: Watch) -> None:
        """Puts a publication back; the plan tells what that changes. The same safety as `send`."""

    def examine(self) -> Examination:
        """What the target can tell of itself; a probe file that it writes is gone again at the end."""
        return Examination()


class Store(Protocol):
    """Files one by one: what a stepwise target implements. Paths are below the root of the site, with `/`."""

    at_once: int = 1
    """So many files may be written or deleted at the same time, each by a thread of its own; 1: no threads at all."""

    def listing(self) -> dict[str, Found]:
        """All files with their sizes, those of `OURS` included; an absent root is an empty one."""

    def read(self, path: str) -> bytes | None:
        """The content of a (small) file; None where there is none."""

    def write(self, path: str, content: Path | bytes, headers: Mapping[str, str]) -> None:
        """Writes a file and the folders above it: under a temporary name (`standing.temporary(path, …)`), then renamed
        onto its place, where the protocol can; else whole or not at all where it can. `headers` are those of
        `headers.headers_of(path)`: `Content-Type`, `Cache-Control`; a protocol without them ignores them.
        """

    def create(self, path: str, content: bytes) -> bool:
        """Writes a file only where there is none, as one step where the protocol can; whether it did. For the lock."""

    def delete(self, path: str) -> None:
        """Deletes a file, and the folders above that are empty then; what is gone already is fine."""

    def examine(self) -> Examination:
        """What the target can tell of itself; a probe is written as any file is, and deleted."""
        place = f"{OURS}/{PROBE}"
        try:
            self.write(place, b"sitegen doctor\n", {})
        finally:
            with suppress(Mistake):
                self.delete(place)
        return Examination(is_writable=True)


@dataclass(frozen=True, kw_only=True)
class Errand:
    """What a target is told when it is opened."""

    name: str
    """The target's name in site.yaml."""
    project: Path
    """The folder that holds the content folder: relative paths start here, and `.publications/` lies in it."""
    holder: Holder
    now: datetime
    """With its zone; publications are numbered by it."""
    secrets: Secrets


class Opening(Protocol):
    """`open_target` of each module of `targets/`."""

    def __call__(self, settings: Any, errand: Errand) -> AbstractContextManager[Session]:
        """Reaches the target, for as long as the session lasts; raises Mistake."""
