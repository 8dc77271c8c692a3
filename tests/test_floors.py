"""The house: imports go down, never up and never round, as pyproject.toml has it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
LINT = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"


def test_no_import_goes_up_or_round() -> None:
    command = [sys.executable, "-c", LINT, "--no-cache"]
    found = subprocess.run(command, check=False, cwd=CHECKOUT, capture_output=True, text=True, encoding="utf-8")
    assert found.returncode == 0, found.stdout + found.stderr
    assert " kept, 0 broken" in found.stdout


def test_no_import_for_types_alone() -> None:
    files = (CHECKOUT / "sitegen").rglob("*.py")
    assert [str(file) for file in files if "TYPE_CHECKING" in file.read_text(encoding="utf-8")] == []
