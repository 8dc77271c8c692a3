"""Stepwise targets: order, resumption, lock and rollback, on a store in memory that can break at every operation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from sitegen.model.targets import Target
from sitegen.problems import Mistake
from sitegen.publish import faults, lock
from sitegen.publish.manifest import OURS
from sitegen.publish.standing import Found
from sitegen.publish.stepwise import ANNOUNCED, ARRIVED, MANIFEST, stepwise
from sitegen.publish.target import Errand, Promise, Session, Store
from sitegen.publish.targets import Kind
from tests.publish import contract, trial
from tests.publish.contract import OTHER, PAGE, SITE, Contract, assert_whole
from tests.publish.trial import BEGIN, Nobody, Trial, version


@dataclass
class Memory(Store):
    """Files in memory; after so many operations nothing answers any more."""

    files: dict[str, bytes] = field(default_factory=dict)
    left: int | None = None
    """Operations until the connection breaks; None never."""
    done: list[str] = field(default_factory=list)
    headers: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def step(self, what: str) -> None:
        if self.left is not None:
            if self.left == 0:
                raise faults.cut("web", "cut")
            self.left -= 1
        self.done.append(what)

    def listing(self) -> dict[str, Found]:
        self.step("list")
        return {path: Found(len(content)) for path, content in self.files.items()}

    def read(self, path: str) -> bytes | None:
        self.step(f"read {path}")
        return self.files.get(path)

    def write(self, path: str, content: Path | bytes, headers: Mapping[str, str]) -> None:
        self.step(f"write {path}")
        self.files[path] = content.read_bytes() if isinstance(content, Path) else content
        self.headers[path] = headers

    def create(self, path: str, content: bytes) -> bool:
        self.step(f"create {path}")
        if path in self.files:
            return False
        self.files[path] = content
        return True

    def delete(self, path: str) -> None:
        self.step(f"delete {path}")
        self.files.pop(path, None)


@pytest.fixture
def store() -> Memory:
    return Memory()


@pytest.fixture
def made(tmp_path: Path, store: Memory, monkeypatch: pytest.MonkeyPatch) -> Trial:
    @contextmanager
    def open_target(settings: Target, errand: Errand) -> Iterator[Session]:
        with stepwise(store, settings, errand) as session:
            yield session

    for room in (trial, contract):
        monkeypatch.setattr(room, "kind_of", lambda name: Kind(Promise.WHOLE_PAGE, (), open_target))

    def files() -> dict[str, bytes]:
        return {path: content for path, content in store.files.items() if not path.startswith(OURS)}

    return Trial(Target(type="memory", name="web", keep=3), tmp_path, store.files.get, files, store.files.__setitem__)


class TestMemory(Contract):
    """A store whose every operation is whole."""

    @pytest.fixture
    def trial(self, made: Trial) -> Trial:
        return made


# ── cut at every operation ──────────────────────────────────────────────────────────────────────────────────


def test_a_cut_at_any_operation_leaves_whole_pages_and_the_next_run_resumes(made: Trial, store: Memory) -> None:
    made.publish(version(1))
    made.publish(version(2))
    at, number, is_over = 0, 2, False
    while not is_over:
        number += 1
        store.left = at
        try:
            made.publish(version(number))
            is_over = True
        except Mistake:
            assert store.left == 0
        store.left = None
        assert_whole(made, number)
        made.publish(version(number))
        found = made.files()
        assert {path: found.get(path) for path in version(number)} == version(number), at
        assert ANNOUNCED not in store.files
        at += 1
    assert at > len(version(1))


def test_what_has_arrived_is_not_sent_twice(made: Trial, store: Memory) -> None:
    made.publish(version(1))
    store.left = 16
    with pytest.raises(Mistake):
        made.publish(version(2))
    store.left = None
    arrived = [what for what in store.done if what.startswith("write") and OURS not in what]
    store.files.pop(f"{OURS}/lock.json", None)
    plan = made.look(version(2))
    assert len(plan.sends) == len(version(2))  # what broke off could not be noted over the broken connection
    assert plan.in_the_way == ()
    assert len(arrived) > len(version(1))


def test_what_was_noted_as_arrived_is_not_sent_twice(
    made: Trial, store: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.publish.stepwise.PACE", 0.0)
    made.publish(version(1))
    store.left = 24
    with pytest.raises(Mistake):
        made.publish(version(2))
    store.left = None
    plan = made.look(version(2))
    assert 0 < len(plan.sends) < len(version(2))
    assert plan.in_the_way == ()
    third = made.look(version(3))
    assert set(third.sends) == set(version(3))


def test_an_interrupted_publication_of_another_site_leaves_nothing_behind(made: Trial, store: Memory) -> None:
    made.publish(version(1))
    store.left = 12
    with pytest.raises(Mistake):
        made.publish({**version(2), "0/novo.pdf": b"%PDF", "0/oshte.pdf": b"%PDF"})
    store.left = None
    assert "0/novo.pdf" in store.files
    made.publish(version(1))
    assert {path for path in made.files() if path not in version(1)} <= {
        next(p for p in version(2) if p.endswith("css"))
    }
    assert {path: made.files()[path] for path in version(1)} == version(1)


# ── order ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_assets_come_before_pages_new_pages_before_changed_ones_and_deletions_last(made: Trial, store: Memory) -> None:
    made.publish(SITE)
    store.done.clear()
    new = {"index.html": OTHER, "novo/index.html": PAGE, "assets/a.pdf": b"%PDF", "sitemap.xml": b"<new/>"}
    made.publish(new)
    acts = [what for what in store.done if OURS not in what and what[:4] in ("writ", "dele")]
    assert acts == [
        "write assets/a.pdf",
        "write novo/index.html",
        "write index.html",
        "write sitemap.xml",
        "delete bg/proekti/park/index.html",
        "delete assets/park 1.jpg",
    ]
    noted = [what for what in store.done if MANIFEST in what or "assets/park" in what]
    assert noted == [f"read {MANIFEST}", "delete assets/park 1.jpg", f"write {MANIFEST}"]
    assert ARRIVED not in store.files


def test_hashed_files_may_be_kept_for_ever_and_pages_for_minutes(made: Trial, store: Memory) -> None:
    made.publish(SITE)
    assert store.headers["assets/theme/style.0a1b2c3d.css"]["Cache-Control"].endswith("immutable")
    assert store.headers["index.html"] == {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "public, max-age=300",
    }


# ── locks ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_lock_without_a_sign_of_life_holds_nobody_off(made: Trial, store: Memory) -> None:
    silent = lock.Holder("ivanova@kmetstvo", BEGIN - lock.DEAD - timedelta(hours=1), "0" * 16, 1)
    store.files[lock.LOCK] = lock.written(silent)
    made.publish(SITE)
    assert lock.LOCK not in store.files


def test_a_lock_is_broken_only_by_a_flag(made: Trial, store: Memory) -> None:
    other = lock.Holder("ivanova@kmetstvo", made.errand().now, "0" * 16, 1)
    store.files[lock.LOCK] = lock.written(other)
    with pytest.raises(Mistake) as told:
        made.publish(SITE)
    assert told.value.code == "NET-07"
    assert store.files[lock.LOCK] == lock.written(other)
    with made.session(break_it=True) as session:
        session.send(made.plan(session, SITE), Nobody())
    assert made.files() == SITE


def test_half_a_lock_and_a_damaged_manifest_stop_nobody_and_delete_nothing(made: Trial, store: Memory) -> None:
    made.publish(SITE)
    store.files[lock.LOCK] = b'{"by": "iva'
    store.files[MANIFEST] = b'{"format": 1, "fil'
    plan = made.look({"index.html": OTHER})
    assert plan.deletes == ()
    assert plan.in_the_way == ("index.html",)


def test_a_manifest_that_leads_elsewhere_is_not_believed(made: Trial, store: Memory) -> None:
    made.publish(SITE)
    evil = store.files[MANIFEST].replace(b'"index.html": [', b'"../../etc/passwd": [', 1)
    store.files[MANIFEST] = evil
    assert made.look({"a.html": OTHER}).deletes == ()
