"""Programs: rsync, ssh and git do the work; what they say in English becomes a complaint with advice."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from tempfile import TemporaryFile

from sitegen.problems import Mistake
from sitegen.publish import faults

FILE_ERROR = 11
"""Of rsync: "error in file IO"; mostly there is no room."""
SAID = 300
"""Characters of what a program says that a complaint quotes: its last lines."""


@dataclass(frozen=True, kw_only=True)
class Ended(Exception):
    """A program that failed."""

    program: str
    status: int
    said: str
    """On standard error."""


def run(
    command: Sequence[str],
    *,
    given: bytes = b"",
    environment: Mapping[str, str] | None = None,
    line: Callable[[str], None] | None = None,
) -> bytes:
    """What a program prints; `line` is called with each line as it comes. Raises Ended.

    No secret may stand in the command, for all users of the machine can read it; in the environment nobody else can.
    """
    with TemporaryFile() as words, TemporaryFile() as source:
        source.write(given)
        source.seek(0)
        process = subprocess.Popen(
            command, stdin=source, stdout=subprocess.PIPE, stderr=words, env=surroundings(environment)
        )
        out: list[bytes] = []
        with process:
            assert process.stdout
            try:
                for text in process.stdout:
                    out.append(text)
                    if line:
                        line(text.decode("utf-8", "surrogateescape").rstrip("\n"))
            except BaseException:
                process.kill()
                raise
        if process.returncode:
            words.seek(0)
            said = words.read().decode("utf-8", "replace")
            raise Ended(program=command[0], status=process.returncode, said=said)
    return b"".join(out)


def hang_up(process: subprocess.Popen[bytes], patience: float) -> None:
    """Ends a program that listens to us: it goes when we say no more, or is killed after so many seconds."""
    assert process.stdin
    with suppress(OSError):
        process.stdin.close()
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for pipe in (process.stdout, process.stderr):
        if pipe:
            pipe.close()


def surroundings(more: Mapping[str, str] | None) -> dict[str, str]:
    """The environment of a program: it speaks English, and nothing asks behind our back."""
    return {**os.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", **(more or {})}


def assert_there(target: str, *names: str) -> None:
    """Raises Mistake NET-09 where a program is not installed."""
    for name in names:
        if shutil.which(name) is None:
            raise faults.no_tool(target, name)


IDENTITY = r"Host key verification failed|REMOTE HOST IDENTIFICATION|host key is known|HOST KEY|certificate"
NO_ROOM = r"No space left|Disk quota exceeded|\bENOSPC\b|File too large"
NOT_LET_IN = (
    r"Permission denied \([a-z]|Permission denied, please|Authentication failed|Too many authentication"
    r"|could not read (Username|Password)|Load key|terminal prompts disabled|HTTP (401|403)|Access denied"
)
NO_ANSWER = (
    r"Connection refused|Connection timed out|Operation timed out|Could not resolve|No route to host|not known"
    r"|Network is unreachable|does not appear to be a git repository|Repository not found|kex_exchange_identification"
)
NOT_ALLOWED = (
    r"Permission denied|Read-only file system|Operation not permitted|Not a directory|cannot create|pre-receive"
    r"|protected branch|unpacker error|insufficient permission|remote rejected"
)
BROKEN = (
    r"connection unexpectedly closed|Connection (closed|reset)|closed by remote|Broken pipe|unexpected end|hung up"
    r"|early EOF|unexpected disconnect|Corrupted MAC|Bad packet|mac check|message authentication code|timeout in data"
    r"|protocol error|padding error|lost connection|error in rsync protocol|client_loop"
)
NO_RSYNC = r"rsync: (command )?not found|rsync: not found"
Fault = Callable[[str, str, str], Mistake]
"""From target, place and what the program said."""
SIGNS: tuple[tuple[str, Fault], ...] = (
    (IDENTITY, faults.unknown_host),
    (NO_ROOM, lambda target, _, said: faults.full(target, said)),
    (NOT_LET_IN, faults.refused),
    (NO_ANSWER, faults.unreachable),
    (NOT_ALLOWED, faults.forbidden),
    (NO_RSYNC, lambda target, _, __: faults.no_tool(target, "rsync")),
    (BROKEN, lambda target, _, said: faults.cut(target, said)),
)
"""What programs say, and what it means; the first that fits."""


def complaint(ended: Ended, target: str, where: str) -> Mistake:
    """The complaint about a program that failed."""
    said = last_words(ended.said) or f"{ended.program}, status {ended.status}"
    for pattern, fault in SIGNS:
        if re.search(pattern, ended.said):
            return fault(target, where, said)
    if ended.program == "rsync" and ended.status == FILE_ERROR:  # its words may be lost on the way
        return faults.full(target, said)
    if ended.status in (255, 12, 30, 35) or ended.status < 0:  # ssh, and rsync without an answer
        return faults.cut(target, said)
    return faults.failed(target, said)


def last_words(said: str) -> str:
    """The end of what a program says, as one line."""
    lines = [line.strip() for line in said.splitlines() if line.strip() and not line.startswith(("@@@", "debug"))]
    return " / ".join(lines)[-SAID:]
