"""The server: the preview on the loopback interface, for this machine's browsers and nobody else."""

from __future__ import annotations

import json
import os
import socket
import sys
from dataclasses import dataclass
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from socketserver import TCPServer
from typing import Any
from urllib.parse import quote, unquote

from sitegen.model.artifact import Artifact
from sitegen.serve.preview import Preview, Shown
from sitegen.serve.telling import Telling, bare_page, margin, panel, status_page, with_script

LOOPBACK = "127.0.0.1"
TRIED = 50
"""So many ports are tried one after another before the system chooses one."""
BEAT = 15.0
"""Seconds after which a waiting browser is written to, which shows whether it is still there."""
PATIENCE = 30
"""Seconds that a browser may take for its request."""
TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "json": "application/json",
    "geojson": "application/geo+json",
    "webmanifest": "application/manifest+json",
    "xml": "application/xml",
    "atom": "application/atom+xml",
    "rss": "application/rss+xml",
    "xsl": "text/xsl; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/vnd.microsoft.icon",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "wasm": "application/wasm",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "vtt": "text/vtt; charset=utf-8",
}
"""By ending; the machine's own list is no help, on Windows any program may change it."""
BYTES = "application/octet-stream"
HTML = TYPES["html"]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a browser is sent."""

    content: bytes = b""
    type: str = HTML
    status: int = 200
    location: str = ""
    """Where else to look."""


# ── what is answered ────────────────────────────────────────────────────────────────────────────────────────


def answer(target: str, shown: Shown, telling: Telling) -> Answer:
    """The answer to a request for a path: a file of the site by its very name, or else a page that says no."""
    path = unquote(target.partition("?")[0].partition("#")[0])
    match path:
        case "/_preview.js":
            return Answer(content=script(), type=TYPES["js"])
        case "/_status/":
            return Answer(content=status_page(shown, telling))
        case "/_status":
            return Answer(status=302, location="/_status/")
        case "/" | shown.base_path if shown.base_path:
            return Answer(status=302, location=f"{shown.base_path}/")
    base, inner = path[: len(shown.base_path)], path[len(shown.base_path) :]
    if base != shown.base_path or (inner and inner[0] != "/"):
        return not_found(shown, telling)
    return page(inner.removeprefix("/"), shown) or not_found(shown, telling)


def page(path: str, shown: Shown) -> Answer | None:
    """A file of the site, or the way to the folder that it is the index of; None where there is neither."""
    found = shown.tree.get(path)
    if found is None and (not path or path.endswith("/")):
        path += "index.html"
        found = shown.tree.get(path)
    if found is None:
        is_folder = f"{path}/index.html" in shown.tree
        return Answer(status=302, location=quote(f"{shown.base_path}/{path}/")) if is_folder else None
    content = bytes_of(found)
    return None if content is None else dressed(content, path, shown)


def bytes_of(artifact: Artifact) -> bytes | None:
    """What is in a file; None for one that has gone from the disk. No file stays open: Windows would lock it."""
    if artifact.content is not None:
        return artifact.content
    try:
        return Path(artifact.copy_of or "").read_bytes()
    except OSError:
        return None


def dressed(content: bytes, path: str, shown: Shown, status: int = 200) -> Answer:
    """A file with its type, and with the script where it is a page."""
    kind = TYPES.get(path.rpartition(".")[2].lower(), BYTES)
    return Answer(
        content=with_script(content, pages=shown.pages) if kind == HTML else content, type=kind, status=status
    )


def not_found(shown: Shown, telling: Telling) -> Answer:
    """The site's own page for what is not there; our own where there is no site."""
    own = shown.tree.get("404.html")
    content = bytes_of(own) if own else None
    if content is None:
        return Answer(content=bare_page(shown, telling), status=404)
    return dressed(content, "404.html", shown, 404)


