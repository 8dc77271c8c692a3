"""Built pages: dead links are told once, in the place where the editor can mend them."""

from __future__ import annotations

from pathlib import Path

import pytest

import sitegen.checks
from sitegen.checks import CHECKS, PROOFS
from tests.sites import build_site


def test_every_file_of_the_room_is_in_the_list() -> None:
    rooms = {path.stem for path in Path(sitegen.checks.__file__).parent.glob("*.py")} - {"__init__", "inspection"}
    assert rooms == {check.__module__.rpartition(".")[2] for check in (*CHECKS, *PROOFS)}


@pytest.mark.sample(2)
@pytest.mark.parametrize("target", ["/bg/nyama/", "/nyama.pdf", "/bg/?a#b", "/f.html"])
def test_a_dead_address_is_told_once_where_it_is_written(tmp_path: Path, target: str) -> None:
    built = build_site(tmp_path, f"-- pages/a.bg.md --\n---\ntitle: А\n---\nДума [х]({target}).\n")
    assert [error.rpartition(" ")[0] for error in built.errors] == ["content/pages/a.bg.md:4:6"]


def test_static_files_and_anchors_of_built_pages_can_be_linked(tmp_path: Path) -> None:
    text = "-- static/f.html --\n<p id=x>\n-- pages/a.bg.md --\n---\ntitle: А\n---\n[а](/f.html) [б](/f.html#x) [в](/bg/#main)\n"
    assert build_site(tmp_path, text).problems == ()


def test_a_link_that_the_theme_gets_wrong_is_told_in_the_built_page(tmp_path: Path) -> None:
    templates = tmp_path / "themes/default/templates"
    templates.mkdir(parents=True)
    (templates / "page.html").write_text('<p id="a"><a href="/nyama/">x</a></p>\n<p id="a">', encoding="utf-8")
    built = build_site(tmp_path, "-- pages/a.bg.md --\n---\ntitle: А\n---\n")
    found = [error for error in built.errors if not error.endswith("A11Y-08")]
    assert found == ["output/bg/a/index.html:1:1 A11Y-02", "output/bg/a/index.html:1:11 LNK-08"]
    assert "/nyama/" in str(built.problem("LNK-08").message)
