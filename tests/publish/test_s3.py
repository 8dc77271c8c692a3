"""S3 as target: rclone in front of a storage that moto plays, on loopback."""

from __future__ import annotations

import gzip
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from threading import Barrier
from typing import Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from sitegen.model.targets import S3
from sitegen.problems import Mistake
from sitegen.publish import rclone, remote
from sitegen.publish.programs import Ended
from sitegen.render.headers import FOR_EVER, SHORT
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
from tests.publish.rclone_servers import watched_processes
from tests.publish.s3_server import REGION, Storage, s3_storage
from tests.publish.servers import Proxy, cutting, needed
from tests.publish.trial import Trial, version

NUMBERS = count()
WHOLE = 130_000
"""Bytes of a publication, a little more than it takes: some cuts come after its end."""
SECRET = "мусака+4711/$(x)"


@pytest.fixture(scope="module")
def storage() -> Iterator[Storage]:
    needed("rclone")
    with s3_storage() as storage:
        yield storage


@pytest.fixture(autouse=True)
def nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "SETTLE", 0.0)
    monkeypatch.setitem(rclone.MANNERS, "RCLONE_LOW_LEVEL_RETRIES", "1")


def s3_trial(storage: Storage, root: Path, port: int = 0, folder: str = "") -> Trial:
    bucket = f"proekti-{next(NUMBERS)}"
    storage.bucket(bucket)
    settings = S3(
        type="s3",
        name="web",
        bucket=bucket,
        path=folder,
        endpoint=f"http://127.0.0.1:{port or storage.port}",
        region=REGION,
        key_id="AKIAEDITOR",
        public=True,
        keep=3,
    )

    def read(path: str) -> bytes | None:
        found = storage.get(bucket, f"{folder}/{path}" if folder else path)
        return found[0] if found else None

    def put(path: str, content: bytes) -> None:
        storage.client("s3").put_object(Bucket=bucket, Key=f"{folder}/{path}" if folder else path, Body=content)

    def files() -> dict[str, bytes]:
        return {path.removeprefix(f"{folder}/"): content for path, content in storage.files(bucket).items()}

    return Trial(settings, root, read, files, put, {"SITEGEN_WEB_SECRET_KEY": SECRET})


@pytest.mark.long
class TestBucket(Contract):
    """The site is the whole bucket."""

    @pytest.fixture
    def trial(self, tmp_path: Path, storage: Storage) -> Trial:
        return s3_trial(storage, tmp_path)


@pytest.mark.long
class TestFolder(Contract):
    """The site is a folder in the bucket."""

    @pytest.fixture
    def trial(self, tmp_path: Path, storage: Storage) -> Trial:
        return s3_trial(storage, tmp_path, folder="sites/proekti")


def test_a_sample_of_the_contract(tmp_path: Path, storage: Storage) -> None:
    trial = s3_trial(storage, tmp_path)
    first = published_and_changed(trial)
    put_back(trial, first)


def test_files_have_the_headers_that_visitors_need(tmp_path: Path, storage: Storage) -> None:
    trial = s3_trial(storage, tmp_path)
    packed = gzip.compress(PAGE)
    trial.publish({**SITE, "index.html.gz": packed, "стара снимка 50%+.jpg": b"jpg", "index.html": PAGE})
    assert isinstance(trial.settings, S3)
    bucket = trial.settings.bucket

    def headers(path: str) -> dict[str, str | None]:
        found = storage.get(bucket, path)
        assert found
        return {key: found[1].get(key) for key in ("Content-Type", "Cache-Control", "Content-Encoding")}

    assert headers("index.html") == {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": SHORT,
        "Content-Encoding": None,
    }
    assert headers("index.html.gz") == {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": SHORT,
        "Content-Encoding": "gzip",
    }
    assert headers("assets/theme/style.0a1b2c3d.css") == {
        "Content-Type": "text/css; charset=utf-8",
        "Cache-Control": FOR_EVER,
        "Content-Encoding": None,
    }
    assert storage.content(bucket, "index.html.gz") == packed
    assert trial.read("стара снимка 50%+.jpg") == b"jpg"
    assert trial.look({**SITE, "index.html.gz": packed, "стара снимка 50%+.jpg": b"jpg"}).is_empty


def test_files_are_readable_for_all_only_where_that_is_wanted(tmp_path: Path, storage: Storage) -> None:
    trial = s3_trial(storage, tmp_path)
    trial.settings = replace(trial.settings, public=False)  # type: ignore[call-arg]
    trial.publish(SITE)
    with pytest.raises(HTTPError, match="403"):
        urlopen(f"{storage.url}/{trial.settings.bucket}/index.html")  # type: ignore[attr-defined]


