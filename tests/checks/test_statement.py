"""The accessibility statement: whole, true to itself, reviewed every year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest

from tests.read.folder import Folder, read_folder
from tests.sites import NOW, SITE

WHOLE = {
    "status": "partial",
    "items": "[{reason: burden, text: {bg: Видео}}]",
    "prepared": "2026-11-01",
    "feedback": "{email: a@b.bg}",
    "authority": "obshtina",
}
at = datetime.fromisoformat


def stating(root: Path, *, now: datetime = NOW, more: str = "", without: Sequence[str] = (), **lines: str) -> Folder:
    """Settings with a statement from line 6 on; a line that is "" is left out."""
    stated = {key: value for key, value in (WHOLE | lines).items() if value and key not in without}
    text = "".join(f"  {key}: {value}\n" for key, value in stated.items())
    return read_folder(root, f"-- site.yaml --\n{SITE}accessibility:\n{text}{more}", now=now)


def test_a_whole_statement_is_fine(tmp_path: Path) -> None:
    assert stating(tmp_path).found == []


def test_a_site_without_one_has_nothing_to_review(tmp_path: Path) -> None:
    assert read_folder(tmp_path).found == []


# ── the yearly review ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("today", "severity"), [
    ("2026-11-01", ""), ("2027-10-01", ""), ("2027-10-02", "info"), ("2027-11-01", "info"), ("2027-11-02", "warning"),
])  # fmt: skip
@pytest.mark.parametrize("reviewed", ["", "2026-11-01"])
def test_the_review_is_due_after_a_year(tmp_path: Path, today: str, severity: str, reviewed: str) -> None:
    dates = {"prepared": "2020-01-01", "reviewed": reviewed} if reviewed else {"prepared": "2026-11-01"}
    folder = stating(tmp_path, now=at(f"{today}T12:00"), **dates)
    place = "site.yaml:11:13" if reviewed else "site.yaml:8:13"
    assert folder.found == ([f"{place} A11Y-04"] if severity else [])
    assert [str(p.severity) for p in folder.problems] == ([severity] if severity else [])


def test_the_review_says_until_when(tmp_path: Path) -> None:
    assert stating(tmp_path / "a", now=at("2027-10-20T12:00")).says("A11Y-04") == (
        "the yearly review of the accessibility statement is due by 2027-11-01"
        " | Compare the statement with the site, and write the day of it: reviewed: 2027-10-20"
    )
    assert (
        stating(tmp_path / "b", now=at("2028-10-20T12:00"))
        .says("A11Y-04")
        .startswith("the accessibility statement was last reviewed on 2026-11-01, more than a year ago | ")
    )


# ── what it says ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_full_with_barriers_is_an_error(tmp_path: Path) -> None:
    folder = stating(tmp_path, status="full")
    assert folder.errors == folder.found == ["site.yaml:6:11 A11Y-05"]
    assert folder.says("A11Y-05").startswith("the status is 'full', and items name what cannot be used | ")
    assert stating(tmp_path / "b", status="full", items="", more=CLEAN).found == []


@pytest.mark.parametrize("status", ["partial", "none"])
def test_barriers_that_nobody_names_are_a_warning(tmp_path: Path, status: str) -> None:
    folder = stating(tmp_path, status=status, items="")
    assert (folder.errors, folder.found) == ([], ["site.yaml:6:11 A11Y-06"])
    assert folder.says("A11Y-06").startswith(f"the status is '{status}', and no item says what cannot be used | ")


@pytest.mark.parametrize("standard", [
    "EN 301 549 V2.1.2 (2018-08)", "EN 301 549 V1.1.2", "en 301 549 v 3.1.1", "WCAG 2.0", "EN 301 549 и WCAG2.0 AA",
])  # fmt: skip
def test_a_superseded_standard_is_a_warning(tmp_path: Path, standard: str) -> None:
    folder = stating(tmp_path, standard=standard)
    assert (folder.errors, folder.found) == ([], ["site.yaml:11:13 A11Y-06"])
    assert folder.says("A11Y-06") == (
        f"'{standard}' is not the version that the Official Journal cites now"
        " | Write: standard: EN 301 549 V3.2.1 (2021-03)"
    )


@pytest.mark.parametrize("standard", ["", "EN 301 549 V3.2.1 (2021-03)", "EN 301 549 V4.1.1", "WCAG 2.2", "WCAG 2.1"])
def test_other_standards_are_fine(tmp_path: Path, standard: str) -> None:
    assert stating(tmp_path, standard=standard).found == []


def test_a_third_party_has_a_name(tmp_path: Path) -> None:
    folder = stating(tmp_path, method="third_party")
    assert (folder.errors, folder.found) == ([], ["site.yaml:11:11 A11Y-06"])
    assert folder.says("A11Y-06").endswith("a third party that is not named | Write its name: assessor: …")
    assert stating(tmp_path / "b", method="third_party", assessor="Лаборатория").found == []


@pytest.mark.parametrize(("without", "missing"), [
    (["prepared"], "prepared"), (["authority"], "authority"), (["feedback"], "feedback.email"),
    (["prepared", "feedback", "authority"], "prepared, authority, feedback.email"),
])  # fmt: skip
def test_what_is_missing_is_one_warning(tmp_path: Path, without: list[str], missing: str) -> None:
    folder = stating(tmp_path, without=without)
    assert (folder.errors, folder.found) == ([], ["site.yaml:6:3 A11Y-06"])
    assert folder.says("A11Y-06").startswith(f"the accessibility statement lacks: {missing} | ")


def test_the_contact_of_the_site_hears_complaints_too(tmp_path: Path) -> None:
    assert stating(tmp_path, feedback="", more="contact: {email: a@b.bg}\n").found == []


# ── what an evaluation shows ────────────────────────────────────────────────────────────────────────────────────────

CLEAN = "-- accessibility-evaluation.yaml --\ndate: 2026-11-01\ntool: axe-core 4.12.1\npages: [/bg/]\nrules: [label]\n"
FOUND = CLEAN + "findings: [{page: /bg/, rule: label, selector: input}]\n"


@pytest.mark.parametrize(("evaluation", "is_allowed"), [("", False), (CLEAN, True), (FOUND, False)])
def test_full_needs_an_evaluation_that_found_nothing(tmp_path: Path, evaluation: str, is_allowed: bool) -> None:
    folder = stating(tmp_path, status="full", items="", more=evaluation)
    assert folder.found == ([] if is_allowed else ["site.yaml:6:11 A11Y-05"])


@pytest.mark.parametrize(("today", "is_old"), [("2027-11-01", False), ("2027-11-02", True)])
def test_an_evaluation_holds_for_a_year(tmp_path: Path, today: str, is_old: bool) -> None:
    folder = stating(tmp_path, now=at(f"{today}T12:00"), more=CLEAN, reviewed="2027-10-30")
    said = folder.says("A11Y-04") if is_old else ""
    assert ("last tried in a browser on 2026-11-01" in said) == is_old
    assert bool(folder.found) == is_old


@pytest.mark.parametrize(("updated", "count"), [("2026-11-01", 0), ("2026-11-02", 1), ("2026-11-23", 0)])
def test_pages_that_changed_after_the_evaluation_are_named(tmp_path: Path, updated: str, count: int) -> None:
    page = f"-- pages/a.bg.md --\n---\ntitle: А\nonly: [bg]\nupdated: {updated}\n---\n"
    folder = stating(tmp_path, more=CLEAN + page)
    assert folder.errors == []
    assert [one for one in folder.found if "A11Y-04" in one] == ["accessibility-evaluation.yaml:1:7 A11Y-04"] * count
    if count:
        assert "pages that changed since: 1, the last on 2026-11-02" in folder.says("A11Y-04")


def test_one_old_evaluation_is_told_once(tmp_path: Path) -> None:
    page = "-- pages/a.bg.md --\n---\ntitle: А\nonly: [bg]\nupdated: 2027-01-01\n---\n"
    folder = stating(tmp_path, now=at("2027-11-02T12:00"), more=CLEAN + page, reviewed="2027-10-30")
    assert "more than a year ago" in folder.says("A11Y-04")
    assert len(folder.found) == 1
