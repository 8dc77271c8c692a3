"""References, numbers, addresses and lengths: what a page names must exist and be its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read.folder import Folder, page, project, read_folder
from tests.sites import PROJECT, TOLD


def park(root: Path, head: str) -> Folder:
    """A site with one project of this head."""
    return read_folder(root, f"-- projects/park/index.bg.md --\n---\n{head}{TOLD}---\n")


def with_line(old: str, new: str) -> str:
    """The clean head with a line changed."""
    assert old in PROJECT
    return PROJECT.replace(old, new)


@pytest.mark.parametrize(("old", "new", "found", "said"), [
    ("oprg-2014-2020", "oprg-2014", "3:12 REF-01", "there is no programme 'oprg-2014' | Did you mean 'oprg-2014-2020'?"),
    ("oprg-2014-2020", "xyz", "3:12 REF-01", "there is no programme 'xyz' | Known: phare, "),
    ("org: obshtina", "org: obshtna", "6:11 REF-01", "there is no organisation 'obshtna' in organisations.yaml | Did you mean 'obshtina'?"),
    ("role: beneficiary", "role: partner", "6:3 REF-04", ("the project names neither a beneficiary nor a lead partner | "
                                                         "Write: partners: [{org: …, role: beneficiary}]")),
    ("role: beneficiary", "role: benefciary", "6:27 FLD-03", "'benefciary' is not a value of this field | Did you mean 'beneficiary'?"),
    (", role: beneficiary", "", "6:5 FLD-02", "'role' is missing | "),
])  # fmt: skip
def test_a_wrong_reference_is_told_with_the_nearest_name(
    tmp_path: Path, old: str, new: str, found: str, said: str
) -> None:
    folder = park(tmp_path, with_line(old, new))
    assert f"projects/park/index.bg.md:{found}" in folder.errors
    assert folder.says(found.split()[1]).startswith(said)


def test_a_project_without_partners_lacks_them_as_a_whole(tmp_path: Path) -> None:
    folder = park(tmp_path, PROJECT.partition("partners")[0])
    assert folder.found == ["projects/park/index.bg.md:1:1 REF-04"]


def test_a_programme_with_several_funds_asks_which(tmp_path: Path) -> None:
    folder = park(tmp_path, with_line("oprg-2014-2020", "drp-2021-2027"))
    assert [f for f in folder.errors if "REF-03" in f] == ["projects/park/index.bg.md:1:1 REF-03"]
    assert "'fund' must say which pay for the project | Write: fund: [" in folder.says("REF-03")


@pytest.mark.parametrize(("fund", "column"), [("[esf]", 8), ("[erdf, esf]", 14)])
def test_a_fund_must_be_one_of_the_programme(tmp_path: Path, fund: str, column: int) -> None:
    folder = park(tmp_path, f"{PROJECT}fund: {fund}\n")
    assert folder.found == [f"projects/park/index.bg.md:7:{column} REF-03"]
    assert folder.says("REF-03") == "the programme has no fund 'esf' | Known: erdf."


def test_a_missing_contract_is_a_warning_from_2014_on(tmp_path: Path) -> None:
    without = with_line("contract: BG16RFOP001-5.001-0042-C01\n", "")
    folder = park(tmp_path / "1", without)
    assert (folder.errors, folder.found) == ([], ["projects/park/index.bg.md:1:1 COD-05"])
    assert park(tmp_path / "2", without.replace("oprg-2014-2020", "oprd-2007-2013")).found == []


def test_a_number_belongs_to_one_project(tmp_path: Path) -> None:
    folder = read_folder(tmp_path, "".join(
        f"-- projects/{name}.bg.md --\n{project(f'number: {number}' + chr(10))}"
        for name, number in (("a", 4), ("b", 4), ("c", 7), ("d", 8))
    ))  # fmt: skip
    assert [one for one in folder.found if "A11Y-14" not in one] == ["projects/b.bg.md:7:9 REF-02"]
    assert folder.says("REF-02") == (
        "the number 4 belongs to 'content/projects/a.bg.md' already | "
        "Numbers stand on plaques and never change; the next free one is 9."
    )


def test_drafts_keep_their_numbers(tmp_path: Path) -> None:
    folder = read_folder(
        tmp_path,
        f"-- projects/a.bg.md --\n{project('number: 1' + chr(10))}"
        f"-- projects/b.bg.md --\n{project('draft: yes' + chr(10) + 'number: 1' + chr(10))}",
    )
    assert folder.found == ["projects/b.bg.md:8:9 REF-02"]


# ── addresses ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("path", "head", "place", "address"), [
    ("pages/proekti.bg.md", "", "1:1", "/bg/proekti/"),
    ("pages/a.bg.md", "slug: novini\n", "3:7", "/bg/novini/"),
    ("pages/a.bg.md", "slug: tarsene\n", "3:7", "/bg/tarsene/"),
    ("projects/a.bg.md", "slug: status\n", None, "/bg/proekti/status/"),
])  # fmt: skip
def test_words_that_the_site_needs_are_reserved(
    tmp_path: Path, path: str, head: str, place: str | None, address: str
) -> None:
    text = project(head) if path.startswith("projects") else page(head)
    folder = read_folder(tmp_path, f"-- {path} --\n{text}")
    assert [f for f in folder.errors if "ADR-04" in f] == [f"{path}:{place or '7:7'} ADR-04"]
    assert folder.says("ADR-04") == (
        f"the address {address} belongs to a page of the site itself | Rename the file, or give the page another slug."
    )


def test_a_section_word_of_another_language_is_free(tmp_path: Path) -> None:
    assert read_folder(tmp_path, f"-- pages/news.bg.md --\n{page()}").found == []


@pytest.mark.parametrize("path", ["p/x.txt", "data/x.json", "assets/x.css", "bg/x.html"])
def test_static_files_keep_out_of_the_sites_own_folders(tmp_path: Path, path: str) -> None:
    folder = read_folder(tmp_path, files={f"static/{path}": b"x"})
    assert folder.found == [f"static/{path}:1:1 ADR-04"]
    assert str(folder.problems[0].hint) == "Move the file to another folder of static/."


def test_a_name_without_letters_gives_no_address(tmp_path: Path) -> None:
    folder = read_folder(tmp_path, f"-- pages/№.bg.md --\n{page()}", {})
    assert [f for f in folder.errors if "ADR-03" in f] in (["pages/№.bg.md:1:1 ADR-03"], [])
    folder = read_folder(tmp_path / "2", f"-- pages/—.bg.md --\n{page()}")
    assert folder.found == ["pages/—.bg.md:1:1 ADR-03"]
    assert folder.says("ADR-03") == "the name '—' gives no address | Give the page a slug: a-z, 0-9 and -."


def test_a_draft_at_the_address_of_another_page_is_told_before_it_is_published(tmp_path: Path) -> None:
    folder = read_folder(
        tmp_path,
        f"-- pages/a.bg.md --\n{page()}-- pages/b.bg.md --\n{page('draft: yes' + chr(10) + 'slug: a' + chr(10))}",
    )
    assert folder.found == ["pages/b.bg.md:4:7 ADR-02"]
    assert folder.says("ADR-02").startswith("'content/pages/a.bg.md' has the same address: /bg/a/ | ")


# ── lengths ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("path", "limit"), [("pages/a.bg.md", 200), ("projects/a.bg.md", 600)])
def test_a_long_summary_is_a_warning_at_its_value(tmp_path: Path, path: str, limit: int) -> None:
    make = project if path.startswith("projects") else page
    line = 7 if make is project else 3
    assert read_folder(tmp_path / "1", f"-- {path} --\n{make(f'summary: {chr(1102) * limit}' + chr(10))}").found == []
    folder = read_folder(tmp_path / "2", f"-- {path} --\n{make(f'summary: {chr(1102) * (limit + 1)}' + chr(10))}")
    assert (folder.errors, folder.found) == ([], [f"{path}:{line}:10 TXT-08"])
    assert folder.says("TXT-08").startswith(f"the summary has {limit + 1} characters; up to {limit} are shown whole | ")


def test_a_partner_with_a_mistake_may_be_the_beneficiary(tmp_path: Path) -> None:
    folder = park(tmp_path, with_line("role: beneficiary", "role: benefciary"))
    assert folder.found == ["projects/park/index.bg.md:6:27 FLD-03"]
