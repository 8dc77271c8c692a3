"""The wire: SFTP as all servers speak it (version 3 and OpenSSH's extensions), over the two pipes of an `ssh`.

Requests have numbers and any thread may ask, so many of them are under way at once and a slow line costs little.
Source: draft-ietf-secsh-filexfer-02; PROTOCOL of OpenSSH, chapter 4.
"""

from __future__ import annotations

import stat
import struct
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from itertools import count
from threading import Lock, Thread
from typing import IO

HELLO, VERSION, OPEN, CLOSE, READ, WRITE, SETSTAT, FSETSTAT, OPENDIR, READDIR = 1, 2, 3, 4, 5, 6, 9, 10, 11, 12
REMOVE, MKDIR, RMDIR, STAT, RENAME, EXTENDED = 13, 14, 15, 17, 18, 200
STATUS, HANDLE, DATA, NAME, ATTRIBUTES, REPLY = 101, 102, 103, 104, 105, 201
FINE, AT_END, NO_SUCH_FILE, NOT_ALLOWED, FAILURE = 0, 1, 2, 3, 4
FOR_READING, FOR_WRITING, CREATES, EMPTIES, ONLY_NEW = 0x01, 0x02, 0x08, 0x10, 0x20
HAS_SIZE, HAS_OWNER, HAS_MODE, HAS_TIMES = 1, 2, 4, 8
POSIX_RENAME, HARD_LINK, FREE_SPACE = "posix-rename@openssh.com", "hardlink@openssh.com", "statvfs@openssh.com"
CHUNK = 1 << 15
"""Bytes of one request: every server takes so many."""
AHEAD = 32
"""Requests of one file that wait for their answer at the same time."""
LONGEST = 1 << 20
"""Bytes of an answer; a longer one is no SFTP, but the words of a login script."""
FILE_MODE, FOLDER_MODE = 0o644, 0o755
"""A web server, which is somebody else, has to read them."""


class Broken(Exception):
    """The connection ended."""


class Refused(Exception):
    """The server says no."""

    def __init__(self, status: int, said: str) -> None:
        super().__init__(said)
        self.status, self.said = status, said


