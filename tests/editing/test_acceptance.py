"""Acceptance: what is written, what stays, and what cannot be accepted."""

from __future__ import annotations

import os
import stat
import sys
from itertools import zip_longest
from pathlib import Path

import pytest

from sitegen.builder.flow import Understood, understand
from sitegen.builder.order import Order
from sitegen.editing.acceptance import (
    accepted,
    assert_acceptable,
    only_misspelled,
    passed,
    save_ledger,
    without_obsolete,
)
from sitegen.model.site import Site
from sitegen.model.translation import State
from sitegen.problems import Mistake
from sitegen.read.ledger import LEDGER, LedgerReading, read_ledger, written
from tests.sites import NOW, write_files
from tests.sites.accepting import PAGE, accepted_site, edit

SECOND = PAGE.replace("pages/a", "pages/b")
BOTH = [("pages/a", "en"), ("pages/b", "en")]


def reading(content: Path) -> Understood:
    return understand(Order(content=content, now=NOW))


def site_of(content: Path) -> Site:
    site = reading(content).site
    assert site is not None
    return site


def state(content: Path, page_id: str = "pages/a") -> State:
    return site_of(content).standings[page_id, "en"].state


# ── what is written ─────────────────────────────────────────────────────────────────────────────────────────


def test_one_translation_is_accepted_and_the_others_stay(tmp_path: Path) -> None:
    content = write_files(tmp_path, PAGE + SECOND)
    assert save_ledger(content, LedgerReading(), accepted(site_of(content), {}, BOTH[:1]))
    assert (state(content), state(content, "pages/b")) == (State.CURRENT, State.NEW)


def test_nothing_is_written_where_nothing_changed(tmp_path: Path) -> None:
    content = accepted_site(tmp_path)
    before = (content / LEDGER).stat()
    found = read_ledger(content)
    assert not save_ledger(content, found, accepted(site_of(content), found.ledger, BOTH[:1]))
    after = (content / LEDGER).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    empty = write_files(tmp_path / "empty", "")
    assert not save_ledger(empty, LedgerReading(), {})
    assert not (empty / LEDGER).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_permissions_and_a_link_of_the_file_stay(tmp_path: Path) -> None:
    content = accepted_site(tmp_path)
    (content / LEDGER).rename(content / ".real")
    (content / LEDGER).symlink_to(".real")
    (content / ".real").chmod(0o664)
    assert save_ledger(content, read_ledger(content), {})
    assert (content / LEDGER).is_symlink()
    assert stat.S_IMODE((content / ".real").stat().st_mode) == 0o664
    assert not list(content.glob(".*.tmp"))


def test_what_somebody_wrote_meanwhile_is_not_lost(tmp_path: Path) -> None:
    content = accepted_site(tmp_path)
    before = read_ledger(content)
    (content / LEDGER).write_text("# други\n", encoding="utf-8")
    with pytest.raises(Mistake) as refused:
        save_ledger(content, before, {})
    assert refused.value.code == "SYN-07"
    assert (content / LEDGER).read_text(encoding="utf-8") == "# други\n"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    content = write_files(tmp_path, PAGE)
    content.chmod(0o555)
    try:
        with pytest.raises(Mistake) as refused:
            save_ledger(content, LedgerReading(), accepted(site_of(content), {}, BOTH[:1]))
    finally:
        content.chmod(0o755)
    assert refused.value.code == "SYN-07"


def test_the_acceptances_of_two_branches_merge_line_by_line(tmp_path: Path) -> None:
    content = accepted_site(tmp_path, PAGE + SECOND)
    base = (content / LEDGER).read_bytes().splitlines()
    for page_id in ("a", "b"):
        edit(content / f"pages/{page_id}.bg.md", "25 места", "26 места")
    site, ledger = site_of(content), read_ledger(content).ledger
    branches = [written(accepted(site, ledger, [pair])).splitlines() for pair in BOTH]
    assert state(content) is state(content, "pages/b") is State.STALE
    merged = [one if one != old else other for old, one, other in zip_longest(base, *branches)]
    assert sum(one != old for old, one in zip(base, merged, strict=True)) == 2
    (content / LEDGER).write_bytes(b"\n".join(merged) + b"\n")
    assert state(content) is state(content, "pages/b") is State.CURRENT


