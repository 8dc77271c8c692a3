"""FTPS as target: pyftpdlib with TLS on loopback, which insists on the session of the control connection."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from ftplib import FTP_TLS
from pathlib import Path

import pytest

from sitegen.model.targets import Ftps
from sitegen.publish import ftp
from tests.publish.contract import SITE, Contract, cut_and_resume, refusal
from tests.publish.ftp_server import PASSWORD, SECOND_HOST, USER, FtpServer, cutting_all, ftp_server
from tests.publish.servers import small_disk
from tests.publish.trial import Trial, files_in, put_in, read_in


@pytest.fixture
def server(tmp_path: Path) -> Iterator[FtpServer]:
    (tmp_path / "root").mkdir()
    with ftp_server(tmp_path, tmp_path / "root") as server:
        yield server


def ftps_trial(server: FtpServer, folder: Path, host: str = "127.0.0.1", root: str = "root") -> Trial:
    settings = Ftps(
        type="ftps",
        name="web",
        host=host,
        port=server.port,
        user=USER,
        path="/www/сайт",
        ca_file=str(server.ca_file),
        keep=3,
    )
    place = folder / root / "www" / "сайт"
    environment = {"SITEGEN_WEB_PASSWORD": PASSWORD}
    return Trial(settings, folder, read_in(place), lambda: files_in(place), put_in(place), environment)


class TestFtps(Contract):
    """MLSD, explicit TLS, a root with a Cyrillic name."""

    @pytest.fixture
    def trial(self, tmp_path: Path, server: FtpServer) -> Trial:
        return ftps_trial(server, tmp_path)


def test_every_data_connection_continues_the_session(
    tmp_path: Path, server: FtpServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    trial = ftps_trial(server, tmp_path)
    trial.publish(SITE)
    assert server.refused == []
    monkeypatch.setattr(ftp.Channel, "ntransfercmd", FTP_TLS.ntransfercmd)
    assert refusal(trial, {"index.html": b"new"}).code in ("NET-04", "NET-06", "NET-10")
    assert server.refused


def test_tls_from_the_first_byte_on(tmp_path: Path) -> None:
    (tmp_path / "root").mkdir()
    with ftp_server(tmp_path, tmp_path / "root", implicit=True) as server:
        trial = ftps_trial(server, tmp_path)
        assert isinstance(trial.settings, Ftps)
        replace_settings(trial, implicit=True).publish(SITE)
        assert trial.files() == SITE
        trial.publish({**SITE, "index.html": b"new"})
    assert trial.files()["index.html"] == b"new"
    assert server.refused == []


def replace_settings(trial: Trial, **settings: bool) -> Trial:
    """The same trial with other settings."""
    trial.settings = replace(trial.settings, **settings)  # type: ignore[arg-type]
    return trial


@pytest.mark.long
def test_a_wrong_password_is_told_and_not_shown(tmp_path: Path, server: FtpServer) -> None:
    trial = ftps_trial(server, tmp_path)
    trial.environment = {"SITEGEN_WEB_PASSWORD": "баница"}
    told = refusal(trial)
    assert told.code == "NET-03"
    assert "баница" not in f"{told.message} {told.hint}"


def test_a_certificate_that_nobody_vouches_for_is_not_believed(tmp_path: Path, server: FtpServer) -> None:
    trial = ftps_trial(server, tmp_path)
    trial.settings = replace(trial.settings, ca_file="")  # type: ignore[call-arg]
    assert refusal(trial).code == "NET-02"
    trial.settings = replace(trial.settings, ca_file="nowhere.pem")  # type: ignore[call-arg]
    assert refusal(trial).code == "NET-02"


def test_without_encryption_nothing_is_sent(tmp_path: Path) -> None:
    (tmp_path / "root").mkdir()
    with ftp_server(tmp_path, tmp_path / "root", encrypted=False) as server:
        told = refusal(ftps_trial(server, tmp_path))
    assert told.code == "NET-10"
    assert "Ask the hoster for FTPS or SFTP" in told.hint.template
    assert not list((tmp_path / "root").iterdir())


def test_nobody_at_the_port_is_told(tmp_path: Path, server: FtpServer) -> None:
    trial = ftps_trial(server, tmp_path)
    trial.settings = replace(trial.settings, port=1)  # type: ignore[call-arg]
    assert refusal(trial).code == "NET-01"


@pytest.mark.long
def test_twenty_cuts_at_random_bytes(tmp_path: Path, server: FtpServer) -> None:
    with cutting_all(server) as proxy:
        told = cut_and_resume(ftps_trial(server, tmp_path, SECOND_HOST), proxy, seed=2026, cuts=20)
    assert set(told) <= {"NET-01", "NET-04", "done"}
    assert sum(code != "done" for code in told) > 15


def test_a_full_disk_is_told_and_the_next_run_repairs(tmp_path: Path) -> None:
    with small_disk(tmp_path / "root", 400) as disk, ftp_server(tmp_path, disk) as server:
        trial = ftps_trial(server, tmp_path)
        trial.publish(SITE)
        assert refusal(trial, {**SITE, "big.pdf": os.urandom(600_000)}).code in ("NET-04", "NET-05")
        assert trial.files() == SITE
        trial.publish({**SITE, "small.pdf": os.urandom(1000)})
        assert len(trial.files()["small.pdf"]) == 1000


def test_lines_of_servers_without_mlsd() -> None:
    assert ftp.unix_facts_of("-rw-r--r--    1 1000  1000   512 Nov 23 12:10 a b.html") == ("a b.html", "file", 512)
    assert ftp.unix_facts_of("drwxr-xr-x    2 ftp   ftp   4096 Jan 01  2026 .well-known") == (
        ".well-known",
        "dir",
        4096,
    )
    assert ftp.unix_facts_of("lrwxrwxrwx    1 ftp   ftp      3 Jan 01  2026 www -> web") == ("www", "other", 3)
    assert ftp.unix_facts_of("total 8") == ("", "", 0)
