"""An FTPS server on loopback that refuses data connections outside of the control connection's TLS session."""

from __future__ import annotations

import socket
import subprocess
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.publish.servers import Proxy, free_port, needed

USER, PASSWORD = "editor", "мусака"
HOST = "127.0.0.1"
SECOND_HOST = "127.0.0.2"
"""Where the cutting proxy listens, at the same ports."""


@dataclass(frozen=True)
class FtpServer:
    """A server of our own; its root is a folder."""

    port: int
    passive: list[int]
    """Ports for data; the server takes no more than those that are left here."""
    ca_file: Path
    refused: list[str]
    """Data connections that came with a session of their own."""


def certificate(folder: Path) -> tuple[Path, Path]:
    """A certificate that vouches for itself, for both addresses; and its key."""
    needed("openssl")
    cert, key = folder / "cert.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    names = ["-addext", f"subjectAltName=IP:{HOST},IP:{SECOND_HOST},DNS:localhost"]
    subprocess.run([*command, *names, "-keyout", key, "-out", cert], check=True, capture_output=True)
    return cert, key


MODULES = ("pyftpdlib.handlers", "pyftpdlib.authorizers", "pyftpdlib.servers")


@contextmanager
def ftp_server(folder: Path, root: Path, *, encrypted: bool = True, implicit: bool = False) -> Iterator[FtpServer]:
    """A server; not `encrypted`, it knows no encryption; `implicit`, it speaks TLS from the first byte on."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it leans on modules that Python 3.12 has no more
        handlers, authorizers, servers = map(import_module, MODULES)
        tls = import_module("OpenSSL.SSL")._lib
    cert, key = certificate(folder)
    refused: list[str] = []

    class Data(handlers.TLS_DTPHandler):  # type: ignore[misc,name-defined]
        def handle_ssl_established(self) -> None:
            super().handle_ssl_established()
            if not tls.SSL_session_reused(self.socket._ssl):
                refused.append(str(self))
                self.close()

    class Handler(handlers.TLS_FTPHandler if encrypted else handlers.FTPHandler):  # type: ignore[misc]
        def handle(self) -> None:
            if implicit:
                self.secure_connection(self.ssl_context)
            super().handle()

    users = authorizers.DummyAuthorizer()
    users.add_user(USER, PASSWORD, str(root), perm="elradfmwMT")
    Handler.authorizer = users
    Handler.passive_ports = passive = [free_port() for _ in range(40)]
    Handler.use_sendfile = False
    if encrypted:
        Handler.certfile, Handler.keyfile = str(cert), str(key)
        Handler.tls_control_required = Handler.tls_data_required = True
        Handler.dtp_handler = Data
    server: Any = servers.FTPServer((HOST, 0), Handler)
    over = threading.Event()

    def serve() -> None:  # the server is closed by the thread that serves: its lists are not made for two
        while not over.is_set():
            server.serve_forever(timeout=0.05, blocking=False, handle_exit=False)
        server.close_all()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield FtpServer(server.address[1], passive, cert, refused)
    finally:
        over.set()
        thread.join()


@dataclass
class Twin(Proxy):
    """Stands at the second address at the same ports, those of data connections among them."""

    seen: list[socket.socket] = field(default_factory=list, repr=False)

    def beyond(self, listener: socket.socket) -> int:
        """The same port."""
        port: int = listener.getsockname()[1]
        return port

    def join(self, near: socket.socket, far: socket.socket) -> None:
        """Lets small packets go at once."""
        super().join(near, far)
        self.seen += [near, far]
        for side in (near, far):
            side.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


@contextmanager
def cutting_all(server: FtpServer) -> Iterator[Proxy]:
    """A proxy in front of the control connection and of all data connections."""
    twin, listeners = Twin(server.port), []
    for port in (server.port, *server.passive):
        try:
            listener = socket.create_server((SECOND_HOST, port))
        except OSError:  # another program has it meanwhile
            server.passive.remove(port)
            continue
        listeners.append(listener)
        threading.Thread(target=twin.serve, args=(listener,), daemon=True).start()
    try:
        yield twin
    finally:
        for listener in listeners:
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        twin.cut()
        for side in twin.seen:
            side.close()
