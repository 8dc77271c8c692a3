"""What the last build read and wrote, and whether that still stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from sitegen.builder import fingerprint, last
from sitegen.builder.last import LastBuild

NOW = datetime(2026, 11, 23, 12)  # noqa: DTZ001 - local time, as the program keeps it


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file on a disk whose clock is so coarse that no stamp ever changes."""
    monkeypatch.setattr(last, "stamp_of", lambda path: (Path(path).stat().st_size, 0, 0, 0))
    (tmp_path / "page.md").write_text("едно", encoding="utf-8")
    return tmp_path


def noted(folder: Path, age: int) -> LastBuild:
    """A build that began so many nanoseconds after the file was changed."""
    sources = last.sources_in([folder])
    young = {path: last.content(path) for path in last.young(sources, age)}
    return LastBuild(asked="", now=NOW, turns=(), sources=sources, young=young, output={}, told=("", ""))


def test_a_young_file_is_read_again(folder: Path) -> None:
    build = noted(folder, 0)
    assert build.stands("", NOW)
    (folder / "page.md").write_text("нещо", encoding="utf-8")
    assert not build.stands("", NOW)


def test_a_young_folder_is_listed_again(folder: Path) -> None:
    build = replace(noted(folder, 0), sources={})
    (folder / "page.md").rename(folder / "site.md")
    assert not build.stands("", NOW)


def test_an_old_file_is_known_by_its_stamp(folder: Path) -> None:
    assert noted(folder, 2 * fingerprint.UNSETTLED).young == {}


def test_what_stands_grows_old(folder: Path) -> None:
    build = noted(folder, 0)
    assert build.settled(0).young == build.young != {}
    assert build.settled(2 * fingerprint.UNSETTLED).young == {}


def test_what_cannot_be_read_is_not_the_same_as_what_could(folder: Path) -> None:
    build = replace(noted(folder, 0), sources={})
    (folder / "page.md").unlink()
    assert not build.stands("", NOW)
