"""A preview on a free port of the loopback interface, and requests as browsers, or worse, make them."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

from sitegen.builder.flow import build
from sitegen.builder.order import Order
from sitegen.commands.telling import line_of
from sitegen.serve.preview import Preview
from sitegen.serve.server import Server, server_from
from sitegen.serve.telling import Telling
from tests.sites import NOW


@dataclass
class Reply:
    """What came back."""

    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode()


@dataclass
class Served:
    """A site that is served, and built again when a test says so."""

    server: Server
    preview: Preview
    order: Order

    @property
    def port(self) -> int:
        return self.server.server_port

    def rebuild(self, **changed: Any) -> None:
        self.preview.rebuild(replace(self.order, **changed))

    def get(self, path: str, method: str = "GET", **headers: str) -> Reply:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(method, path, headers=headers)
        reply = connection.getresponse()
        content = reply.read()
        connection.close()
        return Reply(reply.status, {name.lower(): value for name, value in reply.getheaders()}, content)

    def raw(self, request: bytes) -> bytes:
        """Whatever comes back for whatever is sent."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as connection:
            connection.sendall(request)
            parts = []
            try:
                while part := connection.recv(65_536):
                    parts.append(part)
            except ConnectionError:  # an answer before the request was read to its end
                pass
            return b"".join(parts)


def order_for(content: Path) -> Order:
    return Order(content=content, now=NOW, drafts=True)


@contextmanager
def served(content: Path, preview: Preview | None = None) -> Iterator[Served]:
    """A content folder, built once and served."""
    shown = preview or Preview(build)
    order = order_for(content)
    server = server_from(shown, Telling(line=partial(line_of, content)), 0)
    shown.rebuild(order)
    thread = threading.Thread(target=partial(server.serve_forever, 0.05), daemon=True)
    thread.start()
    yield Served(server, shown, order)
    server.shutdown()
    server.server_close()
    thread.join()


class Listening:
    """A browser that waits for news."""

    def __init__(self, port: int) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=60)
        self.connection.request("GET", "/_changes")
        self.reply: HTTPResponse = self.connection.getresponse()

    def __enter__(self) -> Listening:
        return self

    def __exit__(self, *_why: object) -> None:
        self.reply.close()
        self.connection.close()

    def news(self) -> dict[str, str]:
        """The next news."""
        while True:
            line = self.reply.readline()
            assert line, "the server hung up"
            if line.startswith(b"data: "):
                news: dict[str, str] = json.loads(line.removeprefix(b"data: "))
                return news
