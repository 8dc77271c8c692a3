"""A folder of this machine: the new site grows beside the old one, and the two change places in one step."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import file_digest
from pathlib import Path

from sitegen.builder.exchange import discard
from sitegen.model.targets import Folder
from sitegen.publish import faults, lock
from sitegen.publish.examination import PROBE, Examination
from sitegen.publish.lock import Holder
from sitegen.publish.manifest import OURS, Manifest, written
from sitegen.publish.plan import Plan, Source
from sitegen.publish.releases import Releases
from sitegen.publish.standing import Found, Standing
from sitegen.publish.target import Errand, Promise, Publication, Session, Watch

PROMISE = Promise.WHOLE_SITE
FILE_MODE, FOLDER_MODE = 0o644, 0o755
"""A web server, which is somebody else, has to read them."""


@contextmanager
def open_target(settings: Folder, errand: Errand) -> Iterator[Session]:
    """The session; at its end the lock is given back."""
    session = FolderSession(settings, errand)
    with complaints(errand.name, settings.path):
        if session.place.exists() and not session.place.is_dir():
            raise faults.forbidden(errand.name, settings.path, os.strerror(errno.ENOTDIR))
        try:
            yield session
        finally:
            session.unlock()


class FolderSession(Session):
    """The folder and its releases."""

    def __init__(self, settings: Folder, errand: Errand) -> None:
        self.settings, self.errand = settings, errand
        self.place = Path(os.path.abspath(errand.project / Path(settings.path).expanduser()))  # noqa: PTH100 - it may be a link
        self.releases = Releases(self.place)
        self.lock_file = self.releases.folder / "lock.json"
        self.has_lock = False

    def standing(self) -> Standing:
        """The manifest, and all files with their digests."""
        manifest = self.releases.manifest(self.place)
        return Standing(manifest=manifest, found=dict(found_in(self.place, manifest)))

    # ── who is at work ──────────────────────────────────────────────────────────────────────────────────────

    def lock(self, *, break_it: bool) -> None:
        """Takes the lock and tidies up after a crash, or says who has it."""
        mine = self.errand.holder
        self.releases.folder.mkdir(parents=True, exist_ok=True)
        if not self.create_lock(mine):
            other = lock.read_holder(self.lock_file.read_bytes())
            if other and not break_it and lock.holds_off(other, mine, lock.is_running):
                raise lock.told(self.errand.name, other)
            self.lock_file.unlink(missing_ok=True)
            if not self.create_lock(mine):
                raise lock.told(self.errand.name, lock.read_holder(self.lock_file.read_bytes()) or mine)
        self.has_lock = True
        self.releases.recover()

    def create_lock(self, mine: Holder) -> bool:
        """Writes the lock where there is none; whether it did."""
        try:
            with self.lock_file.open("xb") as file:
                file.write(lock.written(mine))
        except FileExistsError:
            return False
        return True

    def unlock(self) -> None:
        """Gives the lock back."""
        if self.has_lock:
            with suppress(OSError):
                holder = lock.read_holder(self.lock_file.read_bytes())
                if holder and holder.token == self.errand.holder.token:
                    self.lock_file.unlink()

    # ── sending ─────────────────────────────────────────────────────────────────────────────────────────────

    def send(self, plan: Plan, watch: Watch) -> None:
        """Lets the new site grow, then puts it in place."""
        if plan.manifest.number == plan.before.manifest.number:
            return
        watch.begin(len(plan.sends), plan.size)
        try:
            self.grow(self.releases.new, plan, watch)
        except OSError as error:
            if error.errno in NO_ROOM:  # what is half there would fill the disk until the next run, for others too
                discard(self.releases.new)
            raise
        self.releases.switch(plan.manifest.number)
        self.releases.forget(self.settings.keep)

    def grow(self, new: Path, plan: Plan, watch: Watch) -> None:
        """Makes the tree of the new site; what an interrupted run has left in it is used again."""
        keep_what_fits(new, plan.manifest)
        new.mkdir(exist_ok=True)
        new.chmod(FOLDER_MODE)
        sends = frozenset(plan.sends)
        for path, source in plan.tree.items():
            if path in sends:
                self.copy(path, source, new / path)
                watch.sent(path, source.seal.size)
            else:
                link(self.place / path, new / path)
        for path in (*plan.manifest.lingering, *plan.foreign):
            link(self.place / path, new / path)
        carry_empty_folders(self.place, new)
        note = new / OURS / "manifest.json"
        make_folder(note.parent)
        note.write_bytes(written(plan.manifest))

    def copy(self, path: str, source: Source, target: Path) -> None:
        """Copies a file of the site; one that an interrupted run has copied stays."""
        if target.exists():
            return
        make_folder(target.parent)
        half = target.with_name(f".{target.name[:80]}.sitegen-part")
        shutil.copyfile(source.disk, half)
        if digest_of(half) != source.seal.digest:
            raise faults.changed(self.errand.name, path)
        half.chmod(FILE_MODE)
        half.rename(target)

    # ── earlier publications ────────────────────────────────────────────────────────────────────────────────

    def publications(self) -> tuple[Publication, ...]:
        """The releases beside the folder."""
        current = self.releases.manifest(self.place).number
        return tuple(
            Publication(
                manifest, tree_of(manifest, self.releases.tree(manifest.number)), is_current=manifest.number == current
            )
            for manifest in self.releases.earlier()
        )

    def examine(self) -> Examination:
        """A probe beside the site, where the new one would grow; the room on its disk."""
        above = next(folder for folder in self.place.parents if folder.is_dir())
        probe = above / f".{self.errand.holder.token}-{PROBE}"
        renamed = probe.with_suffix(".renamed")
        try:
            probe.write_bytes(b"sitegen doctor\n")
            probe.rename(renamed)
        finally:
            probe.unlink(missing_ok=True)
            renamed.unlink(missing_ok=True)
        return Examination(is_writable=True, free=shutil.disk_usage(above).free)

    def restore(self, plan: Plan, publication: Publication, watch: Watch) -> None:
        """Lets the site of a release grow anew, with the files of others that stand there now, and puts it in place."""
        self.send(plan, watch)


def tree_of(manifest: Manifest, folder: Path) -> dict[str, Source]:
    """The files of a publication, in the folder of its release."""
    return {path: Source(folder / path, seal, manifest.titles.get(path, "")) for path, seal in manifest.files.items()}


# ── files ───────────────────────────────────────────────────────────────────────────────────────────────────


def found_in(place: Path, manifest: Manifest) -> Iterator[tuple[str, Found]]:
    """All files of a tree; the content of those that could be ours is looked at."""
    ours = manifest.ours
    for path, entry in walk(str(place)):
        size = entry.stat(follow_symlinks=False).st_size
        if entry.is_symlink() or not entry.is_file():
            yield path, Found(size, "no file")
        elif path in ours and ours[path].size != size:
            yield path, Found(size)
        else:
            yield path, Found(size, digest_of(Path(entry.path)))


def walk(folder: str, prefix: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Paths and entries of all files below a folder but those of `OURS`; an absent folder has none."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in entries:
        path = f"{prefix}{entry.name}"
        if path == OURS:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from walk(entry.path, f"{path}/")
        else:
            yield path, entry


def digest_of(disk: Path) -> str:
    """SHA-256 of a file's content."""
    with disk.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def keep_what_fits(tree: Path, manifest: Manifest) -> None:
    """Deletes all of an interrupted run's tree but the files that the new site has."""
    shutil.rmtree(tree / OURS, ignore_errors=True)
    for path, entry in list(walk(str(tree))):
        seal = manifest.files.get(path)
        is_plain = entry.is_file(follow_symlinks=False)
        if not (seal and is_plain and entry.stat().st_size == seal.size and digest_of(Path(entry.path)) == seal.digest):
            Path(entry.path).unlink()
    for folder, _, _ in os.walk(tree, topdown=False):
        with suppress(OSError):  # it holds something
            Path(folder).rmdir()


