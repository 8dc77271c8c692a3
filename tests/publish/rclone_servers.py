"""Servers that rclone plays: SFTP and WebDAV, each with a password, in front of a folder."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

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
