"""Corrections: what a content folder offers, which of it can be done together, and how it looks."""

from __future__ import annotations

import difflib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.builder.order import Order
from sitegen.editing.corrections import CORRECTABLE, Change, change_of, changes, offered
from sitegen.editing.difference import hunks, overlooked
from sitegen.editing.source_file import SourceFile
from sitegen.explanations import EXPLANATIONS
from sitegen.problems import Correction, Location, Problem, message
from tests.read.folder import page, project
from tests.sites import NOW, write_files


def order(root: Path) -> Order:
    return Order(content=root / "content", now=NOW)


def told(problems: tuple[Problem, ...]) -> list[str]:
    """Place and code of each."""
    return [f"{p.at} {p.code}".removeprefix("content/") for p in problems]


def a_problem(*corrections: tuple[int, int, str, str], path: str = "content/a.md") -> Problem:
    """A problem with corrections of line, column, old and new."""
    made = tuple(Correction(Location(path, line, column), old, new) for line, column, old, new in corrections)
    return Problem(
        Location("content/a.md", made[0].at.line, made[0].at.column), "TXT-01", message("x"), corrections=made
    )


# ── what is offered ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_problems_and_tidyings_are_offered_together(tmp_path: Path) -> None:
    head = project("start: 9.1.2018 г.\n")
    write_files(
        tmp_path,
        f"-- projects/park/index.bg.md --\n{head}"
        "-- pages/a.bg.md --\n---\ntitle: А: б\n---\n"
        "-- news/a/index.bg.md --\n" + page("date: 1.2.2018 г.\n", "Мои\u0306 парк."),
    )  # fmt: skip
    line = head.split("\n").index("start: 9.1.2018 г.") + 1
    assert told(offered(order(tmp_path))) == [
        "news/a/index.bg.md:3:7 DAT-07",
        "news/a/index.bg.md:5:3 TXT-09",
        "pages/a.bg.md:2:8 SYN-02",
        f"projects/park/index.bg.md:{line}:8 DAT-07",
    ]
    assert told(offered(order(tmp_path), "TXT-09")) == ["news/a/index.bg.md:5:3 TXT-09"]


def test_what_the_site_switched_off_is_not_offered(tmp_path: Path) -> None:
    content = write_files(tmp_path, "-- news/a/index.bg.md --\n" + page("date: 1.2.2018 г.\n", "Cтартира."))
    assert told(offered(order(tmp_path))) == ["news/a/index.bg.md:3:7 DAT-07", "news/a/index.bg.md:5:1 TXT-01"]
    settings = content / "site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "checks: {TXT-01: Така е.}\n", encoding="utf-8")
    assert told(offered(order(tmp_path))) == ["news/a/index.bg.md:3:7 DAT-07"]


def test_settings_that_cannot_be_read_offer_what_they_can(tmp_path: Path) -> None:
    content = write_files(tmp_path, "-- news/a/index.bg.md --\n" + page("date: 1.2.2018 г.\n"))
    (content / "site.yaml").write_text("title: А: б\nlanguages: [bg]\n", encoding="utf-8")
    assert told(offered(order(tmp_path))) == ["site.yaml:1:8 SYN-02"]


def test_broken_organisations_do_not_hinder_the_rest(tmp_path: Path) -> None:
    write_files(tmp_path, "-- organisations.yaml --\na: [\n-- news/a/index.bg.md --\n" + page("date: 1.2.2018 г.\n"))
    assert told(offered(order(tmp_path))) == ["news/a/index.bg.md:3:7 DAT-07"]


def test_every_correctable_code_is_explained() -> None:
    assert set(CORRECTABLE) <= {explanation.code for explanation in EXPLANATIONS}


# ── what can be done together ───────────────────────────────────────────────────────────────────────────────────────


def changed(tmp_path: Path, text: str, *problems: Problem) -> str:
    """A file after the corrections of problems."""
    disk = tmp_path / "a.md"
    disk.write_bytes(text.encode())
    change = change_of("content/a.md", disk, problems)
    return change.after.text if change else text


def test_of_two_corrections_that_meet_the_first_is_made(tmp_path: Path) -> None:
    problems = (a_problem((1, 1, "ab", "AB")), a_problem((1, 2, "bc", "BC")), a_problem((1, 4, "d", "D")))
    assert changed(tmp_path, "abcd", *problems) == "ABcD"


def test_a_problem_is_corrected_as_a_whole_or_not(tmp_path: Path) -> None:
    taken, half = a_problem((1, 3, "c", "C")), a_problem((1, 1, "a", "A"), (1, 3, "c", "Z"))
    assert changed(tmp_path, "abcd", taken, half) == "abCd"
    assert changed(tmp_path, "abcd", a_problem((1, 1, "a", "A"), (1, 2, "x", "X"))) == "abcd"
    assert changed(tmp_path, "abcd", a_problem((1, 1, "ab", "A"), (1, 2, "bc", "X"))) == "abcd"


