"""Writes a finished site: the new tree grows beside the old one, and then they change places."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sitegen.builder.exchange import beside, clean_up, discard, locked, put_in_place
from sitegen.model.artifact import Artifact
from sitegen.problems import Location, Mistake, Problem, message

MANIFEST = ".sitegen"
"""Lists the files of a tree that are ours: a marker, then their sorted paths, one a line."""
MARKER = "# sitegen wrote these files, and removes them when the site no longer has them"
CARRIED = frozenset({".gitignore", ".gitkeep"})
"""Files of an editor that stay at the top of the output folder."""
LITTER = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
"""What Windows and macOS leave in a folder that somebody looked at."""
NAMED = 10
"""So many foreign files are named; the others are counted."""
CHUNK = 1 << 20
"""Bytes read at once when two files are compared."""
PATIENCE = 5.0
"""Seconds to wait for another build; one that was started by `flock . make` would wait for ever."""

CHOOSE_ANOTHER = message("Choose another folder, or empty this one.")
MOVE_IT = message("Choose another folder, or move the file elsewhere.")
FREE_SPACE = message("Free space on the disk and build again.")
ALLOW_WRITING = message("Allow writing there and in the folder above, and close programs that have its files open.")
NOT_A_DISK = message("A folder inside it will do: choose one.")
HINTS = {
    errno.ENOSPC: FREE_SPACE,
    errno.EDQUOT: FREE_SPACE,
    errno.EACCES: ALLOW_WRITING,
    errno.EPERM: ALLOW_WRITING,
    errno.EROFS: message("The disk can only be read; choose another folder."),
    errno.EBUSY: NOT_A_DISK,
    errno.EXDEV: NOT_A_DISK,
    errno.ENAMETOOLONG: message("Give it a shorter address, or choose a folder with a shorter path."),
    errno.EEXIST: message("To this disk small and capital letters are the same; give one of the two another name."),
}
BUILD_AGAIN = message("Remove the cause and build again.")


def write_site(artifacts: Sequence[Artifact], output: Path) -> tuple[Problem, ...]:
    """Puts the site where the old one stands; after a problem the old one stands as before."""
    _assert_writable(artifacts)
    place = _real(output)
    name = output.name or str(place)
    try:
        with _blamed_on(name):
            return _collisions(artifacts) or _replace(place, artifacts)
    except Mistake as mistake:
        return (mistake.at(Location(name)),)


def recover(output: Path) -> None:
    """Restores the site that a crash left aside, removes the trees of dead runs; every command begins so."""
    with suppress(OSError):  # what cannot be restored, the next build makes anew
        clean_up(_real(output))


def site_files(output: Path) -> tuple[str, ...]:
    """The files of the site that stands in an output folder, sorted; without our list of them."""
    return tuple(sorted(_listed(_real(output)) - {MANIFEST}))


def _replace(place: Path, artifacts: Sequence[Artifact]) -> tuple[()]:
    place.parent.mkdir(parents=True, exist_ok=True)
    with locked(place.parent, PATIENCE):
        standing = _what_stands(place)
        changed = _what_differs(standing, artifacts)
        if changed is not None and all(_is_exchanged(artifact, place) for artifact in changed):
            os.utime(place / MANIFEST)  # the time of the last build, for those who ask whether another one is due
            return ()
        new = beside(place, "new")
        try:
            _build(new, artifacts, standing)
            _what_stands(place)  # again: an editor may have saved a file there meanwhile
            put_in_place(new, place)
        finally:
            discard(new)  # by now the old site, or what there is of the new one
    return ()


def _real(output: Path) -> Path:
    """The folder itself, where the output is a symbolic link to it."""
    return Path(os.path.realpath(output))


@contextmanager
def _blamed_on(path: str) -> Iterator[None]:
    """Makes the system's complaint ours."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        complaint = message("'{path}' could not be written: {reason}", path=path, reason=reason)
        raise Mistake("ADR-12", complaint, HINTS.get(error.errno or 0, BUILD_AGAIN)) from error


# ── what is to be written ───────────────────────────────────────────────────────────────────────────────────