@dataclass(frozen=True)
class Entry:
    """What a server says of a file."""

    size: int = 0
    mode: int = 0
    changed: int | None = None
    """Seconds since 1970, by the clock of the server; None where it does not tell."""

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder, and no link to one."""
        return stat.S_ISDIR(self.mode)

    @property
    def is_file(self) -> bool:
        """Whether it is a plain file; where the server says nothing, it is."""
        return not self.mode or stat.S_ISREG(self.mode)


class Answer:
    """The body of an answer, read from its begin."""

    def __init__(self, kind: int, body: bytes) -> None:
        self.kind, self.body, self.at = kind, body, 0

    def number(self, form: str = ">I") -> int:
        """The next number."""
        found: int = struct.unpack_from(form, self.body, self.at)[0]
        self.at += struct.calcsize(form)
        return found

    def string(self) -> bytes:
        """The next string."""
        size = self.number()
        self.at += size
        return self.body[self.at - size : self.at]

    def entry(self) -> Entry:
        """The next attributes."""
        flags = self.number()
        size = self.number(">Q") if flags & HAS_SIZE else 0
        self.at += 8 if flags & HAS_OWNER else 0
        mode = self.number() if flags & HAS_MODE else 0
        _, changed = (self.number(), self.number()) if flags & HAS_TIMES else (None, None)
        for _ in range(self.number() if flags & 0x80000000 else 0):
            self.string(), self.string()
        return Entry(size, mode, changed)


class Wire:
    """A server that speaks SFTP. Every method raises Broken or Refused; paths are as the server knows them."""

    def __init__(self, inward: IO[bytes], outward: IO[bytes]) -> None:
        self.inward, self.outward = inward, outward
        self.writing, self.numbers = Lock(), count(1)
        self.asked: dict[int, Future[Answer]] = {}
        self.is_broken = False
        self.extensions = self.greet()
        Thread(target=self.listen, daemon=True).start()

    # ── packets ─────────────────────────────────────────────────────────────────────────────────────────────

    def greet(self) -> frozenset[str]:
        """The extensions that the server offers."""
        try:
            self.post(HELLO, struct.pack(">I", 3))
            answer = self.packet()
        except (OSError, EOFError, ValueError) as error:
            raise Broken from error
        if answer.kind != VERSION:
            raise Broken
        answer.number()
        names = set()
        while answer.at < len(answer.body):
            names.add(answer.string().decode("ascii", "replace"))
            answer.string()
        return frozenset(names)

    def post(self, kind: int, body: bytes) -> None:
        """Sends a packet."""
        with self.writing:
            self.outward.write(struct.pack(">IB", len(body) + 1, kind) + body)
            self.outward.flush()

    def packet(self) -> Answer:
        """The next packet; raises EOFError at the end."""
        size = struct.unpack(">I", self.exactly(4))[0]
        if not 0 < size <= LONGEST:
            raise ValueError(size)
        body = self.exactly(size)
        return Answer(body[0], body[1:])

    def exactly(self, size: int) -> bytes:
        """So many bytes; raises EOFError."""
        found = self.inward.read(size)
        if len(found) < size:
            raise EOFError
        return found

    def listen(self) -> None:
        """Hands each answer to who waits for it, until the connection ends."""
        try:
            while True:
                answer = self.packet()
                waiting = self.asked.pop(answer.number(), None)
                if waiting:
                    waiting.set_result(answer)
        except (OSError, EOFError, ValueError, struct.error):
            self.is_broken = True
            while self.asked:
                self.asked.popitem()[1].set_exception(Broken())

    def start(self, kind: int, *parts: bytes) -> Future[Answer]:
        """Asks, and does not wait for the answer."""
        number, future = next(self.numbers), Future[Answer]()
        self.asked[number] = future
        if self.is_broken:
            raise Broken
        try:
            self.post(kind, struct.pack(">I", number) + b"".join(parts))
        except (OSError, ValueError) as error:
            raise Broken from error
        return future

    def ask(self, kind: int, *parts: bytes) -> Answer:
        """Asks and waits; raises Refused where the server says no."""
        return granted(self.start(kind, *parts))

    # ── files ───────────────────────────────────────────────────────────────────────────────────────────────

    def look(self, path: str) -> Entry | None:
        """What stands at a path, links followed; None where nothing does."""
        try:
            return self.ask(STAT, name(path)).entry()
        except Refused as refused:
            if refused.status == NO_SUCH_FILE:
                return None
            raise

    def folder(self, path: str) -> Iterator[tuple[str, Entry]]:
        """The entries of a folder."""
        handle = self.ask(OPENDIR, name(path)).string()
        while True:
            try:
                answer = self.ask(READDIR, string(handle))
            except Refused as refused:
                self.start(CLOSE, string(handle))
                if refused.status == AT_END:
                    return
                raise
            for _ in range(answer.number()):
                found = answer.string().decode("utf-8", "surrogateescape")
                answer.string()  # the same as `ls -l` would print it
                entry = answer.entry()
                if found not in (".", ".."):
                    yield found, entry

    def read(self, path: str) -> bytes:
        """The content of a file."""
        handle = self.ask(OPEN, name(path), struct.pack(">II", FOR_READING, 0)).string()
        content = bytearray()
        try:
            while True:
                content += self.ask(READ, string(handle), struct.pack(">QI", len(content), CHUNK)).string()
        except Refused as refused:
            if refused.status != AT_END:
                raise
        finally:
            self.start(CLOSE, string(handle))
        return bytes(content)

    def write(self, path: str, chunks: Iterable[bytes], *, is_new: bool = False) -> None:
        """Writes a file; `is_new`: only where there is none."""
        how = FOR_WRITING | CREATES | (ONLY_NEW if is_new else EMPTIES)
        handle = self.ask(OPEN, name(path), struct.pack(">I", how), mode(FILE_MODE)).string()
        try:
            self.start(FSETSTAT, string(handle), mode(FILE_MODE))  # whatever the server's umask is; some refuse
            self.pour(handle, chunks)
        except BaseException:
            if not self.is_broken:
                self.start(CLOSE, string(handle))
            raise
        self.ask(CLOSE, string(handle))

    def pour(self, handle: bytes, chunks: Iterable[bytes]) -> None:
        """Writes the content of an open file, some requests ahead of their answers."""
        at, waiting = 0, deque[Future[Answer]]()
        for chunk in chunks:
            waiting.append(self.start(WRITE, string(handle), struct.pack(">Q", at), string(chunk)))
            at += len(chunk)
            if len(waiting) > AHEAD:
                granted(waiting.popleft())
        for answer in waiting:
            granted(answer)

    def replace(self, path: str, target: str) -> None:
        """Renames a file onto another one: in one step where the server offers it."""
        if POSIX_RENAME in self.extensions:
            self.ask(EXTENDED, name(POSIX_RENAME), name(path), name(target))
            return
        try:
            self.ask(RENAME, name(path), name(target))
        except Refused:
            self.ask(REMOVE, name(target))
            self.ask(RENAME, name(path), name(target))

    def link(self, path: str, target: str) -> None:
        """Gives a file a second name, which nothing may have yet."""
        self.ask(EXTENDED, name(HARD_LINK), name(path), name(target))

    def remove(self, path: str) -> None:
        """Deletes a file."""
        self.ask(REMOVE, name(path))

    def make_folder(self, path: str) -> None:
        """Makes a folder."""
        self.ask(MKDIR, name(path), mode(FOLDER_MODE))
        self.start(SETSTAT, name(path), mode(FOLDER_MODE))  # as with files

    def remove_folder(self, path: str) -> None:
        """Deletes an empty folder."""
        self.ask(RMDIR, name(path))

    def room(self, path: str) -> int | None:
        """Bytes that are free; None where the server does not tell."""
        if FREE_SPACE not in self.extensions:
            return None
        answer = self.ask(EXTENDED, name(FREE_SPACE), name(path))
        _, block, _, _, free = (answer.number(">Q") for _ in range(5))
        return block * free


def granted(future: Future[Answer]) -> Answer:
    """The answer, once it is there; raises Refused where it is a no."""
    answer = future.result()
    if answer.kind == STATUS:
        status = answer.number()
        if status != FINE:
            said = answer.string().decode("utf-8", "replace") if answer.at < len(answer.body) else str(status)
            raise Refused(status, said)
    return answer


def string(content: bytes) -> bytes:
    """A string as it is sent."""
    return struct.pack(">I", len(content)) + content


def name(path: str) -> bytes:
    """A path as it is sent."""
    return string(path.encode("utf-8", "surrogateescape"))


def mode(bits: int) -> bytes:
    """Attributes with a mode alone."""
    return struct.pack(">II", HAS_MODE, bits)
