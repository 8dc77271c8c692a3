"""Files: named ones must be there, unused ones are named, pictures have words."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.kinds.project import Project
from sitegen.model.attachments import document_files
from tests.read.folder import page, project, read_folder

SVG = b"<svg/>"


@pytest.mark.parametrize(("head", "place", "said"), [
    ("image: more.jpg\nimage_alt: x\n", "7:8", "DOC-01 there is no file 'more.jpg' | Put the file beside the page."),
    ("image: plna.svg\nimage_alt: x\n", "7:8", "DOC-01 there is no file 'plna.svg' | Did you mean 'plan.svg'?"),
    ("image: Plan.svg\nimage_alt: x\n", "7:8", "LNK-05 'Plan.svg' differs in capital letters from 'plan.svg' | "),
    ("image: sub/Plan.svg\nimage_alt: x\n", "7:8", "LNK-05 'sub/Plan.svg' differs in capital letters from 'sub/plan.svg' | "),
    ("image: ../../../x.svg\nimage_alt: x\n", "7:8", "LNK-06 '../../../x.svg' leads out of the content folder | "),
    ("image: plan.svg\n", "7:8", "A11Y-01 the picture has no alternative text | Write image_alt: what the picture shows."),
    ("documents: [{file: nope.pdf}]\n", "7:20", "DOC-01 there is no file 'nope.pdf' | "),
    ("documents:\n  - {file: plan.svg}\n  - title: План\n    file: nope.pdf\n", "10:11", "DOC-01 there is no file 'nope.pdf' | "),
    ("gallery: [{alt: Парк, file: nope.jpg}]\n", "7:29", "DOC-01 there is no file 'nope.jpg' | "),
])  # fmt: skip
def test_a_file_that_a_page_names_must_be_there(tmp_path: Path, head: str, place: str, said: str) -> None:
    folder = read_folder(
        tmp_path,
        f"-- projects/park/index.bg.md --\n{project(head, '[а](plan.svg) [б](sub/plan.svg)')}",
        {"projects/park/plan.svg": SVG, "projects/park/sub/plan.svg": SVG},
    )
    [problem] = folder.problems
    assert str(problem.at) == f"content/projects/park/index.bg.md:{place}"
    assert f"{problem.code} {problem.message} | {problem.hint}".startswith(said)
    assert problem.is_error


def test_a_logo_is_found_from_the_content_folder_on(tmp_path: Path) -> None:
    text = "-- organisations.yaml --\nobshtina: {name: {bg: А}, logo: logos/a.svg}\n"
    assert read_folder(tmp_path, text, {"logos/a.svg": SVG}).found == []


def test_a_file_that_no_page_uses_is_a_warning(tmp_path: Path) -> None:
    folder = read_folder(
        tmp_path, f"-- pages/a/index.bg.md --\n{page()}", {"pages/a/plan.txt": b"x", "readme.txt": b"x"}
    )
    assert folder.found == ["pages/a/plan.txt:1:1 DOC-06", "readme.txt:1:1 DOC-06"]
    assert folder.errors == []
    assert f"{folder.problems[0].message} | {folder.problems[0].hint}" == (
        "no page uses this file; it is not published | Link to it, name it <type>.<language>.<ending>, or delete it."
    )


@pytest.mark.parametrize("used", [
    page("", "[план](plan.svg)"), page("", "![план](plan.svg)"), page("image: plan.svg\nimage_alt: План\n"),
    page("documents: [{file: plan.svg}]\n"), page("gallery: [{file: ./plan.svg, alt: План}]\n"),
])  # fmt: skip
def test_a_file_is_used_by_link_picture_image_document_or_gallery(tmp_path: Path, used: str) -> None:
    assert read_folder(tmp_path, f"-- pages/a/index.bg.md --\n{used}", {"pages/a/plan.svg": SVG}).found == []


def test_documents_with_a_telling_name_need_no_entry(tmp_path: Path) -> None:
    names = ["agenda.bg.txt", "media-info.bg.txt", "media_info.en.txt", "documents/contract.bg.txt", "plan.bg.txt"]
    folder = read_folder(
        tmp_path, f"-- projects/park/index.bg.md --\n{project()}", {f"projects/park/{name}": b"x" for name in names}
    )
    assert folder.found == ["projects/park/plan.bg.txt:1:1 DOC-06"]
    assert folder.site
    listed = document_files(folder.site, folder.page("projects/park", "bg", Project))
    assert [(entry.type, file.name) for entry, file in listed] == [
        ("agenda", "agenda.bg.txt"), ("media_info", "media-info.bg.txt"), ("media_info", "media_info.en.txt"),
        ("contract", "contract.bg.txt"),
    ]  # fmt: skip


@pytest.mark.parametrize("head", ["draft: yes\n", "publish_at: 2027-01-01\n", "unpublish_at: 2026-01-01\n"])
def test_files_beside_a_hidden_page_count_as_used(tmp_path: Path, head: str) -> None:
    folder = read_folder(
        tmp_path, f"-- pages/a/index.bg.md --\n{page(head)}", {"pages/a/x.txt": b"x", "pages/a/sub/y.txt": b"x"}
    )
    assert folder.found == []
    assert folder.public is not None
    assert folder.public.files == {}


def test_a_draft_without_a_folder_hides_nothing_of_its_neighbours(tmp_path: Path) -> None:
    folder = read_folder(
        tmp_path,
        f"-- pages/a.bg.md --\n{page('draft: yes' + chr(10))}-- pages/b/index.bg.md --\n{page('', '![П](p.svg)')}",
        {"pages/b/p.svg": SVG, "pages/stray.txt": b"x"},
    )
    assert folder.found == ["pages/stray.txt:1:1 DOC-06"]
    assert folder.public is not None
    assert "pages/b/p.svg" in folder.public.files


def test_a_file_beside_a_hidden_page_is_left_out_with_a_warning(tmp_path: Path) -> None:
    head = "image: ../a/p.svg\nimage_alt: Парк\n"
    folder = read_folder(
        tmp_path,
        f"-- pages/a/index.bg.md --\n{page('draft: yes' + chr(10))}-- pages/b/index.bg.md --\n{page(head)}",
        {"pages/a/p.svg": SVG},
    )
    assert (folder.errors, folder.found) == ([], ["pages/b/index.bg.md:3:8 LNK-07"])
    assert folder.says("LNK-07").startswith("'../a/p.svg' lies beside a page that is not public now; it is left out | ")


# ── what follows from another mistake ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("field", "code"), [
    ("documents: [{file: x.txt, type: agnda}]\n", "FLD-03"),
    ("documents: x.txt\n", "FLD-05"),
    ("gallery: [{file: x.txt}]\n", "FLD-02"),
    ("image: [x.txt]\n", "FLD-05"),
])  # fmt: skip
@pytest.mark.parametrize("path", ["pages/a/index.bg.md", "pages/a/b.bg.md"])
def test_files_beside_a_list_with_mistakes_may_be_used(tmp_path: Path, path: str, field: str, code: str) -> None:
    folder = read_folder(tmp_path, f"-- {path} --\n{page(field)}", {"pages/a/x.txt": b"x", "events/y.txt": b"x"})
    assert [line.split()[1] for line in folder.found] == ["DOC-06", code]
    assert folder.found[0].startswith("events/y.txt:1:1")


def test_files_beside_a_page_that_is_lost_may_be_used(tmp_path: Path) -> None:
    files = {"pages/a/x.txt": b"x", "pages/a/documents/y.txt": b"x"}
    assert read_folder(tmp_path, "-- pages/a/index.bg.md --\n---\na: [\n---\n", files).found == [
        "pages/a/index.bg.md:2:4 SYN-02"
    ]


def test_another_mistake_of_a_page_says_nothing_about_files(tmp_path: Path) -> None:
    folder = read_folder(tmp_path, f"-- pages/a/index.bg.md --\n{page('menu: x' + chr(10))}", {"pages/a/x.txt": b"x"})
    assert folder.found == ["pages/a/index.bg.md:3:7 FLD-03", "pages/a/x.txt:1:1 DOC-06"]
