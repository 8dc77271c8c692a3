"""The watch tells of each change, by the system's word and by looking, and of folders that come and go."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitegen.serve import watch
from sitegen.serve.watch import Listener, Lookout, changes, watcher_of

TICKS = 40
"""So many ticks a change may take to be told on a machine that is busy."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "pages").mkdir(parents=True)
    (folder / "pages" / "a.md").write_text("a")
    return folder


@pytest.fixture(params=[False, True], ids=["told", "looking"])
def watched(request: pytest.FixtureRequest, content: Path, tmp_path: Path) -> Iterator[Iterator[bool]]:
    found = changes(lambda: (content, tmp_path / "themes"), poll=request.param)
    assert next(found)
    yield found
    found.close()  # type: ignore[attr-defined] # it is a generator


def is_told(found: Iterator[bool]) -> bool:
    return any(next(found) for _ in range(TICKS))


def settle(found: Iterator[bool]) -> None:
    """Waits until all that happened is told."""
    while next(found):
        pass


@pytest.mark.sample(1)
def test_quiet_folders_tell_nothing(watched: Iterator[bool]) -> None:
    settle(watched)
    assert [next(watched) for _ in range(2)] == [False, False]


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "pages" / "a.md").write_text("b"),
        lambda folder: (folder / "pages" / "б.bg.md").write_text("нова"),
        lambda folder: (folder / "pages" / "a.md").unlink(),
        lambda folder: (folder / "pages" / "a.md").rename(folder / "pages" / "c.md"),
        lambda folder: ((folder / "new").mkdir(), (folder / "new" / "x.md").write_text("x")),
        lambda folder: shutil.rmtree(folder / "pages"),
        lambda folder: (
            (folder / ".a.tmp").write_text("whole"),
            (folder / ".a.tmp").replace(folder / "pages" / "a.md"),
        ),
    ],
    ids=["written", "new", "deleted", "renamed", "new folder", "folder deleted", "replaced"],
)
def test_a_change_is_told(watched: Iterator[bool], content: Path, change: Callable[[Path], object]) -> None:
    settle(watched)
    change(content)
    assert is_told(watched)


@pytest.mark.sample(1)
def test_a_change_while_the_caller_works_is_told_next(watched: Iterator[bool], content: Path) -> None:
    settle(watched)
    (content / "pages" / "a.md").write_text("one")
    assert is_told(watched)
    (content / "pages" / "a.md").write_text("another")  # now the caller builds
    assert is_told(watched)


@pytest.mark.sample(1)
def test_a_folder_that_goes_and_comes_back_is_watched_again(watched: Iterator[bool], content: Path) -> None:
    shutil.rmtree(content)
    assert is_told(watched)
    settle(watched)
    (content / "pages").mkdir(parents=True)
    assert is_told(watched)
    settle(watched)
    (content / "pages" / "a.md").write_text("again")
    assert is_told(watched)


@pytest.mark.sample(1)
def test_a_folder_that_is_exchanged_is_watched(watched: Iterator[bool], content: Path) -> None:
    settle(watched)
    shutil.copytree(content, content.with_name("other"))
    content.rename(content.with_name("old"))
    content.with_name("other").rename(content)
    assert is_told(watched)
    settle(watched)
    (content / "pages" / "a.md").write_text("b")
    assert is_told(watched)


@pytest.mark.sample(1)
def test_a_theme_that_comes_later_is_watched(watched: Iterator[bool], tmp_path: Path) -> None:
    settle(watched)
    (tmp_path / "themes" / "own" / "templates").mkdir(parents=True)
    assert is_told(watched)
    settle(watched)
    (tmp_path / "themes" / "own" / "templates" / "page.html").write_text("x")
    assert is_told(watched)


@pytest.mark.sample(1)
def test_thousands_of_changes_are_told_a_few_times(watched: Iterator[bool], content: Path) -> None:
    settle(watched)

    def checkout() -> None:
        for number in range(2000):
            (content / "pages" / f"{number}.md").write_text(str(number))

    thread = threading.Thread(target=checkout)
    thread.start()
    told = 0
    while thread.is_alive():
        told += next(watched)
    thread.join()
    last = int(is_told(watched)) if not told else 0
    while next(watched):
        last += 1
    assert 1 <= told + last < 50


def test_what_editors_programs_keep_for_themselves_is_nothing(content: Path) -> None:
    with Listener([content]) as listener:
        folder = os.fspath(content)
        assert not any(
            listener.matters(f"{folder}/{name}") for name in ("pages/.a.md.swp", ".git/index", "~$a.docx", "a.tmp")
        )
        assert all(
            listener.matters(f"{folder}/{name}") for name in ("pages/a.md", "static/.htaccess", "site.yaml", "pages")
        )


def test_dots_above_the_folder_mean_nothing(tmp_path: Path) -> None:
    folder = tmp_path / ".hidden" / "content"
    folder.mkdir(parents=True)
    with Listener([folder]) as listener:
        assert listener.matters(f"{folder}/a.md")
        assert listener.matters(os.fspath(folder))


def test_a_system_that_can_watch_no_more_is_looked_at(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_values: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(watch.Listener, "__init__", full)
    assert isinstance(watcher_of([content], poll=False), Lookout)


def test_a_folder_that_went_this_moment_harms_nothing(tmp_path: Path) -> None:
    for poll in (False, True):
        with watcher_of([tmp_path / "nowhere"], poll=poll) as watcher:
            assert not watcher.wait()


def test_ctrl_c_in_the_systems_part_is_ctrl_c(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Listener([content]) as listener:

        class Signalled:
            def watch(self, *_values: object) -> str:
                return "signal"

            def close(self) -> None:
                """Nothing is open."""

        monkeypatch.setattr(listener, "notify", Signalled())
        with pytest.raises(KeyboardInterrupt):
            listener.wait()


def test_a_watcher_that_fails_is_made_anew(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    class Failing(Lookout):
        def wait(self) -> bool | None:  # type: ignore[override]
            made.append(self)
            return None

    monkeypatch.setattr(watch, "watcher_of", lambda folders, poll: Failing(folders))
    found = changes(lambda: (content,))
    assert [next(found) for _ in range(3)] == [True, True, True]
    assert len(made) == 2
    found.close()  # type: ignore[attr-defined] # it is a generator
