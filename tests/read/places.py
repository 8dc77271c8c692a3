"""Where problems stand: always on a line and in a column that the file has."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sitegen.problems import Mistake, Problem
from sitegen.read.decoding import decode


def inside(problems: Iterable[Problem], root: Path) -> None:
    """Every problem of a file stands on a line of it, and says what to do in words."""
    problems = tuple(problems)
    lines = {path: lines_of(root / path) for path in {problem.at.path for problem in problems}}
    for problem in problems:
        at = problem.at
        assert str(problem.message)
        assert 1 <= at.line <= len(lines[at.path]), problem
        assert 1 <= at.column <= len(lines[at.path][at.line - 1]) + 1, problem


def lines_of(file: Path) -> list[str]:
    """The lines as the reader sees them."""
    data = file.read_bytes() if file.is_file() else b""
    try:
        return decode(data).split("\n")
    except Mistake:
        return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
