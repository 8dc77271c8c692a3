"""The scripts for a server, run here by `sh`: killed at each of their steps, they leave a whole site."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.publish.manifest import OURS, Manifest, Seal, written
from sitegen.publish.shell import CARRY, FORGET, LOCK, LOOK, SWITCH, fed, script

WRAPPED = ("mv", "rm", "ln", "sync", "python3", "perl")
WRAPPER = """\
#!/bin/sh
count=$(($(cat "$STEPS") + 1))
echo $count >"$STEPS"
if [ $count -eq $LAST ]; then kill -9 $PPID; exit 1; fi
exec {program} "$@"
"""
NUMBERS = tuple(f"2026112{day}T080000000000Z-{day}{day}{day}{day}{day}{day}" for day in range(1, 6))
pytestmark = pytest.mark.skipif(os.name == "nt", reason="scripts for POSIX shells")


class Server:
    """A root of a site, and a shell that dies at a step."""

    def __init__(self, root: Path, *, link: bool = False, exchange: bool = True) -> None:
        self.root, self.place, self.store = root, root / "site", root / ".site.sitegen"
        self.tools, self.exchange = root / "tools", exchange
        self.tools.mkdir(parents=True)
        for name in WRAPPED:
            program = shutil.which(name) if exchange or name not in ("python3", "perl") else shutil.which("false")
            if program:
                (self.tools / name).write_text(WRAPPER.format(program=program))
                (self.tools / name).chmod(0o755)
        if link:
            (root / "first").mkdir()
            self.place.symlink_to("first")

    def run(self, *parts: str, last: int = 0, **values: str) -> bool:
        """Runs a script that dies at a step, 0 for never; whether it reached its end."""
        steps = self.root / "steps"
        steps.write_text("0")
        path = f"{self.tools}:{os.environ['PATH']}"
        environment = {**os.environ, "PATH": path, "STEPS": str(steps), "LAST": str(last)}
        given = script(str(self.place), *parts, **values)
        return subprocess.run(["sh", "-s"], input=given, env=environment, check=False).returncode == 0

    def lock(self) -> None:
        (self.store / "lock.json").unlink(missing_ok=True)
        assert self.run(LOCK.replace('cat "$store/lock.json"', ":"), lock='{"token": "t"}', token="t", broken="")

    def grow(self, number: str) -> None:
        new = self.store / "new"
        shutil.rmtree(new, ignore_errors=True)
        (new / OURS).mkdir(parents=True)
        (new / "index.html").write_text(number)
        manifest = Manifest({"index.html": Seal("0" * 64, len(number))}, number=number)
        (new / OURS / "manifest.json").write_bytes(written(manifest))

    def switch(self, number: str, last: int = 0) -> bool:
        return self.run(CARRY, SWITCH, FORGET, last=last, new=number, keep="3")

    def publish(self, number: str, last: int = 0) -> bool:
        self.lock()
        self.grow(number)
        return self.switch(number, last)

    @property
    def stands(self) -> str:
        return (self.place / "index.html").read_text() if (self.place / "index.html").exists() else ""

    def kept(self) -> set[str]:
        trees = [*(self.store / "releases").iterdir(), self.place]
        return {(tree / "index.html").read_text() for tree in trees if (tree / OURS).is_dir()}


@pytest.fixture(params=["exchange", "renames", "link"])
def servers(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    """As many servers as a test asks for."""

    def make() -> Iterator[Server]:
        for at in range(200):
            yield Server(tmp_path / str(at), link=request.param == "link", exchange=request.param == "exchange")

    return make()


@pytest.mark.sample(1)
@pytest.mark.parametrize("act", ["publish", "restore"])
def test_a_server_that_dies_at_any_step_shows_a_whole_site_and_forgets_no_publication(
    servers: Iterator[Server], act: str
) -> None:
    step, is_over = 0, False
    while not is_over:
        step += 1
        server = next(servers)
        assert server.publish(NUMBERS[0])
        assert server.publish(NUMBERS[1])
        number = NUMBERS[2] if act == "publish" else NUMBERS[0]
        is_over = server.publish(number, step)
        between_renames = not server.exchange and not server.place.exists()
        assert between_renames or server.stands in (NUMBERS[1], number), step
        server.lock()
        assert server.stands in (NUMBERS[1], number), step
        assert {NUMBERS[0], NUMBERS[1]} <= server.kept(), step
        if server.stands != number:
            assert number == NUMBERS[0] or number not in server.kept(), step
        assert server.publish(NUMBERS[3])
        assert server.stands == NUMBERS[3]
        assert server.kept() >= {NUMBERS[0], NUMBERS[1], NUMBERS[3]} if act == "restore" else {NUMBERS[1], NUMBERS[3]}
    assert step > 4


def test_only_the_last_are_kept(servers: Iterator[Server]) -> None:
    server = next(servers)
    for number in NUMBERS:
        assert server.publish(number)
    assert server.kept() == set(NUMBERS[-3:])
    assert server.publish(NUMBERS[2])
    assert server.kept() == set(NUMBERS[-3:])


@pytest.mark.parametrize(("half", "broken"), [('{"by": "iv', "any"), ("", "any"), ('{"token": "o"}', '"o"')])
def test_a_lock_is_taken_from_whom_it_should_be_and_from_nobody_else(tmp_path: Path, half: str, broken: str) -> None:
    server = Server(tmp_path)
    file = server.store / "lock.json"
    server.store.mkdir()
    for given, expected in (("", half), ("another", half), (broken, '{"token": "t"}')):
        file.write_text(half)
        assert server.run(LOCK, lock='{"token": "t"}', token="t", broken=given)
        assert file.read_text() == expected


def test_names_that_a_shell_could_take_apart_stay_names(tmp_path: Path) -> None:
    server = Server(tmp_path / "a b'c\"$(touch evil)`touch evil`")
    odd = ["with space.html", "q'uote\".html", "$(touch evil).html", "-rf", "back\\slash.html", "звезда*.html"]
    server.place.mkdir()
    for name in odd:
        (server.place / name).write_text(name)
    server.lock()
    server.grow(NUMBERS[0])
    assert server.run(CARRY, fed("carry", odd), "empty_folders\n", SWITCH, new=NUMBERS[0])
    assert sorted(path.name for path in server.place.iterdir()) == sorted([*odd, "index.html", OURS])
    assert not list(tmp_path.rglob("evil"))
    listing = subprocess.run(
        ["sh", "-s"], input=script(str(server.place), LOOK, mark="@"), capture_output=True, check=True
    )
    assert listing.stdout.decode().count("\n") > len(odd)
