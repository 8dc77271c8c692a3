"""The preview: how long an editor waits from saving a page until the browser has the new one.

    python benchmarks/preview.py [--pages N] [--edits N]

A whole `sitegen serve` is started. An edit adds a sentence to a page; the clock stops when the page that the server
gives, after it told of a change, has that sentence. The target: 100 ms at 999 pages.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import corpus  # noqa: E402 - the checkout is put on the path first
from benchmarks.measure import WITHOUT  # noqa: E402

SERVE = (sys.executable, "-u", "-m", "sitegen", "serve", "--port", "0", "--lang", "en")
TARGET = 0.1
"""Seconds."""
PAUSE = 0.5
"""Seconds between two edits: an editor's are further apart."""


@contextmanager
def served(site: Path) -> Iterator[int]:
    """A preview; the number of its port, once it answers."""
    process = subprocess.Popen(
        SERVE, cwd=site, env={**os.environ, "PYTHONPATH": str(ROOT), WITHOUT: ""}, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout
        ports = (re.search(r"127\.0\.0\.1:(\d+)", line) for line in process.stdout)
        yield next(int(found[1]) for found in ports if found)
    finally:
        process.terminate()
        process.wait()


def get(port: int, path: str) -> HTTPResponse:
    """An answer whose body is still to be read."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers={"Host": f"127.0.0.1:{port}"})
    return connection.getresponse()


def waited(source: Path, number: int, port: int, news: HTTPResponse) -> float:
    """Seconds from saving an edit until the page with it is here."""
    sentence = f"Sentence number {number}."
    text = f"{source.read_text(encoding='utf-8')}\n{sentence}\n"
    started = perf_counter()
    source.write_text(text, encoding="utf-8", newline="\n")
    while news.readline():
        if sentence in get(port, f"/en/projects/{source.parent.name}/").read().decode():
            return perf_counter() - started
    raise SystemExit("the preview has ended")


def main() -> int:
    """Prints the median, the shortest and the longest."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pages", type=int, default=999, metavar="N", help="projects times three")
    parser.add_argument("--edits", type=int, default=15, metavar="N")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="preview-") as scratch:
        corpus.write(Path(scratch, "content"), options.pages)
        pages = sorted(Path(scratch, "content", "projects").glob("*/index.en.md"))
        with served(Path(scratch)) as port, get(port, "/_changes") as news:
            times = []
            for number in range(options.edits):
                sleep(PAUSE)
                times.append(waited(pages[number % len(pages)], number, port, news))
    print(f"{options.pages} pages, {len(times)} edits: median {median(times) * 1000:.0f} ms,", end=" ")
    print(f"shortest {min(times) * 1000:.0f}, longest {max(times) * 1000:.0f}; target {TARGET * 1000:.0f}")
    return int(median(times) > TARGET)


if __name__ == "__main__":
    sys.exit(main())