def test_one_program_sends_all_files(tmp_path: Path, storage: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    trial = s3_trial(storage, tmp_path)
    started: list[list[str]] = []
    original = subprocess.Popen

    class Noted(original):  # type: ignore[misc,valid-type]
        def __init__(self, command: list[str], **more: Any) -> None:
            started.append(command)
            super().__init__(command, **more)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    trial.publish(version(1, pages=60))
    assert len(trial.files()) == 63
    assert [command[-3:] for command in started] == [["rclone", "rcd", "--rc-addr=127.0.0.1:0"]]


# ── cuts ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def proxy(storage: Storage) -> Iterator[Proxy]:
    with cutting(storage.port) as proxy:
        yield proxy


@pytest.mark.sample(1)
@pytest.mark.parametrize("seed", range(20))
def test_a_cut_at_a_random_byte_leaves_whole_pages_and_the_next_run_resumes(
    seed: int, tmp_path: Path, storage: Storage, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote.RemoteStore, "at_once", 2)  # rclone waits longer after each failure
    trial = s3_trial(storage, tmp_path, proxy.port)
    cut_once(trial, proxy, seed=seed, whole=WHOLE)


# ── who is let in ───────────────────────────────────────────────────────────────────────────────────────────


def test_a_wrong_key_is_told_and_no_secret_is_shown_anywhere(tmp_path: Path, storage: Storage) -> None:
    trial = s3_trial(storage, tmp_path)
    key, secret = storage.editor()
    storage.ask_for_keys(always=True)
    try:
        with watched_processes() as seen:
            unknown = refusal(trial)
            trial.settings = replace(trial.settings, key_id=key)  # type: ignore[call-arg]
            wrong = refusal(trial)
            trial.environment = {"SITEGEN_WEB_SECRET_KEY": secret}
            trial.publish(SITE)
    finally:
        storage.ask_for_keys(always=False)
    assert trial.files() == SITE
    assert (unknown.code, wrong.code) == ("NET-03", "NET-03")
    assert any("rclone" in line for line in seen)
    shown = [*seen, *(f"{told.message} {told.hint}" for told in (unknown, wrong))]
    assert not [line for line in shown if SECRET in line or secret in line]


def test_without_the_secret_part_of_the_key_its_variable_is_named(tmp_path: Path, storage: Storage) -> None:
    trial = s3_trial(storage, tmp_path)
    trial.environment = {}
    told = refusal(trial)
    assert told.code == "NET-03"
    assert "SITEGEN_WEB_SECRET_KEY" in str(told.hint)


def test_nobody_at_the_port_and_no_such_bucket_are_told(tmp_path: Path, storage: Storage) -> None:
    trial = s3_trial(storage, tmp_path, port=1)
    assert refusal(trial).code == "NET-01"
    trial = s3_trial(storage, tmp_path)
    trial.settings = replace(trial.settings, bucket="nobodys")  # type: ignore[call-arg]
    assert "NoSuchBucket" in str(refusal(trial))


@pytest.mark.long
def test_a_full_storage_leaves_whole_pages_and_is_told(
    tmp_path: Path, storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote.RemoteStore, "at_once", 2)
    trial = s3_trial(storage, tmp_path)
    trial.publish(version(1))
    storage.is_full = True
    try:
        assert refusal(trial, version(2)).code == "NET-05"
    finally:
        storage.is_full = False
    assert_whole(trial, 2)
    trial.publish(version(2))
    assert {path: trial.files()[path] for path in version(2)} == version(2)


# ── locks and programs ──────────────────────────────────────────────────────────────────────────────────────


def test_of_two_who_come_at_once_one_is_told(tmp_path: Path, storage: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    trial = s3_trial(storage, tmp_path)
    trial.publish(SITE)
    met = Barrier(2, timeout=20)
    write = remote.RemoteStore.write

    def write_together(store: remote.RemoteStore, path: str, content: Path | bytes, headers: Any) -> None:
        if isinstance(content, bytes):
            met.wait()  # both have seen that nobody is there
        write(store, path, content, headers)

    monkeypatch.setattr(remote.RemoteStore, "write", write_together)
    waited: list[int] = []
    monkeypatch.setattr(remote, "sleep", lambda _: waited.append(met.wait()))  # both have written
    told: list[str] = []

    def come(name: str) -> None:
        try:
            with trial.session(process=os.getpid(), by=name):
                told.append("in")
                met.wait()
        except Mistake as mistake:
            told.append(mistake.code)
            met.wait()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(come, ("ivanova@kmetstvo", "petrov@kmetstvo")))
    assert sorted(told) == ["NET-07", "in"]
    assert len(waited) == 2


def test_rclone_is_gone_when_the_session_is(tmp_path: Path, storage: Storage) -> None:
    trial = s3_trial(storage, tmp_path)
    with rclone.running("web", {}) as running:
        assert running.ask("core/version")
    with pytest.raises(Ended):
        running.ask("core/version")
    trial.publish(SITE)


def test_rclone_goes_with_us_even_when_we_are_killed(tmp_path: Path) -> None:
    code = (
        "import os, time\nfrom sitegen.publish.rclone import running\n"
        "with running('web', {}) as rclone:\n    print(rclone.port, flush=True)\n    time.sleep(60)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert process.stdout
    port = int(process.stdout.readline())
    process.kill()
    process.wait()
    process.stdout.close()
    until = time.monotonic() + 20
    with suppress(ConnectionRefusedError):
        while time.monotonic() < until:
            socket.create_connection(("127.0.0.1", port), 1).close()
            time.sleep(0.05)
    assert time.monotonic() < until


def test_without_rclone_or_with_an_old_one_the_target_says_what_to_install(
    tmp_path: Path, storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    trial = s3_trial(storage, tmp_path)
    monkeypatch.setattr(rclone, "OLDEST", (99, 0))
    assert "rclone 99.0+" in str(refusal(trial))
    monkeypatch.setenv("PATH", str(tmp_path))
    told = refusal(trial)
    assert told.code == "NET-09"
    assert "rclone" in str(told)
