"""A git branch as target: bare repositories, in a folder and over SSH."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.model.targets import Git
from sitegen.problems import Mistake
from tests.publish.contract import OTHER, PAGE, SITE, Contract, cut_and_resume
from tests.publish.servers import SshServer, cutting, needed, small_disk, ssh_server
from tests.publish.trial import Trial, version

NAMES = {"GIT_AUTHOR_NAME": "Somebody", "GIT_AUTHOR_EMAIL": "s@example.org"}
NAMES |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in NAMES.items()}


def git(folder: Path, *words: str, given: bytes = b"") -> bytes:
    environment = {**os.environ, **NAMES, "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(["git", "-C", folder, *words], input=given, capture_output=True, env=environment, check=True)
    return done.stdout


def git_trial(root: Path, repository: str = "") -> Trial:
    """A bare repository; visitors get the files of its branch."""
    needed("git")
    bare = root / "pages.git"
    bare.mkdir()
    git(bare, "init", "--quiet", "--bare", "--initial-branch=main")

    def read(path: str) -> bytes | None:
        try:
            return git(bare, "cat-file", "blob", f"refs/heads/gh-pages:{path}")
        except subprocess.CalledProcessError:
            return None

    def files() -> dict[str, bytes]:
        try:
            names = git(bare, "ls-tree", "-r", "-z", "--name-only", "refs/heads/gh-pages").decode().split("\0")[:-1]
        except subprocess.CalledProcessError:
            return {}
        hidden = (".nojekyll", ".sitegen-publish/manifest.json")
        return {
            name: git(bare, "cat-file", "blob", f"refs/heads/gh-pages:{name}") for name in names if name not in hidden
        }

    def put(path: str, content: bytes) -> None:
        clone = root / "clone"
        subprocess.run(["rm", "-rf", clone], check=True)
        git(root, "clone", "--quiet", str(bare), str(clone))
        if git(bare, "for-each-ref", "refs/heads/gh-pages"):
            git(clone, "checkout", "--quiet", "gh-pages")
        else:
            git(clone, "checkout", "--quiet", "--orphan", "gh-pages")
        (clone / path).parent.mkdir(parents=True, exist_ok=True)
        (clone / path).write_bytes(content)
        git(clone, "add", "--all")
        git(clone, "commit", "--quiet", "-m", "by hand")
        git(clone, "push", "--quiet", "origin", "gh-pages")

    settings = Git(
        type="git", name="web", repository=repository or "pages.git", author="Редактор <e@example.org>", keep=3
    )
    return Trial(settings, root, read, files, put)


class TestGit(Contract):
    """A bare repository in a folder."""

    is_locked = False

    @pytest.fixture
    def trial(self, tmp_path: Path) -> Trial:
        return git_trial(tmp_path)


def test_a_publication_is_a_commit_of_the_author_and_jekyll_stays_away(tmp_path: Path) -> None:
    trial = git_trial(tmp_path)
    trial.publish(SITE)
    plan = trial.publish({"index.html": OTHER})
    log = git(tmp_path / "pages.git", "log", "--format=%an %ae %s", "gh-pages").decode().splitlines()
    assert log[0] == f"Редактор e@example.org Publication {plan.manifest.number}"
    assert len(log) == 2
    assert trial.read(".nojekyll") == b""
    trial.settings = replace(trial.settings, nojekyll=False)  # type: ignore[call-arg]
    trial.publish(SITE)
    assert trial.read(".nojekyll") is None


def test_a_repository_that_is_not_there_is_told(tmp_path: Path) -> None:
    trial = git_trial(tmp_path, "nowhere.git")
    with pytest.raises(Mistake) as told:
        trial.publish(SITE)
    assert told.value.code == "NET-01"


def test_a_branch_that_is_protected_is_told_and_stays(tmp_path: Path) -> None:
    trial = git_trial(tmp_path)
    trial.publish(SITE)
    hook = tmp_path / "pages.git/hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'only by request' >&2\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(Mistake) as told:
        trial.publish({"index.html": PAGE})
    assert told.value.code == "NET-06"
    assert trial.files() == SITE


def test_a_full_disk_leaves_the_old_site_and_is_told(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 600) as disk:
        trial = git_trial(disk)
        trial.project = tmp_path
        trial.settings = replace(trial.settings, repository=str(disk / "pages.git"))  # type: ignore[call-arg]
        trial.publish(SITE)
        with pytest.raises(Mistake) as told:
            trial.publish({**SITE, "big.pdf": os.urandom(900_000)})
        assert told.value.code == "NET-05"
        assert trial.files() == SITE


# ── over SSH ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SshServer]:
    with ssh_server(tmp_path_factory.mktemp("sshd")) as server:
        yield server


def ssh_trial(server: SshServer, root: Path, port: int) -> Trial:
    trial = git_trial(root, f"ssh://127.0.0.1:{port}{root}/pages.git")
    trial.settings = replace(  # type: ignore[call-arg]
        trial.settings, key_file=str(server.key), known_hosts_file=str(server.known_hosts)
    )
    return trial


@pytest.mark.long
def test_a_cut_leaves_a_whole_site(tmp_path: Path, server: SshServer) -> None:
    with cutting(server.port) as proxy:
        cut_and_resume(ssh_trial(server, tmp_path, proxy.port), proxy, seed=5, cuts=1, whole=12_000)


@pytest.mark.long
def test_twenty_cuts_at_random_bytes(tmp_path: Path, server: SshServer) -> None:
    with cutting(server.port) as proxy:
        told = cut_and_resume(ssh_trial(server, tmp_path, proxy.port), proxy, seed=2026, cuts=20)
    assert set(told) <= {"NET-01", "NET-04", "done"}
    assert sum(code != "done" for code in told) > 15


def test_a_wrong_key_is_told(tmp_path: Path, server: SshServer) -> None:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / "other"], check=True)
    trial = ssh_trial(server, tmp_path, server.port)
    trial.settings = replace(trial.settings, key_file=str(tmp_path / "other"))  # type: ignore[call-arg]
    with pytest.raises(Mistake) as told:
        trial.publish(version(1))
    assert told.value.code == "NET-03"
