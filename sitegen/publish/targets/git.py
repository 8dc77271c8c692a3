"""A branch of a git repository that a host serves: a publication is a commit, and visitors see the old or the new one.

Nothing is checked out: the commit is made of objects in a bare repository of our own, which knows the last commits of
the branch. A push that meets another publisher's commit is refused by git itself, so no lock is needed.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from sitegen.model.targets import Git
from sitegen.problems import Mistake
from sitegen.publish import faults
from sitegen.publish.examination import Examination
from sitegen.publish.manifest import NOTHING_STANDS, OURS, Manifest, read_manifest, written
from sitegen.publish.plan import Plan, Source
from sitegen.publish.programs import Ended, assert_there, complaint, run
from sitegen.publish.standing import Found, Standing
from sitegen.publish.target import Errand, Promise, Publication, Session, Watch

PROMISE = Promise.WHOLE_SITE
NOTE = f"{OURS}/manifest.json"
JEKYLL = ".nojekyll"
PLAIN = "100644"
"""Git's mode of an ordinary file."""
ASKPASS = """#!/bin/sh
case $1 in
    *sername*) printf '%s\\n' "$SITEGEN_USER" ;;
    *) printf '%s\\n' "$SITEGEN_PASSWORD" ;;
esac
"""
"""What git calls for a name and a token: they stand in the environment of git alone."""
REFUSED = re.compile(r"non-fast-forward|fetch first|stale info|cannot lock ref|failed to update ref|remote ref updated")


@dataclass(frozen=True)
class Entry:
    """A file in a commit."""

    mode: str
    sha: str
    size: int = 0


@contextmanager
def open_target(settings: Git, errand: Errand) -> Iterator[Session]:
    """The session; its repository goes with it."""
    assert_there(errand.name, "git")
    with TemporaryDirectory(prefix="sitegen-", ignore_cleanup_errors=True) as folder:
        yield GitSession(settings, errand, Path(folder))


