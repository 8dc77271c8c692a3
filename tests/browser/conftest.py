"""Two sites in a real browser: built once, served on the loopback interface, opened in Chromium."""

from __future__ import annotations

import functools
import os
import shutil
import struct
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from sitegen.builder.flow import build
from sitegen.builder.order import Order
from sitegen.builder.write import write_site

CHECKOUT = Path(__file__).parents[2]
RICH = CHECKOUT / "tests" / "golden" / "content"
"""A small site with every fact that a chart is made of; `furnished` adds a map, logos and real pictures."""
OUTLINE = '{"type": "Polygon", "coordinates": [[[22.4, 42.1], [22.9, 42.1], [22.8, 42.4], [22.5, 42.5], [22.4, 42.1]]]}'
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{0}"><path d="M0 0h{1}v{2}H0z" fill="#a00"/></svg>'
RUNNING = datetime.fromisoformat("2019-03-22T12:00")
"""A day on which its first project is running."""
NOW = datetime.fromisoformat("2026-11-22T12:00")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def absent(what: str) -> None:
    """Skips; where all must run, fails."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is missing")


class Quiet(SimpleHTTPRequestHandler):
    """A static host: folders by their index, 404.html for what is not there."""

    def log_message(self, _format: str, *values: Any) -> None:
        """Says nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page."""
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Strict(Quiet):
    """A host that sends the headers which the site below `/proekti/` asks for in its `_headers`."""

    def end_headers(self) -> None:
        """The headers of each path that fits."""
        path = self.path.partition("?")[0]
        for pattern, headers in rules(Path(self.directory, "proekti", "_headers")):
            if path == pattern or (pattern.endswith("*") and path.startswith(pattern[:-1])):
                for name, value in headers:
                    self.send_header(name, value)
        super().end_headers()


@functools.cache
def rules(file: Path) -> list[tuple[str, list[tuple[str, str]]]]:
    """Paths, or their beginnings with a `*` behind, with their headers, as Netlify reads them."""
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            found.append((line, []))
        else:
            name, _, value = line.strip().partition(": ")
            found[-1][1].append((name, value))
    return found


def built(content: Path, now: datetime, output: Path, base_url: str = "") -> Path:
    """A site, written."""
    outcome = build(Order(content=content, now=now, base_url=base_url))
    assert not outcome.has_errors, [str(p.at) + " " + p.code for p in outcome.problems if p.is_error]
    assert write_site(outcome.artifacts, output) == ()
    return output


def png(width: int, height: int) -> bytes:
    """A grey picture."""
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    parts = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def furnished(content: Path) -> Path:
    """The rich site with a map, logos that are very wide and very tall, and a picture wider than any screen."""
    shutil.copytree(RICH, content)
    (content / "outline.geojson").write_text(OUTLINE, encoding="utf-8")
    (content / "projects/park/gallery/01.png").write_bytes(png(1600, 400))
    for name, width, height in (("wide", 400, 20), ("tall", 20, 400)):
        logo = LOGO.format(f"0 0 {width} {height}", width, height)
        (content / f"{name}.svg").write_text(logo, encoding="utf-8")
    add_line(content / "organisations.yaml", "primer:", "  logo: wide.svg")
    add_line(content / "organisations.yaml", "stroitel:", "  logo: tall.svg")
    park = content / "projects/park/index.bg.md"
    add_line(park, "places:", '  - {id: p0, name: Горски парк, lat: "42.2", lon: "22.6"}')
    add_line(park, "places:", '  - {id: p2, name: Долен парк, lat: "42.4", lon: "22.7"}')
    return content


def add_line(file: Path, after: str, line: str) -> None:
    """Puts a line below the first one that is `after`."""
    lines = file.read_text(encoding="utf-8").split("\n")
    lines.insert(lines.index(after) + 1, line)
    file.write_text("\n".join(lines), encoding="utf-8", newline="\n")


@contextmanager
def served(folder: Path, host: type[Quiet] = Quiet) -> Iterator[str]:
    """The address at which a folder is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(host, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(CHECKOUT / "content", NOW, tmp_path_factory.mktemp("site") / "output")


@pytest.fixture(scope="session")
def base(folder: Path) -> Iterator[str]:
    with served(folder) as address:
        yield address


@pytest.fixture(scope="session")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    place = tmp_path_factory.mktemp("rich")
    with served(built(furnished(place / "content"), RUNNING, place / "output")) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        absent("playwright")
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not path:
        absent("Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def look(chromium: Any, base: str, rich: str) -> Iterator[Callable[..., Any]]:
    """Opens an address of the example, or of the rich site where it begins with `rich:`.

    What it asks for and says is kept in `page.asked` and `page.said`, what it may ask in `page.home`.
    """
    contexts = []

    def opened(address: str, *, width: int = 1280, height: int = 800, scheme: str = "light", **options: Any) -> Any:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda line: page.said.append(line.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.home = rich if address.startswith(("rich:", rich)) else base
        page.goto(address if address.startswith("http") else page.home + address.removeprefix("rich:"))
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def below_a_path(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example site below a path, behind the policy that it asks for itself."""
    root = tmp_path_factory.mktemp("below")
    content = root / "content"
    shutil.copytree(CHECKOUT / "content", content)
    settings = content / "site.yaml"
    told = settings.read_text(encoding="utf-8").replace("host: generic", "host: netlify")
    settings.write_text(told, encoding="utf-8", newline="\n")
    built(content, NOW, root / "proekti", base_url="https://example.bg/proekti")
    with served(root, Strict) as address:
        yield address + "/proekti"