def test_a_problem_of_two_files_is_left_alone(tmp_path: Path) -> None:
    here = a_problem((1, 1, "a", "A")).corrections
    elsewhere = a_problem((1, 1, "a", "A"), path="content/b.md").corrections
    both = Problem(here[0].at, "TXT-01", message("x"), corrections=(*here, *elsewhere))
    assert changed(tmp_path, "abcd", both) == "abcd"


@pytest.mark.parametrize("text", ["", "x\ny"])
def test_what_fits_nowhere_changes_nothing(tmp_path: Path, text: str) -> None:
    assert changed(tmp_path, text, a_problem((1, 1, "a", "A"))) == text


def test_a_file_that_vanished_is_left_out(tmp_path: Path) -> None:
    content = write_files(tmp_path, "")
    assert changes(content, [a_problem((1, 1, "a", "A"))]) == ()
    assert change_of("content/a.md", tmp_path / "gone", []) is None


def test_a_file_under_two_names_is_changed_once(tmp_path: Path) -> None:
    content = write_files(tmp_path, "-- pages/a.bg.md --\n" + page("updated: 1.2.2018 г.\n"))
    (content / "pages" / "b.bg.md").symlink_to("a.bg.md")
    found = offered(order(tmp_path))
    assert told(found) == ["pages/a.bg.md:3:10 DAT-07", "pages/b.bg.md:3:10 DAT-07"]
    assert [change.path for change in changes(content, found)] == ["content/pages/a.bg.md"]


def test_a_name_in_two_characters_is_found_on_the_disk(tmp_path: Path) -> None:
    content = write_files(tmp_path, "")
    name = unicodedata.normalize("NFD", "pages/стай.bg.md")
    (content / "pages").mkdir()
    (content / name).write_text(page("updated: 1.2.2018 г.\n"), encoding="utf-8")
    [change] = changes(content, offered(order(tmp_path)))
    assert change.disk.read_bytes() == change.before.data


# ── how it looks ────────────────────────────────────────────────────────────────────────────────────────────────────

LINES = st.lists(st.sampled_from(["а", "бб", "в"]), min_size=1, max_size=40)
TOUCHED = st.dictionaries(st.integers(0, 39), st.sampled_from(["x", "x\ny", ""]), min_size=1, max_size=6)


def change_for(lines: list[str], touched: dict[int, str]) -> Change:
    """A change that replaces whole lines."""
    file = SourceFile("\n".join(lines).encode())
    made = [a_problem((n + 1, 1, lines[n], new)) for n, new in sorted(touched.items()) if n < len(lines)]
    return Change("content/a.md", Path("a.md"), file, tuple(made))


@given(LINES, TOUCHED)
def test_a_diff_turns_the_old_lines_into_the_new_ones(lines: list[str], touched: dict[int, str]) -> None:
    change = change_for(lines, touched)
    made, done = [], 0
    for hunk in hunks(change):
        at, size, new_at, new_size = (int(n) for n in hunk.heading.strip("@ -").replace(" +", ",").split(","))
        made += change.before.lines[done : at - 1]
        assert new_at == len(made) + 1
        assert [line[1:] for line in hunk.lines if line[0] in " -"] == change.before.lines[at - 1 : at - 1 + size]
        new = [line[1:] for line in hunk.lines if line[0] in " +"]
        assert len(new) == new_size
        made += new
        done = at - 1 + size
    assert made + change.before.lines[done:] == change.after.lines


def test_a_diff_looks_like_any_other() -> None:
    lines = [f"ред {number}" for number in range(1, 31)]
    change = change_for(lines, {4: "А", 7: "Б", 20: "В\nГ", 29: "Д"})
    mine = [line for hunk in hunks(change) for line in (hunk.heading, *hunk.lines)]
    theirs = difflib.unified_diff(change.before.lines, change.after.lines, n=2, lineterm="")
    assert mine == list(theirs)[2:]
    assert [len(hunk.corrections) for hunk in hunks(change)] == [2, 1, 1]


@pytest.mark.parametrize(("old", "new", "said"), [
    ("С001", "C001", ["Cyrillic 'С' (U+0421) → Latin 'C' (U+0043)"]),
    ("Cтартира", "Стартира", ["Latin 'C' (U+0043) → Cyrillic 'С' (U+0421)"]),
    ("ΟСС", "OCC", ["Greek 'Ο' (U+039F) → Latin 'O' (U+004F)", "Cyrillic 'С' (U+0421) → Latin 'C' (U+0043)"]),
    ("и\u0306", "й", ["Cyrillic 'и\u0306' (U+0438 U+0306) → Cyrillic 'й' (U+0439)"]),
    ("\u212b", "Å", ["'\u212b' (U+212B) → Latin 'Å' (U+00C5)"]),
    ("9.1.2018", "2018-01-09", []),
    ("5.000 лева", "5 000 лв. ", []),
])  # fmt: skip
def test_letters_that_look_the_same_are_named(old: str, new: str, said: list[str]) -> None:
    assert [f"{a} → {b}" for a, b in overlooked(Correction(Location("a"), old, new))] == said
