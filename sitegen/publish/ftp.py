"""FTP over TLS: the standard library's client, with what hosters ask of it, and its complaints made ours.

Many servers let nobody send whose data connections do not continue the TLS session of the control connection
(vsftpd's `require_ssl_reuse`, ProFTPD, FileZilla Server): otherwise somebody else could take such a connection over.
"""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from ftplib import FTP, FTP_TLS, Error
from typing import Any

from sitegen.publish import faults

PATIENCE = 30.0
"""Seconds for one answer."""
NO_ROOM = re.compile(r"^[45]52|no space|quota|disk full|not enough", re.IGNORECASE)
LINE_OF_UNIX = re.compile(
    r"(?P<type>[-a-z])[-rwxsStTl.+@]{9,10}\s+\d+\s+\S+\s+\S+\s+(?P<size>\d+)\s+\w{3}\s+\d+\s+[\d:]+ (?P<name>.+)"
)
"""A line of `ls -l`, as servers without MLSD print it."""


class Channel(FTP_TLS):
    """A control connection whose data connections continue its TLS session."""

    is_implicit = False
    """Whether TLS begins before the first word."""

    @property
    def secure(self) -> ssl.SSLSocket:
        """The control connection, encrypted."""
        assert isinstance(self.sock, ssl.SSLSocket)
        return self.sock

    def connect(self, host: str = "", port: int = 0, timeout: float = PATIENCE, source_address: Any = None) -> str:
        """Reaches the server; with implicit TLS its first words are encrypted already."""
        if not self.is_implicit:
            return super().connect(host, port, timeout)
        self.host, self.port, self.timeout = host, port, timeout
        plain = socket.create_connection((host, port), timeout)
        self.af = plain.family
        self.sock = self.context.wrap_socket(plain, server_hostname=host)
        self.file = self.sock.makefile("r", encoding="utf-8", errors="surrogateescape")
        self.welcome = self.getresp()
        return self.welcome

    def auth(self) -> str:
        """Begins TLS; answers may hold names in any encoding."""
        answer = super().auth()
        self.file = self.secure.makefile("r", encoding="utf-8", errors="surrogateescape")
        return answer

    def putline(self, line: str) -> None:
        """Sends a command, with the names of others as they are."""
        if "\r" in line or "\n" in line:
            raise ValueError(line)
        assert self.sock
        self.sock.sendall(f"{line}\r\n".encode("utf-8", "surrogateescape"))

    def ntransfercmd(self, cmd: str, rest: int | str | None = None) -> tuple[socket.socket, int | None]:
        """Opens a data connection in the TLS session of this one."""
        plain, size = FTP.ntransfercmd(self, cmd, rest)
        try:
            secure = self.context.wrap_socket(plain, server_hostname=self.host, session=self.secure.session)
        except BaseException:
            plain.close()
            raise
        return secure, size


def facts_of(line: str) -> tuple[str, str, int]:
    """Name, type (`file`, `dir`, `cdir`, …) and size in a line of MLSD (RFC 3659)."""
    facts, _, name = line.partition(" ")
    known = dict(fact.lower().partition("=")[::2] for fact in facts.split(";") if fact)
    return name, known.get("type", ""), int(known.get("size", "0"))


def unix_facts_of(line: str) -> tuple[str, str, int]:
    """The same of a line of LIST; "" where it is none, like that with the sum."""
    found = LINE_OF_UNIX.fullmatch(line)
    if not found:
        return "", "", 0
    kind = {"-": "file", "d": "dir"}.get(found["type"], "other")
    name = found["name"].partition(" -> ")[0] if found["type"] == "l" else found["name"]
    return name, kind, int(found["size"])


# ── complaints ──────────────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def reaching(target: str, where: str) -> Iterator[None]:
    """Makes complaints about reaching the server ours."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise faults.untrusted(target, where, error.verify_message) from None
    except Error as error:
        raise faults.unreachable(target, where, str(error)) from None
    except (OSError, EOFError) as error:
        raise faults.unreachable(target, where, reason_of(error)) from None


@contextmanager
def complaints(target: str, path: str) -> Iterator[None]:
    """Makes complaints about work on a file ours."""
    try:
        yield
    except Error as error:
        said = str(error)
        if NO_ROOM.search(said):
            raise faults.full(target, said) from None
        if said.startswith(("421", "425", "426")):
            raise faults.cut(target, said) from None
        if said.startswith(("550", "553", "532")):
            raise faults.forbidden(target, path, said) from None
        raise faults.failed(target, said) from None
    except ValueError as error:
        raise faults.failed(target, str(error)) from None
    except (OSError, EOFError) as error:
        raise faults.cut(target, reason_of(error)) from None


def reason_of(error: BaseException) -> str:
    """What the system says of an error, never empty."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
