"""SFTP as target: a real sshd, and the server that rclone plays, on loopback."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.model.targets import Sftp
from sitegen.problems import Mistake
from sitegen.publish.targets import sftp
from tests.publish.contract import OTHER, PAGE, SITE, Contract, assert_whole, cut_and_resume
from tests.publish.rclone_servers import PASSWORD, USER, Served, rclone_serve
from tests.publish.servers import Proxy, SshServer, cutting, small_disk, ssh_server
from tests.publish.trial import Trial, files_in, put_in, read_in, version


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SshServer]:
    with ssh_server(tmp_path_factory.mktemp("sshd")) as server:
        yield server


def sftp_trial(server: SshServer, root: Path, place: Path, port: int = 0) -> Trial:
    settings = Sftp(
        type="sftp",
        name="web",
        host="127.0.0.1",
        port=port or server.port,
        path=str(place),
        key_file=str(server.key),
        known_hosts_file=str(server.known_hosts),
        keep=3,
    )
    return Trial(settings, root, read_in(place), lambda: files_in(place), put_in(place))


@pytest.mark.long
class TestOpenSsh(Contract):
    """The server that most hosters have."""

    @pytest.fixture
    def trial(self, tmp_path: Path, server: SshServer) -> Trial:
        return sftp_trial(server, tmp_path, tmp_path / "server's $(www)" / 'my "site"')
