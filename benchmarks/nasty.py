"""What nasty files cost: each alone, against the limits that the program promises (2 s and 500 MB).

    python benchmarks/nasty.py [PART OF A NAME]

Prints the dearest first, as parts of the limits, and beside them what an ordinary page of 100 KB costs. The same files
are answered in tests/read/test_nasty.py, where no time decides.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.read.nasty import NASTY, ORDINARY  # noqa: E402

SECONDS, MEGABYTES = 2.0, 500
SHOWN = 40


def measured(name: str) -> dict[str, Any]:
    """What one file cost; a file without an answer costs everything."""
    command = [sys.executable, "-m", "tests.read.nasty", name]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    lost = {"name": name, "seconds": float("inf"), "megabytes": 0, "codes": [done.stderr[-200:]], "problems": 0}
    return json.loads(done.stdout) if done.returncode == 0 else lost


def line(cost: dict[str, Any]) -> str:
    """One row of the table."""
    time, space = cost["seconds"] / SECONDS, cost["megabytes"] / MEGABYTES
    return f"{time:6.0%} {space:6.0%}  {cost['name']}  {' '.join(cost['codes'])} ({cost['problems']})"


def main(part: str = "") -> None:
    """Measures all files whose names have the part in them."""
    print("  time memory  file")
    print(line(measured(ORDINARY)))
    costs = sorted((measured(name) for name in NASTY if part in name), key=lambda cost: -float(cost["seconds"]))
    print(*map(line, costs[:SHOWN]), sep="\n")
    over = [cost for cost in costs if cost["seconds"] > SECONDS or cost["megabytes"] > MEGABYTES]
    print(f"{len(costs)} files, {len(over)} beyond a limit")


if __name__ == "__main__":
    main(*sys.argv[1:])
