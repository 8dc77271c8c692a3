#!/usr/bin/env python3
"""The front step: makes `.venv` from the lock files when it must, then hands over to sitegen or to its tests.

Standard library only, and that sparingly: all that a command waits for here is one look at a stamp.
Why it is made like this: docs/decisions/0001-front-step.md.
"""

import os
import sys


def say(bulgarian: str, english: str) -> None:
    """Print one line to standard error, in UTF-8 whatever the terminal believes."""
    sys.stderr.buffer.write(f"sitegen: {bulgarian} / {english}\n".encode())
    sys.stderr.flush()


if sys.version_info < (3, 11):  # noqa: UP036 # an old Python comes this far; the rest it must only parse
    FOUND = ".".join(map(str, sys.version_info[:3]))
    say(f"нужен е Python 3.11 или по-нов, а този е {FOUND}", f"Python 3.11 or newer needed, this is {FOUND}")
    sys.exit(2)

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
STAMP = os.path.join(VENV, "stamp")  # the version of Python, then the lock files installed, word for word
VERSION = "Python {}.{}\n".format(*sys.version_info).encode()


def main(arguments: list[str]) -> int:
    """Hand over to sitegen; for `test` to pytest: the quick tests, or all of them with `--long`."""
    if arguments[:1] != ["test"]:
        prepare("requirements.lock")
        return run("sitegen", *arguments)
    prepare("requirements.lock", "requirements-dev.lock")
    os.chdir(ROOT)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # the tests start the program hundreds of times
    twice = str(2 * (os.cpu_count() or 1))  # half of what is long waits for servers
    chosen = ["-n", twice] if "--long" in arguments else ["-n", "auto", "-m", "not long"]
    chosen += ["--dist", "worksteal"]  # the last tests take longest, and nobody is left alone with them
    return run("pytest", *chosen, *(word for word in arguments[1:] if word != "--long"))


def prepare(*locks: str) -> None:
    """See to it that `.venv` holds what the lock files say; the last of them includes the others."""
    wanted = VERSION + b"".join(content(os.path.join(ROOT, lock)) for lock in locks)
    if is_ready(wanted):
        return
    say(f"подготвям средата .venv по {locks[-1]}", f"preparing .venv from {locks[-1]}")
    try:
        with open(VENV + ".lock", "w") as turn:
            wait_for(turn.fileno())
            if not is_ready(wanted):  # unless the run we waited for did it
                install(os.path.join(ROOT, locks[-1]), wanted)
    except (ImportError, OSError, ValueError) as error:
        say("средата не е готова", f".venv is not ready: {error}")
        sys.exit(1)


def content(path: str) -> bytes:
    """The bytes of a file."""
    with open(path, "rb") as file:
        return file.read()


def is_ready(wanted: bytes) -> bool:
    """Whether `.venv` has at least what is wanted: the developers' one is good for building too."""
    return os.path.exists(PYTHON) and os.path.exists(STAMP) and content(STAMP).startswith(wanted)


def wait_for(turn: int) -> None:
    """Lock an open file; the system unlocks it when this run and its installer end, however they end."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(turn, msvcrt.LK_LOCK, 1)  # gives up after ten seconds, with an error that we tell
    else:
        import fcntl

        fcntl.flock(turn, fcntl.LOCK_EX)
        os.set_inheritable(turn, True)


def install(lock: str, wanted: bytes) -> None:
    """Install a lock file. The stamp goes first and comes last: what is half done never passes for ready."""
    import sysconfig
    import venv

    if is_ready(VERSION):
        os.remove(STAMP)
    else:
        venv.create(VENV, clear=True, symlinks=os.name != "nt")
    execute(*installer(), "--quiet", "--require-hashes", "-r", lock)
    site = sysconfig.get_path("purelib", "venv", {"base": VENV, "platbase": VENV})
    with open(os.path.join(site, "checkout.pth"), "w") as path, open(STAMP, "wb") as stamp:
        path.write(os.path.relpath(ROOT, site))  # relative, so that the checkout may be moved
        stamp.write(wanted)


def installer() -> tuple[str, ...]:
    """The command that installs into `.venv`: uv, else the pip of this Python, else a pip unpacked there."""
    import shutil
    from importlib.util import find_spec

    uv = shutil.which("uv")
    if uv:
        return (uv, "pip", "install", "--python", PYTHON)
    if find_spec("pip"):
        return (sys.executable, "-m", "pip", "--python", PYTHON, "--disable-pip-version-check", "install")
    if not find_spec("ensurepip"):
        raise ModuleNotFoundError("инсталирайте пакета python3-pip / install the package python3-pip")
    execute(PYTHON, "-m", "ensurepip")
    return (PYTHON, "-m", "pip", "--disable-pip-version-check", "install")


def execute(*command: str) -> None:
    """Run a step of the set-up; it may complain, but standard output is the program's own."""
    import subprocess

    if subprocess.call(command, env=environment(), stdout=subprocess.DEVNULL, close_fds=False):
        raise ChildProcessError(" ".join(command))


def run(module: str, *arguments: str) -> int:
    """Become `python -m module` of `.venv`; Windows cannot replace a program, there it is waited for."""
    command = [PYTHON, "-P", "-m", module, *arguments]
    if os.name != "nt":
        os.execve(PYTHON, command, environment())
    import subprocess

    return subprocess.call(command, env=environment())


def environment() -> dict[str, str]:
    """The variables for a program in `.venv`: text is UTF-8, and no other Python's folders are searched."""
    foreign = ("PYTHONHOME", "PYTHONPATH")
    return {name: value for name, value in os.environ.items() if name not in foreign} | {"PYTHONUTF8": "1"}


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
