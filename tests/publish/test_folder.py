"""A folder as target: whole old or new site, whatever happens."""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

import pytest

from sitegen.builder import exchange
from sitegen.model.targets import Folder
from sitegen.problems import Mistake
from sitegen.publish import releases
from sitegen.publish.releases import FIRST, Releases
from tests.publish.contract import OTHER, PAGE, SITE, Contract
from tests.publish.trial import Nobody, Trial, files_in, put_in, read_in, reading, version


def folder_trial(root: Path, name: str = "www/site") -> Trial:
    place = root / name
    place.parent.mkdir(parents=True, exist_ok=True)
    settings = Folder(type="folder", name="web", path=str(place), keep=3)
    return Trial(settings, root, read_in(place), lambda: files_in(place), put_in(place))


class TestFolder(Contract):
    """The root of the site is a folder."""

    @pytest.fixture
    def trial(self, tmp_path: Path) -> Trial:
        return folder_trial(tmp_path)


class TestLink(Contract):
    """The root of the site is a link."""

    @pytest.fixture
    def trial(self, tmp_path: Path) -> Trial:
        (tmp_path / "www").mkdir()
        (tmp_path / "old").mkdir()
        (tmp_path / "www/site").symlink_to(tmp_path / "old")
        return folder_trial(tmp_path)

    def test_the_link_stays_one(self, tmp_path: Path, trial: Trial) -> None:
        trial.publish(SITE)
        trial.publish({"index.html": PAGE})
        assert (tmp_path / "www/site").is_symlink()
        assert (tmp_path / "old").is_dir()


