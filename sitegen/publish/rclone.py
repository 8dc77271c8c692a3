"""rclone: one process for a whole publication. It listens on loopback, behind a password that only the two of us know.

A process a file would take longer to start than to send, and one for all files could not tell each its own headers.
"""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from secrets import token_urlsafe
from threading import Event, Thread
from typing import Any

from sitegen.publish import faults
from sitegen.publish.programs import Ended, hang_up, last_words, run

OLDEST = (1, 55)
"""The version that learned to take headers with a single file."""
STARTS_IN = 30.0
"""Seconds until it listens."""
LONGEST = 6 * 3600.0
"""Seconds for one file: rclone itself gives up a line that is silent for a minute."""
ENDS_IN = 5.0
"""Seconds until it has gone."""
SERVES = re.compile(r"Serving remote control on http://127\.0\.0\.1:(\d+)/")
GUARD = """
import os, subprocess, sys, threading
rclone = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)
threading.Thread(target=lambda: (os.read(0, 1), rclone.terminate()), daemon=True).start()
os._exit(rclone.wait() & 0xFF)
"""
"""Ends rclone when we are gone, however we ended: it knows a password. (A shell would lose variables like `A-B`.)"""
NOT_OURS = re.compile(
    r"RCLONE_(?:RC_.*|DRY_RUN|INTERACTIVE|IMMUTABLE|LOG_.*|VERBOSE|QUIET|USE_JSON_LOG|SYSLOG.*)|AWS_CA_BUNDLE"
)
"""What a user's environment tells rclone for other purposes."""
MANNERS = {
    "RCLONE_ASK_PASSWORD": "false",
    "RCLONE_CONTIMEOUT": "20s",
    "RCLONE_TIMEOUT": "60s",
    "RCLONE_LOW_LEVEL_RETRIES": "2",
}
SPOKEN = 40
"""Lines of its log that are kept."""


class Refused(Exception):
    """rclone could not do it."""

    def __init__(self, status: int, said: str) -> None:
        super().__init__(said)
        self.status, self.said = status, said


class Rclone:
    """The running program."""

    def __init__(self, process: subprocess.Popen[bytes], user: str, password: str) -> None:
        self.process = process
        self.key = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
        self.port, self.listens = 0, Event()
        self.log: deque[str] = deque(maxlen=SPOKEN)
        self.hearing = Thread(target=self.hear, daemon=True)
        self.hearing.start()

    def hear(self) -> None:
        """Reads what it says, to its end."""
        assert self.process.stderr
        with suppress(OSError, ValueError):
            for line in self.process.stderr:
                self.log.append(line.decode("utf-8", "replace"))
                if found := SERVES.search(self.log[-1]):
                    self.port = int(found[1])
                    self.listens.set()
        self.listens.set()

    def ended(self) -> Ended:
        """What it said last: its line breaks before all its words are heard."""
        self.hearing.join(ENDS_IN)
        return Ended(program="rclone", status=self.process.poll() or -1, said="".join(self.log))

    def ask(self, what: str, **parameters: Any) -> dict[str, Any]:
        """Its answer; raises Refused, and Ended where it is gone."""
        line = HTTPConnection("127.0.0.1", self.port, timeout=LONGEST)
        try:
            headers = {"Authorization": self.key, "Content-Type": "application/json"}
            line.request("POST", f"/{what}", json.dumps(parameters).encode(), headers)
            answer = line.getresponse()
            found: dict[str, Any] = json.loads(answer.read())
        except (OSError, HTTPException, ValueError) as error:
            raise self.ended() from error
        finally:
            line.close()
        if answer.status != 200:
            raise Refused(answer.status, str(found.get("error", answer.status)))
        return found


@contextmanager
def running(target: str, environment: Mapping[str, str]) -> Iterator[Rclone]:
    """A running rclone, with remotes and secrets in its environment alone; raises Mistake."""
    user, password = token_urlsafe(), token_urlsafe()
    process = subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", GUARD, "rclone", "rcd", "--rc-addr=127.0.0.1:0"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=surroundings({**environment, **MANNERS, "RCLONE_RC_USER": user, "RCLONE_RC_PASS": password}),
        start_new_session=True,  # Ctrl-C is for us: the lock is still to be given back
    )
    try:
        rclone = Rclone(process, user, password)
        rclone.listens.wait(STARTS_IN)
        if not rclone.port:
            raise faults.failed(target, last_words(rclone.ended().said))
        assert_new_enough(target, rclone)
        yield rclone
    finally:
        hang_up(process, ENDS_IN)


def surroundings(more: Mapping[str, str]) -> dict[str, str]:
    """Its environment: ours, but for what would turn it from its work."""
    ours = {name: value for name, value in os.environ.items() if not NOT_OURS.fullmatch(name)}
    authorities = os.environ.get("AWS_CA_BUNDLE")  # rclone fails on the variable, and has one of its own
    return {**ours, **({"RCLONE_CA_CERT": authorities} if authorities else {}), **more}


def assert_new_enough(target: str, rclone: Rclone) -> None:
    """Raises Mistake where rclone is too old."""
    try:
        version = rclone.ask("core/version").get("decomposed", [])
    except Ended as ended:
        raise faults.failed(target, last_words(ended.said)) from None
    if tuple(version) < OLDEST:
        raise faults.no_tool(target, f"rclone {'.'.join(map(str, OLDEST))}+")


def obscured(password: str) -> str:
    """A password as rclone wants it in its settings; anybody can undo it. Raises Ended."""
    return run(["rclone", "obscure", "-"], given=password.encode()).decode().strip()
