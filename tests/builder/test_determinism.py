"""The same sources give the same bytes: twice, in any order, on any day that changes nothing, with any hash seed."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sites import Built, build_content, build_site

CHECKOUT = Path(__file__).parents[2]
GOLDEN = CHECKOUT / "tests" / "golden" / "content"


def as_bytes(built: Built) -> dict[str, bytes]:
    return {path: built.bytes(path) for path in built}


@pytest.fixture(scope="module")
def once() -> dict[str, bytes]:
    return as_bytes(build_content(GOLDEN))


@contextmanager
def listed_in(order: Callable[[list[Any]], list[Any]]) -> Iterator[None]:
    """Lets the system list folders in another order."""
    real = os.scandir

    class Listing(list[Any]):
        def __enter__(self) -> Iterator[Any]:
            return iter(self)

        def __exit__(self, *error: object) -> None:
            self.clear()

        def close(self) -> None:
            self.clear()

    def scandir(path: Any = ".") -> Listing:
        with real(path) as entries:
            return Listing(order(sorted(entries, key=lambda entry: entry.name)))

    os.scandir = scandir  # type: ignore[assignment]
    try:
        yield
    finally:
        os.scandir = real


def test_the_second_build_is_the_first(once: dict[str, bytes]) -> None:
    assert as_bytes(build_content(GOLDEN)) == once


def test_listings_backwards(once: dict[str, bytes]) -> None:
    with listed_in(lambda entries: entries[::-1]):
        assert as_bytes(build_content(GOLDEN)) == once


@pytest.mark.long
@settings(max_examples=settings().max_examples // 8)
@given(st.randoms(use_true_random=False))
def test_any_order_of_the_listing(once: dict[str, bytes], chance: random.Random) -> None:
    with listed_in(lambda entries: chance.sample(entries, len(entries))):
        assert as_bytes(build_content(GOLDEN)) == once


def shuffled(text: str, chance: random.Random) -> str:
    """A front matter with its top-level keys in another order."""
    _, head, body = text.split("---\n", 2)
    keys: list[str] = []
    for line in head.splitlines(keepends=True):
        if line[0] in " -":
            keys[-1] += line
        else:
            keys.append(line)
    return "---\n" + "".join(chance.sample(keys, len(keys))) + "---\n" + body


@settings(max_examples=settings().max_examples // 8)
@given(st.randoms(use_true_random=False))
def test_any_order_of_keys_and_of_the_files_creation(once: dict[str, bytes], chance: random.Random) -> None:
    with tempfile.TemporaryDirectory() as root:
        files = [path for path in GOLDEN.rglob("*") if path.is_file()]
        for path in chance.sample(files, len(files)):
            copy = Path(root, "content", path.relative_to(GOLDEN))
            copy.parent.mkdir(parents=True, exist_ok=True)
            if path.suffix == ".md":
                copy.write_text(shuffled(path.read_text(encoding="utf-8"), chance), encoding="utf-8")
            else:
                shutil.copyfile(path, copy)
        assert as_bytes(build_content(Path(root, "content"))) == once


@pytest.mark.long
def test_any_hash_seed(tmp_path: Path) -> None:
    trees = []
    for seed in ("1", "2"):
        output = tmp_path / seed
        command = [
            sys.executable,
            "-m",
            "sitegen",
            "build",
            "--content",
            str(tmp_path / "content"),
            "--output",
            str(output),
            "--now",
            "2026-11-22T12:00",
        ]
        if not (tmp_path / "content").exists():
            shutil.copytree(GOLDEN, tmp_path / "content")
        subprocess.run(
            command, check=True, cwd=CHECKOUT, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True
        )
        trees.append({p.relative_to(output): p.read_bytes() for p in output.rglob("*") if p.is_file()})
    assert trees[0] == trees[1]


def test_a_day_that_changes_nothing_changes_no_byte(tmp_path: Path) -> None:
    text = "-- pages/a.bg.md --\n---\ntitle: А\nupdated: 2026-01-01\n---\n.\n"
    days = (datetime.fromisoformat("2026-05-05T08:00"), datetime.fromisoformat("2031-07-06T23:59"))
    one, two = (as_bytes(build_site(tmp_path, text, now=now)) for now in days)
    assert one == two


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("now", "status", "events"),
    [
        (datetime.fromisoformat("2018-01-08"), "planned", "coming"),
        (datetime.fromisoformat("2018-01-09"), "ongoing", "coming"),
        (datetime.fromisoformat("2018-02-20T23:00"), "ongoing", "coming"),
        (datetime.fromisoformat("2018-02-21"), "ongoing", "past"),
        (datetime.fromisoformat("2020-01-09T23:59"), "ongoing", "past"),
        (datetime.fromisoformat("2020-01-10"), "completed", "past"),
    ],
)
def test_every_text_that_depends_on_a_date_uses_the_clock_that_is_given(
    tmp_path: Path, now: datetime, status: str, events: str
) -> None:
    built = build_site(
        tmp_path,
        "-- projects/park/index.bg.md --\n---\ntitle: Парк\nprogramme: oprg-2014-2020\nstart: 2018-01-09\nend: 2020-01-09\n---\n"
        "-- projects/park/events/a/index.bg.md --\n---\ntitle: С\ntype: training\nstart: 2018-02-20 11:00\n---\n",
        now=now,
    )
    words = {"planned": "predstoyasht", "ongoing": "v-izpalnenie", "completed": "priklyuchil"}
    assert [path.split("/")[3] for path in built if path.startswith("bg/proekti/status/")] == [words[status]]
    headings = {"coming": "Предстоящи", "past": "Минали"}
    assert headings[events] in built["bg/sabitia/index.html"]


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("now", "is_there"),
    [
        (datetime.fromisoformat("2026-05-01T08:59"), False),
        (datetime.fromisoformat("2026-05-01T09:00"), True),
        (datetime.fromisoformat("2026-06-01T11:59"), True),
        (datetime.fromisoformat("2026-06-01T12:00"), False),
    ],
)
def test_pages_come_and_go_at_their_minute(tmp_path: Path, now: datetime, is_there: bool) -> None:
    built = build_site(
        tmp_path,
        "-- pages/a.bg.md --\n---\ntitle: А\npublish_at: 2026-05-01 09:00\nunpublish_at: 2026-06-01 12:00\n---\n.\n",
        now=now,
    )
    assert ("bg/a/index.html" in built) is is_there
    assert ("/bg/a/" in built["bg/karta-na-sayta/index.html"]) is is_there
