"""Takes the README's screenshots of the built example site.

    python3 build.py
    pip install playwright
    python tools/screenshots.py

A Chromium must be on PATH. Nothing is downloaded.
"""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
SHOTS = (
    ("project-bg", "/bg/proekti/kn-deinst/", 1280, 900),
    ("project-ru-phone", "/ru/proekty/kn-deinst/", 360, 720),
    ("projects-en", "/en/projects/", 1280, 900),
)
"""Name, address, width and height in CSS pixels."""
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Says nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder on loopback, on a free port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def main() -> None:
    """Takes them all."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with served(ROOT / "output") as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for name, address, width, height in SHOTS:
            page = browser.new_page(viewport={"width": width, "height": height})
            page.goto(site + address)
            page.evaluate("document.fonts.ready")
            page.reload()  # a font that came late serves from the next page on
            page.screenshot(path=IMAGES / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