def link(standing: Path, target: Path) -> None:
    """The same file in another tree: a second name, or a copy on disks without such; a file that is there stays."""
    if os.path.lexists(target):
        return
    make_folder(target.parent)
    try:
        os.link(standing, target, follow_symlinks=False)
    except (OSError, NotImplementedError) as error:
        if isinstance(error, FileNotFoundError):
            raise
        shutil.copy2(standing, target, follow_symlinks=False)


def make_folder(folder: Path) -> None:
    """A folder that everybody may read, with those above it."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        folder.chmod(FOLDER_MODE)


def carry_empty_folders(place: Path, new: Path) -> None:
    """Folders without files are those of others: our own never are."""
    for folder, folders, files in os.walk(place):
        inside = Path(folder).relative_to(place)
        if not folders and not files and inside.parts and inside.parts[0] != OURS:
            make_folder(new / inside)


# ── complaints ──────────────────────────────────────────────────────────────────────────────────────────────

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EBUSY, errno.EXDEV})


@contextmanager
def complaints(target: str, path: str) -> Iterator[None]:
    """Makes the system's complaints ours."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        if error.errno in NO_ROOM:
            raise faults.full(target, reason) from error
        if error.errno in NOT_ALLOWED:
            raise faults.forbidden(target, str(error.filename or path), reason) from error
        raise faults.failed(target, reason) from error
