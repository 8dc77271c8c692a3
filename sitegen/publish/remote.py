"""A remote: what rclone reaches, as a store of files, and what its complaints mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from time import sleep
from typing import Any

from sitegen.model.address import folders_above
from sitegen.model.targets import Target
from sitegen.problems import Mistake, message
from sitegen.publish import faults
from sitegen.publish.lock import LOCK
from sitegen.publish.manifest import OURS
from sitegen.publish.programs import Ended, Fault, last_words
from sitegen.publish.rclone import Rclone, Refused, running
from sitegen.publish.standing import Found
from sitegen.publish.stepwise import stepwise
from sitegen.publish.target import Errand, Session, Store

AT_ONCE = 8
"""Files under way at the same time: as many as rclone itself would have checkers."""
SETTLE = 1.0
"""Seconds after a lock was written until it is looked at again: rclone cannot write only where nothing is."""
GONE = 404


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a remote is, and what it is like."""

    fs: str
    """As rclone calls it: `sitegen:bucket/folder`."""
    where: str
    """As people call it."""
    environment: Mapping[str, str]
    """What rclone is told of it, secrets too."""
    has_folders: bool = True
    """Whether folders stay behind when their last file goes."""
    is_replaced: bool = False
    """Whether a file that is sent takes the place of the one there without a look at it."""
    secrets: tuple[str, ...] = ()
    """What no complaint may quote."""


@contextmanager
def remote(place: Place, settings: Target, errand: Errand) -> Iterator[Session]:
    """The session of a remote; raises Mistake."""
    with (
        running(errand.name, place.environment) as rclone,
        TemporaryDirectory(prefix="sitegen-") as folder,
        stepwise(RemoteStore(rclone, place, errand, Path(folder)), settings, errand) as session,
    ):
        yield session


