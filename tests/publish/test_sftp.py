"""SFTP as target: a real sshd, and the server that rclone plays, on loopback."""

from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from sitegen.model.targets import Sftp
from sitegen.publish.wire import Broken, Wire
from tests.publish.contract import (
    PAGE,
    SITE,
    Contract,
    assert_whole,
    cut_once,
    published_and_changed,
    put_back,
    refusal,
)
from tests.publish.rclone_servers import PASSWORD, USER, rclone_serve, watched_processes
from tests.publish.servers import Proxy, SshServer, cutting, small_disk, ssh_server
from tests.publish.trial import Trial, files_in, put_in, read_in, trial_over, version

WHOLE = 60_000
"""Bytes of a publication, a little more than it takes: some cuts come after its end."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SshServer]:
    with ssh_server(tmp_path_factory.mktemp("sshd")) as server:
        yield server


sftp_trial = partial(trial_over, Sftp)


@pytest.mark.long
class TestOpenSsh(Contract):
    """The server that most hosters have."""

    @pytest.fixture
    def trial(self, tmp_path: Path, server: SshServer) -> Trial:
        return sftp_trial(server, tmp_path, tmp_path / "server's $(www)" / 'my "site"')


@pytest.mark.long
class TestRclone(Contract):
    """A server that asks for a password and knows no links, and a login that leads to the site."""

    @pytest.fixture
    def trial(self, tmp_path: Path) -> Iterator[Trial]:
        with rclone_sftp(tmp_path) as trial:
            yield trial

    def test_a_reader_never_meets_a_broken_page(self, trial: Trial) -> None:
        pytest.skip("this server says that it renames in one step, and deletes before: docs/publishing.md says so")


@pytest.mark.long
class TestOldServer(Contract):
    """A server without any of OpenSSH's extensions: it cannot rename onto a file."""

    @pytest.fixture
    def trial(self, tmp_path: Path, server: SshServer, monkeypatch: pytest.MonkeyPatch) -> Trial:
        greet = Wire.greet
        monkeypatch.setattr(Wire, "greet", lambda wire: greet(wire) and frozenset())
        return sftp_trial(server, tmp_path, tmp_path / "site")

    def test_a_reader_never_meets_a_broken_page(self, trial: Trial) -> None:
        pytest.skip("between two renames a page may be missing for a moment: docs/publishing.md says so")


@contextmanager
def rclone_sftp(root: Path) -> Iterator[Trial]:
    place = root / "hosting"
    place.mkdir()
    with rclone_serve("sftp", place, root / "server") as served:
        known = root / "known_hosts"
        known.write_text(f"[127.0.0.1]:{served.port} {served.host_key}\n")
        settings = Sftp(
            type="sftp",
            name="web",
            host="127.0.0.1",
            port=served.port,
            user=USER,
            known_hosts_file=str(known),
            keep=3,
        )
        trial = Trial(settings, root, read_in(place), lambda: files_in(place), put_in(place))
        trial.environment = {"SITEGEN_WEB_PASSWORD": PASSWORD}
        yield trial


def test_a_sample_of_the_contract(tmp_path: Path, server: SshServer) -> None:
    trial = sftp_trial(server, tmp_path, tmp_path / "site")
    first = published_and_changed(trial)
    assert not (tmp_path / "site/bg").exists()
    put_back(trial, first)
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "site").rglob("*")} == {0o644, 0o755}


def test_visitors_may_read_what_a_secretive_server_would_hide(tmp_path: Path) -> None:
    with ssh_server(tmp_path / "sshd", sftp="internal-sftp -u 077") as server:
        sftp_trial(server, tmp_path, tmp_path / "site").publish(SITE)
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "site").rglob("*")} == {0o644, 0o755}


def test_files_whose_long_names_begin_alike_do_not_meet_while_they_grow(tmp_path: Path, server: SshServer) -> None:
    trial = sftp_trial(server, tmp_path, tmp_path / "site")
    site = {f"assets/{'снимка-' * 13}{at}.jpg": os.urandom(200_000) for at in range(10)}
    trial.publish(site)
    assert trial.files() == site


