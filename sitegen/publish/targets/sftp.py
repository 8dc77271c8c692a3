"""A server with SFTP and nothing else, as shared hosting has it: each file grows beside its place, then is renamed.

`ssh` reaches it, so keys, agents, `~/.ssh/config` and the check of the server's own key are those of OpenSSH. Over its
pipes we speak SFTP ourselves: no program at hand renames onto a file in one step and tells why it could not.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, NoReturn

from sitegen.model.address import folders_above
from sitegen.model.targets import Sftp
from sitegen.problems import message
from sitegen.publish import faults
from sitegen.publish.examination import Examination
from sitegen.publish.login import Login
from sitegen.publish.programs import Ended, complaint, hang_up, surroundings
from sitegen.publish.standing import Found, temporary
from sitegen.publish.stepwise import stepwise
from sitegen.publish.target import Errand, Promise, Session, Store
from sitegen.publish.wire import CHUNK, FAILURE, NO_SUCH_FILE, NOT_ALLOWED, Broken, Refused, Wire

PROMISE = Promise.WHOLE_PAGE
NEEDS = ("ssh",)
AT_ONCE = 16
"""Files or folders that are under way at the same time, on one connection."""
LAST_WORDS = 5.0
"""Seconds that ssh has to say why it ended."""
FULL = -1
"""No status of the protocol: a failure whose cause is known."""
LITTLE = 1 << 16
"""Bytes: with less than this no disk takes a file."""


@contextmanager
def open_target(settings: Sftp, errand: Errand) -> Iterator[Session]:
    """The session; at its end the lock is given back and the connection closed."""
    with TemporaryDirectory(prefix="sitegen-") as folder, TemporaryFile() as words:
        login = Login(settings, errand, Path(folder))
        command = [*login.ssh(is_shared=False), "-s", settings.host, "sftp"]
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=words,
            env=surroundings(login.environment),
            start_new_session=True,  # Ctrl-C is for us: the lock is still to be given back
        )
        try:
            with stepwise(SftpStore(Line(process, words), login), settings, errand) as session:
                yield session
        finally:
            hang_up(process, LAST_WORDS)


class Line:
    """The ssh that carries the requests."""

    def __init__(self, process: subprocess.Popen[bytes], words: IO[bytes]) -> None:
        self.process, self.words = process, words

    def reached(self) -> Wire:
        """The server at its other end; raises Broken."""
        assert self.process.stdin
        assert self.process.stdout
        return Wire(self.process.stdout, self.process.stdin)

    def said(self) -> Ended:
        """Why the line ended."""
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(LAST_WORDS)
        self.words.seek(0)
        said = self.words.read().decode("utf-8", "replace")
        return Ended(program="ssh", status=self.process.returncode or -1, said=said)


class SftpStore(Store):
    """The folder of the site at the server."""

    at_once = AT_ONCE

    def __init__(self, line: Line, login: Login) -> None:
        self.line, self.errand, self.where = line, login.errand, login.where
        path = login.settings.path.removeprefix("~/")
        self.root = path.rstrip("/") or ("/" if path else ".")
        self.folders: set[str] = set()
        self.half = count()
        with self.complaints(""):
            self.wire = line.reached()

    def at(self, path: str) -> str:
        """A path as the server knows it."""
        return f"{self.root}/{path}" if path and self.root != "/" else f"/{path}" if path else self.root

    # ── what stands ─────────────────────────────────────────────────────────────────────────────────────────

    def listing(self) -> dict[str, Found]:
        """All files, folder by folder, many folders at once."""
        found: dict[str, Found] = {}
        waiting = [""]
        with self.complaints(""), ThreadPoolExecutor(self.at_once) as pool:
            while waiting:
                below: list[str] = []
                for files, folders in pool.map(self.entries, waiting):
                    found |= files
                    below += folders
                waiting = below
        return found

    def entries(self, folder: str) -> tuple[dict[str, Found], list[str]]:
        """Files and folders in a folder, by their paths; an absent root has none."""
        files, folders = {}, []
        try:
            for name, entry in self.wire.folder(self.at(folder)):
                path = f"{folder}/{name}" if folder else name
                if entry.is_folder:
                    folders.append(path)
                    self.folders.add(self.at(path))
                else:
                    files[path] = Found(entry.size) if entry.is_file else Found(0, "no file")
        except Refused as refused:
            if folder or refused.status != NO_SUCH_FILE:
                raise
        return files, folders

    def read(self, path: str) -> bytes | None:
        """The content of a file; None where there is none."""
        with self.complaints(path):
            try:
                return self.wire.read(self.at(path))
            except Refused as refused:
                if refused.status == NO_SUCH_FILE:
                    return None
                raise

    # ── what changes ────────────────────────────────────────────────────────────────────────────────────────

    def write(self, path: str, content: Path | bytes, headers: Mapping[str, str]) -> None:
        """Lets the file grow beside its place, then renames it."""
        with self.complaints(path), self.grown(path, content) as half:
            self.wire.replace(half, self.at(path))

    def create(self, path: str, content: bytes) -> bool:
        """Writes a file where there is none: in one step with its content, where the server links as it should."""
        place = self.at(path)
        with self.complaints(path):
            if self.wire.look(place):
                return False
            with self.grown(path, content) as half:
                is_ours = self.is_granted(self.wire.link, half, place)
                if self.wire.look(place) is None:  # it knows no links, or only says so
                    is_ours = self.is_granted(partial(self.wire.write, is_new=True), place, [content])
                self.wire.remove(half)
            return is_ours

    def is_granted(self, act: Callable[..., None], *what: object) -> bool:
        """Asks the server for something; whether it did it."""
        try:
            act(*what)
        except Refused:
            return False
        return True

    @contextmanager
    def grown(self, path: str, content: Path | bytes) -> Iterator[str]:
        """The file under a name for the time being, which is gone when something goes wrong."""
        half = self.at(temporary(path, f"{self.errand.holder.token}-{next(self.half)}"))
        try:
            self.make_folder(self.at(path).rpartition("/")[0])
            self.wire.write(half, chunks(content))
            yield half
        except Refused as refused:
            is_full = refused.status == FAILURE and self.is_full(content)
            with suppress(Refused):
                self.wire.remove(half)
            raise Refused(FULL if is_full else refused.status, refused.said) from None

    def is_full(self, content: Path | bytes) -> bool:
        """Whether a file has no room: many servers call each mishap a failure."""
        size = content.stat().st_size if isinstance(content, Path) else len(content)
        with suppress(Refused):
            room = self.wire.room(self.root)
            return room is not None and room < max(size, LITTLE)
        return False

    def make_folder(self, place: str) -> None:
        """Makes a folder at the server, and those above it where they are missing."""
        if place in self.folders or place in ("", ".", "/"):
            return
        if self.missing(place):
            self.make_folder(place.rpartition("/")[0])
            if refused := self.missing(place):
                raise refused
        self.folders.add(place)

    def missing(self, place: str) -> Refused | None:
        """Tries to make a folder, as other threads may at the same moment; why it is not there afterwards."""
        try:
            self.wire.make_folder(place)
        except Refused as refused:
            found = self.wire.look(place)
            if found and not found.is_folder:
                raise Refused(FAILURE, "Not a directory") from None
            return None if found else refused
        return None

    def delete(self, path: str) -> None:
        """Deletes a file, and the folders above that are empty then."""
        with self.complaints(path):
            try:
                self.wire.remove(self.at(path))
            except Refused as refused:
                if refused.status != NO_SUCH_FILE:
                    raise
            for folder in folders_above(path):
                if not self.is_rid_of(folder):
                    break

    def told(self, probe: str) -> Examination:
        """By the date of the probe the clock; the room, where the server tells it."""
        with self.complaints(probe):
            seen = self.wire.look(self.at(probe))
            free = self.wire.room(self.root)
        clock = datetime.fromtimestamp(seen.changed, UTC) if seen and seen.changed else None
        return Examination(is_writable=True, clock=clock, free=free)

    def is_rid_of(self, folder: str) -> bool:
        """Deletes a folder if it is empty; whether it did."""
        if not self.is_granted(self.wire.remove_folder, self.at(folder)):
            return False
        self.folders.discard(self.at(folder))
        return True

    # ── complaints ──────────────────────────────────────────────────────────────────────────────────────────

    @contextmanager
    def complaints(self, path: str) -> Iterator[None]:
        """Makes the server's complaints ours."""
        try:
            yield
        except Broken:
            self.broken()
        except Refused as refused:
            name = self.errand.name
            if refused.status == FULL:
                raise faults.full(name, refused.said) from None
            if refused.status == NOT_ALLOWED:
                raise faults.forbidden(name, path or self.root, refused.said) from None
            raise faults.failed(name, f"{path or self.root}: {refused.said}") from None

    def broken(self) -> NoReturn:
        """Says why the connection ended."""
        ended = self.line.said()
        if "subsystem request failed" in ended.said:
            raise faults.failed(self.errand.name, message("the server does not offer SFTP")) from None
        raise complaint(ended, self.errand.name, self.where) from None


def chunks(content: Path | bytes) -> Iterator[bytes]:
    """Content in pieces that fit into a request."""
    if isinstance(content, bytes):
        yield from (content[at : at + CHUNK] for at in range(0, len(content), CHUNK))
        return
    with content.open("rb") as file:
        while piece := file.read(CHUNK):
            yield piece
