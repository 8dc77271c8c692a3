"""Stepwise: a session with a target that knows files one by one, made of its `Store`.

The order is that of the plan, so a page never comes before what it needs. Four files in `OURS` make it safe to be cut
anywhere: `manifest.json` (what stands), `announced.json` (what a publication is about to send), `arrived.json` (what
has arrived for certain) and `lock.json`. The manifest is written after everything else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from functools import partial
from itertools import groupby
from time import monotonic

from sitegen.model.targets import Target
from sitegen.problems import Mistake
from sitegen.publish import faults, lock
from sitegen.publish.examination import Examination
from sitegen.publish.headers import headers_of
from sitegen.publish.kept import Kept
from sitegen.publish.lock import LOCK, Holder
from sitegen.publish.manifest import NOTHING_STANDS, OURS, Manifest, Seal, Seals, read_manifest, seals, written
from sitegen.publish.plan import Plan, folders_above, order, stage
from sitegen.publish.standing import Standing
from sitegen.publish.target import Errand, Publication, Session, Store, Watch

MANIFEST = f"{OURS}/manifest.json"
ANNOUNCED = f"{OURS}/announced.json"
ARRIVED = f"{OURS}/arrived.json"
PACE = 5.0
"""Seconds between two notes of what has arrived."""


class Stepwise(Session):
    """A session that sends, deletes and notes file by file."""

    def __init__(self, store: Store, settings: Target, errand: Errand) -> None:
        self.store, self.settings, self.errand = store, settings, errand
        self.kept = Kept(errand.project, errand.name)
        self.holder: Holder | None = None
        self.began = self.noted = monotonic()

    # ── what stands ─────────────────────────────────────────────────────────────────────────────────────────

    def standing(self) -> Standing:
        """Manifest, listing and what an interrupted publication left."""
        found = {path: file for path, file in self.store.listing().items() if not path.startswith(f"{OURS}/")}
        return Standing(
            manifest=self.manifest(),
            found=found,
            begun=self.noted_seals(ARRIVED),
            announced=self.noted_seals(ANNOUNCED),
        )

    def manifest(self) -> Manifest:
        """What we left there; nothing where the text is damaged: then all files are treated as those of others."""
        data = self.store.read(MANIFEST)
        try:
            return read_manifest(data) if data else NOTHING_STANDS
        except ValueError:
            return NOTHING_STANDS

    def noted_seals(self, path: str) -> dict[str, Seal]:
        """The files in one of the notes; none where it was cut short."""
        try:
            return seals(json.loads(self.store.read(path) or b"{}"))
        except (ValueError, TypeError, AttributeError):
            return {}

    # ── who is at work ──────────────────────────────────────────────────────────────────────────────────────

    def lock(self, *, break_it: bool) -> None:
        """Takes the lock, or says who has it."""
        mine = self.errand.holder
        if not self.store.create(LOCK, lock.written(mine)):
            other = lock.read_holder(self.store.read(LOCK) or b"")
            if other and not break_it and lock.holds_off(other, mine, lock.is_running):
                raise lock.told(self.errand.name, other)
            self.store.write(LOCK, lock.written(mine), {})
        has_it = lock.read_holder(self.store.read(LOCK) or b"")
        if has_it is None or has_it.token != mine.token:  # both came at once, and the other was later
            raise lock.told(self.errand.name, has_it or mine)
        self.holder = mine

    def unlock(self) -> None:
        """Gives the lock back, if it is still ours; a broken connection may leave it."""
        if self.holder is None:
            return
        with suppress(Mistake):
            has_it = lock.read_holder(self.store.read(LOCK) or b"")
            if has_it and has_it.token == self.holder.token:
                self.store.delete(LOCK)
        self.holder = None

    def sign_of_life(self) -> None:
        """Tells others that we are still at work."""
        if self.holder and self.now - self.holder.last_sign >= lock.PULSE:
            self.holder = lock.alive(self.holder, self.now)
            self.store.write(LOCK, lock.written(self.holder), {})

    @property
    def now(self) -> datetime:
        """The moment, by the clock that the errand brought."""
        return self.errand.now + timedelta(seconds=monotonic() - self.began)

    # ── sending ─────────────────────────────────────────────────────────────────────────────────────────────

    def send(self, plan: Plan, watch: Watch) -> None:
        """Sends, deletes, and at the end notes what stands; keeps the publication at home."""
        if not plan.is_empty or plan.before.announced:
            self.transfer(plan, watch)
        elif plan.before.manifest != plan.manifest:
            self.store.write(MANIFEST, written(plan.manifest), {})
        self.keep(plan)

    def transfer(self, plan: Plan, watch: Watch) -> None:
        """Announces, sends, deletes, notes."""
        arrived, early = still_there(plan), making_room(plan)
        self.note(ARRIVED, arrived)
        self.note(ANNOUNCED, {**plan.before.announced, **{path: plan.manifest.files[path] for path in plan.sends}})
        watch.begin(len(plan.sends), plan.size)
        try:
            for _ in self.each(early, self.store.delete, stage):
                self.sign_of_life()
            for path in self.each(plan.sends, partial(self.send_one, plan), order(plan.before.manifest.files).turn):
                arrived[path] = plan.source(path).seal
                watch.sent(path, arrived[path].size)
                self.note_in_time(arrived)
        except BaseException:
            with suppress(
                Mistake
            ):  # on a broken connection nothing more can be said; the next run sends some files twice
                self.note(ARRIVED, arrived)
            raise
        self.note(ARRIVED, arrived)
        for _ in self.each([path for path in plan.deletes if path not in early], self.store.delete, stage):
            self.sign_of_life()
        self.store.write(MANIFEST, written(plan.manifest), {})
        for path in (ANNOUNCED, ARRIVED):
            self.store.delete(path)

    def send_one(self, plan: Plan, path: str) -> None:
        """Sends a file."""
        self.store.write(path, plan.source(path).disk, headers_of(path))

    def each(self, paths: Sequence[str], act: Callable[[str], None], turn: Callable[[str], Hashable]) -> Iterator[str]:
        """Acts on files and tells of each that is done: those of one turn together, as far as the store allows it, and
        none of the next turn before all of this one are done.
        """
        if self.store.at_once == 1:
            for path in paths:
                act(path)
                yield path
            return
        with ThreadPoolExecutor(self.store.at_once) as pool:
            try:
                for _, group in groupby(paths, turn):
                    acts = {pool.submit(act, path): path for path in group}
                    for done in as_completed(acts):
                        done.result()
                        yield acts[done]
            finally:
                pool.shutdown(cancel_futures=True)

    def note(self, path: str, files: Seals) -> None:
        """Writes one of the notes."""
        data = {path: [seal.digest, seal.size] for path, seal in files.items()}
        self.store.write(path, json.dumps(data, ensure_ascii=False).encode(), {})
        self.noted = monotonic()

    def note_in_time(self, arrived: Seals) -> None:
        """Notes what has arrived, now and then."""
        if monotonic() - self.noted >= PACE:
            self.note(ARRIVED, arrived)
            self.sign_of_life()

    # ── earlier publications ────────────────────────────────────────────────────────────────────────────────

    def keep(self, plan: Plan) -> None:
        """Keeps the publication in `.publications/`, where it can be put back from."""
        try:
            self.kept.keep(plan.manifest, plan.tree, self.settings.keep)
        except OSError as error:
            raise faults.not_kept(self.errand.name, error.strerror or str(error)) from None

    def publications(self) -> tuple[Publication, ...]:
        """Those that are kept at home."""
        return self.kept.publications(self.manifest().number)

    def examine(self) -> Examination:
        """What the store tells."""
        return self.store.examine()

    def restore(self, plan: Plan, publication: Publication, watch: Watch) -> None:
        """Sends an earlier publication again."""
        self.send(plan, watch)


def making_room(plan: Plan) -> list[str]:
    """Files that cannot wait for their end: where a folder comes in their place, or a file in that of their folder."""
    folders = {above for path in plan.sends for above in folders_above(path)}
    sends = frozenset(plan.sends)
    return [path for path in plan.deletes if path in folders or any(above in sends for above in folders_above(path))]


def still_there(plan: Plan) -> dict[str, Seal]:
    """What an interrupted publication has sent and this one need not."""
    files: Mapping[str, Seal] = plan.manifest.files
    again = frozenset(plan.sends)
    return {path: seal for path, seal in plan.before.begun.items() if path not in again and files.get(path) == seal}


@contextmanager
def stepwise(store: Store, settings: Target, errand: Errand) -> Iterator[Session]:
    """The session of a store; at its end the lock is given back."""
    session = Stepwise(store, settings, errand)
    try:
        yield session
    finally:
        session.unlock()
