"""A server with SSH: rsync lets the new site grow beside the old one, out of links where it can; then they switch."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sitegen.model.targets import Ssh
from sitegen.problems import Mistake
from sitegen.publish import faults, lock
from sitegen.publish.examination import Examination
from sitegen.publish.lock import Holder
from sitegen.publish.login import Login
from sitegen.publish.manifest import NOTHING_STANDS, OURS, Manifest, read_manifest, written
from sitegen.publish.plan import Plan, Source
from sitegen.publish.programs import Ended, assert_there, complaint, run
from sitegen.publish.shell import (
    AGAIN,
    CARRY,
    EARLIER,
    EXAMINE,
    FORGET,
    LOCK,
    LOOK,
    SWITCH,
    UNLOCK,
    fed,
    script,
)
from sitegen.publish.standing import Found, Standing
from sitegen.publish.target import Errand, Promise, Publication, Session, Watch

PROMISE = Promise.WHOLE_SITE
DAMAGED = 9
"""The exit status of a script that found other bytes than were sent."""


@contextmanager
def open_target(settings: Ssh, errand: Errand) -> Iterator[Session]:
    """The session; at its end the lock is given back."""
    assert_there(errand.name, "ssh", "rsync")
    with TemporaryDirectory(prefix="sitegen-") as folder:
        session = SshSession(settings, errand, Path(folder))
        try:
            yield session
        finally:
            session.unlock()
            session.hang_up()


class SshSession(Login, Session):
    """The folder at the server and its releases."""

    def __init__(self, settings: Ssh, errand: Errand, folder: Path) -> None:
        super().__init__(settings, errand, folder)
        self.place = settings.path.removeprefix("~/").rstrip("/") or "/"
        self.manifest = NOTHING_STANDS
        self.has_lock = False

    # ── the connection ──────────────────────────────────────────────────────────────────────────────────────

    def ask(self, *parts: str, **values: str) -> bytes:
        """What a script prints at the server; raises Mistake."""
        given = script(self.place, *parts, **values)
        try:
            return run([*self.ssh(), self.settings.host, "sh -s"], given=given, environment=self.environment)
        except Ended as ended:
            if ended.status == DAMAGED:
                raise faults.changed(self.errand.name, OURS) from None
            raise complaint(ended, self.errand.name, self.where) from None

    def hang_up(self) -> None:
        """Ends the connection that the commands share."""
        if (self.folder / "c").exists():
            with suppress(Ended):
                run([*self.ssh(), "-O", "exit", self.settings.host])

    # ── what stands ─────────────────────────────────────────────────────────────────────────────────────────

    def standing(self) -> Standing:
        """The manifest, and all files with digests, or sizes where the server cannot count digests."""
        mark = f"@{self.errand.holder.token}"
        answer = self.ask(LOOK, mark=mark).decode("utf-8", "surrogateescape")
        parts = dict(part.split("\n", 1) for part in answer.split(f"{mark} ")[1:])
        self.manifest = manifest_of(parts["manifest"].encode("utf-8", "surrogateescape"))
        found = dict(file_of(line, self.manifest) for line in parts.get("files", "").splitlines() if line)
        found |= {line.removeprefix("./"): Found(0, "no file") for line in parts.get("others", "").splitlines() if line}
        return Standing(manifest=self.manifest, found=found)

    # ── who is at work ──────────────────────────────────────────────────────────────────────────────────────

    def lock(self, *, break_it: bool) -> None:
        """Takes the lock and tidies up after a cut, or says who has it."""
        mine = self.errand.holder
        text = lock.written(mine).decode()
        other = self.holder(text, "")
        if other is None or other.token != mine.token:
            if other and not break_it and lock.holds_off(other, mine, lock.is_running):
                raise lock.told(self.errand.name, other)
            other = self.holder(text, other.token if other else "any")
        if other is None or other.token != mine.token:
            raise lock.told(self.errand.name, other or mine)
        self.has_lock = True

    def holder(self, text: str, broken: str) -> Holder | None:
        """Who has the lock after an attempt to take it."""
        return lock.read_holder(self.ask(LOCK, lock=text, token=self.errand.holder.token, broken=broken))

    def unlock(self) -> None:
        """Gives the lock back; over a broken connection nobody can."""
        if self.has_lock:
            with suppress(Mistake):
                self.ask(UNLOCK, token=self.errand.holder.token)

    # ── sending ─────────────────────────────────────────────────────────────────────────────────────────────

    def send(self, plan: Plan, watch: Watch) -> None:
        """Lets the new site grow, then puts it in place."""
        watch.begin(len(plan.sends), plan.size)
        stage = self.folder / "stage"
        lay_out(plan, stage)
        self.rsync(stage, plan, watch)
        self.switch(plan)

    def rsync(self, stage: Path, plan: Plan, watch: Watch) -> None:
        """Sends what the server does not have; what an interrupted run has sent is used again."""
        sends = frozenset(plan.sends)

        def line(name: str) -> None:
            if name in sends:
                watch.sent(name, plan.manifest.files[name].size)

        up, _, name = self.place.rpartition("/")
        command = [
            "rsync", "-r", "-L", "-p", "-z", "-s", "--chmod=D755,F644", "--checksum", "--delete",
            "--partial-dir=.sitegen-part", "--timeout=60", "--outbuf=L", "--out-format=%n",
            f"--link-dest=../../{name}",
            "-e", shlex.join(self.ssh()),
            f"{stage}/",
            f"{bracketed(self.settings.host)}:{up}{'/' if '/' in self.place else ''}.{name}.sitegen/new/",
        ]  # fmt: skip
        try:
            run(command, environment=self.environment, line=line)
        except Ended as ended:
            mistake = complaint(ended, self.errand.name, self.where)
            if mistake.code == faults.NO_ROOM:
                with suppress(Mistake):  # what is half there would fill the disk until the next run, for others too
                    self.ask('rm -rf "$store/new"\n')
            raise mistake from None

    def switch(self, plan: Plan) -> None:
        """What stays comes along; what arrived is looked at once more; then the new tree is put in place."""
        stays = [path for path in (*plan.manifest.lingering, *plan.foreign) if "\n" not in path]
        seals = (f"{seal.digest}  {path}" for path, seal in plan.manifest.files.items())
        self.ask(
            CARRY,
            fed("carry", stays),
            "empty_folders\n",
            fed("intact", seals),
            SWITCH,
            FORGET,
            new=plan.manifest.number,
            keep=str(self.settings.keep),
        )

    # ── earlier publications ────────────────────────────────────────────────────────────────────────────────

    def manifests(self) -> list[Manifest]:
        """Those at the server, the newest first."""
        mark = f"@{self.errand.holder.token}"
        parts = self.ask(EARLIER, mark=mark).split(f"{mark} manifest\n".encode())[1:]
        found = {manifest.number: manifest for manifest in map(manifest_of, parts) if manifest.number}
        return [found[number] for number in sorted(found, reverse=True)]

    def publications(self) -> tuple[Publication, ...]:
        """The releases beside the folder."""
        current = self.standing().manifest.number
        return tuple(
            Publication(manifest, tree_of(manifest), is_current=manifest.number == current)
            for manifest in self.manifests()
        )

    def examine(self) -> Examination:
        """A probe beside the site, where the new one would grow; the clock and the room there."""
        words = self.ask(EXAMINE, token=self.errand.holder.token).decode().split()
        clock, free = (int(word) if word.isdecimal() else None for word in (*words, "", "")[:2])
        return Examination(
            is_writable=True,
            clock=None if clock is None else datetime.fromtimestamp(clock, UTC),
            free=None if free is None else free * 1024,
        )

    def restore(self, plan: Plan, publication: Publication, watch: Watch) -> None:
        """Lets an earlier site grow again at the server, and puts it in place: nothing is sent."""
        number = publication.number
        self.ask(
            fed('cat >"$store/list"', plan.manifest.files),
            AGAIN,
            fed(f'cat >"$store/new/{OURS}/manifest.json"', written(plan.manifest).decode().splitlines()),
            new=number,
        )
        self.switch(plan)


def lay_out(plan: Plan, stage: Path) -> None:
    """The new site as rsync shall send it: links to the files, and the manifest."""
    for path, source in plan.tree.items():
        link = stage / path
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(source.disk)
    note = stage / OURS / "manifest.json"
    note.parent.mkdir(parents=True)
    note.write_bytes(written(plan.manifest))


def tree_of(manifest: Manifest) -> dict[str, Source]:
    """The files of a publication that the server has itself."""
    return {
        path: Source(Path(os.devnull), seal, manifest.titles.get(path, "")) for path, seal in manifest.files.items()
    }


def manifest_of(text: bytes) -> Manifest:
    """A manifest that was printed; nothing where there was none."""
    try:
        return read_manifest(text)
    except ValueError:
        return NOTHING_STANDS


def file_of(line: str, manifest: Manifest) -> tuple[str, Found]:
    """A file of a listing: digest or size, then its name; backslashes and line ends in it are masked."""
    is_masked, line = line.startswith("\\"), line.removeprefix("\\")
    first, _, name = line.partition(" ")
    name = name.lstrip(" *").removeprefix("./")
    if is_masked:
        name = re.sub(r"\\(.)", lambda found: {"n": "\n", "r": "\r"}.get(found[1], found[1]), name)
    if len(first) < 64:
        return name, Found(int(first))
    seal = manifest.ours.get(name)
    return name, Found(seal.size if seal and seal.digest == first else -1, first)


def bracketed(host: str) -> str:
    """A host as rsync wants it: an IPv6 address in brackets."""
    return f"[{host}]" if ":" in host else host
