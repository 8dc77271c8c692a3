"""Links of a body: every spelling of a page, files, anchors, letter case, addresses of the site, hidden pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read.folder import Folder, page, project, read_folder

SITE = f"""
-- pages/b/index.bg.md --
{page("", "## Заглавие {#z}" + chr(10))}
-- pages/b/index.en.md --
{page()}
-- pages/d/index.bg.md --
{page("draft: yes" + chr(10) + "aliases: [/bg/staro/, /staro.html]" + chr(10), "## Скрито {#s}" + chr(10))}
-- projects/park/index.bg.md --
{project("goals: [{id: g1, text: Цел}]" + chr(10))}
"""
FILES = {"pages/b/plan.bg.txt": b"x", "pages/b/p.svg": b"<svg/>", "pages/d/secret.txt": b"x"}


def linking(root: Path, body: str, *, head: str = "") -> Folder:
    """A site whose page `pages/a.bg.md` has this body from line 4 on."""
    return read_folder(root, f"{SITE}-- pages/a.bg.md --\n{page(head, body)}", FILES)


def told(folder: Folder) -> list[str]:
    """What is said about `pages/a.bg.md`."""
    return [
        f"{p.at.line}:{p.at.column} {p.code} {p.message} | {p.hint}"
        for p in folder.problems
        if p.at.path == "content/pages/a.bg.md"
    ]


@pytest.mark.parametrize("target", [
    "b", "b/", "./b", "../pages/b", "b/index.bg.md", "b/index.en.md", "b/index.md", "b.bg.md", "b.md", "../projects/park",
    "page:pages/b", "page:/pages/b", "page:pages/b/", "page:pages/b/index.bg.md", "page:index", "../", "page:contacts",
    "b#z", "page:pages/b#z", "b/index.en.md#z", "../projects/park#g1", "#me", "b/plan.bg.txt", "b/plan.bg.txt#page=2", "b/p.svg",
    "/", "/bg/", "/bg/b/", "/en/b/", "/bg/proekti/park/", "/bg/kontakti/", "/bg/b/?x=1",
    "https://example.org/a?b#c", "//example.org", "mailto:a@b.bg", "tel:+35978551166",
])  # fmt: skip
def test_every_spelling_leads_there(tmp_path: Path, target: str) -> None:
    assert told(linking(tmp_path, f"## Тук {{#me}}\n\n[дума]({target})\n")) == []


ASK = "Look at the name of the file or folder."


@pytest.mark.parametrize(("target", "code", "said"), [
    ("nope", "LNK-01", f"'nope' leads to no page and no file | {ASK}"),
    ("bb", "LNK-01", "'bb' leads to no page and no file | Did you mean 'b'?"),
    ("page:pages/bb", "LNK-01", "'page:pages/bb' leads to no page and no file | Did you mean 'page:pages/b'?"),
    ("parc", "LNK-01", "'parc' leads to no page and no file | Did you mean '../projects/park'?"),
    ("b/plan.bg.tx", "LNK-01", "'b/plan.bg.tx' leads to no page and no file | Did you mean 'b/plan.bg.txt'?"),
    ("page:pages/b/plan.bg.txt", "LNK-05", None),
    ("B", "LNK-05", "'B' differs in capital letters from 'b' | Write it exactly so; most servers tell capital letters apart."),
    ("page:Pages/b", "LNK-05", "'page:Pages/b' differs in capital letters from 'page:pages/b' | Write it exactly"),
    ("b/Plan.bg.txt", "LNK-05", "'b/Plan.bg.txt' differs in capital letters from 'b/plan.bg.txt' | Write it exactly"),
    ("../Projects/Park/index.bg.md", "LNK-05", "'../Projects/Park/index.bg.md' differs in capital letters from '../projects/park'"),
    ("../../etc/passwd", "LNK-06", "'../../etc/passwd' leads out of the content folder | Link to a page or a file inside it."),
    ("page:../x", "LNK-06", "'page:../x' leads out of the content folder | "),
    ("", "LNK-01", "the link leads nowhere | Write an address between the brackets."),
    ("#nqma", "LNK-04", "'pages/a' has no place named '#nqma' | Give the heading an id: ## Title {#nqma}"),
    ("b#zz", "LNK-04", "'pages/b' has no place named '#zz' | Did you mean '#z'?"),
    ("../projects/park#g2", "LNK-04", "'projects/park' has no place named '#g2' | "),
    ("/bg/b", "LNK-01", "'/bg/b' is no address of this site | Did you mean '/bg/b/'?"),
    ("/bg/bb/", "LNK-01", "'/bg/bb/' is no address of this site | Did you mean '/bg/b/'?"),
    ("/bg/kontakt/", "LNK-01", "'/bg/kontakt/' is no address of this site | Did you mean '/bg/kontakti/'?"),
    ("/bg/b/#y", "LNK-04", "'/bg/b/' has no place named '#y' | Give the heading an id: ## Title {#y}"),
    ("www.abv.bg", "LNK-01", "'www.abv.bg' leads to no page and no file | Write the address whole: https://www.abv.bg"),
    ("office@abv.bg", "LNK-01", "'office@abv.bg' leads to no page and no file | Write: mailto:office@abv.bg"),
    (r"..\\b\\index.bg.md", "LNK-01", r"'..\b\index.bg.md' leads to no page and no file | Write: ../b/index.bg.md"),
])  # fmt: skip
def test_a_link_that_leads_nowhere_is_an_error_with_advice(
    tmp_path: Path, target: str, code: str, said: str | None
) -> None:
    folder = linking(tmp_path, f"Текст с [дума]({target}).\n")
    [line] = told(folder)
    assert line.startswith(f"4:9 {code} {said or ''}")
    assert folder.problems[0].is_error


def test_the_place_is_the_first_character_of_link_or_picture(tmp_path: Path) -> None:
    body = "Щъркел 😀 [а](x) и ![б](y.jpg)\n\n* **[в](z)**\n\n| [г](q) |\n|---|\n| [д](w) |\n"
    assert [line.split()[0] for line in told(linking(tmp_path, body))] == ["4:10", "4:19", "6:5", "8:3", "10:3"]


def test_a_translation_is_checked_in_its_own_file(tmp_path: Path) -> None:
    folder = read_folder(
        tmp_path, f"-- pages/a.bg.md --\n{page()}-- pages/a.en.md --\n{page('', '[x](nope)', title='Page')}"
    )
    assert folder.found == ["pages/a.en.md:4:1 LNK-01"]


# ── pictures ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("body", "code"), [
    ("![](b/p.svg)", "A11Y-01"),
    ("![Парк](b)", "LNK-09"),
    ("![Парк](b/plan.bg.txt)", "LNK-09"),
    ("![Парк](b/P.svg)", "LNK-05"),
    ("![Парк](n.svg)", "LNK-01"),
])  # fmt: skip
def test_a_picture_needs_words_and_a_picture(tmp_path: Path, body: str, code: str) -> None:
    [line] = told(linking(tmp_path, f"Ето: {body}\n"))
    assert line.startswith(f"4:6 {code} ")


@pytest.mark.parametrize("body", ["![Парк](b/p.svg)", "![](b/p.svg){.decorative}"])
def test_a_picture_with_words_or_for_decoration_is_fine(tmp_path: Path, body: str) -> None:
    assert told(linking(tmp_path, body)) == []


# ── what is not public ──────────────────────────────────────────────────────────────────────────────────────────────

HIDDEN = "is not public now; the words appear without a link | The link comes by itself when that page is published."


@pytest.mark.parametrize("target", [
    "d", "d/index.bg.md", "page:pages/d", "d#s", "d/secret.txt", "/bg/d/", "/bg/d", "/bg/d/?a=b#s", "/bg/staro/", "/staro.html",
])  # fmt: skip
def test_a_link_to_a_hidden_page_is_a_warning(tmp_path: Path, target: str) -> None:
    folder = linking(tmp_path, f"Текст с [дума]({target}).\n")
    assert told(folder) == [f"4:9 LNK-07 '{target}' {HIDDEN}"]
    assert folder.errors == []


@pytest.mark.parametrize("head", ["publish_at: 2026-11-23\n", "unpublish_at: 2026-11-22\n"])
def test_before_and_after_its_time_a_page_is_hidden_too(tmp_path: Path, head: str) -> None:
    folder = read_folder(tmp_path, f"-- pages/a.bg.md --\n{page('', '[x](b)')}-- pages/b.bg.md --\n{page(head)}")
    assert folder.found == ["pages/a.bg.md:4:1 LNK-07"]


@pytest.mark.parametrize("target", ["d", "d#s", "d/secret.txt", "/bg/d/"])
def test_between_drafts_links_are_no_warning(tmp_path: Path, target: str) -> None:
    assert told(linking(tmp_path, f"[дума]({target})\n", head="draft: yes\n")) == []


def test_the_problems_of_a_draft_are_judged_like_any_others(tmp_path: Path) -> None:
    assert told(linking(tmp_path, "[дума](nope)\n", head="draft: yes\n")) == [
        f"5:1 LNK-01 'nope' leads to no page and no file | {ASK}"
    ]


def test_a_link_to_a_page_that_could_not_be_read_is_not_reported_again(tmp_path: Path) -> None:
    folder = read_folder(tmp_path, f"-- pages/a.bg.md --\n{page('', '[x](b) [y](b#z)')}-- pages/b.bg.md --\nx\n")
    assert folder.found == ["pages/b.bg.md:1:1 FLD-02"]
