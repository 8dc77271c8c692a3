"""Servers on loopback, each on a free port, each stopping by itself; a proxy that cuts connections; a cautious reader."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

PATIENCE = 20.0
"""Seconds until a server that does not answer has failed to start."""
CHUNK = 1 << 14


def needed(*programs: str) -> None:
    """Skips where a program is missing; where CI runs, that is a failure."""
    missing = [name for name in programs if shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin") is None]
    if missing and os.environ.get("CI") == "true":
        pytest.fail(f"not installed: {', '.join(missing)}")
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


def free_port() -> int:
    """A port of loopback that nobody listens at."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def await_answer(port: int) -> None:
    """Waits until somebody listens at a port."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            assert time.monotonic() < until, f"nobody listens at {port}"
            time.sleep(0.02)
        else:
            return


# ── SSH ─────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class SshServer:
    """An sshd of our own."""

    port: int
    key: Path
    known_hosts: Path

    def settings(self, place: Path, port: int | None = None) -> str:
        """The target in site.yaml."""
        return (
            f"{{type: ssh, host: 127.0.0.1, port: {port or self.port}, path: '{place}', "
            f"key_file: '{self.key}', known_hosts_file: '{self.known_hosts}'}}"
        )


SSHD = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/authorized
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
MaxStartups 100
"""


@contextmanager
def ssh_server(folder: Path, *, sftp: str = "internal-sftp") -> Iterator[SshServer]:
    """An sshd with its own keys, run as whoever runs the tests; `sftp` is what speaks SFTP there, "" for nothing."""
    needed("sshd", "ssh", "ssh-keygen", "rsync")
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    shutil.copy(folder / "user.pub", folder / "authorized")
    port = free_port()
    known = folder / "known_hosts"
    host_key = " ".join((folder / "host.pub").read_text().split()[:2])
    known.write_text(f"[127.0.0.1]:* {host_key}\n127.0.0.1 {host_key}\n")
    config = SSHD.format(port=port, folder=folder)
    (folder / "sshd_config").write_text(config + (f"Subsystem sftp {sftp}\n" if sftp else ""))
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    sshd = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin")
    assert sshd
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([sshd, "-D", "-e", "-f", folder / "sshd_config"], stderr=log)
        try:
            await_answer(port)
            yield SshServer(port, folder / "user", known)
        finally:
            process.terminate()
            process.wait()


# ── a small disk ────────────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def small_disk(place: Path, kilobytes: int) -> Iterator[Path]:
    """A disk of so many KiB; skips where nobody may make one."""
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may make a small disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


# ── a cutting proxy ─────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class Proxy:
    """A TCP proxy that lets so many bytes pass, in both directions and all connections together, then cuts them all."""

    to: int
    left: int | None = None
    """Bytes that may still pass; None cuts nothing."""
    passed: int = 0
    port: int = 0
    cuts: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False)
    open: set[socket.socket] = field(default_factory=set, repr=False)

    def allow(self, size: int | None) -> None:
        """From now on so many bytes pass; None stands for any number."""
        with self.lock:
            self.left, self.passed = size, 0

    def take(self, size: int) -> int:
        """How many of so many bytes may pass."""
        with self.lock:
            allowed = size if self.left is None else max(0, min(size, self.left))
            self.passed += allowed
            if self.left is not None:
                self.left -= allowed
            return allowed

    def serve(self, listener: socket.socket) -> None:
        """Accepts until the listener is closed."""
        while True:
            try:
                near, _ = listener.accept()
            except OSError:
                return
            if self.left == 0:
                near.close()
                continue
            try:
                far = socket.create_connection(("127.0.0.1", self.beyond(listener)))
            except OSError:
                near.close()
                continue
            self.join(near, far)
            for one, other in ((near, far), (far, near)):
                threading.Thread(target=self.pump, args=(one, other), daemon=True).start()

    def beyond(self, listener: socket.socket) -> int:
        """The port behind the one that is listened at."""
        return self.to

    def join(self, near: socket.socket, far: socket.socket) -> None:
        """Notes two connections that are one."""
        self.open |= {near, far}

    def pump(self, one: socket.socket, other: socket.socket) -> None:
        """Passes on what comes from one side."""
        with suppress(OSError):
            while data := one.recv(CHUNK):
                allowed = self.take(len(data))
                other.sendall(data[:allowed])
                if allowed < len(data):
                    self.cut()
                    return
        for side in (one, other):
            with suppress(OSError):
                side.shutdown(socket.SHUT_RDWR)

    def cut(self) -> None:
        """Ends all connections at once."""
        self.cuts += 1
        for side in list(self.open):
            with suppress(OSError):
                side.shutdown(socket.SHUT_RDWR)
            side.close()
        self.open.clear()


@contextmanager
def cutting(to: int, bytes_left: int | None = None) -> Iterator[Proxy]:
    """A proxy in front of a port."""
    proxy = Proxy(to, bytes_left)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        proxy.port = listener.getsockname()[1]
        threading.Thread(target=proxy.serve, args=(listener,), daemon=True).start()
        try:
            yield proxy
        finally:
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            proxy.cut()
