"""The layout of the content folder: names, languages, kinds, twins, links of the file system."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from sitegen.kinds import kind_of
from sitegen.kinds.page import FreePage
from tests.read.folder import Folder, page, read_content, read_folder
from tests.sites import write_files

PAGE = page().encode()


def lay(root: Path, *paths: str) -> Folder:
    """A folder with the same little page under each path."""
    return read_folder(root, files=dict.fromkeys(paths, PAGE))


# ── languages in names ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("path", "said"), [
    ("pages/about.md", "ADR-05 the name 'about.md' does not say the language of the page | Rename it to about.bg.md."),
    ("pages/a.de.md", ("ADR-05 'de' in the name 'a.de.md' is not a language of the site | "
                      "The languages are bg, en, ru; site.yaml lists them.")),
    ("pages/a.v2.md", ("ADR-05 'v2' in the name 'a.v2.md' is not a language of the site | "
                      "The languages are bg, en, ru; site.yaml lists them.")),
    ("pages/a.BG.md", "ADR-06 the ending of 'a.BG.md' has capital letters | Rename it to a.bg.md."),
    ("pages/a.bg.MD", "ADR-06 the ending of 'a.bg.MD' has capital letters | Rename it to a.bg.md."),
])  # fmt: skip
def test_a_name_without_a_language_of_the_site_is_an_error(tmp_path: Path, path: str, said: str) -> None:
    [problem] = lay(tmp_path, path).problems
    assert f"{problem.code} {problem.message} | {problem.hint}" == said
    assert str(problem.at) == f"content/{path}:1:1"
    assert problem.is_error


def test_a_language_code_inside_a_word_is_no_language(tmp_path: Path) -> None:
    folder = lay(tmp_path, "pages/genres.bg.md", "pages/en/index.bg.md", "projects.en/a.bg.md")
    assert [one for one in folder.found if "A11Y-14" not in one] == []
    assert folder.public is not None
    assert folder.public.address(folder.page("pages/en")) == "/bg/en/"


def test_a_document_in_an_unknown_language_is_an_error(tmp_path: Path) -> None:
    folder = read_folder(tmp_path, files={"pages/a/index.bg.md": PAGE, "pages/a/agenda.de.txt": b"x"})
    assert folder.found == ["pages/a/agenda.de.txt:1:1 ADR-05"]
    assert folder.says("ADR-05") == (
        "'de' is not a language of the site | The languages are bg, en, ru; site.yaml lists them."
    )


# ── one page, two files ─────────────────────────────────────────────────────────────────────────────────────────────


def test_two_spellings_of_a_page_are_the_same_page(tmp_path: Path) -> None:
    flat = lay(tmp_path / "1", "pages/a.bg.md")
    deep = lay(tmp_path / "2", "pages/a/index.bg.md")
    assert flat.page("pages/a").id == deep.page("pages/a").id


@pytest.mark.parametrize("other", ["pages/about/index.bg.md", "pages/about/index.en.md"])
def test_both_spellings_at_once_are_an_error(tmp_path: Path, other: str) -> None:
    folder = lay(tmp_path, "pages/about.bg.md", other)
    assert folder.found == [f"{other}:1:1 ADR-01"]
    assert folder.says("ADR-01") == f"'{other}' and 'pages/about.bg.md' are the same page | Keep one of the two files."


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="two such names cannot exist")
@pytest.mark.parametrize(("first", "second", "told"), [
    ("pages/About.bg.md", "pages/about.bg.md", ["pages/about.bg.md:1:1 ADR-06"]),
    ("pages/A/x.txt", "pages/a/y.txt", ["pages/a/y.txt:1:1 ADR-06"]),
    ("pages/й.txt", "pages/и\u0306.txt", ["pages/й.txt:1:1 ADR-06"]),
    ("static/A.txt", "static/a.txt", ["static/a.txt:1:1 ADR-06"]),
])  # fmt: skip
def test_names_that_differ_only_by_case_or_form_are_an_error(
    tmp_path: Path, first: str, second: str, told: list[str]
) -> None:
    folder = lay(tmp_path, first, second)
    assert [f for f in folder.found if "DOC-06" not in f and "A11Y-14" not in f] == told
    assert "Windows and the Mac cannot tell them apart" in folder.says("ADR-06")


def test_names_are_compared_in_composed_form(tmp_path: Path) -> None:
    """Fault 8: a Mac writes й in two characters."""
    folder = read_folder(
        tmp_path,
        "-- pages/a/index.bg.md --\n" + page("image: снимка-й.svg\nimage_alt: Парк\n", "[й](план-и\u0306.txt)\n"),
        {"pages/a/снимка-и\u0306.svg": b"<svg/>", "pages/a/план-й.txt": b"x"},
    )
    assert folder.found == []


def test_a_translation_names_a_file_in_any_form(tmp_path: Path) -> None:
    folder = read_folder(
        tmp_path,
        "-- pages/a/index.bg.md --\n" + page("gallery:\n  - {file: ./и\u0306.svg, alt: Мост}\n")
        + "-- pages/a/index.en.md --\n" + page("gallery: {й.svg: Bridge}\n", title="Page"),
        {"pages/a/й.svg": b"<svg/>"},
    )  # fmt: skip
    assert folder.found == []
    [photo] = folder.page("pages/a", "en", FreePage).gallery
    assert photo.alt.text == "Bridge"


# ── names that cannot be ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot exist there")
@pytest.mark.parametrize("name", ["con.bg.md", "AUX.bg.md", "lpt1.bg.md", "com9.bg.md", "a:b.bg.md", "a?.bg.md"])
def test_names_that_windows_refuses_are_errors(tmp_path: Path, name: str) -> None:
    folder = lay(tmp_path, f"pages/{name}")
    assert folder.found == [f"pages/{name}:1:1 ADR-07"]
    assert folder.says("ADR-07") == (
        f"the name '{name}' cannot exist on Windows | Rename it; use letters, digits, - and _."
    )


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot exist there")
@pytest.mark.parametrize("folder_name", ["nul", "a ", "a."])
def test_folders_that_windows_refuses_are_errors(tmp_path: Path, folder_name: str) -> None:
    assert f"pages/{folder_name}/index.bg.md:1:1 ADR-07" in lay(tmp_path, f"pages/{folder_name}/index.bg.md").found


def test_words_that_only_begin_like_a_reserved_name_are_fine(tmp_path: Path) -> None:
    folder = lay(tmp_path, "pages/contract.bg.md", "pages/auxiliary.bg.md")
    assert [one for one in folder.found if "A11Y-14" not in one] == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there a name may be any bytes")
def test_a_name_that_is_not_utf8_is_an_error(tmp_path: Path) -> None:
    content = write_files(tmp_path, "")
    for name in (b"\xef\xe0\xf0\xea.bg.md", b"\xef\xf0.txt"):
        (content / os.fsdecode(name)).write_bytes(PAGE)
    folder = read_content(content)
    assert [p.code for p in folder.problems] == ["ADR-07", "ADR-07"]
    "".join(f"{p.at}{p.message}" for p in folder.problems).encode()


# ── links of the file system ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.skipif(sys.platform == "win32", reason="needs a privilege there")
@pytest.mark.parametrize(("target", "said"), [
    ("../outside.txt", "the link 'x.txt' leads out of the content folder | Copy the files themselves here."),
    ("..", "the link 'x.txt' leads out of the content folder | Copy the files themselves here."),
    ("nowhere", "the link 'x.txt' leads to no file | Copy the files themselves here."),
    ("x.txt", "the link 'x.txt' leads to no file | Copy the files themselves here."),
    (".", "the link 'x.txt' leads to no file | Copy the files themselves here."),
])  # fmt: skip
def test_links_that_lead_out_or_nowhere_are_errors(tmp_path: Path, target: str, said: str) -> None:
    content = write_files(tmp_path, "")
    (tmp_path / "outside.txt").write_text("тайна", encoding="utf-8")
    (content / "x.txt").symlink_to(target)
    folder = read_content(content)
    assert folder.found == ["x.txt:1:1 LNK-06"]
    assert folder.says("LNK-06") == said
    assert folder.site is not None
    assert "x.txt" not in folder.site.files


@pytest.mark.skipif(sys.platform == "win32", reason="needs a privilege there")
def test_a_link_inside_the_folder_is_a_file(tmp_path: Path) -> None:
    content = write_files(tmp_path, "-- pages/a.bg.md --\n" + page("", "[x](x.txt)\n"))
    (content / "y.txt").write_text("y", encoding="utf-8")
    (content / "pages/x.txt").symlink_to("../y.txt")
    assert [f for f in read_content(content).found if "y.txt" not in f] == []


def test_a_folder_that_cannot_be_opened_is_a_problem_not_a_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    (write_files(tmp_path, "") / "pages/closed").mkdir(parents=True)
    monkeypatch.setattr("sitegen.read.source.os.scandir", refuse)
    folder = read_content(tmp_path / "content")
    assert folder.found == ["pages/closed:1:1 SYN-07"]
    assert "cannot be opened: Permission denied" in folder.says("SYN-07")


# ── litter, settings, kinds ─────────────────────────────────────────────────────────────────────────────────────────


def test_litter_is_no_unused_file(tmp_path: Path) -> None:
    names = [
        "Thumbs.db",
        "pages/desktop.ini",
        "pages/~$plan.docx",
        "a.tmp",
        "a.swp",
        ".hidden",
        ".git/config",
        "pages/.DS_Store",
    ]
    assert lay(tmp_path, *names).found == []


def test_locks_are_no_unused_files(tmp_path: Path) -> None:
    assert read_folder(tmp_path, files={"translations.lock": b"", "addresses.lock": b""}).found == []


def test_static_takes_hidden_files(tmp_path: Path) -> None:
    folder = lay(tmp_path, "static/.well-known/security.txt", "static/.nojekyll", "static/.DS_Store", "static/CNAME")
    assert folder.site is not None
    assert [file.path for file in folder.site.static] == [".nojekyll", ".well-known/security.txt", "CNAME"]


@pytest.mark.parametrize(("page_id", "kind"), [
    ("projects/kn", "project"),
    ("projects/kn/events/start", "event"),
    ("events/start", "event"),
    ("projects/kn/news/start", "news"),
    ("news/2024-05-01-title", "news"),
    ("projects/kn/about", "page"),
    ("pages/about", "page"),
    ("pages/events/x", "event"),
    ("about", "page"),
    ("index", "section"),
    ("accessibility", "section"),
    ("projects", "section"),
])  # fmt: skip
def test_the_place_makes_the_kind(page_id: str, kind: str) -> None:
    assert kind_of(page_id).name == kind


@pytest.mark.parametrize(("path", "stated", "right"), [
    ("projects/kn/index.bg.md", "event", "project"),
    ("pages/a.bg.md", "news", "page"),
    ("news/a.bg.md", "page", "news"),
])  # fmt: skip
def test_a_kind_that_contradicts_the_place_is_an_error(tmp_path: Path, path: str, stated: str, right: str) -> None:
    folder = read_folder(tmp_path, f"-- {path} --\n---\ntitle: А\nkind: {stated}\n---\n")
    assert f"{path}:3:7 FLD-07" in folder.found
    assert folder.says("FLD-07") == (
        f"in this folder a page is of the kind '{right}', not '{stated}' | "
        "Delete the line, or move the file: projects/<name>/, …/events/, …/news/."
    )


@pytest.mark.parametrize(
    ("path", "stated"), [("pages/a.bg.md", "page"), ("index.bg.md", "page"), ("news/a.bg.md", "news")]
)
def test_a_kind_may_be_repeated(tmp_path: Path, path: str, stated: str) -> None:
    assert read_folder(tmp_path, f"-- {path} --\n" + page(f"kind: {stated}\n")).found == []
