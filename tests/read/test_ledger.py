"""`translations.lock`: what is written is read back, merged lines too, and a damaged line costs only itself."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.translation import Accepted, Ledger
from sitegen.read.ledger import ABOUT, LEDGER, entry_of, ledger_of, line_of, read_ledger, written
from tests.read.folder import page, read_folder

NAME = st.text(min_size=1).map(lambda text: text.replace("\n", "n"))
TEXT = st.text(st.characters(), max_size=20)
ENTRY = st.builds(
    Accepted,
    page=NAME,
    language=st.sampled_from(["en", "ru", "zh-Hans"]),
    paragraph=NAME,
    source=TEXT,
    translation=st.sampled_from(["-", "*-", "0a1b2c", "*ffff"]),
)
LINE = 'pages/a en p1 0a1b "Едно"'


def read(root: Path, *lines: str | bytes) -> tuple[Ledger, list[str]]:
    data = b"".join((line if isinstance(line, bytes) else line.encode()) + b"\n" for line in lines)
    (root / LEDGER).write_bytes(data)
    found = read_ledger(root)
    return found.ledger, [f"{p.at} {p.code} {p.severity}".removeprefix(f"{root.name}/") for p in found.problems]


def entry(paragraph: str = "p1", source: str = "Едно", page: str = "pages/a") -> Accepted:
    return Accepted(page, "en", paragraph, source, "0a1b")


@given(ENTRY)
def test_a_line_is_read_as_it_was_written(one: Accepted) -> None:
    line = line_of(one).encode("utf-8", "backslashreplace").decode()
    assert "\n" not in line
    assert entry_of(line) == one


@given(st.lists(ENTRY, max_size=8))
def test_the_order_of_the_entries_does_not_matter(entries: list[Accepted]) -> None:
    ledger = ledger_of(entries)
    again = ledger_of([one for accepted in reversed([*ledger.values()]) for one in reversed([*accepted.values()])])
    assert written(ledger) == written(again)
    assert again == ledger


def test_the_file_says_what_it_is_and_is_sorted_as_people_count() -> None:
    entries = [entry(f"p{number}") for number in (10, 2, 1)] + [
        entry("title"),
        entry("goals.g10.text"),
        entry("goals.g9.text"),
    ]
    text = written(ledger_of([*entries, entry(page="index")])).decode()
    assert text.splitlines()[0] == ABOUT
    assert [line.split(" ")[:3:2] for line in text.splitlines()[1:]] == [
        ["index", "p1"],
        ["pages/a", "goals.g9.text"],
        ["pages/a", "goals.g10.text"],
        ["pages/a", "p1"],
        ["pages/a", "p2"],
        ["pages/a", "p10"],
        ["pages/a", "title"],
    ]
    assert text.endswith('"Едно"\n')


def test_names_with_spaces_and_signs_are_quoted() -> None:
    assert line_of(entry("units.кв. м")) == 'pages/a en "units.кв. м" 0a1b "Едно"'
    assert line_of(entry('units."', "а\t\\")) == 'pages/a en "units.\\"" 0a1b "а\\t\\\\"'


def test_without_the_file_nothing_was_accepted(tmp_path: Path) -> None:
    found = read_ledger(tmp_path)
    assert (dict(found.ledger), found.problems, found.data) == ({}, (), b"")


def test_of_two_lines_the_later_counts(tmp_path: Path) -> None:
    ledger, problems = read(tmp_path, LINE, LINE.replace("Едно", "Две"))
    assert ledger == {("pages/a", "en"): {"p1": entry(source="Две")}}
    assert problems == []


def test_a_conflict_is_told_and_both_sides_are_read(tmp_path: Path) -> None:
    ledger, problems = read(
        tmp_path, ABOUT, "<<<<<<< HEAD", LINE, "=======", LINE.replace("p1", "p2"), ">>>>>>> other", ""
    )
    assert list(ledger["pages/a", "en"]) == ["p1", "p2"]
    assert problems == [f"{LEDGER}:{line}:1 LNG-06 warning" for line in (2, 4, 6)]


@pytest.mark.parametrize(
    "line",
    [
        "нещо",
        'pages/a en p1 0a1b "Едно',
        "pages/a en p1 0a1b Едно",
        'pages/a en p1 XYZ "Едно"',
        'pages/a  en p1 0a1b "Едно"',
        'pages/a en p1 0a1b "\\x"',
        b'pages/a en p1 0a1b "\xc5\xe4\xed\xee"',
        b'\xc5\xe4 en p1 0a1b "a"',
    ],
)
def test_a_damaged_line_costs_only_itself(tmp_path: Path, line: str | bytes) -> None:
    ledger, problems = read(tmp_path, LINE, line, LINE.replace("p1", "p2"))
    assert list(ledger["pages/a", "en"]) == ["p1", "p2"]
    assert problems == [f"{LEDGER}:2:1 LNG-06 warning"]


def test_a_bom_and_line_ends_of_windows_are_no_damage(tmp_path: Path) -> None:
    ledger, problems = read(tmp_path, b"\xef\xbb\xbf" + ABOUT.encode() + b"\r", LINE + "\r", "\r")
    assert (len(ledger), problems) == (1, [])


def test_a_file_that_cannot_be_opened_is_an_error(tmp_path: Path) -> None:
    (tmp_path / LEDGER).mkdir()
    assert [(p.code, p.is_error) for p in read_ledger(tmp_path).problems] == [("SYN-07", True)]


ROW = b'a en p1 0 "\n'


@pytest.mark.parametrize(
    "piece",
    [b"\xff", *(pytest.param(piece, marks=pytest.mark.long) for piece in (b"a\n", b"\n", b'"', b"\\", ROW, b"a "))],
)
def test_five_megabytes_of_anything_are_answered_in_time(tmp_path: Path, piece: bytes) -> None:
    (tmp_path / LEDGER).write_bytes(piece * (5 * 1024**2 // len(piece)))
    start = perf_counter()
    assert len(read_ledger(tmp_path).problems) <= 10
    assert perf_counter() - start < 10


def test_a_site_tells_of_a_damaged_line_and_does_not_publish_the_file(tmp_path: Path) -> None:
    found = read_folder(tmp_path, f"-- pages/a.bg.md --\n{page()}-- translations.lock --\nнещо\n")
    assert found.found == ["translations.lock:1:1 LNG-06"]
    assert found.site is not None
    assert not found.site.files
