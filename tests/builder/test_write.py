"""Writing: the whole new site or the whole old one, and never a file of somebody else."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.builder import exchange, write
from sitegen.builder.write import MANIFEST, MARKER, recover, write_site
from sitegen.model.artifact import Artifact
from sitegen.problems import Problem

Site = dict[str, bytes]
CHECKOUT = Path(__file__).parents[2]

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def artifacts(site: Site) -> list[Artifact]:
    return [Artifact(path=path, content=content, origin=f"content/{path}") for path, content in site.items()]


def publish(site: Site, output: Path) -> None:
    assert write_site(artifacts(site), output) == ()
    assert read(output) == site


def read(folder: Path) -> Site:
    """All files but the manifest."""
    files = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    found.pop(MANIFEST, None)
    return found


def snapshot(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Every file and folder with its inode, date and bytes."""
    paths = [folder, *folder.rglob("*")]
    return {
        str(path): (
            path.lstat().st_ino,
            path.lstat().st_mtime_ns,
            path.read_bytes() if path.is_file() else b"",
        )
        for path in paths
    }


def only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, problems
    return problems[0]


def refused(site: Site, output: Path) -> Problem:
    """The one problem of a build that must change nothing, and leave nothing beside."""
    before, beside = snapshot(output.parent), sorted(output.parent.iterdir())
    problem = only(write_site(artifacts(site), output))
    assert sorted(output.parent.iterdir()) == beside
    after = snapshot(output.parent)
    before.pop(str(output.parent))  # a tree that came and went changes its date
    after.pop(str(output.parent))
    assert after == before
    return problem


A: Site = {"index.html": b"A", "bg/index.html": "Начало".encode(), "bg/old/index.html": b"goes"}
B: Site = {
    "index.html": b"B",
    "bg/index.html": "Начало".encode(),
    "bg/new/index.html": b"comes",
    "empty": b"",
}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


