"""Remotes of rclone's as target: WebDAV on loopback, with a password that rclone's own settings do not have."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.model.targets import Rclone
from sitegen.publish import rclone, remote
from sitegen.publish.targets.rclone import variable
from tests.publish.contract import SITE, Contract, cut_once, published_and_changed, put_back, refusal
from tests.publish.rclone_servers import PASSWORD, USER, Served, rclone_serve, watched_processes
from tests.publish.servers import cutting, needed, small_disk
from tests.publish.trial import Trial, files_in, put_in, read_in, version

WHOLE = 110_000
"""Bytes of a publication, a little more than it takes: some cuts come after its end."""


@pytest.fixture(autouse=True)
def nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    needed("rclone")
    monkeypatch.setattr(remote, "SETTLE", 0.0)
    monkeypatch.setitem(rclone.MANNERS, "RCLONE_LOW_LEVEL_RETRIES", "1")


@contextmanager
def webdav(root: Path, place: Path | None = None) -> Iterator[Served]:
    place = place or root / "hosting"
    place.mkdir(exist_ok=True)
    with rclone_serve("webdav", place, root / "server") as served:
        yield served


def settings_file(root: Path, port: int) -> Path:
    file = root / f"rclone-{port}.conf"
    file.write_text(f"[my-cloud]\ntype = webdav\nurl = http://127.0.0.1:{port}\nvendor = other\nuser = {USER}\n")
    return file


def webdav_trial(served: Served, root: Path, port: int = 0) -> Trial:
    settings = Rclone(
        type="rclone",
        name="web",
        remote="my-cloud:sites/proekti",
        config_file=str(settings_file(root, port or served.port)),
        keep=3,
    )
    place = served.place / "sites/proekti"
    environment = {"SITEGEN_WEB_PASSWORD": PASSWORD}
    return Trial(settings, root, read_in(place), lambda: files_in(place), put_in(place), environment)


@pytest.mark.long
class TestWebDav(Contract):
    """A folder of the server, named in rclone's own settings."""

    @pytest.fixture
    def trial(self, tmp_path: Path) -> Iterator[Trial]:
        with webdav(tmp_path) as served:
            yield webdav_trial(served, tmp_path)

    def test_a_reader_never_meets_a_broken_page(self, trial: Trial) -> None:
        pytest.skip("this target promises only that the next run repairs what was cut")


def test_a_sample_of_the_contract(tmp_path: Path) -> None:
    with webdav(tmp_path) as served:
        trial = webdav_trial(served, tmp_path)
        first = published_and_changed(trial)
        assert not (served.place / "sites/proekti/bg").exists()
        put_back(trial, first)


def test_a_remote_may_stand_in_the_settings_of_the_site(tmp_path: Path) -> None:
    with webdav(tmp_path) as served:
        trial = webdav_trial(served, tmp_path)
        name = f":webdav,url='http://127.0.0.1:{served.port}',vendor=other,user={USER}:sites/proekti"
        trial.settings = replace(trial.settings, remote=name, config_file=os.devnull)  # type: ignore[call-arg]
        trial.publish(SITE)
        assert trial.files() == SITE


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("nextcloud:www", "RCLONE_CONFIG_NEXTCLOUD_PASS"),
        ("my-cloud:", "RCLONE_CONFIG_MY-CLOUD_PASS"),
        (":webdav,url='https://a.bg':www", "RCLONE_WEBDAV_PASS"),
        (":smb:www", "RCLONE_SMB_PASS"),
    ],
)
def test_rclone_looks_for_the_password_where_it_is_given(name: str, expected: str) -> None:
    assert variable(name) == expected


# ── faults ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.sample(1)
@pytest.mark.parametrize("seed", range(20))
def test_what_a_cut_at_a_random_byte_leaves_is_repaired_by_the_next_run(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote.RemoteStore, "at_once", 2)
    monkeypatch.setattr("tests.publish.contract.assert_whole", lambda *_: None)  # more is not promised
    with webdav(tmp_path) as served, cutting(served.port) as proxy:
        trial = webdav_trial(served, tmp_path, proxy.port)
        cut_once(trial, proxy, seed=seed, whole=WHOLE)


def test_a_wrong_password_is_told_and_no_password_is_shown_anywhere(tmp_path: Path) -> None:
    with webdav(tmp_path) as served, watched_processes() as seen:
        trial = webdav_trial(served, tmp_path)
        trial.environment = {"SITEGEN_WEB_PASSWORD": "баница-1234"}
        wrong = refusal(trial)
        trial.environment = {"SITEGEN_WEB_PASSWORD": PASSWORD}
        trial.publish(SITE)
        assert trial.files() == SITE
    assert wrong.code == "NET-03"
    hidden = [PASSWORD, "баница", rclone.obscured(PASSWORD)[:8]]
    shown = [*seen, f"{wrong.message} {wrong.hint}"]
    assert any("rclone rcd" in line for line in seen)
    assert not [line for line in shown if any(word in line for word in hidden)]


def test_a_remote_that_nobody_knows_is_told(tmp_path: Path) -> None:
    with webdav(tmp_path) as served:
        trial = webdav_trial(served, tmp_path)
        trial.settings = replace(trial.settings, remote="other-cloud:www")  # type: ignore[call-arg]
        assert "other-cloud" in str(refusal(trial))


def encrypt(file: Path, passphrase: str) -> None:
    """Answers the questions of `rclone config`, each when it is asked."""
    command = ["rclone", "config", f"--config={file}"]
    answers = (
        ("q> ", "s"),
        ("a/q> ", "a"),
        ("password:\n", passphrase),
        ("password:\n", passphrase),
        ("u/q> ", "q"),
        ("q> ", "q"),
    )
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        assert process.stdin
        assert process.stdout
        for question, answer in answers:
            said = b""
            while not said.endswith(question.encode()):
                said += (got := process.stdout.read(1))
                assert got, said.decode()
            process.stdin.write(f"{answer}\n".encode())
            process.stdin.flush()
    assert "RCLONE_ENCRYPT" in file.read_text()


def test_settings_behind_a_passphrase_open_with_it(tmp_path: Path) -> None:
    with webdav(tmp_path) as served:
        trial = webdav_trial(served, tmp_path)
        file = settings_file(tmp_path, served.port)
        encrypt(file, "гювеч")
        assert refusal(trial).code == "NET-03"
        trial.environment = {"SITEGEN_WEB_PASSWORD": PASSWORD, "SITEGEN_WEB_PASSPHRASE": "гювеч"}
        trial.publish(SITE)
        assert trial.files() == SITE


@pytest.mark.long
def test_a_full_disk_is_told_and_the_next_run_repairs(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 400) as disk, webdav(tmp_path, disk) as served:
        trial = webdav_trial(served, tmp_path)
        trial.publish(version(1))
        assert refusal(trial, {**version(2), "assets/big.pdf": os.urandom(600_000)}).code == "NET-10"  # it answers 405
        trial.publish({**version(2), "assets/small.pdf": os.urandom(1000)})
        assert len(trial.files()["assets/small.pdf"]) == 1000
        assert {path: trial.files()[path] for path in version(2)} == version(2)