def test_a_union_of_both_sides_reads_as_the_later_one(tmp_path: Path) -> None:
    content = accepted_site(tmp_path)
    old = (content / LEDGER).read_bytes()
    edit(content / "pages/a.bg.md", "25 места", "26 места")
    new = written(accepted(site_of(content), {}, BOTH[:1]))
    (content / LEDGER).write_bytes(old + new)
    assert state(content) is State.CURRENT


# ── spelling ────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_correction_of_spelling_is_passed_and_nothing_else(tmp_path: Path) -> None:
    content = accepted_site(tmp_path)
    edit(content / "pages/a.bg.md", "Пристроени", "Престроени")
    edit(content / "pages/a.bg.md", "Накратко", "Накратко.")
    site, ledger = site_of(content), read_ledger(content)
    found = only_misspelled(site)
    assert list(found) == BOTH[:1]
    save_ledger(content, ledger, passed(ledger.ledger, found))
    assert state(content) is State.CURRENT


def test_what_was_edited_in_the_translation_is_not_accepted_with_it(tmp_path: Path) -> None:
    content = accepted_site(tmp_path)
    edit(content / "pages/a.bg.md", "Пристроени", "Престроени")
    edit(content / "pages/a.en.md", "Title", "Another title")
    site, ledger = site_of(content), read_ledger(content)
    save_ledger(content, ledger, passed(ledger.ledger, only_misspelled(site)))
    assert state(content) is State.CHANGED


@pytest.mark.parametrize(("old", "new"), [("25 места", "26 места"), ("Накратко", "Друго"), ("Има", "Ново.\n\nИма")])
def test_more_than_spelling_is_not_passed(tmp_path: Path, old: str, new: str) -> None:
    content = accepted_site(tmp_path)
    edit(content / "pages/a.bg.md", "Пристроени", "Престроени")
    edit(content / "pages/a.bg.md", old, new)
    assert only_misspelled(site_of(content)) == {}


# ── what is left out ────────────────────────────────────────────────────────────────────────────────────────


def test_translations_that_are_no_more_leave_the_file(tmp_path: Path) -> None:
    content = accepted_site(tmp_path, PAGE + SECOND)
    ledger = read_ledger(content).ledger
    (content / "pages/a.en.md").unlink()
    (content / "pages/b.bg.md").unlink()
    site = site_of(content)
    assert list(without_obsolete(site, ledger, ())) == []
    assert list(without_obsolete(site, ledger, site.lost)) == [("pages/b", "en")]


@pytest.mark.parametrize(
    ("files", "page_id", "language", "code"),
    [
        (PAGE, "pages/a", "bg", "LNG-02"),
        (PAGE, "pages/a", "ru", "LNG-01"),
        (PAGE.replace("title: Заглавие", "title: Заглавие\nонли: 1"), "pages/a", "en", "LNG-02"),
        (PAGE.replace("title: Title", "title: Title\ndraft: yes"), "pages/a", "en", "LNG-02"),
        (PAGE.replace("---\ntitle: Title", "title: Title"), "pages/a", "en", "LNG-02"),
        (PAGE.replace("title: Заглавие", "title: Заглавие\nonly: [bg, en]"), "pages/a", "ru", "FLD-10"),
    ],
)
def test_what_cannot_be_accepted(tmp_path: Path, files: str, page_id: str, language: str, code: str) -> None:
    read = reading(write_files(tmp_path, files))
    assert read.site is not None
    with pytest.raises(Mistake) as refused:
        assert_acceptable(read.site, page_id, language, read.problems)
    assert refused.value.code == code


def test_a_translation_that_cannot_be_read_is_not_called_missing(tmp_path: Path) -> None:
    event = PAGE.replace("pages/a", "events/a").replace("summary: Накратко", "type: other")
    content = write_files(tmp_path, event)
    (content / "events/a.en.md").write_bytes(b"\0")
    read = reading(content)
    assert read.site is not None
    with pytest.raises(Mistake) as refused:
        assert_acceptable(read.site, "events/a", "en", read.problems)
    assert refused.value.code == "LNG-02"


def test_the_errors_of_another_page_do_not_matter(tmp_path: Path) -> None:
    read = reading(write_files(tmp_path, PAGE + SECOND.replace("title: Title", "мусака: 1")))
    assert read.site is not None
    assert_acceptable(read.site, "pages/a", "en", read.problems)
