"""Whole processes, measured from outside: seconds on the clock, seconds of all processors, peak of memory. Linux.

Times come from the kernel's account of the process and of all that it waited for. The peak is that of the whole tree of
processes: their proportional set sizes (shared pages are counted once) are added up every 10 ms, and the largest sum
counts, at least the largest resident set that the kernel saw. Looking costs time, so memory has runs of its own.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

PAUSE = 0.01
"""Seconds between two looks at the memory."""
KIB = 1024
WITHOUT = "PYTHONDONTWRITEBYTECODE"
"""Emptied: programs of Python keep what they compile, as they do on everybody's machine."""


@dataclass(frozen=True)
class Run:
    """What one run of a command took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of all processors together."""


def timed(command: Sequence[str], folder: Path, environment: dict[str, str] | None = None) -> Run:
    """Runs a command that must succeed, undisturbed."""
    started = perf_counter()
    process = begun(command, folder, environment)
    _, status, usage = os.wait4(process.pid, 0)
    wall = perf_counter() - started
    ended(process, status, command, folder)
    return Run(wall, usage.ru_utime + usage.ru_stime)


def peak(command: Sequence[str], folder: Path, environment: dict[str, str] | None = None) -> int:
    """Runs a command that must succeed; the most memory, in bytes, that it and its children had at one time."""
    process = begun(command, folder, environment)
    most, pid = 0, 0
    while not pid:
        most = max(most, sum(proportional(one) for one in tree(process.pid)))
        sleep(PAUSE)
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
    ended(process, status, command, folder)
    return max(most, usage.ru_maxrss * KIB)


def begun(command: Sequence[str], folder: Path, environment: dict[str, str] | None) -> subprocess.Popen[bytes]:
    """A process whose words go into a file beside its folder."""
    with said(folder).open("wb") as words:
        return subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **(environment or {}), WITHOUT: ""},
            stdin=subprocess.DEVNULL,
            stdout=words,
            stderr=subprocess.STDOUT,
        )


def ended(process: subprocess.Popen[bytes], status: int, command: Sequence[str], folder: Path) -> None:
    """Takes note of the end; a failure ends all."""
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        words = said(folder).read_text(encoding="utf-8", errors="replace")
        raise SystemExit(f"{' '.join(command)} in {folder} ended with {process.returncode}:\n{words[-3000:]}")


def said(folder: Path) -> Path:
    """The file with what the last command in a folder printed."""
    return folder.with_name(f"{folder.name}.log")


def tree(pid: int) -> Iterator[int]:
    """A process and all below it."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in read(children).split():
            yield from tree(int(child))


def proportional(pid: int) -> int:
    """The proportional set size of a process; 0 when it has ended."""
    lines = read(Path(f"/proc/{pid}/smaps_rollup")).splitlines()
    return next((int(line.split()[1]) * KIB for line in lines if line.startswith("Pss:")), 0)


def read(path: Path) -> str:
    """A file of a process that may end at any time."""
    try:
        return path.read_text(encoding="ascii")
    except OSError:
        return ""
