"""Many files at once: what may overtake what, and what becomes of the others when one fails."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Barrier, BrokenBarrierError

import pytest

from sitegen.model.targets import Target
from sitegen.problems import Mistake
from sitegen.publish import faults
from sitegen.publish.manifest import OURS
from sitegen.publish.stepwise import Stepwise, making_room
from tests.publish.contract import Contract
from tests.publish.test_stepwise import Memory, made  # noqa: F401 - a fixture
from tests.publish.trial import Nobody, Trial, version

AT_ONCE = 4


@dataclass
class Crowd(Memory):
    """A store where several files are always under way together, and one may be refused."""

    at_once: int = AT_ONCE
    refused: str = ""
    met: Barrier = field(default_factory=lambda: Barrier(AT_ONCE, timeout=0.2))

    def write(self, path: str, content: Path | bytes, headers: Mapping[str, str]) -> None:
        if OURS not in path:
            with suppress(BrokenBarrierError):
                self.met.wait()
        if path == self.refused:
            raise faults.full("web", "no")
        super().write(path, content, headers)


@pytest.fixture(name="store")
def crowd() -> Crowd:
    return Crowd()


class TestCrowd(Contract):
    """All that is asked of a target holds with threads too."""

    @pytest.fixture
    def trial(self, made: Trial) -> Trial:  # noqa: F811
        return made


def test_pages_wait_for_all_that_they_need_and_the_sitemap_for_all_pages(made: Trial, store: Crowd) -> None:  # noqa: F811
    made.publish(version(1))
    store.done.clear()
    made.publish({**version(2), "new/index.html": b"new", **{f"{at}.jpg": b"jpg" for at in range(6)}})
    sent = [what.removeprefix("write ") for what in store.done if what.startswith("write") and OURS not in what]
    kinds = [("new" if path == "new/index.html" else path.rpartition(".")[2]) for path in sent]
    assert kinds[:7].count("jpg") == 6
    assert kinds[7:] == ["new", *["html"] * 13, "xml"]


def test_when_one_is_refused_no_page_comes_any_more_and_the_next_run_brings_all(made: Trial, store: Crowd) -> None:  # noqa: F811
    made.publish(version(1))
    store.refused = "3.jpg"
    site = {**version(2), **{f"{at}.jpg": b"jpg" for at in range(6)}}
    with pytest.raises(Mistake) as told:
        made.publish(site)
    assert told.value.code == "NET-05"
    pages = {path: content for path, content in version(1).items() if path.endswith(".html")}
    assert {path: made.files()[path] for path in pages} == pages
    store.refused = ""
    made.publish(site)
    assert {path: made.files()[path] for path in site} == site


def test_only_what_stands_in_the_way_of_a_folder_or_a_file_goes_before_the_others(made: Trial) -> None:  # noqa: F811
    made.publish({"a": b"1", "b/c/d": b"2", "e/f": b"3", "ab": b"4"})
    plan = made.look({"a/x": b"1", "b": b"2", "e/g": b"3"})
    assert making_room(plan) == ["a", "b/c/d"]
    assert set(plan.deletes) == {"a", "ab", "b/c/d", "e/f"}


def test_who_watches_may_break_it_off(made: Trial, store: Crowd) -> None:  # noqa: F811
    class Impatient(Nobody):
        def sent(self, path: str, size: int) -> None:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        made.publish(version(1), Impatient())
    assert len(store.files) < len(version(1))
    made.publish(version(1))
    assert made.files() == version(1)


def test_a_store_without_threads_has_none(made: Trial, store: Crowd) -> None:  # noqa: F811
    store.at_once = 1
    session = Stepwise(store, Target(type="memory", name="web"), made.errand())
    done: list[str] = []
    for path in session.each(["a", "b"], done.append, len):
        assert done[-1] == path
