"""Servers that rclone plays: SFTP and WebDAV, each with a password, in front of a folder."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.publish.servers import await_answer, free_port, needed

USER, PASSWORD = "editor", "мусака-4711 $(x)"


@dataclass(frozen=True)
class Served:
    """A server, and the folder that it shows."""

    port: int
    place: Path
    host_key: str = ""
    """Of SFTP: type and key."""


@contextmanager
def rclone_serve(protocol: str, place: Path, room: Path, *options: str) -> Iterator[Served]:
    """`rclone serve`; what it needs for itself lies in a room of its own."""
    needed("rclone", "ssh-keygen")
    room.mkdir(parents=True, exist_ok=True)
    port, key = free_port(), room / "host"
    secrets = {"RCLONE_USER": USER, "RCLONE_PASS": PASSWORD, "RCLONE_CONFIG": os.devnull}
    if protocol == "sftp":
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
        options = (*options, f"--key={key}")
    command = ["rclone", "serve", protocol, str(place), f"--addr=127.0.0.1:{port}", "--dir-cache-time=0", *options]
    with (room / "log").open("wb") as log:
        process = subprocess.Popen(command, env=os.environ | secrets, stderr=log, stdout=log)
        try:
            await_answer(port)
            shown = " ".join(key.with_suffix(".pub").read_text().split()[:2]) if protocol == "sftp" else ""
            yield Served(port, place, shown)
        finally:
            process.terminate()
            process.wait()


@contextmanager
def watched_processes() -> Iterator[set[str]]:
    """Every command line that anybody on this machine can see meanwhile; where there is no /proc, the test is skipped."""
    proc = Path("/proc")
    if not (proc / "self/cmdline").exists():
        pytest.skip("no /proc here")
    seen: set[str] = set()
    stop = threading.Event()

    def watch() -> None:
        while not stop.is_set():
            for place in proc.glob("[0-9]*/cmdline"):
                with suppress(OSError):
                    seen.add(place.read_bytes().replace(b"\0", b" ").decode("utf-8", "replace"))

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield seen
    finally:
        stop.set()
        thread.join()
