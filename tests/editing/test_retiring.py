"""Retiring: two facts are written into a file of which every other byte stays, whatever it looks like."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.builder.flow import understand
from sitegen.builder.order import Order
from sitegen.editing.retiring import advice, retirement
from sitegen.kinds.project import Project
from sitegen.model.site import Site
from sitegen.problems import Mistake
from tests.sites import NOW, whole, write_files

TODAY = date(2026, 11, 22)
OVER = "end: 2020-01-09\n"


def site_of(root: Path, head: str, body: str = "Текст.\n") -> tuple[Site, Project]:
    content = write_files(root, f"\n-- projects/park/index.bg.md --\n---\n{head}---\n{body}")
    site = understand(Order(content=content, now=NOW)).site
    assert site
    page = site.page("projects/park", "bg")
    assert isinstance(page, Project)
    return site, page


def after(root: Path, head: str, body: str = "Текст.\n", data: bytes = b"") -> str:
    """The file as it will be."""
    _, project = site_of(root, head, body)
    if data:
        (root / project.source).write_bytes(data)
    return retirement(root / "content", project, TODAY).after.data.decode()


NEW = "status: archived\n"
SINCE = "archived: 2026-11-22\n"


@pytest.mark.parametrize(
    ("before", "becomes"),
    [
        (OVER, OVER + NEW + SINCE),
        (OVER + "status: completed\n", OVER + NEW + SINCE),
        (OVER + 'status:   "completed"   # по договор\n', OVER + "status:   archived   # по договор\n" + SINCE),
        (OVER + "status: 'terminated'\n", OVER + NEW + SINCE),
        (OVER + "status:\n", OVER + NEW + SINCE),
        (OVER + "status:  # ?\n", OVER + "status: archived  # ?\n" + SINCE),
        (OVER + "archived: 2020-01-01\nstatus: completed\n", OVER + SINCE + NEW),
        (OVER + "archived:\nstatus: completed\n", OVER + SINCE + NEW),
        ("actual_end: 2020\n" + OVER, "actual_end: 2020\n" + NEW + SINCE + OVER),
    ],
)  # fmt: skip
def test_the_facts_are_written(tmp_path: Path, before: str, becomes: str) -> None:
    head = whole(before)
    assert after(tmp_path, head) == f"---\n{head.replace(before, becomes)}---\nТекст.\n"


def test_a_value_on_the_next_line_is_not_torn_from_its_key(tmp_path: Path) -> None:
    head = whole("end:\n  2020-01-09\n")
    assert after(tmp_path, head) == f"---\n{head}{NEW}{SINCE}---\nТекст.\n"


def test_bom_line_ends_and_odd_bytes_stay(tmp_path: Path) -> None:
    head = whole(OVER)
    data = (
        b"\xef\xbb\xbf"
        + f"---\r\n{head}---\r\n\r\nТекст  \r\n\tи още.".replace("\r\n", "\n").replace("\n", "\r\n").encode()
    )
    made = after(tmp_path, head, data=data)
    assert made.encode() == data.replace(
        OVER.replace("\n", "\r\n").encode(), (OVER + NEW + SINCE).replace("\n", "\r\n").encode()
    )


@given(notes=st.lists(st.text(alphabet="абв \t#:-'\"x", max_size=30), max_size=5))
def test_remarks_of_the_editor_stay(tmp_path_factory: pytest.TempPathFactory, notes: list[str]) -> None:
    remarks = "".join(f"# {note}\n" for note in notes)
    head = whole(remarks + OVER + remarks)
    made = after(tmp_path_factory.mktemp("site"), head)
    assert made.replace(NEW + SINCE, "") == f"---\n{head}---\nТекст.\n"


def test_a_head_in_braces_is_left_to_people(tmp_path: Path) -> None:
    _, project = site_of(tmp_path, whole(OVER))
    (tmp_path / project.source).write_text("---\n{title: Парк, end: 2020-01-09}\n---\n", encoding="utf-8")
    with pytest.raises(Mistake) as caught:
        retirement(tmp_path / "content", project, TODAY)
    assert "status: archived; archived: 2026-11-22" in str(caught.value.hint)


@pytest.mark.parametrize(
    "head", ["start: 2030-01-01\n", "start: 2020-01-01\nend: 2030-01-01\n", OVER + "status: ongoing\n"]
)
def test_what_is_not_over_is_not_archived(tmp_path: Path, head: str) -> None:
    _, project = site_of(tmp_path, whole(head))
    with pytest.raises(Mistake, match="is not over"):
        retirement(tmp_path / "content", project, TODAY)


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("end: 2024-03-05\nprogramme: drp-2021-2027\nfund: [erdf]\n", "until 2029-12-31 or later"),
        ("end: 2020-02-29\n", "until 2025-02-28 or later"),
        ("end: 2020-01-09\ndurable_until: 2027-01-09\n", "at least until 2027-01-09"),
        ("end: 2020-01-09\ndurable_until: 2025-01-09\n", "had to be kept up until 2025-01-09"),
        ("programme: phare\nend: 2005\n", "The contract says how long"),
        ("", "The contract says how long"),
    ],
)
def test_until_when_the_page_must_stay(tmp_path: Path, head: str, told: str) -> None:
    text = whole(head)
    if "programme:" in head:
        text = text.replace("programme: oprg-2014-2020\n", "", 1)
    assert told in str(advice(*site_of(tmp_path, text)))


def test_a_site_may_say_that_results_are_kept_up_longer(tmp_path: Path) -> None:
    longer = 'Текст.\n-- law.yaml --\nkeeping_2014: {value: [7], source: "писмо"}\n'
    told = str(advice(*site_of(tmp_path, whole("end: 2020-02-29\n"), longer)))
    assert "for 7 years (писмо), so the page must stay until 2027-02-28" in told