@pytest.fixture(params=["at once", "by two renames"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "by two renames":
        monkeypatch.setattr(exchange, "swap_at_once", lambda one, other: False)


# ── a site and the next one ─────────────────────────────────────────────────────────────────────────────────


def test_first_build(output: Path) -> None:
    publish(A, output)
    assert list(output.parent.iterdir()) == [output]


def test_first_build_into_missing_folders(tmp_path: Path) -> None:
    publish(A, tmp_path / "some" / "where" / "output")


@pytest.mark.usefixtures("either_way")
def test_second_build(output: Path) -> None:
    publish(A, output)
    publish(B, output)
    publish({}, output)
    publish(A, output)
    assert list(output.parent.iterdir()) == [output]


def test_fault_19_a_removed_page_and_its_folder_vanish(output: Path) -> None:
    publish(A, output)
    publish(B, output)
    assert not (output / "bg" / "old").exists()


def test_a_file_becomes_a_folder_and_back(output: Path) -> None:
    publish({"page": b"file"}, output)
    publish({"page/index.html": b"below"}, output)
    publish({"page": b"file"}, output)


def test_manifest_is_sorted_and_the_same_for_any_order(tmp_path: Path) -> None:
    publish(A, tmp_path / "one")
    publish(dict(reversed(A.items())), tmp_path / "two")
    manifest = (tmp_path / "one" / MANIFEST).read_bytes()
    assert manifest == f"{MARKER}\nbg/index.html\nbg/old/index.html\nindex.html\n".encode()
    assert (tmp_path / "two" / MANIFEST).read_bytes() == manifest


def test_copies(tmp_path: Path, output: Path) -> None:
    original = tmp_path / "снимка.jpg"
    copy = [Artifact(path="img/a.jpg", content=None, copy_of=str(original), origin="content/снимка.jpg")]
    for content in (b"x" * 3_000_000, b"x" * 2_999_999 + b"y", b"x", b"", b"x"):
        original.write_bytes(content)
        assert write_site(copy, output) == ()
        assert read(output) == {"img/a.jpg": content}
        assert original.stat().st_nlink == 1


def test_fault_22_an_unchanged_site_is_not_touched(output: Path) -> None:
    publish(A, output)
    os.utime(output / MANIFEST, (1_000_000_000, 1_000_000_000))
    before = snapshot(output)
    publish(A, output)
    after = snapshot(output)
    assert {path for path in before if before[path] != after[path]} == {str(output / MANIFEST)}
    assert (output / MANIFEST).stat().st_mtime > 1_000_000_000  # when the site was last built


def test_fault_22_an_unchanged_file_keeps_its_date_a_changed_one_gets_a_new_one(output: Path) -> None:
    publish(A, output)
    for path in ("index.html", "bg/index.html"):
        os.utime(output / path, (1_000_000_000, 1_000_000_000))
    publish(B, output)
    assert (output / "bg/index.html").stat().st_mtime == 1_000_000_000
    assert (output / "index.html").stat().st_mtime > 1_000_000_000


def staged(site: Site, stage: Path) -> list[Artifact]:
    """The same as `artifacts`, from files that were made for this build."""
    stage.mkdir()
    found = []
    for number, (path, content) in enumerate(site.items()):
        place = stage / str(number)
        place.write_bytes(content)
        found.append(Artifact(path=path, content=None, copy_of=str(place), is_staged=True, origin=f"content/{path}"))
    return found


@pytest.mark.parametrize(("changed", "is_one_step"), [({"a": b"new"}, True), ({"a": b"new", "b/c": b"new"}, False)])
def test_one_file_that_differs_is_exchanged_alone(
    output: Path, tmp_path: Path, changed: Site, *, is_one_step: bool
) -> None:
    site = {"a": b"1", "b/c": b"2", "d": b"3"}
    publish(site, output)
    before = output.stat().st_ino
    assert write_site(staged(site | changed, tmp_path / "stage"), output) == ()
    assert read(output) == site | changed
    assert (output.stat().st_ino == before) == is_one_step
    assert [entry.name for entry in tmp_path.iterdir() if "sitegen" in entry.name] == []


@pytest.mark.parametrize("failing", ["rename", "rights"])
def test_one_file_that_cannot_be_exchanged_alone(
    output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    site = {"a": b"1", "d": b"3"}
    publish(site, output)
    new = staged(site | {"a": b"2"}, tmp_path / "stage")
    if failing == "rights":
        Path(new[0].copy_of or "").chmod(0o600)
    else:
        monkeypatch.setattr(Path, "replace", is_open_elsewhere)
    assert write_site(new, output) == ()
    assert read(output) == site | {"a": b"2"}


def is_open_elsewhere(*_: object) -> None:
    raise PermissionError(errno.EACCES, "in use")


def test_a_file_changed_by_hand_is_put_right(output: Path) -> None:
    publish(A, output)
    (output / "index.html").write_bytes(b"?")
    publish(A, output)
    (output / "index.html").unlink()
    publish(A, output)


@posix
def test_a_file_that_nobody_may_read_and_a_link_are_put_right(output: Path, tmp_path: Path) -> None:
    publish(A, output)
    (output / "index.html").chmod(0o600)
    (tmp_path / "secret").write_bytes(b"Here was a page")
    (output / "bg" / "index.html").unlink()
    (output / "bg" / "index.html").symlink_to(tmp_path / "secret")
    publish(A, output)
    assert not (output / "bg" / "index.html").is_symlink()
    assert (output / "index.html").stat().st_mode == (output / MANIFEST).stat().st_mode
    assert (tmp_path / "secret").read_bytes() == b"Here was a page"


@posix
def test_files_have_the_usual_rights_and_the_folder_keeps_its_own(output: Path) -> None:
    umask = os.umask(0o022)
    try:
        publish(A, output)
        assert output.stat().st_mode & 0o7777 == 0o755
        assert (output / "bg").stat().st_mode & 0o7777 == 0o755
        assert (output / "index.html").stat().st_mode & 0o7777 == 0o644
        output.chmod(0o750)
        publish(B, output)
        assert output.stat().st_mode & 0o7777 == 0o750
    finally:
        os.umask(umask)


def test_a_disk_without_links(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", fails_with(errno.EPERM))
    publish(A, output)
    publish(B, output)


# ── what stands there ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("keep", [".gitignore", ".gitkeep"])
@pytest.mark.usefixtures("either_way")
def test_git_files_at_the_top_are_carried_over(output: Path, keep: str) -> None:
    output.mkdir()
    (output / keep).write_bytes(b"*\n")
    for site in (A, B, B):
        assert write_site(artifacts(site), output) == ()
        assert read(output) == {**site, keep: b"*\n"}


def test_a_site_with_a_gitignore_of_its_own(output: Path) -> None:
    output.mkdir()
    (output / ".gitignore").write_bytes(b"*\n")
    publish({".gitignore": b"our own"}, output)
    publish({".gitignore": b"our own"}, output)
    publish(A, output)


def test_litter_is_ignored_and_dropped(output: Path) -> None:
    (output / "bg").mkdir(parents=True)
    for site in (A, A, B):
        for name in ("Thumbs.db", "desktop.ini", "bg/.DS_Store"):
            (output / name).write_bytes(b"litter")
        publish(site, output)


def test_fault_21_a_foreign_folder_is_refused_and_untouched(output: Path) -> None:
    output.mkdir()
    (output / "thesis.docx").write_bytes(b"ten years of work")
    problem = refused(A, output)
    assert (problem.code, problem.at.path) == ("ADR-10", "output")
    assert "neither empty nor made by sitegen" in str(problem.message)
    assert "another folder" in str(problem.hint)


@pytest.mark.parametrize("manifest", [b"", b"thesis.docx\n", b"\xff\xfe", MARKER.encode()[:-1] + b"\nthesis.docx\n"])
def test_fault_21_a_manifest_of_another_tool_does_not_make_a_folder_ours(output: Path, manifest: bytes) -> None:
    output.mkdir()
    (output / MANIFEST).write_bytes(manifest)
    (output / "thesis.docx").write_bytes(b"ten years of work")
    assert refused(A, output).code == "ADR-10"


@pytest.mark.parametrize("place", [Path("/"), Path("/proc")])
def test_fault_21_neither_the_root_nor_a_disk_is_replaced(place: Path) -> None:
    assert only(write_site(artifacts(A), place)).code == "ADR-10"


def test_fault_21_an_editors_files_are_named_and_nothing_changes(output: Path) -> None:
    publish(A, output)
    (output / "CNAME").write_bytes(b"example.bg")
    (output / "bg" / "бележки.txt").write_bytes(b"mine")
    (output / ".git" / "objects" / "pack").mkdir(parents=True)
    (output / ".git" / "HEAD").write_bytes(b"ref")
    (output / ".git" / "objects" / "pack" / "1").write_bytes(b"pack")
    for site in (A, B):
        problem = refused(site, output)
        assert (problem.code, problem.at.path) == ("ADR-11", "output")
        assert str(problem.message).endswith(": .git/, CNAME, bg/бележки.txt")


def test_fault_21_many_files_are_counted(output: Path) -> None:
    publish(A, output)
    for number in range(13):
        (output / f"mine{number:02}").write_bytes(b"")
    assert str(refused(B, output).message).endswith("mine08, mine09 and 3 more")


@posix
def test_fault_21_a_link_of_an_editor_is_a_file_of_theirs(output: Path, tmp_path: Path) -> None:
    publish(A, output)
    (tmp_path / "archive").mkdir()
    (output / "archive").symlink_to(tmp_path / "archive")
    assert str(refused(B, output).message).endswith(": archive")


def test_fault_21_a_file_that_comes_while_the_site_is_written(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(A, output)
    build: Callable[..., None] = write._build

    def build_slowly(*args: Any) -> None:
        build(*args)
        (output / "note.txt").write_bytes(b"saved just now")

    monkeypatch.setattr(write, "_build", build_slowly)
    assert only(write_site(artifacts(B), output)).code == "ADR-11"
    assert read(output) == {**A, "note.txt": b"saved just now"}
    assert list(output.parent.iterdir()) == [output]


def test_empty_folders_are_nobodys(output: Path) -> None:
    publish(A, output)
    (output / "new folder").mkdir()
    publish(B, output)


def test_the_output_is_a_file(output: Path) -> None:
    output.write_bytes(b"not a folder")
    problem = only(write_site(artifacts(A), output))
    assert problem.code == "ADR-10"
    assert output.read_bytes() == b"not a folder"


@posix
@pytest.mark.usefixtures("either_way")
def test_the_output_is_a_link_to_a_folder(tmp_path: Path, output: Path) -> None:
    (tmp_path / "www").mkdir()
    output.symlink_to("www")
    for site in (A, B):
        publish(site, output)
        recover(output)
        assert output.is_symlink()
        assert read(tmp_path / "www") == site
    assert sorted(tmp_path.iterdir()) == [output, tmp_path / "www"]


@posix
def test_the_output_is_a_link_to_nothing_or_to_itself(tmp_path: Path, output: Path) -> None:
    output.symlink_to("www")
    publish(A, output)
    assert read(tmp_path / "www") == A
    (tmp_path / "ring").symlink_to("ring")
    assert only(write_site(artifacts(A), tmp_path / "ring")).code == "ADR-10"


@posix
def test_an_old_disk_of_a_mac_gives_names_back_decomposed(output: Path) -> None:
    publish({"документи/устройство й.pdf": b"A"}, output)
    target = output / "документи"
    (target / "устройство й.pdf").rename(target / "устройство и\u0306.pdf")
    publish({"документи/устройство й.pdf": b"A"}, output)


# ── what cannot be written ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "path", ["", "/etc/passwd", "../x", "a/../../x", "a//b", "./a", "a\\b", "a\nb", "a\0", MANIFEST]
)
def test_a_path_out_of_the_tree_is_a_bug(output: Path, path: str) -> None:
    with pytest.raises(ValueError, match="no path below"):
        write_site(artifacts({path: b""}), output)
    assert not output.exists()


@pytest.mark.parametrize(("content", "copy_of"), [(None, None), (b"", "x")])
def test_an_artifact_without_content_is_a_bug(output: Path, content: bytes | None, copy_of: str | None) -> None:
    with pytest.raises(ValueError, match="either content"):
        write_site([Artifact(path="a", content=content, copy_of=copy_of, origin="x")], output)


def test_a_file_where_another_needs_a_folder(output: Path) -> None:
    publish(A, output)
    problem = refused({"a-b": b"", "a": b"", "a.b": b"", "a/b/c": b""}, output)
    assert (problem.code, problem.at.path) == ("ADR-02", "content/a")
    assert "content/a/b/c" in str(problem.message)


def test_fault_23_two_files_with_one_path(output: Path) -> None:
    problem = only(write_site([*artifacts({"a": b"1"}), *artifacts({"a": b"2"})], output))
    assert problem.code == "ADR-02"
    assert not output.exists()


def fails_with(number: int) -> Callable[..., Any]:
    def fail(*args: object, **options: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_fault_20_a_missing_original_leaves_the_old_site(output: Path) -> None:
    publish(A, output)
    missing = Artifact(path="a.pdf", content=None, copy_of="/nowhere/a.pdf", origin="x")
    problem = only(write_site([*artifacts(B), missing], output))
    assert (problem.code, problem.at.path) == ("ADR-12", "output")
    assert str(problem.message) == "'a.pdf' could not be written: No such file or directory"
    assert read(output) == A
    assert list(output.parent.iterdir()) == [output]


@pytest.mark.parametrize("path", ["ж" * 300, f"{'д' * 300}/index.html", "/".join(["folder"] * 900)])
def test_fault_20_a_path_too_long_leaves_the_old_site(output: Path, path: str) -> None:
    publish(A, output)
    problem = refused({**B, path: b""}, output)
    assert problem.code == "ADR-12"
    assert "shorter" in str(problem.hint)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("function", ["_write_durably", "_put", "_carry_over", "put_in_place"])
def test_fault_20_any_failing_step_leaves_the_old_site(
    output: Path, monkeypatch: pytest.MonkeyPatch, function: str, number: int
) -> None:
    publish(A, output)
    monkeypatch.setattr(write, function, fails_with(number))
    problem = refused(B, output)
    assert problem.code == "ADR-12"
    assert os.strerror(number) in str(problem.message)
    assert str(problem.hint)


def test_fault_20_a_first_build_that_fails_leaves_nothing(output: Path) -> None:
    assert only(write_site(artifacts({"a": b"", "ж" * 300: b""}), output)).code == "ADR-12"
    assert list(output.parent.iterdir()) == []


@pytest.mark.usefixtures("either_way")
def test_fault_20_a_parent_folder_that_cannot_be_written(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(A, output)
    monkeypatch.setattr(Path, "mkdir", fails_with(errno.EACCES))
    assert "Allow writing" in str(only(write_site(artifacts(B), output)).hint)
    assert read(output) == A


def test_an_old_site_that_cannot_be_removed_does_not_matter(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(A, output)
    with monkeypatch.context() as patch:
        patch.setattr(os, "rmdir", fails_with(errno.EACCES))
        publish(B, output)
        recover(output)
        assert len(list(output.parent.iterdir())) == 2
    recover(output)
    assert list(output.parent.iterdir()) == [output]


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of one megabyte."""
    with tempfile.TemporaryDirectory() as folder:
        mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]
        if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("mount") is None:
            pytest.skip("only root can mount a small disk, and only Linux has tmpfs")
        if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
            pytest.skip("this container may not mount a disk")
        yield Path(folder)
        subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("is_copy", [False, True])
def test_fault_20_a_full_disk_leaves_the_old_site(small_disk: Path, tmp_path: Path, is_copy: bool) -> None:
    output = small_disk / "output"
    publish(A, output)
    large = tmp_path / "film.mp4"
    large.write_bytes(b"x" * 2_000_000)
    content, copy_of = (None, str(large)) if is_copy else (large.read_bytes(), None)
    film = Artifact(path="film.mp4", content=content, copy_of=copy_of, origin="content/film.mp4")
    problem = only(write_site([*artifacts(B), film], output))
    assert problem.code == "ADR-12"
    assert str(problem.message) == "'film.mp4' could not be written: No space left on device"
    assert "Free space" in str(problem.hint)
    assert list(small_disk.iterdir()) == [output]
    publish(B, output)


def test_a_mounted_disk_is_refused_even_when_it_is_empty(small_disk: Path) -> None:
    problem = only(write_site(artifacts(A), small_disk))
    assert problem.code == "ADR-10"
    publish(A, small_disk / "inside")


# ── crashes ─────────────────────────────────────────────────────────────────────────────────────────────────


class Crash(BaseException):
    """The process ends here: nothing after it runs."""


def crash(*args: object, **options: object) -> None:
    raise Crash


@pytest.mark.usefixtures("either_way")
@pytest.mark.parametrize("function", ["_write_durably", "_put", "_carry_over", "put_in_place"])
def test_ctrl_c_removes_the_partial_tree(output: Path, monkeypatch: pytest.MonkeyPatch, function: str) -> None:
    publish(A, output)
    with monkeypatch.context() as patch:
        patch.setattr(write, function, crash)
        with pytest.raises(Crash):
            write_site(artifacts(B), output)
    assert read(output) == A
    assert list(output.parent.iterdir()) == [output]


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.EACCES, "a virus scanner reads it")])
def test_a_failing_second_rename_puts_the_old_site_back(
    output: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    publish(A, output)
    monkeypatch.setattr(exchange, "swap_at_once", lambda one, other: False)
    rename = Path.rename

    def fail_for_the_new_tree(self: Path, target: Path) -> Path:
        if "-new-" in self.name:
            raise error
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_for_the_new_tree)
    try:
        assert only(write_site(artifacts(B), output)).code == "ADR-12"
    except KeyboardInterrupt:
        assert isinstance(error, KeyboardInterrupt)
    assert read(output) == A
    assert list(output.parent.iterdir()) == [output]


def run(code: str, output: Path) -> subprocess.Popen[str]:
    """A process with the sites A and B of some hundred files, and `output`."""
    program = f"""
import os, signal
from pathlib import Path
from sitegen.builder import exchange, write
from sitegen.builder.write import recover, write_site
from sitegen.model.artifact import Artifact
def site(letter):
    return [Artifact(path=path, content=content, origin=path) for path, content in files(letter).items()]
{SITES}
A, B, output = site("A"), site("B"), Path({str(output)!r})
def die(*args): os.kill(os.getpid(), signal.SIGKILL)
{code}
"""
    return subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


SITES = '''
def files(letter):
    """Pages of which one third are the same in both sites, one third differ and one third have other names."""
    same = {f"same/{n}/index.html": b"=" * n for n in range(100)}
    differ = {f"differ/{n}/index.html": letter.encode() * (n * 100) for n in range(100)}
    return same | differ | {f"{letter}/{n}/index.html": letter.encode() for n in range(100)}
'''


def hundreds(letter: str) -> Site:
    space: dict[str, Any] = {}
    exec(SITES, space)
    files: Site = space["files"](letter)
    return files


ENDLESS = """
while True:
    for site in (A, B):
        recover(output)
        assert write_site(site, output) == ()
        print(".", flush=True)
"""
NO_SWAP = "exchange.swap_at_once = lambda one, other: False\n"


def kill_at_random_moments(output: Path, kills: int, setting: str) -> None:
    moments, one, other = random.Random(20_261_122), hundreds("A"), hundreds("B")
    publish(one, output)
    for _ in range(kills):
        process = run(setting + ENDLESS, output)
        assert process.stdout is not None
        assert process.stdout.readline() == ".\n"
        time.sleep(moments.uniform(0, 0.3))
        process.kill()
        process.communicate()
        recover(output)
        assert read(output) in (one, other)
        assert list(output.parent.iterdir()) == [output]
        publish(one, output)


@pytest.mark.sample(1)
@posix
@pytest.mark.parametrize("setting", ["", NO_SWAP], ids=["at once", "by two renames"])
def test_kill_9_leaves_the_old_site_or_the_new(output: Path, setting: str) -> None:
    kill_at_random_moments(output, 2, setting)


@posix
@pytest.mark.long
@pytest.mark.parametrize("setting", ["", NO_SWAP], ids=["at once", "by two renames"])
def test_kill_9_fifty_times(output: Path, setting: str) -> None:
    kill_at_random_moments(output, 50, setting)


@pytest.mark.sample(1)
@posix
@pytest.mark.parametrize(
    ("moment", "is_new"),
    [
        ("write._put", False),
        ("write._carry_over", False),
        ("write.put_in_place", False),
        ("write.discard", True),
    ],
)
def test_kill_9_at_each_step(output: Path, moment: str, is_new: bool) -> None:
    run("write_site(A, output)", output).communicate()
    process = run(f"{moment} = die\nwrite_site(B, output)", output)
    process.communicate()
    assert process.returncode == -9
    assert read(output) == hundreds("B" if is_new else "A")
    assert len(list(output.parent.iterdir())) == 2
    recover(output)
    assert list(output.parent.iterdir()) == [output]


@posix
@pytest.mark.parametrize("renames", [0, 1, 2])
def test_kill_9_between_the_two_renames(output: Path, renames: int) -> None:
    run("write_site(A, output)", output).communicate()
    step = f"""
left, rename = {renames}, Path.rename
def count(*args):
    global left
    if left == 0: die()
    left -= 1
    return rename(*args)
Path.rename, exchange.discard = count, die
write_site(B, output)
"""
    process = run(NO_SWAP + step, output)
    process.communicate()
    assert process.returncode == -9
    assert output.exists() is (renames != 1)
    recover(output)
    assert read(output) == hundreds("B" if renames == 2 else "A")
    assert list(output.parent.iterdir()) == [output]


@posix
def test_ctrl_c_on_the_keyboard(output: Path) -> None:
    one, other, moments = hundreds("A"), hundreds("B"), random.Random(20_261_122)
    for _ in range(3):
        process = run("signal.signal(signal.SIGINT, signal.default_int_handler)\n" + ENDLESS, output)
        assert process.stdout is not None
        assert process.stdout.readline() == ".\n"
        time.sleep(moments.uniform(0, 0.2))
        process.send_signal(signal.SIGINT)
        assert "KeyboardInterrupt" in process.communicate()[1]
        assert process.returncode == -signal.SIGINT
        assert read(output) in (one, other)
        assert list(output.parent.iterdir()) == [output]


def test_ctrl_c_that_comes_as_a_complaint_is_ctrl_c(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(A, output)
    real = shutil.rmtree
    calls: list[Path] = []

    def closing_twice(tree: Path, *, ignore_errors: bool) -> None:
        calls.append(tree)
        if len(calls) > 1:
            real(tree, ignore_errors=ignore_errors)
            return
        try:
            raise KeyboardInterrupt
        finally:
            os.close(-1)

    monkeypatch.setattr(shutil, "rmtree", closing_twice)
    with pytest.raises(KeyboardInterrupt):
        write_site(artifacts(B), output)
    assert read(output) == B
    assert list(output.parent.iterdir()) == [output]


@posix
@pytest.mark.parametrize("setting", ["", NO_SWAP], ids=["at once", "by two renames"])
def test_a_clean_up_leaves_the_tree_of_a_living_build(output: Path, setting: str) -> None:
    publish(A, output)
    waiting = """
build = write._build
def slowly(*args):
    build(*args)
    print("built", flush=True)
    input()
write._build = slowly
assert write_site(B, output) == ()
"""
    process = run(setting + waiting, output)
    assert process.stdout is not None
    assert process.stdout.readline() == "built\n"
    recover(output)
    assert len(list(output.parent.iterdir())) == 2
    process.communicate("go on\n")
    assert process.returncode == 0
    assert read(output) == hundreds("B")
    assert list(output.parent.iterdir()) == [output]


@posix
@pytest.mark.parametrize("times", [2, pytest.param(10, marks=pytest.mark.long)])
def test_two_builds_at_once(output: Path, times: int) -> None:
    publish(hundreds("A"), output)
    several = f"for site in {times} * (A, B):\n    recover(output); assert write_site(site, output) == ()"
    processes = [run(several, output) for _ in range(2)]
    assert [process.communicate()[1] for process in processes] == ["", ""]
    recover(output)
    assert read(output) == hundreds("B")
    assert list(output.parent.iterdir()) == [output]


def test_without_locks_only_old_trees_are_removed(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform != "win32":
        monkeypatch.setattr("fcntl.flock", fails_with(errno.ENOLCK))
    publish(A, output)
    young, old = exchange.beside(output, "new"), exchange.beside(output, "new")
    young.mkdir()
    old.mkdir()
    os.utime(old, (1_000_000_000, 1_000_000_000))
    recover(output)
    assert sorted(output.parent.iterdir()) == sorted([output, young])


def test_a_folder_that_cannot_be_opened_cannot_be_locked(tmp_path: Path) -> None:
    with exchange.locked(tmp_path / "missing", 0) as is_alone:
        assert is_alone is None


def test_ctrl_c_while_the_old_site_is_removed(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(A, output)
    remove, calls = shutil.rmtree, []

    def interrupted(tree: Path, **options: Any) -> None:
        calls.append(tree)
        if len(calls) == 1:
            raise KeyboardInterrupt
        remove(tree, **options)

    monkeypatch.setattr(shutil, "rmtree", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_site(artifacts(B), output)
    assert read(output) == B
    assert list(output.parent.iterdir()) == [output]


def test_somebody_elses_lock_on_the_folder_does_not_stop_a_build(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "PATIENCE", 0.05)
    with exchange.locked(output.parent, patience=0):
        publish(A, output)
        publish(B, output)


def test_recover_has_nothing_to_do(tmp_path: Path, output: Path) -> None:
    recover(output)
    recover(tmp_path / "no" / "such" / "folder")
    recover(Path("/"))
    publish(A, output)
    before = snapshot(tmp_path)
    recover(output)
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("missing", ["renameat2", "ctypes"])
def test_a_system_without_exchange(output: Path, monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    publish(A, output)
    if missing == "ctypes":
        monkeypatch.setitem(sys.modules, "ctypes", None)
    else:
        monkeypatch.setattr("ctypes.CDLL", lambda name: object())
    assert not exchange.swap_at_once(output, output)
    publish(B, output)


@pytest.mark.skipif(sys.platform not in {"linux", "darwin"}, reason="this system cannot exchange folders")
def test_this_system_exchanges_at_once(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    (tmp_path / "one" / "file").write_bytes(b"")
    if not exchange.swap_at_once(tmp_path / "one", tmp_path / "two"):
        pytest.skip("the file system of the temporary folder cannot exchange folders")
    assert (tmp_path / "two" / "file").exists()


# ── any site ────────────────────────────────────────────────────────────────────────────────────────────────

names = st.text(
    st.characters(codec="utf-8", exclude_characters="/\\\0\n", exclude_categories=["Cs"]),
    min_size=1,
    max_size=12,
).filter(lambda name: name not in {".", "..", MANIFEST})
sites = st.dictionaries(st.lists(names, min_size=1, max_size=3).map("/".join), st.binary(max_size=50), max_size=8)


@settings(max_examples=60, deadline=None)
@given(st.lists(sites, min_size=1, max_size=3))
def test_any_site_reads_back_as_written(history: list[Site]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        standing: Site | None = None
        for site in history:
            problems = write_site(artifacts(site), output)
            clash = any(path != other and other.startswith(f"{path}/") for path in site for other in site)
            assert {problem.code for problem in problems} == ({"ADR-02"} if clash else set())
            standing = standing if clash else site
            assert (read(output) if output.exists() else None) == standing