class RemoteStore(Store):
    """The files of a remote."""

    at_once = AT_ONCE

    def __init__(self, rclone: Rclone, place: Place, errand: Errand, folder: Path) -> None:
        self.rclone, self.place, self.errand, self.folder = rclone, place, errand, folder
        self.numbers, self.counting = count(), Lock()
        self.inside: Counter[str] = Counter()
        """So many files lie in a folder and below."""
        self.is_let_in = False

    # ── what stands ─────────────────────────────────────────────────────────────────────────────────────────

    def listing(self) -> dict[str, Found]:
        """All files with their sizes."""
        options = {"recurse": True, "noModTime": True, "noMimeType": True, "filesOnly": True}
        answer = self.ask("operations/list", "", fs=self.place.fs, remote="", opt=options)
        found = {file["Path"]: Found(file["Size"]) for file in (answer or {}).get("list") or ()}
        self.inside = Counter(above for path in found for above in folders_above(path))
        return found

    def read(self, path: str) -> bytes | None:
        """The content of a file; None where there is none."""
        copy = self.folder / f"read-{next(self.numbers)}"
        answer = self.ask(
            "operations/copyfile",
            path,
            srcFs=self.place.fs,
            srcRemote=path,
            dstFs=str(self.folder),
            dstRemote=copy.name,
        )
        if answer is None:
            return None
        content = copy.read_bytes()
        copy.unlink()
        return content

    # ── what changes ────────────────────────────────────────────────────────────────────────────────────────

    def write(self, path: str, content: Path | bytes, headers: Mapping[str, str]) -> None:
        """Sends a file, whatever is there; rclone compares digest or size of what has arrived."""
        if isinstance(content, bytes):
            disk = self.folder / f"write-{next(self.numbers)}"
            disk.write_bytes(content)
            self.write(path, disk, headers)
            disk.unlink()
            return
        is_lock = path == LOCK  # two may write it at once: rclone would take it for damaged, and delete both
        uploaded = [{"Key": key, "Value": value} for key, value in headers.items()]
        self.ask(
            "operations/copyfile",
            path,
            srcFs=str(content.parent),
            srcRemote=content.name,
            dstFs=self.place.fs,
            dstRemote=path,
            _config={
                "IgnoreTimes": True,
                "NoCheckDest": self.place.is_replaced,
                "UploadHeaders": uploaded,
                "IgnoreSize": is_lock,
                "IgnoreChecksum": is_lock,
            },
        )
        with self.counting:
            self.inside.update(folders_above(path))

    def create(self, path: str, content: bytes) -> bool:
        """Writes a file where there is none; who wrote at the same moment has done so when this returns."""
        if self.read(path) is not None:
            return False
        self.write(path, content, {})
        sleep(SETTLE)
        return True

    def delete(self, path: str) -> None:
        """Deletes a file, and the folders above that are empty then."""
        self.ask("operations/deletefile", path, fs=self.place.fs, remote=path)
        with self.counting:
            self.inside.subtract(folders_above(path))
            empty = [above for above in folders_above(path) if self.inside[above] <= 0 and above != OURS]
        for above in empty if self.place.has_folders else ():
            with suppress(Refused):  # others may have put something there
                self.rclone.ask("operations/rmdir", fs=self.place.fs, remote=above)

    # ── complaints ──────────────────────────────────────────────────────────────────────────────────────────

    def ask(self, what: str, path: str, **parameters: Any) -> dict[str, Any] | None:
        """What rclone answers; None where the file is not there. Raises Mistake."""
        try:
            answer = self.rclone.ask(what, **parameters)
        except Refused as refused:
            if refused.status == GONE:
                return None
            raise self.complaint(refused.said, path) from None
        except Ended as ended:
            raise self.complaint(ended.said, path) from None  # some mistakes in its settings end it at once
        self.is_let_in = True
        return answer

    def complaint(self, said: str, path: str) -> Mistake:
        """What went wrong."""
        name, reason = self.errand.name, self.without_secrets(last_words(said)) or "rclone"
        if "didn't find section" in said:
            return faults.failed(name, message("rclone knows no remote {remote}", remote=self.place.where))
        for pattern, before, after in SIGNS:
            if re.search(pattern, said, re.IGNORECASE):
                fault = after if self.is_let_in else before
                return fault(name, path if fault is faults.forbidden else self.place.where, reason)
        return faults.failed(name, reason)

    def without_secrets(self, said: str) -> str:
        """What may be shown of what rclone says."""
        for secret in self.place.secrets:
            said = said.replace(secret, "…")
        return said


def full(target: str, _: str, said: str) -> Mistake:
    """No room, wherever."""
    return faults.full(target, said)


def cut(target: str, _: str, said: str) -> Mistake:
    """The line broke, wherever."""
    return faults.cut(target, said)


IDENTITY = r"x509|certificate|knownhosts|host key"
NO_ROOM = r"no space left|insufficient.?storage|\b507\b|quota|EntityTooLarge|disk full"
STRANGER = (
    r"InvalidAccessKeyId|SignatureDoesNotMatch|AuthorizationHeaderMalformed|InvalidToken|ExpiredToken|\b401\b"
    r"|unauthorized|unable to authenticate|login incorrect|\b530\b|NoCredentialProviders|decrypt"
)
NOT_ALLOWED = r"AccessDenied|forbidden|\b403\b|permission denied|read.?only"
NO_ANSWER = r"connection refused|no such host|no route to host|unreachable|dial tcp|i/o timeout|deadline exceeded"
BROKEN = r"\bEOF\b|connection (broken|reset|lost)|broken pipe|closed network connection|server closed|timeout"
SIGNS: tuple[tuple[str, Fault, Fault], ...] = (
    (IDENTITY, faults.unknown_host, faults.unknown_host),
    (NO_ROOM, full, full),
    (STRANGER, faults.refused, faults.refused),
    (NOT_ALLOWED, faults.refused, faults.forbidden),
    (NO_ANSWER, faults.unreachable, cut),
    (BROKEN, cut, cut),
)
"""What rclone says of servers of all kinds, and what it means before and after it was let in; the first that fits."""
