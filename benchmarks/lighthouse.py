"""Measures the example site with Lighthouse as a phone meets it, and writes the figures into docs/quality.md.

    python benchmarks/lighthouse.py [--runs N] [--keep]

npm fetches Lighthouse into a temporary folder; a Chromium must be on PATH, or named by CHROME_PATH. The site is built,
compressed as a plain host does it, and served on the loopback interface; nothing else is asked of the net. `--keep`
leaves the reports of Lighthouse where they are and says where; of several runs the middle one counts.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sitegen.builder.flow import build  # noqa: E402 - the checkout is put on the path first
from sitegen.builder.order import Order  # noqa: E402 - the checkout is put on the path first
from sitegen.builder.write import write_site  # noqa: E402

PAGE = ROOT / "docs" / "quality.md"
PACKAGE = "lighthouse@12"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ADDRESSES = {
    "home": ("bg/", "en/", "ru/"),
    "project": ("bg/proekti/kn-deinst/", "en/projects/kn-deinst/", "ru/proekty/kn-deinst/"),
    "event": (
        "bg/proekti/kn-deinst/sabitia/startova-preskonferentsia/",
        "en/projects/kn-deinst/events/opening-press-conference/",
        "ru/proekty/kn-deinst/sobytiya/nachalnaya-press-konferentsiya/",
    ),
    "news": (
        "bg/proekti/ruzhintsi-future/novini/project-start/",
        "en/projects/ruzhintsi-future/news/project-start/",
        "ru/proekty/ruzhintsi-future/novosti/project-start/",
    ),
    "statement": ("bg/dostapnost/", "en/accessibility/", "ru/dostupnost/"),
}
"""Kinds of pages, each in the three languages of the example."""
COMPRESSED = (".html", ".js", ".css", ".svg", ".xml", ".txt", ".json")
SECTION = re.compile(r"^## Lighthouse\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
OPENING = "# Quality, measured\n\nFigures, each with the day and the tools that gave them.\n\n"


@dataclass(frozen=True)
class Measured:
    """A page as Lighthouse found it."""

    kind: str
    address: str
    scores: tuple[int, ...]
    """Of 100, in the order of `CATEGORIES`."""
    paint: float
    """Seconds until the largest part is painted, on the slow phone that Lighthouse imitates."""
    shift: float
    blocking: float
    """Milliseconds."""
    requests: int
    weight: int
    """Bytes over the wire, all requests together."""
    short: tuple[str, ...]
    """What is less than perfect and counts."""


# ── the site ────────────────────────────────────────────────────────────────────────────────────────────────


class Host(SimpleHTTPRequestHandler):
    """A plain static host: compresses text at level 6, keeps connections, answers with 404.html."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Says nothing."""

    def do_GET(self) -> None:
        """Sends a file, a folder's index.html or the site's page for what is not there."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        found = file.is_file()
        file = file if found else Path(self.directory, "404.html")
        body = file.read_bytes()
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(file))
        if file.suffix in COMPRESSED:
            body = gzip.compress(body, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=31536000" if "/assets/" in self.path else "no-cache")
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The example, built for the address at which it is served: a canonical address elsewhere costs a point."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    outcome = build(Order(content=ROOT / "content", now=now(), base_url=address))
    assert not outcome.has_errors, [f"{p.at} {p.message}" for p in outcome.problems if p.is_error]
    assert write_site(outcome.artifacts, folder) == ()
    try:
        yield address
    finally:
        server.shutdown()
        server.server_close()


def now() -> datetime:
    """Local time without a zone, as the program keeps it."""
    return datetime.now().astimezone().replace(tzinfo=None)


# ── Lighthouse ──────────────────────────────────────────────────────────────────────────────────────────────


def installed(folder: Path) -> Path:
    """Lighthouse, fetched by npm into a folder."""
    npm = shutil.which("npm") or sys.exit("npm is missing")
    subprocess.run([npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, PACKAGE], check=True)
    return folder / "node_modules" / ".bin" / "lighthouse"


def browser() -> str:
    """The path of Chromium."""
    found = os.environ.get("CHROME_PATH") or next(filter(None, map(shutil.which, NAMES)), None)
    return found or sys.exit("Chromium is missing")


def report(program: Path, address: str, target: Path) -> dict[str, Any]:
    """One run of Lighthouse with its usual settings: a phone on a slow net."""
    command = [
        str(program),
        address,
        "--quiet",
        "--output=json",
        f"--output-path={target}",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={' '.join(FLAGS)}",
    ]
    environment = os.environ | {"CHROME_PATH": browser()}
    subprocess.run(command, check=True, env=environment, stderr=subprocess.DEVNULL)
    found: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return found


def measured(kind: str, address: str, found: dict[str, Any]) -> Measured:
    """What counts of a report."""
    audits = found["audits"]
    requests = audits["network-requests"]["details"]["items"]
    return Measured(
        kind=kind,
        address=address,
        scores=tuple(round(100 * (found["categories"][name]["score"] or 0)) for name in CATEGORIES),
        paint=audits["largest-contentful-paint"]["numericValue"] / 1000,
        shift=audits["cumulative-layout-shift"]["numericValue"],
        blocking=audits["total-blocking-time"]["numericValue"],
        requests=len(requests),
        weight=sum(request.get("transferSize", 0) for request in requests),
        short=tuple(imperfect(found)),
    )


def imperfect(found: dict[str, Any]) -> Iterator[str]:
    """The audits that take points away, with their categories."""
    for name in CATEGORIES:
        for reference in found["categories"][name]["auditRefs"]:
            audit = found["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                value = audit.get("displayValue", "")
                yield f"{name}: {reference['id']}{value and ' ' + value} ({audit['score']:.2f})"


def middle(runs: list[Measured]) -> Measured:
    """The run with the middle performance."""
    return sorted(runs, key=lambda one: one.scores[0])[len(runs) // 2]


# ── the page ────────────────────────────────────────────────────────────────────────────────────────────────

HEADS = ("page", *CATEGORIES, "largest paint", "shift", "blocked", "requests", "weight")


def row(one: Measured) -> tuple[str, ...]:
    """A page as a row of the table."""
    figures = (f"{one.paint:.2f} s", f"{one.shift:.3f}", f"{one.blocking:.0f} ms", str(one.requests))
    return (f"{one.kind} `/{one.address}`", *map(str, one.scores), *figures, f"{one.weight:,} B")


def table(rows: list[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [HEADS, tuple("---" for _ in HEADS), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def section(found: list[Measured], versions: str, runs: int) -> str:
    """The part of the page about Lighthouse."""
    count = "one run a page" if runs == 1 else f"the middle of {runs} runs a page"
    return (
        f"## Lighthouse\n\n{now():%Y-%m-%d}, {versions}; {count}; Lighthouse's own settings for a phone: 412 × 823 "
        "pixels, slow 4G (150 ms, 1.6 Mbit/s), a processor four times slower. The example site, served on the loopback "
        "interface with gzip at level 6. Made by `python benchmarks/lighthouse.py`.\n\n"
        f"{table([row(one) for one in found])}\n\n"
        "Scores are of 100. Weight is everything over the wire for a first visit, both fonts (30 KB) among it.\n"
    )


def write(text: str) -> None:
    """Puts the part into the page, in the place of an earlier one."""
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else OPENING
    page = SECTION.sub("", page).rstrip("\n") + "\n\n" + text
    PAGE.write_text(page, encoding="utf-8", newline="\n")


def version(program: str | Path) -> str:
    """What a program calls itself, in a word and a number."""
    said = subprocess.run([str(program), "--version"], check=True, capture_output=True, text=True, encoding="utf-8")
    number = re.search(r"\d+(\.\d+)+", said.stdout)
    return number[0] if number else said.stdout.strip()


def main() -> None:
    """Measures all pages, prints what it finds and writes the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=5, help="runs a page")
    parser.add_argument("--keep", action="store_true", help="leave the reports of Lighthouse")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="lighthouse-"))
    found: list[Measured] = []
    try:
        program = installed(folder)
        versions = f"Lighthouse {version(program)}, Chromium {version(browser())}"
        with served(folder / "site") as base:
            for kind, address in ((kind, address) for kind, all_of in ADDRESSES.items() for address in all_of):
                runs = [
                    measured(kind, address, report(program, base + address, folder / f"{len(found)}-{number}.json"))
                    for number in range(options.runs)
                ]
                found.append(middle(runs))
                print(*row(found[-1]), *(f"\n    {text}" for text in found[-1].short), flush=True)
        write(section(found, versions, options.runs))
    finally:
        if options.keep:
            print(folder)
        else:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