def _assert_writable(artifacts: Iterable[Artifact]) -> None:
    for artifact in artifacts:
        is_odd = not {"", ".", ".."}.isdisjoint(artifact.path.split("/"))
        if is_odd or artifact.path == MANIFEST or not {"\\", "\n", "\0"}.isdisjoint(artifact.path):
            raise ValueError(f"{artifact.path!r} is no path below the output folder")
        if (artifact.content is None) is (artifact.copy_of is None):
            raise ValueError(f"{artifact.path!r} needs either content or a file to copy")


def _collisions(artifacts: Sequence[Artifact]) -> tuple[Problem, ...]:
    """Two artifacts with one path, or one whose path is a folder of the other's."""
    folders = _folders(artifact.path for artifact in artifacts)
    firsts: dict[str, Artifact] = {}
    problems = []
    for artifact in artifacts:
        if firsts.setdefault(artifact.path, artifact) is not artifact:
            problems.append(_collision(artifact, firsts[artifact.path]))
        if artifact.path in folders:
            inside = next(other for other in artifacts if other.path.startswith(f"{artifact.path}/"))
            problems.append(_collision(artifact, inside))
    return tuple(problems)


def _collision(one: Artifact, other: Artifact) -> Problem:
    complaint = message(
        "'{path}' for {origin} and '{other_path}' for {other_origin} exclude each other",
        path=one.path,
        origin=one.origin,
        other_path=other.path,
        other_origin=other.origin,
    )
    return Problem(Location(one.origin), "ADR-02", complaint, message("Give one of them another address."))


def _folders(paths: Iterable[str]) -> set[str]:
    """All folders on the way to the files."""
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders


# ── what stands there ───────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Standing:
    """The folder that is to be replaced."""

    place: Path
    files: frozenset[str] = frozenset()
    """All that it holds below it, with `/`, but no folders."""
    listed: frozenset[str] = frozenset()
    """What an earlier build wrote; empty where the folder is not ours."""


def _what_stands(place: Path) -> Standing:
    """Raises Mistake when it is not ours to replace."""
    if not os.path.lexists(place):
        return Standing(place)
    if not place.is_dir():
        raise Mistake("ADR-10", message("'{folder}' is a file, not a folder", folder=place), MOVE_IT)
    if os.path.ismount(place):
        raise Mistake("ADR-10", message("'{folder}' is the top of a disk", folder=place), NOT_A_DISK)
    listed = _listed(place)
    if not listed and any(_is_foreign(path, listed) for path in _files(place)):  # stops early in a home folder
        complaint = message("'{folder}' is neither empty nor made by sitegen", folder=place)
        raise Mistake("ADR-10", complaint, CHOOSE_ANOTHER)
    files = frozenset(_files(place))
    if foreign := sorted(path for path in files if _is_foreign(path, listed)):
        raise _foreign_files(foreign, listed)
    return Standing(place, files, listed)


def _listed(place: Path) -> frozenset[str]:
    try:
        text = (place / MANIFEST).read_bytes().decode("utf-8", "surrogateescape")
    except (FileNotFoundError, IsADirectoryError):
        return frozenset()
    marker, *paths = text.split("\n")
    return frozenset(map(_composed, (MANIFEST, *paths[:-1]))) if marker == MARKER else frozenset()


def _files(folder: str | Path, prefix: str = "") -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{prefix}{entry.name}/")
            else:
                yield _composed(prefix + entry.name)


def _composed(path: str) -> str:
    """Old disks of Macs give an й back as и and a breve."""
    return unicodedata.normalize("NFC", path)


def _is_foreign(path: str, listed: frozenset[str]) -> bool:
    is_litter = path.rpartition("/")[2].casefold() in LITTER
    return path not in listed and path not in CARRIED and not is_litter


def _foreign_files(foreign: list[str], listed: frozenset[str]) -> Mistake:
    folders = _folders(listed)
    names = list(dict.fromkeys(_in_short(path, folders) for path in foreign))
    files, more = ", ".join(names[:NAMED]), len(names) - NAMED
    complaint = message("the site would replace files that sitegen did not write: {files}", files=files)
    if more > 0:
        complaint = message(
            "the site would replace files that sitegen did not write: {files} and {more} more",
            files=files,
            more=more,
        )
    return Mistake("ADR-11", complaint, message("Move them elsewhere; what belongs to the site goes into the content."))


def _in_short(path: str, folders: set[str]) -> str:
    """The path, or the outermost folder on it that holds nothing of ours."""
    above = sorted(_folders([path]) - folders)
    return f"{above[0]}/" if above else path


