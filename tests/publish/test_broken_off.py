"""Ctrl-C: it reaches all programs of a terminal at once, and the target must be left in order all the same."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.publish import remote
from tests.publish.s3_server import s3_storage
from tests.publish.servers import needed, ssh_server
from tests.publish.test_s3 import s3_trial
from tests.publish.test_sftp import sftp_trial
from tests.publish.trial import Trial

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(os.name != "posix", reason="other systems send Ctrl-C in their own way"),
]
SITE = {f"{at}/index.html": b"page" * 500 for at in range(120)}
SEEN = 40
"""Files that have arrived when Ctrl-C comes."""
PUBLISHES = f"""
import pickle, signal, sys, time
from sitegen.publish import remote
from tests.publish.trial import Nobody, Trial
signal.signal(signal.SIGINT, signal.default_int_handler)
remote.SETTLE = 0.0
class Told(Nobody):
    count = 0
    def sent(self, path, size):
        self.count += 1
        if self.count == {SEEN}:
            print("now", flush=True)
        if self.count >= {SEEN}:
            time.sleep(0.2)
settings, project, environment, site = pickle.load(sys.stdin.buffer)
trial = Trial(settings, project, None, None, None, environment)
try:
    trial.publish(site, Told())
except KeyboardInterrupt:
    sys.exit(7)
"""


@pytest.fixture(params=["sftp", "s3"])
def trial(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Trial]:
    monkeypatch.setattr(remote, "SETTLE", 0.0)
    if request.param == "sftp":
        with ssh_server(tmp_path / "sshd") as server:
            yield sftp_trial(server, tmp_path, tmp_path / "site")
    else:
        needed("rclone")
        with s3_storage() as storage:
            yield s3_trial(storage, tmp_path)


def test_ctrl_c_gives_the_lock_back_and_the_next_run_goes_on(trial: Trial) -> None:
    given = pickle.dumps((trial.settings, trial.project, trial.environment, SITE))
    process = subprocess.Popen(
        [sys.executable, "-c", PUBLISHES],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
        cwd=Path(__file__).parents[2],
    )
    with process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(given)
        process.stdin.close()
        assert process.stdout.readline() == b"now\n"
        os.killpg(process.pid, signal.SIGINT)
    assert process.returncode == 7
    with trial.session(process=os.getpid(), by="ivanova@kmetstvo") as session:  # nobody else holds the lock
        plan = trial.plan(session, SITE)
    assert 0 < len(plan.sends) <= len(SITE) - SEEN
    assert plan.in_the_way == ()
    trial.publish(SITE)
    assert trial.files() == SITE