class TestWithoutExchange(Contract):
    """A system that cannot exchange two folders at once: for a moment between two renames nothing stands there."""

    @pytest.fixture
    def trial(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Trial:
        monkeypatch.setattr(releases, "swap_at_once", lambda one, other: False)
        return folder_trial(tmp_path)

    def test_a_reader_never_meets_a_broken_page(self, trial: Trial) -> None:
        trial.publish(version(1))
        with reading(trial, whole_site=True) as reader:
            trial.publish(version(2))
        assert not [fault for fault in reader.faults if "whole" in fault or "after" in fault]


# ── crashes ─────────────────────────────────────────────────────────────────────────────────────────────────

STEPS = ("rename", "replace", "symlink_to", "unlink", "write_text", "write_bytes", "mkdir", "chmod")


class Crash(BaseException):
    """The machine stops."""


def crashing(monkeypatch: pytest.MonkeyPatch, at: int) -> list[str]:
    """Every change of a path is a step; the one of this number is not done any more."""
    done: list[str] = []

    def wrapped(name: str) -> None:
        original = getattr(Path, name)

        def step(self: Path, *args: object, **more: object) -> object:
            if len(done) == at:
                raise Crash
            done.append(f"{name} {self.name}")
            return original(self, *args, **more)

        monkeypatch.setattr(Path, name, step)

    for name in STEPS:
        wrapped(name)
    return done


@pytest.mark.sample(2)
@pytest.mark.parametrize("swap", ["exchange", "renames", "link"])
@pytest.mark.parametrize("act", ["publish", "restore"])
def test_a_crash_at_any_step_leaves_a_whole_site_and_the_next_run_mends_it(
    tmp_path: Path, swap: str, act: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if swap == "renames":
        monkeypatch.setattr(releases, "swap_at_once", lambda one, other: False)
    at, is_over = 0, False
    while not is_over:
        root = tmp_path / str(at)
        (root / "www").mkdir(parents=True)
        if swap == "link":
            (root / "empty").mkdir()
            (root / "www/site").symlink_to(root / "empty")
        trial = folder_trial(root)
        first = trial.publish(SITE)
        second = trial.publish({"index.html": OTHER, "a/index.html": PAGE})
        with monkeypatch.context() as patch:
            crashing(patch, at)
            try:
                if act == "publish":
                    trial.publish({"index.html": PAGE})
                else:
                    trial.restore(first.manifest.number)
                is_over = True
            except Crash:
                pass
        files = {path: content for path, content in trial.files().items() if not path.startswith("assets/theme/")}
        new = {"index.html": PAGE} if act == "publish" else without_theme(SITE)
        old = {"index.html": OTHER, "a/index.html": PAGE}
        between_renames = swap == "renames" and not (root / "www/site").exists()
        assert between_renames or files in (old, new), at
        with trial.session():
            pass
        assert trial.files(), at
        known = {one.number for one in trial.publications()}
        assert {first.manifest.number, second.manifest.number} <= known, at
        if without_theme(trial.files()) == old:  # what never stood is no publication
            assert known == {first.manifest.number, second.manifest.number}, at
        trial.publish({"index.html": b"last"})
        assert without_theme(trial.files()) == {"index.html": b"last"}
        at += 1
    assert at > 12


def without_theme(site: object) -> dict[str, bytes]:
    assert isinstance(site, dict)
    return {path: content for path, content in site.items() if not path.startswith("assets/theme/")}


# ── what the disk says ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_full_disk_leaves_the_old_site_and_is_told(tmp_path: Path) -> None:
    trial = folder_trial(tmp_path)
    trial.publish(SITE)
    with trial.session() as session:
        plan = trial.plan(session, {**SITE, "big.pdf": bytes(300_000)})
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(Mistake) as told, trial.session() as session:
            session.send(plan, Nobody())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert told.value.code == "NET-05"
    assert trial.files() == SITE
    trial.publish({**SITE, "big.pdf": bytes(300_000)})
    assert len(trial.files()["big.pdf"]) == 300_000


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_above_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    trial = folder_trial(tmp_path)
    (tmp_path / "www").chmod(0o500)
    with pytest.raises(Mistake) as told:
        trial.publish(SITE)
    assert told.value.code == "NET-06"


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    trial = folder_trial(tmp_path)
    (tmp_path / "www/site").write_text("a file")
    with pytest.raises(Mistake) as told:
        trial.publish(SITE)
    assert told.value.code == "NET-06"


def test_what_was_there_before_the_first_publication_is_kept(tmp_path: Path) -> None:
    trial = folder_trial(tmp_path)
    trial.put("index.html", b"the old site")
    trial.publish(SITE)
    assert (Releases(tmp_path / "www/site").trees / FIRST / "index.html").read_bytes() == b"the old site"
    for number in range(5):
        trial.publish({"index.html": str(number).encode()})
    assert (Releases(tmp_path / "www/site").trees / FIRST / "index.html").read_bytes() == b"the old site"


def test_a_publication_that_was_damaged_is_not_put_back(tmp_path: Path) -> None:
    trial = folder_trial(tmp_path)
    first = trial.publish(SITE)
    trial.publish({"index.html": OTHER})
    damaged = Releases(tmp_path / "www/site").trees / first.manifest.number / "index.html"
    damaged.write_bytes(b"x" * len(PAGE))
    with pytest.raises(Mistake) as told:
        trial.restore(first.manifest.number)
    assert told.value.code == "NET-12"
    assert without_theme(trial.files()) == {"index.html": OTHER}


def test_a_web_server_can_read_what_was_published(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        trial = folder_trial(tmp_path)
        trial.publish(SITE)
    finally:
        os.umask(before)
    place = tmp_path / "www/site"
    assert place.stat().st_mode & 0o777 == 0o755
    assert (place / "index.html").stat().st_mode & 0o777 == 0o644
    assert (place / "bg/proekti").stat().st_mode & 0o777 == 0o755


def test_this_machine_exchanges_folders_at_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a/file").touch()
    if not exchange.swap_at_once(tmp_path / "a", tmp_path / "b"):
        pytest.skip("this disk cannot")
    assert (tmp_path / "b/file").exists()