# ── the new tree ────────────────────────────────────────────────────────────────────────────────────────────


def _build(new: Path, artifacts: Sequence[Artifact], standing: Standing) -> None:
    paths = [artifact.path for artifact in artifacts]
    new.mkdir()
    _write_durably(new / MANIFEST, _manifest(paths))
    mode = (new / MANIFEST).stat().st_mode
    for folder in sorted(_folders(paths)):
        with _blamed_on(folder):
            (new / folder).mkdir()
    for artifact in artifacts:
        with _blamed_on(artifact.path):
            if not _is_reused(artifact, new / artifact.path, standing, mode):
                _put(artifact, new / artifact.path)
    _carry_over(new, standing)


def _manifest(paths: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in (MARKER, *sorted(paths))).encode("utf-8", "surrogateescape")


def _write_durably(path: Path, content: bytes) -> None:
    """Were it empty after a power failure, the folder would no longer be known as ours."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _put(artifact: Artifact, target: Path) -> None:
    if artifact.is_staged and _is_moved(artifact, target):
        return
    with target.open("xb") as file:  # x: on some disks A.pdf and a.pdf are one file
        file.write(artifact.content or b"")
    if artifact.copy_of is not None:
        shutil.copyfile(artifact.copy_of, target)


def _is_moved(artifact: Artifact, target: Path) -> bool:
    """A link fails, as it should, where on some disks A.pdf and a.pdf are one file."""
    try:
        os.link(artifact.copy_of or "", target)
    except OSError:  # another disk, or one without links
        return False
    return True


def _is_reused(artifact: Artifact, target: Path, standing: Standing, mode: int) -> bool:
    """Links the standing file into the new tree if it is the same: that is quicker and keeps its date."""
    if artifact.path not in standing.listed:
        return False
    try:
        os.link(standing.place / artifact.path, target, follow_symlinks=False)
    except OSError:  # gone meanwhile, or a disk without links
        return False
    if _is_same_file(artifact, target, mode):  # asked of the link: nobody else can exchange that one
        return True
    target.unlink()
    return False


def _carry_over(new: Path, standing: Standing) -> None:
    for name in (standing.files & CARRIED) - standing.listed:
        if not (new / name).exists():
            shutil.copy2(standing.place / name, new / name, follow_symlinks=False)
    if standing.place.exists():
        shutil.copymode(standing.place, new)


# ── the same already ────────────────────────────────────────────────────────────────────────────────────────


def _what_differs(standing: Standing, artifacts: Sequence[Artifact]) -> list[Artifact] | None:
    """The one file that differs, or none; None where more do.

    Where the site stands there to the last byte, no date of a file or folder changes.
    """
    wanted = {MANIFEST, *(_composed(artifact.path) for artifact in artifacts)}
    if standing.listed != wanted or not wanted <= standing.files <= wanted | CARRIED:
        return None
    mode = (standing.place / MANIFEST).stat().st_mode
    others = (one for one in artifacts if not _is_same_file(one, standing.place / one.path, mode))
    changed = list(islice(others, 2))
    return changed if len(changed) < 2 else None


def _is_exchanged(artifact: Artifact, place: Path) -> bool:
    """Whether a file could take the place of the one that stands there; for one file alone that is one step."""
    staged, target = Path(artifact.copy_of or ""), place / artifact.path
    try:
        if not artifact.is_staged or staged.stat().st_mode != (place / MANIFEST).stat().st_mode:
            return False
        staged.replace(target)
    except OSError:  # another disk, or a program that has the old file open
        return False
    return True


def _is_same_file(artifact: Artifact, path: Path, mode: int) -> bool:
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_mode != mode:  # a file that nobody may read is no page
            return False
        if artifact.content is not None:
            return found.st_size == len(artifact.content) and path.read_bytes() == artifact.content
        return _is_copy(path, found, artifact.copy_of or "")
    except OSError:  # writing it will show what the matter is
        return False


def _is_copy(path: Path, found: os.stat_result, original: str) -> bool:
    if str(path) == original or os.path.samestat(found, Path(original).stat()):
        return True
    with path.open("rb") as copy, Path(original).open("rb") as source:
        while chunk := source.read(CHUNK):
            if chunk != copy.read(CHUNK):
                return False
        return not copy.read(1)
