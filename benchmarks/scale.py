"""Ours alone at growing sizes: whether the time for a page stays the same, and how memory and output grow.

    python benchmarks/scale.py [--pages N …] [--runs N]

Sizes take turns within a run. What counts are the ratios to the first size: time for a page at most 1.3, memory at most
150 MiB at 9,999 pages and 10 KB for each page beyond. 99,999 pages are measured when asked for: `--pages 99 99999`.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import corpus  # noqa: E402 - the checkout is put on the path first
from benchmarks.measure import Run, peak, timed  # noqa: E402

SIZES = (99, 999, 9999)
BUILD = (sys.executable, "-m", "sitegen", "build", "--quiet")
ENVIRONMENT = {"PYTHONPATH": str(ROOT)}
HEADS = ("pages", "ms a page", "CPU ms a page", "ratio", "nothing changed s", "peak MiB", "output MiB", "KiB a page")


@dataclass
class Size:
    """A site of one size."""

    pages: int
    site: Path
    memory: int = 0
    """Bytes."""
    output: int = 0
    """Bytes."""
    cold: list[Run] = field(default_factory=list)
    same: list[Run] = field(default_factory=list)

    def clear(self) -> None:
        """Leaves the content alone."""
        for entry in self.site.iterdir():
            if entry.name != "content":
                shutil.rmtree(entry)

    def weigh(self) -> None:
        """Memory and output of a cold build."""
        self.memory = peak(BUILD, self.site, ENVIRONMENT)
        self.output = sum(path.stat().st_size for path in (self.site / "output").rglob("*") if path.is_file())

    def measure(self) -> None:
        """Once cold and once with nothing changed."""
        self.clear()
        self.cold.append(timed(BUILD, self.site, ENVIRONMENT))
        self.same.append(timed(BUILD, self.site, ENVIRONMENT))


def row(size: Size, first: Size) -> tuple[str, ...]:
    """A size's figures."""
    ratios = (a.wall / size.pages / (b.wall / first.pages) for a, b in zip(size.cold, first.cold, strict=True))
    return (
        f"{size.pages:,}",
        f"{1000 * median(run.wall for run in size.cold) / size.pages:.2f}",
        f"{1000 * median(run.cpu for run in size.cold) / size.pages:.2f}",
        f"{median(ratios):.2f}",
        f"{median(run.wall for run in size.same):.3f}",
        f"{size.memory / 2**20:,.0f}",
        f"{size.output / 2**20:,.0f}",
        f"{size.output / 2**10 / size.pages:.1f}",
    )


def main() -> None:
    """Measures and prints a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, nargs="+", default=SIZES, metavar="N", help="projects times three")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="scale-") as scratch:
        sizes = [Size(pages - pages % 3, Path(scratch, str(pages))) for pages in options.pages]
        for size in sizes:
            corpus.write(size.site / "content", size.pages)
            size.weigh()
        for _ in range(options.runs):
            for size in sizes:
                size.measure()
        for cells in (HEADS, ["---:"] * len(HEADS), *(row(size, sizes[0]) for size in sizes)):
            print("| " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