def event(shown: Shown, telling: Telling) -> bytes:
    """What a waiting browser is told after a build."""
    words = telling.words(shown.site)
    news = {
        "pages": shown.pages,
        "number": str(shown.number),
        "panel": panel(shown, telling),
        "margin": margin(shown, telling),
        "close": words("Close"),
    }
    return f"retry: 500\ndata: {json.dumps(news)}\n\n".encode()


def script() -> bytes:
    """The script of the preview's pages."""
    return (files("sitegen") / "serve" / "preview.js").read_bytes()


# ── who is answered ─────────────────────────────────────────────────────────────────────────────────────────


class Server(ThreadingHTTPServer):
    """Serves a preview on 127.0.0.1 from a port on."""

    daemon_threads = True
    request_queue_size = 64  # browsers that wait for the first build
    allow_reuse_address = os.name != "nt"  # where it lets two programs have one port

    def __init__(self, preview: Preview, telling: Telling, port: int) -> None:
        self.preview = preview
        self.telling = telling
        super().__init__((LOOPBACK, port), Visit)
        here = (LOOPBACK, "localhost", "[::1]")
        self.hosts = frozenset(
            (*(f"{name}:{self.server_port}" for name in here), *(here if self.server_port == 80 else ()))
        )

    def server_bind(self) -> None:
        """Binds without asking the network for the machine's name, which can take seconds."""
        if sys.platform == "win32":
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        TCPServer.server_bind(self)
        self.server_name, self.server_port = LOOPBACK, self.socket.getsockname()[1]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away is no error; a bug shows its traceback."""
        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)

    def answers(self, headers: Message) -> bool:
        """Whether the request is for this machine by name: a page of the net may have had its own name lead here."""
        return [host.lower() for host in headers.get_all("Host", [])] in [[host] for host in self.hosts]


def server_from(preview: Preview, telling: Telling, port: int) -> Server:
    """A server at the first free port from a wished one on; where none is near, at any."""
    for wish in (*range(port, min(port + TRIED, 65_536)), 0):
        try:
            return Server(preview, telling, wish)
        except OSError:  # taken, or not for everybody
            if wish == 0:
                raise
    raise AssertionError("the last wish is any port")


class Visit(BaseHTTPRequestHandler):
    """One request."""

    server: Server
    timeout = PATIENCE

    def do_GET(self) -> None:  # the name is the library's
        """Answers; a request for changes is answered as long as the browser is there."""
        if not self.server.answers(self.headers):
            self.send_error(403, "Wrong host")
        elif not self.path.startswith("/"):
            self.send_error(400, "Not a path")
        elif self.path.partition("?")[0] == "/_changes":
            self.stream()
        else:
            self.send(answer(self.path, self.server.preview.shown, self.server.telling))

    do_HEAD = do_GET  # noqa: N815 # the name is the library's

    def refuse(self) -> None:
        """Nothing can be changed here."""
        self.send_error(405)

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = refuse  # noqa: N815 # the names are the library's

    def begin(self, status: int, kind: str) -> None:
        """The head of an answer, without its end."""
        self.send_response(status)
        self.send_header("Content-Type", kind)

    def end_headers(self) -> None:
        """What stands in every head: nothing is kept, nothing is guessed, no other site may use it."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        super().end_headers()

    def send(self, found: Answer) -> None:
        """Sends an answer."""
        self.begin(found.status, found.type)
        if found.location:
            self.send_header("Location", found.location)
        self.send_header("Content-Length", str(len(found.content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(found.content)

    def stream(self) -> None:
        """Tells what is shown now, and then of each build."""
        self.begin(200, "text/event-stream; charset=utf-8")
        self.end_headers()
        number = -1
        while self.command != "HEAD":
            shown = self.server.preview.after(number, BEAT)
            self.wfile.write(event(shown, self.server.telling) if shown.number != number else b": here\n\n")
            number = shown.number

    def version_string(self) -> str:
        """Who answers."""
        return "sitegen"

    def log_message(self, *_words: Any) -> None:
        """Says nothing: the terminal is for the editor."""
