"""What the checks cost: builds of one site with all checks and with none, in turns, in one run.

    python benchmarks/check.py [PAGES] [ROUNDS]

The site is the example's projects under new names, numbers and contracts, with everything translated and accepted.
The target: with all checks at most 1.3 times as long as without.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from statistics import median
from time import process_time
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from sitegen import checks  # noqa: E402
from sitegen.builder import flow, pages  # noqa: E402
from sitegen.builder.order import Order  # noqa: E402
from sitegen.checks import PAGE_CHECKS, PROOFS, SITE_CHECKS  # noqa: E402

NOW = datetime.fromisoformat("2026-11-22T12:00")
TARGET = 1.3


def corpus(content: Path, projects: int) -> None:
    """So many projects, copied from the example's by turns; their events and news come along."""
    shutil.copytree(ROOT / "content", content)
    originals = sorted((content / "projects").iterdir())
    lock = (content / "translations.lock").read_text(encoding="utf-8").splitlines()
    lines = list(lock)
    for number in range(projects - len(originals)):
        original = originals[number % len(originals)]
        copy = content / "projects" / f"{original.name}-{number}"
        shutil.copytree(original, copy)
        lines += [
            line.replace(f"projects/{original.name}", f"projects/{copy.name}", 1)
            for line in lock
            if line.startswith(f"projects/{original.name}")
        ]
        for source in copy.glob("index.*.md"):
            text = source.read_text(encoding="utf-8")
            text = re.sub(r"^number: .*$", f"number: {1000 + number}", text, flags=re.MULTILINE)
            text = re.sub(r"^slug: (.*)$", rf"slug: \1-{number}", text, flags=re.MULTILINE)
            source.write_text(text, encoding="utf-8", newline="\n")
    (content / "translations.lock").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def seconds(content: Path, *, checked: bool) -> float:
    """CPU seconds of one build in memory, in one process."""
    with (
        patch.object(pages, "PAGE_CHECKS", PAGE_CHECKS if checked else ()),
        patch.object(flow, "SITE_CHECKS", SITE_CHECKS if checked else ()),
        patch.object(checks, "PROOFS", PROOFS if checked else ()),
    ):
        started = process_time()
        outcome = flow.build(Order(content=content, now=NOW))
        spent = process_time() - started
    assert not outcome.has_errors, [f"{p.at} {p.code}" for p in outcome.problems if p.is_error][:5]
    return spent


def main(size: int, rounds: int) -> int:
    """Prints the medians and the ratio."""
    with tempfile.TemporaryDirectory() as scratch:
        content = Path(scratch) / "content"
        corpus(content, size // 3)
        pairs = [(seconds(content, checked=False), seconds(content, checked=True)) for _ in range(rounds)]
    without, whole = (median(times) for times in zip(*pairs, strict=True))
    ratio = median(b / a for a, b in pairs)
    print(f"{size // 3} projects in three languages: {without:.2f} s without checks, {whole:.2f} s with all of them")
    print(f"ratio {ratio:.2f}, target {TARGET}")
    return int(ratio > TARGET)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, int(sys.argv[2]) if len(sys.argv) > 2 else 3))