def test_what_is_no_file_is_told_and_left_alone(tmp_path: Path, server: SshServer) -> None:
    trial = sftp_trial(server, tmp_path, tmp_path / "site")
    trial.publish(SITE)
    (tmp_path / "other.html").write_bytes(b"other")
    (tmp_path / "site/index.html").unlink()
    (tmp_path / "site/index.html").symlink_to("../././other.html")  # as long as the page
    (tmp_path / "site/elsewhere").symlink_to("..")
    plan = trial.look(SITE)
    assert plan.in_the_way == ("index.html",)
    assert plan.foreign == ("elsewhere",)
    trial.publish(SITE)
    assert trial.read("index.html") == PAGE
    assert (tmp_path / "other.html").read_bytes() == b"other"


# ── cuts ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def proxy(server: SshServer) -> Iterator[Proxy]:
    with cutting(server.port) as proxy:
        yield proxy


@pytest.mark.sample(1)
@pytest.mark.parametrize("seed", range(20))
def test_a_cut_at_a_random_byte_leaves_whole_pages_and_the_next_run_resumes(
    seed: int, tmp_path: Path, server: SshServer, proxy: Proxy
) -> None:
    trial = sftp_trial(server, tmp_path, tmp_path / "site", proxy.port)
    cut_once(trial, proxy, seed=seed, whole=WHOLE)


# ── who is let in, and who is it ────────────────────────────────────────────────────────────────────────────


def test_a_server_that_nobody_knows_is_not_trusted(tmp_path: Path, server: SshServer) -> None:
    known = tmp_path / "known_hosts"
    known.write_text("")
    trial = sftp_trial(server, tmp_path, tmp_path / "site")
    trial.settings = replace(trial.settings, known_hosts_file=str(known))  # type: ignore[call-arg]
    assert refusal(trial).code == "NET-02"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / "other"], check=True)
    known.write_text("[127.0.0.1]:* " + (tmp_path / "other.pub").read_text())
    assert refusal(trial).code == "NET-02"
    assert not (tmp_path / "site").exists()


def test_nobody_at_the_port_is_told(tmp_path: Path, server: SshServer) -> None:
    assert refusal(sftp_trial(server, tmp_path, tmp_path / "site", port=1)).code == "NET-01"


def test_a_server_without_sftp_is_told(tmp_path: Path) -> None:
    with ssh_server(tmp_path / "sshd", sftp="") as server:
        told = refusal(sftp_trial(server, tmp_path, tmp_path / "site"))
    assert told.code == "NET-10"
    assert "does not offer SFTP" in str(told)


def test_a_wrong_password_is_told_and_no_password_is_shown_anywhere(tmp_path: Path) -> None:
    with rclone_sftp(tmp_path) as trial, watched_processes() as seen:
        trial.environment = {"SITEGEN_WEB_PASSWORD": "баница-1234"}
        told = refusal(trial)
        assert told.code == "NET-03"
        assert "баница" not in f"{told.message} {told.hint}"
        trial.environment = {"SITEGEN_WEB_PASSWORD": PASSWORD}
        trial.publish(SITE)
        assert trial.files() == SITE
    assert any("ssh" in line for line in seen)
    assert not [line for line in seen if PASSWORD in line or "баница" in line]


# ── what the server says ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.long
def test_a_full_disk_leaves_whole_pages_and_is_told(tmp_path: Path, server: SshServer) -> None:
    with small_disk(tmp_path / "disk", 400) as disk:
        trial = sftp_trial(server, tmp_path, disk / "site")
        trial.publish(version(1))
        assert refusal(trial, {**version(2), "assets/big.pdf": os.urandom(600_000)}).code == "NET-05"
        assert_whole(trial, 2)
        trial.publish({**version(2), "assets/small.pdf": os.urandom(1000)})
        assert len(trial.files()["assets/small.pdf"]) == 1000


@pytest.mark.skipif(os.geteuid() != 0, reason="another user is needed")
def test_a_folder_where_nobody_may_write_is_told(tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir()
    with ssh_server(tmp_path / "sshd") as server:
        trial = sftp_trial(server, tmp_path, Path("/proc/sitegen"))
        assert refusal(trial).code in {"NET-06", "NET-10"}


def test_words_of_a_login_script_are_no_answer() -> None:
    with pytest.raises(Broken):
        Wire(io.BytesIO(b"Welcome to web-7!\nHave a nice day.\n"), io.BytesIO())


def test_without_ssh_the_target_says_what_to_install(
    tmp_path: Path, server: SshServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    trial = sftp_trial(server, tmp_path, tmp_path / "site")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refusal(trial).code == "NET-09"
