"""The plan: every path once; who wants one twice is told by both names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import Built, build_site

PAGE = "---\ntitle: А\n{}---\n.\n"


def collisions(built: Built) -> list[str]:
    return [f"{p.at} {p.message}" for p in built.problems if p.code == "ADR-02"]


@pytest.mark.sample(3)
@pytest.mark.parametrize(
    ("files", "told"),
    [
        (
            {"pages/a.bg.md": PAGE.format("slug: c\n"), "pages/b.bg.md": PAGE.format("slug: c\n")},
            "content/pages/a.bg.md:3:7 'content/pages/b.bg.md' has the same address: /bg/c/",
        ),
        (
            {"pages/a.bg.md": PAGE.format(""), "static/bg/a/index.html": "x"},
            "content/pages/a.bg.md:1:1 'content/static/bg/a/index.html' has the same address: /bg/a/",
        ),
        (
            {"pages/a.bg.md": PAGE.format(""), "pages/b.bg.md": PAGE.format("aliases: [/bg/a/]\n")},
            "content/pages/b.bg.md:3:11 'content/pages/a.bg.md' has the same address: /bg/a/",
        ),
        (
            {"pages/a.bg.md": PAGE.format("aliases: [/bg/A]\n")},
            "content/pages/a.bg.md:3:11 the address /bg/A/ is asked for twice by this file",
        ),
        (
            {"pages/a.bg.md": PAGE.format("aliases: [/bg/]\n")},
            "content/pages/a.bg.md:3:11 the address /bg/ belongs to a page of the site itself",
        ),
        (
            {"static/ROBOTS.txt": "x"},
            "content/static/ROBOTS.txt:1:1 the address /ROBOTS.txt belongs to a page of the site itself",
        ),
        (
            {"static/.sitegen": "x"},
            "content/static/.sitegen:1:1 the address /.sitegen belongs to a page of the site itself",
        ),
        (
            {"static/.sitegen/x": "x"},
            "content/static/.sitegen/x:1:1 the address /.sitegen belongs to a page of the site itself",
        ),
        (
            {"pages/a.bg.md": PAGE.format("aliases: [/old.html, /old.html/deep/]\n")},
            "content/pages/a.bg.md:3:11 the address /old.html is asked for twice by this file",
        ),
    ],
)
def test_fault_23_two_sources_of_one_address_are_both_named(tmp_path: Path, files: dict[str, str], told: str) -> None:
    built = build_site(tmp_path, "".join(f"-- {name} --\n{text}\n" for name, text in files.items()))
    assert told in collisions(built)
    assert built.outcome.has_errors


def test_a_file_where_others_need_a_folder(tmp_path: Path) -> None:
    built = build_site(
        tmp_path,
        "-- static/P --\nx\n-- projects/a/index.bg.md --\n---\ntitle: А\nnumber: 1\nprogramme: oprg-2014-2020\n---\n",
    )
    assert "content/projects/a/index.bg.md:1:1 'content/static/P' has the same address: /p" in collisions(built)


def test_two_files_with_one_published_name(tmp_path: Path) -> None:
    built = build_site(
        tmp_path,
        "-- pages/a/index.bg.md --\n---\ntitle: А\n---\n[а](план.txt) [б](plan.txt)\n-- pages/a/план.txt --\n1\n-- pages/a/plan.txt --\n2\n",
    )
    assert collisions(built) == [
        "content/pages/a/plan.txt:1:1 'content/pages/a/план.txt' has the same address: /assets/pages/a/plan.txt"
    ]


def test_tasks_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    built = build_site(tmp_path)
    assert built.paths == sorted(built.paths)
    assert len({path.casefold() for path in built.paths}) == len(built.paths)