class GitSession(Session):
    """The branch, and the commit that we build on."""

    def __init__(self, settings: Git, errand: Errand, folder: Path) -> None:
        self.settings, self.errand, self.folder = settings, errand, folder
        self.repository = address(settings.repository, errand.project)
        self.ref = f"refs/heads/{settings.branch}"
        self.environment = self.surroundings()
        self.git("init", "--quiet", "--bare", "--template=", ".")
        self.tip = self.fetch()

    # ── the program ─────────────────────────────────────────────────────────────────────────────────────────

    def surroundings(self) -> dict[str, str]:
        """What git finds in its environment: the repository, who commits, secrets."""
        by, settings = self.errand.holder.by, self.settings
        found = {
            "GIT_DIR": str(self.folder),
            "GIT_INDEX_FILE": str(self.folder / "index"),
            "GIT_SSH_COMMAND": os.environ.get(
                "GIT_SSH_COMMAND", "ssh -o BatchMode=yes -o StrictHostKeyChecking=yes -o ConnectTimeout=20"
            ),
        }
        if settings.key_file or settings.known_hosts_file:
            found["GIT_SSH_COMMAND"] = self.ssh()
        if author := re.fullmatch(r"\s*(.+?)\s*<([^<>]+)>\s*", settings.author):
            name, mail = author[1], author[2]
        elif has_author():
            name = mail = ""
        else:
            name, mail = by, by if "." in by.partition("@")[2] else f"{by}.invalid"
        if name:
            found |= {"GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": mail}
            found |= {"GIT_COMMITTER_NAME": name, "GIT_COMMITTER_EMAIL": mail}
        return found | self.secrets()

    def ssh(self) -> str:
        """The command for a repository that is reached by SSH with a key of its own."""
        words = ["ssh", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes", "-o", "ConnectTimeout=20"]
        if self.settings.known_hosts_file:
            words += ["-o", f"UserKnownHostsFile={self.file(self.settings.known_hosts_file)}"]
        if self.settings.key_file:
            words += ["-o", "IdentitiesOnly=yes", "-i", str(self.file(self.settings.key_file))]
        return shlex.join(words)

    def file(self, name: str) -> Path:
        """A file that the settings name."""
        return self.errand.project / Path(name).expanduser()

    def secrets(self) -> dict[str, str]:
        """Name and token for a repository that is reached by HTTPS."""
        known, variable = self.errand.secrets, self.settings.password_env
        password = known.need("password", variable) if variable else known.get("password")
        if not password:
            return {}
        program = self.folder / "askpass"
        program.write_text(ASKPASS)
        program.chmod(0o700)
        return {"GIT_ASKPASS": str(program), "SITEGEN_USER": self.settings.user, "SITEGEN_PASSWORD": password}

    def git(self, *words: str, given: bytes = b"") -> bytes:
        """What git prints; raises Mistake."""
        try:
            return self.tried(*words, given=given)
        except Ended as ended:
            raise complaint(ended, self.errand.name, self.settings.repository) from None

    def tried(self, *words: str, given: bytes = b"") -> bytes:
        """The same; raises Ended."""
        options = ("-c", "core.autocrlf=false", "-c", "gc.auto=0", "-c", "core.quotepath=false")
        return run(["git", "-C", str(self.folder), *options, *words], given=given, environment=self.environment)

    # ── what stands ─────────────────────────────────────────────────────────────────────────────────────────

    def fetch(self) -> str:
        """The last commit of the branch, which we have then with some before it; "" where there is no branch yet."""
        listed = self.git("ls-remote", "--", self.repository, self.ref).decode().split()
        if not listed:
            return ""
        depth = f"--depth={2 * self.settings.keep + 1}"
        self.git("fetch", "--quiet", "--no-tags", depth, "--", self.repository, f"+{self.ref}:refs/heads/there")
        return self.git("rev-parse", "refs/heads/there").decode().strip()

    def entries(self, commit: str) -> dict[str, Entry]:
        """The files of a commit."""
        if not commit:
            return {}
        lines = self.git("ls-tree", "-r", "-l", "-z", commit).decode("utf-8", "surrogateescape").split("\0")[:-1]
        split = (line.split("\t", 1) for line in lines)
        heads = {path: head.split() for head, path in split}
        return {path: Entry(words[0], words[2], int(words[3].strip("-") or 0)) for path, words in heads.items()}

    def manifest(self, commit: str) -> Manifest:
        """What a commit says of itself; nothing where it does not."""
        with suppress(Ended, ValueError):
            return read_manifest(self.tried("cat-file", "blob", f"{commit}:{NOTE}"))
        return NOTHING_STANDS

    def standing(self) -> Standing:
        """The last commit; the content of files that could be ours is looked at."""
        manifest, entries = self.manifest(self.tip), self.entries(self.tip)
        shas = sorted({entry.sha for entry in entries.values() if entry.mode == PLAIN})
        digests = dict(digests_in(self.git("cat-file", "--batch", given="\n".join([*shas, ""]).encode())))
        found = {
            path: Found(entry.size, digests.get(entry.sha, "no file"))
            for path, entry in entries.items()
            if not path.startswith(f"{OURS}/") and path != JEKYLL
        }
        return Standing(manifest=manifest, found=found)

    def lock(self, *, break_it: bool) -> None:
        """Nothing: git refuses the second push."""

    # ── sending ─────────────────────────────────────────────────────────────────────────────────────────────

    def send(self, plan: Plan, watch: Watch) -> None:
        """Makes the commit and pushes it."""
        there = self.entries(self.tip)
        watch.begin(len(plan.sends), plan.size)
        sent = self.stored(plan)
        entries = {path: sent.get(path) or there[path] for path in plan.manifest.files}
        self.push(plan, entries, there)
        for path in plan.sends:
            watch.sent(path, plan.manifest.files[path].size)

    def stored(self, plan: Plan) -> dict[str, Entry]:
        """The files to send, as objects."""
        if not plan.sends:
            return {}
        for path in plan.sends:
            if sha256(plan.source(path).disk.read_bytes()).hexdigest() != plan.manifest.files[path].digest:
                raise faults.changed(self.errand.name, path)
        disks = "".join(f"{plan.source(path).disk}\n" for path in plan.sends)
        shas = self.git("hash-object", "-w", "--no-filters", "--stdin-paths", given=os.fsencode(disks)).decode().split()
        return {path: Entry(PLAIN, sha) for path, sha in zip(plan.sends, shas, strict=True)}

    def push(self, plan: Plan, entries: Mapping[str, Entry], there: Mapping[str, Entry]) -> None:
        """A commit of these files, of what stays and of the manifest becomes the branch."""
        stays = {path: there[path] for path in (*plan.manifest.lingering, *plan.foreign)}
        whole = {**stays, **entries, NOTE: self.object(written(plan.manifest))}
        if self.settings.nojekyll:
            whole.setdefault(JEKYLL, self.object(b""))
        lines = "".join(f"{entry.mode} {entry.sha}\t{path}\0" for path, entry in sorted(whole.items()))
        self.git("read-tree", "--empty")
        self.git("update-index", "-z", "--index-info", given=lines.encode("utf-8", "surrogateescape"))
        tree = self.git("write-tree").decode().strip()
        parent = ("-p", self.tip) if self.tip else ()
        commit = self.git("commit-tree", *parent, "-F", "-", tree, given=told(plan)).decode().strip()
        try:
            self.tried("push", "--quiet", "--no-verify", "--", self.repository, f"{commit}:{self.ref}")
        except Ended as ended:
            if REFUSED.search(ended.said):
                raise self.overtaken() from None
            raise complaint(ended, self.errand.name, self.settings.repository) from None

    def object(self, content: bytes) -> Entry:
        """A file that is made here, as an object."""
        return Entry(PLAIN, self.git("hash-object", "-w", "--stdin", given=content).decode().strip())

    def overtaken(self) -> Mistake:
        """The complaint where somebody else published meanwhile."""
        tip = self.fetch()
        by, moment = self.git("log", "-1", "--format=%an%n%cI", tip).decode().split("\n")[:2]
        return faults.locked(self.errand.name, by, datetime.fromisoformat(moment))

    # ── earlier publications ────────────────────────────────────────────────────────────────────────────────

    def commits(self) -> dict[str, str]:
        """Publications by number, with their commits, the last of each."""
        if not self.tip:
            return {}
        found: dict[str, str] = {}
        for commit in self.git("log", "--format=%H", "--first-parent", self.tip).decode().split():
            found.setdefault(self.manifest(commit).number, commit)
        found.pop("", None)
        return dict(sorted(found.items(), reverse=True)[: self.settings.keep])

    def publications(self) -> tuple[Publication, ...]:
        """The last commits."""
        current = self.manifest(self.tip).number if self.tip else ""
        manifests = [self.manifest(commit) for commit in self.commits().values()]
        return tuple(
            Publication(manifest, tree_of(manifest), is_current=manifest.number == current) for manifest in manifests
        )

    def examine(self) -> Examination:
        """Asks the host whether it would take a commit, and gives it none."""
        commit = (
            self.tip or self.git("commit-tree", "-m", "probe", self.git("mktree").decode().strip()).decode().strip()
        )
        self.git("push", "--quiet", "--dry-run", "--no-verify", "--", self.repository, f"{commit}:{self.ref}")
        return Examination(is_writable=True)

    def restore(self, plan: Plan, publication: Publication, watch: Watch) -> None:
        """A new commit with the files of an earlier one."""
        earlier = self.entries(self.commits()[publication.number])
        watch.begin(len(plan.sends), plan.size)
        self.push(plan, {path: earlier[path] for path in plan.manifest.files}, self.entries(self.tip))


def address(repository: str, project: Path) -> str:
    """The repository as git wants it: a folder's path begins at the project."""
    is_elsewhere = "://" in repository or re.match(r"[^/]*:", repository)
    return repository if is_elsewhere else str(project / Path(repository).expanduser())


def has_author() -> bool:
    """Whether git knows whose commits are made on this machine."""
    try:
        return bool(run(["git", "config", "user.email"]).strip() and run(["git", "config", "user.name"]).strip())
    except Ended:
        return False


def digests_in(batch: bytes) -> Iterator[tuple[str, str]]:
    """SHA-256 of each object in what `cat-file --batch` prints."""
    at = 0
    while at < len(batch):
        end = batch.index(b"\n", at)
        sha, _, size = batch[at:end].decode().split()
        begin = end + 1
        yield sha, sha256(batch[begin : begin + int(size)]).hexdigest()
        at = begin + int(size) + 1


def told(plan: Plan) -> bytes:
    """The message of the commit."""
    counts: Sequence[tuple[str, int]] = (
        ("new", len(plan.new)),
        ("changed", len(plan.changed)),
        ("removed", len(plan.removed)),
    )
    lines = ", ".join(f"{name}: {count}" for name, count in counts)
    return f"Publication {plan.manifest.number}\n\n{lines}\n".encode()


def tree_of(manifest: Manifest) -> dict[str, Source]:
    """The files of a publication that the repository has itself."""
    return {
        path: Source(Path(os.devnull), seal, manifest.titles.get(path, "")) for path, seal in manifest.files.items()
    }
